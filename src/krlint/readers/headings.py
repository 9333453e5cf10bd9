"""
What a heading or title says: OKRs, a period, a team, an explanation, a part beside the OKRs.

Like the column names of `fields`, these words are a notation of documents rather than a
linguistic lexicon: they stand here, frozen, so that reading Markdown costs no YAML.
"""

import re
from functools import lru_cache

from krlint.readers.widths import widths

OKR = re.compile(
    r"\bokrs?\b|(?<![a-z])okrs?(?![a-z])|objectives?\s?(?:and|&|,|/)\s?key[\s-]?results?"
    r"|目標と(?:主要|主)?な?(?:成果|結果)",
    re.I,
)

PERIOD = re.compile(
    r"(?:fy|cy)?\s?['’]?\d{2,4}\s?[-/]?\s?(?:q[1-4]|h[12]|[1-4]q|[12]h|上期|下期)|(?:q[1-4]"
    r"|h[12]|[1-4]q|[12]h)(?![a-z\d])"
    r"|(?<!\d)(?:19|20)\d{2}\s?(?:年度?)?(?:\s?[\-/–]\s?\d{2,4})?(?:\s?\d{1,2}\s?月(?:期"
    r"|度)?)?(?!\d)"
    r"|(?:令和|平成|r)\s?\d{1,2}\s?年度?|第\s?[1-4一二三四]\s?四半期|[上下]半?期|今期|来期"
    r"|\d{1,2}\s?月?\s?[~〜～\-–]\s?(?:\d{2,4}[年/])?\d{1,2}\s?月|\bfy\s?\d{2,4}"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?\s\d{2,4}\b|\bquarter(?:ly)?\b",
    re.I,
)

_EXPLAINS = re.compile(
    r"とは|について|書き方|使い方|作り方|立て方|用語|定義|概念|ガイド|ルール|考え方|記入例"
    r"|よくある質問|議事録|要件|仕様"
    r"|^[\d.\s]{0,8}(?:what|why|how|when)\b(?!.{0,20}(?:know|tell|measure))"
    r"|^[\d.\s]{0,8}about\b|\bintro|\bguide|\bdefinition|\bconcept|\bglossary"
    r"|\bterminology|\bfaq\b|\btips\b|\bbest\spractices?\b|\bfeatures?\b|\bformat\b"
    r"|\btracker\b|\bminutes\b|\bhandbook\b",
    re.I,
)

_EXAMPLE = re.compile(r"(?<!記入)例|サンプル|テンプレ|\bexample|\bsample|\btemplate", re.I)

_REPORTS = re.compile(
    r"議事録|議事メモ|定例|週報|日報|\bminutes\b|\bmeeting\b|\bsync\b|\bcall\b|\bstand-?up\b"
    r"|\bagenda\b",
    re.I,
)

_ASIDE_HEADING = re.compile(
    r"(?:notes?|links?|references?|resources?|process|agenda|actions?|action\sitems"
    r"|next\ssteps|to-?dos?|risks?|roadmap|summary|background"
    r"|context|overview|status|reviews?|retros?|retrospective|scoring|scores?|history"
    r"|change-?log|contacts?|members?|mission|vision"
    r"|values|principles|timeline|schedule|budget|faq|appendix|initiatives?|projects?|tasks?"
    r"|backlog|dependencies|assumptions|glossary"
    r"|installation|usage|license|contributing|features?|requirements?|attendees|participants"
    r"|further\sreading|see\salso|table\sof\scontents)\W*$"
    r"|(?:備考|メモ|補足|参考|リンク|背景|概要|目次|体制|メンバー|スケジュール|日程|予算"
    r"|リスク|課題|アクション|施策|進捗|振り返り|ふりかえり|次回"
    r"|今週|来週|今月|来月|更新履歴|履歴|凡例|ミッション|ビジョン|バリュー|今後|前提|制約"
    r"|注意|連絡|打ち手|参加者|出席者|決定事項|宿題)",
    re.I,
)

_PARKED = re.compile(
    r"park(?:ed|ing)\b|later\b|back-?log\b|ice-?box\b|on\shold\b|deferred\b|postponed\b"
    r"|next\s(?:quarter|year|cycle)\b"
    r"|保留|解像度が上が|ペンディング|パーキング|見送り|後回し|先送り|次期(?:以降|に|へ)"
    r"|来期(?:以降|に|へ)|寝かせ|温存|棚上げ|あとで",
    re.I,
)

_UNWANTED = re.compile(
    r"not\s(?:doing|now|this|in\sscope|working)|won.?t\sdo|out\sof\sscope|やらない|対象外"
    r"|しないこと",
    re.I,
)

_TEAM_JA = re.compile(
    r"\S{1,25}(?:部門|本部|事業部|部|室|課|チーム|グループ|センター|委員会|ユニット|係|局"
    r"|支店|事務局)(?:[／/・\s]\S{1,25})?"
)

_TEAM_EN = re.compile(
    r"(?:(?:[A-Z&]\S{0,40}|and|of)\s){1,4}(?:team|department|dept\.?|group|office|unit|squad|wg"
    r"|division|operations|guild|chapter)"
    r"|(?:team|department|office|squad)\s\S{1,40}(?:\s\S{1,40})?",
    re.I,
)

_WHOLE = re.compile(r"company(?:[\s-]wide|\slevel)?|organi[sz]ation|全社|会社|全体", re.I)

_NOISE = re.compile(
    r"シート|目標|一覧|計画|設定|たたき台|案|\b(?:sheet|draft|final|tracker|plan|planning|our"
    r"|the|for|quarterly|annual|half|first|second|to)\b"
    r"|[v]\d+(?:\.\d+)*|の$|^の",
    re.I,
)

# "Harbour Lane", "Platform Eng", "allotment society": a few words without a verb's look.
_NAME = re.compile(
    r"(?!.{0,160}\b(?:about|of|on|with|in|and|from|by|my|your)$)"
    r"[A-Za-z][\w.&'-]{0,40}(?:\s[\w.&'-]{1,40}){0,4}"
)

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
    """Whether a heading says that OKRs follow: "OKRs", "Harbour OKRs", 「営業部OKR」."""
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


@lru_cache(maxsize=1024)
def explains(heading: str) -> bool:
    """Whether a heading announces an explanation of OKRs."""
    head = widths(heading[:120])
    return _EXPLAINS.search(head) is not None and _EXAMPLE.search(head) is None


@lru_cache(maxsize=1024)
def is_example(heading: str) -> bool:
    """Whether a heading announces an example."""
    return _EXAMPLE.search(widths(heading[:120])) is not None


def reports(heading: str) -> bool:
    """Whether a heading is that of minutes: what they say of key results is how these fare."""
    return _REPORTS.search(widths(heading[:120])) is not None


def is_aside(heading: str) -> bool:
    """Whether a heading names one of the parts that documents have beside their OKRs."""
    return _ASIDE_HEADING.match(widths(heading[:60]).lstrip(" *_#【[■●◆1234567890.")) is not None


def parked(text: str) -> bool:
    """Whether a heading or lead-in says that what follows is not set yet."""
    head = widths(text[:80]).lstrip(" *_~`#-【[（(■●◆◎○・")
    return _PARKED.match(head) is not None


def unwanted(text: str) -> bool:
    """Whether a heading says that what follows will not be done at all."""
    return _UNWANTED.search(widths(text[:80])) is not None
