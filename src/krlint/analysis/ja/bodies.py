"""Bodies outside that decide, grant and examine: what they choose, what they give."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from krlint.analysis.ja.behind import predicates_behind
from krlint.analysis.ja.words import is_noun, is_particle
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Predicate, Token

_LONGEST_TITLE = 8
LONGEST_NAME = 4
"""Words that may follow a name as its own: 「競合Y社」, 「省令改正案」."""


def choices(reading: Reading) -> Iterator[Evidence]:
    """「親会社が増資を決める」「日銀の利上げ」: a body outside is the subject of a decision."""
    for place in reading.phrases.get("outside_body", ()):
        index = behind_compound(reading, place.span.end)
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
    near = reading.words[index + 1 : index + 1 + LONGEST_NAME]
    groups = {group for word in near for group in reading.lexicon.words.get(word.lemma, ())}
    return ("outside_print" if printed else "outside_choice") in groups


def grants(reading: Reading) -> Iterator[Evidence]:
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
    if noun is not None and ends_in(reading, reading.text[: noun.span.end], group):
        yield Evidence(main[0].span)


def ends_in(reading: Reading, name: str, group: str) -> bool:
    """The name is or ends in a word of the group: 営業許可 in 許可."""
    known = reading.lexicon.words
    return any(group in known.get(name[-n:].lower(), ()) for n in range(1, _LONGEST_TITLE + 1))


def behind_compound(reading: Reading, position: int) -> int:
    """The first word behind a name's own additions: 「競合B社の」, 「原油安効果で」."""
    words = reading.words
    index = bisect_left(words, position, key=lambda word: word.span.start)
    last = min(index + LONGEST_NAME, len(words))
    while index < last and continues_name(words[index]):
        index += 1
    return index


def continues_name(word: Token) -> bool:
    """Company letters and nouns go on with a name; 「効果」 behind it does not."""
    part_of_name = is_noun(word) or word.tag.startswith(("接尾辞", "記号"))
    return part_of_name and word.text != "効果"
