"""
JSON with the place of every string, keys too, read without recursion.

The standard library's scanner tells no places for keys and raises RecursionError on deep files;
its string decoder is used as it is.
"""

import re
from dataclasses import dataclass, field
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Literal

from krlint.config import Config
from krlint.model import Document, Wording
from krlint.readers import nodes, tree
from krlint.readers.errors import ReadError
from krlint.readers.source import Passage, Source

MAX_DEPTH = 1000
_TOKEN = re.compile(
    r"(?<![ \t\r\n])[ \t\r\n]*+(?P<token>[{}\[\],:\"]"
    r"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null"
    r"|-?Infinity|NaN|\Z)"
)
# Half a surrogate pair can be written in JSON and in nothing else.
_LONE = re.compile(r"[\ud800-\udfff]")
_Want = Literal[
    "value", "value or end", "key", "key or end", "colon", "comma or end", "end of file"
]


def read(source: Source, path: str, config: Config) -> Document:
    """The key results of a JSON document."""
    return tree.read(_Parser(source, path).parse(), source, path, config)


@dataclass(slots=True)
class _Open:
    """An object or array whose end is still to come."""

    is_object: bool
    children: list[nodes.Node] = field(default_factory=list)
    keys: list[nodes.Scalar] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


class _Parser:
    def __init__(self, source: Source, path: str) -> None:
        self._source = source
        self._path = path
        self._open: list[_Open] = []
        self._root: nodes.Node = nodes.Scalar(Passage(""))
        self._want: _Want = "value"

    def parse(self) -> nodes.Node:
        text, at = self._source.text, 0
        while True:
            found = _TOKEN.match(text, at)
            if found is None:
                raise self._error(at)
            token, at = found["token"], found.end()
            if token == "" and self._want == "end of file":
                return self._root
            at = self._take(token, found.start("token"), at)

    def _take(self, token: str, start: int, end: int) -> int:
        """Act on one token; the offset behind it."""
        if self._want in ("key", "key or end"):
            if token == '"':
                return self._key(start)
            if token == "}" and self._want == "key or end":
                self._close()
                return end
        elif self._want == "colon" and token == ":":
            self._want = "value"
            return end
        elif self._want == "comma or end":
            top = self._open[-1]
            if token == ",":
                self._want = "key" if top.is_object else "value"
                return end
            if token == ("}" if top.is_object else "]"):
                self._close()
                return end
        elif self._want in ("value", "value or end"):
            return self._value(token, start, end)
        raise self._error(start)

    def _value(self, token: str, start: int, end: int) -> int:
        if token in ("{", "["):
            if len(self._open) >= MAX_DEPTH:
                raise ReadError(nodes.TOO_DEEP, self._path, *self._source.place(start))
            self._open.append(_Open(token == "{"))
            self._want = "key or end" if token == "{" else "value or end"
        elif token == "]" and self._want == "value or end":
            self._close()
        elif token == '"':
            passage, end = self._string(start)
            self._add(nodes.Scalar(passage))
        elif token in ("", "}", "]", ",", ":"):
            raise self._error(start)
        else:  # numbers stay as they are written
            self._add(nodes.Scalar(Passage("" if token == "null" else token, ((0, start),))))
        return end

    def _key(self, start: int) -> int:
        passage, end = self._string(start)
        top = self._open[-1]
        if passage.text in top.seen:
            raise ReadError(nodes.duplicate(passage.text), self._path, *self._source.place(start))
        top.seen.add(passage.text)
        top.keys.append(nodes.Scalar(passage))
        self._want = "colon"
        return end

    def _add(self, node: nodes.Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
            self._want = "comma or end"
        else:
            self._root = node
            self._want = "end of file"

    def _close(self) -> None:
        done = self._open.pop()
        if done.is_object:
            self._add(nodes.Mapping(tuple(zip(done.keys, done.children, strict=True))))
        else:
            self._add(nodes.Sequence(tuple(done.children)))

    def _string(self, quote: int) -> tuple[Passage, int]:
        try:
            value, end = scanstring(self._source.text, quote + 1, False)
        except JSONDecodeError as error:
            raise self._error(error.pos) from None
        value = _LONE.sub("\ufffd", value)
        return _passage(value, self._source.text[quote + 1 : end - 1], quote + 1), end

    def _error(self, at: int) -> ReadError:
        at = min(at, len(self._source.text))
        return ReadError(_BROKEN, self._path, *self._source.place(at))


def _passage(value: str, written: str, start: int) -> Passage:
    """A string's value with each character's place; an escape stands where its backslash does."""
    if written == value:
        return Passage(value, ((0, start),))
    pieces, offset, origin = {0: start}, 0, 0
    while (at := written.find("\\", origin)) >= 0:
        length = _escape(written, at)
        offset += at - origin
        pieces[offset] = start + at
        pieces[offset + 1] = start + at + length
        offset, origin = offset + 1, at + length
    return Passage(
        value, tuple((o, place) for o, place in pieces.items() if o < len(value) or o == 0)
    )


def _escape(written: str, at: int) -> int:
    """The length of the escape at `at`: 2, 6, or 12 for a surrogate pair."""
    if written[at + 1 : at + 2] != "u":
        return 2
    high, low = written[at + 2 : at + 4].lower(), written[at + 8 : at + 10].lower()
    paired = written[at + 6 : at + 8] == "\\u" and low in ("dc", "dd", "de", "df")
    return 12 if paired and high in ("d8", "d9", "da", "db") else 6


_BROKEN = Wording(
    ja="JSONとして読めません。ここまでの括弧・引用符・カンマを確かめてください。",
    en="This is not valid JSON. Check the brackets, quotes and commas up to here.",
)
