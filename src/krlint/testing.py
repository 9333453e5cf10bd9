"""
How a card is tested by its own examples; packages of cards test theirs by the same functions.

A test of a package's cards is as short as this:

    @pytest.mark.parametrize("rule", rules_at(Path("src/acme_okr/cards")))
    def test_card(rule):
        assert () == problems(rule)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from krlint.analysis import analyse
from krlint.config import Config
from krlint.lint import lint_document, lint_documents, lint_text
from krlint.model import (
    Document,
    Example,
    KeyResult,
    Language,
    Objective,
    Rule,
    Severity,
    Span,
    Wording,
)
from krlint.rulebook import choose, load
from krlint.rulebook.verdict import asking, verdict

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


class Problem(NamedTuple):
    """Something that a card says of itself and that does not hold, at one of its examples."""

    code: str
    language: Language
    example: str
    wording: Wording


def rules_at(path: Path) -> tuple[Rule, ...]:
    """The rules of a card or a folder of cards. Raises KrlintError where they cannot be used."""
    from krlint.rulebook.cards import read_path

    return read_path(path)


def problems(rule: Rule, *, config: Config = Config()) -> tuple[Problem, ...]:
    """
    What in a card's examples does not hold; nothing where the card is sound.

    A finding covers exactly the marked characters; what the card praises is clean under its own
    rule, and at warning or above under every rule that `config` has on; every signal under `none`
    is needed by a good example; and there are bad examples that fire.
    """
    return tuple(
        problem for language in spoken(rule) for problem in _problems(rule, language, config)
    )


def spoken(rule: Rule) -> tuple[Language, ...]:
    """The languages that the card has examples in."""
    languages: tuple[Language, ...] = ("ja", "en")
    return tuple(each for each in languages if rule.bad.get(each) or rule.good.get(each))


def praised(rule: Rule, language: Language) -> tuple[Example, ...]:
    """The good examples, and what is to be written instead of the bad ones."""
    instead = (
        Example(one.instead, None, None, one.fields, one.team)
        for one in rule.bad.get(language, ())
        if one.instead
    )
    return (*rule.good.get(language, ()), *instead)


def _problems(rule: Rule, language: Language, config: Config) -> Iterator[Problem]:
    judged = [
        *(uncovered(rule, one, language, config=config) for one in rule.bad.get(language, ())),
        *(alarm(rule, one, language, config=config) for one in praised(rule, language)),
        *(unneeded(rule, name, language, config=config) for name in rule.none),
    ]
    if not rule.bad.get(language) and rule.scope != "baseline":
        judged.append(Problem(rule.code, language, "", _NEVER_FIRES))
    yield from (problem for problem in judged if problem is not None)


def uncovered(
    rule: Rule, example: Example, language: Language, *, config: Config = Config()
) -> Problem | None:
    """The problem of a bad example that is not found exactly where it is marked, if it is one."""
    told = findings(rule, example, language, config=config)
    covered = [one.span for one in told if one.code == rule.code]
    wanted = example.marked or Span(0, len(example.text))
    if covered == [wanted]:
        return None
    shown = " ".join(f"[[{example.text[slice(*span)]}]]" for span in covered)
    marked = f"[[{example.text[slice(*wanted)]}]]"
    said = Wording(
        f"{marked} を指摘するはずが、"
        + (f"{shown} を指摘しました。" if shown else "指摘しません。"),
        f"{marked} should be found, and " + (f"{shown} is." if shown else "nothing is."),
    )
    return Problem(rule.code, language, example.text, said)


def alarm(
    rule: Rule, example: Example, language: Language, *, config: Config = Config()
) -> Problem | None:
    """The problem of a praised text that a rule finds fault with, if it is one."""
    told = findings(rule, example, language, config=config)
    wrong = [one for one in told if one.code == rule.code or one.severity != "info"]
    if not wrong:
        return None
    shown = ", ".join(f"{one.code} [[{example.text[slice(*one.span)]}]]" for one in wrong)
    said = Wording(
        f"よい例なのに {shown} を指摘します。", f"This is praised, and {shown} is found."
    )
    return Problem(rule.code, language, example.text, said)


def unneeded(
    rule: Rule, excuse: str, language: Language, *, config: Config = Config()
) -> Problem | None:
    """The problem of a signal under `none` without which no good example would be flagged."""
    without = replace(rule, none=tuple(name for name in rule.none if name != excuse))
    for one in rule.good.get(language, ()):
        key_result = KeyResult(one.text, language, team=one.team, fields=one.fields)
        understood = analyse(key_result, config=replace(config, parse="never"))
        if verdict(without, understood, asking(understood)).flagged:
            return None
    said = Wording(
        f"none の「{excuse}」がなくても、よい例はすべて無事です。救われる例を足してください。",
        f"No good example needs “{excuse}” under none: add one that it saves.",
    )
    return Problem(rule.code, language, "", said)


_NEVER_FIRES = Wording(
    "このルールが指摘する例（bad）がありません。", "No bad example shows what this rule finds."
)


def findings(
    rule: Rule, example: Example, language: Language, *, config: Config = Config()
) -> tuple[Found, ...]:
    """
    What `rule`, and the rules that `config` has on, find in an example.

    Spans are in the example's own text.
    """
    others = choose(load(config), config)
    rules = (rule, *(other for other in others if other.code != rule.code))
    if rule.scope not in ("key_result", "objective"):
        return tuple(_in_sheets(sheets(example.text, config=config), rules, config))
    if rule.scope == "objective":
        objective = Objective(example.text, 2, language, example.team)
        found = lint_document(Document("", (), (objective,)), config=config, rules=rules).findings
    else:
        found = lint_text(
            example.text,
            language=language,
            team=example.team,
            fields=example.fields,
            config=config,
            rules=rules,
        )
    return tuple(Found(one.code, one.severity, one.span) for one in found)


def sheets(text: str, *, config: Config = Config()) -> tuple[Sheet, ...]:
    """The documents of a Markdown text in which every heading of the first level begins one."""
    titles = list(_TITLE.finditer(text))
    bounds = [title.start() for title in titles[1:]] + [len(text)]
    starts = [0, *bounds[:-1]]
    names = _distinct([title[1].strip() for title in titles] or ["okr"])
    return tuple(
        Sheet(start, text[start:end], _read(f"{name}.md", text[start:end], config))
        for name, start, end in zip(names, starts, bounds, strict=True)
    )


def _distinct(names: Sequence[str]) -> list[str]:
    """The names; one that has been there already gets a folder of its own before it."""
    return [
        f"{number}/{name}" if name in names[:number] else name for number, name in enumerate(names)
    ]


def _read(path: str, text: str, config: Config) -> Document:
    from krlint import readers

    return readers.read(path, source=text.encode(), config=config)


def _in_sheets(parts: tuple[Sheet, ...], rules: Sequence[Rule], config: Config) -> Iterator[Found]:
    of_path = {part.document.path: part for part in parts}
    documents = [part.document for part in parts]
    for finding in lint_documents(documents, config=config, rules=rules).findings:
        part, place = of_path[finding.place.path or ""], finding.place
        start = part.start + _offset(part.text, place.line, place.column)
        end = part.start + _offset(part.text, place.end_line, place.end_column)
        yield Found(finding.code, finding.severity, Span(start, end))


def _offset(text: str, line: int, column: int) -> int:
    """The index of a 1-based line and column."""
    lines = text.split("\n")
    return sum(len(each) + 1 for each in lines[: line - 1]) + column - 1
