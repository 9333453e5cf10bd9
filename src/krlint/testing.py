"""How a card is tested by its own examples; packages of cards test theirs by the same functions."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from krlint.config import Config
from krlint.lint import lint_document, lint_documents, lint_text
from krlint.model import Document, Example, Language, Objective, Rule, Severity, Span

_TITLE = re.compile(r"^# (.{1,80})", re.MULTILINE)


class Found(NamedTuple):
    """A finding in an example: the rule, the severity, and the characters that it covers."""

    code: str
    severity: Severity
    span: Span


class Sheet(NamedTuple):
    """One document of an example, and where it begins in the example's text."""

    start: int
    text: str
    document: Document


def findings(
    rule: Rule, example: Example, language: Language, *, config: Config = Config()
) -> tuple[Found, ...]:
    """What krlint finds in an example of `rule`; spans are in the example's own text."""
    if rule.scope not in ("key_result", "objective"):
        return tuple(_in_sheets(sheets(example.text, config=config), config))
    if rule.scope == "objective":
        objective = Objective(example.text, 0, language, example.team)
        found = lint_document(Document("", (), (objective,)), config=config).findings
    else:
        found = lint_text(
            example.text,
            language=language,
            team=example.team,
            fields=example.fields,
            config=config,
        )
    return tuple(Found(one.code, one.severity, one.span) for one in found)


def sheets(text: str, *, config: Config = Config()) -> tuple[Sheet, ...]:
    """The documents of a Markdown text in which every heading of the first level begins one."""
    titles = list(_TITLE.finditer(text))
    bounds = [title.start() for title in titles[1:]] + [len(text)]
    starts = [0, *bounds[:-1]]
    names = [title[1].strip() for title in titles] or ["okr"]
    return tuple(
        Sheet(start, text[start:end], _read(f"{name}.md", text[start:end], config))
        for name, start, end in zip(names, starts, bounds, strict=True)
    )


def _read(path: str, text: str, config: Config) -> Document:
    from krlint import readers

    return readers.read(path, source=text.encode(), config=config)


def _in_sheets(parts: tuple[Sheet, ...], config: Config) -> Iterator[Found]:
    of_path = {part.document.path: part for part in parts}
    for finding in lint_documents([part.document for part in parts], config=config).findings:
        part, place = of_path[finding.place.path or ""], finding.place
        start = part.start + _offset(part.text, place.line, place.column)
        end = part.start + _offset(part.text, place.end_line, place.end_column)
        yield Found(finding.code, finding.severity, Span(start, end))


def _offset(text: str, line: int, column: int) -> int:
    """The index of a 1-based line and column."""
    lines = text.split("\n")
    return sum(len(each) + 1 for each in lines[: line - 1]) + column - 1
