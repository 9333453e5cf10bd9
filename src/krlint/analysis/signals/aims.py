"""Whether an objective measures."""

from krlint.analysis.signals.answers import Answer, answer, spot
from krlint.analysis.units import seconds
from krlint.model import Analysis, Quantity

_SPELLED = "一二三四五六七八九"
# 「3つの柱」「100年続く」「創業50周年」: how many parts, or how long, says no how far.
_PARTS = ("つ", "本柱", "大", "周年", "代", "pillars", "anniversary")
_MONTH = 28 * 86400.0


def measured_aim(analysis: Analysis) -> Answer:
    """
    A figure says how far: 「売上10億円」.

    A rank, “all” or “none” says how high, a small number in words how many parts: “two pillars”.
    """
    return answer(spot(q) for q in analysis.figures if _measures(q, analysis))


def _measures(quantity: Quantity, analysis: Analysis) -> bool:
    if quantity.kind in ("percent", "multiple"):
        return True
    if quantity.kind != "number" or quantity.comparator != "=":
        return quantity.kind == "number"
    start, end = quantity.span
    said, behind = analysis.key_result.text[start:end], analysis.key_result.text[end : end + 2]
    in_words = said[0] in _SPELLED or (said.isascii() and not any(c.isdigit() for c in said))
    score = analysis.key_result.text[max(0, start - 1) : start] == "/"  # "… /10" waits for one
    few = in_words and (quantity.low or 0) <= 10
    lasts = (seconds(quantity.unit) or 0) >= _MONTH
    return not (few or lasts or score) and quantity.unit not in _PARTS and behind != "でも"
