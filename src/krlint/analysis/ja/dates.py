"""Japanese days and periods: 3月末, 2026年度上期, 令和8年3月, Q3, 9月頃."""

from krlint.analysis.patterns import compiled
from krlint.analysis.periods import Part, Relative, Stated

TRIGGER = r"[月期年度/Q末早近速HF\-春夏秋冬]"

_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
_YEAR = r"(?:20\d\d年|令和(?:\d{1,2}|元)年|(?<!\d)R\d{1,2}年)"
_FISCAL = (
    r"(?:20\d\d年度|FY\s?'?\d{2,4}|令和(?:\d{1,2}|元)年度|[今来当本次]年度|[今来当本]期"
    r"|(?<!\d)次期(?![シ基モ製型開バ]))"
)
_PART_OF_YEAR = (
    r"(?:[上下]半?期|第?[1-4一二三四]四半期|Q[1-4](?![A-Za-z\d])|(?<![\dA-Za-z.])[1-4]Q(?![A-Za-z])"
    r"|H[12](?![A-Za-z\d]))"
)
_ABOUT = r"(?:頃|ごろ|前後|を?(?:目処|目途|めど))?"

MENTION = rf"""(?x)
    (?P<written>(?<![\d/.,])20\d\d[/.\-](?:1[0-2]|0?[1-9])(?:[/\-.](?:3[01]|[12]\d|0?[1-9]))?
                (?![\d/]|\.\d)末?日?{_ABOUT})
  | (?P<month>(?:{_YEAR}\s?)?(?<![\d毎々ヶカケヵ数.,/])(?<![\d数何]か)(?<!毎年)
       (?:翌年?)?{_MONTH}(?![間額次])
       (?:\s?(?:3[01]|[12]\d|0?[1-9])日|[上中下初]旬|末日?|初め?|半ば|中(?![央間小])|内)?
       (?:\([月火水木金土日]\))?{_ABOUT})
  | (?P<fiscal>(?<!毎)(?:{_FISCAL}[\s\-]?{_PART_OF_YEAR}?|{_YEAR}[\s\-]?{_PART_OF_YEAR}
       |(?<!\d)\d\d(?:Q[1-4]|H[12])(?![A-Za-z\d])|(?<![A-Za-z\d])[12]H(?![A-Za-z\d])|(?<![A-Za-z]){_PART_OF_YEAR})
       (?:末|[内中](?![央間])|初)?{_ABOUT})
  | (?P<year>{_YEAR}(?:末|内|中|初頭?|[春夏秋冬])?(?![度版比卒]|問題)
       |(?<![\d毎])年(?:内|末)(?![調])|(?<!毎)(?:年度|期|四半期|半期|月)末(?![在残])
       |年度内|通年|[今来]月(?:中|末)?)
  | (?P<ahead>(?<=[(（])\d{{1,2}}(?:[かヶカケヵ]月|週間|年)以内(?=[)）])
       |(?<![^、。\s])\d{{1,2}}(?:[かヶカケヵ]月|週間|年)以内(?=に)
       |(?:今後|向こう|この先|これから)\s?\d{{1,3}}\s?(?:[かヶカケヵ]月|年|週間?|日)(?:以内|間)?)
  | (?P<slash>(?<![\d/.])(?:1[0-2]|0?[1-9])(?:/末|末(?=まで|に|[、。)締〆]|$))
       |(?<![\d/.])(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])
       (?![\d/%.,]|\s?(?:[件名人社個本台回点店拠項校箇]|以[上下]|未満|超|程度|[がを]
       |に(?:減|短縮|削減|圧縮|抑|縮|引き|する))))
  | (?P<season>[来今翌]?[春夏秋冬](?=まで|頃|ごろ|あたり|以降|に[、は]))
  | (?P<vague>早期(?=に|な)|早急に?|近日中に?|近いうちに|できるだけ早く|可及的速やかに|速やかに)
    """

