"""
What marks objectives, key results and the sections around them, in both languages.

Like the column names of `fields`, these are a notation of documents rather than a linguistic
lexicon, and a Markdown file must be read without a YAML import: so they stand here, frozen.
All patterns are matched on the text after `widths`, which keeps every position.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from krlint.readers.fields import fold, known

Kind = Literal[
    "objective",  # "O1: text" or "Objective" alone
    "key_result",  # "KR1: text"
    "key_results",  # "Key results" alone: a list follows
    "maybe_key_results",  # "How we'll know:", taken where the document shows that it is one
    "parked",
    "team",
    "field",  # "Owner: text"
    "other",  # any other line that ends in a colon
]

_CIRCLED = {chr(0x2460 + n): str((n + 1) % 10) for n in range(20)}
_WIDTHS = str.maketrans(
    {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
    | {"\u3000": " ", "\u00a0": " ", "\t": " ", "―": "—", "－": "-", "−": "-"}
    | _CIRCLED
)

_NUMBER = (
    r"(?:\s?(?:\#|no\.?\s?|その|[-_])?\s?"
    r"(?P<number>\d{1,2}(?:[.\-‐–_]\d{1,2}){0,2}[a-z]?(?![a-z\d])|[a-z](?=\s?[:.)])|(?:one|two|three|four|five)\b))"
)
_ASIDE = r"(?:\s?\((?P<aside>[^()]{0,30})\))?"
# What may close a label: brackets and marks, a separator, marks again.
_CLOSE = r"(?P<close>[\]】)）」』*_~`\s]{0,8})"
_SEPARATOR = (
    r"(?P<separator>[:|・]|[.)](?=\s|\D|$)|[\-–—]{1,2}(?=\s|$|[^\x00-\x7f])|=)?[*_~`\s]{0,8}"
)

_KR_WORD = (
    r"(?:okr[-_ ]?)?(?:o\d{1,2}[-_./ ]{0,3})?"
    r"(?P<word>krs?|k\.r\.|key[- ]?results?|(?:主要|主|重要|鍵となる)な?(?:成果指標|成果目標|成果|結果指標|結果)"
    r"|成果指標|成果目標|結果指標|成果|キー・?リザルト)"
)
_O_WORD = (
    r"(?:okr[-_ ]?)?(?:(?:company|team|our|全社|チーム|部門|個人)\s?(?=o|目))?"
    r"(?P<word>objectives?|obj\.?|o(?![a-z])|goals?|aims?|目標|目的|ゴール|オブジェクティブ|(?:めざす|目指す|ありたい|あるべき)姿)"
)
_KEY_RESULT = re.compile(
    _KR_WORD + _ASIDE + _NUMBER + "?" + r"(?:\s?\([^()]{0,30}\))?" + _CLOSE + _SEPARATOR, re.I
)
_OBJECTIVE = re.compile(
    _O_WORD + _ASIDE + _NUMBER + "?" + r"(?:\s?\([^()]{0,30}\))?" + _CLOSE + _SEPARATOR, re.I
)
_OWNED = re.compile(r"(?P<role>[A-Z][\w.&/]{0,20}\s(?:[\w.&/]{1,20}\s){0,4})(?=KR)")
_KR_SECTION = re.compile(
    r"(?:(?:our|the|team|quarterly|四半期の|今期の)\s?)?(?:okr[-_ ]?)?(?:o\s?[-#]?\d{1,2}[-_./ ]{0,3}の?)?"
    r"(?:krs?|key[- ]?results?|(?:主要|主|重要|鍵となる)な?(?:成果指標|成果目標|成果|結果指標|結果)|成果指標|成果目標|結果指標"
    r"|キー・?リザルト)"
    r"(?:[/・ ]{0,3}(?:krs?|key\s?results?))?"
    r"(?:\s?\([^()]{0,40}\))?(?:一覧|リスト|\slist)?(?:\s(?:for|of|to)\s.{1,40})?"
    r"(?:\s?[\-–—]?\s?(?:o|objective\s?)\d{0,2})?",
    re.I,
)
_MAYBE_SECTION = re.compile(
    r"(?:how\s(?:we.?ll|will\swe|we\swill|do\swe|we|you.?ll)\s(?:know|tell|measure|see)|we.?ll\sknow|we\swill\sknow"
    r"|(?:what\s)?success\slooks\slike|what\s(?:success|good)\slooks\slike|何をもって|どうなったら).{0,40}"
    r"|(?:measures?\sof\ssuccess|success\s(?:measures|metrics|criteria)|(?:as\s)?measured\sby|signs\sof\ssuccess"
    r"|(?:our\s)?(?:results?|outcomes?|targets?|measures)"
    r"|成果|結果|達成(?:の目安|指標|基準|条件|の証)|成功指標|成功の指標|判断基準|測り方|目安|数値目標|具体的な成果|めやす|ものさし)"
    r"(?:\s?\([^()]{0,30}\))?",
    re.I,
)
_PARKED = re.compile(
    r"park(?:ed|ing)\b|later\b|back-?log\b|ice-?box\b|on\shold\b|deferred\b|postponed\b|next\s(?:quarter|year|cycle)\b"
    r"|保留|解像度が上が|ペンディング|パーキング|見送り|後回し|先送り|次期(?:以降|に|へ)|来期(?:以降|に|へ)|寝かせ|温存|棚上げ|あとで",
    re.I,
)
_UNWANTED = re.compile(
    r"not\s(?:doing|now|this|in\sscope|working)|won.?t\sdo|out\sof\sscope|やらない|対象外|しないこと",
    re.I,
)
_TEAM = re.compile(
    r"(?:team|department|dept\.?|group|unit|squad|チーム名?|部署名?|部門名?|組織名?|所属|課|グループ名?)$",
    re.I,
)
_FIELD = re.compile(r"(?P<name>[^:|。]{1,30}?)[*_~`\s]{0,6}:[*_~`\s]{0,6}")
_DEFINITION = re.compile(
    r"(?:the\s|an?\s)?(?:set\sof\s|specific\s|measurable\s|quantitative\s|concrete\s|few\s){0,3}"
    r"(?:measures?|metrics?|outcomes?|milestones?|criteria|benchmarks?|indicators?|results?|steps?|statements?|descriptions?)"
    r"\s(?:that|which|to|by|used|you|of|we|for)\b"
    r"|(?:how|what|where|why)\s(?:do\s|will\s|can\s|should\s)?(?:you|we|i|to|it|they|your|progress|success)\b(?!.*\?\s*$)"
    r"|(?:(?:objectives?|key\s?results?|okrs?|krs?|they|it)\s)?(?:are|is|should|must|can|describe|measure|define|need(?:s)?\sto)\b"
    r"|(?:specific|measurable|achievable|relevant|time[- ]?bound|verifiable|ambitious|aggressive|actionable|quantitative|realistic)\W*$"
    r"|(?:具体的|測定可能|計測可能|挑戦的|現実的|定量的|期限付き)(?:な(?:もの|こと)|である(?:こと)?)?\W*$"
    r"|(?:目標|目的|主要な?結果|主要な?成果|成果指標|krs?|okrs?|objectives?|key\s?results?)(?:と)?は",
    re.I,
)
_DEFINITION_END = re.compile(
    r"(?:基準|指標|もの|こと|尺度|ものさし|数値|結果|状態|指針)(?:です|である|のこと|を指す|を表す|を示す)?[。.]?$"
)
_EXPLAINS = re.compile(
    r"とは|について|書き方|使い方|作り方|立て方|用語|定義|概念|ガイド|ルール|考え方|記入例|よくある質問|議事録|要件|仕様"
    r"|^[\d.\s]{0,8}(?:what|why|how|when)\b(?!.{0,20}(?:know|tell|measure))|^[\d.\s]{0,8}about\b|\bintro|\bguide|\bdefinition|\bconcept|\bglossary"
    r"|\bterminology|\bfaq\b|\btips\b|\bbest\spractices?\b|\bfeatures?\b|\bformat\b|\btracker\b|\bminutes\b|\bhandbook\b",
    re.I,
)
_REPORTS = re.compile(
    r"議事録|議事メモ|定例|週報|日報|\bminutes\b|\bmeeting\b|\bsync\b|\bcall\b|\bstand-?up\b|\bagenda\b",
    re.I,
)
_ASIDE_HEADING = re.compile(
    r"(?:notes?|links?|references?|resources?|process|agenda|actions?|action\sitems|next\ssteps|to-?dos?|risks?|roadmap|summary|background"
    r"|context|overview|status|reviews?|retros?|retrospective|scoring|scores?|history|change-?log|contacts?|members?|mission|vision"
    r"|values|principles|timeline|schedule|budget|faq|appendix|initiatives?|projects?|tasks?|backlog|dependencies|assumptions|glossary"
    r"|installation|usage|license|contributing|features?|requirements?|attendees|participants|further\sreading|see\salso|table\sof\scontents)\W*$"
    r"|(?:備考|メモ|補足|参考|リンク|背景|概要|目次|体制|メンバー|スケジュール|日程|予算|リスク|課題|アクション|施策|進捗|振り返り|ふりかえり|次回"
    r"|今週|来週|今月|来月|更新履歴|履歴|凡例|ミッション|ビジョン|バリュー|今後|前提|制約|注意|連絡|打ち手|参加者|出席者|決定事項|宿題)",
    re.I,
)
_EXAMPLE = re.compile(r"(?<!記入)例|サンプル|テンプレ|\bexample|\bsample|\btemplate", re.I)
OKR = re.compile(
    r"\bokrs?\b|(?<![a-z])okrs?(?![a-z])|objectives?\s?(?:and|&|,|/)\s?key[\s-]?results?|目標と(?:主要|主)?な?(?:成果|結果)",
    re.I,
)
PERIOD = re.compile(
    r"(?:fy|cy)?\s?['’]?\d{2,4}\s?[-/]?\s?(?:q[1-4]|h[12]|[1-4]q|[12]h|上期|下期)|(?:q[1-4]|h[12]|[1-4]q|[12]h)(?![a-z\d])"
    r"|(?<!\d)(?:19|20)\d{2}\s?(?:年度?)?(?:\s?[\-/–]\s?\d{2,4})?(?:\s?\d{1,2}\s?月(?:期|度)?)?(?!\d)"
    r"|(?:令和|平成|r)\s?\d{1,2}\s?年度?|第\s?[1-4一二三四]\s?四半期|[上下]半?期|今期|来期"
    r"|\d{1,2}\s?月?\s?[~〜～\-–]\s?(?:\d{2,4}[年/])?\d{1,2}\s?月|\bfy\s?\d{2,4}"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?\s\d{2,4}\b|\bquarter(?:ly)?\b",
    re.I,
)
_LEADS_IN = re.compile(
    r"(?<!or\s)(?<!and\s)(?<!&\s)(?:\bkrs?|\bkey\s?results?|成果指標|主要な?成果|主要な?結果)\s?(?:は|are)?\s?:\s*$",
    re.I,
)
_WEAK = re.compile(r"目的|ゴール|goals?|aims?|成果", re.I)
# 「KR1は順調」 and "KR1 went well" speak of a key result, they do not give it.
_PARTICLES = "はのがをもとにでへ、。（"
_JAPANESE = re.compile(r"[^\x00-\x7f]")


class Label(NamedTuple):
    """What a line's beginning says; the text behind it starts at `end`."""

    kind: Kind
    end: int
    number: str | None = None
    name: str = ""
    mark: str = ""  # "**" opened before the label and not closed within it
    weak: bool = False  # a word that also means something else: 目的, Goal


