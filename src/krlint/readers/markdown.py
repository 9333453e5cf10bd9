"""Markdown: pyromark's events as lines, every character with its place."""

import re
from collections.abc import Iterator
from typing import Any

from krlint.config import Config
from krlint.model import Document
from krlint.readers import outline
from krlint.readers.lines import Line, split_marker, unnumbered
from krlint.readers.source import Passage, Source, concat
from krlint.readers.text import scan

_ESCAPED_BAR = re.compile(r"\\\|")
_BREAK_TAG = re.compile(r"<br\s?/?>", re.I)
_BLOCKS = (
    "Paragraph",
    "Heading",
    "Item",
    "List",
    "BlockQuote",
    "CodeBlock",
    "HtmlBlock",
    "Table",
    "TableHead",
    "TableRow",
    "TableCell",
    "FootnoteDefinition",
    "MetadataBlock",
)


def read(source: Source, path: str, config: Config) -> Document:
    """The key results of a Markdown document."""
    reader = _Reader(source)
    return outline.read(reader.lines(), source, path, config, front=reader.front)


class _Reader:
    """One pass over the events of one document."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.front: list[Passage] = []
        self._done: list[Line] = []
        self._parts: list[Passage] = []  # the current line's pieces
        self._end: int | None = None  # where the last piece ended
        self._shape: dict[str, Any] = {}
        self._open: list[str] = []
        self._lists: list[int | None] = []
        self._rows: list[tuple[Passage, ...]] = []
        self._cells: list[Passage] = []
        self._quotes = 0  # blocks open from the outermost quote or footnote on
        self._items = 0
        self._cell = False

    def lines(self) -> list[Line]:
        for event, start, end in _events(self.source.text):
            self._take(event, start, end)
        self._flush(False)
        return self._done

    def _take(self, event: Any, start: int, end: int) -> None:
        name: str
        value: Any
        name, value = next(iter(event.items())) if isinstance(event, dict) else (event, None)
        if name in ("Start", "End"):
            tag, detail = next(iter(value.items())) if isinstance(value, dict) else (value, None)
            if tag not in _BLOCKS:
                self._mark(start, end, name == "End")
            elif name == "Start":
                self._start(tag, detail, start, end)
            else:
                self._stop(tag)
        elif name in ("SoftBreak", "HardBreak"):
            self._flush(True)
        elif name == "TaskListMarker":
            self._shape["task"] = True
        elif name in ("Html", "InlineHtml"):
            self._html(value, start, end, name == "InlineHtml")
        elif name == "Text":
            self._text(value, start, end)
        elif name != "Rule":
            self._verbatim(start, end)

    # --- blocks ---

    def _start(self, tag: str, detail: Any, start: int, end: int) -> None:
        if tag != "Paragraph" or "Item" not in self._open[-1:] or self._parts:
            self._flush(False)
        if self._quoted() or tag in ("BlockQuote", "FootnoteDefinition"):
            self._open.append(tag)
            self._quotes += 1
            return
        if tag == "List":
            self._lists.append(detail)
        elif tag == "Item":
            self._items += 1
            self._item(start)
        elif tag == "Heading":
            level = detail["level"] if isinstance(detail, dict) else detail
            self._shape = {"shape": "heading", "level": int(str(level)[-1])}
        elif tag == "CodeBlock" and detail == "Indented":
            self._done += scan(self.source, start, end)
        elif tag == "HtmlBlock":
            self._html(self.source.text[start:end], start, end, False)
        else:
            self._start_of_table(tag)
        self._open.append(tag)

    def _start_of_table(self, tag: str) -> None:
        if tag == "Table":
            self._rows = []
        elif tag in ("TableRow", "TableHead"):
            self._cells = []
        elif tag == "TableCell":
            self._cell = True

    def _item(self, start: int) -> None:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        self._shape = {
            "shape": "item",
            "column": self._column(start),
            "ordered": number is not None,
            "number": number,
        }

    def _stop(self, tag: str) -> None:
        quoted = self._quoted()
        if tag == "TableCell":
            self._cell = False
        if tag == "TableCell" and not quoted:
            self._cells.append(concat(self._parts).strip())
            self._parts, self._end = [], None
        elif tag in ("TableRow", "TableHead") and not quoted:
            self._rows.append(tuple(self._cells))
        elif tag == "Table" and not quoted:
            self._done.append(Line("table", Passage(""), rows=tuple(self._rows)))
        else:
            self._flush(False)
        if tag == "List" and not quoted and self._lists:
            self._lists.pop()
        if tag == "Item" and not quoted:
            self._items -= 1
        if tag == "Item" and self._shape.get("shape") == "item" and not quoted:
            self._shape = {}  # an empty item
        if self._open:
            self._open.pop()
            self._quotes = max(0, self._quotes - 1)

    def _quoted(self) -> bool:
        return self._quotes > 0

    # --- inline ---

    def _mark(self, start: int, end: int, closes: bool) -> None:
        """Emphasis, links and the like stay in the text as they are written."""
        if closes:
            self._gap(end)
        elif self._end is None:
            self._end = start
        else:
            self._gap(start)

    def _gap(self, until: int) -> None:
        if self._end is not None and until > self._end:
            self._parts.append(self.source.passage(self._end, until))
            self._end = until

    def _text(self, value: str, start: int, end: int) -> None:
        block = self._open[-1] if self._open else ""
        if block == "MetadataBlock":
            self.front += [
                p for a, b in _split(value, start) if (p := self.source.passage(a, b)).text
            ]
        if block in ("CodeBlock", "HtmlBlock", "MetadataBlock"):
            return
        written = self.source.text[start:end]
        if self._end is not None and start > self._end:
            escaped = self.source.text[start - 1] == "\\" and value[:1] not in ("", "\n")
            self._gap(start - 1 if escaped else start)
        if written == value:
            self._parts.append(self.source.passage(start, end))
        elif value:  # an entity
            self._parts.append(Passage(value, tuple((i, start) for i in range(len(value)))))
        self._end = end

    def _verbatim(self, start: int, end: int) -> None:
        if self._end is not None:
            self._gap(start)
        if self._cell:  # within a table a bar is escaped even in code
            for found in _ESCAPED_BAR.finditer(self.source.text, start, end):
                self._parts.append(self.source.passage(start, found.start()))
                start = found.start() + 1
        self._parts.append(self.source.passage(start, end))
        self._end = end

    def _html(self, value: str, start: int, end: int, inline: bool) -> None:
        if not inline:
            return
        if value.startswith("<!--"):
            self._gap(start)
            self._end = end
        elif _BREAK_TAG.fullmatch(value):
            self._gap(start)
            if self._cell:
                self._parts.append(Passage("\n", ((0, start),)))
                self._end = end
            else:
                self._flush(True)
        else:
            self._verbatim(start, end)

    # --- lines ---

    def _flush(self, broken: bool) -> None:
        """End the current line; `broken` within a paragraph."""
        passage = concat(self._parts).strip()
        self._parts, self._end = [], None
        if (
            self._quoted()
            or not (passage.text or self._shape.get("shape") == "item")
            or (self._cell)
        ):
            return
        shape = {"shape": "line"} | self._shape
        inside = self._items > 0
        if "column" not in shape:
            shape["column"] = self._column(passage.start)
        line = Line(passage=passage, inside=inside, **shape)
        if line.shape == "line":
            line = split_marker(line)
        elif line.shape == "item":
            line = line._replace(passage=unnumbered(line.passage))
        self._done.append(line)
        self._shape = {"continues": True} if broken else {}

    def _column(self, offset: int) -> int:
        _, column = self.source.place(offset)
        before = self.source.text[offset - min(column - 1, 400) : offset]
        return len(before.expandtabs(4))


def _split(value: str, start: int) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\r\n]+", value):
        yield start + found.start(), start + found.end()


def _events(text: str) -> Iterator[tuple[Any, int, int]]:
    """pyromark's events with ranges in characters instead of bytes."""
    import pyromark

    options = (
        pyromark.Options.ENABLE_TABLES
        | pyromark.Options.ENABLE_TASKLISTS
        | pyromark.Options.ENABLE_STRIKETHROUGH
        | pyromark.Options.ENABLE_FOOTNOTES
        | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    )
    events = [
        (e, r["start"], r["end"]) for e, r in pyromark.events_with_range(text, options=options)
    ]
    if text.isascii():
        yield from events
        return
    places = _characters(text, {offset for _, start, end in events for offset in (start, end)})
    for event, start, end in events:
        yield event, places[start], places[end]


def _characters(text: str, offsets: set[int]) -> dict[int, int]:
    """For each byte offset the number of characters before it."""
    encoded = text.encode("utf-8", "surrogatepass")
    places, last, count = {}, 0, 0
    for offset in sorted(offsets):
        count += len(encoded[last:offset].decode("utf-8", "surrogatepass"))
        places[offset] = count
        last = offset
    return places
