"""Japanese quantities: 3日以内, 2億6千万円, 二割程度, ▲40%, 全社員, ゼロ, XX件."""

import re
from collections.abc import Callable, Mapping

from krlint.analysis import comparators, numerals, units
from krlint.analysis.ja import identifiers
from krlint.analysis.ja import units as unit_words
from krlint.analysis.patterns import compiled
from krlint.model import Quantity, Span

_D = numerals.DIGITS
_K = "一二三四五六七八九十"
_COUNTABLE = (
    r"\s?(?:%|パーセント|ポイント|pt|倍|割|[件名人社日回本個台枚点円年月週時分秒店校案通箱位つ万億冊組席棟室口票戸袋床頭匹杯便膳食語]"
    r"|拠点|時間|営業日|[かヶカ]月|部署|店舗|品目|種類)"
)
SCAN = rf"""(?x)
    (?P<pact>(?<!\d)(?:36|三六)協定)
  | (?P<one_of>\d{{1,4}}+(?P<counter>[人社件組本個回])に\d{{1,4}}+(?P=counter))
  | (?P<name>\d{{1,2}}:\d\d(?!\d)|24/7|1on1|24時間(?:365日|体制|対応|稼働)|\d+(?:[.．]\d+){{2,}}
       |\d+(?:-\d+){{2,}}|(?<![A-Za-z])[A-Za-z]++-\d+[A-Za-z]*)
  | (?P<part>(?:{_D}|[{_K}]{{1,3}})分の(?:{_D}|[{_K}]))
  | (?P<number>(?:{_D}[千百十]?[兆億万千百])*{_D}(?:[千百十]?[兆億万千百])?)
  | (?P<kanji>(?<![数第統唯随単同{numerals.KANJI}])[{_K}百千]
       [{numerals.KANJI}万億兆]{{0,30}}+
       (?={unit_words.SPELLED_COUNTER}))
  | (?P<worth>半減|半分(?=に|以下|へ|まで|程度|[をで]?(?:[、。)]|$))|過?半数|倍増|倍(?=に|へ))
  | (?P<none>ゼロ(?!トラスト|ベース|から(?!の件)|イチ|コスト|カーボン|エミッション|デイ|サム)
       |皆無|無(?:事故|災害|違反|欠点)|なし(?=[でにの。、,)]|$)
       |(?:[一1１]|ひと)(?:[度回件人日社本枚円秒台店名つ])も
         (?=[^。、]{{0,20}}(?:ない|ず|ません|ぬ)(?:[、。)に]|こと|状態|$)))
  | (?P<all>(?<![安完健保万])
       全(?![て体国般面力く角文額然快速館]|自動|方位|世界|社(?!員)|部(?![門署品員をで]))
       |完全(?=移行|廃止|撤廃|解消|停止|切り?替)|すべて|全て|全部(?![門署品員])|誰もが|(?:誰|だれ)でも|一人残らず|毎回|常に
       |毎(?:営業日|四半期|[月週日朝期年])|隔[月週日年]|(?:四半期|半期|月|週)ごと|[月週日]次(?=で|に|更新|報告|公開|開催))
  | (?P<hole>(?:(?<![A-Za-z\d])(?:[XYZxy]{{1,3}}|[Nn]{{1,3}})|[▲△]{{2,3}}
       |[◯○〇●■□]{{1,3}}|(?<!_)_{{2,}}+|(?<!\?)\?{{2,}}+)
       (?!社(?:様|さん|向け|製|と|の))(?={_COUNTABLE})
       |[¥$]\s?X{{1,3}}|\{{[^{{}}\s]{{1,30}}\}}|\[[^\[\]]{{0,12}}(?:[値数率]|目標|現状|XX?|N)\]
       |TBD|tbd|TBC|未定)
    """
_RANGE = rf"\s?[〜~–―−-]\s?(?=({_D}))"
_OF = rf"\s?/\s?({_D})"
_TENTHS = rf"(\d|[{_K}])分"
_DENOMINATES = (
    r"\s?(?:あたり|当たり|当り|につき|ごと|おき|中(?=\s?\d)|ひとり|段階|満点|単位|刻み"
    r"|のうち(?=\d))"
)
_FOR_ONE = r"人|日|件|回|個|時間|分|か月|ヶ月|週間?|年"
_COUNTED_NEXT = r"(?:平均)?\d"
_SMALLER = r"\d{1,2}[分秒]"
_TOP = r"(?:トップ|上位|ベスト|[Tt]op|TOP)\s?$"
_FIRST = r"[Nn]o\.\s?$"
_RANK_END = r"以[内上]"
_WORTH: Mapping[str, tuple[float, str, units.QuantityKind]] = {
    "半減": (0.5, "=", "multiple"), "半分": (0.5, "=", "multiple"),
    "倍増": (2.0, "=", "multiple"), "倍": (2.0, "=", "multiple"),
    "半数": (50.0, "=", "percent"), "過半数": (50.0, ">", "percent"),
}  # fmt: skip
_LONGEST_NOUN = 6
_OF_A_VERB = r"[一-龥][れけりえみげ]$"
"""How a noun ends that comes from a verb: 漏れ, 遅れ, 抜け."""
_LACKS = ("もれ", "ずれ", "むら", "むだ", "ばらつき", "とりこぼし", "やり直し", "取りこぼし")
"""Nouns in hiragana that 「なし」 makes a zero of."""

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
    if unit == "割" and (tenths := compiled(_TENTHS).match(text, end)):
        low = high = value + numerals.japanese(tenths[1]) / 10
        end = tenths.end()
    if _denominates(text, digits_end, end, value):
        return None, end
    second = compiled(_RANGE).match(text, end)
    if second and numerals.digits(second[1]) > low:
        high = numerals.digits(second[1])
        end, unit = unit_words.unit(text, second.end(1))
    elif out_of := compiled(_OF).match(text, end):
        end, of_unit = unit_words.unit(text, out_of.end())
        unit = unit or of_unit or out_of.group().strip()
    return _compared(text, Span(start, end), (low, high), unit, floor)


