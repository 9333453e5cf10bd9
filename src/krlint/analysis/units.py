"""Units of measurement, what kind of quantity they make, and what they are to each other."""

from typing import Literal

from krlint.analysis.patterns import compiled

QuantityKind = Literal["number", "percent", "multiple", "all", "none", "rank", "placeholder"]

CURRENCY = "$€£¥￥"
MEASURES = (
    r"%|‰|ppm|bps|[kMGTP]?i?[Bb]ps|[kMGTP]B|[kMG]?Wh?|dB|px|fps|rps|qps|tps"
    r"|ms|μs|us|ns|secs?|mins?|hrs?|hours?|[shdwm]|wks?|mos?|yrs?|days?|weeks?|months?|years?"
    r"|[km]?g|ha|km|cm|mm|m²|m2|ml|[tLx×]|pts?|pp|USD|EUR|GBP|JPY"
)
GLUED = rf"(?:{MEASURES})(?![A-Za-z0-9])"
_PERCENT = r"%|割|(?i:percent|per cent|パーセント|ポイント|pp|pts?\b|points?\b)"

_SECONDS = {
    "ms": 1e-3, "ミリ秒": 1e-3,
    "s": 1.0, "sec": 1.0, "second": 1.0, "秒": 1.0, "秒間": 1.0,
    "m": 60.0, "min": 60.0, "minute": 60.0, "分": 60.0, "分間": 60.0,
    "h": 3600.0, "hr": 3600.0, "hour": 3600.0, "時間": 3600.0,
    "d": 86400.0, "day": 86400.0, "日": 86400.0, "日間": 86400.0, "営業日": 86400.0,
    "working day": 86400.0, "business day": 86400.0,
    "w": 604800.0, "wk": 604800.0, "week": 604800.0, "週間": 604800.0, "週": 604800.0,
    "mo": 2629800.0, "month": 2629800.0, "か月": 2629800.0, "ヶ月": 2629800.0,
    "カ月": 2629800.0, "ヵ月": 2629800.0, "ケ月": 2629800.0,
    "yr": 31557600.0, "year": 31557600.0, "年": 31557600.0, "年間": 31557600.0,
}  # fmt: skip


def seconds(unit: str | None) -> float | None:
    """The length of one `unit` of time in seconds; None for what is no unit of time."""
    if unit is None:
        return None
    return _SECONDS.get(unit) or _SECONDS.get(unit.lower().rstrip("s"))


def size(value: float, unit: str | None) -> float:
    """The value in its base unit (seconds, per cent), so that values of two units compare."""
    if unit == "割":
        return value * 10
    return value * (seconds(unit) or 1.0)


def kind(unit: str | None) -> QuantityKind:
    """What a figure with this unit is: a percentage (割 and points too), a multiple, a rank …"""
    if unit is None:
        return "number"
    if compiled(_PERCENT).match(unit):
        return "percent"
    if unit[0] == "倍" or unit in ("x", "×"):
        return "multiple"
    return "rank" if unit[0] == "位" else "number"
