"""What the fields say of others, who has agreed, and who decides from outside."""

from collections.abc import Iterator, Mapping, Sequence

from krlint.analysis.en.acting import behind_phrase
from krlint.analysis.en.clauses import Clause, clauses
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.mentions import mentions
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.parties import parties as named
from krlint.analysis.en.verbs import is_finite
from krlint.analysis.en.words import Line, line, tokens
from krlint.analysis.phrases import phrases
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Party, Predicate, Span

_NOBODY = frozenset(("", "none", "n/a", "na", "nobody", "no one"))
_OPENING = 4
"""Words within which a subject stands: “Wholesale diesel price falls …”."""


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text or the fields, or implied by work that is never one's own."""
    decided = bool(outside(reading))
    in_text = (*named(reading), *_by_nature(reading))
    kept = tuple(party for party in in_text if not decided or party.role != "needed")
    return (*kept, *_in_fields(reading))


def _by_nature(reading: Reading) -> Iterator[Party]:
    """External audits, certification, permits and signatures are another organisation's work."""
    signed = (
        ()
        if reading.phrases.get("customer_contract") or not _signs(reading)
        else (reading.phrases.get("counterpart", ()))
    )
    for place in (*reading.phrases.get("others_work", ()), *signed):
        yield Party(place.span, reading.text[place.span.start : place.span.end], "needed")


def _signs(reading: Reading) -> bool:
    """A main predicate closes a contract: “sign agreement”, “lease concluded”."""
    return reading.change.baseline is None and any(
        p.clause == "main" and "signing" in reading.lexicon.words.get(p.lemma, ())
        for p in reading.predicates
    )


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
    where = clauses(line(reading.words, reading.lexicon))
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
    return all(_is_perfect(reading, p) for p in covering)


def _is_perfect(reading: Reading, predicate: Predicate) -> bool:
    """“IT has agreed”: their own deed, done."""
    first = reading.text[predicate.span.start : predicate.span.end].partition(" ")[0].lower()
    return predicate.form == "plain" and first in ("has", "have")


# --- Decided outside ---------------------------------------------------------------------------

_FAR_AGENT = 8
"""Words between a passive and its agent, and of the agent itself."""


def outside(reading: Reading) -> tuple[Evidence, ...]:
    """The places where somebody or something else decides whether the whole is met."""
    text = line(reading.words, reading.lexicon)
    return (
        *_honours(reading, text),
        *_forces(reading, text),
        *_fate(reading, text),
        *_left_to_fate(text),
        *_choices(reading, text),
        *_bestowed(reading, text),
    )


def _honours(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“featured on …”, “award won”: bestowed by somebody who owes the team nothing."""
    places = reading.phrases.get("outside_decision", ())
    where = clauses(text) if places else ()
    for place in places:
        at, behind = word_at(reading, place.span.start), word_at(reading, place.span.end)
        if at is None or where[at] != "main":
            continue
        single = at + 1 == (len(text) if behind is None else behind)
        if single and text.is_noun(at) and behind is not None and text.is_noun(behind):
            continue  # “award entries” are one's own
        won = reading.predicates[0] if reading.predicates else None
        at_first = won is not None and won.form == "plain" and won.span.end < place.span.start
        yield Evidence(won.span) if won is not None and at_first and single else place


def _fate(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“thanks to lower oil prices”, with what it is owed to."""
    for place in reading.phrases.get("depends_on_fate", ()):
        behind = word_at(reading, place.span.end)
        last = head_noun(text, behind, len(text)) if behind is not None else None
        end = place.span.end if last is None else text.words[last].span.end
        yield Evidence(Span(place.span.start, end))


def _forces(reading: Reading, text: Line) -> Iterator[Evidence]:
    """A price, a currency or the weather is the subject."""
    for place in reading.phrases.get("outside_force", ()):
        if any(p.span.start < place.span.start for p in reading.predicates):
            continue
        behind = word_at(reading, place.span.end) or 0
        compound = text.is_noun(behind) and not text.is_verb(behind)
        if 0 < behind <= _OPENING and not compound:
            yield place


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
    places = reading.phrases.get("outside_actor", ())
    if not places:
        return
    first = next((at for at in range(len(text)) if is_finite(text, at)), len(text))
    for place in places:
        at = word_at(reading, place.span.end)
        if at is None or at > first:
            continue
        while text.is_name(at) or text.text(at) in ("'s", "’s"):
            at += 1
        at = behind_phrase(text, at)
        acts = is_finite(text, at) or text.text(at).endswith("s")
        if acts and text.has(at, "outside_choice"):
            yield place


def _bestowed(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Trademark granted”, “is funded by parliament”: the passive of what only others do."""
    for predicate in reading.predicates:
        if predicate.clause != "main" or predicate.form != "passive":
            continue
        groups = reading.lexicon.words.get(predicate.lemma, ())
        agent = _agent(reading, text, predicate.span.end)
        by_outsider = agent is not None and _is_outsider(text, agent)
        chosen = "outside_choice" in groups or "decide" in groups
        if (chosen and by_outsider) or ("bestowal" in groups and (agent is None or by_outsider)):
            yield Evidence(predicate.span)


def _agent(reading: Reading, text: Line, position: int) -> int | None:
    """The word behind the “by” of a passive, if it has one."""
    behind = word_at(reading, position)
    if behind is None:
        return None
    near = range(behind, min(behind + _FAR_AGENT, len(text)))
    return next((at + 1 for at in near if text.text(at) == "by"), None)


def _is_outsider(text: Line, first: int) -> bool:
    words = range(first, min(first + _FAR_AGENT, len(text)))
    return any(text.phrase_has(at, at + n, "outside_actor") for at in words for n in (1, 2, 3))
