"""Whether two figures measure the same thing, and how they compare once their units agree."""

from typing import NamedTuple

from krlint.analysis import units
from krlint.analysis.patterns import compiled
from krlint.model import Quantity, Slot

_RATE_BEFORE = r"(?:毎|1)?(四半期|半期|[年月週日時])(?:間|あたり|平均|に)?\s?(?:約|平均)?\s?$"
_FIGURE = r"(?!四半期)[\d〇一二三四五六七八九十百千万]"
_ROUGHLY = 0.05
"""How far a calendar month or year may be from the 30 or 365 days that people mean by it."""


class Values(NamedTuple):
    """Two figures in one unit; of a rank the smaller one is the better, and `rank` says so."""

    first: float
    last: float
    rank: bool


def values(text: str, baseline: Slot | None, target: Slot | None) -> Values | None:
    """
    The values of two slots of `text`, in one unit; None where they cannot be compared.

    A change by an amount (“+10”), a loss below zero, "all" and a multiple compare with nothing.
    """
    start = baseline.quantity if baseline else None
    figure = target.quantity if target else None
    if baseline is None or target is None or start is None or figure is None:
        return None
    if start.low is None or figure.low is None or not (_is_plain(start) and _is_plain(figure)):
        return None
    if _rate(text, baseline) != _rate(text, target) and _rate(text, target):
        return None
    factors = _factors(start, figure)
    if factors is None:
        return None
    first, last = start.low * factors[0], figure.low * factors[1]
    rough = _is_calendar(start.unit) != _is_calendar(figure.unit)
    if rough and first != last and abs(first - last) <= _ROUGHLY * max(first, last):
        return None
    return Values(first, last, "rank" in (start.kind, figure.kind))


def _is_plain(quantity: Quantity) -> bool:
    counted = quantity.kind not in ("all", "multiple", "placeholder")
    return counted and quantity.comparator not in ("+", "-") and quantity.low == quantity.high


def _factors(start: Quantity, figure: Quantity) -> tuple[float, float] | None:
    """What to multiply each value by; a figure without a unit has that of the other one."""
    known = {start.kind, figure.kind} - {"none"}
    if len(known) > 1 and start.unit and figure.unit:
        return None
    first, last = start.unit or figure.unit, figure.unit or start.unit
    if first is None or last is None or first == last or not (start.low and figure.low):
        return 1.0, 1.0
    return units.common(first, last)


def _rate(text: str, slot: Slot) -> str:
    """The time that a Japanese figure counts in: 月 of 月20時間."""
    if slot.field is None:
        before = text[max(0, slot.span.start - 8) : slot.span.start]
    else:
        figure = compiled(_FIGURE).search(slot.text)
        before = slot.text[: figure.start()] if figure else ""
    found = compiled(_RATE_BEFORE).search(before)
    return found[1] if found else ""


def _is_calendar(unit: str | None) -> bool:
    """Whether the unit is a month or a year, whose days are counted differently."""
    return (units.seconds(unit) or 0.0) > 7 * 86400
