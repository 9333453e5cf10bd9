"""Which way the first measure of a key result goes by its figures, and which by its words."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from krlint.analysis.comparison import values
from krlint.analysis.patterns import compiled
from krlint.analysis.polarity import better, ends_in, is_length, is_timed, stretch
from krlint.model import Analysis, Predicate, Slot, Span

Way = Literal["up", "down", "keep", "better", "faster", "reach"]

_WAYS: tuple[tuple[str, Way], ...] = (
    ("better", "better"),
    ("quickens", "faster"),
    ("reaches", "reach"),
    ("keeps", "keep"),
    ("steady", "keep"),
    ("direction_keep", "keep"),
    ("direction_up", "up"),
    ("rises", "up"),
    ("direction_down", "down"),
    ("falls", "down"),
)
"""The lexicon's groups; what is in two of them is what the first says."""
_CLAUSE = "、。;；，,"
_JA_AFTER, _JA_BEFORE = 20, 10
_JA_OBJECT = r"[をがはも]|から"
_EN_BREAK = r"[.;](?:\s|$)"
_AHEAD = r"\s?(?:前|before\b|ahead\b|in\sadvance\b|earlier\b)"
_TURNED = r"\b(?:up|down)\sfrom\s"


class Said(NamedTuple):
    """A word and the way it says."""

    span: Span
    way: Way


def moved(analysis: Analysis) -> Way | None:
    """The way from the baseline's value to the target's; of ranks the smaller is higher."""
    change = analysis.change
    found = values(analysis.key_result.text, change.baseline, change.target)
    if found is None:
        return None
    if found.first == found.last:
        return "keep"
    target = change.target.quantity if change.target else None
    if ends_in(analysis, "precision_measure") and target and target.kind != "percent":
        return None
    # 5位から3位に上げる; a speed said in seconds rises where the seconds get fewer.
    turned = found.rank or ends_in(analysis, "rank_measure")
    turned = turned or (is_timed(analysis) and ends_in(analysis, "speed_measure"))
    return "up" if (found.last > found.first) != turned else "down"


def wanted(analysis: Analysis) -> tuple[Way, Span] | None:
    """
    The way that the words say the figure goes, up, down or keep, and the word that says so.

    None where no word surely belongs to the first measure, or the metric is not known to be
    better high or low (改善する, improve).
    """
    word = _said(analysis)
    if word is None:
        return None
    way: Way | None = word.way
    if way == "better":
        way = better(analysis)
    elif way == "up" and is_timed(analysis) and not is_length(analysis):
        # 「生産性を1件10分から7分に高める」: what rises is not the time.
        way = None
    elif way == "reach":
        # 「5,000人に達する（現在5,400人）」; what is better low has no floor to reach.
        floor = not is_timed(analysis) and not ends_in(analysis, "better_low")
        way = "up" if floor and apart(analysis) else None
    elif way == "faster":
        way = "down" if is_timed(analysis) and not _is_ahead(analysis) else None
    return (way, word.span) if way else None


def joined(analysis: Analysis) -> bool:
    """Whether baseline and target stand as from–to, or each in its column."""
    slots = (analysis.change.baseline, analysis.change.target)
    return analysis.change.joined or all(slot and slot.field is not None for slot in slots)


def apart(analysis: Analysis) -> bool:
    """Whether the baseline stands beside the target as a remark (now 86%), not as from–to."""
    change = analysis.change
    if change.joined or change.baseline is None or change.target is None:
        return False
    baseline, target = change.baseline, change.target
    if baseline.field is not None or target.field is not None:
        bounded = target.quantity is not None and target.quantity.comparator != "="
        return bounded or baseline.field is None or target.field is None
    gap = analysis.key_result.text[baseline.span.end : target.span.start]
    return baseline.span.start > target.span.start or not any(sign in _CLAUSE for sign in gap)


def kept(analysis: Analysis) -> list[Said]:
    """The words by which things stay as they are; a 維持率 and “kept appointments” are things."""
    words = [word for word in _words(analysis) if word.way == "keep"]
    steady = {place.span for place in analysis.phrases.get("steady", ())}
    return [
        word
        for word in words
        if _main(analysis, word)
        or word.span in steady
        or (analysis.language == "ja" and _ends_clause(analysis, word))
    ]


def _is_ahead(analysis: Analysis) -> bool:
    """Whether the figures count back from something: 3日前から5日前に早める."""
    target = analysis.change.target
    behind = analysis.key_result.text[target.span.end :] if target else ""
    return compiled(_AHEAD).match(behind) is not None


