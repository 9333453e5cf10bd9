"""What a subject and the words behind it add to the sense of an English statement."""

from itertools import takewhile

from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.senses import compares
from krlint.analysis.en.subjects import are_people, is_plural
from krlint.analysis.en.verbs import Found
from krlint.analysis.en.words import Line

_ONE = frozenset(("a", "an"))
_ONE_KNOWN = _ONE | {"the", "our"}
_OTHERS = ("outside_actor", "company", "authority")
_PEOPLE = (*_OTHERS, "audience", "job_title")
_NEAR = 3
"""Words between a state and the participle that shares its subject."""

_QUALITY_ENDINGS = ("ful", "ous", "ive", "ent", "ant", "ing", "some")
"""Suffixes of adjectives that mostly have degrees (Quirk et al. 1985, appendix I.37 ff.)."""


def of_statement(
    line: Line, start: int, deed: Found, before: Found | None, subject: int | None
) -> Found:
    """The deed with what its subject and the deed before it add to its sense."""
    match deed.form:
        case "state":
            plain_state = deed.groups == ("attain",)
            groups = _of_complement(line, deed) if plain_state else deed.groups
        case "passive":
            groups = _of_passive(line, deed, subject if (subject or 0) >= start else None)
            if before is not None and _continues_quality(line, before, deed):
                groups = (*groups, "process")
        case _:
            groups = _of_active(line, deed, subject)
    return deed._replace(groups=groups)


def _of_passive(line: Line, deed: Found, subject: int | None) -> tuple[str, ...]:
    if line.has(deed.last, "comparative") or _is_usual(line, deed):
        return ("process", *deed.groups)  # “are made faster”
    if _is_bestowed(line, deed):
        return ("others_deed", *deed.groups)
    if "decide" in deed.groups:
        return tuple(group for group in deed.groups if group != "process")
    if subject is None:
        return deed.groups
    if line.has(deed.verb, "acquire") and not line.has(subject, "measure", "process_noun"):
        return ("event", *deed.groups)
    soft = line.has(subject, "soft_object") and line.has(deed.verb, "build_up")
    vague = subject < deed.first and (soft or line.has(subject, "process_noun"))
    return (*deed.groups, "process") if vague else deed.groups


def _of_active(line: Line, deed: Found, subject: int | None) -> tuple[str, ...]:
    if _is_others(line, deed, subject):
        return line.verb(deed.verb)[1] if _is_one_piece(line, deed) else _duty(line, deed)
    if _is_bestowed(line, deed):
        return ("others_deed", *deed.groups)
    if deed.form == "plain" and _is_habit(line, deed, subject):
        return _habit(line, deed, subject)
    if "change" in deed.groups and _compares_times(line, deed, subject):
        return ("attain",)
    moved = deed.form == "plain" and _is_motion_of_measure(line, deed, subject)
    return ("attain",) if moved else deed.groups


def _of_complement(line: Line, deed: Found) -> tuple[str, ...]:
    """“is relevant” praises, “are able to pay” is a feature, “we have a rota” is a thing made."""
    at = deed.last
    while line.is_adverb(at):
        at += 1
    if line.has(deed.verb, "be") and line.has(at, "there_now") and line.is_stop(at + 1):
        return ("event",)
    head = head_noun(line, at, len(line))
    ours = line.text(deed.first - 1) in ("we", "there", "team")
    linked = ours or (line.has(deed.verb, "be") and line.text(at) in _ONE)
    if linked and head is not None and line.has(head, "process_noun", "soft_object", "evaluation"):
        return ("process",)
    made = line.text(at) in _ONE and head is not None and line.has(head, "artefact", "event_noun")
    if (ours and made) or (line.text(at) == "able" and line.text(at + 1) == "to"):
        return ("event",)
    praised = line.has(deed.verb, "be") and _is_quality(line, at)
    return ("process",) if praised else deed.groups


def _is_quality(line: Line, index: int) -> bool:
    """“relevant”, “harmonious”: an adjective by its ending, unless it can only be or not be."""
    closes = line.is_stop(index + 1) or line.has(index + 1, "preposition", "conjunction")
    degree = line.text(index).endswith(_QUALITY_ENDINGS) or line.has(index, "gradable")
    return closes and degree and not line.has(index, "binary")


