"""A key result half understood: what the later steps of an analysis are asked with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from krlint.config import Config
from krlint.model import (
    Arc,
    Change,
    DateMention,
    Evidence,
    KeyResult,
    Lexicon,
    Predicate,
    Quantity,
    Token,
)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """
    Words, figures and predicates of one key result; all spans lie in `text`.

    `text` is the judged part of the key result in NFKC (see `judged` and `folding`); `line` is
    what the grammar of its language asks about the words. A reading is equal to itself alone, so
    that what is worked out from it can be kept beside it.
    """

    key_result: KeyResult
    text: str
    lexicon: Lexicon
    config: Config
    words: tuple[Token, ...]
    line: Any
    phrases: Mapping[str, tuple[Evidence, ...]]
    predicates: tuple[Predicate, ...]
    quantities: tuple[Quantity, ...]
    figures: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    change: Change
    untimely: Evidence | None
    arcs: tuple[Arc, ...] | None
