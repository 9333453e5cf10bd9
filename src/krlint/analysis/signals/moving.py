"""Whether what the words say of a change is what its figures say."""

from krlint.analysis import movement
from krlint.analysis.comparison import values
from krlint.analysis.signals.answers import Answer, answer
from krlint.model import Analysis, Evidence, Slot, Span

_OPPOSITE = {"up": "down", "down": "up"}


def from_to(analysis: Analysis) -> Answer:
    """It says with figures where it starts and where it is to end: 2%から3%に."""
    pair = movement.pair(analysis)
    return answer([_place(*pair)] if pair else [])


def _place(baseline: Slot, target: Slot) -> Evidence:
    """From the one figure to the other; where a field gives one of them, that one."""
    for slot in (target, baseline):
        if slot.field is not None:
            return Evidence(slot.span, slot.field)
    start = min(baseline.span.start, target.span.start)
    return Evidence(Span(start, max(baseline.span.end, target.span.end)))


def contradiction(analysis: Analysis) -> Answer:
    """The verb says one way and the figures go the other: 2%から3%に削減, “improve churn” too."""
    said, way = movement.wanted(analysis), movement.moved(analysis)
    if said is None or way is None or movement.apart(analysis):
        return Answer(False)
    return answer([Evidence(said[1])] if _OPPOSITE.get(said[0]) == way else [])


def _bound(analysis: Analysis) -> str:
    """Which side of the target is good, as a comparator: its own, or what the words say."""
    pair = movement.pair(analysis)
    own = pair[1].quantity.comparator if pair and pair[1].quantity else "="
    if not movement.apart(analysis):
        return "="
    if own != "=" and pair and not pair[1].text.lower().startswith("up to"):
        return own
    said = movement.wanted(analysis)
    return {"up": ">=", "down": "<="}.get(said[0], "=") if said else "="


def standstill(analysis: Analysis) -> Answer:
    """The value to reach is the one that it starts from, or the start is beyond it already."""
    change = analysis.change
    pair = movement.pair(analysis)
    known = values(analysis.key_result.text, change.baseline, change.target)
    if pair is None or known is None:
        return Answer(False)
    first, last = known.first, known.last
    if not (movement.apart(analysis) or movement.joined(analysis)):
        return Answer(False)
    if movement.apart(analysis) and last == 0:
        # Zero accidents, zero last year: there is nothing beyond it, and keeping it is the point.
        return Answer(False)
    met = {">=": first >= last, ">": first > last, "<=": first <= last, "<": first < last}
    return answer([_place(*pair)] if met.get(_bound(analysis), first == last) else [])


def keeping(analysis: Analysis) -> Answer:
    """It says that things are to stay as they are: 維持する, maintain, steady at."""
    return answer(Evidence(word.span) for word in movement.kept(analysis))
