"""The period that a document plans for, as days, and the deadlines that lie outside it."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from krlint.analysis.dates import Mention, mentions
from krlint.analysis.deadlines import is_firm
from krlint.analysis.patterns import compiled
from krlint.analysis.periods import Stated, period
from krlint.model import Evidence, Language, Slot

_RANGE = (
    r"(?:(?P<from_year>20\d\d)年?)?(?P<first>\d{1,2}|[a-z]{3,9})\.?\s?月?\s?(?P<mid_year>20\d\d)?\s?"
    r"(?:[~\-–—]|から|to|until|through)\s?(?:(?P<to_year>20\d\d)年?|翌年?)?"
    r"(?:(?P<last>\d{1,2})\s?月|(?P<name>[a-z]{3,9})\.?(?![a-z]))(?:\s?(?P<end_year>20\d\d))?"
)
_SLASHED = r"(20\d\d)[/.](1[0-2]|0?[1-9])(?![\d/.])"
_OPEN_END = r"((?<=月~)\d{1,2}|(?<=月-)\d{1,2})(?![\d月年/.])"
_YEAR = r"(?P<fiscal>fy|cy)?\s?'?(?P<year>20\d\d|(?<!\d)\d\d(?=年度|\s?[qh][1-4])|(?<=fy)\s?'?\d\d)"
_TWO_YEARS = r"(?<!\d)(20\d\d)\s?[-/–]\s?(?:20)?(\d\d)(?!\d)"
_ERA = r"(?:令和|(?<![a-z])r)\s?(\d{1,2}|元)"
_QUARTER = r"q([1-4])|([1-4])q|([1-4一二三四])\s?四半期|(first|second|third|fourth)\squarter"
_HALF = r"h([12])|([12])h|([上下])半?期|(first|second)\shalf"
_NUMBERS = {
    "上": 1,
    "下": 2,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CUSTOMS = (1, 2, 4, 7, 10)
"""The months in which English-speaking companies and states begin their fiscal years."""
_THIS_TERM = ("term", "half", "quarter", "month")
_LONGEST = 160
_WHOLE_YEAR = r"[内中]$"

Days = tuple[date, date]


class Term(NamedTuple):
    """
    The first and last day that a period may have; more than one where it can be read two ways.

    `dated` where its year is known; else the days are those of some year.
    """

    spans: tuple[Days, ...]
    dated: bool
    start: int


@lru_cache(maxsize=256)
def term(words: str, language: Language, start: int | None) -> Term | None:
    """
    The days of a period that a document names, None where it does not say which they are.

    `start` is the month in which the fiscal year starts, where the config says so: without it, a
    年度 or 上期 starts in April and an English Q3 is of the calendar.
    """
    text = unicodedata.normalize("NFKC", words[:_LONGEST]).lower()
    text = compiled(_SLASHED).sub(r"\1年\2月", text.replace("〜", "~").replace("～", "~"))
    text = compiled(_OPEN_END).sub(r"\1月", text)
    year, fiscal = _year(text)
    if double := compiled(_TWO_YEARS).search(text):
        return _two_years(double)
    quarter, half = _digit(compiled(_QUARTER).search(text)), _digit(compiled(_HALF).search(text))
    months = compiled(_RANGE).search(text)
    if months and (ranged := _ranged(months, year, fiscal=fiscal, start=start or 4)):
        begins = ranged[0].month - 3 * ((quarter or 1) - 1) - 6 * ((half or 1) - 1)
        return Term((ranged,), year is not None, start or (begins - 1) % 12 + 1)
    if quarter is None and half is None and year is None:
        return None
    stated = Stated(year or 2001, half=half, quarter=quarter)
    spans = _readings(stated, language, start, fiscal=fiscal, japanese=_is_japanese(text))
    return Term(spans, year is not None, start or (1 if language == "en" else 4))


def _is_japanese(text: str) -> bool:
    return "年度" in text or "半期" in text or "上期" in text or "下期" in text


def _readings(
    stated: Stated, language: Language, start: int | None, *, fiscal: bool, japanese: bool
) -> tuple[Days, ...]:
    """
    The days that a year or a part of it may have.

    An English FY26 begins where the company says, and is named after the year in which it
    begins or ends; a bare Q3 of a Japanese document may be of the calendar.
    """
    if language == "en" and fiscal and not japanese:
        both = (stated._replace(fiscal=True, names_end=ends) for ends in (True, False))
        found = [period(one, None, each) for one in both for each in _starts(start, _CUSTOMS)]
    elif language == "ja" and not (fiscal or japanese):
        found = [period(stated, None, each) for each in _starts(start, (4, 1))]
        if stated.quarter is None and stated.half is None:
            found.append(period(stated._replace(fiscal=True), None, start or 4))
    else:
        first = start or (4 if language == "ja" or japanese else 1)
        found = [period(stated._replace(fiscal=fiscal), None, first)]
    return tuple(dict.fromkeys(days for days in found if days))


def _starts(start: int | None, customs: tuple[int, ...]) -> tuple[int, ...]:
    return (start,) if start else customs


def _year(text: str) -> tuple[int | None, bool]:
    """The year that a period names first, and whether it is a fiscal one."""
    fiscal = "年度" in text or "fy" in text
    if era := compiled(_ERA).search(text):
        return 2018 + (1 if era[1] == "元" else int(era[1])), fiscal
    found = compiled(_YEAR).search(text)
    if found is None:
        return None, fiscal
    year = int(found["year"].strip().strip("'"))
    return year if year > 100 else 2000 + year, fiscal


def _two_years(found: re.Match[str]) -> Term | None:
    """2025-26: a year that begins in the one and ends in the other, whatever its first month."""
    year = int(found[1])
    if (year + 1) % 100 != int(found[2]):
        return None
    return Term(((date(year, 1, 1), date(year + 1, 12, 31)),), dated=True, start=1)


def _digit(found: re.Match[str] | None) -> int | None:
    said = next((group for group in found.groups() if group), None) if found else None
    if said is None:
        return None
    return _NUMBERS.get(said) or int(said)


def _ranged(found: re.Match[str], year: int | None, *, fiscal: bool, start: int) -> Days | None:
    """A range of months; its own years count more than the one that stands before it."""
    said = found.groupdict()
    first, last = _month(said["first"]), _month(said["last"] or said["name"])
    if first is None or last is None:
        return None
    begins = said["from_year"] or said["mid_year"]
    ends = said["to_year"] or said["end_year"]
    over = last < first
    if begins is None and ends is not None:
        begins = int(ends) - over
    elif begins is None:
        begins = (year or 2001) + (fiscal and first < start)
    last_year = int(begins) + over
    closing = date(last_year, last, monthrange(last_year, last)[1])
    return date(int(begins), first, 1), closing


def _month(said: str | None) -> int | None:
    if said is None:
        return None
    if said.isdigit():
        return int(said) if 1 <= int(said) <= 12 else None
    return _MONTHS.index(said[:3]) + 1 if said[:3] in _MONTHS else None


def untimely(
    text: str, language: Language, deadline: Slot | None, planned: str | None, start: int | None
) -> Evidence | None:
    """
    The deadline of a key result where it lies wholly before or after the `planned` period.

    A year that the deadline does not say is the one that puts it into the period, if any does.
    """
    if deadline is None or planned is None:
        return None
    if deadline.field is None and not is_firm(text, language, deadline.span):
        return None
    known = term(planned, language, start)
    if known is None or not known.spans:
        return None
    said = list(_said(text, language, deadline))
    outside = said and not any(_fits(one, known, span) for one in said for span in known.spans)
    return Evidence(deadline.span, deadline.field) if outside else None


def _said(text: str, language: Language, deadline: Slot) -> Iterator[Mention]:
    """What the deadline states; of a field in either language."""
    if deadline.field is None:
        yield from (one for one in mentions(text, language) if one.span == deadline.span)
        return
    folded = unicodedata.normalize("NFKC", deadline.text)
    other: Language = "en" if language == "ja" else "ja"
    yield from list(mentions(folded, language)) or mentions(folded, other)


def _fits(mention: Mention, term: Term, planned: Days) -> bool:
    """Whether the mention may lie within the planned days; what cannot be told may."""
    stated = mention.stated
    if stated is None or stated.length is not None:
        return True
    if stated.relative in _THIS_TERM:
        return not (stated.shift and stated.relative == "term")
    if stated.relative == "year" and stated.shift:
        return True  # “next year”: seen from when it was written, which nobody knows
    if compiled(_WHOLE_YEAR).search(mention.words) and stated.month is None:
        stated = stated._replace(part="end")
    spans = [span for span in _meant(stated, term, planned) if span]
    return not spans or any(_overlaps(span, planned, mention.words) for span in spans)


def _overlaps(span: Days, planned: Days, words: str) -> bool:
    """
    Whether the two share a day.

    The day behind the period is let pass: “by 1 October” and “by October” may end September.
    """
    first, last = span
    grace = timedelta(days=first == last or words.isascii())
    return first <= planned[1] + grace and last >= planned[0]


def _meant(stated: Stated, term: Term, planned: Days) -> Iterator[Days | None]:
    """The days that are meant, the year taken from the planned ones or, undated, from any."""
    if stated.year is not None and not term.dated:
        for years in range(-1, 2):
            moved = stated._replace(year=planned[0].year + years)
            yield period(moved, None, term.start)
        return
    for day in _anchors(planned):
        yield period(stated, day, term.start)


def _anchors(planned: Days) -> Sequence[date]:
    middle = planned[0] + (planned[1] - planned[0]) // 2
    return planned[0], middle, planned[1], planned[1] + timedelta(days=1)
