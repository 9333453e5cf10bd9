"""A document's lines as Markdown and plain text have them in common, and the tree they make."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from krlint.readers.labels import Label, Vocabulary, label_of
from krlint.readers.source import Passage
from krlint.readers.widths import widths

# "-5%" is no bullet; "・" and its like need no space behind them.
_MARKER = re.compile(
    r"(?P<bullet>[-+*](?=\s)|-(?=[^\s\d\-–—>=|:]|\d[\d,.]*\s?[^\W\d_])"
    r"|[・•●○◦‣▪▫◎■□◆◇◯*]\s?(?=\S)|[-*]$)"
    r"|(?P<ordered>\(?\d{1,2}[.)](?=\s|[^\x00-\x7f\d]|[A-Za-z])|\([a-z]\)\s)"
)
_CIRCLED = re.compile(r"(?P<ordered>[①-⑳])\s?(?P<bullet>(?!))?")
_SECOND = re.compile(r"(?:[①-⑳]|[(（]?\d{1,2}[)）])\s*(?=\S)")
_BAR = re.compile(r"(?<!\\)\|")
_TASK = re.compile(r"\s{0,9}\[(?P<done>[ xX✓✔])\]\s")
# A list nested deeper than this is taken for a list at this depth.
MAX_DEPTH = 40

Shape = Literal["heading", "item", "line", "table"]


class Line(NamedTuple):
    """
    One line as a reader sees it.

    `level` is a heading's, 1 to 6; `column` is 0-based, of the list marker or the first character.
    `continues` says that no blank line and no list marker parts it from the line before;
    `inside` that it stands in a list item, `gap` (plain text) that a blank line stands before it.
    """

    shape: Shape
    passage: Passage
    column: int = 0
    level: int = 0
    ordered: bool = False
    number: int | None = None
    task: bool = False
    continues: bool = False
    inside: bool = False
    gap: bool = False
    rows: tuple[tuple[Passage, ...], ...] = ()

    @property
    def text(self) -> str:
        """The characters alone."""
        return self.passage.text


@dataclass(slots=True)
class Node:
    """A line, the lines that run on from it, and the items below it."""

    line: Line
    label: Label | None
    body: list[Line] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)


def split_marker(line: Line) -> Line:
    """A line of plain text with its list marker, if it has one, taken as an item."""
    head = widths(line.text[:40])
    found = _CIRCLED.match(line.text) or _MARKER.match(head)
    if found is None or (found["bullet"] == "*" and line.text.count("*") > 1 and head[1:2] != " "):
        return line
    text = unnumbered(line.passage.slice(found.end()).strip())
    digits = re.sub(r"\D", "", widths(found.group()))
    task = _TASK.match(" " + text.text[:8])
    if task:
        text = text.slice(task.end() - 1).strip()
    return line._replace(
        shape="item",
        passage=text,
        ordered=found["ordered"] is not None,
        number=int(digits) if digits else None,
        task=task is not None,
        continues=False,
    )


def unnumbered(passage: Passage) -> Passage:
    """A list item's text without a second marker of its own: "- ① …", "- 1) …"."""
    found = _SECOND.match(passage.text[:8])
    return passage.slice(found.end()).strip() if found else passage


def tabulate(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines of "| a | b |" that no blank line sets apart are a table all the same."""
    rows: list[tuple[Passage, ...]] = []
    for line in lines:
        if line.shape == "line" and line.text.startswith("|") and line.text.count("|") > 1:
            rows.append(tuple(_cells(line.passage)))
            continue
        if rows:
            yield Line("table", Passage(""), rows=tuple(rows))
            rows = []
        yield line
    if rows:
        yield Line("table", Passage(""), rows=tuple(rows))


def _cells(passage: Passage) -> Iterator[Passage]:
    start = 1
    for found in _BAR.finditer(passage.text, 1):
        yield passage.slice(start, found.start()).strip()
        start = found.end()
    if passage.text[start:].strip():
        yield passage.slice(start).strip()


def nest(lines: Iterable[Line], names: Vocabulary) -> list[Node]:
    """The lines as a forest: items under items, running lines joined to what they continue."""
    forest: list[Node] = []
    stack: list[Node] = []
    for line in tabulate(lines):
        node = Node(line, label_of(line.text, names) if line.shape != "table" else None)
        if line.shape in ("heading", "table"):
            stack.clear()
            forest.append(node)
        elif line.shape == "item" or not _runs_on(node, stack, forest):
            _place(node, stack, forest)
    return forest


def _place(node: Node, stack: list[Node], forest: list[Node]) -> None:
    while stack and not _deeper(node.line, stack):
        stack.pop()
    (stack[-1].children if stack else forest).append(node)
    opens = node.line.shape == "item" or (node.label is not None and node.label.kind != "other")
    if not opens:
        if not stack or node.line.column <= stack[-1].line.column:
            stack.clear()
    elif len(stack) < MAX_DEPTH:
        stack.append(node)


def _deeper(line: Line, stack: list[Node]) -> bool:
    top = stack[-1].line
    if line.column != top.column:
        return line.column > top.column
    if line.shape != "item" or top.shape != "item" or line.ordered == top.ordered:
        return False
    return top.ordered and not any(
        n.line.column == line.column and n.line.ordered == line.ordered for n in stack
    )


def _runs_on(node: Node, stack: list[Node], forest: list[Node]) -> bool:
    """Join a running line to what it continues; False where it stands for itself."""
    line, label = node.line, node.label
    starts = label is not None and label.kind in (
        "objective",
        "key_result",
        "key_results",
        "parked",
    )
    if stack and line.column <= stack[-1].line.column and announces(line.text):
        return False
    if starts or not (stack or forest):
        return False
    above = stack[-1] if stack else forest[-1]
    if stack and (line.inside or line.continues or line.column > above.line.column):
        above.body.append(line)
        return True
    named = above.label is not None and above.label.kind in ("objective", "key_result")
    if line.continues and above.line.shape == "line" and named:
        above.body.append(line)
        return True
    return False


def announces(text: str) -> bool:
    """Whether a line is a heading in all but name: bold as a whole, or ending in a colon."""
    return is_bold(text) or text.rstrip("*_ ").endswith((":", "："))


def is_bold(text: str) -> bool:
    """Whether a line is set in bold as a whole."""
    for mark in ("**", "__"):
        if (
            text.startswith(mark)
            and text.endswith(mark)
            and len(text) > 5
            and mark not in text[2:-2]
        ):
            return True
    return False
