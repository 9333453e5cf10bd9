"""reviewdog's diagnostic format, with its columns in bytes."""

from typing import Any

import pytest

from krlint.model import Report
from krlint.reports.rdjson import as_rdjson
from krlint.reports.view import View
from tests.reports.sample import finding, key_result, report
from tests.reports.schema import accepted


def _read(found: Report, view: View = View()) -> list[dict[str, Any]]:  # noqa: B008 (frozen)
    return list(accepted(as_rdjson(found, view), "rdjson.json")["diagnostics"])


def _range(line: str, marked: str, column: int) -> tuple[int | None, int | None]:
    text = line[column - 3 :]
    made = finding(key_result(text, 1), "KR201", marked)
    (found,) = _read(report(made), View(lines=lambda _: [line]))
    place = found["location"]["range"]
    return place["start"].get("column"), place["end"].get("column")


@pytest.mark.parametrize(
    "line", ["- 規程を作成する", "- 😀を作成する", "- é作成する", "- 作成する"]
)
def test_columns_count_bytes(line: str) -> None:
    """UTF-8, 1-based, the end exclusive: what lies between is the words marked, in bytes."""
    start, end = _range(line, "作成する", 5)
    assert start is not None
    assert end is not None
    assert "作成する" == line.encode()[start - 1 : end - 1].decode()


def test_what_stands_before_the_key_result_counts_too() -> None:
    """A Japanese label takes three bytes a character."""
    made = finding(key_result("規程を作る", 2), "KR201", "作る")
    (found,) = _read(report(made), View(lines=lambda _: ["# 経理", "結：規程を作る"]))
    assert {
        "start": {"line": 2, "column": 16},
        "end": {"line": 2, "column": 22},
    } == found["location"]["range"]


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        (None, None),
        (["short"], None),
        (["- " + "規程を作る" * 3000], None),
        (["- 規程を作る"], "A!B2"),
    ],
)
def test_without_the_text_the_line_is_the_place(lines: list[str] | None, cell: str | None) -> None:
    """A workbook, standard input that is gone, a file that has changed, a line without end."""
    made = finding(key_result("規程を作る", 1, cell=cell), "KR201")
    (found,) = _read(report(made), View(lines=lambda _: lines))
    assert {"start": {"line": 1}, "end": {"line": 1}} == found["location"]["range"]


def test_a_workbook_is_not_asked_for_its_lines() -> None:
    """Bytes of a zip are not to be taken for text; a text is asked for them once."""
    asked: list[str] = []
    made = [
        finding(key_result("a", 1, path="a.xlsx", cell="Q4!A1"), "KR101"),
        finding(key_result("b", 1), "KR101"),
        finding(key_result("c", 1), "KR101"),
    ]
    _read(report(*made), View(lines=asked.append))
    assert ["okr.md"] == asked


def test_a_diagnostic_says_what_to_write_as_text() -> None:
    """And offers no change of its own: krlint does not know the numbers."""
    (found,) = _read(report(finding(key_result("a", 8), "KR101", severity="info")))
    assert {
        "message": "KR101の事実。\n→ KR101の直し方",
        "severity": "INFO",
        "code": {"value": "KR101 no-numeric-target"},
    } == {key: value for key, value in found.items() if key != "location"}
    assert "okr.md" == found["location"]["path"]
