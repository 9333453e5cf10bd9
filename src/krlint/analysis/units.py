"""Units of measurement, what kind of quantity they make, and what they are to each other."""

from collections.abc import Mapping
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

_SIZES: tuple[Mapping[str, float], ...] = (
    {"%": 1.0, "percent": 1.0, "per cent": 1.0, "パーセント": 1.0, "割": 10.0, "‰": 0.1},
    {"KB": 1e3, "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12},
    {"mg": 1e-3, "g": 1.0, "kg": 1e3, "t": 1e6, "トン": 1e6},
    {"mm": 1e-3, "cm": 1e-2, "m": 1.0, "km": 1e3},
    {"ml": 1e-3, "L": 1.0},
    {"Wh": 1.0, "kWh": 1e3, "MWh": 1e6, "GWh": 1e9},
)
"""Units that measure the same, by what they are to each other (BIPM, The SI Brochure, 2019)."""
_WORKING = ("営業日", "working day", "business day")


def seconds(unit: str | None) -> float | None:
    """The length of one `unit` of time in seconds; None for what is no unit of time."""
    if unit is None:
        return None
    return _SECONDS.get(unit) or _SECONDS.get(unit.lower().rstrip("s"))


def alike(one: str | None, other: str | None) -> bool:
    """The same unit, or two units of time."""
    return one == other or (seconds(one) is not None and seconds(other) is not None)


def size(value: float, unit: str | None) -> float:
    """The value in its base unit (seconds, per cent), so that values of two units compare."""
    if unit == "割":
        return value * 10
    return value * (seconds(unit) or 1.0)


def common(first: str, second: str) -> tuple[float, float] | None:
    """
    What values in each of two units are to be multiplied by to compare; None if they do not.

    A working day is no day: how many make a week is the company's affair.
    """
    one, other = _bare(first), _bare(second)
    if one == other:
        return 1.0, 1.0
    if (one in _WORKING) != (other in _WORKING):
        return None
    spans = seconds(one), seconds(other)
    if spans[0] and spans[1]:
        return spans[0], spans[1]
    sizes = next((sizes for sizes in _SIZES if one in sizes and other in sizes), None)
    return (sizes[one], sizes[other]) if sizes else None


def _bare(unit: str) -> str:
    """The unit without plural and full words' capitals: "Days" and "day" are one."""
    return unit if len(unit) < 4 or not unit.isascii() else unit.lower().removesuffix("s")


def kind(unit: str | None) -> QuantityKind:
    """What a figure with this unit is: a percentage (割 and points too), a multiple, a rank …"""
    if unit is None:
        return "number"
    if compiled(_PERCENT).match(unit):
        return "percent"
    if unit[0] == "倍" or unit in ("x", "×"):
        return "multiple"
    return "rank" if unit[0] == "位" else "number"
