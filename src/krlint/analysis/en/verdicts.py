"""Where an English key result is the passive of what only others do."""

from collections.abc import Iterator
from itertools import takewhile

from krlint.analysis.en.measures import word_at
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.outsiders import gives_away, is_outsider
from krlint.analysis.en.verbs import is_finite
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Predicate

_FAR = 8
"""Words between a passive and its agent."""

_SHORT = 3
"""Words of a name with its article."""

_CHOSEN_BEHIND = ("as", "among", "by", "for")
_ADMITTED_BEHIND = ("as", "into", "onto", "to", "for", "among")
_NAMED_BEHIND = ("in", "best", "top", "#", "one", "most")


def bestowed(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Trademark granted”, “is funded by parliament”: the passive of what only others do."""
    for predicate in reading.predicates:
        if predicate.clause != "main" or not _is_done_to(reading, predicate):
            continue
        groups = reading.lexicon.words.get(predicate.lemma, ())
        agent = _agent(reading, text, predicate.span.end, printed="printing" in groups)
        by_outsider = agent is not None and is_outsider(text, agent)
        chosen = "outside_choice" in groups or "decide" in groups
        given = "bestowal" in groups or _is_bestowable(reading, text, predicate)
        if agent is None and gives_away(reading, text, predicate.span.end):
            continue
        chosen = chosen or ("event" in predicate.groups and _is_power(text, agent))
        if (chosen and by_outsider) or (given and (agent is None or by_outsider)):
            yield Evidence(predicate.span)


def _is_power(text: Line, first: int | None) -> bool:
    """“registered by the EUIPO”: one of those whose every deed is their own affair."""
    words = () if first is None else range(first, first + _SHORT)
    return any(text.has(at, "sovereign") for at in words)


def _is_done_to(reading: Reading, predicate: Predicate) -> bool:
    """“is accepted”, or “get our talk accepted”."""
    if predicate.form == "passive" or (predicate.form == "state" and "event" in predicate.groups):
        return True
    words = reading.text[predicate.span.start : predicate.span.end].lower().split()
    return words[0] in ("get", "have") and len(words) > 2


def _is_bestowable(reading: Reading, text: Line, predicate: Predicate) -> bool:
    """Its subject is a right, a law or an entry; not “applications approved within 5 days”."""
    first = word_at(reading, predicate.span.start) or 0
    opens = predicate.form == "plain"
    last = word_at(reading, predicate.span.end - 1) or 0
    words = range(1, min(last, _FAR)) if opens else range(max(0, first - _FAR), first)
    subject = tuple(takewhile(lambda at: not text.has(at, "unsubject"), words))
    groups = reading.lexicon.words.get(predicate.lemma, ())
    decided = not {"outside_choice", "decide"}.isdisjoint(groups)
    law = decided and any(text.has(at, "bestowed_thing") for at in subject)
    ruled = "ruling" in groups and any(text.has(at, "legal_matter") for at in subject)
    ours = any(text.text(at) == "our" for at in subject)
    handed_in = ("submitted_thing", "submitted_too") if ours else ("submitted_thing",)
    chosen = "selecting" in groups and any(text.has(at, *handed_in) for at in subject)
    return law or ruled or chosen


def _agent(reading: Reading, text: Line, position: int, *, printed: bool) -> int | None:
    """The word behind the “by” of a passive, or the press in which it is `printed`, if any."""
    behind = word_at(reading, position)
    if behind is None:
        return None
    near = range(behind, min(behind + _FAR, len(text)))
    agent = next((at + 1 for at in near if text.text(at) == "by"), None)
    if agent is not None:
        return agent
    placed = printed and text.text(behind) in ("in", "on")
    head = head_noun(text, behind + 1, len(text)) if placed else None
    return head if head is not None and text.has(head, "press", "outside_actor") else None


def verdict(text: Line) -> Iterator[Evidence]:
    """“Named a Leader”, “be recognised as”, “Accepted into”: what others make of the team."""
    at = 0
    while text.is_mark(at) and at < len(text):
        at += 1
    if text.text(at) in ("be", "get", "become", "being"):
        at += 1
    for verb in range(1, len(text)):
        if text.text(verb + 1) == "us" and text.has(verb, "verdict") and is_finite(text, verb):
            yield Evidence(text.span(verb, verb + 2))
    past = text.is_participle(at) and not text.is_base(at)
    if past and (_is_named(text, at) or _is_admitted(text, at)):
        yield Evidence(text.span(at, at + 1))


def _is_named(text: Line, at: int) -> bool:
    named = text.has(at + 1, "determiner", "quality") or text.text(at + 1) in _NAMED_BEHIND
    named = (named or text.is_number(at + 1)) and text.has(at, "naming")
    return named or (text.has(at, "verdict") and text.text(at + 1) in _CHOSEN_BEHIND)


def _is_admitted(text: Line, at: int) -> bool:
    """“Accepted into the programme”, “Awarded a grant”, “Acquired by …”."""
    behind = at + 1
    while text.is_adverb(behind):
        behind += 1
    if text.has(at, "printing") and text.text(behind) in ("in", "on", "by"):
        return is_outsider(text, behind + 1)
    if text.has(at, "taking_over"):
        return text.text(behind) == "by" and text.text(behind + 1) not in ("us", "our")
    if text.has(at, "admitting"):
        return text.text(behind) in _ADMITTED_BEHIND
    head = head_noun(text, behind, len(text)) if text.has(at, "bestowal") else None
    return head is not None and text.has(head, "honour", "favour", "paper")
