"""Whether a measure is to reach a level, and whether one knows where it stands today."""

from krlint.analysis.patterns import compiled
from krlint.analysis.senses import sense
from krlint.analysis.signals.answers import Answer, answer, mains, spot
from krlint.analysis.signals.compared import is_relative
from krlint.analysis.signals.nearby import around, before, behind, in_brackets, noted, places
from krlint.model import Analysis, Evidence, Predicate, Quantity

_JA_TO = r"(?:程度|ほど|台)?(?:に|へ|まで)?(?:大きく|さらに|一気に)?"
_JA_ENDS = r"(?:程度|ほど|台)?(?:に|へ|まで|を(?:達成|実現|目指す))?(?:する|$|[。、,;(])"
_EN_ATTAINS = ("reach", "reaches", "hit", "hits", "achieve", "achieves")
_EN_REACHES = ("to", "at", "of", "is", ":", "past", *_EN_ATTAINS)
_EN_AWAY = r"\b(?:up|down)\sto$"
_BY_POINTS = ("up", "down", "by", "gain", "add", "further", "another")
_EN_ASIDE = ("with", "in", "across", "for", "on", "per", "within", "of")
_BOUNDS = ("<", "<=", ">", ">=")
_WAYS = ("direction_up", "direction_down")


def level(analysis: Analysis) -> Answer:
    """A measure is to reach a level (「応答時間を300msに」), and its start matters."""
    slot = analysis.change.target
    quantity = slot.quantity if slot else None
    if quantity is None or not _is_standing(analysis, quantity):
        return Answer(False)
    if analysis.change.direction == "keep" or _is_kept(analysis) or analysis.kind == "baseline":
        return Answer(False)
    moved = _moves(analysis, quantity)
    if quantity.field is not None:
        reached = quantity.comparator not in _BOUNDS and analysis.metric is not None
    elif quantity.comparator in _BOUNDS and not _is_up_to(analysis, quantity):
        aside = before(analysis, quantity.span.start, most=1) in _EN_ASIDE
        reached = moved and analysis.metric is not None and not aside
    else:
        reached = _is_reached(analysis, quantity, moved=moved)
    return answer([spot(quantity)] if reached else [])


def _is_standing(analysis: Analysis, quantity: Quantity) -> bool:
    """A value to arrive at: neither zero nor all, and no change by an amount."""
    if quantity.kind not in ("number", "percent") or not quantity.low:
        return False
    if quantity.low != quantity.high or _is_whole(quantity):
        return False
    if quantity.comparator in ("+", "-") or is_relative(analysis, quantity):
        return False
    return quantity in analysis.figures and not (
        quantity.field is None and in_brackets(analysis, quantity.span.start)
    )


def _is_whole(quantity: Quantity) -> bool:
    """100%, “12 of 12”."""
    if quantity.kind == "percent":
        return (quantity.low or 0) >= 100
    return (quantity.unit or "").startswith(f"of {quantity.low:g}")


def _is_kept(analysis: Analysis) -> bool:
    """Something is to stay as it is, if only on the side (“while keeping CSAT above 88%”)."""
    kept = places(analysis, "direction_keep")
    if analysis.language == "en":
        return bool(kept)
    # 「維持率」 is a measure; only a predicate keeps.
    return any(around(analysis, place.span.start) is not None for place in kept)


def _moves(analysis: Analysis, quantity: Quantity) -> bool:
    """The key result says that the measure rises or falls; “exceeds 96%” is but a bound."""
    start, end = quantity.span
    ways = [w.span.start for w in places(analysis, *_WAYS) if not start <= w.span.start < end]
    found = (around(analysis, way) for way in ways)
    return any(p is not None and p.clause == "main" for p in found)


def _is_up_to(analysis: Analysis, quantity: Quantity) -> bool:
    """“Get it up to 72%” goes there; “answer up to 12 calls” is a limit."""
    text = analysis.key_result.text[quantity.span.start : quantity.span.end]
    return text.lower().startswith("up to") and quantity.kind == "percent"


def _is_reached(analysis: Analysis, quantity: Quantity, *, moved: bool) -> bool:
    if analysis.language == "ja":
        return _is_reached_ja(analysis, quantity)
    led = before(analysis, quantity.span.start, most=2)
    last = led.split(" ")[-1]
    if last in _BY_POINTS or (last == "of" and not _is_metric_of(analysis, quantity)):
        return False
    if last in ("a", "an") and not any(sense(p) == "attain" for p in mains(analysis)):
        return False  # “a 5% sample” qualifies, “achieve a 65% ratio” reaches
    away = compiled(_EN_AWAY).search(led) is not None
    attained = last in _EN_ATTAINS and quantity.kind == "percent"
    if not (moved or away or attained or analysis.metric is not None):
        return False
    return away or last in _EN_REACHES or quantity.kind == "percent"


def _is_metric_of(analysis: Analysis, quantity: Quantity) -> bool:
    """“a score of 4.6”, but no “dataset of 40,000 places”."""
    metric = analysis.metric
    return metric is not None and 0 < quantity.span.start - metric.span.end <= len(" of ")


def _is_reached_ja(analysis: Analysis, quantity: Quantity) -> bool:
    """「18件にする」「15本に減らす」「継続率 85%」; no 「3拠点に導入」."""
    after = behind(analysis, quantity.span.end, most=5)
    if analysis.metric is not None and compiled(_JA_ENDS).match(after):
        return True
    to = compiled(_JA_TO).match(after)
    start = quantity.span.end + (to.end() if to else 0)
    return any(
        (sense(p) == "attain" or _turns(p))
        and 0 <= p.span.start - start <= 1
        and start > quantity.span.end
        and (analysis.metric is not None or _turns(p))
        for p in mains(analysis)
    )


def _turns(predicate: Predicate) -> bool:
    return sense(predicate) == "change" or not set(_WAYS).isdisjoint(predicate.groups)


_NOTED = (
    r"(?i)現状|現在|いま|今の|前回|前期|前年|昨年|実績|baseline|today|now|current|last|previous"
)


def starting_value(analysis: Analysis) -> Answer:
    """The value that the measure has today: “from 41%”, 「(現状25%)」, a column “Baseline”."""
    baseline = analysis.change.baseline
    if baseline:
        return Answer(True, (Evidence(baseline.span, baseline.field),))
    return answer(noted(analysis, _NOTED))


def from_nothing(analysis: Analysis) -> Answer:
    """What is measured is new, so that it starts at nothing: 「新店の会員」, “new hostel”."""
    return answer(places(analysis, "from_nothing"))
