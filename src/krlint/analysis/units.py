"""Which words behind a number are its unit, and what units of one kind are to each other."""

import re

MEASURES = (
    r"%|‰|ppm|bps|[kMGTP]?i?[Bb]ps|[kMGTP]B|[kM]?Wh?|MWh|GWh|dB|px|fps|rps|qps|tps"
    r"|ms|μs|us|ns|secs?|mins?|hrs?|hours?|[shdw]|wks?|mos?|yrs?|days?|weeks?|months?|years?"
    r"|kg|mg|[mk]?g|km|cm|mm|m²|m2|ml|[tLx×]|pts?|pp|USD|EUR|GBP|JPY"
)
GLUED = re.compile(rf"(?:{MEASURES})(?![A-Za-z0-9])")
CURRENCY = "$€£¥￥"

# --- Japanese ---

_COUNTERS = (
    "営業日|時間|分間|秒間|日間|週間|年間|か月間?|ヶ月間?|ヵ月間?|カ月間?|ケ月間?|箇月|人日|人月|人時"
    "|品目|項目|拠点|店舗|箇所|か所|ヶ所|カ所|か国|カ国|ヶ国|世帯|部署|部門|種類|職種|業務|案件|工場|支店"
    "|営業所|店頭|機能|言語|地域|施設|団体|組織|会社|企業|商品|製品|機種|車種|路線|事業所|センター|チーム"
    "|ヘクタール|パーセント|ポイント|桁|つ(?=[にのをはがで、。以)\s]|$)|円|ドル|ユーロ|ポンド|万円|億円|割"
)
_SINGLE = "件名人社日回本個台枚冊点倍円年月週時分秒歳度店校棟室種案組割問通戸床頭匹杯軒区市県国語章条箱袋束株口票話巻行列字便席両隻機基面輪位つ部校団"
_COUNTER = re.compile(_COUNTERS)
_RUN = re.compile(r"[\u4e00-\u9fff々]{1,8}|[ァ-ヴー]{2,20}")
_NEVER_UNIT = "以未超程前後強弱増減約内中目台毎各全同他化済第的性用別比版号級期代軸次"
_COMPARES = re.compile(r"以[上下内]|未満|超|程度|前後")
_RATIO = re.compile(r"/(?:[\u4e00-\u9fff]{1,3}|[A-Za-z]{1,7})(?![A-Za-z\d])")
_SYMBOL = re.compile(rf"\s?%|\s?(?:パーセント|ポイント)|\s?(?:{MEASURES})(?![A-Za-z0-9])")
_IDENTIFIES = re.compile(
    r"段階認証|要素認証|軸|次元|次(?!の)|級|号|版|丁目|課|係|期|世代|番|交代|進法|元|年卒|代(?!理)"
    r"|部(?=レビュー|門長|長)|度(?=[ァ-ヴ]|評価)|年目"
)
SPELLED_COUNTER = re.compile(
    rf"(?:{_COUNTERS}|[件名人社割回本個台枚冊点倍歳店校棟案組問通箱行位つ](?!び))"
    r"(?!ひとり|一人|前の|化|々|称|三脚|生|まとまり|者)"
)


def japanese(text: str, start: int) -> tuple[int, str | None]:
    """Where the unit that begins at `start` ends, and the unit; None where no unit follows."""
    symbol = _SYMBOL.match(text, start)
    if symbol:
        return _with_ratio(text, symbol.end(), symbol.group().strip(), _RATIO)
    begin = start + (text[start : start + 1] == " ")
    counter = _COUNTER.match(text, begin)
    if counter:
        end = counter.end() + (text[counter.end() : counter.end() + 1] == "分")
        return _with_ratio(text, end, text[begin:end], _RATIO)
    run = _RUN.match(text, begin)
    if not run or (begin > start and run.group()[0] not in _SINGLE):
        return _bare_ratio(text, start)
    unit = _counter_in(run.group())
    if not unit:
        return start, None
    return _with_ratio(text, begin + len(unit), unit, _RATIO)


def _counter_in(run: str) -> str:
    """The part of a run of kanji or katakana that counts: 拠点 of 拠点以上, 台 of 台導入."""
    if not "一" <= run[0] <= "鿿":
        return run
    if run[0] in _NEVER_UNIT and run[0] not in "台期":
        return ""
    if len(run) > 1 and run[0] in _SINGLE and (len(run) != 2 or run[1] in _NEVER_UNIT + "間分"):
        return run[:2] if run[1] == "分" else run[0]
    cut = next((i for i, sign in enumerate(run) if i and sign in _NEVER_UNIT), len(run))
    return run[: min(cut, 2 if len(run) > 3 else 3)]


