"""A table's cells: their text without label, and the key results that one cell may list."""

import re
from typing import NamedTuple

from krlint.readers.labels import Vocabulary, label_of
from krlint.readers.lines import Line, split_marker
from krlint.readers.source import Passage
from krlint.readers.texts import bare, behind

REFERENCE = re.compile(r"[\s#.\-–—‐0-9a-zA-Z]{0,3}\d[\d.\-]*[a-z]?|[\W_]*")


class Cell(NamedTuple):
    """A cell's text as it shows, its place in the file, and its address in a workbook."""

    passage: Passage
    address: str | None = None
    struck: bool = False

    @property
    def text(self) -> str:
        """The characters alone, without blanks around them."""
        return self.passage.text.strip()


def parts(passage: Passage, names: Vocabulary) -> list[Passage]:
    """A cell that lists several key results, each on its line with a number or label, as those."""
    lines = [passage.slice(*found.span()) for found in re.finditer(r"[^\n]+", passage.text)]
    if len(lines) < 2:
        return [passage]
    lines = [line.strip() for line in lines]
    items = [split_marker(Line("line", line.strip())) for line in lines if line.text.strip()]
    label = [label_of(item.text, names) for item in items]
    if all(
        item.shape == "item" or (each and each.kind == "key_result")
        for item, each in zip(items, label, strict=True)
    ):
        return [
            bare(item.passage.slice(each.end if each and each.kind == "key_result" else 0))
            for item, each in zip(items, label, strict=True)
        ]
    first = label[0]
    return [passage.slice(first.end).strip() if first and first.kind == "key_result" else passage]


def unlabelled(cell: Cell, names: Vocabulary) -> Passage | None:
    """A cell's text less its label and the marks around the whole."""
    text = cell.text
    if not text:
        return None
    passage = cell.passage.strip()
    label = label_of(text, names)
    if label is not None and label.kind in ("key_result", "objective"):
        several = label.kind == "key_result" and "\n" in text  # such a cell may list more than one
        if not several and (label.number or label.end < len(text)):
            passage = behind(passage, label)
    return bare(passage)
