"""Cards that name words instead of signals: `phrases: {ja: [シナジー], en: [synergy]}`."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from krlint.analysis import prepared
from krlint.analysis.signals import Answer
from krlint.model import Analysis, Evidence, Span


def occurring(phrases: Sequence[str], analysis: Analysis) -> Answer:
    """
    Where one of the phrases stands, whatever its width and case.

    A phrase that begins or ends with a letter or digit of ASCII is met as a whole word there.
    What is not judged (tags, links, progress) is not looked at.
    """
    if not phrases:
        return Answer(False)
    folded = prepared(analysis.key_result.text)
    found = _pattern(tuple(phrases)).finditer(folded.text)
    places = tuple(Evidence(folded.back(Span(each.start(), each.end()))) for each in found)
    return Answer(bool(places), places)


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted((unicodedata.normalize("NFKC", each) for each in phrases), key=len)
    return re.compile("|".join(map(_whole, reversed(longest_first))), re.IGNORECASE)


def _whole(phrase: str) -> str:
    before = r"(?<![A-Za-z0-9])" if _is_word(phrase[0]) else ""
    after = r"(?![A-Za-z0-9])" if _is_word(phrase[-1]) else ""
    return f"{before}{re.escape(phrase)}{after}"


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
