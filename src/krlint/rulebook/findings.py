"""From a verdict or a check's flag to what people are told."""

import re
from collections.abc import Mapping

from krlint.model import (
    Analysis,
    Evidence,
    Finding,
    Flag,
    Language,
    Rule,
    Span,
    Subject,
    Wording,
)
from krlint.rulebook.verdict import Verdict

_LONGEST_QUOTE = 40
"""Characters of the key result that a message repeats; the marks show the rest."""

SLOTS: Mapping[str, Wording] = {
    "metric": Wording("[指標]", "[metric]"),
    "party": Wording("[相手]", "[the other team]"),
}
"""What stands in a suggestion where the key result does not say it."""


def finding(
    rule: Rule, analysis: Analysis, verdict: Verdict, subject: Subject | None = None
) -> Finding:
    """
    The finding that a verdict makes, its words filled with the subject's own.

    `subject` is what was analysed, where that is no key result.
    """
    named: dict[str, Evidence] = dict(verdict.evidence)
    if analysis.metric is not None:
        named["metric"] = analysis.metric
    evidence = verdict.primary
    flag = Flag(
        subject=subject or analysis.key_result,
        span=Span(0, len(analysis.key_result.text)) if evidence.field else evidence.span,
        quotes={name: analysis.text_of(place) for name, place in named.items()}
        | {name: said for one in verdict.answers.values() for name, said in one.quotes.items()},
        field=evidence.field,
    )
    return flagged(rule, flag, analysis.language)


def flagged(rule: Rule, flag: Flag, language: Language) -> Finding:
    """The finding that a check's flag makes, in a document of that language."""
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=_filled(rule.message, flag.quotes),
        suggestion=_filled(rule.suggestion, flag.quotes),
        subject=flag.subject,
        language=language,
        span=flag.span,
        field=flag.field,
        refines=rule.refines,
    )


def _filled(wording: Wording, quotes: Mapping[str, str | Wording]) -> Wording:
    said = {**SLOTS, **{name: _quote(quote) for name, quote in quotes.items()}}
    return Wording(
        _with(wording.ja, {name: quote.ja for name, quote in said.items()}),
        _with(wording.en, {name: quote.en for name, quote in said.items()}),
    )


_SLOT = re.compile(r"\{\{|\}\}|\{(\w+)\}")


def _with(text: str, said: Mapping[str, str]) -> str:
    """The text with its slots filled; one that nothing fills stays as it stands."""
    return _SLOT.sub(lambda slot: said.get(slot[1], slot[0]) if slot[1] else slot[0][0], text)


def _quote(quote: str | Wording) -> Wording:
    """Words of the document, shortened; a Wording is krlint's own and stays."""
    if isinstance(quote, Wording):
        return quote
    flat = " ".join(quote.split())
    short = flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1] + "…"
    return Wording(short, short)
