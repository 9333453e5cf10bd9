"""Digits in English that are part of a name, a version, a section or a year: no figures."""

import re

from krlint import lexicon as lexicons
from krlint.analysis import units
from krlint.analysis.en import units as unit_words
from krlint.analysis.patterns import compiled

_NAMED = r"([A-Za-z][\w./&+]{0,19})(\s?)$"
_BOUND = r"\s?(?:%|→|[-=]>|\+(?!\w)|or\s(?:more|better|higher|above|less|lower|fewer|below)\b)"
_FIGURE = rf"{_BOUND}|\s?(?:to\s\d|x\b|points?\b|pts?\b)"
_VERSION = r"(?i)\b(?:versions?|releases?)\s(?:from|to|of)\s(?:v?\d[\w.]{0,8}\sto\s)?$"
_IN_VERSION = r"(?i)\b(?:in|since|on)\s$"
_VERSION_MAX = 28
_HYPHENED = r"-[a-z]{2,}"
_ARTICLE = r"\b(?:an?|than|least)\s$"
_YEAR_AFTER = (
    r"\s(?:levels?|budget|plan|figures?|results?|baseline|average|edition|version|survey|season)\b"
    r"|\s?[,.;)]|$"
)
_YEAR_BEFORE = r"(?i)\b(?:in|since|of|from|to|by|than|until|for|vs\.?|on|the|end)\s$"
_TO_NEXT = r"\sto\s(?=\d)"
_SEVERAL = r"\s?(?:[-–]|(?:and|to|or|,|&)\s)\s?\d+(?!\s?[%\d])"
"""“wards 5-9”, “lines 3 and 4”: which ones."""
_NAME_MAX = 20


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the digits at `start` to `end` are no figure."""
    if text[end : end + 1] in (":", ".") and text[end + 1 : end + 2].isdigit():
        return True
    if text[end : end + 1].isalpha() and not compiled(units.GLUED).match(text, end):
        return True
    if compiled(_HYPHENED).match(text, end) and not compiled(_ARTICLE).search(
        text, max(0, start - 7), start
    ):
        return True
    if _is_year(text, start, end) or _is_version(text, start, end):
        return True
    named = compiled(_NAMED).search(text, max(0, start - _NAME_MAX), start)
    return named is not None and _belongs(text, named, start, end)


def _belongs(text: str, named: re.Match[str], start: int, end: int) -> bool:
    """Whether the number belongs to the word before it: Postgres 16, tier 1, but not NPS 40."""
    word, number = named[1], text[start:end]
    figure = compiled(_FIGURE).match(text, end) is not None
    if not named[2]:
        return not (figure and word.isupper() and len(word) > 1)
    groups = lexicons.lexicon("en").words.get(word.lower(), ())
    ranged = word.endswith("s") and compiled(_SEVERAL).match(text, end)
    if ranged and "numbered" in lexicons.lexicon("en").words.get(word[:-1].lower(), ()):
        return True
    if "numbered" in groups:
        return not (compiled(_BOUND).match(text, end) or _is_deed(text, named, end, groups))
    if figure or not word[0].isupper():
        return False
    if word.isupper():
        return len(number) > 3 and number.isdigit()
    within = named.start() > 0 and text[max(0, named.start() - 2)] not in ".:;-"
    return within and unit_words.unit(text, end)[1] is None


def _is_deed(text: str, named: re.Match[str], end: int, groups: tuple[str, ...]) -> bool:
    """Whether the word is a verb that opens the text: "Release 12 episodes"."""
    opens = not text[: named.start()].strip() and named[1][0].isupper()
    return opens and len(groups) > 1 and unit_words.unit(text, end)[1] is not None


def _is_year(text: str, start: int, end: int) -> bool:
    year = text[start:end]
    if end - start != 4 or not (year.isdigit() and "1990" <= year <= "2049"):
        return False
    before = compiled(_YEAR_BEFORE).search(text, max(0, start - 8), start)
    if before or compiled(_YEAR_AFTER).match(text, end):
        return True
    # "Strategy 2035 sent to the board": the year is part of a title.
    titled = text[max(0, start - 2) : start - 1].isalpha() and text[start - 1] == " "
    return titled and year >= "2015" and unit_words.unit(text, end)[1] is None


def _is_version(text: str, start: int, end: int) -> bool:
    """4.2 of "update the version to 4.2" and "faster than in 4.2"."""
    before = compiled(_VERSION).search(text, max(0, start - _VERSION_MAX), start)
    if before is None and "." in text[start:end]:
        before = compiled(_IN_VERSION).search(text, max(0, start - 7), start)
    return before is not None and unit_words.unit(text, end)[1] is None


def end_of_name(text: str, end: int) -> int:
    """Where the name that the digits belong to ends: 2.0.1, 24H2, "3.9 to 3.12"."""
    while True:
        while end < len(text) and (
            text[end].isalnum() or (text[end] in ".:-" and text[end + 1 : end + 2].isalnum())
        ):
            end += 1
        onward = compiled(_TO_NEXT).match(text, end)
        if not onward:
            return end
        end = onward.end()
