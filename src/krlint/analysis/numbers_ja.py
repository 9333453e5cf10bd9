"""Japanese quantities: 3日以内, 1億4千万円, 三割程度, ▲50%, 全社員, ゼロ, XX件."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from krlint.analysis import numerals, units
from krlint.model import Quantity, Span

QuantityKind = Literal["number", "percent", "multiple", "all", "none", "rank", "placeholder"]

_D = numerals.DIGITS
_COUNTABLE = (
    r"\s?(?:%|パーセント|ポイント|pt|倍|割|[件名人社日回本個台枚点円年月週時分秒店校案通箱位つ万億]|拠点|時間)"
)
SCAN = re.compile(
    rf"""
    (?P<name>\d{{1,2}}:\d\d(?!\d)|24/7|1on1|24時間(?:365日|体制|対応|稼働)|\d+(?:-\d+){{2,}}|[A-Za-z]+-\d+[A-Za-z]*|\d+(?:[.．]\d+){{2,}})
  | (?P<part>(?:{_D}|[二三四五六七八九十]+)分の(?:{_D}|[一二三四五六七八九]))
  | (?P<number>(?:{_D}[千百十]?[兆億万千百])*{_D}(?:[千百十]?[兆億万千百])?|(?:{_D}[千百]?[兆億万千百])+)
  | (?P<kanji>(?<![数第統唯随単同])[一二三四五六七八九十百千](?:[{numerals.KANJI}万億兆]*)
       (?={units.SPELLED_COUNTER.pattern}))
  | (?P<multiple>半減|半分(?=に|以下|へ)|過?半数|倍増|倍(?=に|へ))
  | (?P<none>ゼロ(?!トラスト|ベース|から(?!の件)|イチ|コスト|カーボン|エミッション|デイ|サム)|皆無|無(?:事故|災害|違反|欠点)
       |(?<=[\u4e00-\u9fffァ-ヴー])なし(?=[でにの。、,)]|$))
  | (?P<all>(?<![安完健保万])全(?![体国般面力く角文額然快速館]|自動|方位|世界|社(?!員)|部(?![門署品員をで]))
       (?:[\u4e00-\u9fff]{{1,6}}|[ァ-ヴー]{{2,15}})|完全(?=移行|廃止|撤廃|解消|停止|切り?替)|すべて|全て|毎回|常に)
  | (?P<often>毎(?:営業日|[月週日朝期年])|[月週日]次(?=で|に|更新|報告|公開|開催))
  | (?P<hole>(?:(?<![A-Za-z\d])(?:[XYZxy]{{1,3}}|[Nn])|[◯○〇●■□]{{1,3}}|_{{2,}}|\?{{2,}})(?={_COUNTABLE})
       |[¥$]\s?X{{1,3}}|\{{[^{{}}\s]{{1,30}}\}}|\[[^\[\]]{{0,12}}(?:[値数率]|目標|現状|XX?|N)\]
       |TBD|tbd|TBC|未定)
    """,
    re.VERBOSE,
)

_BEFORE = re.compile(
    r"(?P<word>約|およそ|おおよそ|最大でも|最大|最低でも|最低|少なくとも|多くとも)?\s?"
    r"(?P<sign>[≥≧≤≦<~〜]=?|(?<![-=→⇒])[>=]=?|±|\+/-|[+\-−▲△])?\s?(?P<money>[$€£¥])?\s?$"
)
_AFTER = re.compile(
    r"\s?(?P<word>以上|以下|未満|以内|超え(?!る)|超(?!え|過)|程度|ほど|前後|増(?![やえ])|減(?![らり少])|\+)"
    r"|(?P<turn>まで(?=$|[、。)に]?$|の範囲)|[をが](?:上回|超え|下回|切)|(?:削減|短縮|低減|圧縮|縮減|カット|ダウン|減ら|減少|低下)"
    r"|[をも]?(?:増や|増加|アップ|上積|向上))"
)
_SIGNS: Mapping[str, str] = {
    "≥": ">=", "≧": ">=", ">=": ">=", "=>": ">=", "≤": "<=", "≦": "<=", "<=": "<=", "=<": "<=",
    "<": "<", ">": ">", "~": "~", "〜": "~", "±": "<=", "+/-": "<=", "+": "+", "-": "-", "−": "-",
    "▲": "-", "△": "-",
    "約": "~", "およそ": "~", "おおよそ": "~", "最大": "<=", "最大でも": "<=", "多くとも": "<=",
    "最低": ">=", "最低でも": ">=", "少なくとも": ">=",
    "以上": ">=", "以下": "<=", "未満": "<", "以内": "<=", "超え": ">", "超": ">", "程度": "~",
    "ほど": "~", "前後": "~", "増": "+", "減": "-", "まで": "<=",
    "を上回": ">", "が上回": ">", "を超え": ">", "が超え": ">", "を下回": "<", "が下回": "<",
    "を切": "<",
}  # fmt: skip
_FALLS = ("削減", "短縮", "低減", "圧縮", "縮減", "カット", "ダウン", "減ら", "減少", "低下")
_RISES = ("増や", "増加", "アップ", "上積", "向上")
_RANGE = re.compile(rf"\s?[〜~–―−-]\s?(?=({_D}))")
_OF = re.compile(rf"\s?/\s?({_D})")
_DENOMINATES = re.compile(
    r"\s?(?:あたり|当たり|当り|につき|ごと|おき|中(?=\s?\d)|ひとり|段階|満点|単位|刻み|のうち(?=\d))"
)
_NAMED = re.compile(r"([A-Za-z][A-Za-z./&]*)(\s?-?)$")
_STANDARD = re.compile(r"(?:ISO|IEC|IATF|SOC|WCAG|DSS|JIS|RFC|CVSS|EN|P|p|v|V|ver|Ver|KR|O|Q|S|No\.?)$")
_STRONG = re.compile(r"\s?(?:[%→⇒割倍件名人社日回本個台円pt]|以[上下内]|未満|超|[=-]>)")
_TOP = re.compile(r"(?:トップ|上位|ベスト|[Tt]op|TOP)\s?$")
_NUMBERED = re.compile(r"(?:第|#|♯|[Nn]o\.?\s?|フェーズ|ステージ|バージョン|レベル(?!感))$")
_WORTH: Mapping[str, tuple[float, QuantityKind]] = {
    "半減": (0.5, "multiple"), "半分": (0.5, "multiple"), "半数": (50.0, "percent"),
    "倍増": (2.0, "multiple"), "倍": (2.0, "multiple"), "過半数": (50.0, "percent"),
}  # fmt: skip


def read(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    """
    The quantity that a match of SCAN begins, and where reading goes on.

    `floor` is the end of what was read before: a comparator cannot reach back beyond it.
    """
    kind = match.lastgroup or ""
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(text, match, floor)
    if kind in ("all", "often"):
        return Quantity(Span(*match.span()), 1.0, 1.0, None, "=", "all"), match.end()
    return None, match.end()


def _number(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    start, end = match.span()
    if kind := _top(text, start, floor):
        return _rank(text, match, kind)
    if _is_name(text, start, end, floor):
        return None, _name_end(text, end)
    low = high = numerals.japanese(match.group())
    scale_end = _scale(text, start, end)
    if scale_end > end:
        low = high = low * numerals.SCALES[text[end:scale_end]]
    end, unit = units.japanese(text, scale_end)
    if _denominates(text, scale_end, end, low):
        return None, end
    second = _RANGE.match(text, end)
    if second and numerals.digits(second[1]) > low:
        high = numerals.japanese(second[1])
        end, unit = units.japanese(text, second.end(1))
    elif out_of := _OF.match(text, end):
        of_end, of_unit = units.japanese(text, out_of.end())
        unit = unit or of_unit or text[end : out_of.end()]
        end = of_end
    return _compared(text, Span(start, end), low, high, unit, floor)


def _denominates(text: str, start: int, end: int, value: float) -> bool:
    """Whether the amount is what others are counted by: 1,000箱あたり, 1日12件."""
    if _DENOMINATES.match(text, end) or _DENOMINATES.match(text, start):
        return True
    return value == 1 and end > start and text[end : end + 1].isdigit()


def _scale(text: str, start: int, end: int) -> int:
    money = text[max(0, start - 2) : start].strip()[-1:] in units.CURRENCY and start > 0
    letter = text[end : end + 1]
    after = text[end + 1 : end + 2]
    if letter in ("k", "K", "M", "B") and not (after.isascii() and after.isalnum()):
        return end + 1 if money or letter == "k" else end
    return end


def _compared(
    text: str, span: Span, low: float | None, high: float | None, unit: str | None, floor: int
) -> tuple[Quantity, int]:
    """The quantity with what stands before and behind it: currency, sign, comparator."""
    start, end = span
    comparator = "="
    before = _BEFORE.search(text, max(floor, start - 10), start)
    if before and before.group().strip() and not _is_dash(text, before):
        sign = before["word"] or before["sign"]
        comparator = _SIGNS.get(sign or "", "=")
        unit = unit or before["money"]
        start = before.start() + len(before.group()) - len(before.group().lstrip())
    after = _AFTER.match(text, end)
    if after:
        word = after["word"]
        if word:
            end, comparator = after.end(), ">=" if word == "+" else _SIGNS[word]
        elif comparator == "=":
            comparator = _turn(after["turn"])
    kind: QuantityKind = "placeholder" if low is None else _kind(unit)
    return Quantity(Span(start, end), low, high, unit, comparator, kind), end


def _turn(words: str) -> str:
    if words.endswith(_FALLS):
        return "-"
    return "+" if words.endswith(_RISES) else _SIGNS.get(words, "=")


def _is_dash(text: str, before: re.Match[str]) -> bool:
    """A dash or tilde between two words is punctuation, not a sign."""
    sign = before["sign"]
    if sign not in ("-", "−", "〜", "~"):
        return False
    at = before.start("sign")
    return (at > 0 and text[at - 1].isalnum() and text[at - 1].isascii()) or text[
        at + 1 : at + 2
    ] == " "


def _kind(unit: str | None) -> QuantityKind:
    if unit is None:
        return "number"
    if unit[0] in "%割" or unit.startswith(("パーセント", "ポイント", "pt", "pp")):
        return "percent"
    if unit[0] in "倍x×":
        return "multiple"
    return "rank" if unit[0] == "位" else "number"


def _is_name(text: str, start: int, end: int, floor: int) -> bool:
    """Whether the digits are part of a name, a version, an ordinal or a year."""
    if text[end : end + 1] in (":", ".") and text[end + 1 : end + 2].isdigit():
        return True
    if _is_year(text, start, end) or units.identifies(text, end):
        return True
    if _NUMBERED.search(text, max(0, start - 6), start):
        return True
    after = text[end : end + 1]
    if after.isascii() and after.isalpha():
        scaled = _scale(text, start, end) > end
        if not scaled and not units.GLUED.match(text, end):
            return True
    named = _NAMED.search(text, max(0, start - 16), start)
    return named is not None and _named(text, named, text[start:end], end)


def _named(text: str, named: re.Match[str], number: str, end: int) -> bool:
    word, gap = named[1], named[2]
    if _STANDARD.match(word):
        return True
    strong = _STRONG.match(text, end) is not None
    if gap != " ":
        return not (strong and word.isupper() and len(word) > 1)
    mixed = not word.isupper() and not word.islower()
    if strong and not (mixed and len(number) < 3):
        return False
    return mixed or (len(number) > 3 and number.isdigit())


def _is_year(text: str, start: int, end: int) -> bool:
    if end - start != 4 or not "1990" <= text[start:end] <= "2049":
        return False
    if text[end : end + 1] == "年":
        return True
    return not units.japanese(text, end)[1] and text[start - 1 : start] not in units.CURRENCY


def _name_end(text: str, end: int) -> int:
    while end < len(text) and (
        (text[end].isascii() and text[end].isalnum())
        or (text[end] in ".:-" and text[end + 1 : end + 2].isdigit())
    ):
        end += 1
    return end


def _top(text: str, start: int, floor: int) -> re.Match[str] | None:
    return _TOP.search(text, max(floor, start - 5), start) or (
        re.compile(r"[Nn]o\.\s?$").search(text, max(floor, start - 4), start)
        if text[start : start + 1] == "1" and not text[start + 1 : start + 2].isdigit()
        else None
    )


def _rank(
    text: str, match: re.Match[str], top: re.Match[str]
) -> tuple[Quantity | None, int]:
    value = numerals.japanese(match.group())
    end, unit = units.japanese(text, match.end())
    after = re.compile(r"以内|以上").match(text, end)
    end = after.end() if after else end
    return Quantity(Span(top.start(), end), value, value, unit, "<=", "rank"), end


def _kanji(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    value = numerals.japanese(match.group())
    end, unit = units.japanese(text, match.end())
    if unit is None:
        spelled = units.SPELLED_COUNTER.match(text, match.end())
        unit = spelled.group() if spelled else None
        end = spelled.end() if spelled else end
    if _denominates(text, match.end(), end, value):
        return None, end
    return _compared(text, Span(match.start(), end), value, value, unit, floor)


def _part(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    whole, share = match.group().split("分の")
    below = numerals.japanese(whole)
    value = numerals.japanese(share) / below if below else 0.0
    return _compared(text, Span(*match.span()), value, value, None, floor)


def _worth(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    value, kind = _WORTH[match.group()]
    found, end = _compared(text, Span(*match.span()), value, value, None, floor)
    if match.group() == "過半数":
        found = found._replace(comparator=">")
    return found._replace(kind=kind), end


def _none(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    return Quantity(Span(*match.span()), 0.0, 0.0, None, "=", "none"), match.end()


def _hole(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    end, unit = units.japanese(text, match.end())
    return _compared(text, Span(match.start(), end), None, None, unit, floor)


_READERS: Mapping[
    str, Callable[[str, re.Match[str], int], tuple[Quantity | None, int]]
] = {
    "number": _number, "kanji": _kanji, "part": _part, "multiple": _worth, "none": _none,
    "hole": _hole,
}  # fmt: skip
