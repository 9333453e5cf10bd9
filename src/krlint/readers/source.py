"""Text that knows where each of its characters stands in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from krlint.model import Anchor

# What editors count as a line break. U+2028, NEL and form feed are none for them.
_BREAK = re.compile(r"\r\n|\n|\r")


class Source:
    """A file's characters, and the line and column of each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """1-based line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_start(self, offset: int) -> int:
        """Where the line of `offset` begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def lines_between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Start and end of each line between two offsets, its line break not included."""
        for found in _BREAK.finditer(self.text, start, end):
            yield start, found.start()
            start = found.end()
        if start < end:
            yield start, end

    def passage(self, start: int, end: int) -> "Passage":
        """The characters `start` to `end` as they stand."""
        return Passage(self.text[start:end], ((0, start),))

    def anchors(self, passage: "Passage") -> tuple[Anchor, ...]:
        """The places of the passage's pieces, one more behind every line break."""
        anchors = []
        bounds = [*(offset for offset, _ in passage.pieces[1:]), len(passage.text)]
        for (offset, origin), end in zip(passage.pieces, bounds, strict=True):
            starts = [offset]
            given = self.text[origin : origin + end - offset].replace("\x00", "\ufffd")
            if given == passage.text[offset:end]:
                found = _BREAK.finditer(passage.text, offset, end)
                starts += [each.end() for each in found if each.end() < end]
            anchors += [Anchor(s, *self.place(origin + s - offset)) for s in starts]
        return tuple(anchors)


class Passage(NamedTuple):
    """
    A text, and its pieces: from the text's first offset on, the file runs on from the second.

    Pieces are in order of the text and begin at 0.
    """

    text: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)

    @property
    def start(self) -> int:
        """Where the text begins in the file."""
        return self.pieces[0][1]

    def slice(self, start: int, end: int | None = None) -> "Passage":
        """The characters `start` to `end` of the text."""
        end = len(self.text) if end is None else end
        first = bisect_right(self.pieces, start, key=lambda piece: piece[0]) - 1
        offset, origin = self.pieces[first]
        pieces = [(0, origin + start - offset)]
        pieces += [(o - start, origin) for o, origin in self.pieces[first + 1 :] if o < end]
        return Passage(self.text[start:end], tuple(pieces))

    def strip(self) -> "Passage":
        """Without white space around it."""
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(min(left, len(self.text)), max(left, len(self.text.rstrip())))

    def without(self, start: int, end: int) -> "Passage":
        """The text with the characters `start` to `end` left out."""
        if end >= len(self.text):
            return self.slice(0, start)
        return concat([self.slice(0, start), self.slice(end)]) if start else self.slice(end)


def is_japanese(char: str) -> bool:
    """Whether a character is kana, kanji or a full-width sign (a pattern takes 2 ms to build)."""
    return (
        "\u3000" <= char <= "\u30ff"
        or "\u3400" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\uff01" <= char <= "\uffef"
    )


def concat(passages: Iterable[Passage]) -> Passage:
    """The passages one behind the other."""
    texts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for passage in passages:
        if passage.text:
            pieces += [(length + offset, origin) for offset, origin in passage.pieces]
            texts.append(passage.text)
            length += len(passage.text)
    return Passage("".join(texts), tuple(pieces) or ((0, 0),))


def join(passages: Iterable[Passage]) -> Passage:
    """
    Wrapped lines as one text: with a space, beside a Japanese character without one.

    The space stands where the line breaks.
    """
    parts: list[Passage] = []
    for passage in passages:
        if not passage.text:
            continue
        if parts and not (is_japanese(parts[-1].text[-1]) or is_japanese(passage.text[0])):
            last = parts[-1]
            end = last.pieces[-1][1] + len(last.text) - last.pieces[-1][0]
            parts.append(Passage(" ", ((0, end),)))
        parts.append(passage)
    return concat(parts)
