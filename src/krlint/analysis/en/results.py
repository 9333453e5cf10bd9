"""
The results that an English key result asks for, each with its own measure.

“Cut MTTR to 30 min and hire 2 engineers” asks for two; “run 6 workshops and lift conversion to
18%” for one and the way to it; “without raising churn above 2%” guards a result and is none.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from krlint.analysis import units
from krlint.analysis.en.clauses import clauses
from krlint.analysis.en.measures import is_measure
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Predicate, Quantity, Result, Span

_JOINTS = frozenset((",", ";", ".", "and", "&", "plus", "/", "+"))
_SENTENCE_ENDS = (".", ";")
_CLAUSES = ("main", "purpose")
_BACK = ("it", "them", "these", "those", "this", "which", "whom")
_SEVERAL = 2

_MOST = 40
"""Figures and predicates; where there are more, it is a page and no key result."""

ResultKind = Literal["level", "count", "event"]


class _Part(NamedTuple):
    """The words `first` to `last`, not included, between two joints of the sentence."""

    first: int
    last: int


class _Asked(NamedTuple):
    """
    A part that asks for a result: the nouns that it may be about, and the unit of its figure.

    `ordered` where the part begins with its own imperative, `own` also where it names a measure.
    """

    result: Result
    subject: frozenset[str]
    unit: str | None
    own: bool
    ordered: bool


def results(reading: Reading) -> tuple[Result, ...]:
    """What is to be reached where that is more than one thing, in the order of the text."""
    if not 2 <= len(reading.quantities) + len(reading.predicates) <= _MOST:
        return ()
    text: Line = reading.line
    found: list[_Asked] = []
    for part in _parts(reading, text):
        asked = _asked(reading, text, part)
        if asked is not None and all(_differ(asked, other) for other in found):
            found.append(asked)
    kinds = [asked.result.kind for asked in found]
    if "level" in kinds:
        found = found[kinds.index("level") :]  # what stands before the first level leads to it
    else:
        found = [asked for asked in found if asked.ordered and "count" in kinds]
    return tuple(asked.result for asked in found) if len(found) > 1 else ()


def _parts(reading: Reading, text: Line) -> Iterator[_Part]:
    where = clauses(text)
    joints = [
        index
        for index in range(len(text))
        if _is_joint(text, index)
        and where[index] != "bracket"
        and not any(
            q.span.start < text.words[index].span.start < q.span.end for q in reading.quantities
        )
    ]
    for before, after in pairwise((-1, *joints, len(text))):
        first = before + 1
        while first < after and text.is_adverb(first):
            first += 1
        if after - first > 1 and (where[first] in _CLAUSES or text.text(before) == "while"):
            yield _Part(first, after)


def _is_joint(text: Line, index: int) -> bool:
    """A mark or word behind which another result may begin; “while keeping …” is a guard."""
    if text.text(index) == "while":
        return not text.is_gerund(index + 1)
    as_well = text.text(index - 1) == "well" and text.text(index) == "as"
    return as_well or text.text(index) in _JOINTS


def _asked(reading: Reading, text: Line, part: _Part) -> _Asked | None:
    """What the part asks for, None where it asks for nothing of its own."""
    span = text.span(*part)
    if _goes_on(text, part) or _guards(reading, span):
        return None
    main = (p for p in reading.predicates if p.clause == "main" and p.form != "noun")
    doing = next((p for p in main if span.start <= p.span.start < span.end), None)
    orders = doing is not None and doing.span.start == span.start
    figure = next((q for q in reading.figures if _measures(q, span)), None)
    if figure is None:
        return _event(text, part, doing) if orders or _is_apart(text, part) else None
    level = _level(text, part, figure, doing)
    if level is not None:
        return level
    if not orders and part.first and not _is_share(figure):
        return None  # “and 3 carers” belongs to the verb before
    return _counted(text, part, figure, _deed(reading, doing if orders else None))


def _level(text: Line, part: _Part, figure: Quantity, doing: Predicate | None) -> _Asked | None:
    """“cut the wait to 25 min”, “returns under 2%”: what is measured stands before the figure."""
    at = _at(text, figure.span.start)
    if text.is_gerund(at - 1):
        return None
    first, last, orders = part.first, at, False
    if doing is not None:
        verb = _at(text, doing.span.start)
        orders = verb == first
        first, last = (_at(text, doing.span.end), at) if orders else (first, min(verb, at))
    measured = head_noun(text, first, last)
    if measured is None:
        return None
    nearest = max((i for i in range(first, last) if text.is_noun(i)), default=measured)
    about = frozenset((text.lemma(measured), text.lemma(nearest)))
    plain = figure.kind == "number" and figure.comparator == "=" and not is_measure(text, measured)
    done = plain and doing is not None and not orders and sense(doing) == "event"
    kind: ResultKind = "count" if done else "level"  # “the manual is written in 6 languages”
    own = orders or is_measure(text, measured) or _is_sentence(text, part)
    return _Asked(Result(text.span(*part), kind), about, figure.unit, own, orders)


def _is_sentence(text: Line, part: _Part) -> bool:
    """“On-time delivery at 97%. Empty running below 18%.”: parted by more than a comma."""
    ends = part.last < len(text) - 1 and text.text(part.last) in _SENTENCE_ENDS
    return ends or text.text(part.first - 1) in _SENTENCE_ENDS


def _at(text: Line, position: int) -> int:
    """The index of the first word that starts at `position` or behind."""
    return bisect_left(text.words, position, key=lambda word: word.span.start)


def _goes_on(text: Line, part: _Part) -> bool:
    """“…, measured in May”, “…, with no drop”, “half of them”: more of what stands before."""
    first = part.first
    described = text.is_participle(first) and not text.is_base(first)
    aside = text.has(first, "preposition", "relative", "condition")
    back = any(text.text(at) == "of" and text.text(at + 1) in _BACK for at in range(*part))
    return aside or described or back or text.is_gerund(first)


def _guards(reading: Reading, span: Span) -> bool:
    """“keep returns under 3%”, “while churn stays under 2%”: the result must not cost that."""
    keeps = (*reading.phrases.get("direction_keep", ()), *reading.phrases.get("stays", ()))
    return any(span.start <= place.span.start < span.end for place in keeps)


def _deed(reading: Reading, doing: Predicate | None) -> bool | None:
    """Whether the order is to do something oneself rather than to win others; None for no order."""
    if doing is None:
        return None
    groups = reading.lexicon.words.get(doing.lemma, ())
    reaches = sense(doing) in ("attain", "change") and "puts_out" not in groups
    return not reaches and "wins" not in groups


def _is_apart(text: Line, part: _Part) -> bool:
    """A comma or stop parts it from what stands before; “and” alone may join two nouns."""
    return any(text.text(part.first - back) in (",", ";", ".") for back in (1, 2))


def _measures(quantity: Quantity, span: Span) -> bool:
    known = quantity.high is not None and quantity.kind not in ("all", "rank")
    return known and quantity.field is None and span.start <= quantity.span.start < span.end


def _is_share(figure: Quantity) -> bool:
    return figure.kind in ("percent", "multiple")


def _event(text: Line, part: _Part, doing: Predicate | None) -> _Asked | None:
    """“roll out the new badge system”, “playbook published”: something made."""
    if doing is None or sense(doing) != "event":
        return None
    orders = _at(text, doing.span.start) == part.first
    made = head_noun(text, _at(text, doing.span.end) if orders else part.first, part.last)
    if made is None:
        return None
    return _Asked(
        Result(text.span(*part), "event"), frozenset((text.lemma(made),)), None, True, orders
    )


def _counted(text: Line, part: _Part, figure: Quantity, deed: bool | None) -> _Asked | None:
    """“hire 2 engineers”, “95% of tickets answered”."""
    after = _at(text, figure.span.end)
    share = _is_share(figure)
    parted = text.text(after) == "of"
    if (share and not parted) or (not share and (figure.high or 0) < _SEVERAL):
        return None
    counted = head_noun(text, after + parted, part.last)
    if counted is None:
        counted = after - 1  # the unit of the figure: “2 engineers”
    if not text.is_noun(counted) or (share and counted + 1 >= part.last):
        return None  # “90% of calls” says of how many
    kind: ResultKind = "count" if deed and not share else "level"
    about = frozenset((text.lemma(counted),))
    return _Asked(Result(text.span(*part), kind), about, figure.unit, True, deed is not None)


def _differ(one: _Asked, other: _Asked) -> bool:
    """They measure or make different things; “hire 1 SDR and 3 AEs” is one family of counts."""
    if one.subject & other.subject:
        return False
    if "event" in (one.result.kind, other.result.kind) or not units.alike(one.unit, other.unit):
        return True
    return one.own and other.own
