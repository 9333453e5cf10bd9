"""What a terminal shows of a text: its cells, its lines, its control characters made visible."""

import re
from unicodedata import category, east_asian_width

from krlint.model import Span

_EMOJI_STYLE = "\ufe0f"
_JOINER = "\u200d"
_NOT_FIRST = frozenset(
    "、。，．,.・：；:;？！?!）)」』】〕］]｝}〉》々％%”’ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
_NOT_LAST = frozenset("（(「『【〔［[｛{〈《“‘¥￥$＄")

# C0, DEL, C1, line and paragraph separators, bidirectional controls, lone surrogates.
_UNSAFE = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """`text` with every control character replaced by one character that shows it."""
    return _UNSAFE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def cells(text: str) -> list[int]:
    """
    How many terminal cells each character takes: 0, 1 or 2.

    Ambiguous width counts 1, as current terminals draw it; an emoji sequence counts once.
    """
    widths: list[int] = []
    joined = False
    for character in text:
        if character.isascii():
            width = 1
        elif character == _EMOJI_STYLE:
            width = 1 if widths and widths[-1] == 1 else 0
        elif joined or category(character) in ("Mn", "Me", "Cf"):
            width = 0
        else:
            width = 2 if east_asian_width(character) in "WF" else 1
        joined = character == _JOINER
        widths.append(width)
    return widths


def width(text: str) -> int:
    """The cells that `text` takes on one line."""
    return len(text) if text.isascii() else sum(cells(text))


def pad(text: str, to: int) -> str:
    """`text` followed by spaces up to `to` cells."""
    return text + " " * (to - width(text))


def lines(text: str, limit: int) -> list[Span]:
    """
    Where to break `text` so that no line takes more than `limit` cells.

    The spans follow each other without a gap; a word is broken only if it fills a line alone, and
    no line begins with 「。」 or ends with 「（」.
    """
    widths = cells(text)
    spans: list[Span] = []
    start = chance = used = 0
    for index, taken in enumerate(widths):
        if index > start and _may_break(text, widths, index):
            chance = index
        while used + taken > limit and text[index] != " " and index > start:
            end = chance if chance > start else index
            spans.append(Span(start, end))
            start, used = end, sum(widths[end:index])
        used += taken
    if start < len(text) or not spans:
        spans.append(Span(start, len(text)))
    return spans


def _may_break(text: str, widths: list[int], index: int) -> bool:
    before, after = text[index - 1], text[index]
    if before == " ":
        return after != " "
    wide = widths[index - 1] == 2 or widths[index] == 2
    return wide and widths[index] > 0 and before not in _NOT_LAST and after not in _NOT_FIRST


def wrap(text: str, limit: int) -> list[str]:
    """The lines of `text`, none wider than `limit` cells."""
    return [text[span.start : span.end].rstrip(" ") for span in lines(text, limit)]


_STYLES = {
    "bold": "1",
    "dim": "2",
    "red": "1;31",
    "green": "32",
    "yellow": "1;33",
    "blue": "1;36",
}


def paint(text: str, style: str, *, on: bool) -> str:
    """`text` in a style of `_STYLES` where colour is on."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if on and text else text
