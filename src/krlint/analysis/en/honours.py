"""What an English key result hopes to win: honours, rights, places on a list, coverage."""

from collections.abc import Iterator

from krlint.analysis.en.clauses import clauses
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.outsiders import gives_away, is_outsider
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Evidence, Span

_FAR = 8
"""Words between what is won and who gives it; farther apart they are no one phrase."""

_INTO = ("by", "in", "into", "on", "at", "from", "for", "to", "of", "about")
_GIVEN = ("honour", "favour", "approval", "paper")


def honours(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“featured on …”, “award won”: bestowed by somebody who owes the team nothing."""
    places = reading.phrases.get("outside_decision", ())
    where = clauses(text) if places else ()
    for place in places:
        at = word_at(reading, place.span.start)
        if at is None or where[at] != "main" or not _ends_phrase(reading, text, place):
            continue
        if not gives_away(reading, text, place.span.end):
            yield place
    for at in range(len(text)):
        title = text.is_noun(at) and not text.has(at, "part_of_time")
        if title and text.texts[at + 1 : at + 4] == ("of", "the", "year"):
            yield Evidence(text.span(at, at + 4))
    if not reading.predicates:
        yield from (p for p in reading.phrases.get("honour", ()) if _ends_phrase(reading, text, p))
        yield from _given(text)
    yield from _rights(reading, text)


def _rights(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“FDA approval”, “state subsidy stays”: what a power outside grants."""
    plain = (p for p in reading.predicates if p.form == "plain")
    if any(word_at(reading, p.span.start) == 0 for p in plain):
        return
    for place in reading.phrases.get("sovereign", ()):
        behind = word_at(reading, place.span.end)
        if behind is None or text.is_noun(behind + 1):
            continue
        if text.has(behind, *(_GIVEN if not reading.predicates else ("favour",))):
            yield Evidence(Span(place.span.start, text.words[behind].span.end))


def _given(text: Line) -> Iterator[Evidence]:
    """“Positive opinion from the EMA”, “five stars by the guide”, “favourable verdict”."""
    for at in range(1, len(text)):
        given = text.text(at) in ("from", "by") and text.has(at - 1, *_GIVEN)
        if given and is_outsider(text, at + 1):
            yield Evidence(text.span(at - 1, at))
        if text.has(at - 1, "propitious") and text.has(at, "favour"):
            yield Evidence(text.span(at - 1, at + 1))


def _ends_phrase(reading: Reading, text: Line, place: Evidence) -> bool:
    """“Regional safety award”; not “award entries”."""
    behind = word_at(reading, place.span.end)
    return behind is None or not (text.is_noun(behind) or text.is_gerund(behind))


def won(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Win the tender”, “receive a star from the guide”: somebody else has it to give."""
    where = clauses(text)
    done = [p.span for p in reading.predicates if p.clause == "main"]
    for at in range(len(text)):
        if where[at] != "main" or not text.has(at, "winning", "contending") or text.is_gerund(at):
            continue
        start = text.words[at].span.start
        if any(span.end <= start for span in done):
            return
        last = head_noun(text, at + 1, len(text))
        if last is not None and _is_theirs(reading, text, at, last):
            doing = (span for span in done if span.start <= start < span.end)
            yield Evidence(next(doing, text.span(at, at + 1)))


def _is_theirs(reading: Reading, text: Line, verb: int, last: int) -> bool:
    """What is won, which ends at the word `last`, is not for the team to make."""
    if text.text(last + 1) == "per":
        return False
    if text.verb_has(verb, "contending") and text.has(last, "contest"):
        return True
    if text.lemma(verb) == "win" and text.has(last, "tendered") and not reading.figures:
        return True
    if not text.has(verb, "winning"):
        return False
    if text.has(last, "honour"):
        return True
    source = next((at for at in range(last, last + _FAR) if text.text(at) == "from"), None)
    outsiders = source is not None and is_outsider(text, source + 1)
    theirs = outsiders or is_outsider(text, verb + 1, last)
    if theirs and (text.has(last, *_GIVEN) or (outsiders and text.is_name(last))):
        return True
    return text.has(last, "favour") and text.is_name(last - 1)  # “a Horizon grant”


def ranked(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Top 50 of the Times ranking”: others draw up the list."""
    if any(p.form == "plain" and sense(p) == "event" for p in reading.predicates):
        return
    for at in range(1, len(text)):
        best = text.text(at) in ("list", "lists") and text.text(at - 1).startswith(("best", "top"))
        if not (best or text.has(at, "ranking")) or text.is_noun(at + 1):
            continue
        first = at
        while text.is_noun(first - 1) or text.text(first - 1) in ("'s", "’s"):
            first -= 1
        words = range(first, at)
        if any(text.has(word, "own_list") for word in words):
            continue
        if any(text.is_name(i) or text.has(i, "wide", "press", "outside_actor") for i in words):
            yield Evidence(text.span(first, at + 1))


def coverage(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Coverage in 5 newspapers”, “win a story on national radio”: what the press prints."""
    doing = next((p for p in reading.predicates if p.clause == "main"), None)
    light = doing is not None and "acquire" in reading.lexicon.words.get(doing.lemma, ())
    if doing is not None and sense(doing) != "attain" and not light:
        return
    for at in range(len(text)):
        if not text.has(at, "coverage") or text.text(at + 1) not in _INTO:
            continue
        near = range(at + 2, min(at + _FAR, len(text)))
        of_us = text.text(at + 2) in ("us", "our")
        if any(text.has(far, "press") or (of_us and text.is_name(far)) for far in near):
            yield Evidence(text.span(at, at + 1))
