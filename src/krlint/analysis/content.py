"""What a key result speaks of: its words without change, dates, directions and grammar."""

import unicodedata
from collections.abc import Iterator

from krlint.analysis.patterns import compiled
from krlint.analysis.senses import sense
from krlint.analysis.units import seconds
from krlint.lexicon import lexicon
from krlint.model import Analysis, Language, Span, Token

_CLOSED = frozenset(
    "be have modal determiner owner pronoun preposition conjunction numeral adverb relative"
    " condition grammar_word".split()
)
_UNTOLD = frozenset(("how_often", "amount_unit"))
_TELLING = ("名詞-普通名詞", "名詞-固有名詞", "名詞-数詞", "形状詞", "動詞-一般")
_CURRENCY = "円$€£¥"


def content(
    analysis: Analysis,
    *,
    within: Span | None = None,
    without: tuple[Span, ...] = (),
    deeds: bool = False,
) -> frozenset[str]:
    """
    The words that tell one matter from another, `within` a part of the text, `without` others.

    With `deeds` what is done about it counts too.

    "Raise NPS from 20 to 40" and “NPS of 40” speak of the same: how far, until when and which way
    are left out. Other figures stay: they tell line 1 from line 2.
    """
    whole = Span(0, len(analysis.key_result.text))
    done = () if deeds else _deeds(analysis)
    left_out = (*without, *done, *(date.span for date in analysis.dates))
    return frozenset(_words(analysis, within or whole, left_out))


def _words(analysis: Analysis, part: Span, out: tuple[Span, ...]) -> Iterator[str]:
    figures = tuple(_changing(analysis))
    for token in analysis.tokens:
        if not _within(token, (part,)):
            continue
        number = any(char.isdigit() for char in token.text)
        if _within(token, out) or (number and _within(token, figures)):
            continue
        for word in _parts(token, analysis.language):
            if _tells(word, token, analysis.language):
                yield word


def _within(token: Token, spans: tuple[Span, ...]) -> bool:
    return any(span.start < token.span.end and token.span.start < span.end for span in spans)


def _deeds(analysis: Analysis) -> Iterator[Span]:
    for predicate in analysis.predicates:
        if sense(predicate) in ("change", "attain", "process") or "make" in predicate.groups:
            yield predicate.span


def _changing(analysis: Analysis) -> Iterator[Span]:
    for slot in (analysis.change.baseline, analysis.change.target):
        if slot is not None and slot.field is None:
            yield slot.span


def _parts(token: Token, language: Language) -> list[str]:
    """A compound with hyphens is its words; a Japanese verb stays as it is written."""
    if language == "ja":
        return [token.text.lower()]
    if "-" in token.text:
        return [_lemma(part) for part in token.text.lower().split("-")]
    return [_lemma(token.lemma.lower())]


def _tells(word: str, token: Token, language: Language) -> bool:
    groups = {*_groups(word, language), *_groups(token.text.lower(), language)}
    if seconds(word) is not None or word in _CURRENCY or _UNTOLD & groups:
        return False
    if language == "ja":
        return token.tag.startswith(_TELLING) and not ("助数詞" in token.tag and len(word) == 1)
    return word.isalnum() and not _CLOSED & groups


def _groups(word: str, language: Language) -> tuple[str, ...]:
    return lexicon(language).words.get(word, ())


def is_measure(word: str, language: Language) -> bool:
    """Whether a word names an amount, as those of any team may do: 件数, rate."""
    return any(group.startswith("measure") for group in _groups(word, language))


def is_department(name: str, language: Language) -> bool:
    """Whether a name is plainly that of a department: 「情報システム部」, "Data team"."""
    if language == "ja":
        suffixed = compiled(r"[^のにはをがとや、・\s]{2,12}[部課室局]").fullmatch(name)
        known = suffixed is not None or "department" in _groups(name, language)
        return known and name[:1] not in "各全他関"
    words = name.casefold().split()
    return bool(words) and (
        words[-1] == "team" or "department" in _groups(" ".join(words), language)
    )


def words_in(text: str, language: Language) -> frozenset[str]:
    """The words of any text, English ones as lemmas; Japanese ones as they stand between marks."""
    words = compiled(r"[^\W_]+").findall(unicodedata.normalize("NFKC", text).casefold())
    return frozenset(words if language == "ja" else map(_lemma, words))


def _lemma(word: str) -> str:
    known = lexicon("en").lemmas.get(word)
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return known or (word[:-1] if plural else word)
