"""Tables of CSV, TSV, XLSX and Markdown: which rows are key results, and of what objective."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from krlint.model import State
from krlint.readers import labels
from krlint.readers.cells import REFERENCE, Cell, parts, unlabelled
from krlint.readers.columns import (
    TYPE_KR,
    TYPE_O,
    fields_of,
    filled_columns,
    fullest,
    room_of,
    state_of,
)
from krlint.readers.drafts import Draft, Group
from krlint.readers.fields import fold
from krlint.readers.headers import MIXED, Column, columns, is_header, numbered
from krlint.readers.labels import Vocabulary, label_of
from krlint.readers.lines import is_bold
from krlint.readers.source import Passage
from krlint.readers.texts import behind, is_blank
from krlint.readers.widths import widths

_BULLETS = " 　■□●○◆◇▼▽▶・※*#-"
_SUM = re.compile(r"(?:grand\s)?total|sum|average|合計|小計|計|平均", re.I)


@dataclass(slots=True)
class Found:
    """The groups of a table; `columns` are its headers where none is that of key results."""

    groups: list[Group] = field(default_factory=list)
    columns: tuple[str, ...] = ()


def read_rows(rows: Sequence[Sequence[Cell]], names: Vocabulary) -> Found:
    """Objectives and key results of a sheet that may hold several tables, one below the other."""
    sheet = _Sheet(names)
    for index, row in enumerate(rows):
        texts = [cell.text for cell in row]
        if is_header(texts, names):
            sheet.begin(row, rows[index + 1 :])
        elif sheet.columns:
            sheet.row(row, rows[index + 1 : index + 4])
        else:
            sheet.above(row)
    if not sheet.columns:
        sheet.labelled(rows)
    if not any(group.drafts for group in sheet.found.groups):
        first = next((r for r in rows if sum(bool(c.text) for c in r) > 1), ())
        sheet.found.columns = tuple(cell.text for cell in first)
    return sheet.found


class _Sheet:
    def __init__(self, names: Vocabulary) -> None:
        self.names = names
        self.found = Found()
        self.columns: list[Column] = []
        self.kr = -1
        self.several: list[int] = []
        self.mixed = False  # one column holds objectives and key results
        self.objective: int | None = None
        self.team: Cell | None = None
        self.state: State = "set"

    def _open(self, cell: Cell | None, passage: Passage | None) -> None:
        team = self.team.text if self.team else None
        address = cell.address if cell else None
        self.found.groups.append(Group(passage, team, cell=address, announced=passage is not None))
        self.state = "set"

    def begin(self, header: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> None:
        """A header row: from here on the columns are these."""
        self.columns = columns([cell.text for cell in header], self.names)
        fill = filled_columns(self.columns, below, self.names)
        self.kr = fullest(self.columns, ("key_result",), fill)
        self.several = numbered(self.columns)
        self.mixed = self.kr >= 0 and MIXED.fullmatch(fold(self.columns[self.kr].name)) is not None
        text = fullest(self.columns, ("text",), fill)
        if self.kr < 0 or (text >= 0 and fill[text] > 0 and fill[self.kr] == 0):
            self.kr = text if text >= 0 else fullest(self.columns, ("objective",), fill)
        self.objective = fullest(self.columns, ("objective",), fill)
        if self.objective == self.kr:
            self.objective = -1

    def above(self, row: Sequence[Cell]) -> None:
        """A row above the header: a band may name the objective."""
        filled = [cell for cell in row if cell.text]
        if len(filled) == 1:
            self._band(filled[0], sure=False)

    def _band(self, cell: Cell, sure: bool) -> bool:
        label = label_of(cell.text, self.names)
        if label is not None and label.kind == "parked":
            self._park(cell)
        elif label is not None and label.kind == "objective":
            self._open(cell, behind(cell.passage.strip(), label))
        elif label is not None and label.kind == "team":
            self.team = cell._replace(passage=behind(cell.passage.strip(), label))
        elif sure and label is None:
            self._open(cell, cell.passage.strip())
        else:
            return False
        return True

    def row(self, row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> None:
        filled = [index for index, cell in enumerate(row) if cell.text]
        if not filled:
            return
        kind = self._kind(row)
        if kind == "other":
            return
        if len(filled) == 1 and self._is_shelf(row[filled[0]]):
            self._park(row[filled[0]])
            return
        if len(filled) == 1 and filled[0] != self.kr and filled[0] != self.objective:
            self._band(row[filled[0]], sure=self._is_band(below))
            return
        self._carry(row)
        cell = row[self.kr] if self.kr < len(row) else Cell(Passage(""))
        if kind == "objective":
            self._open(cell, unlabelled(cell, self.names))
        elif len(filled) == 1 and self._is_objective(cell):
            self._band(cell, sure=False)
        elif len(self.several) > 1:
            for index in self.several:
                if index < len(row):
                    self._take(row, row[index])
        else:
            self._take(row, cell)

    def _kind(self, row: Sequence[Cell]) -> str:
        """What a type column says of the row: "key_result" where there is none."""
        index = next((i for i, c in enumerate(self.columns) if c.role == "type"), None)
        if index is None or index >= len(row):
            return "objective" if self.mixed and self._numbers_objective(row) else "key_result"
        said = widths(row[index].text).strip()
        if TYPE_KR.fullmatch(said):
            return "key_result"
        if TYPE_O.fullmatch(said):
            return "objective"
        stated = any(c.role == "key_result" for c in self.columns)
        return "key_result" if stated else "other"

    def _numbers_objective(self, row: Sequence[Cell]) -> bool:
        """In a column of both, objectives are bold or numbered "1", key results "1.1"."""
        cell = row[self.kr] if self.kr < len(row) else Cell(Passage(""))
        label = label_of(cell.text, self.names)
        if label is not None and label.kind in ("objective", "key_result"):
            return label.kind == "objective"
        number = next((i for i, c in enumerate(self.columns) if c.role == "number"), len(row))
        said = row[number].text.strip("*_ .") if number < len(row) else ""
        return is_bold(cell.text) or said.isdecimal()

    def _is_band(self, below: Sequence[Sequence[Cell]]) -> bool:
        """A row of one cell is an objective where key results stand right below it."""
        return (
            bool(below)
            and self.kr < len(below[0])
            and bool(below[0][self.kr].text)
            and (sum(bool(cell.text) for cell in below[0]) > 1)
            and self.objective == -1
        )

    def _is_objective(self, cell: Cell) -> bool:
        label = label_of(cell.text, self.names)
        return label is not None and label.kind == "objective"

    def _is_shelf(self, cell: Cell) -> bool:
        """Whether what stands from here on is parked; 「■保留」 is a heading too."""
        label = label_of(cell.text.lstrip(_BULLETS), self.names)
        return label is not None and label.kind == "parked"

    def _park(self, cell: Cell) -> None:
        self._open(cell, None)
        self.state = "parked"

    def _carry(self, row: Sequence[Cell]) -> None:
        """Objective and team stand in the first row of their group only, or in each."""
        team = next((i for i, c in enumerate(self.columns) if c.role == "team"), None)
        if team is not None and team < len(row) and row[team].text:
            self.team = row[team]
        if self.objective is None or not 0 <= self.objective < len(row):
            return
        cell = row[self.objective]
        if self._is_shelf(cell):
            if self.state != "parked":
                self._park(cell)
            return
        passage = unlabelled(cell, self.names)
        if passage is None or not passage.text or _SUM.fullmatch(passage.text):
            return
        last = self.found.groups[-1] if self.found.groups else None
        same = (
            last is not None and last.objective is not None and last.objective.text == passage.text
        )
        if not same or (last is not None and self.team and last.team != self.team.text):
            self._open(cell, passage)

    def _take(self, row: Sequence[Cell], cell: Cell) -> None:
        passage = unlabelled(cell, self.names)
        if passage is None or REFERENCE.fullmatch(widths(passage.text)):
            if passage is not None and self.found.groups and is_blank(cell.text):
                self.found.groups[-1].blanks.append(cell.passage.strip())
            return
        used = (self.kr, self.objective, *self.several)
        fields = fields_of(row, self.columns, used)
        if not self.found.groups or (self.team and not self.found.groups[-1].team):
            self._open(None, None) if not self.found.groups else None
        group = self.found.groups[-1]
        if self.team and group.team != self.team.text:
            group = Group(
                group.objective, self.team.text, cell=group.cell, announced=group.announced
            )
            self.found.groups.append(group)
        state, room = state_of(cell, fields, self.state), room_of(row, self.columns)
        for part in parts(passage, self.names):
            group.drafts.append(Draft(part, dict(fields), state, cell.address, room))

    def labelled(self, rows: Sequence[Sequence[Cell]]) -> None:
        """No header: cells that carry their own labels ("KR1" and its text beside it, or in it)."""
        self.found = Found()
        for row in rows:
            filled = [cell for cell in row if cell.text]
            label = label_of(filled[0].text, self.names) if filled else None
            if label is None or label.kind not in (
                "objective",
                "key_result",
                "team",
                "key_results",
            ):
                continue
            passage = behind(filled[0].passage.strip(), label)
            cell = filled[0]
            if not passage.text and len(filled) > 1:
                cell, passage = filled[1], filled[1].passage.strip()
            if not passage.text or REFERENCE.fullmatch(widths(passage.text)):
                continue
            if label.kind == "objective":
                self._open(cell, passage)
            elif label.kind == "team":
                self.team = cell._replace(passage=passage)
            elif (label.number or cell is not filled[0]) and not labels.is_definition(passage.text):
                if not self.found.groups:
                    self._open(None, None)
                draft = Draft(passage, {}, "dropped" if cell.struck else "set", cell.address)
                self.found.groups[-1].drafts.append(draft)
        if not any(group.drafts for group in self.found.groups):
            self.found = Found()
