"""Japanese words: Sudachi's tokens and what kind of word each is."""

import threading
from collections.abc import Sequence
from functools import cache
from typing import Any

from krlint.model import Lexicon, Span, Token

_CHUNK = 8_000
"""Code points tokenised at once: Sudachi refuses more than 49,149 bytes."""

_local = threading.local()


@cache
def _dictionary() -> Any:
    from sudachipy import Dictionary  # type: ignore[attr-defined]  # re-exported untyped

    return Dictionary()


def _tokenizer() -> Any:
    # One a thread: a shared tokenizer raises "Already borrowed" (sudachi.rs#289).
    if not hasattr(_local, "tokenizer"):
        _local.tokenizer = _dictionary().create()
    return _local.tokenizer


def tokens(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Sudachi's words in its longest split mode (C), without white space."""
    found: list[Token] = []
    for start in range(0, len(text), _CHUNK):
        for morpheme in _tokenizer().tokenize(text[start : start + _CHUNK]):
            tag = "-".join(part for part in morpheme.part_of_speech() if part != "*")
            if tag != "空白":
                span = Span(start + morpheme.begin(), start + morpheme.end())
                lemma = morpheme.dictionary_form().lower()
                found.append(Token(span, text[span.start : span.end], lemma, tag))
    return tuple(found)


def is_verb(word: Token) -> bool:
    """A verb that can be a predicate; 「による」「に対する」 are particles in effect."""
    return word.tag.startswith("動詞") and word.lemma not in (
        "よる",
        "つく",
        "おく",
        "対する",
        "つれる",
    )


def is_noun(word: Token) -> bool:
    """A noun, pronoun or prefix of one, numerals left out."""
    if word.tag.startswith("名詞-数詞"):
        return False
    return word.tag.startswith(("名詞", "代名詞", "接頭辞"))


_TAILS = ("process", "change", "undecided", "event")


def verbal_lemma(word: Token, lexicon: Lexicon) -> str | None:
    """
    The action that a noun names, None if it names none.

    Sudachi's サ変, the lexicon's own (見直し, 立ち上げ), and compounds that end in one of either
    (品質向上).
    """
    groups = lexicon.words.get(word.lemma, ())
    if "サ変" in word.tag:
        return None if "measure_modifier" in groups else word.lemma
    if not word.tag.startswith(("名詞", "接尾辞-名詞的")):
        return None
    if "verbal_noun" in groups:
        return word.lemma
    tail = word.lemma[-2:]
    known = len(word.lemma) >= 4 and not set(_TAILS).isdisjoint(lexicon.words.get(tail, ()))
    return tail if known and not groups else None


def runs_on(words: Sequence[Token], index: int) -> bool:
    """The word is inside a compound that goes on: 検討 in 「検討段階」."""
    after = index + 1
    if after >= len(words) or words[after].span.start != words[index].span.end:
        return False
    return is_noun(words[after]) or words[after].tag.startswith("接尾辞")


def is_particle(words: Sequence[Token], index: int, *texts: str) -> bool:
    """The word is a particle, one of `texts` if any are given."""
    if not 0 <= index < len(words) or not words[index].tag.startswith("助詞"):
        return False
    return not texts or words[index].text in texts


def depths(words: Sequence[Token]) -> list[int]:
    """How many brackets or quotation marks are open at each word."""
    depth, found = 0, []
    for word in words:
        depth += word.text in ("(", "[", "【", "〔", "「", "『")
        found.append(depth)
        if word.text in (")", "]", "】", "〕", "」", "』"):
            depth = max(0, depth - 1)
    return found
