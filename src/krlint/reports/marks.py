"""A key result with marks under the exact characters that findings cover."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.model import Span
from krlint.reports.cells import cells, lines, paint, visible, width, wrap
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
    gutter = max(len(label) for label, _ in rows)
    bar = f"  {'':{gutter}} | " if start is None else " " * width(start)
    text = visible(whole[:_CHARACTERS]) + ("…" if len(whole) > _CHARACTERS else "")
    room = view.width - len(bar)
    widths = cells(text)
    segments = lines(text, room)
    before = -1
    for index in _shown(segments, [mark.span for _, mark in rows if not mark.beside]):
        if index != before + 1:
            yield f"{bar}…"
        segment = segments[index]
        shown = text[segment.start : segment.end].rstrip(" ")
        yield (start if start is not None and index == 0 else bar) + shown
        for label, mark in rows:
            under = _under(mark, Span(segment.start, segment.start + len(shown)), widths)
            if under:
                left = bar if start is not None else f"  {label:>{gutter}} | "
                yield (
                    left + under.rstrip("^") + paint(under.lstrip(" "), mark.style, on=view.colour)
                )
        before = index
    if before != len(segments) - 1:
        yield f"{bar}…"
    yield from _beside(rows, bar, room)


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


def _under(mark: Mark, segment: Span, widths: Sequence[int]) -> str:
    start, end = max(mark.span.start, segment.start), min(mark.span.end, segment.end)
    if mark.beside or start >= end:
        return ""
    return " " * sum(widths[segment.start : start]) + "^" * max(1, sum(widths[start:end]))


def _beside(rows: Sequence[tuple[str, Mark]], bar: str, room: int) -> Iterator[str]:
    for label, mark in rows:
        if mark.beside:
            first, *others = wrap(visible(mark.beside[:_CHARACTERS]), room)
            yield f"  {label:>{len(bar) - 5}} | {first}"
            yield from (f"{bar}{line}" for line in others[: _LINES - 1])
