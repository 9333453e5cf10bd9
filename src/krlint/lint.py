"""The five steps in order: read, analyse, judge, filter; rendering is the doors' affair."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

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
from krlint.rulebook import choose, codes, load, scoped
from krlint.rulebook.batch import Judged, explanation, judged
from krlint.rulebook.documents import (
    Outcome,
    collected,
    of_document,
    of_set,
    together,
    understood,
)
from krlint.rulebook.findings import finding
from krlint.rulebook.suppressions import is_suppressed, sift

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
    period: str | None = None,
    config: Config = _DEFAULT,
) -> Analysis:
    """
    What krlint understands of one key result.

    `fields` are what stands beside the text, under any of the names that documents use
    ("目標値", "Target"); `period` is what is planned for ("2026 Q3"). The parse is not asked for.
    """
    key_result = _from_parts(text, language, objective, team, fields, period)
    return analysis.analyse(key_result, config=config)


def lint_text(
    text: str,
    *,
    language: Language | None = None,
    objective: str | None = None,
    team: str | None = None,
    fields: Mapping[str, str] | None = None,
    period: str | None = None,
    config: Config = _DEFAULT,
    rules: Sequence[Rule] | None = None,
) -> tuple[Finding, ...]:
    """
    The findings of one key result, most telling first.

    `fields` are what stands beside the text, under any of the names that documents use
    ("目標値", "Target"); `period` is what is planned for ("2026 Q3"). `rules` judge instead of
    those that `config` has on. Raises RuleError when a rule itself breaks.
    """
    key_result = _from_parts(text, language, objective, team, fields, period)
    (findings,) = lint_texts([key_result], config=config, rules=rules)
    return findings


def lint_texts(
    items: Iterable[str | KeyResult],
    *,
    language: Language | None = None,
    config: Config = _DEFAULT,
    rules: Sequence[Rule] | None = None,
) -> Iterator[tuple[Finding, ...]]:
    """
    The findings of each item, lazily and in order.

    Memory does not grow with the number of items. Raises RuleError when a rule itself breaks.
    """
    for outcome in judge(items, language=language, config=config, rules=rules):
        if isinstance(outcome, RuleError):
            raise outcome
        yield outcome


def judge(
    items: Iterable[str | KeyResult],
    *,
    language: Language | None = None,
    config: Config = _DEFAULT,
    rules: Sequence[Rule] | None = None,
) -> Iterator[tuple[Finding, ...] | RuleError]:
    """As `lint_texts`, with the RuleError in the place of a key result on which a rule broke."""
    narrow = scoped(choose(load(config), config) if rules is None else rules, "key_result")
    key_results = (_key_result(item, language) for item in items)
    for outcome in _judged(key_results, narrow, config):
        if isinstance(outcome, RuleError):
            yield outcome
            continue
        found = _findings(outcome, narrow)
        yield tuple(finding for finding in found if not is_suppressed(finding, config))


def explain(
    key_results: Iterable[KeyResult],
    rules: Sequence[Rule],
    *,
    config: Config = _DEFAULT,
    roles: bool = False,
) -> Iterator[Explanation | RuleError]:
    """
    What was understood of each key result, and why each of `rules` says what it says.

    Rules about objectives and documents are passed over. With `roles` the parse is also asked
    where the role of another party is open.
    """
    narrow = scoped(rules, "key_result")
    for outcome in _judged(key_results, narrow, config, roles=roles):
        yield outcome if isinstance(outcome, RuleError) else explanation(outcome, narrow)


def lint_document(
    document: Document, *, config: Config = _DEFAULT, rules: Sequence[Rule] | None = None
) -> Report:
    """The findings of a document that was read; parked and dropped key results are not judged."""
    return _report([document], [], config, rules)


def lint_documents(
    documents: Sequence[Document],
    *,
    config: Config = _DEFAULT,
    rules: Sequence[Rule] | None = None,
) -> Report:
    """The findings of documents that were read, rules that compare documents included."""
    return _report(documents, [], config, rules)


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
    rules: Sequence[Rule] | None = None,
    *,
    explain: bool = False,
) -> Report:
    rules = choose(load(config), config) if rules is None else tuple(rules)
    runs = list(_documents(documents, rules, config, explain=explain))
    whole = of_set([run.collected for run in runs], rules)
    outcome = together([*(run.outcome for run in runs), whole])
    ignored = {
        pattern: frozenset(codes(load(config), names))
        for pattern, names in config.per_file_ignores.items()
    }
    sifted = sift(filters.unless_ignored(outcome.findings, ignored), documents, rules, config)
    return Report(
        findings=filters.numbered(filters.in_place(sifted.kept, documents)),
        documents=tuple(documents),
        unread=(*unread, *(missing for document in documents for missing in document.unread)),
        failures=outcome.failures,
        rules=rules,
        explanations=tuple(each for run in runs for each in run.explanations),
        remarks=outcome.remarks,
        suppressed=filters.numbered(filters.in_place(sifted.suppressed, documents)),
    )


class _Run(NamedTuple):
    """What is kept of one document when it has been judged."""

    outcome: Outcome
    collected: Mapping[str, Any]
    explanations: tuple[Explanation, ...]


def _documents(
    documents: Sequence[Document], rules: Sequence[Rule], config: Config, *, explain: bool
) -> Iterator[_Run]:
    """Each document judged by itself; key results go through in batches across documents."""
    narrow = scoped(rules, "key_result")
    wide = scoped(rules, "objective", "document", "set")
    stream = _judged((kr for document in documents for kr in _set(document)), narrow, config)
    for document in documents:
        outcomes = list(islice(stream, len(_set(document))))
        judged = [one for one in outcomes if isinstance(one, Judged)]
        found = tuple(finding for one in judged for finding in _findings(one, narrow))
        outcome = Outcome(found, failures=tuple(_failures(_set(document), outcomes)))
        explanations = tuple(explanation(one, narrow) for one in judged) if explain else ()
        if not wide:
            yield _Run(outcome, {}, explanations)
            continue
        known = understood(document, [one.analysis for one in judged], config)
        kept, broke = collected(known, wide)
        told = [outcome, of_document(known, wide), Outcome(failures=broke)]
        yield _Run(together(told), kept, explanations)


def _set(document: Document) -> list[KeyResult]:
    """The key results that are in the plan, neither parked nor dropped."""
    return [key_result for key_result in document.key_results if key_result.state == "set"]


def _failures(
    key_results: Sequence[KeyResult], outcomes: Sequence[Judged | RuleError]
) -> Iterator[Unread]:
    for key_result, outcome in zip(key_results, outcomes, strict=True):
        if isinstance(outcome, RuleError):
            yield failure(key_result, outcome)


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
    period: str | None,
) -> KeyResult:
    from krlint.readers.fields import canonical

    known = canonical(fields or {})
    planned = period or known.get("period")
    return KeyResult(
        text=text,
        language=language,
        objective=objective,
        team=team,
        fields={name: value for name, value in known.items() if name != "period"},
        period=planned,
    )


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
