"""
YAML with the place of every scalar, composed from PyYAML's C events.

Events and not `yaml.load`: loading kills the interpreter on a file of 50,000 brackets, keeps the
last of two equal keys in silence, and takes 12:30 for 750. Here every scalar stays as written.
"""

import re
from collections.abc import Iterator
from typing import Any

from krlint.config import Config
from krlint.model import Document, Wording
from krlint.readers import nodes, tree
from krlint.readers.errors import ReadError
from krlint.readers.source import Passage, Source

MAX_DEPTH = 100
_NULLS = ("", "~", "null", "Null", "NULL")
_LONE = re.compile(r"[\ud800-\udfff]")
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


def read(source: Source, path: str, config: Config) -> Document:
    """The key results of the YAML documents in a file."""
    import yaml

    try:
        roots = list(_Composer(source, path, yaml).documents())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = source.place(min(mark.index, len(source.text))) if mark else (1, 1)
        raise ReadError(_broken(source, mark.index if mark else 0), path, *place) from None
    root = roots[0] if len(roots) == 1 else nodes.Sequence(tuple(roots))
    return tree.read(root, source, path, config)


class _Composer:
    """Builds nodes from events, without recursion."""

    def __init__(self, source: Source, path: str, yaml: Any) -> None:
        self._source = source
        self._path = path
        self._yaml = yaml
        self._anchors: dict[str, Any] = {}
        # Each open collection: is it a mapping, its children so far, its anchor.
        self._open: list[tuple[bool, list[Any], str | None]] = []

    def documents(self) -> Iterator[Any]:
        yaml = self._yaml
        for event in yaml.parse(self._source.text, Loader=yaml.CSafeLoader):
            node: Any = None
            if isinstance(event, yaml.ScalarEvent):
                node = self._scalar(event)
                self._name(event.anchor, node)
            elif isinstance(event, yaml.AliasEvent):
                node = self._anchors.get(event.anchor, nodes.Scalar(Passage("")))
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(self._open) >= MAX_DEPTH:
                    place = self._source.place(event.start_mark.index)
                    raise ReadError(nodes.TOO_DEEP, self._path, *place)
                self._open.append((isinstance(event, yaml.MappingStartEvent), [], event.anchor))
            elif isinstance(event, yaml.CollectionEndEvent):
                node = self._close()
            elif isinstance(event, yaml.DocumentStartEvent):
                self._anchors = {}
            if node is None:
                continue
            if self._open:
                self._open[-1][1].append(node)
            else:
                yield node

    def _name(self, anchor: str | None, node: Any) -> None:
        if anchor:
            self._anchors[anchor] = node

    def _close(self) -> Any:
        is_mapping, children, anchor = self._open.pop()
        node: Any = nodes.Sequence(tuple(children))
        if is_mapping:
            entries = tuple(zip(children[0::2], children[1::2], strict=False))
            self._distinct(entries)
            node = nodes.Mapping(entries)
        self._name(anchor, node)
        return node

    def _distinct(self, entries: tuple[tuple[Any, Any], ...]) -> None:
        seen: set[str] = set()
        for key, _ in entries:
            if isinstance(key, nodes.Scalar):
                if key.text in seen and key.text != "<<":
                    place = self._source.place(key.passage.start)
                    raise ReadError(nodes.duplicate(key.text), self._path, *place)
                seen.add(key.text)

    def _scalar(self, event: Any) -> nodes.Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        value = _LONE.sub("\ufffd", event.value)
        if event.style is None and value in _NULLS:
            return nodes.Scalar(Passage("", ((0, start),)))
        return nodes.Scalar(
            Passage(value, _pieces(value, self._source.text, start, end, event.style))
        )


def _pieces(
    value: str, text: str, start: int, end: int, style: str | None
) -> tuple[tuple[int, int], ...]:
    """
    Where each stretch of a scalar's value stands.

    The value's words stand in the source in their order; between them lie folded line breaks,
    indents, doubled quotes and escapes.
    """
    at = start + 1 if style in ("'", '"') else start
    if text[at : at + len(value)] == value:
        return ((0, at),)
    if style in ("|", ">"):
        broken = _BREAK.search(text, at, end)
        at = broken.end() if broken else at
    pieces: list[tuple[int, int]] = []
    offset = 0
    while offset < len(value) and at < end:
        taken, passed = _step(value, offset, text, at, style)
        if taken:
            pieces.append((offset, at))
        elif not passed:
            break
        offset, at = offset + taken, at + passed
    if offset < len(value):  # what cannot be told stands where the scalar ends
        pieces.append((offset, max(start, min(at, end - 1))))
    return tuple(pieces) or ((0, start),)


def _step(value: str, offset: int, text: str, at: int, style: str | None) -> tuple[int, int]:
    """How many characters of the value come next, and how many of the source they take."""
    if style == "'" and value[offset] == "'" and text[at : at + 2] == "''":
        return 1, 2
    if style == '"' and text[at] == "\\":
        return (0 if text[at + 1 : at + 2] in "\r\n" else 1), _escape(text, at)
    if text[at] == value[offset]:
        same = _same(value, offset, text, at, style)
        if value[offset] not in "\n\r":
            return same, same
    if not text[at].isspace():
        return 0, 0
    blank = _blank(text, at)
    return (1, blank) if value[offset] in " \n" else (0, blank)


def _blank(text: str, at: int) -> int:
    """How many blanks and line breaks stand here."""
    end = at
    while end < len(text) and text[end].isspace():
        end += 1
    return end - at


def _same(value: str, offset: int, text: str, at: int, style: str | None) -> int:
    """How many characters run alike, up to a line break or an escape."""
    count = 0
    while (
        offset + count < len(value)
        and text[at + count : at + count + 1] == value[offset + count]
        and value[offset + count] not in "\n\r"
        and not (style == '"' and value[offset + count] == "\\")
        and not (style == "'" and value[offset + count] == "'")
    ):
        count += 1
    return max(count, 1)


def _escape(text: str, at: int) -> int:
    return {"x": 4, "u": 6, "U": 10}.get(text[at + 1 : at + 2], 2)


def _broken(source: Source, index: int) -> Wording:
    line = (
        source.text[source.line_start(min(index, len(source.text))) :]
        .split("\n", 1)[0]
        .strip()[:60]
    )
    return Wording(
        ja=(
            f"YAMLとして読めません：「{line}」。字下げを確かめ、「: 」「#」「@」「%」を含む文は"
            ' "…" で囲んでください。'
        ),
        en=(
            f"This is not valid YAML: “{line}”. Check the indent, and put quotes around texts "
            "with “: ”, “#”, “@” or “%”."
        ),
    )
