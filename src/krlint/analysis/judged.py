"""What of a key result's text is judged: tags, owners, progress and links are left out."""

import re

_LEFT_OUT = re.compile(
    r"""
      ~~[^~]{1,500}~~                                        # dropped words
    | <!--(?:[^-]|-(?!->)){0,2000}-->                        # comments
    | \]\([^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\)   # a link's target
    | \bhttps?://[^\s)>」』）]{1,500}
    | ^\s{0,9}[\[【][^\]】\s]{1,20}[\]】](?=\s{0,9}[^\s:(（])        # [P1] and 【必達】 in front
    | ^\s{0,9}P[0-3]\s?[-:–]\s
    | ^\s{0,9}(?:KR|Key\ Result|主要な結果|成果指標)\s?[\d.\-]{0,6}\s?[:.\-–]\s?   # a label
    | (?<![\w.])@[A-Za-z][\w.\-]{0,40}                          # owners; not @2026/3
    | \s=+>\s?[^=>\n]{0,200}$                                   # => 40 %
    | \(\d{1,6}/\d{1,6}\)\s{0,9}$                              # (1/5)
    | (?<!\w)\#\d{1,7}\b                                       # issue numbers
    | [①-⑳]                                                    # numbers of a list within
    | [*`]{1,3}(?=\S) | (?<=\S)[*`]{1,3}                        # bold and code
    | (?<![\w_])_(?=[^\s_]) | (?<=[^\s_])_(?![\w_])             # emphasis, but not snake_case
    | \[(?=[^\]\n]{0,500}\]\()                                 # the bracket that opens a link
    """,
    re.VERBOSE | re.MULTILINE,
)
_FIGURE_BEFORE = re.compile(r"\d\s?[^\s\d]{0,3}$")


def judged(text: str) -> str:
    """
    The text with what is not judged as spaces, so that every position stays what it was.

    "@sam => 40 %" at the end is progress, but "30 % => 55 %" is a change and stays.
    """
    return _LEFT_OUT.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 8) : match.start()]
    if match.group().lstrip().startswith("=") and _FIGURE_BEFORE.search(before):
        return match.group()
    return " " * len(match.group())


def mentions(text: str) -> list[str]:
    """The people whom a text names with an "@"."""
    return re.findall(r"(?<![\w.])@[^\W\d_][\w.\-]{0,40}", text)
