"""English verbs in their places: finite verbs, and participles that end a statement."""

from typing import Literal, NamedTuple

from krlint.analysis.en.subjects import are_people, has_agent, is_plural, may_be_subject
from krlint.analysis.en.words import Line

Form = Literal["plain", "state", "request", "noun", "passive"]

_FAR = 12
"""Words within which a subject shows its verb."""

_LONGEST_READY = 3
_AFTER_STATE = frozenset(
    ("and", "or", "so", "once", "if", "unless", "when", "using", "who", "that", "which")
)


class Found(NamedTuple):
    """The words `first` to `last` (not included) of a predicate; `verb` carries its meaning."""

    first: int
    last: int
    verb: int
    form: Form
    groups: tuple[str, ...]


def plain(line: Line, index: int) -> Found:
    """The verb at `index` with its particles, as a doing."""
    last, groups = line.verb(index)
    return Found(index, last, index, "plain", groups)


# --- Finite verbs ------------------------------------------------------------------------------


def is_finite(line: Line, index: int) -> bool:
    """A verb with a subject before it: an auxiliary, or the third person."""
    before, after = index - 1, index + 1
    if line.is_auxiliary(index) and line.text(index) != "having":
        return True
    if before < 0 or line.has(before, "determiner", "preposition"):
        return False
    if line.text(before) in ("and", ","):
        return False
    if line.text(after) in ("up", "down") and line.is_gerund(index):
        return True  # “tickets trending down”
    if not line.is_verb(index):
        return line.is_noun(index) and _is_unknown_verb(line, index)
    if line.is_third(index):
        return may_be_subject(line, before) and _is_third_person(line, index)
    return line.is_base(index) and is_plural(line, before) and _is_plural_verb(line, index)


def _is_third_person(line: Line, index: int) -> bool:
    """“sends”, and “reports the fault”, “rises to”; not “Legal Services”, “error reports”."""
    before, after = index - 1, index + 1
    if line.is_name(index) and line.is_name(before):
        return False
    if line.is_nominal(index) and line.is_number(before) and line.has(after + 1, "unit"):
        return False  # “300 scans a month”
    if not line.is_nominal(index) or _takes_object(line, after) or _moves(line, index):
        return True
    return line.verb(index)[0] > after and not line.has(after, "unsubject")


def _is_plural_verb(line: Line, index: int) -> bool:
    """“we send”, and “clerks report the fault”; not “clerks report out”."""
    after = index + 1
    if not line.is_nominal(index) or _takes_object(line, after) or line.is_adverb(after):
        return True
    if line.text(after) in ("and", "to"):
        return line.is_base(after + 1)
    return has_agent(line, index) and _takes_bare_object(line, index)


def _is_unknown_verb(line: Line, index: int) -> bool:
    """“staples our forms”, “Guests rave about it”, “Trust ripples across …”: by its neighbours."""
    before, after = index - 1, index + 1
    third = line.text(index).endswith("s")
    counted = line.is_number(before) or line.has(before, "determiner", "preposition")
    if third and not counted and line.has(after, "owner") and not line.has(after + 1, "unit"):
        return True  # not “files a week”
    if line.groups[index] or not line.is_stop(before - 1):
        return False
    if not (line.has(after, "going_on") or line.is_adverb(after)):
        return False
    if third:
        return line.has(before, "process_noun", "soft_object")
    return line.text(before).endswith("s") and are_people(line, before)


def _takes_object(line: Line, index: int) -> bool:
    return line.has(index, "determiner", "pronoun") or line.is_number(index)


def _takes_bare_object(line: Line, index: int) -> bool:
    """“sign discharge letters”, “act on requests”; not “review meetings held”."""
    last, _ = line.verb(index)
    if last == index + 1 and not line.is_noun(last):
        return False
    return not ends_as_statement(line, last, len(line))


def _moves(line: Line, index: int) -> bool:
    """“satisfaction increases from …”, “the guide sets clearer expectations”."""
    before, after = index - 1, index + 1
    if not line.text(before).endswith("s") and line.text(after) in ("from", "to"):
        return True
    if line.has(index, "change") and line.has(before, "measure", "process_noun"):
        closes = line.is_mark(after) or line.has(after, "preposition") or line.is_adverb(after)
        return closes and not line.text(before).endswith("s")
    return line.has(after, "comparative")


