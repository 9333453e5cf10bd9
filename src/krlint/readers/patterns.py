"""
How labels are written: "KR1: ", 「目標①　」, "Key results" alone, "Owner: ".

Matched on the text after `widths`. Like the column names of `fields`, a notation of documents
rather than a linguistic lexicon, and needed by every run: so it stands here, frozen.
"""

import re

_NUMBER = (
    r"(?:\s?(?:\#|no\.?\s?|その|[-_])?\s?"
    r"(?P<number>\d{1,2}(?:[.\-‐–_]\d{1,2}){0,2}[a-z]?(?![a-z\d])|[a-z](?=\s?[:.)])|(?:one"
    r"|two|three|four|five)\b))"
)

_ASIDE = r"(?:\s?\((?P<aside>[^()]{0,30})\))?"

# What may close a label: brackets and marks, a separator, marks again.
_CLOSE = r"(?P<close>[\]】)）」』*_~`\s]{0,8})"

_SEPARATOR = (
    r"(?P<separator>[:|・·•]|[.)](?=\s|\D|$)|[\-–—]{1,2}(?=\s|$|[^\x00-\x7f])|=)?[*_~`\s]{0,8}"
)

_KR_WORD = (
    r"(?:okr[-_ ]?)?(?:o\d{1,2}[-_./ ]{0,3})?"
    r"(?P<word>krs?|k\.r\.|key[- ]?results?|(?:主要|主|重要|鍵となる)な?(?:成果指標|成果目標"
    r"|成果|結果指標|結果)"
    r"|成果指標|成果目標|結果指標|成果|キー・?リザルト)"
)

_O_WORD = (
    r"(?:okr[-_ ]?)?(?:(?:company|team|our|全社|チーム|部門|個人)\s?(?=o|目))?"
    r"(?P<word>objectives?|obj\.?|o(?![a-z])|goals?|aims?|目標|目的|ゴール|オブジェクティブ"
    r"|(?:めざす|目指す|ありたい|あるべき)姿)"
)

KEY_RESULT = re.compile(
    _KR_WORD + _ASIDE + _NUMBER + "?" + r"(?:\s?\([^()]{0,30}\))?" + _CLOSE + _SEPARATOR, re.I
)

OBJECTIVE = re.compile(
    _O_WORD + _ASIDE + _NUMBER + "?" + r"(?:\s?\([^()]{0,30}\))?" + _CLOSE + _SEPARATOR, re.I
)

OWNED = re.compile(r"(?P<role>[A-Z][\w.&/]{0,20}\s(?:[\w.&/]{1,20}\s){0,4})(?=KR)")

KR_SECTION = re.compile(
    r"(?:(?:our|the|team|quarterly|四半期の"
    r"|今期の)\s?)?(?:okr[-_ ]?)?(?:o\s?[-#]?\d{1,2}[-_./ ]{0,3}の?)?"
    r"(?:krs?|key[- ]?results?|(?:主要|主|重要|鍵となる)な?(?:成果指標|成果目標|成果|結果指標"
    r"|結果)|成果指標|成果目標|結果指標"
    r"|キー・?リザルト)"
    r"(?:[/・ ]{0,3}(?:krs?|key\s?results?))?"
    r"(?:\s?\([^()]{0,40}\))?(?:一覧|リスト|\slist)?(?:\s(?:for|of|to)\s.{1,40})?"
    r"(?:\s?[\-–—]?\s?(?:o|objective\s?)\d{0,2})?",
    re.I,
)

MAYBE_SECTION = re.compile(
    r"(?:how\s(?:we.?ll|will\swe|we\swill|do\swe|we|you.?ll)\s(?:know|tell|measure|see)"
    r"|we.?ll\sknow|we\swill\sknow"
    r"|(?:what\s)?success\slooks\slike|what\s(?:success|good)\slooks\slike|何をもって"
    r"|どうなったら).{0,40}"
    r"|(?:measures?\sof\ssuccess|success\s(?:measures|metrics|criteria)|(?:as\s)?measured\sby"
    r"|signs\sof\ssuccess"
    r"|(?:our\s)?(?:results?|outcomes?|targets?|measures)"
    r"|成果|結果|達成(?:の目安|指標|基準|条件|の証)|成功指標|成功の指標|判断基準|測り方|目安"
    r"|数値目標|具体的な成果|めやす|ものさし)"
    r"(?:\s?\([^()]{0,30}\))?",
    re.I,
)

TEAM = re.compile(
    r"(?:team|department|dept\.?|group|unit|squad|チーム名?|部署名?|部門名?|組織名?|所属|課"
    r"|グループ名?)$",
    re.I,
)

FIELD = re.compile(r"(?P<name>[^:|。]{1,30}?)[*_~`\s]{0,6}:[*_~`\s]{0,6}")

LEADS_IN = re.compile(
    r"(?<!or\s)(?<!and\s)(?<!&\s)(?:\bkrs?|\bkey\s?results?|成果指標|主要な?成果"
    r"|主要な?結果)\s?(?:は|are)?\s?:\s*$",
    re.I,
)

WEAK = re.compile(r"目的|ゴール|goals?|aims?|成果", re.I)

# "Key results are …", "should be …", 「成果指標とは…」
DEFINITION = re.compile(
    r"(?:objectives?|key\s?results?|okrs?|krs?|they|it)\s"
    r"(?:are|is|should|must|can|describe|measure|define|need(?:s)?\sto)\b"
    r"|(?:are|should|must|need(?:s)?\sto)\b"
    r"|(?:how|what|where|why)\s(?:do\s|will\s|can\s|should\s)?"
    r"(?:you|we|i|to|it|they|your|progress|success)\b(?!.*\?\s*$)"
    r"|(?:specific|measurable|achievable|relevant|time[- ]?bound|verifiable|ambitious|aggressive"
    r"|actionable|quantitative|realistic)\W*$"
    r"|(?:具体的|測定可能|計測可能|挑戦的|現実的|定量的|期限付き)"
    r"(?:な(?:もの|こと)|である(?:こと)?)?\W*$"
    r"|(?:目標|目的|主要な?結果|主要な?成果|成果指標|krs?|okrs?|objectives?|key\s?results?)(?:と)?は",
    re.I,
)
# "the measures that show …": only where no figure is given.
DEFINITION_NOUN = re.compile(
    r"(?:the\s|an?\s)?(?:set\sof\s|specific\s|measurable\s|quantitative\s|concrete\s|few\s){0,3}"
    r"(?:(?:measures?|metrics?|outcomes?|milestones?|criteria|benchmarks?|indicators?|results?|steps?"
    r"|statements?|descriptions?)\s(?:that|which|to|by|used|you|we)"
    r"|(?:numbers?|values?|figures?|ways?|things?|signs?|answers?)\s(?:that|which|you|we))\b",
    re.I,
)
DEFINITION_END = re.compile(
    r"(?:基準|指標|もの|こと|尺度|ものさし|数値|結果|状態|指針)(?:です|である|のこと|を指す"
    r"|を表す|を示す)?[。.]?$"
)