def _said(analysis: Analysis) -> Said | None:
    """In Japanese the predicate behind the figures, in English the verb before them."""
    figures = stretch(analysis)
    words = list(_words(analysis))
    if figures is None:
        only = [word for word in words if _main(analysis, word)]
        return _whole(analysis, only[0]) if len(only) == 1 else None
    find = _japanese if analysis.language == "ja" else _english
    found = find(analysis, words, figures)
    return _whole(analysis, found) if found else _bracketed(analysis, figures)


def _whole(analysis: Analysis, word: Said) -> Said:
    """The word with what its predicate adds to it: 圧縮する for 圧縮."""
    predicate = _main(analysis, word)
    return Said(predicate.span, word.way) if predicate else word


def _bracketed(analysis: Analysis, figures: Span) -> Said | None:
    """What brackets behind the figures make of their change: (30%減)."""
    text = analysis.key_result.text
    for quantity in analysis.quantities:
        near = 0 < quantity.span.start - figures.end <= 3
        if not near or quantity.comparator not in ("+", "-"):
            continue
        if text[figures.end : quantity.span.start].strip() in ("(", "（"):
            return Said(quantity.span, "up" if quantity.comparator == "+" else "down")
    return None


def _words(analysis: Analysis) -> Iterator[Said]:
    """The words for a direction, in order; of one place one."""
    ways: dict[Span, Way] = {}
    for group, way in _WAYS:
        for place in analysis.phrases.get(group, ()):
            ways.setdefault(place.span, way)
    yield from (Said(span, ways[span]) for span in sorted(ways))


def _main(analysis: Analysis, word: Said) -> Predicate | None:
    """The main predicate that the word is in."""
    known = analysis.predicates
    index = bisect_right(known, word.span.start, key=lambda each: each.span.start) - 1
    found = known[index] if index >= 0 else None
    inside = found is not None and word.span.start < found.span.end and found.clause == "main"
    return found if inside else None


def _japanese(analysis: Analysis, words: list[Said], figures: Span) -> Said | None:
    text = analysis.key_result.text
    for word in words:
        if not 0 <= word.span.start - figures.end <= _JA_AFTER:
            continue
        gap = text[figures.end : word.span.start]
        if not any(sign in _CLAUSE for sign in gap) and _ends_clause(analysis, word):
            return word
    for word in reversed(words):
        if not 0 <= figures.start - word.span.end <= _JA_BEFORE:
            continue
        gap = text[word.span.end : figures.start]
        if not compiled(_JA_OBJECT).search(gap) and _main(analysis, word):
            return word
    return None


def _ends_clause(analysis: Analysis, word: Said) -> bool:
    """Whether the word says what is done, and is no part of a noun (削減率)."""
    text = analysis.key_result.text
    behind = text[word.span.end : word.span.end + 1]
    adverb = text[word.span.end - 1 : word.span.end] == "く"
    ends = behind in ("", "。", "、", ")", "）") or text.startswith(("する", "させ"), word.span.end)
    return _main(analysis, word) is not None or adverb or ends


def _english(analysis: Analysis, words: list[Said], figures: Span) -> Said | None:
    text = analysis.key_result.text
    turned = compiled(_TURNED).search(text, figures.start, figures.end)
    if turned:
        return next((word for word in words if word.span.start == turned.start()), None)
    before = [word for word in words if word.span.end <= figures.start]
    if not before or compiled(_EN_BREAK).search(text, before[-1].span.end, figures.start):
        return None
    word = before[-1]
    later = (p for p in analysis.predicates if word.span.end < p.span.start < figures.start)
    if any(p.clause == "main" for p in later) or not _leads(analysis, word, figures):
        return None
    return word


def _leads(analysis: Analysis, word: Said, figures: Span) -> bool:
    """Whether an English word is the verb, its noun, or the adverb right before the figures."""
    text = analysis.key_result.text
    if _main(analysis, word) or not text[: word.span.start].strip():
        return True
    adverb = text[word.span.start : word.span.end].lower() in ("up", "down")
    return adverb and not text[word.span.end : figures.start].strip(" from")


# --- The two figures -------------------------------------------------------------------------


def pair(analysis: Analysis) -> tuple[Slot, Slot] | None:
    """The value to start from and the one to reach, where both are figures."""
    change = analysis.change
    if change.baseline is None or change.target is None:
        return None
    both = change.baseline.quantity and change.target.quantity
    return (change.baseline, change.target) if both else None