def is_perfect(line: Line, index: int) -> bool:
    """A participle behind “have”, “run” and “come” among them."""
    return line.is_participle(index) or line.has(index, "same_participle")


def ends_as_statement(line: Line, index: int, end: int) -> bool:
    """A finite verb or participle follows, so that what stands before is its subject."""
    for at in range(index, min(end, index + _FAR)):
        if line.has(at, "clause_opener") or line.text(at) == ",":
            return False
        if (at > index and is_finite(line, at)) or ends_statement(line, at):
            return True
    return False


# --- End states --------------------------------------------------------------------------------


def ends_statement(line: Line, index: int) -> bool:
    """A participle or “live”, “in place” behind its noun: “X published”, “desk open”."""
    before, after = index - 1, index + 1
    if before < 0 or line.has(before, "determiner", "preposition", "conjunction"):
        return False
    if not may_be_subject(line, before) and line.text(before) != "%":
        return False
    length = _ready(line, index)
    if length:
        return _closes(line, index + length)
    if not line.is_participle(index):
        return False
    return _closes(line, after) or line.is_number(after) or line.has(after, "determiner")


def _ready(line: Line, index: int) -> int:
    """How many words of an end state (“live”, “in place”) stand at `index`; 0 if none."""
    if line.is_base(index) and line.has(index + 1, "determiner"):
        return 0  # “Leaders live our values”
    for length in range(_LONGEST_READY, 0, -1):
        if line.phrase_has(index, index + length, "ready"):
            return length
    return 0


def _is_binary(line: Line, index: int) -> bool:
    """“playable”, “downloadable”: it can be done or not, unless praise (“usable”)."""
    text = line.text(index)
    possible = len(text) > 5 and text.endswith(("able", "ible"))
    return possible and not line.has(index, "quality", "process_noun", "gradable")


def _closes(line: Line, index: int) -> bool:
    return (
        line.is_mark(index)
        or line.has(index, "preposition")
        or line.is_adverb(index)
        or line.text(index) in _AFTER_STATE
    )


def resolved(line: Line, index: int) -> Found:
    """The predicate whose first finite word is at `index`, with its auxiliaries."""
    at, passive = index, False
    while line.is_auxiliary(at) or line.is_adverb(at):
        passive = line.has(at, "be") or (passive and line.is_adverb(at))
        at += 1
    if at == index:
        return _bare(line, index)
    length = _ready(line, at) or int(passive and _is_binary(line, at))
    if length:
        return Found(index, at + length, at, "state", ("event",))
    last, groups = line.verb(at) if at < len(line) else (at, ())
    valued = line.text(at - 1) == "well"
    if passive and (line.is_participle(at) or (valued and line.has(at, "same_participle"))):
        return Found(index, last, at, "passive", (*groups, "process") if valued else groups)
    perfect = line.has(at - 1, "have") and is_perfect(line, at)
    if line.is_gerund(at) if passive else line.is_verb(at) or perfect:
        if line.text(index) == "can" and "process" not in groups:
            groups = (*groups, "event")  # “Users can save drafts” is a feature
        # “We are measuring” goes on; “we will measure” is done once.
        return Found(index, last, at, "plain", ("process", *groups) if passive else groups)
    return Found(index, at, at - 1, "state", ("attain",))


def _bare(line: Line, index: int) -> Found:
    length = _ready(line, index)
    if length:
        return Found(index, index + length, index, "state", ("event",))
    last, groups = line.verb(index)
    habit = line.is_base(index) and are_people(line, index - 1) and line.text(last) != "by"
    past = line.is_participle(index) and not line.is_third(index) and not habit
    if line.is_base(index) and not past:
        # “Our platforms measure …” is what they do all the time.
        return Found(index, last, index, "plain", ("attain", *(g for g in groups if g != "event")))
    moved = last > index + 1 and line.has(last - 1, "unsubject")
    if past and (moved or not (line.has(last, "determiner") or line.is_number(last))):
        return Found(index, last, index, "passive", groups)
    return Found(index, last, index, "plain", ("attain",) if groups == ("phrasal",) else groups)
