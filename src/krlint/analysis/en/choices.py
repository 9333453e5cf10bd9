"""Who decides in an English key result, where that is its subject: powers, rivals, buyers."""

from collections.abc import Iterator

from krlint.analysis.en.acting import said_later
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.mentions import is_own
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import is_finite, plain
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.model import Evidence

_FAR = 8
"""Words between who is named and what they do; farther apart they are no one phrase."""

_LONGEST = 3
"""Words of “go through the courts”, “make the cut”."""

_LEAST = ("least", "most", "a")
_DECIDERS = ("outside_actor", "sovereign", "bestowed_thing", "submitted_thing", "company")


def choices(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“The regulator grants …”: a body outside is the subject of the first verb."""
    if reading.figures and any(p.clause == "purpose" for p in reading.predicates):
        return  # it only gates the team's own result
    for group in _DECIDERS:
        for place in reading.phrases.get(group, ()):
            verb = _verb_of(reading, text, place)
            if _opens(reading, text, place) and _decides(text, group, verb):
                yield place
                return
    yield from _named_choice(text)


def _named_choice(text: Line) -> Iterator[Evidence]:
    """“ESA picks our instrument”, “NICE recommends the device”: whoever it is decides."""
    at = int(text.text(0) == "the")
    first = at
    while at < first + _LONGEST and (text.is_name(at) or at == first):
        at += 1
    named = all(text.words[i].text[:1].isupper() for i in range(first, min(at, len(text))))
    known = any(text.has(i, "department", "team_word", "audience") for i in range(first, at))
    if not named or known or not text.text(at).endswith("s"):
        return
    of_us = text.text(at + 1) in ("us", "our")
    proper = first or at > first + 1 or text.words[first].text.isupper()
    if not proper or (not of_us and text.has(at - 1, "company", "authority", "job_title")):
        return
    groups = ("outside_choice", "verdict", "keeping") if of_us else ("recommending",)
    if (of_us or text.has(at + 1, "determiner")) and any(text.verb_has(at, g) for g in groups):
        yield Evidence(text.span(first, at))


def _opens(reading: Reading, text: Line, place: Evidence) -> bool:
    """It is not the team, nothing is done before it, and it stands behind no preposition."""
    first = word_at(reading, place.span.start) or 0
    if is_own(reading, reading.text[place.span.start : place.span.end]):
        return False
    done = (p for p in reading.predicates if p.clause in ("main", "purpose"))
    if any(p.span.start < place.span.start and p.form != "state" for p in done):
        return False
    return not any(
        text.has(at, "preposition") and text.text(at + 1) not in _LEAST for at in range(first)
    )


def _verb_of(reading: Reading, text: Line, place: Evidence) -> int:
    """What follows the name, its “'s”, “of …” and “for …” left out."""
    at = word_at(reading, place.span.end)
    if at is None:
        return len(text)
    theirs = text.text(at) in ("'s", "’s") or text.has(at - 1, "rivalling")
    at += theirs and text.is_mark(at)
    while text.is_name(at) or (theirs and text.is_noun(at) and not _is_said_of_it(text, at)):
        at += 1
    behind = at
    if text.text(at) in ("in", "at", "of", "on", "for", "to", "with"):
        while behind < at + _FAR and not is_finite(text, behind) and not text.is_stop(behind):
            behind += 1
    while text.is_modal(behind):
        behind += 1
    return behind


def _decides(text: Line, group: str, verb: int) -> bool:
    """What an actor of `group` does is for the actor alone to decide."""
    if group == "bestowed_thing":
        return _is_one_of(text, verb, "enters_force")
    if not _is_said_of_it(text, verb):
        return False
    match group:
        case "sovereign":
            judged = text.text(verb + 1) in ("for", "against", "that", "in")
            return judged or not text.has(verb, "receptive", "be", "have")
        case "outside_actor":
            of_us = text.text(verb + 1) in ("us", "our") and text.has(verb, "keeping", "verdict")
            return of_us or text.verb_has(verb, "outside_choice")
        case "submitted_thing":
            return _is_one_of(text, verb, "prevailing")
        case _ if text.verb_has(verb, "decide"):
            return text.verb_has(verb, "outside_choice")
    head = head_noun(text, plain(text, verb).last, len(text))
    return text.has(verb, "change") and head is not None and text.has(head, "price")


def _is_said_of_it(text: Line, verb: int) -> bool:
    """A finite verb, known or not (“relaxes the quota”), and no noun (“regulator queries”)."""
    if text.is_modal(verb - 1):
        return text.is_base(verb) or text.has(verb, "be")
    if is_finite(text, verb):
        return True
    if not text.text(verb).endswith("s") or text.is_mark(verb):
        return False
    if text.is_third(verb) and (not text.is_nominal(verb) or text.verb(verb)[0] > verb + 1):
        return True
    if text.has(verb + 1, "determiner") or text.text(verb + 1) in ("us", "for", "against"):
        return True
    if text.has(verb + 1, "preposition") and text.text(verb + 2) in ("us", "our"):
        return True
    return text.is_third(verb) and text.is_object(verb + 1) and not said_later(text, verb + 1)


def _is_one_of(text: Line, verb: int, group: str) -> bool:
    """The verb and the words behind it are an entry of the group: “make the cut”."""
    lemma = text.lemma(verb)
    phrases = (" ".join((lemma, *text.texts[verb + 1 : verb + n])) for n in range(1, _LONGEST + 1))
    return any(group in text.lexicon.words.get(phrase, ()) for phrase in phrases)
