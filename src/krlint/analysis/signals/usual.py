"""Whether it is as before when it is met."""

from krlint.analysis.senses import sense
from krlint.analysis.signals.answers import Answer, answer, mains
from krlint.model import Analysis, Evidence, Predicate, Span

_MOST = 20
"""Predicates; where there are more, it is a page and no key result."""

_FAR = 10
"""Characters between a piece of work and how often it comes: “weekly status call”."""

_NEAR = 4
"""Characters between a word of going on and the deed: “continue to hold”, 「継続発行」."""


def unchanged(analysis: Analysis) -> Answer:
    """Things are as before when it is met: “keep the lift running”, “hold the weekly meeting”."""
    if len(analysis.predicates) > _MOST:
        return Answer(False)
    if analysis.results or "must_hold" in analysis.phrases or _moves(analysis):
        return Answer(False)
    kept = _kept(analysis)
    if kept:
        return answer(kept)
    before = analysis.phrases.get("as_before", ())
    return answer(before) if before else answer(_recurring(analysis))


def _moves(analysis: Analysis) -> bool:
    """A value changes, or what is done is to change something."""
    baseline, target = analysis.change.baseline, analysis.change.target
    differs = baseline is not None and target is not None and baseline.text != target.text
    return differs or any(sense(p) in ("change", "undecided", "establish") for p in mains(analysis))


def _kept(analysis: Analysis) -> list[Evidence]:
    """Where all that is done is to keep or go on: “maintain”, “continue to hold”, 「継続発行」."""
    keeps = [place.span for place in analysis.phrases.get("keeps_on", ())]
    main = [p for p in mains(analysis) if p.form != "request" and "measure" not in p.groups]
    begun = "event_noun" in analysis.phrases and "recurs" not in analysis.phrases
    if begun or any(p.form == "passive" for p in main):
        return []  # “continue the rollout”, “appointments kept”
    if not main or not all(any(_is_at(place, p) for place in keeps) for p in main):
        return []
    return [Evidence(span) for span in keeps if any(_is_at(span, p) for p in main)]


def _is_at(place: Span, predicate: Predicate) -> bool:
    return predicate.span.start - _NEAR <= place.end and place.start < predicate.span.end


def _recurring(analysis: Analysis) -> tuple[Evidence, ...]:
    """What comes round by itself and is only done: no figure says what it should bring."""
    main, phrases = mains(analysis), analysis.phrases
    acts = [*phrases.get("puts_out", ()), *phrases.get("does_again", ())]
    run = all(any(_is_at(act.span, p) for act in acts) and p.form != "passive" for p in main)
    if not main or not run or any(q.kind != "all" for q in analysis.outcomes):
        return ()
    itself = phrases.get("recurs_itself", ())
    work = phrases.get("routine", ())[:1]
    return itself or tuple(
        _together(often, one) for often in phrases.get("recurs", ()) for one in work
    )


def _together(often: Evidence, work: Evidence) -> Evidence:
    """“the weekly status call”, 「毎月の棚卸し」, where the two stand side by side."""
    first, last = sorted((often.span, work.span))
    near = last.start - first.end <= _FAR
    return Evidence(Span(first.start, max(first.end, last.end))) if near else often
