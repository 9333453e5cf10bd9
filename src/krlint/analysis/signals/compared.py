"""Changes that are said as a share of something, and what they are a share of."""

from collections.abc import Iterator

from krlint.analysis.patterns import compiled
from krlint.analysis.signals.answers import Answer, answer, spot
from krlint.analysis.signals.nearby import (
    before,
    behind,
    in_brackets,
    own_figures,
    places,
    predicate_at,
    words,
)
from krlint.analysis.signals.yardsticks import compared_with
from krlint.model import Analysis, Evidence, Predicate, Quantity

_POINTS = r"(?i)ポイント|pp$|pts?$|points?|percentage"
_FAR = 40
"""Characters within which the word of direction stands."""
_JA_BETWEEN = r"(?:ほど|程度|以上|くらい|ぐらい|も|の|を|だけ|分|ずつ|ー){0,3}"


def relative_change(analysis: Analysis) -> Answer:
    """A change said as a share: 「30%削減」, “20% more”; no level (「率を30%に」) and no points."""
    slot = analysis.change.target
    given = [slot.quantity] if slot and slot.quantity and slot.field else []
    figures = (*own_figures(analysis), *given)
    return answer(spot(q) for q in figures if is_relative(analysis, q))


def is_relative(analysis: Analysis, quantity: Quantity) -> bool:
    """Whether the quantity is a change by a share."""
    if quantity.kind != "percent" or compiled(_POINTS).search(quantity.unit or ""):
        return False
    if quantity.comparator in ("+", "-"):
        return not _is_level(analysis, quantity)
    if quantity.comparator in ("<", ">") or quantity.field is not None:
        return False
    if analysis.language == "ja":
        return _turns(analysis, quantity)
    return _is_by_amount(analysis, quantity)


def _is_level(analysis: Analysis, quantity: Quantity) -> bool:
    """“flattening at +20%”, “read by 70% of the parents”: no change, for all its sign."""
    led = before(analysis, quantity.span.start, most=1)
    after = behind(analysis, quantity.span.end, most=1)
    return led in ("at", "to") or (led == "by" and after == "of")


def _turns(analysis: Analysis, quantity: Quantity) -> bool:
    """「30%の削減」「30%ほど短縮」: a word of direction behind the share, nothing else between."""
    text = behind(analysis, quantity.span.end, most=5)
    gap = compiled(_JA_BETWEEN).match(text)
    start = _character(analysis, quantity.span.end, gap.end() if gap else 0)
    groups = places(analysis, "direction_up", "direction_down", "by_degree", "saving")
    doing = predicate_at(analysis, start)
    if doing is not None and _describes(analysis, doing):
        return False
    turned = doing is not None and "change" in doing.groups
    return turned or any(place.span.start == start for place in groups)


def _describes(analysis: Analysis, doing: Predicate) -> bool:
    """「3割縮んだ1本を選ぶ」: the change tells which one is meant."""
    after = words(analysis, doing.span.end, doing.span.end + 1)
    counted = bool(after) and after[0].tag.startswith("名詞-数詞")
    return doing.clause == "relative" or (doing.form == "plain" and counted)


def _character(analysis: Analysis, position: int, offset: int) -> int:
    """Where the text stands `offset` folded characters behind `position`."""
    for token in words(analysis, position, position + _FAR):
        if offset <= 0:
            return token.span.start
        offset -= len(token.text)
    return -1


def _is_by_amount(analysis: Analysis, quantity: Quantity) -> bool:
    """“a 20% drop”, “20% fewer”, “up 15%”, “grow revenue 30%”."""
    after = behind(analysis, quantity.span.end, most=2)
    nouns = places(analysis, "by_amount", "rises", "falls")
    start = quantity.span.end + 1
    if any(place.span.start in (start, start - 1) for place in nouns) and after:
        return True
    led = before(analysis, quantity.span.start, most=1)
    if led in ("up", "down", "by", "further", "another") and not _is_level(analysis, quantity):
        return True
    if after.split(" ")[0] in ("below", "above", "under", "over", "ahead", "behind", "better"):
        return True
    moving = places(analysis, "direction_up", "direction_down")
    if any(place.span.end == quantity.span.start - 1 for place in moving):
        return True
    return quantity.comparator in ("=", "~") and _is_bare_object(analysis, quantity)


def _is_bare_object(analysis: Analysis, quantity: Quantity) -> bool:
    """“Grow revenue 30%”: right behind the noun that the verb of change moves."""
    ways = places(analysis, "direction_up", "direction_down")
    found = (predicate_at(analysis, way.span.start) for way in ways)
    verbs = [p for p in found if p and p.clause == "main" and p.form == "plain"]
    if not verbs or analysis.metric is None:
        return False
    return verbs[0].span.end < analysis.metric.span.end == quantity.span.start - 1


# --- What is compared with ------------------------------------------------------------------------


def base(analysis: Analysis) -> Answer:
    """What a share is of: a starting value, a plan, an earlier period, or the resulting value."""
    baseline = analysis.change.baseline
    start = [Evidence(baseline.span, baseline.field)] if baseline else []
    return answer([*start, *compared_with(analysis), *_results(analysis)])


def _results(analysis: Analysis) -> Iterator[Evidence]:
    """「840件(30%減)に」, “to 840 a month (-30%)”: the value that the change comes to."""
    for quantity in own_figures(analysis):
        if quantity.kind != "number" or quantity.comparator in ("+", "-"):
            continue
        if in_brackets(analysis, quantity.span.start):
            yield spot(quantity)
        elif analysis.language == "ja":
            after = behind(analysis, quantity.span.end, most=1)
            if after[:1] in ("に", "へ", "ま", "(", "か"):
                yield spot(quantity)
        elif before(analysis, quantity.span.start, most=1) in ("to", "from", "(", "at", "of"):
            yield spot(quantity)