class Vocabulary(NamedTuple):
    """Names from the config, folded: what marks key results, objectives and teams; fields by name."""

    key_result: frozenset[str] = frozenset()
    objective: frozenset[str] = frozenset()
    team: frozenset[str] = frozenset()
    fields: Mapping[str, str] = {}


def vocabulary(readers: Mapping[str, tuple[str, ...]]) -> Vocabulary:
    """The config's `[readers]` table, ready for look-up."""
    sets = {key: frozenset(fold(name) for name in names) for key, names in readers.items()}
    special = ("key-result", "key_result", "objective", "team")
    return Vocabulary(
        sets.get("key-result", frozenset()) | sets.get("key_result", frozenset()),
        sets.get("objective", frozenset()),
        sets.get("team", frozenset()),
        {name: key.replace("-", "_") for key in sets if key not in special for name in sets[key]},
    )


@lru_cache(maxsize=4096)
def widths(text: str) -> str:
    """Full-width letters, digits and signs as ASCII, ① as 1, every position kept."""
    return text.translate(_WIDTHS)


def label_of(text: str, names: Vocabulary = Vocabulary()) -> Label | None:
    """What the beginning of a line says it is; None for a plain text."""
    head = widths(text[:160])
    start = _first_letter(head)
    if start is None:
        return None
    whole = len(text) <= 120
    return (
        _configured(head, start, names)
        or (_section(head, start) if whole else None)
        or _key_result(head, start, len(text))
        or _objective(head, start, len(text))
        or _field(head, start, names)
    )


