"""What an English key result measures, and which of its figures do."""

from bisect import bisect_right
from collections.abc import Sequence

from krlint.analysis.en.clauses import Clause, Segment, clauses, segments
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import is_finite
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Evidence, Predicate, Quantity

_ACCUMULATES_FROM = 3
"""Counts of three or more take the period; one or two are a piece of work each."""


def head(reading: Reading) -> Predicate | None:
    """The first main predicate: English puts what counts first."""
    return next((p for p in reading.predicates if p.clause == "main"), None)


# --- Noun phrases ------------------------------------------------------------------------------


def metric(reading: Reading) -> Evidence | None:
    """The noun phrase that ends in a measure (rate, days, tickets …), with “of …” behind it."""
    text: Line = reading.line
    doing = head(reading)
    verb = word_at(reading, doing.span.start) if doing and doing.form == "plain" else None
    for index in range(len(text)):
        if index != verb and is_measure(text, index):
            first = _phrase_start(text, index)
            if verb is not None and first <= verb < index:
                first = verb + 1  # “Increase sign-ups”
            return Evidence(text.span(first, _phrase_end(text, index) + 1))
    return _moved(reading, text)


def _moved(reading: Reading, text: Line) -> Evidence | None:
    """What is to be more or less: “cut invoice disputes”, “more applicants”."""
    doing = head(reading)
    at = word_at(reading, doing.span.start) if doing else None
    if doing is None or at is None:
        return None
    more = doing.form == "noun" and text.has(at, "comparative")
    if not more and (doing.form != "plain" or sense(doing) != "change"):
        return None
    first = at + 1
    while text.has(first, "determiner") or text.is_number(first):
        first += 1
    last = head_noun(text, first, len(text))
    return Evidence(text.span(first, last + 1)) if last is not None else None


def is_measure(text: Line, index: int) -> bool:
    """The word names an amount or a level: “churn”, “tickets per agent”, “overdue invoices”."""
    if text.text(index + 1) == "per" and text.is_noun(index) and text.is_noun(index + 2):
        return True
    counted = text.has(index - 1, "counted_adjective") and text.text(index).endswith("s")
    if not text.has(index, "measure") and not (counted and text.is_noun(index)):
        return False
    if text.text(index + 1) == "of" and text.has(index, "event_of"):
        return False
    # In “price list”, “incident handling guide” it only qualifies.
    after = index + 1
    if (text.is_participle(after) and not text.is_nominal(after)) or is_finite(text, after):
        return True
    return not (text.is_noun(after) or text.is_gerund(after))


def _phrase_start(text: Line, index: int) -> int:
    while (
        text.is_noun(index - 1)
        or text.is_gerund(index - 1)
        or text.has(index - 1, "counted_adjective")
    ):
        index -= 1
    return index


def _phrase_end(text: Line, index: int) -> int:
    if text.text(index + 1) != "of":
        return index
    behind = head_noun(text, index + 2, index + 8)
    return index if behind is None else behind


def deliverable(reading: Reading) -> Evidence | None:
    """The noun phrase that a key result without a predicate comes to, if it is a thing made."""
    if head(reading) is not None or reading.phrases.get("outside_decision"):
        return None
    text: Line = reading.line
    for segment in segments(text):
        if _compares(text, segment):
            return None
        first = _thing_start(text, segment)
        last = head_noun(text, first, segment.last)
        if last is None or text.has(last, "placeholder"):
            continue
        vague = text.has(last, "process_noun", "soft_object", "undecided_noun")
        praised = _is_praised(reading, text, segment) and not _is_one_thing(text, segment, last)
        vague = vague or praised or is_measure(text, last)
        vague = vague or _is_lived(text, segment, last)
        return None if vague else Evidence(text.span(first, last + 1))
    return None


def _is_praised(reading: Reading, text: Line, segment: Segment) -> bool:
    """“trustworthy data”, “a path usable by all”: a quality is wished for, nothing is made."""
    span = text.span(*segment)
    praise = reading.phrases.get("quality", ())
    return any(span.start <= place.span.start < span.end for place in praise)


def _is_lived(text: Line, segment: Segment, head: int) -> bool:
    """“a workplace where people stay”: told by what goes on in it, not made; a bot that … is."""
    if text.has(head, "artefact", "event_noun", "paper"):
        return False
    where = clauses(text)
    return any(
        where[at] == "relative" and is_finite(text, at) and not text.is_modal(at)
        for at in range(head + 1, segment.last)
    )


def _is_one_thing(text: Line, segment: Segment, head: int) -> bool:
    """“a usable build”, “robust backup strategy”: made once; not “accessible forms”."""
    opened = text.text(segment.first) in ("a", "an", "one")
    return not text.text(head).endswith("s") and (opened or text.has(head, "artefact"))


def _thing_start(text: Line, segment: Segment) -> int:
    first = segment.first
    while first < segment.last and (
        text.is_mark(first) or text.has(first, "determiner") or text.is_adverb(first)
    ):
        first += 1
    return first


def _compares(text: Line, segment: Segment) -> bool:
    """“Write-offs lower than last year”, “picks per hour up” say which way a measure goes."""
    moved = any(text.text(at) in ("than", "up", "down") for at in range(*segment))
    return moved or any(text.texts[at : at + 2] == ("back", "to") for at in range(*segment))


# --- Figures -----------------------------------------------------------------------------------


def outcomes(reading: Reading) -> tuple[Quantity, ...]:
    """The figures that measure what changes, or count what piles up over the period."""
    if not reading.figures:
        return ()
    text: Line = reading.line
    where = clauses(text)
    chosen = any(_is_choice(reading, p) for p in reading.predicates)
    return tuple(
        quantity
        for quantity in reading.figures
        if _is_outcome(reading, quantity, text, where)
        and (not chosen or _is_measured(reading, quantity))
    )


