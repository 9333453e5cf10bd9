"""Rules about objectives, documents, and all documents of a run together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from krlint import analysis
from krlint.analysis.language import detect
from krlint.config import Config
from krlint.model import (
    Analysis,
    Document,
    Finding,
    Flag,
    KeyResult,
    Objective,
    Remark,
    Rule,
    RuleError,
    Understood,
    Unread,
)
from krlint.rulebook import scoped
from krlint.rulebook.checks import named, settings
from krlint.rulebook.faults import attempt
from krlint.rulebook.findings import finding, flagged
from krlint.rulebook.verdict import asking, verdict


class Outcome(NamedTuple):
    """What rules found, where one broke, and what one could not judge."""

    findings: tuple[Finding, ...] = ()
    failures: tuple[Unread, ...] = ()
    remarks: tuple[Remark, ...] = ()


def understood(document: Document, analyses: Sequence[Analysis], config: Config) -> Understood:
    """The document with its analyses, those of its objectives made here."""
    objectives = tuple(
        analysis.analyse(_as_key_result(objective), config=config)
        for objective in document.objectives
    )
    return Understood(document, objectives, tuple(analyses), config.teams, config.parents)


def of_document(one: Understood, rules: Sequence[Rule]) -> Outcome:
    """What the rules about objectives and about a document say of one document."""
    judge = {"objective": _objectives, "document": _checked}
    outcomes = [
        _attempt(rule, one.document.path, partial(judge[rule.scope], rule, one))
        for rule in rules
        if rule.scope in judge
    ]
    return together(outcomes)


class Collected(NamedTuple):
    """What the rules about all documents have to remember of one, by code, and where one broke."""

    kept: Mapping[str, Any]
    failures: tuple[Unread, ...] = ()


def collected(one: Understood, rules: Sequence[Rule]) -> Collected:
    """What `of_set` needs of this document; nothing for a rule that breaks on it."""
    kept: dict[str, Any] = {}
    failures: list[Unread] = []
    for rule in scoped(rules, "set"):
        found = attempt(rule, partial(_collect, rule, one))
        if isinstance(found, RuleError):
            failures.append(Unread(one.document.path, found.wording))
        else:
            kept[rule.code] = found
    return Collected(kept, tuple(failures))


def of_set(
    collections: Sequence[Mapping[str, Any]], rules: Sequence[Rule], documents: Sequence[Document]
) -> Outcome:
    """What the rules about all `documents` of a run say, from what was `collected` of each."""
    outcomes = []
    for rule in scoped(rules, "set"):
        kept = [one[rule.code] for one in collections if rule.code in one]
        outcomes.append(_attempt(rule, "", partial(_compared, rule, kept, documents)))
    return together(outcomes)


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """Several outcomes as one."""
    return Outcome(
        tuple(found for one in outcomes for found in one.findings),
        tuple(failure for one in outcomes for failure in one.failures),
        tuple(remark for one in outcomes for remark in one.remarks),
    )


def _as_key_result(objective: Objective) -> KeyResult:
    return KeyResult(
        text=objective.text,
        language=objective.language,
        team=objective.team,
        path=objective.path,
        cell=objective.cell,
        anchors=objective.anchors,
    )


def _objectives(rule: Rule, one: Understood) -> Outcome:
    pairs = zip(one.document.objectives, one.objectives, strict=True)
    judged = [(objective, known, verdict(rule, known, asking(known))) for objective, known in pairs]
    return Outcome(
        tuple(
            finding(rule, known, said, objective)
            for objective, known, said in judged
            if said.flagged
        )
    )


def _checked(rule: Rule, one: Understood) -> Outcome:
    return _outcome(rule, named(rule.check)(one, settings(rule)), [one.document])


def _collect(rule: Rule, one: Understood) -> Any:
    return named(rule.check).collect(one)


def _compared(rule: Rule, collection: Sequence[Any], documents: Sequence[Document]) -> Outcome:
    said = named(rule.check).compare(collection, settings(rule))
    return _outcome(rule, said, documents)


def _outcome(rule: Rule, said: Iterable[Flag | Remark], documents: Sequence[Document]) -> Outcome:
    told = tuple(said)
    flags = tuple(one for one in told if isinstance(one, Flag))
    remarks = tuple(one for one in told if isinstance(one, Remark))
    if len(told) > len(flags) + len(remarks):
        raise TypeError("a check gives flags and remarks, nothing else")
    _verify(flags, documents)
    return Outcome(
        tuple(
            flagged(rule, one, one.subject.language or detect(one.subject.text)) for one in flags
        ),
        remarks=remarks,
    )


def _verify(flags: Sequence[Flag], documents: Sequence[Document]) -> None:
    """Raises ValueError for a flag that no report could show: what it marks is not there."""
    subjects = {id(subject) for document in documents if flags for subject in document.subjects}
    for flag in flags:
        if id(flag.subject) not in subjects:
            raise ValueError("the flag is on something that no document of this run holds")
        start, end = flag.span
        if not 0 <= start <= end <= len(flag.subject.text):
            raise ValueError(f"the flag's span {start}:{end} lies outside of its text")


def _attempt(rule: Rule, path: str, judge: Callable[[], Outcome]) -> Outcome:
    said = attempt(rule, judge)
    if isinstance(said, RuleError):
        return Outcome(failures=(Unread(path, said.wording),))
    return said
