"""Japanese quantities: 3日以内, 2億6千万円, 二割程度, ▲40%, 全社員, ゼロ, XX件."""

import re
from collections.abc import Callable, Mapping

from krlint.analysis import comparators, numerals, units
from krlint.analysis.ja import identifiers
from krlint.analysis.ja import units as unit_words
from krlint.model import Quantity, Span

_D = numerals.DIGITS
_COUNTABLE = (
    r"\s?(?:%|パーセント|ポイント|pt|倍|割|[件名人社日回本個台枚点円年月週時分秒店校案通箱位つ万億]"
    r"|拠点|時間)"
)
SCAN = re.compile(
    rf"""
    (?P<name>\d{{1,2}}:\d\d(?!\d)|24/7|1on1|24時間(?:365日|体制|対応|稼働)|\d+(?:[.．]\d+){{2,}}
       |\d+(?:-\d+){{2,}}|(?<![A-Za-z])[A-Za-z]++-\d+[A-Za-z]*)
  | (?P<part>(?:{_D}|[二三四五六七八九十]{{1,3}})分の(?:{_D}|[一二三四五六七八九]))
  | (?P<number>(?:{_D}[千百十]?[兆億万千百])*{_D}(?:[千百十]?[兆億万千百])?)
  | (?P<kanji>(?<![数第統唯随単同{numerals.KANJI}])[一二三四五六七八九十百千]
       [{numerals.KANJI}万億兆]*+
       (?={unit_words.SPELLED_COUNTER.pattern}))
  | (?P<worth>半減|半分(?=に|以下|へ)|過?半数|倍増|倍(?=に|へ))
  | (?P<none>ゼロ(?!トラスト|ベース|から(?!の件)|イチ|コスト|カーボン|エミッション|デイ|サム)
       |皆無|無(?:事故|災害|違反|欠点)|(?<=[\u4e00-\u9fffァ-ヴー])なし(?=[でにの。、,)]|$))
  | (?P<all>(?<![安完健保万])
       全(?![体国般面力く角文額然快速館]|自動|方位|世界|社(?!員)|部(?![門署品員をで]))
       (?:[\u4e00-\u9fff]{{1,6}}|[ァ-ヴー]{{2,15}})
       |完全(?=移行|廃止|撤廃|解消|停止|切り?替)|すべて|全て|毎回|常に
       |毎(?:営業日|[月週日朝期年])|[月週日]次(?=で|に|更新|報告|公開|開催))
  | (?P<hole>(?:(?<![A-Za-z\d])(?:[XYZxy]{{1,3}}|[Nn])|[◯○〇●■□]{{1,3}}|_{{2,}}|\?{{2,}})
       (?={_COUNTABLE})
       |[¥$]\s?X{{1,3}}|\{{[^{{}}\s]{{1,30}}\}}|\[[^\[\]]{{0,12}}(?:[値数率]|目標|現状|XX?|N)\]
       |TBD|tbd|TBC|未定)
    """,
    re.VERBOSE,
)
_RANGE = re.compile(rf"\s?[〜~–―−-]\s?(?=({_D}))")
_OF = re.compile(rf"\s?/\s?({_D})")
_TENTHS = re.compile(r"(\d|[一二三四五六七八九])分")
_DENOMINATES = re.compile(
    r"\s?(?:あたり|当たり|当り|につき|ごと|おき|中(?=\s?\d)|ひとり|段階|満点|単位|刻み|のうち(?=\d))"
)
_FOR_ONE = re.compile(r"人|日|件|回|個|時間|分|か月|ヶ月|週間?|年")
_SMALLER = re.compile(r"\d{1,2}[分秒]")
_TOP = re.compile(r"(?:トップ|上位|ベスト|[Tt]op|TOP)\s?$")
_FIRST = re.compile(r"[Nn]o\.\s?$")
_RANK_END = re.compile(r"以[内上]")
_WORTH: Mapping[str, tuple[float, str, units.QuantityKind]] = {
    "半減": (0.5, "=", "multiple"), "半分": (0.5, "=", "multiple"),
    "倍増": (2.0, "=", "multiple"), "倍": (2.0, "=", "multiple"),
    "半数": (50.0, "=", "percent"), "過半数": (50.0, ">", "percent"),
}  # fmt: skip

Read = tuple[Quantity | None, int]


def read(text: str, match: re.Match[str], floor: int) -> Read:
    """
    The quantity that a match of SCAN begins, and where reading goes on.

    `floor` is the end of what was read before.
    """
    reader = _READERS.get(match.lastgroup or "")
    return reader(text, match, floor) if reader else (None, match.end())


def _number(text: str, match: re.Match[str], floor: int) -> Read:
    start, end = match.span()
    top = _top(text, start, end, floor)
    if top:
        return _rank(text, match, top)
    value = numerals.japanese(match.group())
    after, value = _scaled(text, start, end, value)
    if after == end and identifiers.is_name(text, start, end):
        return None, identifiers.end_of_name(text, end)
    return _measured(text, Span(start, after), value, floor)


