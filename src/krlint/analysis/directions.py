"""Which way a change goes: by its two values, its comparator, or the words around it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from krlint.analysis import units
from krlint.model import Direction, Language, Lexicon, Quantity, Slot

GROUPS: Mapping[str, Direction] = {
    "direction_up": "up",
    "direction_down": "down",
    "direction_keep": "keep",
}
_LIMITS = ("within", "inside", "以内")


def words(lexicon: Lexicon) -> dict[str, Direction]:
    """The lexicon's words for directions, inflected forms included."""
    found: dict[str, Direction] = {}
    for entry, groups in lexicon.words.items():
        for group in groups:
            if group in GROUPS:
                found[entry] = GROUPS[group]
    for form, lemma in lexicon.lemmas.items():
        if lemma in found:
            found.setdefault(form, found[lemma])
    return found


def direction(
    text: str,
    language: Language,
    baseline: Slot | None,
    target: Slot | None,
    direction_words: Mapping[str, Direction],
) -> Direction | None:
    """The direction of a change; None where neither figures nor words tell."""
    figure = target.quantity if target else None
    start = baseline.quantity if baseline else None
    if figure is not None and start is not None:
        between = _between(start, figure)
        if between is not None:
            return between
    if figure is not None:
        said = _by_figure(text, language, target, figure)
        if said is not None:
            return said
    spoken = _spoken(text, language, tuple(sorted(direction_words.items())))
    if spoken is None and figure is not None and language == "en" and _accumulates(figure):
        return "up"
    return spoken


def _between(start: Quantity, figure: Quantity) -> Direction | None:
    if start.low is None or figure.low is None or figure.kind in ("all", "multiple"):
        return None
    if figure.comparator in ("+", "-") and start.comparator not in ("+", "-"):
        return None
    if (figure.kind == "percent") != (start.kind == "percent") and figure.unit and start.unit:
        return None
    first = units.size(_signed(start), start.unit)
    last = units.size(_signed(figure), figure.unit or start.unit)
    if start.unit is None:
        first = units.size(_signed(start), figure.unit)
    if first == last:
        return "keep"
    rises = last > first
    if "rank" in (start.kind, figure.kind):
        rises = not rises
    return "up" if rises else "down"


def _signed(quantity: Quantity) -> float:
    value = quantity.low or 0.0
    return -value if quantity.comparator == "-" else value


def _by_figure(
    text: str, language: Language, target: Slot | None, figure: Quantity
) -> Direction | None:
    if figure.kind == "rank":
        return "up"
    if figure.comparator in (">=", ">", "+"):
        return "up"
    if figure.comparator in ("<", "-"):
        return "down"
    if figure.comparator == "<=":
        limit = target is not None and any(word in target.text for word in _LIMITS)
        return None if limit else "down"
    if figure.kind == "multiple" and figure.low is not None:
        return "up" if figure.low > 1 else "down"
    if figure.low == 0 and figure.kind != "all":
        return "down"
    if figure.low == 100 and figure.kind == "percent":
        return "up"
    return None


def _accumulates(figure: Quantity) -> bool:
    counts = figure.kind == "number" and figure.comparator == "=" and figure.unit is not None
    return counts and units.seconds(figure.unit) is None


def _spoken(
    text: str, language: Language, pairs: tuple[tuple[str, Direction], ...]
) -> Direction | None:
    if not pairs:
        return None
    pattern, by_word = _compiled(language, pairs)
    found = pattern.search(text.lower())
    return by_word[found.group()] if found else None


@lru_cache(maxsize=8)
def _compiled(
    language: Language, pairs: tuple[tuple[str, Direction], ...]
) -> tuple[re.Pattern[str], dict[str, Direction]]:
    by_word = {word.lower(): way for word, way in pairs}
    longest_first = sorted(by_word, key=len, reverse=True)
    body = "|".join(map(re.escape, longest_first))
    return re.compile(body if language == "ja" else rf"\b(?:{body})\b"), by_word
