"""XLSX workbooks, through openpyxl: cells as a person sees them."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from krlint.config import Config
from krlint.model import Document, Unread, Wording
from krlint.readers import periods
from krlint.readers.cells import Cell
from krlint.readers.drafts import Group, assemble
from krlint.readers.errors import ReadError
from krlint.readers.headings import names_team, parked, team_in
from krlint.readers.labels import vocabulary
from krlint.readers.source import Passage
from krlint.readers.table import read_rows

MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
MAX_ROWS = 50_000
MAX_COLUMNS = 200
_OLE = b"\xd0\xcf\x11\xe0"  # the container of .xls files and of encrypted workbooks


def read(data: bytes, path: str, config: Config) -> Document:
    """The key results of a workbook's visible sheets."""
    _check(data, path)
    values, formulas = _load(data, path, True), _load(data, path, False)
    names = vocabulary(config.readers)
    groups: list[Group] = []
    unread: list[Unread] = []
    columns: tuple[str, ...] = ()
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            continue
        rows = _rows(sheet, formulas[sheet.title], path, unread)
        found = read_rows(rows, names)
        columns = columns or found.columns
        team = _team(sheet.title, rows)
        for group in found.groups:
            group.team = group.team or team
            group.period = sheet.title if not names_team(sheet.title) else ""
            if parked(sheet.title):
                group.drafts = [replace(draft, state="parked") for draft in group.drafts]
            group.term = periods.words(sheet.title) or _term(rows)
        groups += found.groups
    document = assemble(path, groups, config, None, unread=tuple(unread), columns=columns)
    return replace(document, sheets=tuple(values.sheetnames))


def _term(rows: list[list[Cell]]) -> str | None:
    """The period that the first row's title names."""
    first = next((cell.text for cell in rows[0] if cell.text), "") if rows else ""
    return periods.words(first)


def _team(title: str, rows: list[list[Cell]]) -> str | None:
    """The sheet's name where it is a department's, else what the first row's title names."""
    if names_team(title):
        return title
    first = next((cell.text for row in rows[:3] for cell in row if cell.text), "")
    return team_in(title) or team_in(first)


