"""The columns of a table, row by row: which is the fullest, and what the others say."""

import re
from collections.abc import Mapping, Sequence

from krlint.model import State
from krlint.readers.cells import REFERENCE, Cell
from krlint.readers.fields import fold
from krlint.readers.headers import Column, is_header
from krlint.readers.headings import parked
from krlint.readers.labels import Vocabulary
from krlint.readers.widths import widths

TYPE_KR = re.compile(
    r"(?:key[\s_-]?results?|krs?|主要な?(?:結果|成果)|主な成果|成果指標|成果)\s?\d{0,9}", re.I
)
TYPE_O = re.compile(r"(?:objectives?|o|obj|目標|目的|goals?)\s?\d{0,9}", re.I)
_DROPPED = re.compile(
    r"(?:dropped|cancell?ed|abandoned|withdrawn|中止|取り下げ|取下げ|廃止|削除)", re.I
)


def filled_columns(
    found: Sequence[Column], below: Sequence[Sequence[Cell]], names: Vocabulary
) -> list[int]:
    """For each column the characters of its texts below, references left out."""
    sums = [0] * len(found)
    for row in below[:200]:
        if is_header([cell.text for cell in row], names):
            break
        for index, cell in enumerate(row[: len(found)]):
            text = cell.text[:200]
            said = widths(text).strip()
            empty = any(p.fullmatch(said) for p in (REFERENCE, TYPE_KR, TYPE_O))
            sums[index] += 0 if empty else len(text)
    return sums


def fullest(found: Sequence[Column], roles: tuple[str, ...], fill: Sequence[int]) -> int:
    """The fullest column of a role; -1 if there is none."""
    fitting = [index for index, column in enumerate(found) if column.role in roles]
    return max(fitting, key=lambda index: fill[index], default=-1)


def state_of(cell: Cell, fields: Mapping[str, str], otherwise: State) -> State:
    """What a status column, or a cell that is struck through, says; else `otherwise`."""
    said = next(
        (
            v
            for k, v in fields.items()
            if fold(k) in ("status", "state", "ステータス", "状態", "状況")
        ),
        "",
    )
    if cell.struck or _DROPPED.match(said.lstrip()):
        return "dropped"
    return "parked" if parked(said) else otherwise


def room_of(row: Sequence[Cell], header: Sequence[Column]) -> tuple[str, ...]:
    """The columns that this row leaves empty."""
    filled = {index for index, cell in enumerate(row) if cell.text}
    return tuple(
        column.name
        for index, column in enumerate(header)
        if column.role == "field" and index not in filled
    )


def fields_of(
    row: Sequence[Cell], header: Sequence[Column], used: Sequence[int | None]
) -> dict[str, str]:
    """What the columns that are not `used` for the texts say of a key result."""
    fields: dict[str, str] = {}
    for index, column in enumerate(header):
        if index >= len(row) or index in used or not row[index].text:
            continue
        refers = column.role in ("key_result", "objective") and REFERENCE.fullmatch(row[index].text)
        if not refers and column.role in ("field", "text", "key_result", "objective"):
            name = column.name.strip() or "note"
            fields[name if name not in fields else f"{name} {index + 1}"] = row[index].text
    return fields
