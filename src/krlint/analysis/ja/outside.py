"""What is decided outside: verdicts, forces, bodies that decide, the press."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from krlint.analysis.ja.behind import predicates_behind
from krlint.analysis.ja.bodies import (
    LONGEST_NAME,
    behind_compound,
    choices,
    continues_name,
    ends_in,
    grants,
)
from krlint.analysis.ja.words import is_particle
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Evidence, Predicate, Span

_COUNTED_BY = ("を", "が", "は", "数", "件数")
_NOUN = ("名詞", "接尾辞")
_LONGEST_TITLE = 8


@lru_cache(maxsize=16)
def outside(reading: Reading) -> tuple[Evidence, ...]:
    """The places where somebody or something else decides whether the whole is met."""
    found = (
        *_verdicts(reading),
        *_awards(reading),
        *_forces(reading),
        *choices(reading),
        *_contests(reading),
        *_approaches(reading),
    )
    return found or tuple(grants(reading)) or tuple(_done_by_others(reading))


# --- Verdicts ------------------------------------------------------------------------------------


def _verdicts(reading: Reading) -> Iterator[Evidence]:
    """「採択される」「採択を3件にする」「メディア掲載3件」: the result is another's decision."""
    for place in reading.phrases.get("outside_verdict", ()):
        head = _predicate_around(reading, place.span)
        if head is not None and head.clause != "relative":
            yield Evidence(head.span)
            continue
        after = reading.text[place.span.end :].lstrip()
        if not after or after.startswith(_COUNTED_BY) or _counted(reading, place):
            yield place
    for place in reading.phrases.get("outside_named", ()):
        if not reading.text[place.span.end :].strip():
            yield place  # 「主要指数への採用」


def _awards(reading: Reading) -> Iterator[Evidence]:
    """「技術賞を獲得する」「年間大賞」: a prize is given, not made."""
    words = reading.words
    for index, word in enumerate(words):
        if (
            not word.tag.startswith(_NOUN)
            or "サ変" in word.tag
            or not ends_in(reading, word.text, "award_suffix")
        ):
            continue
        behind = predicates_behind(reading, word.span.start)[:1]
        won = is_particle(words, index + 1, "を", "の") and any(
            {"from_act", "attain"}.intersection(p.groups) and p.clause == "main" for p in behind
        )
        if won or index + 1 == len(words):
            yield Evidence(word.span)


def _contests(reading: Reading) -> Iterator[Evidence]:
    """「先進都市ランキングで30位以内に入る」: a jury or an editor ranks."""
    ranked = any(q.kind == "rank" or q.unit == "位" for q in reading.quantities)
    for place in reading.phrases.get("outside_contest", ()):
        name = reading.text[max(0, place.span.start - _LONGEST_TITLE) : place.span.start]
        own = ends_in(reading, name, "driven_ranking")
        behind = predicates_behind(reading, place.span.end)[:1]
        entered = any("outside_passive" in p.groups or "attain" in p.groups for p in behind)
        if not own and (ranked or entered):
            yield place


def _approaches(reading: Reading) -> Iterator[Evidence]:
    """「取材依頼が来る」「買収提案が届く」: others think of it."""
    for place in reading.phrases.get("outside_approach", ()):
        behind = predicates_behind(reading, place.span.end)[:1]
        known = reading.lexicon.words
        arrives = any("outside_arrives" in known.get(p.lemma, ()) for p in behind)
        if arrives and reading.text.startswith(("が", "も"), place.span.end):
            yield place


# --- Forces --------------------------------------------------------------------------------------


def _forces(reading: Reading) -> Iterator[Evidence]:
    """「円安により」「競合Y社が」「株価を」: a force is cause, subject, or what is moved."""
    words = reading.words
    moved = {place.span for place in reading.phrases.get("outside_measure", ())}
    for place in reading.phrases.get("outside_force", ()):
        index = behind_compound(reading, place.span.end)
        if place.span in moved and _is_moved(reading, place, index):
            yield place
        elif is_particle(words, index, "が", "は", "も"):
            if _is_subject_of_main(reading, place):
                yield place
        elif _is_cause(reading, place, index) or _owns_a_subject(reading, index):
            yield place


def _is_cause(reading: Reading, place: Evidence, index: int) -> bool:
    """「円安で」「円安により」「猛暑効果」; 「国内市場で」 is only where."""
    words = reading.words
    if index >= len(words):
        return False
    actors = {actor.span for actor in reading.phrases.get("outside_actor", ())}
    by = is_particle(words, index, "に") and words[index + 1 : index + 2]
    return (
        (is_particle(words, index, "で") and place.span not in actors)
        or words[index].text in ("効果", "により", "による")
        or bool(by and by[0].lemma == "よる")
    )


def _is_subject_of_main(reading: Reading, place: Evidence) -> bool:
    """「競合が値上げする」, not 「競合が扱わない品」."""
    behind = predicates_behind(reading, place.span.end)[:1]
    return not any(p.clause in ("relative", "condition") for p in behind)


def _is_moved(reading: Reading, place: Evidence, index: int) -> bool:
    """「株価1,200円」「株価を上げる」「格付の引き上げ」, not 「株価を調べる」."""
    words = reading.words
    if index >= len(words) or words[index].tag.startswith("名詞-数詞"):
        return True
    if not is_particle(words, index, "を", "の", "は"):
        return False
    behind = predicates_behind(reading, place.span.end)[:1]
    return any(sense(p) in ("change", "attain", "process") for p in behind)


def _owns_a_subject(reading: Reading, index: int) -> bool:
    """「競合のシェアが」「相場の下落により」, but not 「競合製品からの乗り換えを」."""
    words = reading.words
    if not is_particle(words, index, "の"):
        return False
    index += 1
    last = min(index + LONGEST_NAME, len(words))
    while index < last and continues_name(words[index]):
        index += 1
    by = is_particle(words, index, "に") and words[index + 1 : index + 2]
    return is_particle(words, index, "が", "で") or bool(by and by[0].lemma == "よる")


# --- The passive --------------------------------------------------------------------------------


def _done_by_others(reading: Reading) -> Iterator[Evidence]:
    """「要件が緩和される」「特集に載る」: the passive of what only others do."""
    for predicate in reading.predicates:
        passive = predicate.form == "passive" and "outside_passive" in predicate.groups
        lands = predicate.form == "plain" and "outside_intransitive" in predicate.groups
        if predicate.clause == "main" and (passive or lands):
            yield Evidence(predicate.span)


def _predicate_around(reading: Reading, span: Span) -> Predicate | None:
    index = bisect_right(reading.predicates, span.start, key=lambda p: p.span.start) - 1
    if index >= 0 and span.start < reading.predicates[index].span.end:
        return reading.predicates[index]
    return None


def _counted(reading: Reading, place: Evidence) -> bool:
    """A figure stands right behind the words: 「記事掲載 3件」."""
    in_text = [q for q in reading.quantities if q.field is None]
    index = bisect_left(in_text, place.span.end, key=lambda q: q.span.start)
    return index < len(in_text) and in_text[index].span.start - place.span.end <= 1
