"""From a verdict to what people are told."""

from collections.abc import Mapping

from krlint.model import Analysis, Evidence, Finding, Rule, Span, Wording
from krlint.rulebook.verdict import Verdict

_LONGEST_QUOTE = 40
"""Characters of the key result that a message repeats; the marks show the rest."""

_SLOTS = {"metric": Wording("[指標]", "[metric]"), "party": Wording("[相手]", "[the other team]")}
"""What stands in a suggestion where the key result does not say it."""


def finding(rule: Rule, analysis: Analysis, verdict: Verdict) -> Finding:
    """The finding that a verdict makes, its words filled with the key result's own."""
    evidence = verdict.primary
    whole = Span(0, len(analysis.key_result.text))
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=_filled(rule.message, analysis, verdict),
        suggestion=_filled(rule.suggestion, analysis, verdict),
        key_result=analysis.key_result,
        language=analysis.language,
        span=whole if evidence.field else evidence.span,
        field=evidence.field,
        refines=rule.refines,
    )


def _filled(wording: Wording, analysis: Analysis, verdict: Verdict) -> Wording:
    named: dict[str, Evidence] = dict(verdict.evidence)
    if analysis.metric is not None:
        named["metric"] = analysis.metric
    quotes = {name: _quote(analysis.text_of(place)) for name, place in named.items()}
    ja = {name: slot.ja for name, slot in _SLOTS.items()} | quotes
    en = {name: slot.en for name, slot in _SLOTS.items()} | quotes
    return Wording(_format(wording.ja, ja), _format(wording.en, en))


def _format(template: str, values: Mapping[str, str]) -> str:
    return template.format_map(values)


def _quote(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1] + "…"
