"""From what a date says to the days that it covers."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

Part = Literal["start", "middle", "end"]
_PAST_MONTHS = 3  # a day without a year lies at most a quarter back, else in the year to come


class Stated(NamedTuple):
    """
    The parts of a date as written; None where it does not say.

    `year` is a calendar year, or the one in which the fiscal year starts where `fiscal`.
    `length` is a number of days from today on.
    """

    year: int | None = None
    fiscal: bool = False
    half: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    length: int | None = None
    season: int | None = None


def period(stated: Stated, today: date | None, start: int) -> tuple[date, date] | None:
    """
    First and last day, or None where the year cannot be known or the day does not exist.

    `start` is the month in which the fiscal year starts, 1 to 12.
    """
    try:
        return _period(stated, today, start)
    except (ValueError, OverflowError):
        return None


def _period(stated: Stated, today: date | None, start: int) -> tuple[date, date] | None:
    if stated.length is not None:
        return (today, today + timedelta(days=stated.length)) if today else None
    if stated.month is not None:
        return _in_month(stated, today, start)
    if stated.season is not None:
        return _months(stated, stated.season, 3, today)
    if stated.half is not None:
        return _fiscal(stated, (stated.half - 1) * 6, 6, today, start)
    if stated.quarter is not None:
        return _fiscal(stated, (stated.quarter - 1) * 3, 3, today, start)
    if stated.fiscal:
        return _part(stated, *_fiscal_year(stated, today, start))
    if stated.year is not None:
        return _part(stated, date(stated.year, 1, 1), date(stated.year, 12, 31))
    return None


def _in_month(stated: Stated, today: date | None, start: int) -> tuple[date, date] | None:
    month = stated.month or 1
    if stated.fiscal and stated.year is not None:
        stated = stated._replace(year=stated.year + (month < start), fiscal=False)
    found = _months(stated, month, 1, today)
    if found is None or stated.day is None:
        return found and _part(stated, *found)
    day = found[0].replace(day=stated.day)
    return day, day


def _months(
    stated: Stated, month: int, count: int, today: date | None
) -> tuple[date, date] | None:
    if stated.year is not None:
        return _span(stated.year, month, count)
    if today is None:
        return None
    earliest = today.year * 12 + today.month - 1 - _PAST_MONTHS
    year = earliest // 12 + (month - 1 < earliest % 12)
    return _span(year, month, count)


def _span(year: int, month: int, count: int) -> tuple[date, date]:
    last = year * 12 + month - 1 + count - 1
    last_year, last_month = divmod(last, 12)
    return date(year, month, 1), date(
        last_year, last_month + 1, monthrange(last_year, last_month + 1)[1]
    )


def _fiscal_year(stated: Stated, today: date | None, start: int) -> tuple[date, date]:
    year = stated.year
    if year is None:
        if today is None:
            raise ValueError("no year")
        year = today.year - (today.month < start)
    return _span(year, start, 12)


def _fiscal(
    stated: Stated, offset: int, count: int, today: date | None, start: int
) -> tuple[date, date]:
    first, _ = _fiscal_year(stated, today, start)
    year, month = divmod(first.year * 12 + first.month - 1 + offset, 12)
    return _part(stated, *_span(year, month + 1, count))


def _part(stated: Stated, first: date, last: date) -> tuple[date, date]:
    if stated.part == "end":
        return last, last
    third = (last - first + timedelta(days=1)) // 3
    if stated.part == "start":
        return first, first + third - timedelta(days=1)
    if stated.part == "middle":
        return first + third, last - third
    return first, last
