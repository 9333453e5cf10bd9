"""
Comments that tell krlint what to pass over, each at its key result or objective.

Markdown and plain text: `<!-- krlint: ignore KR201 -- reason -->`; YAML: `# krlint: ignore …`.
A comment at the end of a key result's or objective's lines belongs to it, one on a line of its
own to what comes next. Tables and JSON have a column or key "krlint" instead, see `drafts`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from krlint.analysis.patterns import compiled
from krlint.model import Anchor, Document, KeyResult, Objective, Span, Suppression
from krlint.readers.source import Source

_TAG = r"<!--[ \t]{0,20}krlint:[ \t]{0,20}(?P<said>[^\r\n]{0,500}?)[ \t]{0,20}-->"
_HASH = r"(?:^|(?<=\s))#[ \t]{0,20}krlint:[ \t]{0,20}(?P<said>[^\r\n]{0,500})"
_COMMENTS = {".yaml": _HASH, ".yml": _HASH}
_FENCES = ("```", "~~~")

S = TypeVar("S", KeyResult, Objective)


class _Comment(NamedTuple):
    suppression: Suppression
    line: int
    alone: bool  # nothing else stands on its line


class _Lines(NamedTuple):
    """The lines that a key result or an objective takes up."""

    first: int
    last: int
    subject: KeyResult | Objective


def with_suppressions(document: Document, source: Source, suffix: str) -> Document:
    """The document with the comments of its source at what they are about."""
    if "krlint:" not in source.text:
        return document
    subjects: list[_Lines] = [_lines(objective) for objective in document.objectives]
    subjects += [_lines(result) for result in document.key_results]
    subjects.sort(key=lambda lines: lines[:2])
    held: dict[int, list[Suppression]] = defaultdict(list)
    loose: list[Suppression] = []
    for comment in _comments(source, document, _COMMENTS.get(suffix, _TAG)):
        owner = _owner(subjects, comment)
        (loose if owner is None else held[id(owner)]).append(comment.suppression)
    return replace(
        document,
        objectives=tuple(_with(one, held) for one in document.objectives),
        key_results=tuple(_with(one, held) for one in document.key_results),
        suppressions=tuple(loose),
    )


def _with(subject: S, held: dict[int, list[Suppression]]) -> S:
    if id(subject) not in held:
        return subject
    return replace(subject, suppressions=(*subject.suppressions, *held[id(subject)]))


def _lines(subject: KeyResult | Objective) -> _Lines:
    whole = subject.place(Span(0, len(subject.text)))
    return _Lines(whole.line, whole.end_line, subject)


def _owner(subjects: Sequence[_Lines], comment: _Comment) -> KeyResult | Objective | None:
    if comment.alone:
        return next((one.subject for one in subjects if one.first > comment.line), None)
    here = (one.subject for one in reversed(subjects) if one.first <= comment.line <= one.last)
    return next(here, None)


def _comments(source: Source, document: Document, pattern: str) -> Iterator[_Comment]:
    """The comments outside fenced blocks, in order."""
    fence = ""
    for start, end in source.lines_between(0, len(source.text)):
        text = source.text[start:end]
        mark = text.lstrip()[:3]
        if mark in _FENCES and fence in ("", mark):
            fence = "" if fence else mark
        if fence or "krlint:" not in text:
            continue
        for found in compiled(pattern).finditer(text):
            line, column = source.place(start + found.start("said"))
            yield _Comment(
                Suppression(
                    text=found["said"].strip(),
                    language=document.language,
                    path=document.path,
                    anchors=(Anchor(0, line, column),),
                ),
                line,
                alone=not (text[: found.start()] + text[found.end() :]).strip(" \t>-"),
            )
