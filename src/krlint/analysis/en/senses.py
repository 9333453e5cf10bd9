"""What object and subject add to the sense of an English verb."""

from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import Found
from krlint.analysis.en.words import Line
from krlint.analysis.senses import SENSES

_ONE = frozenset(("a", "an"))
_ONE_KNOWN = _ONE | {"the", "our"}
_OTHERS = ("outside_actor", "company", "authority")
_PEOPLE = (*_OTHERS, "audience", "job_title")
_NEAR = 3
"""Words between a state and the participle that shares its subject."""

_LONGEST = 30
"""Words of an object that are looked through for a comparative."""


def of_doing(line: Line, deed: Found) -> tuple[str, ...]:
    """The groups of a deed with what its object adds."""
    if deed.form != "plain":
        return deed.groups
    split = _split(line, deed)
    if split:
        return split
    if line.has(deed.verb, "make") and _compares(line, deed.last):
        return (*deed.groups, "process")
    if line.text(deed.last) in ("more", "less") and line.is_adverb(deed.last + 1):
        return (*deed.groups, "process")  # “publish more often”
    if _keeps_paper(line, deed):
        return ("attain",)
    if _acquires_one(line, deed):
        return ("event", *deed.groups)
    head = head_noun(line, deed.last, len(line))
    vague = head is not None and line.has(head, "process_noun")
    soft = head is not None and line.has(head, "soft_object")
    vague = vague or (soft and line.has(deed.verb, "build_up"))
    if vague and not {"event", "attain"}.isdisjoint(deed.groups):
        # “build trust”, “win hearts”: no thing that is there or not.
        return (*deed.groups, "process")
    return deed.groups


def _split(line: Line, deed: Found) -> tuple[str, ...]:
    """“Bring the crews together”, “put a roof in place”: the particle stands behind the object."""
    head = head_noun(line, deed.last, len(line)) if deed.last == deed.verb + 1 else None
    if head is None:
        return ()
    for length in (4, 3, 2, 1):
        phrase = " ".join((line.lemma(deed.verb), *line.texts[head + 1 : head + 1 + length]))
        known = tuple(g for g in line.lexicon.words.get(phrase, ()) if g in SENSES)
        if known and " " in phrase and not line.is_number(head + 1 + length):
            return known
    return ()


def _keeps_paper(line: Line, deed: Found) -> bool:
    """“Keep our ISO certificate”: there at the end or not."""
    if not line.has(deed.verb, "direction_keep"):
        return False
    head = head_noun(line, deed.last, len(line))
    return head is not None and line.has(head, "approval", "paper", "others_work")


def _compares(line: Line, index: int) -> bool:
    """“make the build more reliable”, “sets clearer expectations”: better by how much is open."""
    for at in range(index, min(len(line), index + _LONGEST)):
        if line.is_stop(at):
            return False
        if line.has(at, "comparative"):
            return not any(line.text(far) == "than" for far in range(at, at + _NEAR + _NEAR))
    return False


def _acquires_one(line: Line, deed: Found) -> bool:
    """“Get the export licence”, “run a survey”: one thing, that is there or not."""
    if not line.has(deed.verb, "acquire") or deed.last > deed.verb + 1:
        return False
    head = head_noun(line, deed.last, len(line))
    if head is not None and line.has(head, "event_noun", "others_work", "approval", "paper"):
        return True
    if head is not None and line.has(head, "soft_object", "process_noun"):
        return False
    counted = line.lemma(deed.verb) in ("run", "give", "find", "do", "take", "make")
    if line.text(deed.last) not in (_ONE if counted else _ONE_KNOWN):
        return False
    return head is None or not line.has(head, "process_noun", "measure", "output")


