"""What the lines below a key result say of it: fields, steps and notes."""

import re
from collections.abc import Iterator

from krlint.readers.drafts import Draft
from krlint.readers.fields import known
from krlint.readers.labels import Label, Vocabulary, label_of
from krlint.readers.lines import Line, Node
from krlint.readers.source import join
from krlint.readers.texts import behind, joined

_ASIDES = ("owner", "deadline", "note", "status", "priority", "progress", "score")


def fields_of(node: Node, names: Vocabulary) -> dict[str, str]:
    """Labelled lines below a key result as fields, the others as its steps."""
    fields: dict[str, str] = {}
    steps: list[str] = []
    for line, label, inner in _lines(node, names):
        if label is not None and label.kind == "key_result":
            continue
        rest = behind(line.passage, label).text if label is not None else ""
        if label is not None and rest and (label.kind in ("field", "team") or _is_target(label)):
            name = label.name or "target"
            fields[name] = fields.get(name, "") + rest
        elif line.shape == "item" and line.text:
            steps.append(line.text)
        if label is None or label.kind != "field":
            steps += inner
        elif inner and not rest:
            fields[label.name] = "\n".join(inner)
    if steps:
        fields["steps"] = "\n".join(steps)
    return fields


def room_of(node: Node, names: Vocabulary) -> tuple[str, ...]:
    """The fields that the lines below a key result name and leave empty."""
    return tuple(
        label.name
        for line, label, inner in _lines(node, names)
        if label is not None
        and label.kind == "field"
        and not inner
        and not behind(line.passage, label).text
    )


def describe(draft: Draft, node: Node, names: Vocabulary) -> bool:
    """
    Add to a key result's heading what a line below it says.

    True if the line was its text and the heading but a title: then nothing more belongs to it.
    """
    line, label, fields = node.line, node.label, draft.fields
    if line.shape == "line" and label is None and not fields and _is_title(draft.passage.text):
        draft.passage = join([draft.passage, joined(node, line.passage, names)])
        return True
    rest = behind(line.passage, label).text if label is not None else ""
    if label is not None and label.kind == "field" and rest:
        fields[label.name] = rest
    else:
        name = "steps" if line.shape == "item" else "note"
        fields[name] = f"{fields.get(name, '')}\n{line.text}".strip()
    return False


def is_aside_label(label: Label) -> bool:
    """Whether a label's text cannot be a key result: an owner, a date, a remark."""
    return known(label.name) in _ASIDES


def _lines(node: Node, names: Vocabulary) -> Iterator[tuple[Line, Label | None, list[str]]]:
    for line in node.body:
        yield line, label_of(line.text, names), []
    for child in node.children:
        yield child.line, child.label, [c.line.text for c in child.children if c.line.text]


def _is_title(text: str) -> bool:
    """Whether a key result's heading is but its name: a few words without a figure."""
    return len(text) <= 30 and len(text.split()) <= 4 and not re.search(r"\d", text)


def _is_target(label: Label) -> bool:
    """「目標：3件」 below a key result is its target."""
    return label.kind == "objective" and not label.number
