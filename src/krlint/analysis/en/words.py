"""English words: tokens by a regular expression, and what kind of word each may be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from krlint.analysis.phrases import inflected
from krlint.model import Lexicon, Span, Token

_WORD = re.compile(r"\w+(?:[-.&]\w+|,\d{3}(?!\d)|['’](?!s\b)\w+)*|['’]s\b|\S")
_LONGEST = 1_000
"""Tokens that are read: nobody's key result is longer, and what is asked of a word may look far."""

_OPENING, _CLOSING = "([{", ")]}"
_STOPS = frozenset(".;!?:-–—|•→") | frozenset(_OPENING + _CLOSING)
_VERBS = frozenset(
    (
        "event",
        "process",
        "change",
        "undecided",
        "attain",
        "request",
        "finish",
        "decide",
        "phrasal",
        "establish",
    )
)
_GRAMMAR = frozenset(
    ("be", "have", "modal", "determiner", "pronoun", "preposition", "conjunction", "grammar_word")
)
_NOUNS = frozenset(("measure", "thing", "artefact", "event_noun", "process_noun", "others_work"))
_LONGEST_VERB = 4
_QUALITY = ("ness", "bility")
"""Suffixes of nouns that name a quality (Quirk et al. 1985, appendix I.40)."""
_QUALITY_NOUN = frozenset(("process_noun",))


