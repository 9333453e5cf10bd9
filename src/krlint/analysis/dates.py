"""Days and periods that a text names: calendar, fiscal or vague; not how often, how long."""

from collections.abc import Callable, Iterator
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


class Mention(NamedTuple):
    """A date as the text has it; `stated` is None for what names no day at all (早期に, soon)."""

    span: Span
    words: str
    stated: Stated | None
    vague: bool


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
    found = []
    for mention in mentions(text, language):
        days = mention.stated and period(mention.stated, today, fiscal_year_start)
        first, last = days or (None, None)
        found.append(DateMention(mention.span, first, last, mention.vague))
    return tuple(found)


def mentions(text: str, language: Language) -> Iterator[Mention]:
    """The days and periods of a width-folded text as it states them, in order."""
    notation = _notation(language)
    if not compiled(notation.trigger).search(text):
        return
    for match in compiled(notation.mention).finditer(text):
        kind, words = match.lastgroup or "", match.group()
        yield Mention(
            Span(match.start(), match.end()),
            words,
            notation.stated(kind, words) if kind != "vague" else None,
            kind in ("vague", "season") or notation.vague(words),
        )