def of_statement(
    line: Line, start: int, deed: Found, before: Found | None, subject: int | None
) -> Found:
    """The deed with what its subject and the deed before it add to its sense."""
    if _is_others(line, deed, subject) and _is_one_piece(line, deed):
        return deed
    if _is_others(line, deed, subject) or _is_bestowed(line, deed):
        return deed._replace(groups=("others_deed", *deed.groups))
    if deed.form == "plain" and _is_habit(line, deed, subject):
        return deed._replace(groups=_habit(line, deed))
    if "change" in deed.groups and _compares_times(line, deed, subject):
        return deed._replace(groups=("attain",))
    if deed.form == "plain" and _is_motion_of_measure(line, deed, subject):
        return deed._replace(groups=("attain",))
    if deed.form == "passive" and _is_usual(line, deed):
        return deed._replace(groups=("process", *deed.groups))
    if deed.form != "passive" or subject is None or subject < start:
        return deed
    if line.has(deed.verb, "acquire") and not line.has(subject, "measure", "process_noun"):
        return deed._replace(groups=("event", *deed.groups))
    soft = line.has(subject, "soft_object") and line.has(deed.verb, "build_up")
    vague = subject < deed.first and (soft or line.has(subject, "process_noun"))
    if vague or (before is not None and _continues_quality(line, before, deed)):
        return deed._replace(groups=(*deed.groups, "process"))
    return deed


def _compares_times(line: Line, deed: Found, subject: int | None) -> bool:
    """“Retention rises compared to Q2”: a named measure, then and now."""
    if deed.form != "plain" or subject is None or not line.has(subject, "measure"):
        return False
    return line.text(deed.last) in ("compared", "versus", "vs", "against", "over", "year-on-year")


def _is_motion_of_measure(line: Line, deed: Found, subject: int | None) -> bool:
    """“The grade moves to B”: a level reached, nothing done."""
    return subject is not None and line.has(subject, "measure") and line.has(deed.verb, "motion")


def _is_usual(line: Line, deed: Found) -> bool:
    """“is thought of early”, “are reviewed regularly”: from now on, no one event."""
    if line.text(deed.first) not in ("is", "are", "get", "gets"):
        return False
    return any(line.has(at, "usual") for at in range(deed.first, deed.last + _NEAR))


def _continues_quality(line: Line, before: Found, deed: Found) -> bool:
    """“is clear and documented”: the participle goes on with what has no end."""
    near = deed.first - before.last < _NEAR
    state = before.form == "state" and "attain" in before.groups
    return near and state and line.has(before.last, "quality")


def _is_habit(line: Line, deed: Found, subject: int | None) -> bool:
    """“Managers give better feedback”, “The guide sets clearer expectations”: from now on."""
    if line.text(deed.first) != line.text(deed.verb):
        return line.is_modal(deed.first) and _compares(line, deed.last)
    if line.is_participle(deed.verb) and not line.is_base(deed.verb):
        return False
    if _compares(line, deed.last):
        return True
    if subject is None or subject >= deed.first:
        return False
    named = line.has(subject, "department") and line.words[subject].text[0].isupper()
    return named or line.has(subject, *_PEOPLE)


def _habit(line: Line, deed: Found) -> tuple[str, ...]:
    if "process" in deed.groups or _compares(line, deed.last):
        return ("process", *deed.groups)
    return deed.groups if _is_one_piece(line, deed) else ("others_deed", *deed.groups)


def _is_others(line: Line, deed: Found, subject: int | None) -> bool:
    """The subject is another organisation, and acts: “the central bank lowers its rate”."""
    able = any(line.is_modal(at) for at in range(deed.first, deed.verb))
    if deed.form != "plain" or able or subject is None or subject >= deed.first:
        return False
    return any(line.phrase_has(first, subject + 1, *_OTHERS) for first in (subject, subject - 1))


def _is_one_piece(line: Line, deed: Found) -> bool:
    """“Legal signs off the template”: over when they have done it, as one's own work is."""
    if "event" not in deed.groups or "attain" in deed.groups:
        return False
    head = head_noun(line, deed.last, len(line))
    one = line.text(deed.last) in _ONE_KNOWN and head is not None
    return one and not line.text(head or 0).endswith("s")


def _is_bestowed(line: Line, deed: Found) -> bool:
    """“grant renewed”, “names us”: a verdict of others."""
    return any(line.phrase_has(at, at + 2, "outside_decision") for at in (deed.verb - 1, deed.verb))
