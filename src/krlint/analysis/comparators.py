"""What stands before and behind a figure: 約, ≥, "at least", 以上, "or less", ▲, $."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from krlint.analysis.patterns import compiled
from krlint.model import Language, Span

_SIGN = r"[≥≧≤≦<~〜≈]=?|(?<![-=–→⇒])>=?|±|\+/-|\+\s/\s-|[+\-−–▲△]"
_BEFORE: Mapping[Language, str] = {
    "ja": (
        r"(?P<word>およそ|おおよそ|(?<![解契予要節制公誓条婚特])約|最大(?:でも)?|最低(?:でも)?|少なくとも|多くとも)?\s?"
        rf"(?P<of>)(?P<sign>{_SIGN})?\s?(?P<money>[$€£¥])?\s?$"
    ),
    "en": (
        r"(?i)(?P<word>\b(?:at\sleast|at\smost|no\s(?:more|less|fewer)\sthan|not\smore\sthan"
        r"|(?:less|fewer|lower|more|greater|better|higher)\sthan|a\s(?:maximum|minimum)\sof"
        r"|max(?:imum)?\.?|min(?:imum)?\.?|up\sto|within|inside|under|below|over|above"
        r"|exceed(?:s|ing)?|about|around|approx(?:imately|\.)?|roughly|nearly|almost|between))?\s?"
        rf"(?P<of>(?:of|the|a|an)\s)?(?P<sign>{_SIGN})?\s?(?P<money>[$€£¥]|(?:USD|EUR|GBP)\s)?$"
    ),
}
_AFTER: Mapping[Language, str] = {
    "ja": (
        r"\s?(?P<word>以上|以下|未満|以内|超え(?!る)|超(?!え|過)|程度|ほど|前後|増(?![やえ])"
        r"|減(?![らり少])|\+(?!\d))"
        r"|(?P<turn>まで(?=$|[、。)]|に?$|の範囲)|[をが](?:上回|超え|下回|切)"
        r"|[をも]?(?:削減|短縮|低減|圧縮|縮減|カット|ダウン|減ら|減少|低下|増や|増加|アップ|上積|向上))"
    ),
    "en": (
        r"\s?(?P<word>(?<!\s)\+(?!\d)|or\s(?:less|fewer|more|above|over|below|under|better|higher|lower"
        r"|faster)\b|at\s(?:most|least)\b|max(?:imum)?\b|min(?:imum)?\b|plus\b|ahead\b)"
        r"|(?P<turn>\s(?:more|higher|faster|larger|fewer|less|lower|shorter|smaller)\b)"
    ),
}
_SIGNS: Mapping[str, str] = {
    "≥": ">=", "≧": ">=", ">=": ">=", "≥=": ">=", "≤": "<=", "≦": "<=", "<=": "<=", "<": "<",
    ">": ">", "~": "~", "〜": "~", "≈": "~", "±": "<=", "+/-": "<=", "+ / -": "<=", "+": "+",
    "-": "-", "−": "-", "–": "-", "▲": "-", "△": "-",
}  # fmt: skip
_WORDS: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
    "ja": {
        ">=": ("以上", "最低", "少なくとも", "+"),
        "<=": ("以下", "以内", "最大", "多くとも", "まで"),
        "<": ("未満", "下回", "切"),
        ">": ("超", "上回"),
        "~": ("およそ", "おおよそ", "約", "程度", "ほど", "前後"),
        "+": ("増", "アップ", "上積", "向上"),
        "-": ("",),
    },
    "en": {
        ">=": (
            "at least", "no less", "no fewer", "min", "or more", "or above", "or over", "or better",
            "or higher", "plus", "+",
        ),
        "<=": ("at most", "no more", "not more", "max", "up to", "within", "inside", "or "),
        "<": ("less than", "fewer than", "lower than", "under", "below"),
        ">": ("than", "over", "above", "exceed"),
        "~": ("about", "around", "approx", "roughly", "nearly", "almost"),
        "+": ("more", "higher", "faster", "larger"),
        "-": ("fewer", "less", "lower", "shorter", "smaller"),
    },
}  # fmt: skip
"""The words of each comparator, the more telling first: "no more than" before "than"."""
_BY = r"\bby\s(?:about\s|around\s|an?\s|another\s)?$"
_FALLS = (
    r"(?i)\b(?:reduc|cut|lower|decreas|drop|fall|fell|down|shrink|short|sav|less|fewer)[a-z]{0,8}\b"
)
_REACH: Mapping[Language, int] = {"ja": 10, "en": 26}


class Bound(NamedTuple):
    """A figure's whole expression, its comparator (see model.Quantity) and its currency sign."""

    span: Span
    comparator: str
    money: str | None


def bound(text: str, span: Span, language: Language, floor: int) -> Bound:
    """
    The figure and unit at `span` with what bounds it on both sides.

    `floor` is the end of what was read before: a comparator does not reach back beyond it.
    """
    start, end = span
    comparator, money = "=", None
    before = compiled(_BEFORE[language]).search(text, max(floor, start - _REACH[language]), start)
    if before and _binds(text, before):
        sign = before["sign"]
        comparator = _SIGNS.get(sign, "=") if sign else _said(before["word"], language)
        money = before["money"]
        start = next(before.start(g) for g in ("word", "sign", "money") if before[g])
    after = compiled(_AFTER[language]).match(text, end)
    if after and (comparator == "=" or language == "ja"):
        word = after["word"]
        if word:
            end, comparator = after.end(), _said(word, language)
        elif comparator == "=":
            comparator = _said(after["turn"], language)
    elif comparator == "=" and language == "en":
        comparator = _by(text, start, floor)
    return Bound(Span(start, end), comparator, money and money.strip())


def _by(text: str, start: int, floor: int) -> str:
    """The sign of a change in English that is said with “by”: "reduce by 5", "up by a tenth"."""
    if not compiled(_BY).search(text, max(floor, start - 16), start):
        return "="
    return "-" if compiled(_FALLS).search(text, max(0, start - 80), start) else "+"


def _binds(text: str, before: re.Match[str]) -> bool:
    if not (before["word"] or before["sign"] or before["money"]):
        return False
    return not (before["sign"] in ("-", "−", "–", "〜", "~") and _is_dash(text, before))


def _is_dash(text: str, before: re.Match[str]) -> bool:
    """A dash or tilde with a word before it, or a space behind it, is punctuation."""
    at = before.start("sign")
    joins = at > 0 and text[at - 1].isascii() and not text[at - 1].isspace() and text[at - 1] != "("
    return joins or text[at + 1 : at + 2] == " "


def _said(words: str | None, language: Language) -> str:
    if not words:
        return "="
    said = " ".join(words.lower().split())
    signs = _WORDS[language].items()
    return next((sign for sign, known in signs if any(word in said for word in known)), "=")
