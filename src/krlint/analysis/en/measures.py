"""What an English key result measures, and which of its figures do."""

from collections.abc import Sequence

from krlint.analysis.en.clauses import Segment, clauses, segments
from krlint.analysis.en.predicates import head_noun
from krlint.analysis.en.words import (
    DETERMINERS,
    depths,
    in_group,
    is_adverb,
    is_gerund,
    is_mark,
    is_noun,
    is_participle,
    text_at,
)
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Evidence, Predicate, Quantity, Span

_ACCUMULATES_FROM = 3
"""CATALOGUE, KR201: counts of three or more take the period."""

_SCOPE = frozenset("with on to across in into for at over within by from under of through".split())


_KNOWN = frozenset("the our its their these both".split())
"""Before a number: things that are there already, the scope of one piece of work."""


def head(reading: Reading) -> Predicate | None:
    """The first main predicate: English puts what counts first."""
    return next((p for p in reading.predicates if p.clause == "main"), None)


def metric(reading: Reading) -> Evidence | None:
    """The noun phrase that ends in a measure (rate, days, tickets …), with “of …” behind it."""
    words = reading.words
    for index in range(len(words)):
        if not in_group(words, index, reading.lexicon, "measure") or _qualifies(reading, index):
            continue
        if text_at(words, index + 1) == "of" and in_group(words, index, reading.lexicon, "event_of"):
            continue
        first = _phrase_start(reading, index)
        last = _phrase_end(reading, index)
        return Evidence(Span(words[first].span.start, words[last].span.end))
    return None


def _qualifies(reading: Reading, index: int) -> bool:
    """The measure is only the front of a compound: “price list”, “incident handling guide”."""
    words = reading.words
    after = index + 1
    return (
        is_noun(words, after, reading.lexicon) or is_gerund(words, after, reading.lexicon)
    ) and not is_participle(words, after, reading.lexicon)


def _phrase_start(reading: Reading, index: int) -> int:
    words = reading.words
    while index > 0 and (
        is_noun(words, index - 1, reading.lexicon) or is_gerund(words, index - 1, reading.lexicon)
    ):
        index -= 1
    return index


def _phrase_end(reading: Reading, index: int) -> int:
    words = reading.words
    if text_at(words, index + 1) not in ("of", "per"):
        return index
    behind = head_noun(words, index + 2, len(words), reading.lexicon)
    return behind if behind is not None and behind < index + 8 else index


def deliverable(reading: Reading) -> Evidence | None:
    """The noun phrase that a key result without a predicate comes to, if it is a thing to be made."""
    if head(reading) is not None or reading.phrases.get("outside_decision"):
        return None
    words = reading.words
    for segment in segments(words, depths(words)):
        first = segment.first
        if _compares(reading, segment):
            return None
        while first < segment.last and (
            is_mark(words, first) or text_at(words, first) in DETERMINERS or is_adverb(words, first)
        ):
            first += 1
        last = head_noun(words, first, segment.last, reading.lexicon)
        if last is None or in_group(words, last, reading.lexicon, "placeholder"):
            continue
        if in_group(words, last, reading.lexicon, "process_noun", "undecided_noun", "measure"):
            return None
        return Evidence(Span(words[first].span.start, words[last].span.end))
    return None


def _compares(reading: Reading, segment: Segment) -> bool:
    """“Write-offs lower than last year”, “picks per hour up” say which way a measure goes."""
    return any(
        text_at(reading.words, at) in ("than", "up", "down")
        for at in range(segment.first, segment.last)
    )


def outcomes(reading: Reading) -> tuple[Quantity, ...]:
    """The figures that measure what changes, or count what piles up over the period."""
    where = clauses(reading.words, reading.lexicon)
    chosen = any("decide" in p.groups for p in reading.predicates if p.clause == "main")
    return tuple(
        quantity
        for quantity in reading.figures
        if _is_outcome(reading, quantity, where)
        and not (chosen and not _measured(reading, quantity))
    )


def _is_outcome(reading: Reading, quantity: Quantity, where: Sequence[str]) -> bool:
    if quantity.field is not None:
        return quantity.kind != "number" or _piles_up(quantity) or _has_metric(reading)
    at = _token_at(reading, quantity.span.start)
    if at is None or where[at] in ("condition", "bracket"):
        return False
    if where[at] == "relative":
        return _is_target(reading, quantity)
    return _measured(reading, quantity) or _counts(reading, quantity, at)


def _has_metric(reading: Reading) -> bool:
    return metric(reading) is not None or _changes(reading)


def _changes(reading: Reading) -> bool:
    baseline = reading.change.baseline
    return baseline is not None and baseline.quantity is not None


def _is_target(reading: Reading, quantity: Quantity) -> bool:
    """The end of a change: it measures wherever it stands (“patients who come back: 55% to 75%”)."""
    target = reading.change.target
    return _changes(reading) and target is not None and target.span == quantity.span


def _measured(reading: Reading, quantity: Quantity) -> bool:
    """A rate, limit, rank, multiple or amount rather than a plain count."""
    if quantity.kind in ("percent", "multiple", "rank", "none"):
        return True
    if quantity.kind == "all":
        return False
    return _changes(reading) or quantity.comparator in ("<", "<=", ">", "+", "-") or (
        quantity.unit is not None and _is_measuring_unit(reading, quantity.unit)
    )


def _is_measuring_unit(reading: Reading, unit: str) -> bool:
    known = reading.lexicon.words.get(unit.lower(), ())
    if unit.startswith("of "):
        return True
    return "unit" in known or "measure" in known


def _piles_up(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high >= _ACCUMULATES_FROM


def _token_at(reading: Reading, position: int) -> int | None:
    return next((i for i, w in enumerate(reading.words) if w.span.end > position), None)


def _counts(reading: Reading, quantity: Quantity, at: int) -> bool:
    """A count of what is done (“publish 12 guides”), not the scope of one thing (“on 3 sites”)."""
    words = reading.words
    before = text_at(words, at - 1)
    if any(p.span.start < words[at - 1].span.start < p.span.end for p in reading.predicates):
        before = ""  # “brings in 800”: the particle of a verb
    if quantity.kind != "all" and not _piles_up(quantity):
        return _has_metric(reading) and before not in _SCOPE
    doing = head(reading)
    if before in _KNOWN and doing is not None and sense(doing) == "event":
        return False
    if quantity.comparator == ">=" and _piles_up(quantity):
        return True
    if before not in _SCOPE or (before in ("of", "for") and _many(reading, at - 1)):
        return True
    return doing is not None and sense(doing) not in ("event", "other", "undecided")


def _many(reading: Reading, index: int) -> bool:
    """“runbooks for the top 20”, “a review for all”: one for each of them."""
    words = reading.words
    before = text_at(words, index - 1)
    return before.endswith("s") and is_noun(words, index - 1, reading.lexicon)


