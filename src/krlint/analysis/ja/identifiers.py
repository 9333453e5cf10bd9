"""Digits in Japanese that are part of a name, a version, an ordinal or a year: no figures."""

import re

from krlint.analysis import units
from krlint.analysis.ja import units as unit_words
from krlint.analysis.patterns import compiled

# What follows turns the number into an ordinal or part of a term (2段階認証, 3級, 5軸加工機).
_FOLLOWS = (
    r"段階認証|要素認証|型(?!式)|軸|次元|次(?!の)|級|号|版|丁目|課|係|期|世代|番|交代|進法|元|年卒|代(?!理)|卒|[かヶヵカ箇]年計画|日も早"
    r"|部(?=レビュー|門長|長)|度(?=[ァ-ヴ]|評価)|年目|階(?!層|級|調)"
)
_NUMBERED = r"(?:第|#|♯|[Nn]o\.?\s?|フェーズ|ステージ|バージョン)$"
_VERSION = r"(?:バージョン|[Vv]er\.?)[^。、()\d]{0,8}(?:\d[\d.]{0,6}\s?(?:から|より|→|⇒)\s?)?$"
_RELEASED = r"\s?(?:として|系|を?(?:リリース|公開|GA))"
"""What follows a version that is named alone: 「1.0として公開」."""
_NAMED = r"([A-Za-z][A-Za-z./&]{0,19})(\s?)-?$"
_STANDARD = r"(?:ISO|IEC|IATF|SOC|WCAG|DSS|JIS|RFC|CVSS|EN|P|p|v|V|ver|Ver|KR|O|Q|S)$"
_FIGURE = r"\s?(?:[%割倍件名人社日回本個台円点店校枚通]|pt|以[上下内]|未満|超)"
_ONWARD = r"\s?(?:[→⇒]|[=-]>)"
_GOES_ON = "以未超程前増減削達以台内"
"""What follows a counter that stands by itself; other kanji make a compound of it: 3人材."""
_SCALES = "百千万億兆"
"""What is counted in these is no name, whatever letters follow: 10万PV, but not 2LDK."""
_NAME_MAX = 16
_VERSION_MAX = 28


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the digits at `start` to `end` are no figure."""
    if text[end : end + 1] in (":", ".") and text[end + 1 : end + 2].isdigit():
        return True
    if _is_year(text, start, end) or compiled(_FOLLOWS).match(text, end):
        return True
    if _is_version(text, start, end):
        return True
    if compiled(_NUMBERED).search(text, max(0, start - 6), start) and not text.startswith(
        "営業日", end
    ):
        return True
    after = text[end : end + 1]
    spelled = text[end - 1] in _SCALES
    glued = spelled or compiled(units.GLUED).match(text, end) is not None
    if after.isascii() and after.isalpha() and not glued:
        return True
    named = compiled(_NAMED).search(text, max(0, start - _NAME_MAX), start)
    return named is not None and _belongs(text, named, start, end)


def _belongs(text: str, named: re.Match[str], start: int, end: int) -> bool:
    """Whether the number belongs to the Latin word before it: Windows 11, v2, but not CVR 3.4%."""
    word, number = named[1], text[start:end]
    if compiled(_STANDARD).match(word):
        return True
    figure = _is_counted(text, end)
    onward = compiled(_ONWARD).match(text, end) is not None
    if not named[2]:
        return not ((figure or onward) and word.isupper() and len(word) > 1)
    mixed = not word.isupper() and not word.islower()
    if figure or (onward and not (mixed and len(number) < 3)):
        return False
    return mixed or (len(number) > 3 and number.isdigit())


def _is_counted(text: str, end: int) -> bool:
    """Whether a counter or a bound follows: Issue 10件, but not Level 3人材."""
    figure = compiled(_FIGURE).match(text, end)
    if figure is None:
        return False
    after = text[figure.end() : figure.end() + 1]
    return not unit_words.is_kanji(after) or after in _GOES_ON


def _is_version(text: str, start: int, end: int) -> bool:
    if compiled(_RELEASED).match(text, end) and "." in text[start:end]:
        return True
    before = compiled(_VERSION).search(text, max(0, start - _VERSION_MAX), start)
    return before is not None and unit_words.unit(text, end)[1] is None


def _is_year(text: str, start: int, end: int) -> bool:
    year = text[start:end]
    if end - start != 4 or not (year.isdigit() and "1990" <= year <= "2049"):
        return False
    if text[end : end + 1] == "年":
        return True
    money = start > 0 and text[start - 1] in units.CURRENCY
    return not unit_words.unit(text, end)[1] and not money


def end_of_name(text: str, end: int) -> int:
    """Where the name that the digits belong to ends: 27001:2022, 2.0.1, 4M."""
    while end < len(text) and (
        (text[end].isascii() and text[end].isalnum())
        or (text[end] in ".:-" and text[end + 1 : end + 2].isdigit())
    ):
        end += 1
    return end
