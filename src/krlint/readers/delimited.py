"""CSV and TSV: records with the place of every cell."""

import csv
import io
import re
from collections.abc import Iterator

from krlint.config import Config
from krlint.model import Document, Wording
from krlint.readers.cells import Cell
from krlint.readers.drafts import assemble
from krlint.readers.errors import ReadError
from krlint.readers.labels import vocabulary
from krlint.readers.source import Passage, Source
from krlint.readers.table import read_rows

_LINE = re.compile(r"[^\r\n]+")


def read(source: Source, path: str, config: Config) -> Document:
    """The key results of a table whose columns are parted by commas, tabs or semicolons."""
    delimiter = "\t" if path.lower().endswith(".tsv") else _delimiter(source.text)
    rows = list(_records(source, path, delimiter))
    found = read_rows(rows, vocabulary(config.readers))
    return assemble(path, found.groups, config, source, columns=found.columns)


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first line; csv.Sniffer errs on Japanese files."""
    first = _LINE.search(text)
    line = re.sub(r'"[^"]*"', "", first.group()[:20_000]) if first else ""
    return max(",\t;", key=line.count)


def _records(source: Source, path: str, delimiter: str) -> Iterator[list[Cell]]:
    csv.field_size_limit(max(len(source.text) + 1, 131_072))
    lines = _Lines(source.text)
    reader = csv.reader(lines, delimiter=delimiter, strict=False)
    try:
        for record in reader:
            start, end = lines.taken()
            yield [Cell(p) for p in _cells(source.text, start, end, record, delimiter)]
    except csv.Error:
        line, column = source.place(min(lines.start, len(source.text)))
        raise ReadError(_BROKEN, path, line, column) from None


class _Lines:
    """The text's lines for csv, and how far it has read."""

    def __init__(self, text: str) -> None:
        self._lines = iter(io.StringIO(text, newline=""))
        self.start = 0
        self.end = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.end += len(line)
        return line.replace("\x00", "\ufffd")

    def taken(self) -> tuple[int, int]:
        """Start and end of the record just read."""
        start, self.start = self.start, self.end
        return start, self.end


def _cells(text: str, start: int, end: int, record: list[str], delimiter: str) -> Iterator[Passage]:
    at = start
    for value in record:
        quoted = text[at : at + 1] == '"'
        if not quoted:
            yield Passage(value, ((0, at),))
            at += len(value) + len(delimiter)
            continue
        pieces, offset, origin = [(0, at + 1)], 0, at + 1
        while (close := text.find('"', origin, end)) >= 0 and text[close + 1 : close + 2] == '"':
            offset += close + 1 - origin
            origin = close + 2
            pieces.append((offset, origin))
        yield Passage(value, tuple(p for p in pieces if p[0] < len(value)) or ((0, at + 1),))
        close = end if close < 0 else close
        behind = text.find(delimiter, close, end)
        at = end if behind < 0 else behind + len(delimiter)


_BROKEN = Wording(
    ja='CSVとして読めません。閉じていない引用符（"）がないか確かめてください。',
    en="This is not valid CSV. Look for a quotation mark that is never closed.",
)
