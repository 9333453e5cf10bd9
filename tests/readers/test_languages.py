"""The language in which things are told: that of the document."""

import io
from pathlib import Path

import openpyxl
import pytest

import krlint
from krlint import readers
from krlint.cli import main
from krlint.config import Config
from krlint.model import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# O1: 窓口が速い\n- KR1: TBD\n- KR2: 待ち時間を5分にする\n", ["ja", "ja"]),
        ("# O1: 窓口が速い\n- KR1: NPS 40\n", ["ja"]),
        ("# O1: A fast desk\n- KR1: TBD\n- KR2: Cut waiting to 5 min\n", ["en", "en"]),
        ("# O1: 窓口が速い\n- KR1: Cut waiting to 5 min\n- KR2: 苦情を半分にする\n", ["en", "ja"]),
    ],
)
def test_a_key_result_without_words(text: str, expected: list[Language]) -> None:
    """It has the language of its document; one with words has its own."""
    found = readers.read("okr.md", source=text.encode()).key_results

    assert expected == [result.language for result in found]


def test_a_sheet_without_words() -> None:
    """A table that holds nothing but "TBD" has the language of its headers."""
    found = readers.read("okr.csv", source="KR,目標値\nTBD,5\n".encode()).key_results

    assert ["ja"] == [result.language for result in found]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("broken.yaml", "okrs:\n  - 目標: 窓口\n\t- x\n", "読めません"),
        ("broken.yaml", "okrs:\n  - goal: desk\n\t- x\n", "This is not valid YAML"),
        ("none.md", "議事録です。\n", "見つかりませんでした"),
        ("none.md", "Minutes.\n", "No key results found"),
        ("none.csv", "案件,金額\n窓口,5\n", "KRの列がありません"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "github", "junit"])
def test_what_was_not_read_is_told_in_the_language_of_the_file(
    name: str,
    content: str,
    expected: str,
    form: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever the file is called."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    code = main(["check", str(tmp_path / name), "--format", form])
    told = "".join(capsys.readouterr())

    assert 2 == code
    assert expected in told


def test_a_language_that_was_asked_for_goes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--locale decides for everything that is told."""
    (tmp_path / "none.md").write_text("議事録です。\n", encoding="utf-8")
    main(["check", str(tmp_path / "none.md"), "--locale", "en"])

    assert "No key results found" in capsys.readouterr().err


def test_findings_go_from_sheet_to_sheet() -> None:
    """Not row by row: the second row of the first sheet comes before the first of the second."""
    book, packed = openpyxl.Workbook(), io.BytesIO()
    for title in ("営業部", "人事部"):
        sheet = book.create_sheet(title)
        sheet.append(["目標", "KR"])
        for number in range(12):
            sheet.append([f"{title}の目標", f"勉強会を{number}回開催する"])
    book.save(packed)
    document = readers.read("okr.xlsx", source=packed.getvalue())
    found = krlint.lint_document(document, config=Config(parse="never")).findings
    cells = [finding.place.cell or "" for finding in found]
    rows = [(cell.split("!")[0] == "人事部", int(cell.split("!")[1][1:])) for cell in cells]

    assert {False, True} == {second for second, _ in rows}
    assert sorted(rows) == rows