def tokens(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Words, numbers, possessive 's and marks, each with the lexicon's lemma."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        lower = match.group().lower()
        lemma = lexicon.lemmas.get(lower, lower)
        found.append(Token(Span(*match.span()), match.group(), lemma, ""))
        if len(found) == _LONGEST:
            break
    return tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """
    The words of a key result with the lexicon's groups of each.

    Every question takes the index of a word and is answered with no outside the text. A line is
    equal to itself alone, so that what is worked out from it can be kept beside it.
    """

    words: Sequence[Token]
    lexicon: Lexicon
    texts: tuple[str, ...]
    groups: tuple[frozenset[str], ...]

    def __len__(self) -> int:
        return len(self.words)

    def text(self, index: int) -> str:
        """The word in lower case; empty outside the text."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def lemma(self, index: int) -> str:
        """The word as in the dictionary; empty outside the text."""
        return self.words[index].lemma if 0 <= index < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """From the start of the word `first` to the end of the word before `last`."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)

    def has(self, index: int, *groups: str) -> bool:
        """The word, as it stands or as in the dictionary, belongs to one of the groups."""
        return 0 <= index < len(self.groups) and not self.groups[index].isdisjoint(groups)

    def phrase_has(self, first: int, last: int, *groups: str) -> bool:
        """The words from `first` to `last`, not included, are an entry of one of the groups."""
        if not 0 <= first < last <= len(self.texts):
            return False
        if last - first > 1 and self.lexicon.longest.get(self.texts[first], 0) < last - first:
            return False
        before = " ".join((*self.texts[first : last - 1], ""))
        entry = self.lexicon.words
        written = entry.get(before + self.texts[last - 1], ())
        found = (*written, *inflected(entry.get(before + self.lemma(last - 1), ())))
        return any(group in found for group in groups)

    def is_stop(self, index: int) -> bool:
        """A segment ends here: a mark, a bracket, or the end of the text."""
        return not 0 <= index < len(self.words) or self.words[index].text in _STOPS

    def is_mark(self, index: int) -> bool:
        """No word stands here: punctuation, a symbol, or the end."""
        return not self.text(index)[:1].isalnum()

    def is_number(self, index: int) -> bool:
        """A figure, a number word, or a sign that stands before one (£, >, ≤, ~)."""
        text = self.text(index)
        return text[:1].isdigit() or self.has(index, "numeral") or text in tuple("£$€><≥≤~")

    def is_modal(self, index: int) -> bool:
        """“will”, “can”, “may” … but not the month."""
        # By the word as it stands: “done” is no operator.
        entry = self.lexicon.words.get(self.text(index), ())
        return "modal" in entry and self.words[index].text != "May"

    def is_auxiliary(self, index: int) -> bool:
        """A form of be or have, or a modal."""
        return self.has(index, "be", "have") or self.is_modal(index)

    def is_adverb(self, index: int) -> bool:
        """A word in -ly, or a small adverb that may stand before a verb."""
        text = self.text(index)
        return self.has(index, "adverb") or (len(text) > 4 and text.endswith("ly"))

    def is_verb(self, index: int) -> bool:
        """The lexicon knows the word as a form of a verb."""
        return not _VERBS.isdisjoint(self.lexicon.words.get(self.lemma(index), ()))

    def is_base(self, index: int) -> bool:
        """A verb as in the dictionary, as imperatives have it."""
        return self.is_verb(index) and self.lemma(index) == self.text(index)

    def is_third(self, index: int) -> bool:
        """The third person of a known verb, which may be the plural of a noun."""
        text = self.text(index)
        return text.endswith("s") and text != self.lemma(index) and self.is_verb(index)

    def is_gerund(self, index: int) -> bool:
        """The -ing form of a known verb."""
        text = self.text(index)
        return text.endswith("ing") and text != self.lemma(index) and self.is_verb(index)

    def is_participle(self, index: int) -> bool:
        """A past form: a known verb's, or an unknown word in -ed."""
        if self.has(index, "preposition", "be", "have", "adjective"):
            return False
        text = self.text(index)
        if not self.is_verb(index):
            return len(text) > 4 and text.endswith("ed")
        past = not text.endswith(("ing", "s")) and text != self.lemma(index)
        return past or (self.has(index, "same_past") and not text.endswith("s"))

    def is_nominal(self, index: int) -> bool:
        """A verb that is a noun in the same form: launch, review, support, reports."""
        return self.has(index, "noun_too")

    def is_noun(self, index: int) -> bool:
        """By elimination: a word that is no grammar word, number, adverb or verb-only form."""
        if self.is_mark(index) or self.is_number(index) or self.is_adverb(index):
            return False
        if not self.groups[index].isdisjoint(_GRAMMAR):
            return self.words[index].text.isupper() and self.has(index, "department")  # IT
        if not self.is_verb(index) or self.is_nominal(index):
            return True
        # “our glaze test”: behind a determiner stands a noun.
        return self.has(index - 1, "determiner") and self.lemma(index) == self.text(index)

    def is_name(self, index: int) -> bool:
        """A word with a capital that does not open a sentence, or an acronym."""
        if self.is_mark(index) or not self.words[index].text[0].isupper():
            return False
        text = self.words[index].text
        return (len(text) > 1 and text.isupper()) or not (index == 0 or self.is_stop(index - 1))

    def is_object(self, index: int) -> bool:
        """What may stand right behind a verb as its object."""
        return (
            self.is_noun(index)
            or self.is_participle(index)
            or self.is_number(index)
            or self.has(index, "determiner", "pronoun")
        )

    def verb(self, index: int) -> tuple[int, tuple[str, ...]]:
        """Where the verb ends (“look into”), not included, and the groups of its sense."""
        for length in range(min(_LONGEST_VERB, len(self.words) - index), 0, -1):
            phrase = " ".join((self.lemma(index), *self.texts[index + 1 : index + length]))
            entry = self.lexicon.words.get(phrase, ())
            groups = tuple(group for group in entry if group in _VERBS)
            if groups:
                return index + length, groups
        return index + 1, ()

    def verb_has(self, index: int, group: str) -> bool:
        """The verb at `index`, with its particles or without, belongs to the group."""
        last, _ = self.verb(index)
        phrase = " ".join((self.lemma(index), *self.texts[index + 1 : last]))
        return group in self.lexicon.words.get(phrase, ())

    def depths(self) -> list[int]:
        """How many brackets are open at each word."""
        depth, found = 0, []
        for word in self.words:
            depth += word.text in _OPENING
            found.append(depth)
            if word.text in _CLOSING:
                depth = max(0, depth - 1)
        return found


def _of_form(text: str, groups: tuple[str, ...]) -> Iterator[str]:
    """What of a lemma's groups its form `text` has: “pricing” is no price."""
    verbal = text.endswith(("ing", "ed"))
    return (g for g in inflected(groups) if not (verbal and g in _NOUNS))


def line(words: Sequence[Token], lexicon: Lexicon) -> Line:
    """The words with what the lexicon says of each."""
    entry = lexicon.words
    texts = tuple(word.text.lower() for word in words)
    groups = tuple(
        frozenset((*entry.get(text, ()), *_of_form(text, entry.get(word.lemma, ()))))
        for text, word in zip(texts, words, strict=True)
    )
    named = tuple(
        found or _QUALITY_NOUN if text.endswith(_QUALITY) else found
        for text, found in zip(texts, groups, strict=True)
    )
    return Line(words, lexicon, texts, named)