def _compares_times(line: Line, deed: Found, subject: int | None) -> bool:
    """“Retention rises compared to Q2”: a named measure, then and now."""
    if deed.form != "plain" or subject is None or not line.has(subject, "measure"):
        return False
    return line.text(deed.last) in ("compared", "versus", "vs", "against", "over", "year-on-year")


def _is_motion_of_measure(line: Line, deed: Found, subject: int | None) -> bool:
    """“The grade moves to B”: a level reached, nothing done."""
    moved = line.has(deed.verb, "motion") and "process" not in deed.groups
    return moved and subject is not None and line.has(subject, "measure")


def _is_usual(line: Line, deed: Found) -> bool:
    """“is thought of early”, “are reviewed regularly”: from now on, no one event."""
    if line.text(deed.first) not in ("is", "are", "get", "gets"):
        return False
    if line.text(deed.first) == "are" and line.has(deed.last, "quality"):
        return True  # “requests are handled promptly”
    near = range(deed.first, deed.last + _NEAR)
    closed = takewhile(lambda at: at < deed.last or not line.has(at, "conjunction"), near)
    return any(line.has(at, "usual") for at in closed)


def _continues_quality(line: Line, before: Found, deed: Found) -> bool:
    """“is clear and documented”: the participle goes on with what has no end."""
    near = deed.first - before.last < _NEAR
    state = before.form == "state" and "attain" in before.groups
    return near and state and line.has(before.last, "quality")


def _is_habit(line: Line, deed: Found, subject: int | None) -> bool:
    """“Managers give better feedback”, “Pupils read for pleasure”: from now on."""
    if line.text(deed.first) != line.text(deed.verb):
        return line.is_modal(deed.first) and compares(line, deed.last)
    if line.is_participle(deed.verb) and not line.is_base(deed.verb):
        return False
    if compares(line, deed.last):
        return True
    if subject is None or subject >= deed.first:
        return False
    named = line.has(subject, "department") and line.words[subject].text[0].isupper()
    return named or line.has(subject, *_PEOPLE) or _goes_on(line, deed, subject)


def _goes_on(line: Line, deed: Found, subject: int) -> bool:
    """“Squads own …”, “Knowledge flows”: said of many or of no one thing, and so of every day."""
    if are_people(line, subject) and is_plural(line, subject):
        return line.text(deed.verb) == line.lemma(deed.verb)
    if line.has(subject, "measure", "artefact", "audience"):
        return False
    return line.has(subject, "process_noun", "soft_object") or (
        line.is_base(deed.verb) and is_plural(line, subject) and "ability" not in deed.groups
    )


def _habit(line: Line, deed: Found, subject: int | None) -> tuple[str, ...]:
    if "process" in deed.groups or compares(line, deed.last):
        return ("process", *deed.groups)
    if _is_one_piece(line, deed):
        return line.verb(deed.verb)[1]
    if subject is not None and not line.has(subject, *_OTHERS, "department"):
        return ("habit", *deed.groups)
    return _duty(line, deed)


def _duty(line: Line, deed: Found) -> tuple[str, ...]:
    """“Sales enters prices correctly”: from now on; “the vendor delivers the pump” is over then."""
    one = line.verb_has(deed.verb, "event") and line.has(deed.last, "determiner")
    return ("others_deed", *(() if one else ("habit",)), *deed.groups)


def _is_others(line: Line, deed: Found, subject: int | None) -> bool:
    """The subject is another organisation, and acts: “the central bank lowers its rate”."""
    able = any(line.is_modal(at) for at in range(deed.first, deed.verb))
    if deed.form != "plain" or able or subject is None or subject >= deed.first:
        return False
    return any(line.phrase_has(first, subject + 1, *_OTHERS) for first in (subject, subject - 1))


def _is_one_piece(line: Line, deed: Found) -> bool:
    """“Legal signs off the template”: over when they have done it, as one's own work is."""
    groups = line.verb(deed.verb)[1]
    head = head_noun(line, deed.last, len(line))
    if "event" not in groups or "attain" in groups or head is None:
        return False
    one = line.text(deed.last) in _ONE or line.is_third(deed.verb)
    made = one or line.has(head, "artefact", "paper")
    return made and line.text(deed.last) in _ONE_KNOWN and not line.text(head).endswith("s")


def _is_bestowed(line: Line, deed: Found) -> bool:
    """“grant renewed”, “names us”: a verdict of others."""
    return any(line.phrase_has(at, at + 2, "outside_decision") for at in (deed.verb - 1, deed.verb))
