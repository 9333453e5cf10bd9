"""English clauses: which words say what the key result comes to, and which only describe."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from krlint.analysis.en.words import Line

Clause = Literal["main", "relative", "purpose", "condition", "bracket"]

_NO_CONDITION = frozenset(("a", "per", "every", "each", "possible", "needed"))
_FAR = 7
"""Words within which a subordinate clause shows its verb."""


class Segment(NamedTuple):
    """The words `first` to `last` (not included) between two marks."""

    first: int
    last: int


def segments(line: Line) -> Iterator[Segment]:
    """The stretches of words that may each hold a statement; brackets do not end one."""
    depth = line.depths()
    first = 0
    for index in range(len(line) + 1):
        if index == len(line) or (line.is_stop(index) and not depth[index]):
            if index > first:
                yield Segment(first, index)
            first = index + 1


@lru_cache(maxsize=16)
def clauses(line: Line) -> tuple[Clause, ...]:
    """The clause of each word."""
    found: list[Clause] = []
    state: Clause = "main"
    for index, depth in enumerate(line.depths()):
        if depth:
            found.append("bracket")
            continue
        if _ends(line, index, state):
            state = "main"
        state = _opened(line, index, state) or state
        found.append(state)
    return tuple(found)


def _ends(line: Line, index: int, state: Clause) -> bool:
    if line.is_stop(index) or line.text(index) == ",":
        return True
    if state in ("main", "purpose") or not line.has(index, "conjunction"):
        return False
    # “… that the offices send in, and lift …” goes back; “so that X and Y” goes on.
    return line.is_base(index + 1) and not line.is_noun(index + 1)


def _opened(line: Line, index: int, state: Clause) -> Clause | None:
    """The clause that the word opens, None if none."""
    if _opens_condition(line, index):
        return "condition"
    if _opens_relative(line, index):
        return "relative"
    if _opens_purpose(line, index) and state in ("main", "purpose"):
        return "purpose"
    return None


def _opens_purpose(line: Line, index: int) -> bool:
    text, after = line.text(index), index + 1
    if text == "so":
        return index > 0 and line.text(after) not in ("far", "called")
    if text == "in":
        return line.text(after) == "order"
    if text != "to" or line.is_stop(index - 1) or line.has(index - 1, "need_to"):
        return False
    if line.text(after) == "be" or line.is_adverb(after):
        return True
    # “to market”, “to full capacity” at the end name a goal that is reached by moving.
    return line.is_base(after) and not line.is_stop(after + 1)


def _opens_condition(line: Line, index: int) -> bool:
    if line.has(index, "condition"):
        return line.text(index + 1) not in _NO_CONDITION
    return line.has(index, "time_clause") and _has_verb(line, index + 1)


def _opens_relative(line: Line, index: int) -> bool:
    text, before = line.text(index), index - 1
    if index == 0:
        return False
    if line.has(index, "relative"):
        joins = line.has(before, "conjunction") or line.text(before) in (",", ".")
        return not joins or text in ("which", "who", "whose")
    if line.has(index, "audience") and line.is_noun(before):
        return _is_felt(line, index + 1)
    if text == "that":
        verbal = line.is_verb(before) and not (before == 0 and line.is_third(before))
        return not (line.is_mark(before) or verbal or line.text(before) == "so")
    if line.text(before) == "," and line.is_gerund(index):
        # “…, covering all sites” describes; “…, cutting the cost from 9 to 4” is a result.
        return line.has(index, "state_verb") or not line.has(index, "change", "attain")
    return line.has(index, "pronoun") and text not in ("us", "them") and _has_own_verb(line, index)


def _is_felt(line: Line, index: int) -> bool:
    """“docs people actually read”: a clause without its “that”."""
    while line.is_adverb(index):
        index += 1
    return line.text(index - 1) != "" and line.is_base(index) and line.has(index, "felt")


def _has_own_verb(line: Line, index: int) -> bool:
    """“guests we ask for a review”: a noun, then a subject and its verb."""
    if not line.is_noun(index - 1):
        return False
    return line.is_verb(index + 1) or line.is_auxiliary(index + 1)


def _has_verb(line: Line, index: int) -> bool:
    for ahead in range(index, min(index + _FAR, len(line))):
        if line.is_stop(ahead) or line.text(ahead) == ",":
            return False
        if line.is_auxiliary(ahead):
            return True
        if ahead > index and line.is_third(ahead) and not line.is_noun(ahead):
            return True
    return False
