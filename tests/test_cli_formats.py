"""Forms of the findings, from the command line to the file that a program reads."""

import csv
import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from krlint.cli import main
from krlint.cli.lines import lines_of
from krlint.config import Config
from krlint.reports.formats import FORMATS
from tests.reports.schema import accepted, accepted_xml

DOCUMENT = "# 経理\n\n## 目標：決算が速い😀\n\n- 主な結果1：会計システムを導入する\n"


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own with one document, outside of any CI."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "JENKINS_URL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "team").mkdir()
    Path("team/okr.md").write_text(DOCUMENT, encoding="utf-8")


def _check(*arguments: str) -> int:
    return main(["check", "--select", "KR101,KR201", *arguments])


def _column(file: str) -> tuple[int, int]:
    """Start and end of the first diagnostic, in bytes of UTF-8."""
    found = accepted(Path(file).read_text(encoding="utf-8"), "rdjson.json")["diagnostics"][0]
    place = found["location"]["range"]
    return place["start"]["column"], place["end"]["column"]


def test_one_run_writes_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    """One goes to standard output, each of the others into its file, whole."""
    into = [f"--format={form}=out/{form}" for form in FORMATS if form != "text"]
    Path("out").mkdir()

    assert 1 == _check("team", "--format", "text", *into)

    assert "会計システムを導入する" in capsys.readouterr().out
    written = {path.name: path.read_text(encoding="utf-8") for path in Path("out").iterdir()}
    assert set(FORMATS) - {"text"} == set(written)
    assert 2 == len(accepted(written["sarif"], "sarif-2.1.0.json")["runs"][0]["results"])
    assert 2 == len(accepted(written["gitlab"], "gitlab-code-quality.json"))
    assert 2 == len(accepted_xml(written["junit"], "junit-10.xsd").findall(".//failure"))
    assert 2 == len(accepted(written["rdjson"], "rdjson.json")["diagnostics"])
    assert 3 == len(list(csv.reader(written["csv"].splitlines())))


def test_a_table_begins_with_the_mark_that_excel_needs() -> None:
    """One mark, and lines that end as in RFC 4180."""
    _check("team", "--format", "csv=okr.csv")
    data = Path("okr.csv").read_bytes()
    assert data.startswith("\ufeffファイル,".encode())
    assert 1 == data.count("\ufeff".encode())
    assert data.count(b"\n") == data.count(b"\r\n") == 3


def test_findings_are_no_documents() -> None:
    """A run over the folder that holds the results of the last one finds what that found."""
    forms = {"csv": "csv", "json": "json", "gitlab": "json", "rdjson": "json"}
    into = [f"--format={form}=team/okr-{form}.{suffix}" for form, suffix in forms.items()]
    for _ in range(2):
        assert 1 == _check("team", *into)
    assert 1 == json.loads(Path("team/okr-json.json").read_text("utf-8"))["summary"]["documents"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_columns_in_bytes_are_those_of_utf_8(encoding: str) -> None:
    """Whatever the file itself is written in."""
    text = DOCUMENT.replace("😀", "")
    Path("okr.md").write_text(text, encoding=encoding)
    _check("okr.md", "--format", "rdjson=out.json")
    start, end = _column("out.json")
    assert "導入する" == text.splitlines()[4].encode()[start - 1 : end - 1].decode()


def test_columns_of_standard_input_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """In what came in, not in the file that has the name."""
    text = DOCUMENT.replace("会計システム", "新しい会計システム")
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text.encode())))
    _check("-", "--stdin-filename", "team/okr.md", "--format", "rdjson=out.json")
    start, end = _column("out.json")
    assert "導入する" == text.splitlines()[4].encode()[start - 1 : end - 1].decode()


def test_lines_that_are_gone_are_no_trouble() -> None:
    """A file may have been moved since it was read."""
    assert lines_of("gone.md", Config(), None, None) is None
    assert lines_of("team/okr.md", Config(), None, None) == DOCUMENT.splitlines()


@pytest.mark.parametrize(
    ("variable", "jenkins", "expected"),
    [
        ("GITHUB_WORKSPACE", "", "team/okr.md"),
        ("CI_PROJECT_DIR", "", "team/okr.md"),
        ("WORKSPACE", "https://ci.example.org/", "team/okr.md"),
        ("WORKSPACE", "", "okr.md"),
    ],
)
def test_files_are_told_from_the_root_of_the_checkout(
    variable: str, jenkins: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GitHub Actions, GitLab CI and Jenkins say where it is."""
    monkeypatch.setenv("JENKINS_URL", jenkins)
    monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.chdir("team")
    _check("okr.md", "--format", "gitlab=../out.json")
    monkeypatch.chdir(tmp_path)
    found = accepted(Path("out.json").read_text(encoding="utf-8"), "gitlab-code-quality.json")
    assert {expected} == {each["location"]["path"] for each in found}


def test_suppressed_findings_do_not_leak() -> None:
    """Into no form, unless --show-suppressed asks; SARIF and JSON then mark them as such."""
    text = DOCUMENT.replace("導入する", "導入する <!-- krlint: ignore KR101,KR201 -- 決定 -->")
    Path("okr.md").write_text(text, encoding="utf-8")
    into = [f"--format={form}=out.{form}" for form in FORMATS]

    assert 0 == _check("okr.md", *into)
    shown = {form: Path(f"out.{form}").read_text(encoding="utf-8") for form in FORMATS}
    assert [] == [form for form, text in shown.items() if "会計システム" in text]

    assert 0 == _check("okr.md", "--show-suppressed", *into)
    (run,) = json.loads(Path("out.sarif").read_text(encoding="utf-8"))["runs"]
    assert [[{"kind": "inSource"}]] * 2 == [each["suppressions"] for each in run["results"]]
    assert 2 == len(json.loads(Path("out.json").read_text(encoding="utf-8"))["suppressed"])
    assert [] == accepted(Path("out.gitlab").read_text("utf-8"), "gitlab-code-quality.json")
