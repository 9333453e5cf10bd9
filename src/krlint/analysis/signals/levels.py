"""Whether a measure is to reach a level, and whether one knows where it stands today."""

from krlint.analysis.patterns import compiled
from krlint.analysis.senses import sense
from krlint.analysis.signals.answers import Answer, answer, mains, spot
from krlint.analysis.signals.compared import is_relative
from krlint.analysis.signals.nearby import before, behind, places
from krlint.model import Analysis, Evidence, Quantity

_JA_REACHES = r"(?:程度|ほど|台)?(?:に(?!つい|お|関|対|よ)|へ|まで|を(?:達成|実現|目指)|$|[。、(])"
_EN_REACHES = (
    "to",
    "at",
    "of",
    "is",
    ":",
    "reach",
    "reaches",
    "hit",
    "hits",
    "achieve",
    "=",
    "are",
)
_BOUNDS = ("<", "<=", ">", ">=")


def level(analysis: Analysis) -> Answer:
    """A measure is to reach a level (「応答時間を300msに」), and its start matters."""
    slot = analysis.change.target
    quantity = slot.quantity if slot else None
    if quantity is None or not _is_standing(analysis, quantity):
        return Answer(False)
    if analysis.change.direction == "keep" or analysis.kind == "baseline":
        return Answer(False)
    if quantity.comparator in _BOUNDS:
        return answer([spot(quantity)] if _moves(analysis) else [])
    return answer([spot(quantity)] if _is_reached(analysis, quantity) else [])


def _is_standing(analysis: Analysis, quantity: Quantity) -> bool:
    """A level of a measure: neither zero nor all, no change by an amount, no bare count."""
    if quantity.kind not in ("number", "percent") or not quantity.low:
        return False
    if quantity.kind == "percent" and quantity.low >= 100:
        return False
    if quantity.comparator in ("+", "-") or is_relative(analysis, quantity):
        return False
    measured = quantity in analysis.outcomes or quantity.unit is None
    return analysis.metric is not None and quantity in analysis.figures and measured


def _moves(analysis: Analysis) -> bool:
    """The predicate says that the measure rises or falls."""
    ways = places(analysis, "direction_up", "direction_down")
    return any(
        p.span.start <= way.span.start < p.span.end and sense(p) == "change"
        for p in mains(analysis)
        for way in ways
    )


def _is_reached(analysis: Analysis, quantity: Quantity) -> bool:
    if quantity.field is not None:
        return True
    if analysis.language == "ja":
        after = behind(analysis, quantity.span.end, most=3)
        return compiled(_JA_REACHES).match(after) is not None
    led = before(analysis, quantity.span.start, most=1)
    return led in _EN_REACHES or quantity.kind == "percent"


def starting_value(analysis: Analysis) -> Answer:
    """The value that the measure has today: “from 41%”, 「(現状25%)」, a column “Baseline”."""
    baseline = analysis.change.baseline
    return answer([Evidence(baseline.span, baseline.field)] if baseline else [])


def from_nothing(analysis: Analysis) -> Answer:
    """What is measured is new, so that it starts at nothing: 「新サービスの会員」, “new region”."""
    return answer(places(analysis, "from_nothing"))
