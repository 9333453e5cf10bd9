"""The five steps in order: read, analyse, judge, filter; rendering is the doors' affair."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from krlint import analysis, filters
from krlint.config import Config
from krlint.model import (
    Analysis,
    Arc,
    Document,
    Finding,
    KeyResult,
    Language,
    Report,
    Rule,
    RuleError,
    Span,
    Unread,
    Wording,
)
from krlint.rulebook import choose, load
from krlint.rulebook.findings import finding
from krlint.rulebook.verdict import Verdict, verdict

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
    remaining = iter(items)
    while batch := [_key_result(item, language) for item in islice(remaining, _BATCH)]:
        yield from _judge_batch(batch, rules, config)


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
) -> Report:
    """
    The findings of the files and folders named; "-" is standard input.

    What cannot be read stands in the report's `unread` and does not stop the others. A document
    that was named and holds no key result is unread too, unless `allow_no_key_results`.
    """
    from krlint.readers.run import read_all

    documents, unread = read_all(
        paths,
        config=config,
        stdin=stdin,
        stdin_filename=stdin_filename,
        allow_no_key_results=allow_no_key_results,
    )
    return _report(documents, unread, config)


def _report(documents: Sequence[Document], unread: Sequence[Unread], config: Config) -> Report:
    key_results = [kr for document in documents for kr in document.key_results if kr.state == "set"]
    findings: list[Finding] = []
    failures: list[Unread] = []
    for key_result, outcome in zip(key_results, judge(key_results, config=config), strict=True):
        if isinstance(outcome, RuleError):
            place = key_result.place(Span(0, len(key_result.text)))
            failures.append(
                Unread(key_result.path or "", outcome.wording, place.line, place.column, place.cell)
            )
        else:
            findings.extend(outcome)
    return Report(
        findings=filters.numbered(findings),
        documents=tuple(documents),
        unread=(*unread, *(missing for document in documents for missing in document.unread)),
        failures=tuple(failures),
        rules=choose(load(), config),
    )


# --- One batch -------------------------------------------------------------------------------


class _Judged(NamedTuple):
    """An analysis with the verdict of each rule."""

    analysis: Analysis
    verdicts: tuple[Verdict, ...]


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


def _judge_batch(
    batch: Sequence[KeyResult], rules: Sequence[Rule], config: Config
) -> Iterator[tuple[Finding, ...] | RuleError]:
    judged = [_judged(key_result, rules, config, None) for key_result in batch]
    for index, arcs in _parsed(batch, judged, config):
        judged[index] = _judged(batch[index], rules, config, arcs)
    for outcome in judged:
        yield outcome if isinstance(outcome, RuleError) else _findings(outcome, rules)


def _judged(
    key_result: KeyResult, rules: Sequence[Rule], config: Config, arcs: tuple[Arc, ...] | None
) -> _Judged | RuleError:
    understood = analysis.analyse(key_result, config=config, arcs=arcs)
    verdicts = []
    for rule in rules:
        try:
            verdicts.append(verdict(rule, understood))
        except Exception as error:  # noqa: BLE001  a rule is anybody's code; one must not hide the rest
            return _broken(rule, error)
    return _Judged(understood, tuple(verdicts))


def _broken(rule: Rule, error: Exception) -> RuleError:
    kind = type(error).__name__
    return RuleError(
        Wording(
            f"ルール {rule.code} {rule.name} がこのKRで止まりました（{kind}: {error}）。"
            "ルールの不具合です。",
            f"Rule {rule.code} {rule.name} broke on this key result ({kind}: {error}). "
            "That is a fault of the rule.",
        )
    )


def _parsed(
    batch: Sequence[KeyResult], judged: Sequence[_Judged | RuleError], config: Config
) -> Iterator[tuple[int, tuple[Arc, ...]]]:
    """The parse of those key results that need it, by their index in the batch."""
    from krlint.analysis import parse

    languages: tuple[Language, ...] = ("ja", "en")
    undecided = [index for index, outcome in enumerate(judged) if _needs_parse(outcome, config)]
    for language in languages:
        wanted = [i for i in undecided if analysis.language_of(batch[i], config) == language]
        if wanted and parse.available(language, config):
            texts = [analysis.prepared(batch[index].text).text for index in wanted]
            yield from zip(wanted, parse.arcs(texts, language, config), strict=True)


def _needs_parse(outcome: _Judged | RuleError, config: Config) -> bool:
    if isinstance(outcome, RuleError):
        return False
    return config.parse == "always" or any(v.flagged is None for v in outcome.verdicts)


def _findings(judged: _Judged, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    return filters.ordered(
        finding(rule, judged.analysis, verdict)
        for rule, verdict in zip(rules, judged.verdicts, strict=True)
        if verdict.flagged
    )
