"""What the fields say of others, who has agreed, and who decides from outside."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from krlint.analysis.ja.mentions import mentions
from krlint.analysis.ja.parties import parties as named
from krlint.analysis.ja.parties import predicates_behind
from krlint.analysis.ja.words import tokens
from krlint.analysis.phrases import phrases
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Party, Predicate, Span


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
    return (*_verdicts(reading), *_forces(reading), *_choices(reading))


def _verdicts(reading: Reading) -> Iterator[Evidence]:
    """「採択される」「メディア掲載3件」: the predicate itself is another's decision."""
    for place in reading.phrases.get("outside_verdict", ()):
        head = _predicate_around(reading, place.span)
        if head is not None and head.clause != "relative":
            yield Evidence(head.span)
        elif place.span.end == len(reading.text.rstrip()) or _counted(reading, place):
            yield place


def _predicate_around(reading: Reading, span: Span) -> Predicate | None:
    index = bisect_right(reading.predicates, span.start, key=lambda p: p.span.start) - 1
    if index >= 0 and span.start < reading.predicates[index].span.end:
        return reading.predicates[index]
    return None


def _counted(reading: Reading, place: Evidence) -> bool:
    """A figure stands right behind the words: 「記事掲載 3件」."""
    in_text = [q for q in reading.quantities if q.field is None]
    index = bisect_left(in_text, place.span.end, key=lambda q: q.span.start)
    return index < len(in_text) and in_text[index].span.start - place.span.end <= 2


def _forces(reading: Reading) -> Iterator[Evidence]:
    """「円安により」「競合が値上げし」: a force is the cause or the subject of the change."""
    for place in reading.phrases.get("outside_force", ()):
        after = reading.text[place.span.end : place.span.end + 8]
        if after.startswith(("が", "は", "により", "によって", "効果", "の影響", "のおかげ")) or (
            after.startswith("の") and "により" in after
        ):
            yield place


def _choices(reading: Reading) -> Iterator[Evidence]:
    """「親会社が増資を決める」: a body outside is the subject of a decision."""
    for place in reading.phrases.get("outside_body", ()):
        if reading.text[place.span.end : place.span.end + 1] not in ("が", "の", "と", "に"):
            continue
        behind = predicates_behind(reading, place.span.end)[:1]
        if any("outside_choice" in p.groups and p.clause != "relative" for p in behind):
            yield place
