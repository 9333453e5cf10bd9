"""English days and periods: 30 September, end of May, FY24-Q2, year end, the next 6 months."""

import re

from krlint.analysis.patterns import compiled
from krlint.analysis.periods import Part, Relative, Stated

TRIGGER = (
    r"\d[-/.]\d|20\d\d|[QH][1-4]|[1-4][QH]|FY|EO[QYMF]"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|year|quarter|month|half|soon|ASAP|spring|summer|autumn|winter|due|week|sprint|season|cycle"
    r"|Christmas|Easter"
)

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|ust|ember|ober)?\b"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s)?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:20\d\d|'\d\d)\b"
_QUARTER = r"(?:Q[1-4]|[1-4]Q|H[12]|[12]H)"
_FISCAL = r"FY\s?'?\d{2,4}"
_EDGE = (
    r"(?:(?:the\s)?(?:end|start|beginning|middle)\sof\s(?:the\s)?|(?:early|mid|late)(?:\s|-)"
    r"|around\s|about\s|roughly\s|sometime\s(?:in|around)\s)"
)
_BY = r"(?:by|in|before|until|till|through|during|from|since|after|for|of|on|due)\s"
_UNIT = r"(?:year|quarter|month|half|week|sprint|season|cycle)"

MENTION = rf"""(?x)(?<![A-Za-z\d/])(?:
    (?P<written>20\d\d[-/.](?:1[0-2]|0?[1-9])(?:[-/.](?:3[01]|[12]\d|0?[1-9]))?(?![\d/])
       |(?<![\d/.])(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/(?:20)?\d\d(?![\d/]))
  | (?P<day>{_WEEKDAY}\b{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s?{_YEAR})?
       |{_WEEKDAY}\b{_MONTH}\.?\s{_DAY}(?![\w%.:]|,\d)(?:,?\s{_YEAR})?)
  | (?P<month>(?:\b{_EDGE})?\b{_MONTH}\.?,?\s{_YEAR}|\b{_EDGE}{_MONTH}
       |(?:(?<=\b[Bb]y\s)|(?<=\b[Ii]n\s)|(?<=\buntil\s)|(?<=\bbefore\s)|(?<=\bduring\s))
        (?:next\s)?{_MONTH}
       |^{_MONTH}(?=\s*$))
  | (?P<fiscal>(?:\b{_EDGE})?(?:\b{_FISCAL}(?:[\s-]?{_QUARTER})?\b
       |\b{_QUARTER}(?:[\s-]?(?:{_FISCAL}|{_YEAR}|\d\d\b))?(?!\w)|\b\d\d(?:Q[1-4]|H[12])\b))
  | (?P<part>(?:the\s)?\bend[\s-]of[\s-](?:(?:the|this|next)[\s-])?
       (?:(?:calendar|fiscal|financial)[\s-])?{_UNIT}\b
       |\b{_UNIT}[\s-]end\b|\bEO(?:[QYM]|FY)\b|\b(?:this|next)\s(?:fiscal\s)?{_UNIT}\b
       |(?:the\s)?\b(?:first|second|third|fourth)\s(?:quarter|half)\b)
  | (?P<ahead>\b(?:with)?in\sthe\s(?:next|coming)\s(?:\w{{1,9}}\s)?
       (?:days?|weeks?|months?|quarters?|years?)\b)
  | (?P<season>(?:\b(?:early|late|mid)[\s-])?\b(?:spring|summer|autumn|winter)\s{_YEAR}
       |(?<=\bby\s)(?:spring|summer|autumn|winter)\b|(?<=\bbefore\s)(?:spring|summer|autumn|winter)\b)
  | (?P<feast>\b(?:Christmas|Easter)\b)
  | (?P<year>\b{_EDGE}{_YEAR}(?!\s(?:quarter|half))
       |(?:(?<=\bby\s)|(?<=\bin\s)|(?<=\bof\s)|(?<=\bbefore\s)|(?<=\buntil\s)
       |(?<=\bsince\s)){_YEAR})
  | (?P<slash>(?:(?<=\b[Bb]y\s)|(?<=\bon\s)|(?<=\bdue\s)|(?<=\bbefore\s)|(?<=\buntil\s)
       |(?<=\()|^(?=[\d/]+\s?$))
       (?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])(?=\s*(?:[).,;]|$)|\s[a-z]))
  | (?P<vague>\bas\ssoon\sas\s(?:possible|practicable)|\bASAP\b|\bin\sdue\scourse\b|\bsoon\b)
    )"""

