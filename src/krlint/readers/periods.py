"""
The period that a document plans for, in the words of its headings, front matter or file name.

Which days it has is for the analysis to say. Like the headings of `headings`, these words are a
notation of documents.
"""

import re
from functools import lru_cache
from pathlib import PurePath

from krlint.readers.fields import known
from krlint.readers.headings import OKR
from krlint.readers.widths import widths

_YEAR = (
    r"(?<!\d)(?:20\d\d\s?[-/–]\s?(?:20)?\d\d(?![\d/-])|20\d\d(?:\s?年度?|(?!\d|[-/.]\d{1,2}[-/.]))|(?:令和|(?<![a-z])r)\s?(?:\d{1,2}|元)\s?年度?"
    r"|fy\s?['’]?\d{2,4}|\d\d\s?年度)"
)
_MONTH_EN = (
    r"(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?(?![a-z])\.?"
)
_MONTHS = (
    r"20\d\d[/.]\d{1,2}\s?[〜～~\-–]\s?(?:20\d\d[/.])?\d{1,2}(?![\d/.])|\d{1,2}\s?月?\s?(?:[〜～~\-–—]|から)\s?(?:翌年?)?\d{1,2}\s?月期?"
    rf"|{_MONTH_EN}(?:\s?20\d\d)?\s?(?:-|–|—|to|until|through)\s?{_MONTH_EN}"
)
_PART = (
    r"(?<![a-z\d])(?:q[1-4]|h[12]|[1-4]q|[12]h)(?![a-z\d])|(?<!\d)(?:20)?\d\dq[1-4](?![a-z\d])"
    r"|第?\s?[1-4一二三四]\s?四半期|[上下]半?期"
    r"|\b(?:first|second|third|fourth)\s(?:quarter|half)\b"
)
_TERM = re.compile(rf"(?P<part>{_PART}|{_MONTHS})|(?P<year>{_YEAR})", re.I)
_BETWEEN = re.compile(r"[\s\-–—_/・,、.:：(（]{0,3}(?:of\s)?")
_PLANS = re.compile(r"目標|計画|\b(?:goals?|plan|planning|objectives?)\b", re.I)
_LONGEST = 160


@lru_cache(maxsize=1024)
def words(text: str) -> str | None:
    """
    The words of a heading, title or file name that name a period: "2026 Q3", 「2026年度上期」.

    A year alone names one only where little else stands, or OKRs are spoken of: “Ready for the
    2027 season” plans for nothing.
    """
    head = widths(text[:_LONGEST])
    found = list(_TERM.finditer(head))
    if not found:
        return None
    start, end, parted = found[0].start(), found[0].end(), found[0]["part"] is not None
    for match in found[1:]:
        if not _BETWEEN.fullmatch(head, end, match.start()):
            if parted:
                break
            start = match.start()
        end, parted = match.end(), parted or match["part"] is not None
    if not (parted or OKR.search(head) or _PLANS.search(head) or _is_bare(head, start, end)):
        return None
    closes = head[end : end + 1] in (")", "）") and "(" in head[start:end].replace("（", "(")
    return text[start : end + closes].strip()


def _is_bare(head: str, start: int, end: int) -> bool:
    return sum(sign.isalnum() for sign in head[:start] + head[end:]) <= 4


def labelled(name: str, said: str) -> str | None:
    """What a line such as "Period: 2026 Q3" or 「対象期間：上期」 says, if it names the period."""
    value = said.strip().strip("\"'")
    return value if known(name) == "period" and words(value) else None


def of_path(path: str) -> str | None:
    """
    The period in a file's name, else in that of its folder: okr-2026q3.md, 2026-q3/legal.md.

    A folder of a bare year says when the file was put there.
    """
    file = PurePath(path)
    folder = words(file.parent.name.replace("_", " "))
    return words(file.stem.replace("_", " ")) or (
        None if folder is None or folder.isdecimal() else folder
    )
