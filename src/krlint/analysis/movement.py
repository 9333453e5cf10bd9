"""Which way the first measure of a key result goes by its figures, and which by its words."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from krlint.analysis import units
from krlint.analysis.comparison import values
from krlint.analysis.patterns import compiled
from krlint.model import Analysis, Predicate, Slot, Span, Token

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
_PREPOSITIONS = (
    "of",
    "in",
    "at",
    "on",
    "for",
    "per",
    "from",
    "to",
    "with",
    "by",
    "among",
    "across",
)
_LEAD_END = r"(?:[をがはの、:]|\s(?:up|down|from|to|is|are))*\s?$"
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
    # 5位から3位に上げる; a speed said in seconds rises where the seconds get fewer.
    turned = found.rank or _ends_in(analysis, "rank_measure")
    turned = turned or (_is_timed(analysis) and _ends_in(analysis, "speed_measure"))
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
        way = _better(analysis)
    elif way == "reach":
        # 「5,000人に達する（現在5,400人）」; what is better low has no floor to reach.
        floor = not _is_timed(analysis) and not _ends_in(analysis, "better_low")
        way = "up" if floor and apart(analysis) else None
    elif way == "faster":
        way = "down" if _is_timed(analysis) else None
    return (way, word.span) if way else None


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


def _is_timed(analysis: Analysis) -> bool:
    return units.seconds(analysis.change.unit) is not None


def _said(analysis: Analysis) -> Said | None:
    """In Japanese the predicate behind the figures, in English the verb before them."""
    figures = _figures(analysis)
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
        opens = text[figures.end : quantity.span.start].strip() in ("(", "（")
        if opens and quantity.comparator in ("+", "-"):
            return Said(quantity.span, "up" if quantity.comparator == "+" else "down")
    return None


def _figures(analysis: Analysis) -> Span | None:
    """From the first to the last of baseline and target; None where they stand in fields."""
    slots = (analysis.change.baseline, analysis.change.target)
    spans = [slot.span for slot in slots if slot is not None and slot.field is None]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _words(analysis: Analysis) -> Iterator[Said]:
    """The words for a direction, in order; of one place one."""
    ways: dict[Span, Way] = {}
    for group, way in _WAYS:
        for place in analysis.phrases.get(group, ()):
            ways.setdefault(place.span, way)
    yield from (Said(span, ways[span]) for span in sorted(ways))


def _main(analysis: Analysis, word: Said) -> Predicate | None:
    """The main predicate that the word is in."""
    for predicate in analysis.predicates:
        inside = predicate.span.start <= word.span.start < predicate.span.end
        if inside and predicate.clause == "main":
            return predicate
    return None


def _japanese(analysis: Analysis, words: list[Said], figures: Span) -> Said | None:
    text = analysis.key_result.text
    for word in words:
        gap = text[figures.end : word.span.start]
        near = word.span.start >= figures.end and len(gap) <= _JA_AFTER
        if near and not any(sign in _CLAUSE for sign in gap) and _ends_clause(analysis, word):
            return word
    for word in reversed(words):
        gap = text[word.span.end : figures.start]
        near = word.span.end <= figures.start and len(gap) <= _JA_BEFORE
        if near and not compiled(_JA_OBJECT).search(gap) and _main(analysis, word):
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


# --- Better or worse -------------------------------------------------------------------------


def _better(analysis: Analysis) -> Way | None:
    """Which way is the better one for the metric; None where that is not known for sure."""
    if _ends_in(analysis, "better_low"):
        return "down"
    return "up" if _ends_in(analysis, "better_high") else None


def _ends_in(analysis: Analysis, group: str) -> bool:
    """Whether the metric ends in a word of the group: 解約率, and not 解約 of 解約防止率."""
    places = analysis.phrases.get(group, ())
    if not places:
        return False
    ends = _metric_ends(analysis)
    return any(place.span.end in ends for place in places)


def _metric_ends(analysis: Analysis) -> set[int]:
    """Where the metric's head ends, with and without words that only say how it is counted."""
    span = _metric(analysis)
    inside = [token for token in analysis.tokens if span.start <= token.span.start < span.end]
    counting = {place.span for place in analysis.phrases.get("counting", ())}
    if analysis.language == "en":
        inside = _head(inside, counting)
    ends = {inside[-1].span.end} if inside else set()
    while len(inside) > 1 and inside[-1].span in counting:
        inside.pop()
        ends.add(inside[-1].span.end)
    return ends


def _metric(analysis: Analysis) -> Span:
    """The metric's phrase; where none was found, what stands before the figures."""
    if analysis.metric is not None and analysis.metric.field is None:
        return analysis.metric.span
    text, figures = analysis.key_result.text, _figures(analysis)
    before = text[: figures.start if figures else len(text)]
    end = compiled(_LEAD_END).search(before)
    return Span(0, end.start() if end else len(before))


def _head(tokens: list[Token], counting: set[Span]) -> list[Token]:
    """An English noun phrase up to what hangs on it: "number of errors" of "… in the ward"."""
    start = 0
    for index, token in enumerate(tokens):
        if token.text.lower() not in _PREPOSITIONS:
            continue
        counts = index > 0 and tokens[index - 1].span in counting and token.text.lower() == "of"
        if not counts:
            return tokens[start:index]
        start = index + 1
    return tokens[start:]


# --- The two figures -------------------------------------------------------------------------


def pair(analysis: Analysis) -> tuple[Slot, Slot] | None:
    """The value to start from and the one to reach, where both are figures."""
    change = analysis.change
    if change.baseline is None or change.target is None:
        return None
    both = change.baseline.quantity and change.target.quantity
    return (change.baseline, change.target) if both else None
