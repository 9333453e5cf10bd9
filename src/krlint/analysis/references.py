"""Figures that only say where things stand, or what is compared with: no targets."""

import re
from collections.abc import Mapping

from krlint.model import Language, Quantity

_MONTHS = r"(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]u[nl]|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)"
_BEFORE: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        r"(?:現状値?|現在|前回|前年度?(?!比)|昨年度?(?!比)|前期(?!比)|先月|前月(?!比)|昨期"
        r"|(?<!昨)今は|いま|これまで|従来|直近(?!\d)|当初|もともと|ベースライン|時点"
        r"|(?:Q[1-4]|\d{1,2}月)(?=は|:|の?実績|時点)|(?:^|[/、(\s])(?=実績))"
        r"(?:実績|時点)?[はのでが:、=]{0,2}[^。、()\d]{0,8}$"
    ),
    "en": re.compile(
        r"(?:\b(?:now|today|currently|was|were|previously|formerly|at\spresent|baseline|instead\sof"
        r"|compared\s(?:with|to)|versus|against)\b[^.;,()\d]{0,24}"
        r"|\b(?:vs\.?|versus)\s[^;]{0,14}"
        r"|\b(?:last|previous|prior)\s\w{1,10}(?:'s)?[^.;,()\d]{0,14}"
        r"|\b(?:up|down|hal(?:f|ve|ved)|rise|rose|fall|fell|improv\w{0,4}|reduc\w{0,5}"
        r"|increas\w{0,4})\s[^.;()\d]{0,24}?\bfrom\s(?:about\s|around\s)?"
        rf"|\b(?:[Qq][1-4]|{_MONTHS}[a-z]{{0,6}}):\s?)$"
    ),
}
_AFTER: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(r"\s?(?:だった|でした|のところ|にとどま|しかな|と現状|\(現状\)|\(現在\))"),
    "en": re.compile(
        r"\s(?:(?:in\s|at\s)?(?:last|the\sprevious|the\sprior)\s\w{1,10}|now\b|today\b|currently\b"
        r"|at\spresent|the\syear\sbefore|a\syear\sago)"
    ),
}
_REACH = 44


def is_reference(text: str, language: Language, quantity: Quantity) -> bool:
    """Whether the figure is past, present ("now 5", 「前回4.1」) or one to compare with."""
    start, end = quantity.span
    before = _BEFORE[language].search(text, max(0, start - _REACH), start)
    if before is not None:
        return language == "en" or not _is_share_of(text, quantity)
    return _AFTER[language].match(text, end) is not None


def _is_share_of(text: str, quantity: Quantity) -> bool:
    """前年の80%に: so much of what was is a target; 前年の80%から is where it started."""
    start, end = quantity.span
    relative = quantity.kind in ("percent", "multiple") or (quantity.unit or "").startswith("/")
    return relative and text[start - 1 : start] == "の" and not text.startswith("から", end)
