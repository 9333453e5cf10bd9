"""What is decided outside: verdicts, forces, bodies that decide, the press."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from krlint.analysis.ja.behind import predicates_behind
from krlint.analysis.ja.words import is_noun, is_particle
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Evidence, Predicate, Span, Token

_COUNTED_BY = ("を", "が", "は", "数", "件数")
_NOUN = ("名詞", "接尾辞")
_LONGEST_TITLE = 8
_LONGEST_NAME = 4
"""Words that may follow a name as its own: 「競合Y社」, 「省令改正案」."""


@lru_cache(maxsize=16)
def outside(reading: Reading) -> tuple[Evidence, ...]:
    """The places where somebody or something else decides whether the whole is met."""
    found = (
        *_verdicts(reading),
        *_awards(reading),
        *_forces(reading),
        *_choices(reading),
        *_contests(reading),
        *_approaches(reading),
    )
    return found or tuple(_grants(reading)) or tuple(_done_by_others(reading))


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
            or not _ends_in(reading, word.text, "award_suffix")
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
        own = _ends_in(reading, name, "driven_ranking")
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


def _ends_in(reading: Reading, name: str, group: str) -> bool:
    """The name is or ends in a word of the group: 営業許可 in 許可."""
    known = reading.lexicon.words
    return any(group in known.get(name[-n:].lower(), ()) for n in range(1, _LONGEST_TITLE + 1))


# --- Forces --------------------------------------------------------------------------------------


def _forces(reading: Reading) -> Iterator[Evidence]:
    """「円安により」「競合Y社が」「株価を」: a force is cause, subject, or what is moved."""
    words = reading.words
    moved = {place.span for place in reading.phrases.get("outside_measure", ())}
    for place in reading.phrases.get("outside_force", ()):
        index = _behind_compound(reading, place.span.end)
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


def _behind_compound(reading: Reading, position: int) -> int:
    """The first word behind a name's own additions: 「競合B社の」, 「原油安効果で」."""
    words = reading.words
    index = bisect_left(words, position, key=lambda word: word.span.start)
    last = min(index + _LONGEST_NAME, len(words))
    while index < last and _continues(words[index]):
        index += 1
    return index


def _continues(word: Token) -> bool:
    part_of_name = is_noun(word) or word.tag.startswith(("接尾辞", "記号"))
    return part_of_name and word.text != "効果"


def _owns_a_subject(reading: Reading, index: int) -> bool:
    """「競合のシェアが」「相場の下落により」, but not 「競合製品からの乗り換えを」."""
    words = reading.words
    if not is_particle(words, index, "の"):
        return False
    index += 1
    last = min(index + _LONGEST_NAME, len(words))
    while index < last and _continues(words[index]):
        index += 1
    by = is_particle(words, index, "に") and words[index + 1 : index + 2]
    return is_particle(words, index, "が", "で") or bool(by and by[0].lemma == "よる")


# --- Bodies that decide --------------------------------------------------------------------------


def _choices(reading: Reading) -> Iterator[Evidence]:
    """「親会社が増資を決める」「日銀の利上げ」: a body outside is the subject of a decision."""
    for place in reading.phrases.get("outside_body", ()):
        index = _behind_compound(reading, place.span.end)
        behind = predicates_behind(reading, place.span.end)[:1]
        chosen = [p for p in behind if "outside_choice" in p.groups and p.clause != "relative"]
        if is_particle(reading.words, index, "が", "は") and chosen:
            yield place
        elif is_particle(reading.words, index, "に", "から"):
            passive = any(p.form in ("passive", "state") for p in chosen)
            if passive or any(_is_grant_received(reading, p) for p in behind):
                yield place
        elif _is_passed(reading, index, behind) or _is_decided(reading, index, behind):
            yield place


def _is_decided(reading: Reading, index: int, behind: Sequence[Predicate]) -> bool:
    return _decision_follows(reading, index) and not _is_gate(reading, behind)


def _is_passed(reading: Reading, index: int, behind: Sequence[Predicate]) -> bool:
    """「消防庁の型式審査を通過する」 as the whole of it."""
    words, known = reading.words, reading.lexicon.words
    main = [p for p in reading.predicates if p.clause == "main"]
    if len(main) != 1 or main != list(behind) or not is_particle(words, index, "の"):
        return False
    examined = _noun_before(reading, main[0], "を", "に")
    tail = known.get(examined.lemma[-2:], ()) if examined is not None else ()
    return "examination" in tail and "passes" in known.get(main[0].lemma, ())


def _is_grant_received(reading: Reading, predicate: Predicate) -> bool:
    """「当局から承認を得る」 as the whole of it; before work of one's own it is a dependency."""
    main = [p for p in reading.predicates if p.clause == "main"]
    known = reading.lexicon.words
    grant = _noun_before(reading, predicate, "を")
    granted = grant is not None and "need_grant" in known.get(grant.lemma, ())
    return main == [predicate] and granted and "from_act" in known.get(predicate.lemma, ())


def _is_gate(reading: Reading, behind: Sequence[Predicate]) -> bool:
    """「県の許可を得て店を開く」: it only comes before the team's own work."""
    main = [p for p in reading.predicates if p.clause == "main"]
    known = reading.lexicon.words
    received = {"from_act", "outside_falls"}
    waits = any(not received.isdisjoint((*p.groups, *known.get(p.lemma, ()))) for p in behind)
    return "gate" in reading.phrases or (waits and main != list(behind))


def _noun_before(reading: Reading, predicate: Predicate, *particles: str) -> Token | None:
    """The noun that one of `particles` joins to the predicate."""
    index = bisect_left(reading.words, predicate.span.start, key=lambda word: word.span.start)
    joined = index > 1 and is_particle(reading.words, index - 1, *particles)
    return reading.words[index - 2] if joined else None


def _in_the(reading: Reading, index: int) -> bool:
    """「全国紙での」「業界誌への」."""
    words = reading.words
    return is_particle(words, index, "で", "へ") and is_particle(words, index + 1, "の")


def _decision_follows(reading: Reading, index: int) -> bool:
    """「日銀の利上げ」; of the press only what it prints: 「業界誌での紹介」."""
    printed = _in_the(reading, index)
    if not printed and not is_particle(reading.words, index, "の"):
        return False
    near = reading.words[index + 1 : index + 1 + _LONGEST_NAME]
    groups = {group for word in near for group in reading.lexicon.words.get(word.lemma, ())}
    return ("outside_print" if printed else "outside_choice") in groups


def _grants(reading: Reading) -> Iterator[Evidence]:
    """「営業許可が下りる」「営業許可を取得する」 as the whole of it."""
    main = [p for p in reading.predicates if p.clause == "main"]
    if len(main) != 1:
        return
    if "outside_falls" in main[0].groups:
        noun, group = _noun_before(reading, main[0], "が", "も", "は"), "outside_grant"
    elif "from_act" in reading.lexicon.words.get(main[0].lemma, ()):
        noun, group = _noun_before(reading, main[0], "を", "の"), "outside_licence"
    else:
        return
    if noun is not None and _ends_in(reading, reading.text[: noun.span.end], group):
        yield Evidence(main[0].span)


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
