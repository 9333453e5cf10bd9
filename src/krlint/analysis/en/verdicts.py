"""Where an English key result asks for the verdict of others: honours, rights, coverage."""

from collections.abc import Iterator
from itertools import takewhile

from krlint.analysis.en.clauses import clauses
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import is_finite
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Evidence, Predicate, Quantity, Span

_FAR_AGENT = 8
"""Words between a passive and its agent, and of the agent itself."""

_INTO = ("by", "in", "into", "on", "at", "from", "for", "to")
_CHOSEN_BEHIND = ("as", "among", "by", "for")
_NAMED_BEHIND = ("in", "best", "top", "#", "one", "most")


def honours(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“featured on …”, “award won”: bestowed by somebody who owes the team nothing."""
    places = reading.phrases.get("outside_decision", ())
    where = clauses(text) if places else ()
    for place in places:
        at = word_at(reading, place.span.start)
        if at is None or where[at] != "main" or not _ends_phrase(reading, text, place):
            continue
        if not _gives(reading, text, place.span.end):
            yield place
    for at in range(len(text)):
        title = text.is_noun(at) and not text.has(at, "part_of_time")
        if title and text.texts[at + 1 : at + 4] == ("of", "the", "year"):
            yield Evidence(text.span(at, at + 4))
    if not reading.predicates:
        yield from (p for p in reading.phrases.get("honour", ()) if _ends_phrase(reading, text, p))
        yield from _rights(reading, text)


def _rights(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“FDA approval”, “court clearance”: what a power outside grants, as a bare phrase."""
    for place in reading.phrases.get("sovereign", ()):
        behind = word_at(reading, place.span.end)
        if behind is not None and text.has(behind, "approval", "paper"):
            yield Evidence(Span(place.span.start, text.words[behind].span.end))


def _ends_phrase(reading: Reading, text: Line, place: Evidence) -> bool:
    """“Regional safety award”; not “award entries”."""
    behind = word_at(reading, place.span.end)
    return behind is None or not (text.is_noun(behind) or text.is_gerund(behind))


def _gives(reading: Reading, text: Line, end: int) -> bool:
    """“grants awarded to 40 schools”, “licences granted within 10 days”: the team's own gift."""
    behind = word_at(reading, end)
    away = behind is not None and text.text(behind) == "to" and text.text(behind + 1) != "us"
    return away or any(_is_own_pace(quantity) for quantity in reading.figures)


def _is_own_pace(quantity: Quantity) -> bool:
    limit = quantity.comparator in ("<", "<=") and quantity.kind != "rank"
    return quantity.kind == "percent" or limit


def contests(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Our design wins the competition”, “win both appeals”: a jury or a court says so."""
    for predicate in reading.predicates:
        if predicate.clause != "main" or predicate.lemma != "win":
            continue
        behind = word_at(reading, predicate.span.end)
        head = None if behind is None else head_noun(text, behind, len(text))
        if head is not None and text.has(head, "contest"):
            yield Evidence(predicate.span)


def bestowed(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Trademark granted”, “is funded by parliament”: the passive of what only others do."""
    for predicate in reading.predicates:
        if predicate.clause != "main" or not _is_done_to(reading, predicate):
            continue
        groups = reading.lexicon.words.get(predicate.lemma, ())
        agent = _agent(reading, text, predicate.span.end, printed="printing" in groups)
        by_outsider = agent is not None and _is_outsider(text, agent)
        chosen = "outside_choice" in groups or "decide" in groups
        given = "bestowal" in groups or _is_bestowable(reading, text, predicate)
        if agent is None and _gives(reading, text, predicate.span.end):
            continue
        if (chosen and by_outsider) or (given and (agent is None or by_outsider)):
            yield Evidence(predicate.span)


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
    words = range(1, min(last, _FAR_AGENT)) if opens else range(max(0, first - _FAR_AGENT), first)
    subject = tuple(takewhile(lambda at: not text.has(at, "unsubject"), words))
    groups = reading.lexicon.words.get(predicate.lemma, ())
    decided = not {"outside_choice", "decide"}.isdisjoint(groups)
    law = decided and any(text.has(at, "bestowed_thing") for at in subject)
    return law or ("selecting" in groups and any(text.has(at, "submitted_thing") for at in subject))


def _agent(reading: Reading, text: Line, position: int, *, printed: bool) -> int | None:
    """The word behind the “by” of a passive, or the press in which it is `printed`, if any."""
    behind = word_at(reading, position)
    if behind is None:
        return None
    near = range(behind, min(behind + _FAR_AGENT, len(text)))
    agent = next((at + 1 for at in near if text.text(at) == "by"), None)
    if agent is not None:
        return agent
    placed = printed and text.text(behind) in ("in", "on")
    head = head_noun(text, behind + 1, len(text)) if placed else None
    return head if head is not None and text.has(head, "press", "outside_actor") else None


def _is_outsider(text: Line, first: int) -> bool:
    words = range(first, min(first + _FAR_AGENT, len(text)))
    groups = ("outside_actor", "sovereign", "press")
    return any(text.phrase_has(at, at + n, *groups) for at in words for n in (1, 2, 3))


def verdict(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Named a Leader”, “be recognised as”, “Ranked #3 by”: what others call the team."""
    at = 0
    while text.is_mark(at) and at < len(text):
        at += 1
    if text.text(at) in ("be", "get", "become", "being"):
        at += 1
    for verb in range(1, len(text)):
        if text.text(verb + 1) == "us" and text.has(verb, "verdict") and is_finite(text, verb):
            yield Evidence(text.span(verb, verb + 2))
    past = text.is_participle(at) and not text.is_base(at)
    if not past or not text.has(at, "verdict"):
        return
    named = text.has(at + 1, "determiner", "quality") or text.text(at + 1) in _NAMED_BEHIND
    named = (named or text.is_number(at + 1)) and text.has(at, "naming")
    if named or text.text(at + 1) in _CHOSEN_BEHIND:
        yield Evidence(text.span(at, at + 1))


def coverage(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Coverage in 5 newspapers”, “win a story on national radio”: what the press prints."""
    doing = next((p for p in reading.predicates if p.clause == "main"), None)
    light = doing is not None and "acquire" in reading.lexicon.words.get(doing.lemma, ())
    if doing is not None and sense(doing) != "attain" and not light:
        return
    for at in range(len(text)):
        if not text.has(at, "coverage") or text.text(at + 1) not in _INTO:
            continue
        near = range(at + 2, min(at + _FAR_AGENT, len(text)))
        if any(text.has(far, "press") for far in near):
            yield Evidence(text.span(at, at + 1))
