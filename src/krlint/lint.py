"""The five steps in order: read, analyse, judge, filter; rendering is the doors' affair."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from krlint import analysis, run
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
)
from krlint.rulebook import choose, load, scoped
from krlint.rulebook.batch import explanation
from krlint.rulebook.suppressions import is_suppressed

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
    narrow = scoped(_rules(config, rules), "key_result")
    key_results = (_key_result(item, language) for item in items)
    for outcome in run.judged(key_results, narrow, config):
        if isinstance(outcome, RuleError):
            yield outcome
            continue
        found = run.findings(outcome, narrow)
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
    for outcome in run.judged(key_results, narrow, config, explain=True, roles=roles):
        yield outcome if isinstance(outcome, RuleError) else explanation(outcome, narrow)


def lint_document(
    document: Document, *, config: Config = _DEFAULT, rules: Sequence[Rule] | None = None
) -> Report:
    """The findings of a document that was read; parked and dropped key results are not judged."""
    return run.report([document], [], _rules(config, rules), config)


def lint_documents(
    documents: Sequence[Document],
    *,
    config: Config = _DEFAULT,
    rules: Sequence[Rule] | None = None,
) -> Report:
    """The findings of documents that were read, rules that compare documents included."""
    return run.report(documents, [], _rules(config, rules), config)


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
    return run.report(documents, unread, _rules(config, None), config, explain=explain)


def _rules(config: Config, given: Sequence[Rule] | None) -> tuple[Rule, ...]:
    """The rules that judge: those given, else those that `config` has on."""
    return choose(load(config), config) if given is None else tuple(given)


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
