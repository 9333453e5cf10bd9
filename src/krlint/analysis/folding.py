"""Width folding with a way back: match on NFKC, report in the user's own characters."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from krlint.model import Span

_HALF_WIDTH_MARKS = "ﾞﾟ"


@dataclass(frozen=True, slots=True)
class Folded:
    """
    A text in NFKC with the place of each of its characters in the text as given.

    `starts` and `ends` are None where folding moved nothing, which is nearly always.
    """

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def back(self, span: Span) -> Span:
        """The span in the text as given."""
        if self.starts is None or self.ends is None:
            return span
        if span.end <= span.start:
            start = self.starts[span.start] if span.start < len(self.starts) else self._length
            return Span(start, start)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    @property
    def _length(self) -> int:
        return self.ends[-1] if self.ends else 0


def fold(text: str) -> Folded:
    """
    The text in NFKC, line breaks and tabs as spaces, other control characters as spaces.

    A character and its combining marks are normalised together, so that か゛ and ﾊﾟ become one.
    """
    if text.isprintable() and unicodedata.is_normalized("NFKC", text):
        return Folded(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    moved = False
    for start, end in _clusters(text):
        piece = _plain(text[start:end])
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
        moved = moved or len(piece) != 1 or end - start != 1
    if not moved:
        return Folded("".join(pieces))
    return Folded("".join(pieces), tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def _plain(cluster: str) -> str:
    folded = unicodedata.normalize("NFKC", cluster)
    return "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in folded) or " "


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(text)):
        character = text[index]
        if not (unicodedata.combining(character) or character in _HALF_WIDTH_MARKS):
            yield start, index
            start = index
    if text:
        yield start, len(text)
