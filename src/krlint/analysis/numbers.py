"""Quantities: numbers and quantifiers with their comparator and unit, in both languages."""

import re
from collections.abc import Callable, Mapping, Sequence

from krlint.analysis import numbers_en, numbers_ja, units
from krlint.model import Language, Quantity, Span

_Reader = Callable[[str, re.Match[str], int], tuple[Quantity | None, int]]
_NOTATIONS: Mapping[Language, tuple[re.Pattern[str], _Reader]] = {
    "ja": (numbers_ja.SCAN, numbers_ja.read),
    "en": (numbers_en.SCAN, numbers_en.read),
}


def quantities(
    text: str, language: Language, taken: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """
    The quantities of a width-folded text, in order, not overlapping.

    `taken` are spans that mean something else: dates. Versions, identifiers and ordinals are no
    quantities; a placeholder is one without a figure. Of "9 of 10" and "7/12" the figure is the
    first number; of "all" and "every" it is 1, of a half 0.5.
    """
    scan, read = _NOTATIONS[language]
    found: list[Quantity] = []
    position = 0
    blocks = iter(sorted(taken))
    block = next(blocks, None)
    while match := scan.search(text, position):
        while block is not None and block.end <= match.start():
            block = next(blocks, None)
        if block is not None and match.end() > block.start:
            position = max(block.end, position)
            continue
        quantity, end = read(text, match, found[-1].span.end if found else 0)
        position = max(end, match.end())
        if quantity is not None:
            found.append(quantity)
    return tuple(_joined(text, found))


def _joined(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Durations in two units as one quantity: "4 min 20 s", "3 h 10", 「1時間30分」."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        whole = last and _duration(text, last, quantity)
        if whole:
            joined[-1] = whole
        else:
            joined.append(quantity)
    return joined


def _duration(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    if text[first.span.end : second.span.start].strip(" ") or first.low is None:
        return None
    unit = units.seconds(first.unit)
    if unit is None or second.low is None or first.comparator not in ("=", second.comparator, "~"):
        if unit is None or second.comparator != "=" or second.low is None:
            return None
    part = units.seconds(second.unit) or (unit / 60 if second.unit is None else None)
    if part is None or part >= unit:
        return None
    value = first.low + second.low * part / unit
    span = Span(first.span.start, second.span.end)
    comparator = first.comparator if first.comparator != "=" else second.comparator
    return first._replace(span=span, low=value, high=value, comparator=comparator)
