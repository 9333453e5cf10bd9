"""Where a table says that what follows is parked."""

import io

import pytest
from openpyxl import Workbook

from krlint import readers

HEADER = ("目標", "KR", "現状値", "目標値")
FIRST = ("備品がすぐ届く", "到着を縮める", "7日", "3日")


def _states(*rows: tuple[str, ...], sheet: str = "OKR") -> dict[str, str]:
    book = Workbook()
    book.worksheets[0].title = sheet
    for row in rows:
        book.worksheets[0].append(row)
    made = io.BytesIO()
    book.save(made)
    found = readers.read("okr.xlsx", source=made.getvalue()).key_results
    return {result.text: result.state for result in found}


@pytest.mark.parametrize("word", ["保留", "【保留】", "■保留", "保留（来期以降）", "Parked"])
def test_a_row_or_an_objective_of_that_name_parks_what_follows(word: str) -> None:
    """In a row of its own, or in the objective's column; the next objective is set again."""
    expected = {"到着を縮める": "set", "倉庫の移転": "parked", "紛失を減らす": "set"}
    last = ("物がなくならない", "紛失を減らす", "月5件", "月1件")

    assert expected == _states(HEADER, FIRST, (word,), ("", "倉庫の移転"), last)
    assert expected == _states(HEADER, FIRST, (word, "倉庫の移転"), last)


def test_a_sheet_of_that_name_is_parked() -> None:
    """All of it."""
    assert {"到着を縮める": "parked"} == _states(HEADER, FIRST, sheet="保留")
