"""Which of a line's characters are the text itself: without label, marks, number and remarks."""

import re

from krlint.readers.labels import Label, Vocabulary, label_of
from krlint.readers.lines import Line, Node
from krlint.readers.source import Passage, join

_MARKS = ("**", "__", "*", "_")
_QUOTES = ("「」", "『』", "“”", '""')
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)．]?|[①-⑳])\s+")


def behind(passage: Passage, label: Label) -> Passage:
    """What stands behind the label, without the mark that was left open by it."""
    rest = passage.slice(min(label.end, len(passage.text))).strip()
    at = rest.text.find(label.mark) if label.mark else -1
    return rest.without(at, at + len(label.mark)).strip() if at >= 0 else rest


def bare(passage: Passage) -> Passage:
    """Without marks around the whole."""
    passage = passage.strip()
    if passage.text[:1] in (":", "："):  # "Objective" on its line, ": text" on the next
        passage = passage.slice(1).strip()
    for mark in _MARKS:
        text = passage.text
        if text.startswith(mark) and text.endswith(mark) and len(text) > 2 * len(mark):
            end = len(text) - len(mark)
            if mark not in text[len(mark) : end]:
                passage = passage.slice(len(mark), end).strip()
    return passage


def struck(passage: Passage, label: Label | None) -> tuple[Passage, bool]:
    """The bare text, and whether the author struck it through as a whole."""
    text = bare(passage)
    inner = text.text[2:-2]
    if text.text.startswith("~~") and text.text.endswith("~~") and inner and "~~" not in inner:
        return bare(text.slice(2, len(text.text) - 2)), True
    return text, label is not None and label.mark == "~~"


def aim(passage: Passage) -> Passage:
    """An objective without marks or quotes around the whole and without a remark behind it."""
    passage = bare(passage)
    remark = re.search(r"\s※", passage.text)
    if remark:
        passage = passage.slice(0, remark.start()).strip()
    text = passage.text
    if len(text) > 2 and text[0] + text[-1] in _QUOTES and text[-1] not in text[1:-1]:
        passage = passage.slice(1, len(text) - 1)
    return passage


def without_number(passage: Passage) -> Passage:
    """A heading without its number."""
    found = _NUMBER.match(passage.text)
    return passage.slice(found.end()) if found else passage


def joined(node: Node, passage: Passage, names: Vocabulary) -> Passage:
    """The passage with the lines that run on from it; what the others say stays in the body."""
    parts = [passage]
    left: list[Line] = []
    for line in node.body:
        label = label_of(line.text, names)
        runs_on = line.continues and line.shape == "line" and not left
        if (
            runs_on
            and line.text[0] not in "※→⇒"
            and not (label and label.kind in ("field", "team"))
        ):
            parts.append(line.passage)
        else:
            left.append(line)
    node.body[:] = left
    return join(part.strip() for part in parts)


def is_blank(text: str) -> bool:
    """Whether a label waits for its text: "KR2:", "KR2: ___"; "KR2" alone may only refer to it."""
    return leads(text.rstrip(" _＿…‥.・-–—"))


def leads(text: str) -> bool:
    """Whether a line ends in a colon and so announces what follows."""
    return text.rstrip("*_ ").endswith((":", "："))