def _denominates(text: str, start: int, end: int, value: float) -> bool:
    """Whether the amount is what others are counted by: 1,000箱あたり, 1日12件."""
    if compiled(_DENOMINATES).match(text, end) or compiled(_DENOMINATES).match(text, start):
        return True
    return (
        value == 1
        and compiled(_FOR_ONE).fullmatch(text, start, end) is not None
        and (
            compiled(_COUNTED_NEXT).match(text, end) is not None
            and not compiled(_SMALLER).match(text, end)
        )
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
    top = compiled(_TOP).search(text, max(floor, start - 5), start)
    if top or text[start:end] != "1":
        return top
    return compiled(_FIRST).search(text, max(floor, start - 4), start)


def _rank(text: str, match: re.Match[str], top: re.Match[str]) -> Read:
    value = numerals.japanese(match.group())
    end, unit = unit_words.unit(text, match.end())
    after = compiled(_RANK_END).match(text, end)
    end = after.end() if after else end
    return Quantity(Span(top.start(), end), value, value, unit, "<=", "rank"), end


def _kanji(text: str, match: re.Match[str], floor: int) -> Read:
    spelled = compiled(unit_words.SPELLED_COUNTER).match(text, match.end())
    end, unit = unit_words.unit(text, match.end())
    if unit is None and spelled:
        end, unit = spelled.end(), spelled.group()
    value = numerals.japanese(match.group())
    alone = text.startswith("一人で", match.start())
    if alone or _denominates(text, match.end(), end, value):
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


def _one_of(text: str, match: re.Match[str], floor: int) -> Read:
    """3人に1人: one of three, in per cent."""
    whole, share = (numerals.digits(n) for n in compiled(r"\d+").findall(match.group()))
    value = 100 * share / whole if whole else 0.0
    found, end = _compared(text, Span(*match.span()), (value, value), None, floor)
    return found and found._replace(kind="percent"), end


def _none(text: str, match: re.Match[str], _floor: int) -> Read:
    """ゼロ, 皆無, 一度も…ない; なし only behind a noun."""
    before = text[: match.start()].rstrip()[-1:]
    noun = unit_words.is_kanji(before) or unit_words.is_katakana(before)
    noun = noun or text[: match.start()].endswith(_LACKS)
    noun = noun or None is not compiled(_OF_A_VERB).search(
        text, max(0, match.start() - 2), match.start()
    )
    if match.group() == "なし" and not noun:
        return None, match.end()
    return Quantity(Span(*match.span()), 0.0, 0.0, None, "=", "none"), match.end()


def _all(text: str, match: re.Match[str], _floor: int) -> Read:
    """すべて, 毎回; 全 only with the noun that it is of: 全社員."""
    start, end = match.span()
    if match.group() == "全":
        end = unit_words.run_of(text, end, unit_words.is_kanji, _LONGEST_NOUN)
        if end == match.end():
            end = unit_words.run_of(text, end, unit_words.is_katakana, 2 * _LONGEST_NOUN)
            end = match.end() if end < match.end() + 2 else end
        if end == match.end():
            end = unit_words.run_of(text, end, str.isascii, 2 * _LONGEST_NOUN)
            end = match.end() + len(text[match.end() : end].rstrip())
            if not text[match.end() : end].isalpha():
                end = match.end()
        if end == match.end():
            return None, end
    return Quantity(Span(start, end), 1.0, 1.0, None, "=", "all"), end


def _hole(text: str, match: re.Match[str], floor: int) -> Read:
    end, unit = unit_words.unit(text, match.end())
    return _compared(text, Span(match.start(), end), None, unit, floor)


_READERS: Mapping[str, Callable[[str, re.Match[str], int], Read]] = {
    "number": _number,
    "kanji": _kanji,
    "part": _part,
    "one_of": _one_of,
    "worth": _worth,
    "none": _none,
    "all": _all,
    "hole": _hole,
}
