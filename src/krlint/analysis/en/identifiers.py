"""Digits in English that are part of a name, a version, a section or a year: no figures."""

import re

from krlint.analysis import units
from krlint.analysis.en import units as unit_words

_NAMED = re.compile(r"([A-Za-z][\w./&+]*)(\s?)$")
# Nouns whose number is a position or a version, and standards that bear a number.
_NUMBERED = re.compile(
    r"(?:ISO|IEC|IATF|SOC|WCAG|DSS|RFC|CVSS|PCI|EN|HTTP|TLS|Windows|Python|Android|iOS|macOS"
    r"|phase|tier|line|step|version|vol|release|page|day|week|month|section|chapter|article|clause"
    r"|annex|part|room|gate|stage|class|category|priority|severity|sev|issue|ticket|scope|horizon"
    r"|kr|okr|o|objective|group|team|type|v|p)$",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%|→|[-=]>)")
_FIGURE = re.compile(r"\s?(?:%|→|[-=]>|to\s\d|\+|x\b|points?\b|pts?\b)")
_HYPHENED = re.compile(r"-[a-z]{2,}")
_ARTICLE = re.compile(r"\b(?:an?|than|least)\s$")
_YEAR_AFTER = re.compile(
    r"\s(?:levels?|budget|plan|figures?|results?|baseline|average|edition|version|survey|season)\b"
    r"|\s?[,.;)]|$"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|from|to|by|than|until|for|vs\.?|on|the|end)\s$", re.IGNORECASE
)
_TO_NEXT = re.compile(r"\sto\s(?=\d)")
_NAME_MAX = 20


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the digits at `start` to `end` are no figure."""
    if text[end : end + 1] in (":", ".") and text[end + 1 : end + 2].isdigit():
        return True
    if text[end : end + 1].isalpha() and not units.GLUED.match(text, end):
        return True
    if _HYPHENED.match(text, end) and not _ARTICLE.search(text, max(0, start - 7), start):
        return True
    if _is_year(text, start, end):
        return True
    named = _NAMED.search(text, max(0, start - _NAME_MAX), start)
    return named is not None and _belongs(text, named, start, end)


def _belongs(text: str, named: re.Match[str], start: int, end: int) -> bool:
    """Whether the number belongs to the word before it: Postgres 16, tier 1, but not NPS 40."""
    word, number = named[1], text[start:end]
    figure = _FIGURE.match(text, end) is not None
    if not named[2]:
        return not (figure and word.isupper() and len(word) > 1)
    if _NUMBERED.match(word):
        return not _PERCENT.match(text, end)
    if figure or not word[0].isupper():
        return False
    if word.isupper():
        return len(number) > 3 and number.isdigit()
    within = named.start() > 0 and text[max(0, named.start() - 2)] not in ".:;-"
    return within and unit_words.unit(text, end)[1] is None


def _is_year(text: str, start: int, end: int) -> bool:
    if end - start != 4 or not "1990" <= text[start:end] <= "2049":
        return False
    before = _YEAR_BEFORE.search(text, max(0, start - 8), start)
    return bool(before or _YEAR_AFTER.match(text, end))


def end_of_name(text: str, end: int) -> int:
    """Where the name that the digits belong to ends: 2.0.1, 24H2, "3.9 to 3.12"."""
    while True:
        while end < len(text) and (
            text[end].isalnum() or (text[end] in ".:-" and text[end + 1 : end + 2].isalnum())
        ):
            end += 1
        onward = _TO_NEXT.match(text, end)
        if not onward:
            return end
        end = onward.end()
