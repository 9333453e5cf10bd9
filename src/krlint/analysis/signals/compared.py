"""Changes that are said as a share of something, and what they are a share of."""

from collections.abc import Iterator

from krlint.analysis.patterns import compiled
from krlint.analysis.signals.answers import Answer, answer, spot
from krlint.analysis.signals.nearby import before, behind, in_brackets, own_figures, places
from krlint.analysis.signals.yardsticks import compared_with
from krlint.model import Analysis, Evidence, Quantity

_POINTS = r"(?i)ポイント|pp$|pts?$|points?|percentage"
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
        return before(analysis, quantity.span.start, most=1) not in ("at", "to")
    if quantity.comparator in ("<", ">") or quantity.field is not None:
        return False
    if analysis.language == "ja":
        return _turns(analysis, quantity)
    return _is_by_amount(analysis, quantity)


def _turns(analysis: Analysis, quantity: Quantity) -> bool:
    """「30%の削減」「30%ほど短縮」: a word of direction behind the share, nothing else between."""
    text = behind(analysis, quantity.span.end, most=5)
    gap = compiled(_JA_BETWEEN).match(text)
    start = _character(analysis, quantity.span.end, gap.end() if gap else 0)
    words = places(analysis, "direction_up", "direction_down", "by_degree", "saving")
    starts = {place.span.start for place in words}
    starts.update(p.span.start for p in analysis.predicates if "change" in p.groups)
    starts.difference_update(p.span.start for p in analysis.predicates if p.clause == "relative")
    return start in starts


def _character(analysis: Analysis, position: int, offset: int) -> int:
    """Where the text stands `offset` folded characters behind `position`."""
    for token in analysis.tokens:
        if token.span.start >= position:
            if offset <= 0:
                return token.span.start
            offset -= len(token.text)
    return -1


def _is_by_amount(analysis: Analysis, quantity: Quantity) -> bool:
    """“a 20% drop”, “20% fewer”, “up 15%”, “grow revenue 30%”."""
    after = behind(analysis, quantity.span.end, most=2)
    nouns = places(analysis, "by_amount")
    start = quantity.span.end + 1
    if any(place.span.start in (start, start - 1) for place in nouns) and after:
        return True
    led = before(analysis, quantity.span.start, most=1)
    if led in ("up", "down", "by", "further", "another"):
        return True
    moving = places(analysis, "direction_up", "direction_down")
    if any(place.span.end == quantity.span.start - 1 for place in moving):
        return True
    return quantity.comparator in ("=", "~") and _is_bare_object(analysis, quantity)


def _is_bare_object(analysis: Analysis, quantity: Quantity) -> bool:
    """“Grow revenue 30%”: right behind the noun that the verb of change moves."""
    ways = places(analysis, "direction_up", "direction_down")
    main = [p for p in analysis.predicates if p.clause == "main" and p.form == "plain"]
    verbs = [p for p in main if any(w.span.start == p.span.start for w in ways)]
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