def _scaled(text: str, start: int, end: int, value: float) -> tuple[int, float]:
    """¥50k, 10k; M and B only behind a currency sign, since 4M is a term of quality control."""
    letter, after = text[end : end + 1], text[end + 1 : end + 2]
    if letter not in ("k", "K", "M", "B") or (after.isascii() and after.isalnum()):
        return end, value
    money = text[max(0, start - 2) : start].strip()[-1:]
    if letter != "k" and (not money or money not in units.CURRENCY):
        return end, value
    return end + 1, value * numerals.SCALES[letter]


def _measured(text: str, span: Span, value: float, floor: int) -> Read:
    start, digits_end = span
    low = high = value
    end, unit = unit_words.unit(text, digits_end)
    if unit == "割" and (tenths := _TENTHS.match(text, end)):
        low = high = value + numerals.japanese(tenths[1]) / 10
        end = tenths.end()
    if _denominates(text, digits_end, end, value):
        return None, end
    second = _RANGE.match(text, end)
    if second and numerals.digits(second[1]) > low:
        high = numerals.digits(second[1])
        end, unit = unit_words.unit(text, second.end(1))
    elif out_of := _OF.match(text, end):
        end, of_unit = unit_words.unit(text, out_of.end())
        unit = unit or of_unit or out_of.group().strip()
    return _compared(text, Span(start, end), (low, high), unit, floor)


def _denominates(text: str, start: int, end: int, value: float) -> bool:
    """Whether the amount is what others are counted by: 1,000箱あたり, 1日12件."""
    if _DENOMINATES.match(text, end) or _DENOMINATES.match(text, start):
        return True
    return (
        value == 1
        and _FOR_ONE.fullmatch(text, start, end) is not None
        and (text[end : end + 1].isdigit() and not _SMALLER.match(text, end))
    )


def _compared(
    text: str, span: Span, values: tuple[float, float] | None, unit: str | None, floor: int
) -> Read:
    whole, comparator, money = comparators.bound(text, span, "ja", floor)
    unit = unit or money
    if values is None:
        return Quantity(whole, None, None, unit, comparator, "placeholder"), whole.end
    return Quantity(whole, *values, unit, comparator, units.kind(unit)), whole.end


def _top(text: str, start: int, end: int, floor: int) -> re.Match[str] | None:
    top = _TOP.search(text, max(floor, start - 5), start)
    if top or text[start:end] != "1":
        return top
    return _FIRST.search(text, max(floor, start - 4), start)


def _rank(text: str, match: re.Match[str], top: re.Match[str]) -> Read:
    value = numerals.japanese(match.group())
    end, unit = unit_words.unit(text, match.end())
    after = _RANK_END.match(text, end)
    end = after.end() if after else end
    return Quantity(Span(top.start(), end), value, value, unit, "<=", "rank"), end


def _kanji(text: str, match: re.Match[str], floor: int) -> Read:
    spelled = unit_words.SPELLED_COUNTER.match(text, match.end())
    end, unit = unit_words.unit(text, match.end())
    if unit is None and spelled:
        end, unit = spelled.end(), spelled.group()
    value = numerals.japanese(match.group())
    if _denominates(text, match.end(), end, value):
        return None, end
    return _compared(text, Span(match.start(), end), (value, value), unit, floor)


def _part(text: str, match: re.Match[str], floor: int) -> Read:
    whole, share = match.group().split("分の")
    below = numerals.japanese(whole)
    value = 100 * numerals.japanese(share) / below if below else 0.0
    found, end = _compared(text, Span(*match.span()), (value, value), None, floor)
    return found and found._replace(kind="percent"), end


def _worth(text: str, match: re.Match[str], floor: int) -> Read:
    value, comparator, kind = _WORTH[match.group()]
    found, end = _compared(text, Span(*match.span()), (value, value), None, floor)
    if found is None:
        return None, end
    if comparator == "=":
        comparator = found.comparator
    return found._replace(kind=kind, comparator=comparator), end


def _none(_text: str, match: re.Match[str], _floor: int) -> Read:
    return Quantity(Span(*match.span()), 0.0, 0.0, None, "=", "none"), match.end()


def _all(_text: str, match: re.Match[str], _floor: int) -> Read:
    return Quantity(Span(*match.span()), 1.0, 1.0, None, "=", "all"), match.end()


def _hole(text: str, match: re.Match[str], floor: int) -> Read:
    end, unit = unit_words.unit(text, match.end())
    return _compared(text, Span(match.start(), end), None, unit, floor)


_READERS: Mapping[str, Callable[[str, re.Match[str], int], Read]] = {
    "number": _number,
    "kanji": _kanji,
    "part": _part,
    "worth": _worth,
    "none": _none,
    "all": _all,
    "hole": _hole,
}
