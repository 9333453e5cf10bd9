"""Workbooks: cells as they show, merged and carried-down cells, damaged and hostile files."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from krlint import readers
from krlint.model import Document


def _saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _book(rows: list[list[Any]], title: str = "設備課") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book


def _read(book: openpyxl.Workbook) -> Document:
    return readers.read("plan.xlsx", source=_saved(book))


def test_numbers_are_read_as_the_cell_shows_them() -> None:
    """A share in a percent format is a percentage, a date is a date, a unit in the format stays."""
    book = _book([["KR", "現状", "目標", "期限"], ["停止の少ない空調", 0.41, 7, date(2031, 3, 31)]])
    sheet = book["設備課"]
    sheet["B2"].number_format = "0%"
    sheet["C2"].number_format = '#,##0"件"'
    (result,) = _read(book).key_results
    assert {"baseline": "41%", "target": "7件", "deadline": "2031/3/31"} == result.fields
    assert "設備課!A2" == result.cell
    assert "設備課" == result.team


@pytest.mark.parametrize(
    ("value", "style", "shown"),
    [
        (0.125, "0.0%", "12.5%"),
        (0.07, "0%", "7%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (1200, '"¥"#,##0', "¥1,200"),
        (0.1 + 0.2, "General", "0.3"),
        (15, "General", "15"),
        (True, "General", "TRUE"),
    ],
)
def test_number_formats(value: object, style: str, shown: str) -> None:
    """What stands in the file as a bare number is given in the form in which people see it."""
    book = _book([["KR", "Target"], ["Fewer leaks", value]])
    book["設備課"]["B2"].number_format = style
    (result,) = _read(book).key_results
    assert shown == result.fields["target"]


def test_merged_and_carried_down_cells() -> None:
    """Objective and team stand once over several rows."""
    book = _book(
        [
            ["Office", "Objective", "Key result"],
            ["Parks", "Trees that live", "Losses from 9% to 3%"],
            [None, None, "All pits watered weekly"],
            ["Roads", "Smooth kerbs", "200 kerbs lowered"],
        ],
        "Plan 2031",
    )
    book["Plan 2031"].merge_cells("A2:A3")
    book["Plan 2031"].merge_cells("B2:B3")
    found = [(kr.team, kr.objective, kr.text) for kr in _read(book).key_results]
    assert [
        ("Parks", "Trees that live", "Losses from 9% to 3%"),
        ("Parks", "Trees that live", "All pits watered weekly"),
        ("Roads", "Smooth kerbs", "200 kerbs lowered"),
    ] == found


def test_bands_and_repeated_headers() -> None:
    """A band over the columns names the objective of the table below it."""
    book = _book(
        [
            ["設備課 OKR"],
            [],
            ["Objective 1：止まらない設備"],
            ["No.", "KR", "目標"],
            ["1-1", "計画外の停止を月6回から2回にする", "2回"],
            ["Objective 2：静かな設備"],
            ["No.", "KR", "目標"],
            ["2-1", "苦情を年8件から1件にする", "1件"],
            [],
            ["※保守契約の更新は総務が行う"],
        ]
    )
    found = [(kr.objective, kr.text) for kr in _read(book).key_results]
    assert [
        ("止まらない設備", "計画外の停止を月6回から2回にする"),
        ("静かな設備", "苦情を年8件から1件にする"),
    ] == found


def test_struck_through_cells_are_dropped_and_hidden_sheets_left() -> None:
    """A struck-through key result is read as dropped; a hidden sheet is not read."""
    book = _book([["KR", "Target"], ["Old pumps sold", 3], ["New pumps in use", 4]])
    book["設備課"]["A2"].font = Font(strike=True)
    hidden = book.create_sheet("old")
    hidden.append(["KR"])
    hidden.append(["Nobody sees this"])
    hidden.sheet_state = "hidden"
    found = [(kr.text, kr.state) for kr in _read(book).key_results]
    assert [("Old pumps sold", "dropped"), ("New pumps in use", "set")] == found


def test_formula_without_a_stored_result_is_unread() -> None:
    """A formula that no spreadsheet has calculated yet is said to be unread, with its cell."""
    document = _read(_book([["KR", "Target"], ["Fewer leaks", "=1+1"]]))
    assert ["設備課!B2"] == [each.cell for each in document.unread]
    assert {} == document.key_results[0].fields


def test_cells_without_a_header_carry_their_own_labels() -> None:
    """A form with "Objective" and "KR1" beside their texts is read without a header row."""
    book = _book([["Objective", "A dry cellar"], ["KR1", "Pump runs in 100% of checks"]])
    found = [(kr.objective, kr.text) for kr in _read(book).key_results]
    assert [("A dry cellar", "Pump runs in 100% of checks")] == found


def test_no_key_result_column_names_the_columns() -> None:
    """The hint says which columns there are and how to name one of them."""
    document = _read(_book([["Objective", "Task name"], ["Dry cellar", "Buy a pump"]]))
    assert () == document.key_results
    assert document.hint is not None
    assert "Task name" in document.hint.en
    assert "key-result" in document.hint.ja


def test_a_far_cell_does_not_make_the_sheet_large() -> None:
    """One stray cell in the last column and row is said to be unread; the rest is read."""
    book = _book([["KR"], ["Fewer leaks"]])
    book["設備課"]["XFD1048576"] = "x"
    document = _read(book)
    assert ["Fewer leaks"] == [kr.text for kr in document.key_results]
    assert ["設備課"] == [each.cell for each in document.unread]


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xls"),
        (b"KR,Target\nx y,1\n", "XLSX"),
        (_saved(_book([["KR"], ["Fewer leaks"]]))[:900], "XLSX"),
        (_bomb(), "200 MB"),
        (b"PK\x05\x06" + b"\0" * 18, "XLSX"),
    ],
    ids=["old or encrypted", "no zip", "half a file", "zip bomb", "empty zip"],
)
def test_damaged_workbooks(data: bytes, word: str) -> None:
    """What is no workbook gets a clear message in both languages."""
    with pytest.raises(readers.ReadError) as caught:
        readers.read("plan.xlsx", source=data)
    assert word in caught.value.wording.ja
    assert word in caught.value.wording.en
    assert "plan.xlsx" == caught.value.path


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"]
)
def test_workbook_with_a_broken_part(part: str) -> None:
    """A workbook whose parts are cut off raises nothing but a ReadError."""
    whole = zipfile.ZipFile(io.BytesIO(_saved(_book([["KR"], ["Fewer leaks"]]))))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in whole.namelist():
            content = whole.read(name)
            archive.writestr(name, content[: len(content) // 2] if name == part else content)
    with pytest.raises(readers.ReadError):
        readers.read("plan.xlsx", source=stream.getvalue())
