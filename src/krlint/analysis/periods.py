"""From what a date says to the days that it covers."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

Part = Literal["start", "middle", "end"]
Relative = Literal["month", "quarter", "half", "year", "fiscal", "term"]

_PAST_MONTHS = 3
"""A day without a year lies at most a quarter back, else in the year to come."""
_LENGTHS: dict[Relative, int] = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "fiscal": 12,
    "term": 12,
}
"""Months; a term (今期) is a fiscal year where nobody says otherwise."""


class Stated(NamedTuple):
    """
    The parts of a date as written; None where it does not say.

    `year` is a calendar year; where `fiscal`, the one in which the fiscal year starts, or ends
    if `names_end`. `relative` is a period counted from the one that today lies in: `shift` 1 is
    the next one. `length` is a number of days from today on.
    """

    year: int | None = None
    fiscal: bool = False
    names_end: bool = False
    half: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: Part | None = None
    relative: Relative | None = None
    shift: int = 0
    length: int | None = None


def period(stated: Stated, today: date | None, start: int) -> tuple[date, date] | None:
    """
    First and last day, or None where the year cannot be known or the day does not exist.

    `start` is the month in which the fiscal year starts, 1 to 12.
    """
    if stated.names_end and stated.year is not None and start > 1:
        stated = stated._replace(year=stated.year - 1)
    try:
        return _period(stated, today, start)
    except (ValueError, OverflowError):
        return None


def _period(stated: Stated, today: date | None, start: int) -> tuple[date, date] | None:
    if stated.length is not None:
        return (today, today + timedelta(days=stated.length)) if today else None
    if stated.relative is not None:
        return _relative(stated, stated.relative, today, start)
    if stated.month is not None:
        return _in_month(stated, stated.month, today)
    if stated.season is not None:
        return _months(stated.season, 3, stated.year, today)
    if stated.half is not None or stated.quarter is not None or stated.fiscal:
        return _of_fiscal_year(stated, today, start)
    return _part(stated, _span(stated.year, 1, 12)) if stated.year is not None else None


def _relative(
    stated: Stated, unit: Relative, today: date | None, start: int
) -> tuple[date, date] | None:
    if today is None:
        return None
    length = _LENGTHS[unit]
    first = 1 if unit == "year" else start
    since = (today.month - first) % 12
    month = today.year * 12 + today.month - 1 - since % length + stated.shift * length
    return _part(stated, _span(month // 12, month % 12 + 1, length))


def _in_month(stated: Stated, month: int, today: date | None) -> tuple[date, date] | None:
    found = _months(month, 1, stated.year, today)
    if found is None or stated.day is None:
        return found and _part(stated, found)
    day = found[0].replace(day=stated.day)
    return day, day


def _months(
    month: int, count: int, year: int | None, today: date | None
) -> tuple[date, date] | None:
    if year is None and today is not None:
        earliest = today.year * 12 + today.month - 1 - _PAST_MONTHS
        year = earliest // 12 + (month - 1 < earliest % 12)
    return _span(year, month, count) if year is not None else None


def _span(year: int, month: int, count: int) -> tuple[date, date]:
    last_year, last_month = divmod(year * 12 + month + count - 2, 12)
    last = monthrange(last_year, last_month + 1)[1]
    return date(year, month, 1), date(last_year, last_month + 1, last)


def _of_fiscal_year(stated: Stated, today: date | None, start: int) -> tuple[date, date] | None:
    offset, count = 0, 12
    if stated.half is not None:
        offset, count = (stated.half - 1) * 6, 6
    elif stated.quarter is not None:
        offset, count = (stated.quarter - 1) * 3, 3
    year = stated.year
    if year is None:
        if today is None:
            return None
        year = today.year - (today.month < start)
    first, month = divmod(year * 12 + start - 1 + offset, 12)
    return _part(stated, _span(first, month + 1, count))


def _part(stated: Stated, whole: tuple[date, date]) -> tuple[date, date]:
    first, last = whole
    if stated.part == "end":
        return last, last
    third = (last - first + timedelta(days=1)) // 3
    if stated.part == "start":
        return first, first + third - timedelta(days=1)
    if stated.part == "middle":
        return first + third, last - third
    return whole
