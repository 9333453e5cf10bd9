"""Whom the text and the fields need, and who has agreed."""

from collections.abc import Iterator, Mapping

from krlint.analysis.ja.mentions import mentions
from krlint.analysis.ja.outside import outside
from krlint.analysis.ja.parties import parties as named
from krlint.analysis.ja.words import tokens
from krlint.analysis.phrases import phrases
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Party, Span


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text or the fields, or implied by work that is never one's own."""
    decided = {place.span for place in outside(reading)}
    in_text = tuple(party for party in named(reading) if not decided or party.role != "needed")
    named_one = any(party.role == "needed" for party in in_text)
    by_nature = () if named_one else (*_by_nature(reading), *_outsourced(reading))
    return (*in_text, *by_nature, *_in_fields(reading))


_BEFORE_IT = ("前", "まで", "に向け", "に備え")
_FOUND_THERE = ("での", "における", "で指摘", "の指摘", "指摘", "の不備", "で見つ")
"""「会計監査での指摘」: it will take place anyway; what it finds is measured."""


def _by_nature(reading: Reading) -> Iterator[Party]:
    """External audits, certification and capital calls are another organisation's work."""
    for place in reading.phrases.get("outside_work", ()):
        behind = reading.text[place.span.end :]
        if behind.lstrip("の").startswith(_BEFORE_IT) or behind.startswith(_FOUND_THERE):
            continue
        text = reading.text[place.span.start : place.span.end]
        yield Party(place.span, text, "needed")


def _outsourced(reading: Reading) -> Iterator[Party]:
    """「給与計算を外注する」: somebody outside has to do it, named or not."""
    for predicate in reading.predicates:
        given = predicate.clause == "main" and "outsources" in predicate.groups
        if given and predicate.form in ("plain", "noun"):
            start, end = predicate.span
            yield Party(predicate.span, reading.text[start:end], "needed")


def _in_fields(reading: Reading) -> Iterator[Party]:
    fields = reading.key_result.fields
    whole = Span(0, len(reading.text))
    depends = fields.get("depends_on", "").strip()
    if depends.strip("-–—ー―") and "absent" not in reading.lexicon.words.get(depends, ()):
        yield Party(whole, depends, "needed", "depends_on")
    for name in ("note", "owner", "deadline", "agreed_with"):
        value = fields.get(name, "")
        if value and _field_needs(reading, name, value):
            yield Party(whole, value, "needed", name)


def _field_needs(reading: Reading, name: str, value: str) -> bool:
    """A note says that somebody is waited for; an owner is a department other than the team."""
    words = tokens(value, reading.lexicon)
    found = phrases(words, reading.lexicon, "ja")
    others = list(mentions(reading, words))
    if name == "agreed_with":
        return bool(others) and "not_agreed" in found
    if name == "owner":
        return any(m.text.startswith("各") for m in others)
    return bool(others) and ("not_agreed" in found or "gate" in found)


def _is_condition(reading: Reading, place: Evidence) -> bool:
    """「許可が出たら」「承認を得た後に」: once they agree, which they have not yet."""
    told = reading.text[place.span.start : place.span.end]
    behind = reading.text[place.span.end :]
    return told.endswith(("たら", "だら")) or behind.startswith(
        ("ら", "後", "あと", "上で", "うえで")
    )


def _phrases_of(reading: Reading, value: str) -> Mapping[str, tuple[Evidence, ...]]:
    return phrases(tokens(value, reading.lexicon), reading.lexicon, "ja")


def agreements(reading: Reading) -> tuple[Evidence, ...]:
    """The places that say the others have agreed; none where one of them has not yet."""
    whole = Span(0, len(reading.text))
    agreed = [p for p in reading.phrases.get("agreed", ()) if not _is_condition(reading, p)]
    open_ones = list(reading.phrases.get("not_agreed", ()))
    for name in ("depends_on", "agreed_with", "note"):
        value = reading.key_result.fields.get(name, "")
        if not value:
            continue
        found = _phrases_of(reading, value)
        told = found.get("agreed") or name == "agreed_with"
        agreed += [Evidence(whole, name)] if told else []
        open_ones += found.get("not_agreed", ())
    return () if open_ones else tuple(agreed)
