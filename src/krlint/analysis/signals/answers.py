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


def open_content(analysis: Analysis) -> tuple[Evidence, ...]:
    """The “TBD” that stands for what is to be done, not for a value: “Theme: TBD”."""
    if analysis.metric is not None:
        return ()
    text = analysis.key_result.text
    holes = (q for q in analysis.quantities if q.kind == "placeholder" and q.field is None)
    bare = (q for q in holes if q.unit is None and not text[q.span.end :].strip(" .。"))
    alone = (q for q in bare if text[: q.span.start].rstrip()[-1:] in ("", ":", "："))
    return tuple(spot(q) for q in alone)


def spot(quantity: Quantity) -> Evidence:
    """Where the quantity stands."""
    return Evidence(quantity.span, quantity.field)


def is_enclosed(text: str, position: int) -> bool:
    """Brackets or quotation marks are open at `position`."""
    opened = sum(text.count(sign, 0, position) for sign in _OPENING)
    return opened > sum(text.count(sign, 0, position) for sign in _CLOSING)
