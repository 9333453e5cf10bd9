"""Where the lexicon's words stand among the tokens."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from krlint import lexicon as lexicons
from krlint.model import Evidence, Language, Lexicon, Span, Token

LONGEST_PHRASE = 6
"""Tokens an entry may have; more would cost a look-up a token for entries nobody writes."""

_AS_WRITTEN = ("quality", "comparative", "ready", "agreed")
"""Groups of adjectives; the same letters with an ending are a verb or a noun."""


def phrases(
    tokens: Sequence[Token], lexicon: Lexicon, language: Language
) -> Mapping[str, tuple[Evidence, ...]]:
    """
    The groups that occur, each with its places in order.

    The last token of an entry may be inflected. A match inside a longer one is dropped:
    「検討段階」 is not 「検討」.
    """
    found = sorted(_matches(tokens, lexicon, language), key=lambda m: (m[0].start, -m[0].end))
    places: dict[str, list[Evidence]] = {}
    reach = Span(-1, -1)
    for span, groups in found:
        if span.end <= reach.end and span != reach:
            continue
        reach = span
        for group in groups:
            places.setdefault(group, []).append(Evidence(span))
    return {group: tuple(evidence) for group, evidence in places.items()}


def inflected(groups: tuple[str, ...]) -> tuple[str, ...]:
    """The groups that an English entry keeps when inflected: “cleared” is no praise."""
    if not groups:
        return ()
    return tuple(group for group in groups if group not in _AS_WRITTEN)


def _matches(
    tokens: Sequence[Token], lexicon: Lexicon, language: Language
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    return _japanese(tokens, lexicon) if language == "ja" else _english(tokens, lexicon)


def _japanese(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[Span, tuple[str, ...]]]:
    entry = lexicon.words
    surfaces = [token.text.lower() for token in tokens]
    for first, opening in enumerate(surfaces):
        before = ""
        longest = lexicon.longest.get(opening[:1], 0)
        for last in range(first, min(first + LONGEST_PHRASE, len(tokens))):
            groups = entry.get(before + surfaces[last]) or entry.get(before + tokens[last].lemma)
            if groups:
                yield Span(tokens[first].span.start, tokens[last].span.end), groups
            before += surfaces[last]
            if len(before) >= longest:
                break


def _english(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[Span, tuple[str, ...]]]:
    entry, longest = lexicon.words, lexicon.longest
    surfaces = [token.text.lower() for token in tokens]
    lemmas = [token.lemma for token in tokens]
    for first in range(len(tokens)):
        before = ""
        most = max(longest.get(surfaces[first], 1), longest.get(lemmas[first], 1), 1)
        for last in range(first, min(first + min(most, LONGEST_PHRASE), len(tokens))):
            groups = entry.get(before + surfaces[last])
            groups = groups or inflected(entry.get(before + lemmas[last], ()))
            if not groups and last > first:
                groups = inflected(entry.get(" ".join(lemmas[first : last + 1]), ()))
            if groups:
                yield Span(tokens[first].span.start, tokens[last].span.end), groups
            before += surfaces[last] + " "


@cache
def entries(language: Language, group: str) -> tuple[str, ...]:
    """The entries of one of krlint's own groups, for short texts that are not worth a tokeniser."""
    words = lexicons.lexicon(language).words
    return tuple(entry for entry, groups in words.items() if group in groups)
