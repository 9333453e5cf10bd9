"""Texts and files that once broke krlint, or that might."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import krlint
from krlint.analysis import parse
from krlint.analysis.terms import term
from krlint.cli import main
from krlint.config import Config, ConfigError
from krlint.config.file import load
from krlint.model import Document, KeyResult, Language
from krlint.reports.formats import FORMATS
from krlint.reports.view import View
from krlint.rulebook.cards import CardError, read_card

FAST = Config(parse="never")
LONG = "9" * 5_000
"""More digits than Python turns into an integer."""


@pytest.mark.parametrize("text", ["İの維持", "İİを維持する", "使いİにする", "ab İİ維持 の"])
def test_a_letter_that_becomes_two_in_lower_case(text: str) -> None:
    """No word is empty, and each is where its span says."""
    words = krlint.analyse(text, language="ja").tokens

    assert [text[word.span.start : word.span.end] for word in words] == [w.text for w in words]
    assert all(word.text for word in words)
    krlint.lint_text(text, language="ja", config=FAST)


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        f"{LONG}%",
        f"売上を{LONG}円から{LONG}億円に",
        f"from {LONG} to {LONG}.{LONG}%",
        f"{LONG}人に{LONG}人",
        f"今後{LONG}日以内に",
        f"in the next {LONG} days",
        f"by {LONG} June {LONG}",
        "in the next ፩ months",
        "1" + "0" * 400 + " of 10",
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_numbers_that_no_integer_holds(text: str, language: Language) -> None:
    """They are linted in the text and in every field."""
    fields = dict.fromkeys(("baseline", "target", "unit", "deadline", "score"), text)

    krlint.lint_text(text, language=language, config=FAST)
    analysis = krlint.analyse("x", language=language, fields=fields, period=text)
    assert "x" == analysis.key_result.text


def test_a_period_with_a_tab() -> None:
    """What stands between FY and its year is any blank."""
    found = term("FY\t'26", "en", 1)

    assert found is not None
    assert found.dated


def test_a_text_too_long_to_be_parsed() -> None:
    """Sudachi refuses more than 49,149 bytes: the beginning is parsed."""
    (arcs,) = parse.arcs(["会議を減らす" * 4_000], "ja", Config())

    assert arcs
    assert all(arc.span.end <= 24_000 for arc in arcs)


FILES: Mapping[str, str] = {
    "okr.md": f"# O1: {LONG}\n- KR{LONG}: a\n- KR1: raise b to {LONG}%\n{LONG}. c d\n",
    "okr.yaml": f"key_results:\n  - title: a b\n    target: {LONG}\n    due: {LONG}-01-01\n",
    "okr.json": f'{{"key_results": [{{"title": "a b", "target": {LONG}}}, {LONG}e{LONG}]}}',
    "okr.csv": f"KR,Target\nlaunch it,{LONG}\n",
    "okr.txt": f"O1: a\nKR1: b c {LONG}\n",
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("form", FORMATS)
def test_files_with_such_numbers(
    name: str, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read and told in every format."""
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(FILES[name])

    assert main(["check", name, "--parse", "never", "--format", form]) in (0, 1)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_half_a_surrogate_pair_in_a_field(language: Language) -> None:
    """A caller of the library may have read it from anywhere."""
    fields = dict.fromkeys(("target", "deadline", "depends_on", "agreed_with", "note"), "部\ud800")
    analysis = krlint.analyse("会議を減らす", language=language, fields=fields, objective="\udfff")

    assert fields == analysis.key_result.fields
    krlint.lint_text("会議を減らす", language=language, fields=fields, config=FAST)


@pytest.mark.parametrize("form", FORMATS)
def test_half_a_surrogate_pair_in_every_format(form: str) -> None:
    """However it came into a text, a field or a path: what is written is valid UTF-8."""
    key_result = KeyResult(
        "launch \udfff it",
        objective="a\ud800",
        team="b\ud800",
        path="c\udc80.md",
        fields={"target": "\udc00x", "d\ud800": "e"},
    )
    report = krlint.lint_document(Document(path="c\udc80.md", key_results=(key_result,)))

    assert report.findings
    assert FORMATS[form](report, View()).encode()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("encoding", ["ascii", "cp932"])
def test_what_a_terminal_cannot_show(form: str, encoding: str, tmp_path: Path) -> None:
    """In the POSIX locale and with an old encoding every format is written."""
    text = '{"objective": "a \\ud800", "krs": [{"title": "開催 \\udfff é ☃", "target": "\\ud83d"}]}'
    (tmp_path / "okr.json").write_text(text)
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}

    done = subprocess.run(
        [sys.executable, "-m", "krlint", "check", "okr.json", "--format", form],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )

    assert (1, b"") == (done.returncode, done.stderr)


def test_a_baseline_with_such_a_number(tmp_path: Path) -> None:
    """It is refused as broken."""
    (tmp_path / "known.json").write_text(f'{{"version": 1, "findings": [{LONG}]}}')
    (tmp_path / "okr.md").write_text("- KR1: a b\n")

    arguments = ["check", str(tmp_path / "okr.md"), "--baseline", str(tmp_path / "known.json")]
    assert 2 == main(arguments)


def test_a_config_with_such_a_number(tmp_path: Path) -> None:
    """It is refused with its file."""
    file = tmp_path / "krlint.toml"
    file.write_text(f"fiscal-year-start = {LONG}\n")

    with pytest.raises(ConfigError) as caught:
        load(file)
    assert str(file) == caught.value.path


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"code: " + LONG.encode(), b"a: 2026-99-99", b"\x01"]
)
def test_a_card_that_is_none(content: bytes, tmp_path: Path) -> None:
    """No UTF-8, a long number, a day that does not exist, a control character: CardError."""
    file = tmp_path / "KR999-none.yaml"
    file.write_bytes(content)

    with pytest.raises(CardError):
        read_card(file)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--config", "{}={}", "okr.md"],
        ["test", "{}"],
        ["init", "{}"],
        ["check", "okr.md", "--baseline", "{}", "--write-baseline"],
    ],
)
def test_a_name_longer_than_any_file_s(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is misuse, whatever it names."""
    monkeypatch.chdir(tmp_path)
    Path("okr.md").write_text("- KR1: a b\n")

    assert 2 == main([argument.replace("{}", "a" * 300) for argument in arguments])
