"""Who in an English text stands outside, and what the team itself gives away."""

from krlint.analysis.en.measures import word_at
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.model import Quantity

_FAR = 8
"""Words of the phrase that names them."""


def is_outsider(text: Line, first: int, end: int | None = None) -> bool:
    """The phrase at `first`, up to `end`, names somebody who decides by their own lights."""
    words = range(first, min(first + _FAR, len(text) if end is None else end))
    groups = ("outside_actor", "sovereign", "press")
    return any(
        text.phrase_has(at, at + n, *groups) and not text.is_number(at + n)  # “ISO 9001”
        for at in words
        for n in (1, 2, 3)
    )


def gives_away(reading: Reading, text: Line, end: int) -> bool:
    """“grants awarded to 40 schools”, “licences granted within 10 days”: the team's own gift."""
    behind = word_at(reading, end)
    away = behind is not None and text.text(behind) == "to" and text.text(behind + 1) != "us"
    return away or any(_is_own_pace(quantity) for quantity in reading.figures)


def _is_own_pace(quantity: Quantity) -> bool:
    limit = quantity.comparator in ("<", "<=") and quantity.kind != "rank"
    return quantity.kind == "percent" or limit
