"""Where an English key result leaves it to others whether it is met."""

from collections.abc import Iterator
from functools import lru_cache

from krlint.analysis.en import honours, verdicts
from krlint.analysis.en.choices import choices
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import is_finite
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Span

_OPENING = 4
"""Words within which a subject stands: “Wholesale diesel price falls …”."""

_LEVELS = ("above", "below", "under", "over", "at", "within", "between", "near", "up", "down")
_MONEY = ("$", "€", "£", "¥")


@lru_cache(maxsize=16)
def outside(reading: Reading) -> tuple[Evidence, ...]:
    """The places where somebody or something else decides whether the whole is met."""
    text: Line = reading.line
    if _gates_own(text):
        return ()
    return (
        *honours.honours(reading, text),
        *_forces(reading, text),
        *_fate(reading, text),
        *_left_to_fate(text),
        *choices(reading, text),
        *verdicts.bestowed(reading, text),
        *honours.won(reading, text),
        *honours.ranked(reading, text),
        *verdicts.verdict(text),
        *honours.coverage(reading, text),
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
    priced = any((q.unit or "").startswith(_MONEY) for q in reading.figures)
    groups = ("outside_force", "commodity") if priced else ("outside_force",)
    for place in (place for group in groups for place in reading.phrases.get(group, ())):
        if any(p.span.start < place.span.start for p in reading.predicates):
            continue
        behind = word_at(reading, place.span.end) or 0
        spared = text.text(0) == "no" and (text.is_mark(behind) or text.has(behind, "preposition"))
        behind = behind or len(text)
        if 0 < behind <= _OPENING and (spared or _moves_itself(text, behind)):
            yield place


def _moves_itself(text: Line, index: int) -> bool:
    """“Oil falls”, “rain below 20 mm”; not “oil changed”, “wind farm”."""
    if text.has(index, "change", "motion"):
        return True
    stands = index + (text.is_third(index) or text.text(index) in ("back", "again"))
    if text.text(stands) in _LEVELS or text.is_number(index):
        return True
    at = index + 1
    while text.is_auxiliary(at) or text.is_adverb(at):
        at += 1
    done_to = text.has(index, "be") and text.is_participle(at)
    return is_finite(text, index) and not done_to


def _left_to_fate(text: Line) -> Iterator[Evidence]:
    """“depending, of course, on what …”: the measure hangs on something not named."""
    for index in range(len(text)):
        behind = {text.text(at) for at in range(index + 1, index + 6)}
        if text.text(index) == "depending" and behind & {"what", "whether", "how"}:
            yield Evidence(text.span(index, index + 1))
