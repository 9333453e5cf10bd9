"""Figures that only say where things stand, or what is compared with: no targets."""

from collections.abc import Mapping

from krlint.analysis.patterns import compiled
from krlint.analysis.phrases import entries
from krlint.model import Language, Quantity

_MONTHS = r"(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]u[nl]|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)"
_PERIOD = rf"(?:[QqHh][1-4]|FY\s?\d{{2,4}}|(?:19|20)\d\d|{_MONTHS}[a-z]{{0,6}})"
_BEFORE: Mapping[Language, str] = {
    "ja": (
        # 前年度比120% and 前年より5% are so much of what was, and say how far.
        r"(?:現状値?|現在|前回|(?<!対)前年度?+|昨年度?+|前期|先月|前月|昨期|(?<!昨)今は|いま|これまで|従来|直近(?!\d)"
        r"|(?:過去|ここ|この)\d{1,2}(?:年|[かカヶヵ]月|週)間?|当初|もともと|ベースライン|(?P<at>時点)"
        r"|(?:Q[1-4]|\d{1,2}月)(?=は|:|の?実績|時点)|(?:^|[/、(\s])(?=実績))"
        r"(?!同?[年期月週日]?対?比|(?:同[期月週日])?[をよか並]|[にと](?:比|対))"
        r"(?:実績|時点)?[はのでが:、=]{0,2}[^。、()\d→⇒}\]]{0,8}$"
    ),
    "en": (
        r"(?:\b(?:now|today|currently|was|were|previously|formerly|at\spresent|baseline|instead\sof"
        r"|compared\s(?:with|to)|versus|against)\b[^.;,()\d]{0,24}"
        r"|\((?:actual|current|present|start|base):?\s"
        r"|\b(?:vs\.?|versus)\s[^;]{0,14}"
        r"|\bwe(?:'re|\sare)\sat\s"
        r"|\b(?:[Ll]ast|[Pp]revious|[Pp]rior)\s(?!\w{1,10}(?:'s)?\s(?:target|goal|plan)\b)\w{1,10}(?:'s)?[^.;,()\d]{0,14}"
        r"|\b(?:up|down|hal(?:f|ve|ved)|rise|rose|fall|fell|improv\w{0,4}|reduc\w{0,5}"
        r"|increas\w{0,4})\s[^.;()\d]{0,24}?\bfrom\s(?:about\s|around\s)?"
        rf"|\b(?:[Qq][1-4]|{_MONTHS}[a-z]{{0,6}}):\s?)$"
    ),
}
_AFTER: Mapping[Language, str] = {
    "ja": r"\s?(?:だった|でした|のところ|にとどま|しかな|と現状|\(現状\)|\(現在\))",
    "en": (
        r"\s(?:(?:in\s|at\s)?(?:last|the\sprevious|the\sprior)\s\w{1,10}|now\b|today\b|currently\b"
        r"|at\spresent|the\syear\sbefore|a\syear\sago)"
    ),
}
_IN_PERIOD = rf"\s(?:in|for)\s{_PERIOD}\)"
_PROMISED = r"\b(?:has|have|had)\s(?:committed|promised|lent|pledged|assigned)\s(?:us\s)?$"
_REACH = 44
_HURRY = r"(?:に|へ)?(?:さらに|もっと|大幅に|着実に|一層)?の?"


def is_reference(text: str, language: Language, quantity: Quantity) -> bool:
    """Whether the figure is past, present ("now 5", 「前回4.1」) or one to compare with."""
    start, end = quantity.span
    before = compiled(_BEFORE[language]).search(text, max(0, start - _REACH), start)
    if before is not None:
        return language == "en" or not (
            "比" in before.group()  # 「前回移転比で30%」 compares
            or _is_share_of(text, quantity)
            or _is_due(text, before.start("at"), quantity)
        )
    if compiled(_AFTER[language]).match(text, end) is not None:
        return True
    if language == "ja":
        return _is_left(text, end)
    opens = text[start - 1 : start] == "("
    return opens and compiled(_IN_PERIOD).match(text, end) is not None


def _is_left(text: str, end: int) -> bool:
    """「月40件から減らす」: only where it starts is said; 「8社から集める」 says from whom."""
    if not text.startswith("から", end):
        return False
    rest = text[end + len("から") : end + _REACH]
    lead = compiled(_HURRY).match(rest)
    said = rest[lead.end() if lead else 0 :]
    moves = (*entries("ja", "direction_down"), *entries("ja", "direction_up"))
    stems = tuple(word[:-1] if "ぁ" <= word[-1] <= "ん" else word for word in moves)
    return said.startswith(stems) and not any(sign.isdigit() for sign in rest)


def is_promise(text: str, language: Language, quantity: Quantity) -> bool:
    """Whether the figure is what others give to the work: "IT has committed two people"."""
    start = quantity.span.start
    if language == "ja":
        return False
    return compiled(_PROMISED).search(text, max(0, start - _REACH), start) is not None


def _is_share_of(text: str, quantity: Quantity) -> bool:
    """前年の80%に: so much of what was is a target; 前年の80%から or 〜に対し is the start."""
    start, end = quantity.span
    relative = quantity.kind in ("percent", "multiple") or (quantity.unit or "").startswith("/")
    return (
        relative and text[start - 1 : start] == "の" and not text.startswith(("から", "に対"), end)
    )


def _is_due(text: str, at: int, quantity: Quantity) -> bool:
    """期末時点で12社, 9月時点で8割以上: the figure is what a day to come is to bring."""
    if at < 0:
        return False
    if quantity.comparator in (">=", ">", "<=", "<"):
        return True
    before = text[max(0, at - 16) : at]
    return before.endswith(("末", "了")) and before.rfind("(") <= before.rfind(")")
