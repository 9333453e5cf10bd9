"""The five steps in order: read, analyse, judge, filter; rendering is the doors' affair."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from krlint import analysis, filters
from krlint.config import Config
from krlint.model import (
    Analysis,
    Document,
    Explanation,
    Finding,
    KeyResult,
    Language,
    Report,
    Rule,
    RuleError,
    Span,
    Unread,
)
from krlint.rulebook import choose, load
from krlint.rulebook.batch import Judged, explanation, judged
from krlint.rulebook.findings import finding

_BATCH = 256
"""Key results held in memory at once; the parse, where needed, is asked for a batch together."""

_DEFAULT = Config()


def read(path: str | Path, *, config: Config = _DEFAULT) -> Document:
    """The key results of one file, each with its place. Raises KrlintError if it cannot be read."""
    from krlint import readers

    return readers.read(path, config=config)


def analyse(
    text: str,
    *,
    language: Language | None = None,
    objective: str | None = None,
    team: str | None = None,
    fields: Mapping[str, str] | None = None,
    config: Config = _DEFAULT,
) -> Analysis:
    """
    What krlint understands of one key result.

    `fields` are what stands beside the text, under any of the names that documents use
    ("目標値", "Target"). The parse is not asked for.
    """
    key_result = _from_parts(text, language, objective, team, fields)
    return analysis.analyse(key_result, config=config)


def lint_text(
    text: str,
    *,
    language: Language | None = None,
    objective: str | None = None,
    team: str | None = None,
    fields: Mapping[str, str] | None = None,
    config: Config = _DEFAULT,
) -> tuple[Finding, ...]:
    """
    The findings of one key result, most telling first.

    `fields` are what stands beside the text, under any of the names that documents use
    ("目標値", "Target"). Raises RuleError when a rule itself breaks.
    """
    key_result = _from_parts(text, language, objective, team, fields)
    (findings,) = lint_texts([key_result], config=config)
    return findings


def lint_texts(
    items: Iterable[str | KeyResult],
    *,
    language: Language | None = None,
    config: Config = _DEFAULT,
) -> Iterator[tuple[Finding, ...]]:
    """
    The findings of each item, lazily and in order.

    Memory does not grow with the number of items. Raises RuleError when a rule itself breaks.
    """
    for outcome in judge(items, language=language, config=config):
        if isinstance(outcome, RuleError):
            raise outcome
        yield outcome


def judge(
    items: Iterable[str | KeyResult],
    *,
    language: Language | None = None,
    config: Config = _DEFAULT,
) -> Iterator[tuple[Finding, ...] | RuleError]:
    """As `lint_texts`, with the RuleError in the place of a key result on which a rule broke."""
    rules = choose(load(), config)
    key_results = (_key_result(item, language) for item in items)
    for outcome in _judged(key_results, rules, config):
        yield outcome if isinstance(outcome, RuleError) else _findings(outcome, rules)


def explain(
    key_results: Iterable[KeyResult],
    rules: Sequence[Rule],
    *,
    config: Config = _DEFAULT,
    roles: bool = False,
) -> Iterator[Explanation | RuleError]:
    """
    What was understood of each key result, and why each of `rules` says what it says.

    With `roles` the parse is also asked where the role of another party is open.
    """
    for outcome in _judged(key_results, rules, config, roles=roles):
        yield outcome if isinstance(outcome, RuleError) else explanation(outcome, rules)


def lint_document(document: Document, *, config: Config = _DEFAULT) -> Report:
    """The findings of a document that was read; parked and dropped key results are not judged."""
    return _report([document], [], config)


def lint_paths(
    paths: Sequence[str | Path],
    *,
    config: Config = _DEFAULT,
    stdin: bytes | None = None,
    stdin_filename: str | None = None,
    allow_no_key_results: bool = False,
    explain: bool = False,
) -> Report:
    """
    The findings of the files and folders named; "-" is standard input.

    What cannot be read stands in the report's `unread` and does not stop the others. A document
    that was named and holds no key result is unread too, unless `allow_no_key_results`.
    `explain` fills the report's `explanations`: why each rule said what it said.
    """
    from krlint.readers.run import read_all

    documents, unread = read_all(
        paths,
        config=config,
        stdin=stdin,
        stdin_filename=stdin_filename,
        allow_no_key_results=allow_no_key_results,
    )
    return _report(documents, unread, config, explain=explain)


def _report(
    documents: Sequence[Document],
    unread: Sequence[Unread],
    config: Config,
    *,
    explain: bool = False,
) -> Report:
    rules = choose(load(), config)
    key_results = [kr for document in documents for kr in document.key_results if kr.state == "set"]
    findings: list[Finding] = []
    failures: list[Unread] = []
    explanations: list[Explanation] = []
    outcomes = _judged(key_results, rules, config)
    for key_result, outcome in zip(key_results, outcomes, strict=True):
        if isinstance(outcome, RuleError):
            failures.append(failure(key_result, outcome))
            continue
        findings.extend(_findings(outcome, rules))
        if explain:
            explanations.append(explanation(outcome, rules))
    return Report(
        findings=filters.numbered(findings),
        documents=tuple(documents),
        unread=(*unread, *(missing for document in documents for missing in document.unread)),
        failures=tuple(failures),
        rules=rules,
        explanations=tuple(explanations),
    )


def failure(key_result: KeyResult, error: RuleError) -> Unread:
    """A rule that broke on a key result, with the place of the latter."""
    place = key_result.place(Span(0, len(key_result.text)))
    return Unread(key_result.path or "", error.wording, place.line, place.column, place.cell)


# --- One batch after the other ----------------------------------------------------------------


def _from_parts(
    text: str,
    language: Language | None,
    objective: str | None,
    team: str | None,
    fields: Mapping[str, str] | None,
) -> KeyResult:
    from krlint.readers.fields import canonical

    known = canonical(fields or {})
    return KeyResult(text=text, language=language, objective=objective, team=team, fields=known)


def _key_result(item: str | KeyResult, language: Language | None) -> KeyResult:
    return KeyResult(text=item, language=language) if isinstance(item, str) else item


def _judged(
    items: Iterable[KeyResult], rules: Sequence[Rule], config: Config, *, roles: bool = False
) -> Iterator[Judged | RuleError]:
    remaining = iter(items)
    while batch := list(islice(remaining, _BATCH)):
        yield from judged(batch, rules, config, roles=roles)


def _findings(judged: Judged, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    return filters.ordered(
        finding(rule, judged.analysis, verdict)
        for rule, verdict in zip(rules, judged.verdicts, strict=True)
        if verdict.flagged
    )
