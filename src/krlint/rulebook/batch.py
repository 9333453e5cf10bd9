"""A batch of key results judged by all rules, together with the parse where it is needed."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from krlint import analysis
from krlint.config import Config
from krlint.model import (
    Analysis,
    Arc,
    Asked,
    Explanation,
    Judgement,
    KeyResult,
    Language,
    Rule,
    RuleError,
)
from krlint.rulebook.faults import attempt
from krlint.rulebook.verdict import Verdict, asking, verdict


class Judged(NamedTuple):
    """
    An analysis with the verdict of each rule.

    `left_open` are the codes of the rules that tokens alone could not settle.
    """

    analysis: Analysis
    verdicts: tuple[Verdict, ...]
    left_open: frozenset[str] = frozenset()


def judged(
    batch: Sequence[KeyResult],
    rules: Sequence[Rule],
    config: Config,
    *,
    explain: bool = False,
    roles: bool = False,
) -> list[Judged | RuleError]:
    """
    Each key result with its verdicts, or the RuleError of a rule that broke on it.

    With `explain` the verdicts hold the answers of every signal, as `explanation` needs them. The
    parse is asked for those with an unsettled verdict, and with `roles` also for those with a
    party whose role is open.
    """
    judge = partial(_judged, rules=rules, config=config, explain=explain)
    known = [judge(key_result, arcs=None) for key_result in batch]
    undecided = [i for i, one in enumerate(known) if _needs_parse(one, config, roles=roles)]
    for index, arcs in _parsed(batch, undecided, config):
        before, after = known[index], judge(batch[index], arcs=arcs)
        if isinstance(before, Judged) and isinstance(after, Judged):
            after = after._replace(left_open=before.left_open)
        known[index] = after
    return known


def _judged(
    key_result: KeyResult,
    *,
    arcs: tuple[Arc, ...] | None,
    rules: Sequence[Rule],
    config: Config,
    explain: bool,
) -> Judged | RuleError:
    understood = analysis.analyse(key_result, config=config, arcs=arcs)
    ask = asking(understood)
    verdicts = []
    for rule in rules:
        said = attempt(rule, partial(verdict, rule, understood, ask, explain=explain))
        if isinstance(said, RuleError):
            return said
        verdicts.append(said)
    unsettled = [r.code for r, v in zip(rules, verdicts, strict=True) if v.flagged is None]
    return Judged(understood, tuple(verdicts), frozenset(unsettled))


def _parsed(
    batch: Sequence[KeyResult], undecided: Sequence[int], config: Config
) -> Iterator[tuple[int, tuple[Arc, ...]]]:
    """The parse of the `undecided` key results, by their index in the batch."""
    from krlint.analysis import parse

    languages: tuple[Language, ...] = ("ja", "en")
    for language in languages:
        wanted = [i for i in undecided if analysis.language_of(batch[i], config) == language]
        if wanted and parse.available(language, config):
            texts = [analysis.prepared(batch[index].text).text for index in wanted]
            yield from zip(wanted, parse.arcs(texts, language, config), strict=True)


def _needs_parse(outcome: Judged | RuleError, config: Config, *, roles: bool) -> bool:
    if isinstance(outcome, RuleError):
        return False
    open_role = roles and any(party.role is None for party in outcome.analysis.parties)
    return config.parse == "always" or bool(outcome.left_open) or open_role


def explanation(judged: Judged, rules: Sequence[Rule]) -> Explanation:
    """Why each rule said what it said; `judged` was made with `explain`."""
    return Explanation(
        judged.analysis,
        tuple(
            _judgement(rule, one, left_open=rule.code in judged.left_open)
            for rule, one in zip(rules, judged.verdicts, strict=True)
        ),
    )


def _judgement(rule: Rule, verdict: Verdict, *, left_open: bool) -> Judgement:
    asked = tuple(
        Asked(name, answer.truth, answer.evidence, excuses=name in rule.none)
        for name, answer in verdict.answers.items()
    )
    return Judgement(rule, verdict.flagged, asked, left_open)