_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_OF = r"(?<![\d'])(\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR_OF = r"\b(20\d\d)\b|'(\d\d)\b|FY\s?'?(\d{2,4})|\b(\d\d)(?=[QH]\d)|(?:[QH]\d)\s?(\d\d)\b"
_QUARTER_OF = r"Q([1-4])|([1-4])Q|\b(first|second|third|fourth)\squarter"
_HALF_OF = r"H([12])|([12])H|\b(first|second)\shalf"
_ORDINALS = ("first", "second", "third", "fourth")
_WRITTEN_OF = r"(\d{1,4})[-/.](\d{1,2})(?:[-/.](\d{1,4}))?"
_AHEAD_OF = r"(?<!\w)(\w{1,9})\s(day|week|month|quarter|year)|(day|week|month|quarter|year)"
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_FEASTS = {"Christmas": (12, 25), "Easter": (4, None)}
_RELATIVES: tuple[tuple[str, Relative], ...] = (
    (r"(?:fiscal|financial)[\s-]year|EOFY", "fiscal"),
    (r"year|EOY", "year"),
    (r"quarter|EOQ", "quarter"),
    (r"half", "half"),
    (r"month|EOM", "month"),
)
_PARTS: tuple[tuple[str, Part], ...] = (
    (r"\bend\b|^EO|\blate\b", "end"),
    (r"\b(?:start|beginning|early)\b", "start"),
    (r"\b(?:middle|mid)\b", "middle"),
)
_VAGUE = r"\b(?:around|about|roughly|sometime|early|mid|late)\b"


def stated(kind: str, text: str) -> Stated:
    """The parts that the mention `text` of a given kind (a group of MENTION) names."""
    part = next((part for pattern, part in _PARTS if compiled(pattern).search(text)), None)
    if kind in ("written", "slash") and (written := compiled(_WRITTEN_OF).match(text)):
        return _written(*written.groups())
    if kind == "ahead":
        return Stated(length=_ahead(text))
    if kind == "season":
        season = next(month for name, month in _SEASONS.items() if name in text)
        return Stated(_year(text), season=season, part=part)
    if kind == "feast":
        month, day = _FEASTS[text]
        return Stated(month=month, day=day)
    if named := compiled(_MONTH).search(text):
        day_of = compiled(_DAY_OF).search(text) if kind == "day" else None
        month = _NAMES.index(named[0][:3]) + 1
        return Stated(_year(text), month=month, day=int(day_of[1]) if day_of else None, part=part)
    return _part_of_year(text, part)


def _part_of_year(text: str, part: Part | None) -> Stated:
    half, quarter = compiled(_HALF_OF).search(text), compiled(_QUARTER_OF).search(text)
    near = next((near for near in _RELATIVES if compiled(near[0]).search(text)), None)
    if near and not (half or quarter):
        return Stated(relative=near[1], shift=int("next" in text), part=part)
    return Stated(
        _year(text),
        fiscal="FY" in text,
        names_end="FY" in text,
        half=_ordinal(half) if half else None,
        quarter=_ordinal(quarter) if quarter else None,
        part=part,
    )


def _written(first: str, second: str, third: str | None) -> Stated:
    if len(first) == 4:
        return Stated(int(first), month=int(second), day=int(third) if third else None)
    year = int(third) if third else None
    if year is not None and year < 100:
        year += 2000
    return Stated(year, month=int(first), day=int(second))


def vague(text: str) -> bool:
    """Whether the mention leaves the day open (around, early, sometime)."""
    return compiled(_VAGUE).search(text) is not None


def _ahead(text: str) -> int:
    found = compiled(_AHEAD_OF).search(text)
    if not found:
        return 0
    word, days = found[1] or "", _DAYS[found[2] or found[3]]
    if word.isdecimal():
        return int(word) * days
    return (_NUMBERS.index(word) + 1 if word in _NUMBERS else 1) * days


def _ordinal(found: re.Match[str]) -> int:
    return int(found[1] or found[2]) if found[1] or found[2] else _ORDINALS.index(found[3]) + 1


def _year(text: str) -> int | None:
    found = compiled(_YEAR_OF).search(text)
    year = int(next(group for group in found.groups() if group)) if found else None
    return year if year is None or year >= 100 else 2000 + year