def leads_in(text: str) -> bool:
    """Whether a line ends by announcing key results: "…, so here are the KRs:"."""
    return _LEADS_IN.search(widths(text[-40:])) is not None


def is_definition(text: str) -> bool:
    """Whether a text behind a label explains the label instead of giving a result."""
    head = widths(text[:200]).lstrip(" *_~`-–—:")
    if _DEFINITION.match(head):
        return True
    return _DEFINITION_END.search(head) is not None and not re.search(r"\d", head)


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


def _first_letter(head: str) -> int | None:
    for index, char in enumerate(head[:14]):
        if char.isalnum():
            return index
    return None


def _configured(head: str, start: int, names: Vocabulary) -> Label | None:
    if not names.key_result and not names.objective and not names.team:
        return None
    found = _FIELD.match(head, start)
    name = fold(found["name"] if found else head[start:])
    bare = re.sub(r"\d[\d.\-]*$", "", name)
    end = found.end() if found else len(head)
    section = end >= len(head.rstrip())
    if name in names.key_result or bare in names.key_result:
        return Label("key_results" if section else "key_result", end, mark=_open(head, start, end))
    if name in names.objective or bare in names.objective:
        return Label("objective", end, mark=_open(head, start, end))
    if name in names.team and not section:
        return Label("team", end, mark=_open(head, start, end))
    return None


