"""Days and periods that a text names: calendar, fiscal or vague; not how often, how long."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from krlint.analysis.patterns import compiled
from krlint.analysis.periods import Stated, period
from krlint.model import DateMention, Language, Span


class _Notation(NamedTuple):
    trigger: str
    mention: str
    stated: Callable[[str, str], Stated]
    vague: Callable[[str], bool]


@cache
def _notation(language: Language) -> _Notation:
    # Compiling one language's patterns costs about as much as reading a short document.
    if language == "ja":
        from krlint.analysis.ja import dates as ja

        return _Notation(ja.TRIGGER, ja.MENTION, ja.stated, ja.vague)
    from krlint.analysis.en import dates as en

    return _Notation(en.TRIGGER, en.MENTION, en.stated, en.vague)


def dates(
    text: str, language: Language, *, today: date | None = None, fiscal_year_start: int = 4
) -> tuple[DateMention, ...]:
    """
    The days and periods of a width-folded text, in order.

    Without `today`, what names no year has neither first nor last day.
    `fiscal_year_start` is a month; a Japanese 2026年度 starts in 2026, an English FY26 ends in it.
    """
    notation = _notation(language)
    if not compiled(notation.trigger).search(text):
        return ()
    found = []
    for match in compiled(notation.mention).finditer(text):
        kind = match.lastgroup or ""
        words = match.group()
        days = None
        if kind != "vague":
            days = period(notation.stated(kind, words), today, fiscal_year_start)
        found.append(
            DateMention(
                Span(match.start(), match.end()),
                days[0] if days else None,
                days[1] if days else None,
                kind in ("vague", "season") or notation.vague(words),
            )
        )
    return tuple(found)
