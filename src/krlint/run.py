"""One run over what was read: judged a document at a time, then together, then filtered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from krlint import filters
from krlint.config import Config
from krlint.model import (
    Document,
    Explanation,
    Finding,
    KeyResult,
    Report,
    Rule,
    RuleError,
    Span,
    Unread,
)
from krlint.rulebook import codes, load, scoped
from krlint.rulebook.batch import Judged, explanation
from krlint.rulebook.batch import judged as judged_batch
from krlint.rulebook.documents import (
    Outcome,
    collected,
    of_document,
    of_set,
    together,
    understood,
)
from krlint.rulebook.findings import finding
from krlint.rulebook.suppressions import sift

_BATCH = 256
"""Key results held in memory at once; the parse, where needed, is asked for a batch together."""


def report(
    documents: Sequence[Document],
    unread: Sequence[Unread],
    rules: tuple[Rule, ...],
    config: Config,
    *,
    explain: bool = False,
) -> Report:
    """
    What `rules` find in documents that were read, less what documents and config take away.

    Parked and dropped key results are not judged; `unread` are handed on.
    """
    runs = list(_documents(documents, rules, config, explain=explain))
    whole = of_set([run.collected for run in runs], rules, documents)
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
    stream = judged(
        (kr for document in documents for kr in _set(document)), narrow, config, explain=explain
    )
    for document in documents:
        outcomes = list(islice(stream, len(_set(document))))
        known = [one for one in outcomes if isinstance(one, Judged)]
        found = tuple(finding for one in known for finding in findings(one, narrow))
        outcome = Outcome(found, failures=tuple(_failures(_set(document), outcomes)))
        explanations = tuple(explanation(one, narrow) for one in known) if explain else ()
        if not wide:
            yield _Run(outcome, {}, explanations)
            continue
        whole = understood(document, [one.analysis for one in known], config)
        kept, broke = collected(whole, wide)
        told = [outcome, of_document(whole, wide), Outcome(failures=broke)]
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


def judged(
    items: Iterable[KeyResult],
    rules: Sequence[Rule],
    config: Config,
    *,
    explain: bool = False,
    roles: bool = False,
) -> Iterator[Judged | RuleError]:
    """Each key result judged, lazily and in order, a batch at a time."""
    remaining = iter(items)
    while batch := list(islice(remaining, _BATCH)):
        yield from judged_batch(batch, rules, config, explain=explain, roles=roles)


def findings(judged: Judged, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """The findings of one key result, most telling first."""
    return filters.ordered(
        finding(rule, judged.analysis, verdict)
        for rule, verdict in zip(rules, judged.verdicts, strict=True)
        if verdict.flagged
    )
