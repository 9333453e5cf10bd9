"""What a signal answers, and what its evidence is made from."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from krlint.model import Analysis, Evidence, Predicate, Quantity, Wording


class Answer(NamedTuple):
    """
    Whether a signal holds (None: unknown), and why.

    `quotes` fill slots of the rule's message that are no evidence, with krlint's own words.
    """

    truth: bool | None
    evidence: tuple[Evidence, ...] = ()
    quotes: Mapping[str, Wording] = {}


_OPENING, _CLOSING = "(（「『“[", ")）」』”]"

UNKNOWN = Answer(None)


def answer(evidence: Iterable[Evidence]) -> Answer:
    """It holds where there is any evidence."""
    places = tuple(evidence)
    return Answer(bool(places), places)


def mains(analysis: Analysis) -> tuple[Predicate, ...]:
    """The predicates that say what the key result comes to."""
    return tuple(p for p in analysis.predicates if p.clause == "main")


def spot(quantity: Quantity) -> Evidence:
    """Where the quantity stands."""
    return Evidence(quantity.span, quantity.field)


def is_enclosed(text: str, position: int) -> bool:
    """Brackets or quotation marks are open at `position`."""
    opened = sum(text.count(sign, 0, position) for sign in _OPENING)
    return opened > sum(text.count(sign, 0, position) for sign in _CLOSING)
