"""
What a rule says of an analysis, in Kleene's three-valued logic.

A signal that only the parse can answer is unknown; `all` and `none` come out true or false where
the unknown cannot change them, and unknown where it can (Kleene, Introduction to Metamathematics,
1952, §64).
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from krlint.analysis.signals import SIGNALS, Answer
from krlint.model import Analysis, Evidence, Rule, Span, Wording
from krlint.rulebook.checks import named, settings
from krlint.rulebook.phrases import occurring


class Verdict(NamedTuple):
    """
    Whether the rule flags the key result (None: unknown), where, and on what evidence.

    `answers` are those of every signal that the rule asks, `excused_by` the one that saved the key
    result.
    """

    flagged: bool | None
    primary: Evidence
    evidence: Mapping[str, Evidence]
    answers: Mapping[str, Answer]
    excused_by: str | None = None


Ask = Callable[[str], Answer]
"""Answers a signal by its name; twenty rules ask the same few, and each is worked out once."""

_SPARED = Verdict(False, Evidence(Span(0, 0)), {}, {})


def asking(analysis: Analysis) -> Ask:
    """What answers the signals of that analysis."""
    return cache(lambda name: SIGNALS[name](analysis))


def verdict(rule: Rule, analysis: Analysis, ask: Ask, *, explain: bool = False) -> Verdict:
    """
    The rule's verdict on the analysis that `ask` answers for.

    Nearly every rule spares nearly every key result, and one signal is enough to tell; with
    `explain` all are asked, for whoever wants to know why.
    """
    if not explain and _is_spared(rule, ask):
        return _SPARED
    wanted = {name: ask(name) for name in rule.all}
    if rule.phrases:
        wanted = {"phrase": occurring(rule.phrases.get(analysis.language, ()), analysis)} | wanted
    if rule.check is not None:
        answer = _verified(named(rule.check)(analysis, settings(rule)), analysis)
        wanted[rule.check.partition(":")[2]] = answer
    excuses = {name: ask(name) for name in rule.none}
    excuse = next((name for name, one in excuses.items() if one.truth), None)
    evidence = {name: one.evidence[0] for name, one in wanted.items() if one.evidence}
    primary = next(iter(evidence.values()), None) or _place_of_absence(analysis)
    flagged = kleene([one.truth for one in wanted.values()], [a.truth for a in excuses.values()])
    return Verdict(flagged, primary, evidence, wanted | excuses, excuse)


def _is_spared(rule: Rule, ask: Ask) -> bool:
    return any(ask(name).truth is False for name in rule.all) or any(
        ask(name).truth for name in rule.none
    )


def _verified(said: Any, analysis: Analysis) -> Answer:
    """A check's answer. Raises TypeError or ValueError for one that no finding can be made of."""
    if not isinstance(said, Answer):
        raise TypeError(f"a check gives an Answer, and this one gave {type(said).__name__}")
    for name, quote in said.quotes.items():
        if not isinstance(quote, str | Wording):
            raise TypeError(f"the quote “{name}” is no text")
    for (start, end), field in said.evidence:
        if field is not None and field not in analysis.key_result.fields:
            raise ValueError(f"the evidence names a field “{field}” that is not there")
        if field is None and not 0 <= start <= end <= len(analysis.key_result.text):
            raise ValueError(f"the evidence at {start}:{end} lies outside of the text")
    return said


def kleene(everything: Sequence[bool | None], nothing: Sequence[bool | None]) -> bool | None:
    """Whether all of `everything` and none of `nothing` holds; None where that is unknown."""
    if False in everything or True in nothing:
        return False
    return None if None in (*everything, *nothing) else True


def _place_of_absence(analysis: Analysis) -> Evidence:
    """What is absent has a place too: the metric's phrase, else the head, else the whole."""
    if analysis.metric is not None:
        return analysis.metric
    if analysis.head is not None:
        return Evidence(analysis.head.span)
    return Evidence(Span(0, len(analysis.key_result.text)))
