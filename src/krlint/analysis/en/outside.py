"""Where an English key result leaves it to others whether it is met."""

from collections.abc import Iterator
from functools import lru_cache

from krlint.analysis.en import verdicts
from krlint.analysis.en.acting import behind_phrase
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import is_finite, plain
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Span

_OPENING = 4
"""Words within which a subject stands: “Wholesale diesel price falls …”."""

_DECIDERS = ("outside_actor", "sovereign", "bestowed_thing", "company")


@lru_cache(maxsize=16)
def outside(reading: Reading) -> tuple[Evidence, ...]:
    """The places where somebody or something else decides whether the whole is met."""
    text: Line = reading.line
    if _gates_own(text):
        return ()
    return (
        *verdicts.honours(reading, text),
        *_forces(reading, text),
        *_fate(reading, text),
        *_left_to_fate(text),
        *_choices(reading, text),
        *verdicts.bestowed(reading, text),
        *verdicts.contests(reading, text),
        *verdicts.verdict(reading, text),
        *verdicts.coverage(reading, text),
    )


def _gates_own(text: Line) -> bool:
    """“… in time for us to open”: it only gates what the team does then."""
    return any(
        text.texts[at : at + 3] == ("in", "time", "for") and text.text(at + 3) in ("us", "our")
        for at in range(len(text))
    )


def _fate(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“thanks to lower oil prices”, with what it is owed to."""
    for place in reading.phrases.get("depends_on_fate", ()):
        behind = word_at(reading, place.span.end)
        last = head_noun(text, behind, len(text)) if behind is not None else None
        end = place.span.end if last is None else text.words[last].span.end
        owed = Span(place.span.start, end)
        if "to" not in reading.text[place.span.start : place.span.end].split() or any(
            owed.start < fate.span.start < owed.end
            for group in ("outside_force", "outside_actor", "sovereign")
            for fate in reading.phrases.get(group, ())
        ):
            yield Evidence(owed)


def _forces(reading: Reading, text: Line) -> Iterator[Evidence]:
    """A price, a currency or the weather is the subject."""
    for place in reading.phrases.get("outside_force", ()):
        if any(p.span.start < place.span.start for p in reading.predicates):
            continue
        behind = word_at(reading, place.span.end) or 0
        if 0 < behind <= _OPENING and _moves_itself(text, behind):
            yield place


def _moves_itself(text: Line, index: int) -> bool:
    """“Oil falls”, “rain below 20 mm”; not “oil changed”, “wind farm”."""
    if text.has(index, "change", "motion"):
        return True
    if is_finite(text, index):
        at = index + 1
        while text.is_auxiliary(at) or text.is_adverb(at):
            at += 1
        return not (text.has(index, "be") and text.is_participle(at))
    return not (text.is_noun(index) or text.is_gerund(index) or text.is_participle(index))


def _left_to_fate(text: Line) -> Iterator[Evidence]:
    """“depending, of course, on what …”: the measure hangs on something not named."""
    for index in range(len(text)):
        behind = {text.text(at) for at in range(index + 1, index + 6)}
        if text.text(index) == "depending" and behind & {"what", "whether", "how"}:
            yield Evidence(text.span(index, index + 1))


def _choices(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“The regulator grants …”: a body outside is the subject of the first verb."""
    if reading.figures and any(p.clause == "purpose" for p in reading.predicates):
        return  # it only gates the team's own result
    places = [(p, group) for group in _DECIDERS for p in reading.phrases.get(group, ())]
    if not places:
        return
    first = next((at for at in range(len(text)) if is_finite(text, at)), len(text))
    for place, group in places:
        at = word_at(reading, place.span.end)
        if at is None or at > first:
            continue
        while text.is_name(at) or text.text(at) in ("'s", "’s"):
            at += 1
        at = behind_phrase(text, at)
        acts = is_finite(text, at) or text.text(at).endswith("s")
        while text.is_modal(at):
            at += 1
        if acts and _decides(text, group, at):
            yield place
            return


def _decides(text: Line, group: str, verb: int) -> bool:
    """What an actor of `group` does is for the actor alone to decide."""
    match group:
        case "sovereign":
            return text.is_verb(verb) and not text.has(verb, "receptive", "be", "have")
        case "outside_actor":
            return text.verb_has(verb, "outside_choice")
        case "bestowed_thing":
            return text.verb_has(verb, "enters_force")
        case _ if text.verb_has(verb, "decide"):
            return text.verb_has(verb, "outside_choice")
    head = head_noun(text, plain(text, verb).last, len(text))
    return text.has(verb, "change") and head is not None and text.has(head, "price")
