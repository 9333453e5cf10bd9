"""What the fields say of others, who has agreed, and who decides from outside."""

from collections.abc import Iterator, Mapping, Sequence

from krlint.analysis.en.clauses import clauses
from krlint.analysis.en.parties import behind_phrase, mentions
from krlint.analysis.en.parties import parties as named
from krlint.analysis.en.statements import is_finite
from krlint.analysis.en.words import in_group, is_name, is_noun, is_verb, text_at, tokens
from krlint.analysis.phrases import phrases
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Party, Span


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text or the fields, or implied by work that is never one's own."""
    decided = bool(outside(reading))
    in_text = (*named(reading), *_by_nature(reading))
    kept = tuple(party for party in in_text if not decided or party.role != "needed")
    return (*kept, *_in_fields(reading))


def _by_nature(reading: Reading) -> Iterator[Party]:
    """External audits, certification, permits and signatures are another organisation's work."""
    for place in reading.phrases.get("others_work", ()):
        yield Party(place.span, reading.text[place.span.start : place.span.end], "needed")
    for place in reading.phrases.get("counterpart", ()):
        if _is_signed(reading, place.span):
            yield Party(place.span, reading.text[place.span.start : place.span.end], "needed")


def _is_signed(reading: Reading, span: Span) -> bool:
    """A main predicate signs or wins the contract: “sign agreement”, “lease concluded”."""
    return any(
        p.clause == "main" and "signing" in reading.lexicon.words.get(p.lemma, ())
        for p in reading.predicates
    ) and not reading.phrases.get("customer_contract")


def _in_fields(reading: Reading) -> Iterator[Party]:
    fields = reading.key_result.fields
    whole = Span(0, len(reading.text))
    depends = fields.get("depends_on", "").strip(" -–—/.")
    if depends and depends.lower() not in ("none", "n/a", "na", "nobody", "no one"):
        yield Party(whole, depends, "needed", "depends_on")
    for name in ("note", "deadline"):
        value = fields.get(name, "")
        found = _phrases_of(reading, value) if value else {}
        if "gate" in found and any(mentions(tokens(value, reading.lexicon), reading.lexicon)):
            yield Party(whole, value, "needed", name)


def _phrases_of(reading: Reading, value: str) -> Mapping[str, tuple[Evidence, ...]]:
    return phrases(tokens(value, reading.lexicon), reading.lexicon, "en")


def agreements(reading: Reading) -> tuple[Evidence, ...]:
    """The places that say the others have agreed; none where one of them has not yet."""
    whole = Span(0, len(reading.text))
    where = clauses(reading.words, reading.lexicon)
    agreed = [e for e in reading.phrases.get("agreed", ()) if _is_stated(reading, e, where)]
    open_ones = list(reading.phrases.get("not_agreed", ()))
    for name in ("depends_on", "agreed_with", "note"):
        value = reading.key_result.fields.get(name, "")
        found = _phrases_of(reading, value)
        told = found.get("agreed") or (name == "agreed_with" and value.strip(" -–—"))
        agreed += [Evidence(whole, name)] if told else []
        open_ones += found.get("not_agreed", ())
    return () if open_ones else tuple(agreed)


def _is_stated(reading: Reading, evidence: Evidence, where: Sequence[str]) -> bool:
    """Told as a fact in passing; as the main predicate it is what is still to be reached."""
    at = next(i for i, w in enumerate(reading.words) if w.span.end > evidence.span.start)
    if where[at] in ("bracket", "relative") or text_at(reading.words, at - 1) in ("as", "was", "already"):
        return True
    return not any(
        p.clause == "main" and p.span.start <= evidence.span.start < p.span.end
        for p in reading.predicates
    )


def outside(reading: Reading) -> tuple[Evidence, ...]:
    """The places where somebody or something else decides whether the whole is met."""
    return (*_honours(reading), *_forces(reading), *_choices(reading))


def _honours(reading: Reading) -> Iterator[Evidence]:
    """“featured on …”, “award won”: bestowed by somebody who owes the team nothing."""
    where = clauses(reading.words, reading.lexicon)
    for place in reading.phrases.get("outside_decision", ()):
        at = next(i for i, w in enumerate(reading.words) if w.span.end > place.span.start)
        if where[at] == "main":
            yield place


def _forces(reading: Reading) -> Iterator[Evidence]:
    """A price, a currency or the weather is the subject, or the whole is handed to it."""
    for place in reading.phrases.get("outside_force", ()):
        opening = place.span.start <= _first_letter(reading) + 12
        behind = next((i for i, w in enumerate(reading.words) if w.span.start >= place.span.end), 0)
        compound = is_noun(reading.words, behind, reading.lexicon) and not is_verb(
            reading.words, behind, reading.lexicon
        )
        if opening and not compound:
            yield place
    yield from reading.phrases.get("depends_on_fate", ())
    yield from _left_to_fate(reading)


def _left_to_fate(reading: Reading) -> Iterator[Evidence]:
    """“depending, of course, on what …”: the measure hangs on something not named."""
    words = reading.words
    for index, word in enumerate(words):
        behind = {text_at(words, at) for at in range(index + 1, index + 6)}
        if word.lemma == "depending" and behind & {"what", "whether", "how"}:
            yield Evidence(word.span)


def _first_letter(reading: Reading) -> int:
    return len(reading.text) - len(reading.text.lstrip())


def _choices(reading: Reading) -> Iterator[Evidence]:
    """“The regulator grants …”: a body outside is the subject of the first verb."""
    words, lexicon = reading.words, reading.lexicon
    if any(p.clause == "purpose" for p in reading.predicates) and reading.figures:
        return  # it only gates the team's own result
    for place in reading.phrases.get("outside_actor", ()):
        at = next((i for i, w in enumerate(words) if w.span.start >= place.span.end), len(words))
        while is_name(words, at):
            at += 1
        at = behind_phrase(words, at, lexicon)
        opening = not any(is_finite(words, i, lexicon) for i in range(at) if words[i].span.end <= place.span.start)
        if opening and is_finite(words, at, lexicon) and in_group(
            words, at, lexicon, "outside_choice"
        ):
            yield place
