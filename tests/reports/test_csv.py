"""A table that opens in Excel, and computes nothing there."""

import csv
import io

import pytest

from krlint.model import Report
from krlint.reports.csv import as_csv
from krlint.reports.view import View
from tests.reports.sample import finding, key_result, report


def _rows(found: Report, view: View = View()) -> list[dict[str, str]]:  # noqa: B008 (frozen)
    text = as_csv(found, view)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def test_a_finding_is_a_row_in_the_readers_language() -> None:
    """What is written, what is marked, what is wrong and what to write."""
    made = finding(key_result("規程を作成する", 8), "KR201", "作成する")
    assert [
        {
            "ファイル": "okr.md",
            "行": "8",
            "セル": "",
            "重さ": "要修正",
            "ルール": "KR201 one-off-task",
            "書かれた文": "規程を作成する",
            "指摘した箇所": "作成する",
            "指摘": "KR201の事実。",
            "直し方": "KR201の直し方",
            "目標（Objective）": "",
            "チーム": "",
        }
    ] == _rows(report(made))
    (english,) = _rows(report(made), View(locale="en"))
    assert ("error", "The fact of KR201.") == (english["Severity"], english["Finding"])


def test_a_workbooks_cell_stands_in_place_of_the_line() -> None:
    """As Excel calls it."""
    made = finding(key_result("a", 3, path="a.xlsx", cell="Q4!C12"), "KR101")
    (row,) = _rows(report(made), View(locale="en"))
    assert ("", "Q4!C12") == (row["Line"], row["Cell"])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1", " =1"])
def test_nothing_is_a_formula(text: str) -> None:
    """An apostrophe makes text of it, in every spreadsheet."""
    made = finding(key_result(text, fields={"owner": text}), "KR101", field="owner")
    (row,) = _rows(report(made), View(locale="en"))
    assert row["As written"].startswith("'")
    assert row["Marked"].startswith("'")


def test_a_field_is_what_is_marked() -> None:
    """Where a finding is about it."""
    made = finding(key_result("a", fields={"owner": "森"}), "KR101", field="owner")
    (row,) = _rows(report(made), View(locale="en"))
    assert "森" == row["Marked"]


def test_severities_have_one_language() -> None:
    """A table is sorted and filtered by them; the words themselves are the document's."""
    english = finding(key_result("Win"), "KR101", language="en")
    rows = _rows(report(english, finding(key_result("受注"), "KR101")))
    assert ["要修正", "要修正"] == [row["重さ"] for row in rows]
    assert ["The fact of KR101.", "KR101の事実。"] == [row["指摘"] for row in rows]


def test_commas_quotes_and_line_breaks_stay_in_their_cell() -> None:
    """Rows end as RFC 4180 says."""
    text = 'a, "b";\r\nc'
    found = report(finding(key_result(text), "KR101"))
    (row,) = _rows(found, View(locale="en"))
    assert 'a, "b";\nc' == row["As written"]
    assert 2 == as_csv(found, View()).count("\r\n")


def test_a_cell_holds_no_more_than_excel_takes() -> None:
    """32,767 characters are the limit."""
    (row,) = _rows(report(finding(key_result("長" * 40_000), "KR101")), View(locale="en"))
    assert 32_000 == len(row["As written"]) == len(row["Marked"])
