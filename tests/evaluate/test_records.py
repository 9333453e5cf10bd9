"""Labelled key results as people write them, and what is said of those that cannot be used."""

import json
from pathlib import Path

import pytest

from krlint.config import Config
from krlint.evaluate.records import Labelled, read
from krlint.model import Unread
from krlint.rulebook import load


def reading(tmp_path: Path, name: str, content: str) -> tuple[list[Labelled], list[Unread]]:
    """What is read of a file of that name and content."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return read(str(path), load(), Config())


def line(**record: object) -> str:
    """One line of JSONL with a text and a label, unless it says otherwise."""
    return json.dumps({"text": "Open a shop", "labels": {"KR201": True}} | record) + "\n"


@pytest.mark.parametrize("name", ["KR201", "kr201", "one-off-task", "one_off_todo"])
def test_a_rule_may_be_called_by_code_name_or_label(tmp_path: Path, name: str) -> None:
    """In JSONL as in the header of a table."""
    (by_line,), _ = reading(tmp_path, "a.jsonl", line(labels={name: True, "KR101": False}))
    (by_row,), _ = reading(tmp_path, "a.csv", f"text,{name},KR101\nOpen a shop,1,0\n")

    assert {"KR201": True, "KR101": False} == by_line.labels == by_row.labels


def test_what_is_undecided_is_no_label(tmp_path: Path) -> None:
    """null and "?" are left out; a list names those that apply, and all others do not."""
    (one,), _ = reading(tmp_path, "a.jsonl", line(labels={"KR201": None, "KR101": True}))
    (two,), _ = reading(tmp_path, "a.csv", "text,KR201,KR101\nOpen a shop,?,○\n")
    (three,), _ = reading(tmp_path, "a.csv", 'text,labels\nOpen a shop,"KR101, one-off-task"\n')
    (four,), _ = reading(tmp_path, "b.jsonl", line(labels=["KR101", "one_off_todo"]))

    assert {"KR101": True} == one.labels == two.labels
    assert {"KR101", "KR201"} == {code for code, true in three.labels.items() if true}
    assert {rule.code for rule in load()} == set(three.labels) == set(four.labels)
    assert three.labels == four.labels


def test_what_stands_beside_the_text_is_read(tmp_path: Path) -> None:
    """Language, objective, team, and fields under known names."""
    (one,), _ = reading(
        tmp_path,
        "a.jsonl",
        line(lang="ja", objective="O", team="総務", fields={"目標値": "95%", "棟": 3}),
    )
    (two,), _ = reading(
        tmp_path,
        "a.tsv",
        "KR\t目的\tチーム\tlanguage\t目標値\t棟\tKR101\n鍵\tO\t総務\tja\t95%\t3\t0\n",
    )

    for result in (one.key_result, two.key_result):
        assert ("ja", "O", "総務") == (result.language, result.objective, result.team)
        assert {"target": "95%", "棟": "3"} == result.fields


@pytest.mark.parametrize(
    ("record", "hint"),
    [
        ("not json\n", "one record a line"),
        ("[1]\n", "one record a line"),
        ("[" * 100_000 + "\n", "one record a line"),
        (line(text=" "), "“text”"),
        (line(text=3), "“text”"),
        (line(language="fr"), "ja or en"),
        (line(language=["ja"]), "ja or en"),
        (line(team=7), "“team”"),
        (line(fields=["95%"]), "“fields”"),
        (line(labels=None), "no labels"),
        (line(labels={"one-of-task": True}), "“one-off-task”"),
        (line(labels={"KR999": True}), "no rule “KR999”"),
        (line(labels={"KR201": 1}), "true or false"),
        (line(labels=["one-of-task"]), "“one-off-task”"),
    ],
)
def test_a_bad_record_is_named_and_hides_no_other(tmp_path: Path, record: str, hint: str) -> None:
    """With its line and what to write."""
    found, (unread,) = reading(tmp_path, "a.jsonl", line() + record + "\n" + line())

    assert 2 == len(found)
    assert 2 == unread.line
    assert hint in unread.reason.en


@pytest.mark.parametrize(
    ("table", "at", "hint"),
    [
        ("text,KR201\nOpen a shop,\n", 2, "a blank"),
        ("text,KR201\nOpen a shop,maybe\n", 2, "“maybe”"),
        ("text,KR201\nOpen, at last, a shop,1\n", 2, "quotation marks"),
        ('text,KR201\n"Open\na shop",1\n"Open\na café",maybe\n', 4, "“maybe”"),
        ("text,KR299\nOpen a shop,1\n", 1, "no rule “KR299”"),
        ("text,owner\nOpen a shop,me\n", 1, "named after a rule"),
        ("owner,KR201\nme,1\n", 1, "holds the key results"),
        ("text,labels\nOpen a shop,one-of-task\n", 2, "“one-off-task”"),
    ],
)
def test_a_bad_table_is_named_with_its_line(tmp_path: Path, table: str, at: int, hint: str) -> None:
    """Where it stands in the file, and what to do."""
    _, (unread,) = reading(tmp_path, "a.csv", table)

    assert at == unread.line
    assert hint in unread.reason.en


@pytest.mark.parametrize(
    ("name", "content", "hint"),
    [
        ("a.xlsx", "", "save a workbook as CSV"),
        ("a.jsonl", "", "no labelled key result"),
        ("a.csv", "text,KR201\n", "no labelled key result"),
        ("a.jsonl", "\x00\x01\x02" * 100, "not a text file"),
    ],
)
def test_a_file_without_records_is_said(tmp_path: Path, name: str, content: str, hint: str) -> None:
    """It is never taken for a file in which all is well."""
    found, (unread,) = reading(tmp_path, name, content)

    assert [] == found
    assert hint in unread.reason.en


def test_excel_writes_semicolons_and_old_encodings(tmp_path: Path) -> None:
    """What “save as CSV” gives on a Japanese machine."""
    path = tmp_path / "a.csv"
    path.write_bytes("KR;KR201;KR101\r\n会計システムを導入する;○;×\r\n".encode("cp932"))

    (one,), unread = read(str(path), load(), Config())

    assert [] == unread
    assert "会計システムを導入する" == one.key_result.text
    assert {"KR201": True, "KR101": False} == one.labels
