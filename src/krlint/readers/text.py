"""Plain text: mails, chats and memos, by their lines, markers and indents."""

import re

from krlint.config import Config
from krlint.model import Document
from krlint.readers import outline
from krlint.readers.lines import Line, split_marker
from krlint.readers.source import Passage, Source

_CHAT = re.compile(
    r"\[?(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}[ ,T]{1,2})?\d{1,2}:\d{2}(?::\d{2})?"
    r"(?:\s?[AP]M)?\]?\s{0,3}[-–]?\s{0,3}(?P<who>[^:：\d\[\]]{1,30})[:：]\s"
)
_SPEAKER = re.compile(r"\S.{0,30}\s{1,4}(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?\]?)$")
_UNDERLINE = re.compile(r"[=\-‐–—―─━*_~＝－]{3,}")
# The place that heads a finding in a report of krlint's own; what is indented below it is told.
_REPORTED = re.compile(
    r"\S.{0,400}\.(?:md|markdown|ya?ml|json|[ct]sv|xlsx|txt)"
    r":(?:\d{1,9}:\d{1,9}|.{1,99}![A-Z]{1,3}\d{1,7})"
)


def read(source: Source, path: str, config: Config) -> Document:
    """The key results of a plain text."""
    return outline.read(scan(source, 0, len(source.text)), source, path, config, plain=True)


def scan(source: Source, start: int, end: int) -> list[Line]:
    """The lines between two offsets, quoted ones left out."""
    lines: list[Line] = []
    blank, reported = True, False
    start = source.line_start(start)
    for first, last in source.lines_between(start, end):
        reported = _is_reported(source.text[first : min(last, first + 600)], within=reported)
        if reported:
            blank = True
            continue
        passage = _told(source.passage(first, last))
        if not passage.text or _UNDERLINE.fullmatch(passage.text[:200]):
            blank = True
            continue
        if passage.text[0] in ">＞":
            blank = True
            continue
        indent = source.text[first : min(passage.start, first + 400)]
        column = sum(2 if char == "\u3000" else 1 for char in indent.expandtabs(4))
        spoken = _CHAT.match(passage.text[:120])
        if spoken:
            passage, blank = passage.slice(spoken.end()).strip(), True
        elif _SPEAKER.match(passage.text[:60]):
            blank = True
        line = split_marker(Line("line", passage, column, continues=not blank, gap=blank))
        lines.append(_detached(line, lines))
        blank = False
    return lines


def _is_reported(line: str, *, within: bool) -> bool:
    """Whether a line belongs to a finding that krlint has told, `within` one so far."""
    if within and (not line.strip() or line[0].isspace()):
        return True
    return _REPORTED.fullmatch(line) is not None


def _told(passage: Passage) -> Passage:
    """A line without what it says to krlint alone."""
    comment = passage.text.find("<!-- krlint:")
    return (passage if comment < 0 else passage.slice(0, comment)).strip()


def _detached(line: Line, lines: list[Line]) -> Line:
    """A running line that stands far right of the item it would continue is a note of its own."""
    if (
        line.continues
        and lines
        and lines[-1].shape == "item"
        and line.column > lines[-1].column + 6
    ):
        return line._replace(shape="item")
    return line
