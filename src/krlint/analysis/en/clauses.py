"""English clauses: which words say what the key result comes to, and which only describe."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from krlint.analysis.en.words import (
    BE,
    CONJUNCTIONS,
    HAVE,
    MODALS,
    PRONOUNS,
    depths,
    is_base,
    is_mark,
    is_noun,
    is_stop,
    is_verb,
    text_at,
)
from krlint.model import Lexicon, Token

Clause = Literal["main", "relative", "purpose", "condition", "bracket"]

_RELATIVE = frozenset("which who whose whom whoever whether how what why where".split())
_CONDITION = frozenset("if once unless when whenever provided depending".split())
_TIME = frozenset("after before until till while because as since".split())
_NEEDS_TO = frozenset("need needs have has had able ready going plan plans want wants".split())


class Segment(NamedTuple):
    """The words `first` to `last` (not included) between two marks, brackets left out."""

    first: int
    last: int


def segments(words: Sequence[Token], depth: Sequence[int]) -> Iterator[Segment]:
    """The stretches of words outside brackets that may each hold a statement."""
    first = 0
    for index in range(len(words) + 1):
        if index == len(words) or is_stop(words, index) and not _in_brackets(words, depth, index):
            if index > first:
                yield Segment(first, index)
            first = index + 1


def _in_brackets(words: Sequence[Token], depth: Sequence[int], index: int) -> bool:
    return depth[index] > 0


def clauses(words: Sequence[Token], lexicon: Lexicon) -> tuple[Clause, ...]:
    """The clause of each word."""
    found: list[Clause] = []
    state: Clause = "main"
    begun = 0
    for index, depth in enumerate(depths(words)):
        if depth:
            found.append("bracket")
            continue
        if _ends(words, index, state, begun, lexicon):
            state = "main"
        opened = _opens(words, index, state, lexicon)
        if opened is not None:
            state, begun = opened, index
        found.append(state)
    return tuple(found)


def _ends(
    words: Sequence[Token], index: int, state: Clause, begun: int, lexicon: Lexicon
) -> bool:
    if is_stop(words, index):
        return True
    if state == "main" or text_at(words, index) != "," and text_at(words, index) not in CONJUNCTIONS:
        return False
    if words[index].text == ",":
        return True
    # “… that the regional offices send in, and lift …”; “so that X and Y” goes on.
    return state != "purpose" and is_base(words, index + 1, lexicon) and not is_noun(
        words, index + 1, lexicon
    )


def _opens(
    words: Sequence[Token], index: int, state: Clause, lexicon: Lexicon
) -> Clause | None:
    text, after = text_at(words, index), text_at(words, index + 1)
    before = text_at(words, index - 1)
    if text == "so" and after not in ("far", "called") and index:
        return "purpose"
    if text == "in" and after == "order" or text == "to" and _purpose(words, index, lexicon):
        return state if state not in ("main", "purpose") else "purpose"
    if text in _CONDITION and after not in ("a", "per", "every", "each", "possible", "needed"):
        return "condition"
    if text in _TIME and _has_verb(words, index + 1, lexicon):
        return "condition"
    if text in _RELATIVE and index and before not in {",", "."} | CONJUNCTIONS:
        return "relative"
    if text in ("which", "who", "whose"):
        return "relative" if index else None
    if text == "that" and index and not is_mark(words, index - 1):
        return None if is_verb(words, index - 1, lexicon) or before == "so" else "relative"
    if text in PRONOUNS and text not in ("us", "them") and _object_relative(words, index, lexicon):
        return "relative"
    return None


def _purpose(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    if index == 0 or is_stop(words, index - 1) or text_at(words, index - 1) in _NEEDS_TO:
        return False
    after = index + 1
    if text_at(words, after) == "be" or text_at(words, after).endswith("ly"):
        return True
    return is_base(words, after, lexicon) and not _is_target(words, after)


def _is_target(words: Sequence[Token], index: int) -> bool:
    """“to full capacity”, “to market” behind “from …” or a move are no purpose."""
    return is_stop(words, index + 1)


def _has_verb(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    for ahead in range(index, min(index + 7, len(words))):
        if is_stop(words, ahead) or words[ahead].text == ",":
            return False
        text = text_at(words, ahead)
        if text in BE or text in HAVE or text in MODALS:
            return True
        third = text.endswith("s") and is_verb(words, ahead, lexicon)
        if third and ahead > index and not is_noun(words, ahead, lexicon):
            return True
    return False


def _object_relative(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """“guests we ask for a review”: a noun, then a subject of its own."""
    if index == 0 or not is_noun(words, index - 1, lexicon):
        return False
    return is_verb(words, index + 1, lexicon) or text_at(words, index + 1) in BE | HAVE | MODALS
