"""Which way a change goes: by its two values, its comparator, or the words around it."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from krlint import lexicon as lexicons
from krlint.analysis import units
from krlint.model import Direction, Language, Lexicon, Quantity, Slot

_GROUPS: Mapping[str, Direction] = {
    "direction_up": "up",
    "direction_down": "down",
    "direction_keep": "keep",
}
_BOUNDS: Mapping[str, Direction] = {">=": "up", ">": "up", "+": "up", "<": "down", "-": "down"}
_WITHIN = ("within", "inside", "以内")
_PARTICLE = r"(?=\s(?:from|by|on|vs)\b|\s?[\d~,;.]|\s?$)"
"""Behind “up” and “down” as adverbs of change; elsewhere they belong to a verb: set up."""
_BEFORE: Mapping[Language, str] = {
    "ja": "(?<![ちり仕売](?=上))",  # 立ち上げる, 取り上げる, 仕上げる, 売上げ
    "en": r"\b(?<!-)(?<!new\s)",
}


class Words(NamedTuple):
    """A pattern that finds words for directions, and the direction of each form that it finds."""

    pattern: re.Pattern[str]
    ways: Mapping[str, Direction]


def of_words(lexicon: Lexicon) -> Mapping[str, Direction]:
    """The lexicon's words for directions, English inflected forms included."""
    found = {
        entry: _GROUPS[group]
        for entry, groups in lexicon.words.items()
        for group in groups
        if group in _GROUPS
    }
    forms = {form: found[lemma] for form, lemma in lexicon.lemmas.items() if lemma in found}
    return {**forms, **found}


@cache
def own(language: Language) -> Words:
    """The words for directions of krlint's own lexicon."""
    return compiled(language, of_words(lexicons.lexicon(language)))


def compiled(language: Language, ways: Mapping[str, Direction]) -> Words:
    """Words with their directions, ready to be found in a text."""
    by_form = {_stem(word.lower(), language): way for word, way in ways.items()}
    longest_first = sorted(by_form, key=len, reverse=True)
    forms = "|".join(_form(word, language) for word in longest_first) or "(?!)"
    before = _BEFORE[language]
    return Words(re.compile(rf"{before}(?:{forms})" + r"\b" * (language == "en")), by_form)


def _form(word: str, language: Language) -> str:
    return re.escape(word) + _PARTICLE * (language == "en" and word in ("up", "down"))


def _stem(word: str, language: Language) -> str:
    """A Japanese verb less the syllable that is inflected: 増や of 増やす, 上げ of 上げる."""
    if language == "en" or len(word) < 3:
        return word
    return word[:-1] if "\u3041" <= word[-1] <= "\u3096" else word


def direction(
    text: str,
    language: Language,
    baseline: Slot | None,
    target: Slot | None,
    words: Words,
) -> Direction | None:
    """The direction of a change; None where neither figures nor words tell."""
    start = baseline.quantity if baseline else None
    figure = target.quantity if target else None
    if target is None or figure is None:
        return _spoken(text, language, words)
    found = start and _between(start, figure)
    if found is None and _kept(text, language, words):
        return "keep"
    return found or _bound(target.text, figure) or _counted(text, language, figure, words)


def _kept(text: str, language: Language, words: Words) -> bool:
    """Whether the predicate says that things stay as they are; a 維持率 is only a measure."""
    found = list(words.pattern.finditer(text.lower()))
    if not found:
        return False
    said = found[-1 if language == "ja" else 0]
    measure = text[said.end() : said.end() + 1] in ("率", "費", "度")
    return words.ways[said.group()] == "keep" and not measure


def _between(start: Quantity, figure: Quantity) -> Direction | None:
    """By two values; None for a change by an amount, and where the two do not compare."""
    if start.low is None or figure.low is None or figure.kind in ("all", "multiple"):
        return None
    if figure.comparator in ("+", "-") and start.comparator not in ("+", "-"):
        return None
    unit = figure.unit or start.unit
    if start.unit and (start.kind == "percent") != (figure.kind == "percent") and figure.unit:
        return None
    first = units.size(_signed(start), start.unit or unit)
    last = units.size(_signed(figure), unit)
    if first == last:
        return "keep"
    return "up" if (last > first) != (figure.kind == "rank") else "down"


def _signed(quantity: Quantity) -> float:
    value = quantity.low or 0.0
    return -value if quantity.comparator == "-" else value


def _bound(text: str, figure: Quantity) -> Direction | None:
    """By the comparator or the figure itself; "within 3 days" only limits, whatever it was."""
    if figure.kind in ("rank", "multiple") and figure.low is not None:
        return "up" if figure.kind == "rank" or figure.low > 1 else "down"
    if figure.comparator == "<=":
        return None if any(word in text.lower() for word in _WITHIN) else "down"
    if figure.low == 0 and figure.kind != "all":
        return "down"
    if figure.low == 100 and figure.kind == "percent" and figure.comparator == "=":
        return "up"
    return _BOUNDS.get(figure.comparator)


def _counted(text: str, language: Language, figure: Quantity, words: Words) -> Direction | None:
    spoken = _spoken(text, language, words)
    if spoken is not None or language == "ja":
        return spoken
    counts = figure.kind == "number" and figure.comparator == "=" and figure.unit is not None
    return "up" if counts and units.seconds(figure.unit) is None else None


def _spoken(text: str, language: Language, words: Words) -> Direction | None:
    """By the words: the last of a Japanese text, where its predicate is, the first in English."""
    found = words.pattern.findall(text.lower())
    return words.ways[found[-1 if language == "ja" else 0]] if found else None
