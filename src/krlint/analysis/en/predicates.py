"""
Where an English key result says what is done.

A segment opens with an imperative (“Launch …”, “We will launch”), or it is a statement with a
finite verb or participle behind its subject (“X is documented”, “X published”), or it is a noun
phrase, whose head noun may stand for a verb (“implementation of …”).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.analysis.en.clauses import Clause, Segment, clauses, segments
from krlint.analysis.en.commands import is_imperative
from krlint.analysis.en.nouns import head_noun, named_deed
from krlint.analysis.en.questions import asked_verb, open_question
from krlint.analysis.en.senses import of_doing
from krlint.analysis.en.statements import of_statement
from krlint.analysis.en.verbs import (
    Found,
    ends_statement,
    is_finite,
    plain,
    resolved,
)
from krlint.analysis.en.words import Line
from krlint.model import Lexicon, Predicate

_FAR = 8
"""Words between “get X” and what X is to do; more would be another clause."""

_JOINS = frozenset((",", "and", "or", "&", "/", "then", "while", "also"))


class _Stated(NamedTuple):
    """A deed with its clause, and whether it has a finite verb."""

    deed: Found
    clause: Clause
    finite: bool


def predicates(text: Line, lexicon: Lexicon) -> tuple[Predicate, ...]:
    """The verbs and verbal nouns of the text, in order, each with its form and clause."""
    clause = clauses(text)
    return tuple(
        Predicate(
            text.span(deed.first, deed.last),
            text.lemma(deed.verb),
            deed.form,
            where,
            of_doing(text, deed),
        )
        for segment in segments(text)
        for deed, where in _deeds(text, segment, clause)
    )


def _deeds(
    text: Line, segment: Segment, clause: Sequence[Clause]
) -> Iterator[tuple[Found, Clause]]:
    asked = tuple(open_question(text, segment))
    yield from asked
    if asked and asked[0][0].form == "noun" and text.text(segment.last) == "?":
        return  # “Mail archive?”
    start, end = _start(text, segment), segment.last
    opening = _opening(text, start, end) if start < end else None
    stated = () if opening or start >= end else _statements(text, start, end, clause)
    if opening is not None:
        yield _sharing(text, opening, end), "main"
        if opening.form == "passive":
            stated = _statements(text, opening.last - 1, end, clause)
        yield from _coordinated(text, opening.last, end, clause)
    elif start < end and all(found.clause in ("condition", "relative") for found in stated):
        named = named_deed(text, start, end)
        felt = any(True for _ in _felt(text, start, end, clause))
        if named is not None and not (felt and "event" in named.groups):
            yield named, "main" if clause[start] == "purpose" else clause[start]
    yield from ((found.deed, found.clause) for found in stated)
    yield from _means(text, start, end)
    yield from ((felt, "main") for felt in _felt(text, start, end, clause))


def _sharing(text: Line, opening: Found, end: int) -> Found:
    """“document and evangelize the design” is as endless as its second verb."""
    second = opening.last + 1
    if text.text(opening.last) not in ("and", "&", "/") or second >= end:
        return opening
    groups = text.verb(second)[1] if text.is_base(second) else ()
    if "process" not in groups or not {"event", "attain"}.isdisjoint(groups):
        return opening
    return opening._replace(groups=("process", *opening.groups))


def _felt(text: Line, start: int, end: int, clause: Sequence[Clause]) -> Iterator[Found]:
    """“messages that people understand”: done when people say so, as a quality is."""
    for at in range(start + 1, end):
        within = clause[at] == "relative" or text.has(at - 1, "pronoun")
        finite = is_finite(text, at) or text.has(at - 1, "pronoun", "audience")
        finite = finite or text.is_adverb(at - 1) or text.is_modal(at - 1)
        finite = finite or (text.text(at - 1).endswith("s") and text.is_base(at))
        finite = finite or text.text(at - 1) in ("that", "which", "who")
        valued = text.has(at, "felt") or _is_endless(text, at)
        if within and valued and finite:
            yield plain(text, at)._replace(form="state", groups=("process",))
            return


def _is_endless(text: Line, at: int) -> bool:
    """“a community that helps itself”: what the thing is to do has no end either."""
    groups = () if text.is_auxiliary(at) else text.verb(at)[1]
    return not {"process", "change"}.isdisjoint(groups) and "event" not in groups


def _start(text: Line, segment: Segment) -> int:
    """Behind “By 31 May,”, “We will”, “Successfully”."""
    index, end = segment
    if text.text(end) == "?" and text.is_auxiliary(index) and not text.has(index, "asking"):
        return asked_verb(text, segment)
    if text.has(index, "preposition", "condition") or text.text(index) in ("using", "where"):
        index = next((at + 1 for at in range(index, end) if text.text(at) == ","), index)
    while index < end and (text.is_mark(index) or text.is_adverb(index)):
        index += 1
    after = index
    while after < end and text.has(after, "lead_in"):
        after += 1
    having = text.text(after) == "have" and text.text(after - 1) == "we"
    perfect = having or (text.text(after) == "have" and text.is_participle(after + 1))
    led = text.is_base(after) and text.text(after - 1) not in ("the", "our", "team")
    return after if led and after < end and not perfect else index


def _opening(text: Line, index: int, end: int) -> Found | None:
    """The verb that opens a segment, or None where it opens with a noun phrase."""
    if is_imperative(text, index, end):
        return _asked(text, index, end)
    if text.text(end) == "?" and text.is_verb(index):
        asked = plain(text, index)
        # “Is our data used?” is a matter of degree, “Did we ship it?” is none.
        endless = "event" not in asked.groups
        return asked._replace(groups=("process", *asked.groups)) if endless else asked
    past = text.is_participle(index)
    if past and (text.text(index + 1) in ("by", "with") or text.is_mark(index + 1)):
        return resolved(text, index)  # “reviewed by the board”, behind a colon
    if (past or text.is_gerund(index)) and (
        text.has(index + 1, "determiner") or text.is_number(index + 1)
    ):
        return plain(text, index)
    return None


def _asked(text: Line, index: int, end: int) -> Found:
    """The imperative at `index`; “get X to run”, “get X released” rest on the second verb."""
    asking = plain(text, index)
    if text.has(index, "catenative") and text.text(index + 1) == "to" and text.is_base(index + 2):
        onward = plain(text, index + 2)
        return onward._replace(groups=("process", *onward.groups))
    if "request" not in asking.groups:
        return asking
    for at in range(asking.last, min(asking.last + _FAR, end)):
        asks = text.text(at - 1) == "to" or text.lemma(index) in ("have", "let")
        if asks and at > asking.last and text.is_base(at) and not text.is_mark(at - 1):
            return Found(index, asking.last, at, "request", text.verb(at)[1])
        at_once = at == asking.last and not text.is_noun(at + 1)
        if text.is_participle(at) and (at_once or ends_statement(text, at)):
            last, groups = text.verb(at)
            return Found(index, last, at, "plain", groups)
    return asking


def _coordinated(
    text: Line, index: int, end: int, clause: Sequence[Clause]
) -> Iterator[tuple[Found, Clause]]:
    """Further imperatives behind “and” or a comma, and the verbs of the clauses under them."""
    at = index
    while at < end:
        found = _further(text, at, index, end, clause[at])
        if found is not None:
            yield found, clause[at]
        at = max(at + 1, found.last if found is not None else 0)


def _further(text: Line, at: int, index: int, end: int, where: Clause) -> Found | None:
    joined = text.text(at - 1) in _JOINS and where != "relative"
    if joined and text.is_base(at) and (at == index + 1 or is_imperative(text, at, end)):
        return plain(text, at)
    if where == "purpose" and text.text(at - 1) == "to" and text.is_base(at):
        return plain(text, at)
    return resolved(text, at) if where != "main" and is_finite(text, at) else None


def _means(text: Line, index: int, end: int) -> Iterator[tuple[Found, Clause]]:
    """“by creating …” is what is done, whatever it improves."""
    for at in range(index, end):
        if text.text(at - 1) == "by" and text.is_gerund(at):
            yield plain(text, at), "main"


# --- Statements --------------------------------------------------------------------------------


def _statements(text: Line, start: int, end: int, clause: Sequence[Clause]) -> tuple[_Stated, ...]:
    """The finite verbs and final participles behind a subject."""
    found: list[_Stated] = []
    subject = None
    index = start + 1
    while index < end:
        finite = is_finite(text, index)
        if not finite and not ends_statement(text, index) and not _joins(text, index, found):
            index += 1
            continue
        before = found[-1].deed if found else None
        subject = subject if found else head_noun(text, start, index)
        deed = of_statement(text, start, resolved(text, index), before, subject)
        found.append(_Stated(deed, clause[index], finite))
        index = max(deed.last, index + 1)
    return tuple(_reduced(text, found, at) for at in range(len(found)))


def _joins(text: Line, index: int, found: Sequence[_Stated]) -> bool:
    """“is defined, documented, and shared”, “platforms measure and improve”."""
    if text.text(index - 1) not in (",", "and", "or", "&", "/"):
        return False
    if found and text.has(found[-1].deed.verb, "copular"):
        return False  # “feel supported and valued”
    if text.is_participle(index) and not text.is_noun(index + 1):
        return bool(found) or text.text(index + 1) in ("by", "with")
    if not found or not text.is_base(index):
        return False
    return text.is_base(found[-1].deed.verb) and found[-1].deed.last == index - 1


def _reduced(text: Line, found: Sequence[_Stated], index: int) -> _Stated:
    """A participle before the verb of its statement only describes: “defects caused by X fell”."""
    stated = found[index]
    if stated.clause != "main" or stated.finite:
        return stated
    later = [other for other in found[index + 1 : index + 3] if other.clause == "main"]
    if any(other.finite for other in later):
        return stated._replace(clause="relative")
    if not later:
        return stated
    between = {text.text(at) for at in range(stated.deed.last, later[0].deed.first)}
    joined = not between.isdisjoint((",", "and", "or"))
    return stated if joined else stated._replace(clause="relative")