def _check(data: bytes, path: str) -> None:
    if data.startswith(_OLE):
        raise ReadError(_OLD, path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
            packed = sum(info.compress_size for info in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise ReadError(_BROKEN, path) from None
    if size > MAX_UNPACKED or size > MAX_RATIO * max(packed, 1):
        raise ReadError(_BOMB, path)


def _load(data: bytes, path: str, values: bool) -> Any:
    import warnings

    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that we do not use
            return openpyxl.load_workbook(io.BytesIO(data), data_only=values)
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        OSError,
        EOFError,
        AttributeError,
        IndexError,
        SyntaxError,
        RuntimeError,
        zlib_error(),
    ):
        # openpyxl raises whatever its parser trips over in a damaged file.
        raise ReadError(_BROKEN, path) from None


def zlib_error() -> type[Exception]:
    """The error of a damaged stream, whose module is only needed here."""
    import zlib

    return zlib.error


def _rows(sheet: Any, formulas: Any, path: str, unread: list[Unread]) -> list[list[Cell]]:
    """The sheet's filled rows; a gap between them is one empty row, however wide it is."""
    filled: dict[int, dict[int, Cell]] = {}
    beyond = False
    for (row, column), cell in sorted(sheet._cells.items()):
        address = f"{sheet.title}!{cell.coordinate}"
        if row > MAX_ROWS or column > MAX_COLUMNS:
            beyond = beyond or cell.value is not None
        elif cell.value is not None:
            struck = bool(cell.font and cell.font.strike)
            filled.setdefault(row, {})[column] = Cell(Passage(_shown(cell)), address, struck)
        elif cell.data_type == "n" and _is_formula(formulas, row, column):
            unread.append(Unread(path, _NO_RESULT, cell=address))
    if beyond:
        unread.append(Unread(path, _TOO_LARGE, cell=sheet.title))
    width = max((column for cells in filled.values() for column in cells), default=0)
    rows: list[list[Cell]] = []
    last = 0
    for row, cells in filled.items():
        if row > last + 1:
            rows.append([])
        rows.append([cells.get(column, _BLANK) for column in range(1, width + 1)])
        last = row
    return rows


def _is_formula(formulas: Any, row: int, column: int) -> bool:
    cell = formulas._cells.get((row, column))
    return cell is not None and cell.data_type == "f"


def _shown(cell: Any) -> str:
    """What the cell shows: 0.41 in a percent format is 41%, a date is a date."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        shown = f"{value.year}/{value.month}/{value.day}"
        return shown if value.time() == time() else f"{shown} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value.year}/{value.month}/{value.day}"
    if isinstance(value, (int, float)):
        return _number(float(value), str(cell.number_format or ""))
    return str(value)


def _number(value: float, style: str) -> str:
    first = style.split(";", maxsplit=1)[0]
    places = re.search(r"0\.(0+)", first)
    decimals = len(places.group(1)) if places else 0
    bare = re.sub(r'"[^"]*"|\\.|\[[^\[\]]*\]', "", first)
    if "%" in bare:
        return f"{100 * value:.{decimals}f}%" if places else f"{100 * value:.10g}%"
    fixed = "0" in bare and bare.lower() != "general"
    grouping = "," if ",#" in bare or "#,##0" in bare or ",0" in bare else ""
    text = f"{value:{grouping}.{decimals}f}" if fixed else f"{value:.15g}"
    before, after = _literals(first)
    return before + text + after


def _literals(style: str) -> tuple[str, str]:
    """The words that a format writes around its number: 0"件", "¥"#,##0, [$€-2]0."""
    shown = re.sub(r"\[\$([^\[\]\-]{0,9})[^\[\]]{0,40}\]", r'"\1"', style)
    signs = re.sub(r'"[^"]*"', lambda quoted: " " * len(quoted.group()), shown)
    digits = [found.start() for found in re.finditer(r"[0#?]", signs)]
    if not digits:
        return "", ""
    return _words(shown[: digits[0]]), _words(shown[digits[-1] + 1 :])


def _words(part: str) -> str:
    words = "".join(re.findall(r'"([^"]*)"', part))
    signs = "".join(re.findall(r"[¥$€£]", re.sub(r'"[^"]*"', "", part)))
    return signs + words


_BLANK = Cell(Passage(""))
_OLD = Wording(
    ja=(
        "古い形式（.xls）か、パスワードのかかったブックです。パスワードを外し、.xlsx "
        "で保存し直してください。"
    ),
    en=(
        "This is an old .xls file or a workbook with a password. Remove the password and save it "
        "as .xlsx."
    ),
)
_BROKEN = Wording(
    ja=(
        "XLSXとして開けません。ファイルが途中で切れているか、別の形式です。Excelで開いて .xlsx "
        "で保存し直してください。"
    ),
    en=(
        "This cannot be opened as XLSX: it is cut off or of another kind. Open it in Excel and "
        "save it as .xlsx again."
    ),
)
_BOMB = Wording(
    ja=(
        "ブックを展開すると大きくなりすぎます（上限は 200 MB）。"
        "OKRのシートだけのブックにしてください。"
    ),
    en=(
        "The workbook unpacks to too much data (the limit is 200 MB). Keep the OKR sheets in a "
        "workbook of their own."
    ),
)
_NO_RESULT = Wording(
    ja="数式の計算結果が保存されていないセルです。Excelで開いて保存し直してください。",
    en="This formula has no stored result. Open the workbook in Excel and save it.",
)
_TOO_LARGE = Wording(
    ja=(
        f"{MAX_ROWS:,} 行 {MAX_COLUMNS} 列の外にあるセルは読んでいません。OKRを左上に寄せるか、"
        "別のシートに分けてください。"
    ),
    en=(
        f"Cells beyond {MAX_ROWS:,} rows and {MAX_COLUMNS} columns were not read. Put the OKRs "
        "on a sheet of their own."
    ),
)
