"""
What a rule says of an analysis, in Kleene's three-valued logic.

A signal that only the parse can answer is unknown; `all` and `none` come out true or false where
the unknown cannot change them, and unknown where it can (Kleene, Introduction to Metamathematics,
1952, §64).
"""

from collections.abc import Mapping, Sequence
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


def verdict(rule: Rule, analysis: Analysis) -> Verdict:
    """The rule's verdict; `excused_by` names the signal under `none` that saved the key result."""
    wanted = {name: SIGNALS[name](analysis) for name in rule.all}
    if rule.phrases:
        wanted = {"phrase": occurring(rule.phrases.get(analysis.language, ()), analysis)} | wanted
    if rule.check is not None:
        answer = _verified(named(rule.check)(analysis, settings(rule)), analysis)
        wanted[rule.check.partition(":")[2]] = answer
    excuses = {name: SIGNALS[name](analysis) for name in rule.none}
    asked = wanted | excuses
    excuse = next((name for name in excuses if asked[name].truth), None)
    evidence = {name: answer.evidence[0] for name, answer in wanted.items() if answer.evidence}
    primary = next(iter(evidence.values()), None) or _place_of_absence(analysis)
    flagged = kleene([a.truth for a in wanted.values()], [a.truth for a in excuses.values()])
    return Verdict(flagged, primary, evidence, asked, excuse)


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
