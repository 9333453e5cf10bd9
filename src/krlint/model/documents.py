"""What was read: documents, objectives and key results, each with its place."""

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from krlint.model.wording import Language, State, Wording

_COLUMN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"


class Span(NamedTuple):
    """The characters `start` to `end`, `end` not included."""

    start: int
    end: int


class Anchor(NamedTuple):
    """From the text's character `offset` on, the source runs on from `line` and `column`."""

    offset: int
    line: int
    column: int


class Place(NamedTuple):
    """Where a span stands in its file; `end_column` is the first column behind it."""

    path: str | None
    line: int
    column: int
    end_line: int
    end_column: int
    cell: str | None


@dataclass(frozen=True, slots=True)
class Suppression:
    """
    What a document says about findings that it will not hear of, as it is written.

    `text` is what stands behind "krlint:": "ignore KR201 until=2026-Q4 -- decided by the board".
    """

    text: str
    language: Language | None = None
    team: str | None = None
    path: str | None = None
    cell: str | None = None
    anchors: tuple[Anchor, ...] = (Anchor(0, 1, 1),)

    def place(self, span: Span) -> Place:
        """Where `span` stands in the source file."""
        return _place(self, span)


@dataclass(frozen=True, slots=True)
class KeyResult:
    """
    One key result as its author wrote it, with its place.

    `text` is without list marker, label ("KR1:") and marks around the whole.
    `fields` holds what the document gives beside the text, under the known keys of
    `readers.fields` or under the document's own header.
    `period` is what the document plans for, in its own words ("2026 Q3").
    `anchors` map the text to the source where it is wrapped, quoted or escaped.
    """

    text: str
    language: Language | None = None
    objective: str | None = None
    team: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    state: State = "set"
    path: str | None = None
    cell: str | None = None
    anchors: tuple[Anchor, ...] = (Anchor(0, 1, 1),)
    suppressions: tuple[Suppression, ...] = ()
    period: str | None = None

    def place(self, span: Span) -> Place:
        """Where `span` stands in the source file."""
        return _place(self, span)


@dataclass(frozen=True, slots=True)
class Objective:
    """
    An objective of a document, with its place.

    `key_results` counts those under it that are set, `aside` those that are parked or dropped.
    `nests` where other objectives stand below it; `period` is the folded heading that dates it.
    """

    text: str
    key_results: int
    language: Language | None = None
    team: str | None = None
    path: str | None = None
    cell: str | None = None
    anchors: tuple[Anchor, ...] = (Anchor(0, 1, 1),)
    suppressions: tuple[Suppression, ...] = ()
    aside: int = 0
    nests: bool = False
    owner: str | None = None
    period: str = ""

    def place(self, span: Span) -> Place:
        """Where `span` stands in the source file."""
        return _place(self, span)


Subject = KeyResult | Objective | Suppression
"""What a finding is about."""


def folded(text: str) -> str:
    """What of a text counts where texts are compared: neither widths, nor case, nor spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _place(subject: Subject, span: Span) -> Place:
    line, column = _position(subject.anchors, span.start)
    last_line, last_column = _position(subject.anchors, max(span.start, span.end - 1))
    width = 1 if span.end > span.start else 0
    return Place(subject.path, line, column, last_line, last_column + width, subject.cell)


def _position(anchors: tuple[Anchor, ...], offset: int) -> tuple[int, int]:
    anchor = anchors[bisect_right(anchors, offset, key=lambda each: each.offset) - 1]
    return anchor.line, anchor.column + offset - anchor.offset


class Unread(NamedTuple):
    """
    Something that was asked for and could not be read, with the reason and what to do.

    `language` is that of the document, as far as one can tell.
    """

    path: str
    reason: Wording
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """
    One OKR file.

    `suppressions` are those that stand at no key result and no objective.
    `title` is its first heading, `words` what all its lines say (of a document of lines). `blanks`
    are key results that were announced and left empty, each with its label as the text ("KR2:").
    `slots` are the known fields left empty somewhere.
    `sheets` are the names of a workbook's sheets, in its order.
    `hint` says, where no key result was found, what was looked for and how to write one.
    `notes` are for standard error: how the file was decoded, say.
    """

    path: str
    key_results: tuple[KeyResult, ...]
    objectives: tuple[Objective, ...] = ()
    title: str = ""
    words: str = field(default="", repr=False)
    blanks: tuple[KeyResult, ...] = ()
    slots: frozenset[str] = frozenset()
    language: Language | None = None
    team: str | None = None
    unread: tuple[Unread, ...] = ()
    notes: tuple[Wording, ...] = ()
    hint: Wording | None = None
    suppressions: tuple[Suppression, ...] = ()
    sheets: tuple[str, ...] = ()

    @property
    def subjects(self) -> list[Subject]:
        """What a finding may be about, in the document's order, blanks and suppressions too."""
        subjects: list[Subject] = [*self.suppressions, *self.blanks]
        for objective in self.objectives:
            subjects += [objective, *objective.suppressions]
        for result in self.key_results:
            subjects += [result, *result.suppressions]
        ranks = {sheet: rank for rank, sheet in enumerate(self.sheets)}
        return sorted(subjects, key=lambda subject: _rank(subject, ranks))


def _rank(subject: Subject, sheets: Mapping[str, int]) -> tuple[int, int, int]:
    """Where a subject stands among others: its sheet and row, or its line and column."""
    place = subject.place(Span(0, 0))
    sheet, _, address = (place.cell or "").rpartition("!")
    if sheet not in sheets:
        return 0, place.line, place.column
    return sheets[sheet], int(address.lstrip(_COLUMN) or 0), 0
