"""What is done: something that is over once it is done, or something without an end."""

from krlint.analysis.senses import finished, habit, sense
from krlint.analysis.signals.answers import Answer, answer, mains, open_content
from krlint.analysis.signals.yardsticks import measured_by
from krlint.model import Analysis, Evidence, Predicate

_QUOTES = "“\"'「『"


def task(analysis: Analysis) -> Answer:
    """One action or deliverable that is over when it is done, and that is decided on."""
    main = mains(analysis)
    if analysis.phrases.get("hedge") or (analysis.outside and len(main) < 2):
        return Answer(False)
    vague = bool(analysis.phrases.get("quality"))
    found = [p for p in main if _is_task(p, vague=vague)]
    if found:
        return answer(Evidence(p.span) for p in reversed(found))
    return answer([analysis.deliverable] if analysis.deliverable else [])


def _is_task(predicate: Predicate, *, vague: bool) -> bool:
    match sense(predicate):
        case "establish":
            return True
        case "event" if {"event", "begin"}.intersection(predicate.groups):
            return True
        case "event" if predicate.form == "noun":
            return True
        case "undecided":
            return finished(predicate)
        case "event" | "other":
            # No task: a continuing state of what may repeat or is unknown (提供している, is used),
            # what nobody does (落ち着く), an unknown verb done well (しっかりやる).
            continues = predicate.form == "state" or "state_verb" in predicate.groups
            return not continues and not vague
        case _:
            return False


def open_end(analysis: Analysis) -> Answer:
    """
    A process or direction that has no end, a quality that two readers judge differently, or an
    “if possible” that takes the end away.

    One event in the line that anybody can check gives the process an end; it gives none to a
    quality ("a usable guide is published").
    """
    main = mains(analysis)
    as_needed = analysis.phrases.get("as_needed", ())
    if analysis.outside and len(main) < 2:
        return answer(as_needed)  # what others decide is seen by everybody
    quality = (*praise(analysis), *as_needed, *open_content(analysis), *_felt(analysis))
    endless = [Evidence(p.span) for p in reversed(main) if _is_endless(p, analysis)]
    events = any(_is_task(p, vague=False) and sense(p) != "establish" for p in main)
    checkable = (events or analysis.deliverable) and not quality
    return Answer(False) if checkable else answer([*endless, *quality])


def _felt(analysis: Analysis) -> tuple[Evidence, ...]:
    """「誰もが誇れる職場（になる）」: all that the text says is what somebody is to feel."""
    if analysis.deliverable or any(sense(p) != "attain" for p in mains(analysis)):
        return ()
    inner = (p for p in analysis.predicates if p.clause == "relative")
    return tuple(Evidence(p.span) for p in inner if {"felt", "wish"}.intersection(p.groups))


def praise(analysis: Analysis) -> tuple[Evidence, ...]:
    """The praises, without a level that bears one as its name (“Good”), or a verdict of others."""
    if analysis.outside:
        return ()
    text = analysis.key_result.text
    places = analysis.phrases.get("quality", ())
    return tuple(place for place in places if not _is_title(text, *place.span))


def _is_title(text: str, start: int, end: int) -> bool:
    if text[start:end].isupper() and not text.isupper():
        return True  # “NICE recommends it”
    before = text[max(0, start - 2) : start]
    quoted = before[-1:] in _QUOTES and bool(before)
    return quoted or (text[start].isupper() and before[:1].islower() and before[1:] == " ")


def _is_endless(predicate: Predicate, analysis: Analysis) -> bool:
    if habit(predicate):
        return not (
            analysis.figures or analysis.outside
        )  # “all managers hold …”: seen by everybody
    match sense(predicate):
        case "process" | "change" | "establish":
            # 「XX%短縮する」: how far is said, if not yet with a figure; so it is with one measure
            # compared at two times (残業時間が前年より減る).
            moves = {"direction_up", "direction_down"}.intersection(predicate.groups)
            measured = analysis.metric is not None or moves
            compared = measured and analysis.phrases.get("compared")
            return not compared and not any(q.kind == "placeholder" for q in analysis.quantities)
        case "undecided":
            return not finished(predicate)
        case "attain" if "wish" in predicate.groups:
            return not measured_by(analysis)
        case _:
            return False