def _section(head: str, start: int) -> Label | None:
    numbered = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s").match(head, start)
    bare = head[numbered.end() if numbered else start :].strip().rstrip(":*_~`—-–>】]」) ")
    opened = bare + ")" if bare.count("(") > bare.count(")") else bare
    if _KR_SECTION.fullmatch(opened):
        return Label("key_results", len(head))
    if parked(bare) and (len(bare) <= 30 or head.rstrip(" *_").endswith(":")):
        return Label("parked", len(head))
    if _MAYBE_SECTION.fullmatch(opened) and not re.search(r"[。.]\s*$|:.", opened):
        return Label("maybe_key_results", len(head))
    return None


def _key_result(head: str, start: int, length: int) -> Label | None:
    owned = _OWNED.match(head, start)
    found = _KEY_RESULT.match(head, owned.end() if owned else start)
    if found is None or (owned and found["separator"] != ":"):
        return None
    label = _labelled(head, start, length, found, "key_result")
    if label is None:
        return None
    if not label.number and label.weak and label.end < length:
        return None  # 「成果：…」 tells what came out
    plural = found["word"].lower().endswith("s") and not label.number
    if plural and not re.search(r"\d", head[label.end :]):
        return Label("key_results", label.end)
    return label._replace(name=owned["role"].strip() if owned else "")


def _objective(head: str, start: int, length: int) -> Label | None:
    numbered = re.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]\s{1,3}(?=objective|目標|O\d?\b)", re.I).match(
        head, start
    )
    found = _OBJECTIVE.match(head, numbered.end() if numbered else start)
    if found is None:
        return None
    label = _labelled(head, start, length, found, "objective")
    if label is None and found.end() >= length:
        return Label("objective", length, weak=_WEAK.fullmatch(found["word"]) is not None)
    return label


def _labelled(head: str, start: int, length: int, found: re.Match[str], kind: Kind) -> Label | None:
    """The label, if number and separator make it one."""
    number, end = found["number"], _behind(head, start, found)
    close = found["close"]
    bracketed = any(char in close for char in "]】")
    behind = head[end : end + 1]
    apart = bool(found["separator"]) or bracketed or end >= length
    if number:
        apart = apart or (close != "" and not behind.islower())
        apart = apart or bool(_JAPANESE.match(behind) and behind not in _PARTICLES)
    elif found["separator"] in (".", ")", "・", "·", "•", "=") or (
        found["separator"] == "|" and not close
    ):
        apart = False
    if not apart or (
        end >= length and not number and not found["separator"] and kind == "key_result"
    ):
        return None
    weak = _WEAK.fullmatch(found["word"]) is not None
    return Label(kind, min(end, length), number, "", _open(head, start, end), weak)


def _behind(head: str, start: int, found: re.Match[str]) -> int:
    """Where the text begins: marks behind a label belong to it only if they opened before it."""
    end = found.end()
    marked = any(mark in head[:start] for mark in "*_~`")
    tail = re.search(r"[*_~`\s]*$", head[start:end])
    if marked or tail is None:
        return end
    blanks = len(tail.group()) - len(tail.group().lstrip())
    return start + tail.start() + blanks


def _open(head: str, start: int, end: int) -> str:
    """The mark that opens before the label and is still open behind it."""
    for mark in ("**", "__", "~~", "*", "_", "`"):
        if mark in head[:start]:
            inside = head[start:end]
            return "" if mark in inside else mark
    return ""


def _field(head: str, start: int, names: Vocabulary) -> Label | None:
    found = _FIELD.match(head, start)
    if found is None or (found.end() == found.start() + 1):
        return None
    name = found["name"].strip()
    if head[found.end() : found.end() + 2] == "//" or re.search(r"\d$", name):
        return None  # an address, or a time of day
    mark, end = _open(head, start, found.end()), _behind(head, start, found)
    if _TEAM.match(name):
        return Label("team", end, name=name, mark=mark)
    if known(name, names.fields):
        return Label("field", end, name=name, mark=mark)
    return Label("other", end, name=name, mark=mark)
