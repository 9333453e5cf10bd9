"""JSON with the place of every string: the standard scanner, its string parser listened to."""

import json
from json import scanner
from typing import Any

from krlint.config import Config
from krlint.model import Document, Wording
from krlint.readers import tree
from krlint.readers.errors import ReadError
from krlint.readers.source import Passage, Source

_SCAN = json.decoder.scanstring  # type: ignore[attr-defined]


def read(source: Source, path: str, config: Config) -> Document:
    """The key results of a JSON document."""
    return tree.read(_load(source, path), source, path, config)


class _Decoder(json.JSONDecoder):
    """Strings come as passages; keys too; duplicate keys are refused."""

    def __init__(self, source: Source, path: str) -> None:
        super().__init__(object_pairs_hook=self._pairs, strict=False)
        self._source = source
        self._path = path
        self.parse_string = self._string
        self.parse_float = self.parse_int = str
        self.parse_constant = str
        self.scan_once = scanner.py_make_scanner(self)  # type: ignore[attr-defined]

    def _string(self, text: str, end: int, strict: bool = True) -> tuple[Any, int]:
        value, after = _SCAN(text, end, strict)
        return _String(value, end, after - 1), after

    def _pairs(self, pairs: list[tuple[Any, Any]]) -> tree.Mapping:
        seen: set[str] = set()
        entries = []
        for key, value in pairs:
            if key in seen:
                raise ReadError(tree.duplicate(str(key)), self._path, *self._source.place(key.begin))
            seen.add(key)
            entries.append((self._node(key), self._node(value)))
        return tree.Mapping(tuple(entries))

    def _node(self, value: Any) -> Any:
        if isinstance(value, _String):
            return tree.Scalar(value.passage(self._source))
        if isinstance(value, list):
            return tree.Sequence(tuple(self._node(each) for each in value))
        if isinstance(value, str):  # a number as it is written
            return tree.Scalar(Passage(value))
        if value is None or isinstance(value, bool):
            return tree.Scalar(Passage("" if value is None else str(value).lower()))
        return value


class _String(str):
    """A string's value, and where it stands between its quotes."""

    begin: int
    end: int

    def __new__(cls, value: str, begin: int, end: int) -> "_String":
        self = super().__new__(cls, value)
        self.begin, self.end = begin, end
        return self

    def passage(self, source: Source) -> Passage:
        """The value with each character's place; an escape stands where its backslash does."""
        written = source.text[self.begin : self.end]
        if written == self:
            return Passage(str(self), ((0, self.begin),))
        pieces, offset, origin = [(0, self.begin)], 0, 0
        while (at := written.find("\\", origin)) >= 0:
            length = _escape(written, at)
            offset += at - origin
            pieces += [(offset, self.begin + at), (offset + 1, self.begin + at + length)]
            offset, origin = offset + 1, at + length
        return Passage(str(self), tuple(_distinct(pieces)))


def _escape(written: str, at: int) -> int:
    """The length of the escape at `at`: 2, 6, or 12 for a surrogate pair."""
    if written[at + 1 : at + 2] != "u":
        return 2
    high = written[at + 2 : at + 4].lower()
    pair = high in ("d8", "d9", "da", "db") and written[at + 6 : at + 8] == "\\u"
    return 12 if pair and written[at + 8 : at + 10].lower() in ("dc", "dd", "de", "df") else 6


def _distinct(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The last piece of each offset."""
    return list(dict(pieces).items())


def _load(source: Source, path: str) -> Any:
    decoder = _Decoder(source, path)
    try:
        return decoder._node(decoder.decode(source.text))
    except json.JSONDecodeError as error:
        raise ReadError(_broken(error), path, *source.place(min(error.pos, len(source.text)))) from None
    except RecursionError:
        raise ReadError(tree.TOO_DEEP, path, 1, 1) from None


def _broken(error: json.JSONDecodeError) -> Wording:
    return Wording(
        ja="JSONとして読めません。ここまでの括弧・引用符・カンマを確かめてください。",
        en=f"This is not valid JSON ({error.msg}). Check the brackets, quotes and commas up to here.",
    )