def _is_choice(reading: Reading, predicate: Predicate) -> bool:
    """“choose one of 5 tugs”; not “five ports have chosen the tug”."""
    if "decide" not in predicate.groups or _is_ability(reading, predicate):
        return False
    if predicate.form != "plain" or predicate != head(reading):
        return True
    return not any(q.span.end <= predicate.span.start and _piles_up(q) for q in reading.figures)


def _is_outcome(reading: Reading, quantity: Quantity, text: Line, where: Sequence[Clause]) -> bool:
    if quantity.field is not None:
        return quantity.kind != "number" or _piles_up(quantity) or _has_metric(reading)
    at = word_at(reading, quantity.span.start)
    if at is None or where[at] == "condition" or _is_release(reading, quantity, text, at):
        return False
    if where[at] == "bracket":
        return quantity.comparator in ("<", "<=") and quantity.kind == "number"
    if where[at] == "relative":
        return _is_target(reading, quantity)
    return _is_measured(reading, quantity) or _counts(reading, quantity, text, at)


def _is_release(reading: Reading, quantity: Quantity, text: Line, at: int) -> bool:
    """“Ship the editor to 100% of users”: whom it reaches on the day."""
    doing = head(reading)
    if quantity.kind != "percent" or text.text(at - 1) != "to" or doing is None:
        return False
    return doing.form == "plain" and "releasing" in reading.lexicon.words.get(doing.lemma, ())


def word_at(reading: Reading, position: int) -> int | None:
    """The index of the word that holds the character at `position`, or the next one."""
    index = bisect_right(reading.words, position, key=lambda word: word.span.end)
    return index if index < len(reading.words) else None


def _has_metric(reading: Reading) -> bool:
    return metric(reading) is not None or _changes(reading)


def _changes(reading: Reading) -> bool:
    baseline = reading.change.baseline
    return baseline is not None and baseline.quantity is not None


def _is_target(reading: Reading, quantity: Quantity) -> bool:
    """The end of a change measures wherever it stands (“patients who come back: 55% to 75%”)."""
    target = reading.change.target
    return _changes(reading) and target is not None and target.span == quantity.span


def _is_measured(reading: Reading, quantity: Quantity) -> bool:
    """A rate, limit, rank, multiple or amount rather than a plain count."""
    if quantity.kind in ("percent", "multiple", "rank", "none") or quantity.high == 0:
        return True
    if quantity.kind == "all":
        return _changes(reading)  # the value today stands beside it
    if (quantity.high or 0) % 1:
        return True  # “trust at 7.5”: nobody counts in tenths
    limit = quantity.comparator in ("<", "<=", ">", "+", "-")
    return limit or _changes(reading) or _has_measuring_unit(reading, quantity)


def _has_measuring_unit(reading: Reading, quantity: Quantity) -> bool:
    unit = (quantity.unit or "").partition("/")[0].strip()
    known = reading.lexicon.words.get(unit.lower(), ())
    return unit.startswith(("of ", "in ", "out of ")) or "unit" in known or "measure" in known


def _piles_up(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high >= _ACCUMULATES_FROM


def _counts(reading: Reading, quantity: Quantity, text: Line, at: int) -> bool:
    """A count of what is done (“publish 12 guides”), not the scope of one thing (“on 3 sites”)."""
    before = at - 1 - text.has(at - 1, "known_scope")
    scope = text.has(before, "scope") and not _is_particle(reading, before)
    scope = scope and not _is_one_with_each(reading, text, at - 1)
    doing = head(reading)
    if doing is not None and _is_ability(reading, doing):
        return True  # “Clerks can log in to 20 services”
    if quantity.kind != "all" and not _piles_up(quantity):
        return _has_metric(reading) and not (scope or _is_of_event(reading, quantity))
    if text.has(at - 1, "known_scope") and doing is not None and sense(doing) == "event":
        return False
    if not scope or quantity.comparator == ">=" or _is_one_each(text, at - 1):
        return True
    return doing is not None and sense(doing) not in ("event", "other", "undecided")


def _is_of_event(reading: Reading, quantity: Quantity) -> bool:
    """“Grow the circle. Hold two meetings”: the count belongs to what is held."""
    led = [p for p in reading.predicates if p.span.end <= quantity.span.start]
    return bool(led) and led[-1] != head(reading) and sense(led[-1]) == "event"


def _is_ability(reading: Reading, predicate: Predicate) -> bool:
    return reading.text.startswith("can ", predicate.span.start)


def _is_particle(reading: Reading, index: int) -> bool:
    """“brings in 800”: the preposition belongs to the verb."""
    start = reading.words[index].span.start
    return any(p.span.start < start < p.span.end for p in reading.predicates)


def _is_one_with_each(reading: Reading, text: Line, index: int) -> bool:
    """“contracts signed with four mills”: as many of them as partners."""
    doing = head(reading)
    at = word_at(reading, doing.span.start) if doing else None
    if doing is None or at is None or doing.form != "passive" or text.text(index) != "with":
        return False
    if index < at:
        return False
    return text.text(at - 1).endswith("s") and text.is_noun(at - 1)


def _is_one_each(text: Line, index: int) -> bool:
    """“runbooks for the top 20”, “owners of all systems”: one for each of them."""
    plural = text.text(index - 1).endswith("s") and text.is_noun(index - 1)
    return plural and text.text(index) in ("of", "for", "on", "in", "at", "across")
