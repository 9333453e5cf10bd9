"""Which way a change goes: by its two values, its comparator, or the words around it."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from krlint import lexicon as lexicons
from krlint.analysis import numerals, units
from krlint.analysis.patterns import compiled
from krlint.model import Direction, Language, Lexicon, Quantity, Slot

_GROUPS: Mapping[str, Direction] = {
    "direction_up": "up",
    "direction_down": "down",
    "direction_keep": "keep",
}
_BOUNDS: Mapping[str, Direction] = {">=": "up", ">": "up", "+": "up", "<": "down", "-": "down"}
_WITHIN = ("within", "inside", "以内")
_ADVERB = r"(?=\s(?:from|by|on|vs)\b|\s?[\d~,;.]|\s?$)"
"""Behind “up” and “down” as adverbs of change; elsewhere they belong to a verb: set up."""
_OTHER_UP = ("ち", "り", "仕", "売")
"""Before 上: 立ち上げる, 取り上げる, 仕上げる and 売上げ do not rise."""
_EN_WORD = r"(?<![\w-])[a-z]+\b"


class Words(NamedTuple):
    """The direction of each form, and the lengths that the forms have, the longest first."""

    ways: Mapping[str, Direction]
    lengths: tuple[int, ...]


class _Said(NamedTuple):
    end: int
    way: Direction


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
    return told(language, of_words(lexicons.lexicon(language)))


def told(language: Language, ways: Mapping[str, Direction]) -> Words:
    """Words with their directions, ready to be found in a text."""
    by_form = {_stem(word.lower(), language): way for word, way in ways.items()}
    lengths = {len(form) if language == "ja" else form.count(" ") + 1 for form in by_form}
    return Words(by_form, tuple(sorted(lengths, reverse=True)))


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
    said = _said(text, language, words)
    if said is None or said.way != "keep":
        return False
    return text[said.end : said.end + 1] not in ("率", "費", "度")


def _between(start: Quantity, figure: Quantity) -> Direction | None:
    """By two values; None for a change by an amount, and where the two do not compare."""
    if start.low is None or figure.low is None or figure.kind in ("all", "multiple"):
        return None
    if figure.comparator in ("+", "-") and start.comparator not in ("+", "-"):
        return None
    unit = figure.unit or start.unit
    if start.unit and (start.kind == "percent") != (figure.kind == "percent") and figure.unit:
        return None
    first, last = units.size(_signed(start), start.unit or unit), units.size(_signed(figure), unit)
    if _whole(start) > 1 and _whole(figure) > 1:
        first, last = first / _whole(start), last / _whole(figure)
    if first == last:
        return "keep"
    return "up" if (last > first) != (figure.kind == "rank") else "down"


def _whole(quantity: Quantity) -> float:
    """What a share is of: 10 of "9 out of 10"; 1 where the figure is none."""
    if not (quantity.unit or "").startswith(("in ", "of ", "out of ")):
        return 1.0
    digits = compiled(r"\d{1,9}").search(quantity.unit or "")
    return (float(digits[0]) if digits else numerals.english(quantity.unit or "")) or 1.0


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
    said = _said(text, language, words)
    return said.way if said else None


def _said(text: str, language: Language, words: Words) -> _Said | None:
    """The last word of a Japanese text, where its predicate is, the first of an English one."""
    lowered = text.lower()
    if language == "ja":
        return next(_japanese(lowered, words), None)
    return next(_english(lowered, words), None)


def _japanese(text: str, words: Words) -> Iterator[_Said]:
    """From the last on; of two that end together the longer."""
    for start in range(len(text) - 1, -1, -1):
        for length in words.lengths:
            way = words.ways.get(text[start : start + length])
            if way and not (text[start] == "上" and text[start - 1 : start] in _OTHER_UP):
                yield _Said(start + length, way)
                break


def _english(text: str, words: Words) -> Iterator[_Said]:
    found = list(compiled(_EN_WORD).finditer(text))
    for index, first in enumerate(found):
        for length in words.lengths:
            last = found[min(index + length, len(found)) - 1]
            way = words.ways.get(" ".join(text[first.start() : last.end()].split()))
            if way and _is_change(text, first.start(), last.end()):
                yield _Said(last.end(), way)
                break


def _is_change(text: str, start: int, end: int) -> bool:
    """Whether the word tells of a change: not "the new lift", nor the “up” of "set up"."""
    if text.startswith("down to", start):
        return True
    if text[start:end] in ("up", "down"):
        return compiled(_ADVERB).match(text, end) is not None
    return not text.endswith("new ", 0, start)
