"""
The questions that a card may ask of an analysis.

Each answers from what was understood: it holds, with evidence; it does not; or it is unknown
until the parse has been asked. The first evidence is what a finding marks.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from krlint.analysis.senses import finished, sense
from krlint.model import Analysis, Evidence, Predicate, Quantity


class Answer(NamedTuple):
    """Whether a signal holds (None: unknown), and why."""

    truth: bool | None
    evidence: tuple[Evidence, ...] = ()


UNKNOWN = Answer(None)

_QUOTES = "“\"'「『"


def _answer(evidence: Iterable[Evidence]) -> Answer:
    places = tuple(evidence)
    return Answer(bool(places), places)


def _main(analysis: Analysis) -> tuple[Predicate, ...]:
    return tuple(p for p in analysis.predicates if p.clause == "main")


def _spot(quantity: Quantity) -> Evidence:
    return Evidence(quantity.span, quantity.field)


def figure(analysis: Analysis) -> Answer:
    """A number, rate, threshold or quantifier says how far is far enough."""
    return _answer(_spot(quantity) for quantity in analysis.figures)


def measure(analysis: Analysis) -> Answer:
    """A figure that is more than “all”: 「全店を支援する」 says whom, not how far."""
    return _answer(_spot(q) for q in analysis.figures if q.kind != "all")


def outcome(analysis: Analysis) -> Answer:
    """A figure measures what changes, or counts what piles up over the period."""
    return _answer(_spot(quantity) for quantity in analysis.outcomes)


def task(analysis: Analysis) -> Answer:
    """One action or deliverable that is over when it is done, and that is decided on."""
    main = _main(analysis)
    if analysis.phrases.get("hedge") or (analysis.outside and len(main) < 2):
        return Answer(False)
    vague = bool(analysis.phrases.get("quality"))
    found = [p for p in main if _is_task(p, vague=vague)]
    if found:
        return _answer(Evidence(p.span) for p in reversed(found))
    return _answer([analysis.deliverable] if analysis.deliverable else [])


def _is_task(predicate: Predicate, *, vague: bool) -> bool:
    match sense(predicate):
        case "event" | "establish":
            return True
        case "undecided":
            return finished(predicate)
        case "other":
            # A continuing state of an unknown verb (使いこなしている, is used) is no task, nor is
            # an unknown verb done well (しっかりやる).
            return predicate.form != "state" and not vague
        case _:
            return False


def open_end(analysis: Analysis) -> Answer:
    """
    A process or direction that has no end, a quality that two readers judge differently, or an
    “if possible” that takes the end away.

    One event in the line that anybody can check gives the process an end; it gives none to a
    quality ("a usable guide is published").
    """
    quality = (*_praise(analysis), *analysis.phrases.get("as_needed", ()))
    endless = [Evidence(p.span) for p in reversed(_main(analysis)) if _is_endless(p, analysis)]
    events = any(_is_task(p, vague=False) and sense(p) != "establish" for p in _main(analysis))
    checkable = (events or analysis.deliverable) and not quality
    return Answer(False) if checkable else _answer([*endless, *quality])


def _praise(analysis: Analysis) -> tuple[Evidence, ...]:
    """The praises, without a level that bears one as its name (“Good”), or a verdict of others."""
    if analysis.outside:
        return ()
    text = analysis.key_result.text
    places = analysis.phrases.get("quality", ())
    return tuple(place for place in places if not _is_title(text, place.span.start))


def _is_title(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    quoted = before[-1:] in _QUOTES and bool(before)
    return quoted or (text[start].isupper() and before[:1].islower() and before[1:] == " ")


def _is_endless(predicate: Predicate, analysis: Analysis) -> bool:
    match sense(predicate):
        case "process" | "change" | "establish":
            # 「XX%短縮する」: how far is said, if not yet with a figure.
            return not any(q.kind == "placeholder" for q in analysis.quantities)
        case "undecided":
            return not finished(predicate)
        case _:
            return False


def undecided(analysis: Analysis) -> Answer:
    """What will be done is itself still to be decided."""
    exploring = [Evidence(p.span) for p in _main(analysis) if sense(p) == "undecided"]
    return _answer([*analysis.phrases.get("hedge", ()), *exploring])


def decision(analysis: Analysis) -> Answer:
    """The exploring ends in something countable or checkable: a figure, a report, a choice."""
    if analysis.phrases.get("hedge"):
        return Answer(False)
    after = [Evidence(p.span) for p in _main(analysis) if sense(p) == "event"]
    output = analysis.phrases.get("output", ())
    return _answer([*(_spot(q) for q in analysis.figures), *after, *output])


def need(analysis: Analysis) -> Answer:
    """Another department, team or company has to work, deliver, approve or agree."""
    if any(party.role is None for party in analysis.parties) and analysis.arcs is None:
        sure = [p for p in analysis.parties if p.role == "needed"]
        return _answer(Evidence(p.span, p.field) for p in sure) if sure else UNKNOWN
    return _answer(
        Evidence(party.span, party.field) for party in analysis.parties if party.role == "needed"
    )


def agreement(analysis: Analysis) -> Answer:
    """The others have agreed, and nothing says that one of them has not."""
    return _answer(analysis.agreements)


def outside_decision(analysis: Analysis) -> Answer:
    """Somebody or something outside the team decides whether it is met."""
    return _answer(analysis.outside)


SIGNALS: Mapping[str, Callable[[Analysis], Answer]] = {
    signal.__name__: signal
    for signal in (
        figure,
        measure,
        outcome,
        task,
        open_end,
        undecided,
        decision,
        need,
        agreement,
        outside_decision,
    )
}
