"""A key result with marks under the exact characters that findings cover."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.model import Span
from krlint.reports.cells import cells, lines, paint, visible, wrap
from krlint.reports.view import View

# A key result that fills more lines than this is shown at its beginning and around its marks.
_LINES = 6
# What lies behind is not looked at: the place is named, and no screen shows that much.
_CHARACTERS = 4000


class Mark(NamedTuple):
    """
    What a finding covers: characters, or what the document says beside them (`beside`).

    `label` is its number among several.
    """

    label: str
    span: Span
    beside: str | None
    style: str


def marked(
    whole: str, marks: Sequence[Mark], view: View, *, start: str | None = None
) -> Iterator[str]:
    """
    The lines of the text `whole`, each followed by the marks that fall on it, then what is beside.

    `start` stands before the first line in place of the bar that is before all lines.
    """
    rows = _rows(marks)
    bar = f"  {'':{max(len(label) for label, _ in rows)}} | " if start is None else "    "
    text = visible(whole[:_CHARACTERS]) + ("…" if len(whole) > _CHARACTERS else "")
    widths = cells(text)
    segments = lines(text, view.width - len(bar))
    before = -1
    for index in _shown(segments, [mark.span for _, mark in rows if not mark.beside]):
        if index != before + 1:
            yield f"{bar}…"
        segment = _without_blanks(text, segments[index])
        yield (start if start and index == 0 else bar) + text[segment.start : segment.end]
        yield from _under(segment, rows, widths, bar, view)
        before = index
    if before != len(segments) - 1:
        yield f"{bar}…"
    yield from _beside(rows, bar, view.width - len(bar))


def _rows(marks: Sequence[Mark]) -> list[tuple[str, Mark]]:
    """Marks on the same place share a row, with their numbers side by side."""
    rows: dict[tuple[Span, str | None], tuple[str, Mark]] = {}
    for mark in marks:
        place = (mark.span, mark.beside)
        if place in rows:
            label, first = rows[place]
            rows[place] = (f"{label},{mark.label}", first)
        else:
            rows[place] = (mark.label, mark)
    return list(rows.values())


def _shown(segments: Sequence[Span], spans: Sequence[Span]) -> list[int]:
    if len(segments) <= _LINES:
        return list(range(len(segments)))
    wanted = {0}
    for span in spans:
        touched = [
            i for i, seg in enumerate(segments) if seg.start < span.end > span.start < seg.end
        ]
        wanted.update(touched[:1] + touched[-1:])
    return sorted(wanted)


def _without_blanks(text: str, segment: Span) -> Span:
    return Span(segment.start, segment.start + len(text[segment.start : segment.end].rstrip(" ")))


def _under(
    segment: Span,
    rows: Sequence[tuple[str, Mark]],
    widths: Sequence[int],
    bar: str,
    view: View,
) -> Iterator[str]:
    for label, mark in rows:
        start, end = max(mark.span.start, segment.start), min(mark.span.end, segment.end)
        if not mark.beside and start < end:
            left = _labelled(label, bar) + " " * sum(widths[segment.start : start])
            carets = "^" * max(1, sum(widths[start:end]))
            yield left + paint(carets, mark.style, on=view.colour)


def _labelled(label: str, bar: str) -> str:
    """`bar` with a label in front of its "|"."""
    return f"  {label:>{len(bar) - 5}}{bar[-3:]}" if label else bar


def _beside(rows: Sequence[tuple[str, Mark]], bar: str, room: int) -> Iterator[str]:
    for label, mark in rows:
        if mark.beside:
            first, *others = wrap(visible(mark.beside[:_CHARACTERS]), room)
            yield _labelled(label, bar) + first
            yield from (f"{bar}{line}" for line in others[: _LINES - 1])
