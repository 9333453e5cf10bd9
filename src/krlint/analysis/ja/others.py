"""What the fields say of others, who has agreed, and who decides from outside."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from krlint.analysis.ja.mentions import mentions
from krlint.analysis.ja.parties import parties as named
from krlint.analysis.ja.parties import predicates_behind
from krlint.analysis.ja.words import is_noun, is_particle, tokens
from krlint.analysis.phrases import phrases
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Party, Predicate, Span, Token

_COUNTED_BY = ("を", "が", "は", "数", "件数")
_LONGEST_NAME = 4
"""Words that may follow a name as its own: 「競合Y社」, 「省令改正案」."""


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text or the fields, or implied by work that is never one's own."""
    decided = {place.span for place in outside(reading)}
    in_text = tuple(party for party in named(reading) if not decided or party.role != "needed")
    return (*in_text, *_by_nature(reading), *_in_fields(reading))


def _by_nature(reading: Reading) -> Iterator[Party]:
    """External audits, certification and capital calls are another organisation's work."""
    for place in reading.phrases.get("outside_work", ()):
        if (
            reading.text[place.span.end :]
            .lstrip("の")
            .startswith(("前", "まで", "に向け", "に備え"))
        ):
            continue
        text = reading.text[place.span.start : place.span.end]
        yield Party(place.span, text, "needed")


def _in_fields(reading: Reading) -> Iterator[Party]:
    fields = reading.key_result.fields
    whole = Span(0, len(reading.text))
    depends = fields.get("depends_on", "").strip()
    if depends.strip("-–—ー―") and "absent" not in reading.lexicon.words.get(depends, ()):
        yield Party(whole, depends, "needed", "depends_on")
    for name in ("note", "owner", "deadline"):
        value = fields.get(name, "")
        if value and _field_needs(reading, name, value):
            yield Party(whole, value, "needed", name)


def _field_needs(reading: Reading, name: str, value: str) -> bool:
    """A note says that somebody is waited for; an owner is a department other than the team."""
    found = _phrases_of(reading, value)
    words = tokens(value, reading.lexicon)
    others = list(mentions(reading, words))
    if name == "owner":
        return any(m.text.startswith("各") for m in others)
    return bool(others) and ("not_agreed" in found or "gate" in found)


def _phrases_of(reading: Reading, value: str) -> Mapping[str, tuple[Evidence, ...]]:
    return phrases(tokens(value, reading.lexicon), reading.lexicon, "ja")


def agreements(reading: Reading) -> tuple[Evidence, ...]:
    """The places that say the others have agreed; none where one of them has not yet."""
    whole = Span(0, len(reading.text))
    agreed = list(reading.phrases.get("agreed", ()))
    open_ones = list(reading.phrases.get("not_agreed", ()))
    for name in ("depends_on", "agreed_with", "note"):
        found = _phrases_of(reading, reading.key_result.fields.get(name, ""))
        told = found.get("agreed") or (
            name == "agreed_with" and reading.key_result.fields.get(name)
        )
        agreed += [Evidence(whole, name)] if told else []
        open_ones += found.get("not_agreed", ())
    return () if open_ones else tuple(agreed)


def outside(reading: Reading) -> tuple[Evidence, ...]:
    """The places where somebody or something else decides whether the whole is met."""
    found = (*_verdicts(reading), *_forces(reading), *_choices(reading))
    return found or tuple(_done_by_others(reading))


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


def _forces(reading: Reading) -> Iterator[Evidence]:
    """「円安により」「競合Y社が」「株価を」: a force is cause, subject, or what is moved."""
    words = reading.words
    moved = {place.span for place in reading.phrases.get("outside_measure", ())}
    for place in reading.phrases.get("outside_force", ()):
        index = _behind_compound(reading, place.span.end)
        causes = index < len(words) and (
            is_particle(words, index, "が", "は", "で")
            or words[index].text in ("効果", "により", "による")
            or (
                is_particle(words, index, "に")
                and words[index + 1 : index + 2]
                and words[index + 1].lemma == "よる"
            )
            or (place.span in moved and is_particle(words, index, "を"))
        )
        if causes or _owns_a_subject(reading, index):
            yield place


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


def _choices(reading: Reading) -> Iterator[Evidence]:
    """「親会社が増資を決める」「日銀の利上げ」: a body outside is the subject of a decision."""
    for place in reading.phrases.get("outside_body", ()):
        index = _behind_compound(reading, place.span.end)
        if is_particle(reading.words, index, "が", "と", "に"):
            behind = predicates_behind(reading, place.span.end)[:1]
            if any("outside_choice" in p.groups and p.clause != "relative" for p in behind):
                yield place
        elif is_particle(reading.words, index, "の"):
            near = reading.words[index + 1 : index + 1 + _LONGEST_NAME]
            groups = {g for word in near for g in reading.lexicon.words.get(word.lemma, ())}
            if "outside_choice" in groups:
                yield place


def _done_by_others(reading: Reading) -> Iterator[Evidence]:
    """「要件が緩和される」「特集に載る」: the passive of what only others do."""
    for predicate in reading.predicates:
        passive = predicate.form == "passive" and "outside_passive" in predicate.groups
        if predicate.clause == "main" and (passive or "outside_intransitive" in predicate.groups):
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