def identifies(text: str, start: int) -> bool:
    """Whether what follows a number makes it a name or an ordinal (2段階認証, 3級, 5軸)."""
    return _IDENTIFIES.match(text, start) is not None


def _with_ratio(
    text: str, end: int, unit: str, pattern: re.Pattern[str]
) -> tuple[int, str | None]:
    ratio = pattern.match(text, end)
    return (ratio.end(), unit + ratio.group()) if ratio else (end, unit)


def _bare_ratio(text: str, start: int) -> tuple[int, str | None]:
    ratio = _RATIO.match(text, start)
    return (ratio.end(), ratio.group()) if ratio else (start, None)


# --- English ---

_EN_SYMBOL = re.compile(
    rf"\s?%(?:\spercent\b)?|\s(?:percent(?:age\spoints?)?|per\scent)\b|-?\s?(?:{MEASURES})(?![A-Za-z0-9'’])"
    r"|\s(?:[kM]\b)"
)
_EN_WORD = re.compile(r"\s([A-Za-z][\w'’/&-]*)")
_STOP = frozenset(
    "a an the to of in on at by per for from with and or but is are was were be been as than that who"
    " which while when if so so then into over under above below within without until before after"
    " during between across against via vs versus plus less more fewer this these those has have had"
    " do does not no nor its their our your his her can will would may must should now today"
    " currently last next other each every all both yes up down out off least most days'".split()
)
_IRREGULAR = frozenset("people men women children staff data media feet crew stock litres".split())
_PERIOD = r"(?:days?|weeks?|months?|quarters?|years?|hours?|sprints?|shifts?)"
_EN_PER = re.compile(
    rf"\s?/\s?(?:\d[\d,]*\s?)?[A-Za-z]{{1,12}}(?![A-Za-z\d])|\s(?:a|an|each|every)\s{_PERIOD}\b"
    r"|\sper\s(?:[\d,]+\s)?[A-Za-z][\w-]*(?:\sper\s[A-Za-z][\w-]*)?"
)


def english(text: str, start: int) -> tuple[int, str | None]:
    """Where the unit that begins at `start` ends, and the unit; None where no unit follows."""
    symbol = _EN_SYMBOL.match(text, start)
    end, unit = start, None
    if symbol:
        end, unit = symbol.end(), symbol.group().strip(" -")
    else:
        end, unit = _noun(text, start)
    per = _EN_PER.match(text, end)
    if per:
        return per.end(), ((unit or "") + per.group()).strip()
    return end, unit


def _noun(text: str, start: int) -> tuple[int, str | None]:
    """The noun that a number counts: the first plural among the words that follow it."""
    position, first = start, None
    for _ in range(4):
        word = _EN_WORD.match(text, position)
        if not word or word[1].lower() in _STOP:
            break
        first = first or word
        position = word.end()
        if _is_plural(word[1]):
            return position, text[start:position].strip()
    return start, None


def _is_plural(word: str) -> bool:
    lower = word.lower()
    return lower in _IRREGULAR or (
        len(lower) > 2 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s"))
    )


# --- Conversion ---

_SECONDS = {
    "ms": 1e-3, "ミリ秒": 1e-3,
    "s": 1.0, "sec": 1.0, "second": 1.0, "秒": 1.0, "秒間": 1.0,
    "min": 60.0, "minute": 60.0, "分": 60.0, "分間": 60.0,
    "h": 3600.0, "hr": 3600.0, "hour": 3600.0, "時間": 3600.0,
    "d": 86400.0, "day": 86400.0, "日": 86400.0, "日間": 86400.0, "営業日": 86400.0,
    "working day": 86400.0, "business day": 86400.0,
    "w": 604800.0, "wk": 604800.0, "week": 604800.0, "週間": 604800.0, "週": 604800.0,
    "mo": 2629800.0, "month": 2629800.0, "か月": 2629800.0, "ヶ月": 2629800.0, "カ月": 2629800.0,
    "ヵ月": 2629800.0, "yr": 31557600.0, "year": 31557600.0, "年": 31557600.0, "年間": 31557600.0,
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
