"""What the fields say of others, and who has agreed."""

from collections.abc import Iterator, Mapping, Sequence

from krlint.analysis.en.clauses import Clause, clauses
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.mentions import mentions
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.outside import outside
from krlint.analysis.en.parties import parties as named
from krlint.analysis.en.words import Line, line, tokens
from krlint.analysis.phrases import phrases
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Party, Predicate, Span

_FAR = 6
"""Words before others' work that may show whose it is."""

_NOBODY = frozenset(("", "none", "n/a", "na", "nobody", "no one"))


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text or the fields, or implied by work that is never one's own."""
    decided = bool(outside(reading))
    in_text = (*named(reading), *_by_nature(reading))
    kept = tuple(party for party in in_text if not decided or party.role != "needed")
    return (*kept, *_in_fields(reading))


def _by_nature(reading: Reading) -> Iterator[Party]:
    """External audits, certification, permits and signatures are another organisation's work."""
    text: Line = reading.line
    works = reading.phrases.get("others_work", ())
    alone = (place for place in works if _stands_alone(reading, text, place))
    signed = (
        ()
        if reading.phrases.get("customer_contract") or not _signs(reading)
        else (reading.phrases.get("counterpart", ()))
    )
    yield from _approved(reading, text)
    yield from _audited(reading, text)
    for place in (*alone, *(each for each in signed if _is_head(reading, text, each))):
        yield Party(place.span, reading.text[place.span.start : place.span.end], "needed")


def _approved(reading: Reading, text: Line) -> Iterator[Party]:
    """“Get budget approval”: whoever gives it, it is not the team."""
    for predicate in reading.predicates:
        first = word_at(reading, predicate.span.end)
        if predicate.clause != "main" or predicate.form != "plain" or first is None:
            continue
        last = head_noun(text, first, len(text))
        verb = word_at(reading, predicate.span.start)
        if last is not None and text.has(last, "approval") and text.has(verb or 0, "procuring"):
            span = text.span(first, last + 1)
            yield Party(span, reading.text[span.start : span.end], "needed")


def _audited(reading: Reading, text: Line) -> Iterator[Party]:
    """“Complete the PCI DSS audit”, “TISAX assessment passed”: others look whether it is met."""
    for at in range(1, len(text)):
        first = at
        while text.is_number(first - 1) or text.is_name(first - 1):
            first -= 1
        named = any(
            text.words[i].text.isupper() and len(text.text(i)) > 2 for i in range(first, at)
        )
        own = text.text(first - 1) == "internal" or text.is_noun(at + 1) or text.is_gerund(at + 1)
        if named and text.has(at, "audit") and not own:
            span = text.span(first, at + 1)
            yield Party(span, reading.text[span.start : span.end], "needed")


def _is_head(reading: Reading, text: Line, place: Evidence) -> bool:
    """Not “contract archive”."""
    behind = word_at(reading, place.span.end)
    return behind is None or text.is_participle(behind) or not text.is_noun(behind)


def _stands_alone(reading: Reading, text: Line, place: Evidence) -> bool:
    """Not “building permit archive”, “days to permit”, “every fitter passes the certification”."""
    first, behind = word_at(reading, place.span.start) or 0, word_at(reading, place.span.end)
    before = range(max(0, first - _FAR), first)
    if text.text(first - 1) in ("to", "of", "per") and any(text.has(i, "measure") for i in before):
        return False
    if any(text.has(i, "audience", "job_title") for i in before):
        return False
    if behind is not None and text.text(behind) == "of":
        head = head_noun(text, behind + 1, len(text))
        return head is None or not text.text(head).endswith("s")  # “of 40 fitters”
    if behind is None or text.is_third(behind) or text.is_participle(behind):
        return True
    return not text.is_noun(behind)


def _signs(reading: Reading) -> bool:
    """A main predicate closes a contract: “sign agreement”, “lease concluded”."""
    sold = _opens_with_customers(reading)
    return (
        not sold
        and (reading.change.baseline is None or any(w.text == "with" for w in reading.words))
        and any(p.clause == "main" and _closes(reading, p) for p in reading.predicates)
    )


def _opens_with_customers(reading: Reading) -> bool:
    """“Clients renew 90% of contracts”: a purchase."""
    first = reading.phrases.get("audience", ())
    return any(not reading.text[: place.span.start].strip(" \t") for place in first)


def _closes(reading: Reading, predicate: Predicate) -> bool:
    in_place = predicate.form == "state" and "event" in predicate.groups
    return in_place or "signing" in reading.lexicon.words.get(predicate.lemma, ())


def _in_fields(reading: Reading) -> Iterator[Party]:
    fields = reading.key_result.fields
    whole = Span(0, len(reading.text))
    depends = fields.get("depends_on", "").strip(" -–—/.")
    if depends.lower() not in _NOBODY:
        yield Party(whole, depends, "needed", "depends_on")
    for name in ("note", "deadline"):
        value = fields.get(name, "")
        if value and "gate" in _phrases_of(reading, value) and _names(reading, value):
            yield Party(whole, value, "needed", name)


def _names(reading: Reading, value: str) -> bool:
    text = line(tokens(value, reading.lexicon), reading.lexicon)
    return any(True for _ in mentions(text))


def _phrases_of(reading: Reading, value: str) -> Mapping[str, tuple[Evidence, ...]]:
    return phrases(tokens(value, reading.lexicon), reading.lexicon, "en")


# --- Agreement ---------------------------------------------------------------------------------


def agreements(reading: Reading) -> tuple[Evidence, ...]:
    """The places that say the others have agreed; none where one of them has not yet."""
    whole = Span(0, len(reading.text))
    agreed = _told(reading)
    open_ones = list(reading.phrases.get("not_agreed", ()))
    for name in ("depends_on", "agreed_with", "note"):
        value = reading.key_result.fields.get(name, "")
        if not value:
            continue
        found = _phrases_of(reading, value)
        told = found.get("agreed") or (name == "agreed_with" and value.strip(" -–—"))
        agreed += [Evidence(whole, name)] if told else []
        open_ones += found.get("not_agreed", ())
    return () if open_ones else tuple(agreed)


def _told(reading: Reading) -> list[Evidence]:
    places = reading.phrases.get("agreed", ())
    if not places:
        return []
    where = clauses(reading.line)
    return [place for place in places if _is_told(reading, place, where)]


def _is_told(reading: Reading, evidence: Evidence, where: Sequence[Clause]) -> bool:
    """Told as a fact in passing; as the main predicate it is what is still to be reached."""
    at = word_at(reading, evidence.span.start)
    if at is None:
        return False
    told = where[at] in ("bracket", "relative")
    if told or reading.words[at - 1].lemma in ("as", "be", "already"):
        return True
    main = [p for p in reading.predicates if p.clause == "main"]
    covering = [p for p in main if p.span.start <= evidence.span.start < p.span.end]
    behind = word_at(reading, evidence.span.end)
    with_whom = behind is not None and reading.words[behind].text == "with"
    if with_whom and main and covering and covering[0] != main[0]:
        return True  # “The fair takes place, date confirmed with them”
    return all(_is_perfect(reading, p) for p in covering)


def _is_perfect(reading: Reading, predicate: Predicate) -> bool:
    """“IT has agreed”: their own deed, done."""
    first = reading.text[predicate.span.start : predicate.span.end].partition(" ")[0].lower()
    return predicate.form == "plain" and first in ("has", "have")
