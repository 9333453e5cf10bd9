"""Team and period out of headings such as 「採用チーム 25Q3 OKR」."""

import re
from functools import lru_cache

from krlint.readers.labels import OKR, PERIOD, explains, widths

_TEAM_JA = re.compile(
    r"\S{1,25}(?:部門|本部|事業部|部|室|課|チーム|グループ|センター|委員会|ユニット|係|局|支店|事務局)(?:[／/・\s]\S{1,25})?"
)
_TEAM_EN = re.compile(
    r"(?:(?:[A-Z&]\S*|and|of)\s){1,4}(?:team|department|dept\.?|group|office|unit|squad|wg|division|operations|guild|chapter)"
    r"|(?:team|department|office|squad)\s\S+(?:\s\S+)?",
    re.I,
)
_WHOLE = re.compile(r"company(?:[\s-]wide|\slevel)?|organi[sz]ation|全社|会社|全体", re.I)
_NOISE = re.compile(
    r"シート|目標|一覧|計画|設定|たたき台|案|\b(?:sheet|draft|final|tracker|plan|planning|our|the|for|quarterly|annual|half|first|second|to)\b"
    r"|[v]\d+(?:\.\d+)*|の$|^の",
    re.I,
)
# "Harbour Lane", "Platform Eng", "allotment society": a few words without a verb's look.
_NAME = re.compile(r"[A-Za-z][\w.&'-]*(?:\s[\w.&'-]+){0,4}")
_EDGES = " \t\u3000/|:：,、・-–—_()（）[]【】#*~〜～.。’'‘"


@lru_cache(maxsize=1024)
def is_period(heading: str) -> bool:
    """Whether a heading names a quarter, half or year."""
    return PERIOD.search(widths(heading[:120])) is not None


@lru_cache(maxsize=1024)
def is_okr(heading: str) -> bool:
    """Whether a heading speaks of OKRs."""
    return OKR.search(widths(heading[:160])) is not None


@lru_cache(maxsize=1024)
def is_okr_title(heading: str) -> bool:
    """Whether a heading says that the OKRs themselves follow: "OKRs", "Harbour OKRs", 「営業部OKR」."""
    head = widths(heading[:80]).strip(_EDGES)
    found = OKR.search(head)
    if found is None or explains(heading) or len(head.split()) > 6:
        return False
    return not re.search(r"\w", _NOISE.sub("", head[found.end() :]))


@lru_cache(maxsize=1024)
def names_team(heading: str) -> bool:
    """Whether a heading is a department's or team's name."""
    head = heading.strip()
    if len(head) > 40 or re.search(r"[。、:：]", head):
        return False
    if _TEAM_JA.fullmatch(head) or _WHOLE.fullmatch(head):
        return True
    return _TEAM_EN.fullmatch(head) is not None and head[0].isupper() and "+" not in head


def team_in(title: str) -> str | None:
    """The team that a document's title names, or None."""
    if not is_okr(title):
        return None
    rest = PERIOD.sub(" ", OKR.sub("\n", widths(title[:160])))
    parts = [
        " ".join(_NOISE.sub(" ", part).split()).strip(_EDGES) for part in re.split(r"[\n,]", rest)
    ]
    for part in parts:
        if names_team(part) or (_NAME.fullmatch(part) and not explains(title)):
            return part
    return None
