"""English words: tokens by a regular expression, and what kind of word each may be."""

import re
from collections.abc import Collection, Sequence

from krlint.model import Lexicon, Span, Token

_WORD = re.compile(r"\w+(?:[-.&]\w+|,\d{3}(?!\d)|['’](?!s\b)\w+)*|['’]s\b|\S")

BE = frozenset("be is are was were been being am".split())
HAVE = frozenset("have has had having".split())
MODALS = frozenset("will would can could shall should must may might do does did".split())
DETERMINERS = frozenset(
    "the a an this that these those our your their its his her my all every each no any some both "
    "another at-least".split()
)
PRONOUNS = frozenset("we they you it i he she us them everyone everybody anyone nobody".split())
PREPOSITIONS = frozenset(
    "of for in on at by with from to into onto over under within without across through during "
    "after before until between among per via about around against towards toward off out up down "
    "than as like above below inside outside behind upon since along beyond throughout compared based "
    "including regarding related given vs versus".split()
)
CONJUNCTIONS = frozenset("and or but & plus then nor".split())
NUMERALS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand "
    "million".split()
)
_OPENING, _CLOSING = "([{", ")]}"
_STOPS = frozenset(".;!?:") | frozenset("-–—|•→")
"""Marks between segments; hyphens inside words are no tokens of their own."""

VERBS = frozenset(
    "event process change undecided attain request finish decide phrasal".split()
)
"""The lexicon's groups that hold verbs; those of nouns end in "_noun"."""


def tokens(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Words, numbers, possessive 's and marks, each with the lexicon's lemma."""
    found = []
    for match in _WORD.finditer(text):
        lower = match.group().lower()
        lemma = lexicon.lemmas.get(lower, lower)
        found.append(Token(Span(*match.span()), match.group(), lemma, ""))
    return tuple(found)


def text_at(words: Sequence[Token], index: int) -> str:
    """The word at `index` in lower case; empty outside the text."""
    return words[index].text.lower() if 0 <= index < len(words) else ""


def is_one_of(words: Sequence[Token], index: int, texts: Collection[str]) -> bool:
    """The word at `index`, in lower case, is one of `texts`."""
    return text_at(words, index) in texts


def is_modal(words: Sequence[Token], index: int) -> bool:
    """“will”, “can”, “may” … but not the month."""
    text = text_at(words, index)
    return text in MODALS and (text != "may" or words[index].text == "may")


def is_stop(words: Sequence[Token], index: int) -> bool:
    """A segment ends at `index`: a mark, or the end of the text."""
    if not 0 <= index < len(words):
        return True
    return words[index].text in _STOPS or words[index].text in _OPENING + _CLOSING


def is_mark(words: Sequence[Token], index: int) -> bool:
    """No word stands at `index`: punctuation, a symbol, or the end."""
    return not (0 <= index < len(words) and words[index].text[0].isalnum())


def is_number(words: Sequence[Token], index: int) -> bool:
    """A figure, a number word, or a sign that stands before one (£, >, ≤, ~)."""
    text = text_at(words, index)
    return text[:1].isdigit() or text in NUMERALS or text in ("£", "$", "€", ">", "<", "≥", "≤", "~")


def in_group(words: Sequence[Token], index: int, lexicon: Lexicon, *groups: str) -> bool:
    """The word at `index` belongs to one of the lexicon's `groups`."""
    if not 0 <= index < len(words):
        return False
    word = words[index]
    found = lexicon.words.get(word.text.lower(), ()) + lexicon.words.get(word.lemma, ())
    return any(group in found for group in groups)


def is_verb(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """The lexicon knows the word as a form of a verb."""
    return 0 <= index < len(words) and not VERBS.isdisjoint(
        lexicon.words.get(words[index].lemma, ())
    )


def is_base(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A verb as in the dictionary, as imperatives have it."""
    return is_verb(words, index, lexicon) and words[index].lemma == text_at(words, index)


def is_gerund(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """The -ing form of a known verb."""
    text = text_at(words, index)
    return text.endswith("ing") and text != words[index].lemma and is_verb(words, index, lexicon)


def is_participle(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A past form: a known verb's, or an unknown word in -ed."""
    text = text_at(words, index)
    if text in PREPOSITIONS or text in BE or text in HAVE:
        return False
    if is_verb(words, index, lexicon):
        past = not text.endswith(("ing", "s")) and text != words[index].lemma
        return past or in_group(words, index, lexicon, "same_past")
    return len(text) > 4 and text.endswith("ed") and not in_group(words, index, lexicon, "adjective")


def is_adverb(words: Sequence[Token], index: int) -> bool:
    """A word in -ly, or a small adverb that may stand before a verb."""
    text = text_at(words, index)
    if text in ("not", "also", "now", "always", "never", "still", "already", "just", "only", "yet", "well"):
        return True
    return len(text) > 4 and text.endswith("ly")


def is_name(words: Sequence[Token], index: int) -> bool:
    """A word with a capital that does not open a sentence, or an acronym."""
    if is_mark(words, index) or not words[index].text[0].isupper():
        return False
    text = words[index].text
    acronym = len(text) > 1 and text.isupper()
    return acronym or not (index == 0 or is_stop(words, index - 1))


def is_noun(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """By elimination: a word that is no grammar word, number, adverb or verb-only form."""
    text = text_at(words, index)
    if is_mark(words, index) or is_number(words, index) or is_adverb(words, index):
        return False
    if text in GRAMMAR:
        return False
    return not is_verb(words, index, lexicon) or is_nominal_verb(words, index, lexicon)


def is_nominal_verb(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A verb that is a noun in the same form: launch, review, support, reports."""
    return in_group(words, index, lexicon, "noun_too")


GRAMMAR = (
    BE | HAVE | MODALS | DETERMINERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS
    | frozenset("that which who whose whom where when if once unless while whether how what why so "
                "because not more less most least".split())
)


def depths(words: Sequence[Token]) -> list[int]:
    """How many brackets are open at each word."""
    depth, found = 0, []
    for word in words:
        depth += word.text in _OPENING
        found.append(depth)
        if word.text in _CLOSING:
            depth = max(0, depth - 1)
    return found