_YEAR_OF = r"(20\d\d)|令和(\d{1,2}|元)|R(\d{1,2})年|(?:FY\s?'?|^)(\d{2,4})(?=[QH]|\b)"
_HALF_OF = r"(上)半?期|(下)半?期|H([12])|([12])H"
_QUARTER_OF = r"Q([1-4])|([1-4])Q|([1-4一二三四])四半期"
_MONTH_OF = r"(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\s?(\d{1,2})日)?"
_WRITTEN_OF = r"(20\d\d)[/.\-](\d{1,2})(?:[/.\-](\d{1,2}))?"
_AHEAD_OF = r"(?<!\d)(\d{1,4})\s?(.)"
_DAYS = {"年": 365, "週": 7, "日": 1}
_DIGITS = "〇一二三四五六七八九"
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_RELATIVES: tuple[tuple[str, Relative, int], ...] = (
    (r"四半期", "quarter", 0),
    (r"半期", "half", 0),
    (r"[来次]年度", "fiscal", 1),
    (r"[来次]期", "term", 1),
    (r"[今当本]年度|年度|通年", "fiscal", 0),
    (r"[今当本]期|期末", "term", 0),
    (r"来月", "month", 1),
    (r"今月|月末", "month", 0),
    (r"年[内末]", "year", 0),
)
_PARTS: tuple[tuple[str, Part], ...] = (
    (r"末|下旬", "end"),
    (r"初|上旬", "start"),
    (r"中旬|半ば", "middle"),
)
_VAGUE = r"頃|ごろ|前後|目処|目途|めど|旬|半ば|初"


def stated(kind: str, text: str) -> Stated:
    """The parts that the mention `text` of a given kind (a group of MENTION) names."""
    part = next((part for pattern, part in _PARTS if compiled(pattern).search(text)), None)
    if kind == "written" and (written := compiled(_WRITTEN_OF).match(text)):
        year, month, day = written.groups()
        return Stated(int(year), month=int(month), day=int(day) if day else None, part=part)
    if kind == "slash":
        if text.endswith("末"):
            return Stated(month=int(text.rstrip("/末")), part=part)
        month, day = text.split("/")
        return Stated(month=int(month), day=int(day))
    if kind == "ahead" and (ahead := compiled(_AHEAD_OF).search(text)):
        return Stated(length=int(ahead[1]) * _DAYS.get(ahead[2], 30))
    if kind == "season":
        return Stated(season=_SEASONS[text[-1]])
    if kind == "month" and (named := compiled(_MONTH_OF).search(text)):
        day = int(named[2]) if named[2] else None
        return Stated(_year(text), month=_month(named[1]), day=day, part=_month_part(text, part))
    return _year_or_part(text, part)


def _month_part(text: str, part: Part | None) -> Part | None:
    return part if not text.endswith("中") else None


def _year_or_part(text: str, part: Part | None) -> Stated:
    year = _year(text)
    half, quarter = compiled(_HALF_OF).search(text), compiled(_QUARTER_OF).search(text)
    season = next((month for name, month in _SEASONS.items() if text.endswith(name)), None)
    found = Stated(
        year,
        fiscal="年度" in text or "FY" in text,
        half=(1 if half[1] else 2 if half[2] else int(half[3] or half[4])) if half else None,
        quarter=_digit(quarter[1] or quarter[2] or quarter[3]) if quarter else None,
        part=part,
        season=season,
    )
    near = next((near for near in _RELATIVES if compiled(near[0]).search(text)), None)
    if year is not None or near is None:
        return found
    if half or quarter:
        return found._replace(fiscal=False)
    return found._replace(relative=near[1], shift=near[2])


def vague(text: str) -> bool:
    """Whether the mention leaves the day open (頃, 目処, 上旬)."""
    return compiled(_VAGUE).search(text) is not None


def _year(text: str) -> int | None:
    found = compiled(_YEAR_OF).search(text)
    if not found:
        return None
    era = found[2] or found[3]
    if era:
        return 2018 + (1 if era == "元" else int(era))
    year = int(found[1] or found[4])
    return year if year >= 100 else 2000 + year


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return 10 + _digit(text[1]) if len(text) == 2 else 10 if text == "十" else _digit(text)


def _digit(text: str) -> int:
    return int(text) if text.isdigit() else _DIGITS.index(text)
