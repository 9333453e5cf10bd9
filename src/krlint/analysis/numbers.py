"""Quantities: numbers and quantifiers with their comparator and unit, in both languages."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from krlint.analysis import units
from krlint.analysis.patterns import compiled
from krlint.model import Language, Quantity, Span


class _Notation(NamedTuple):
    scan: re.Pattern[str]
    read: Callable[[str, re.Match[str], int], tuple[Quantity | None, int]]
    opening: Callable[[str], Quantity | None]


@cache
def _notation(language: Language) -> _Notation:
    # Compiling one language's patterns costs about as much as reading a short document.
    if language == "ja":
        from krlint.analysis.ja import numbers as ja

        return _Notation(compiled(ja.SCAN), ja.read, lambda _: None)
    from krlint.analysis.en import numbers as en

    return _Notation(compiled(en.SCAN), en.read, en.opening)


def quantities(text: str, language: Language, taken: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """
    The quantities of a width-folded text, in order.

    `taken` are spans that mean something else: dates. Versions, identifiers and ordinals are no
    quantities; a placeholder is one without a figure. Of "9 of 10" and 「7/12」 the figure is the
    first number; of "all" and 毎回 it is 1, of halving 0.5, of half the clients 50 (per cent).
    """
    notation = _notation(language)
    first = notation.opening(text)
    found = [first] if first else []
    position = first.span.end if first else 0
    blocks = iter(sorted(taken))
    block = next(blocks, None)
    while match := notation.scan.search(text, position):
        while block is not None and block.end <= match.start():
            block = next(blocks, None)
        if block is not None and match.end() > block.start:
            position = max(block.end, position + 1)
            continue
        quantity, end = notation.read(text, match, found[-1].span.end if found else 0)
        position = max(end, match.end())
        if quantity is not None:
            _part(text, found, quantity.span.start)
            found.append(quantity)
    return tuple(_joined(text, found))


def _part(text: str, found: list[Quantity], start: int) -> None:
    """The last noun phrase ends where the next quantity starts: "every two shops"."""
    if found and found[-1].span.end > start:
        first = found[-1].span.start
        found[-1] = found[-1]._replace(span=Span(first, first + len(text[first:start].rstrip())))


def _joined(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Durations in two units as one quantity: "3 min 15 s", "1 h 15", 「1時間30分」."""
    joined: list[Quantity] = []
    for quantity in found:
        whole = _duration(text, joined[-1], quantity) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(quantity)
    return joined


def _duration(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    if text[first.span.end : second.span.start].strip(" "):
        return None
    unit = units.seconds(first.unit)
    if unit is None or first.low is None or second.low is None:
        return None
    part = units.seconds(second.unit) or (unit / 60 if second.unit is None else None)
    if part is None or part >= unit or second.comparator in ("+", "-"):
        return None
    value = first.low + second.low * part / unit
    span = Span(first.span.start, second.span.end)
    comparator = first.comparator if first.comparator != "=" else second.comparator
    return first._replace(span=span, low=value, high=value, comparator=comparator)
