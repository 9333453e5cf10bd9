"""
What a Japanese act is done to: a thing that can be shown, or a mood, a skill, a culture.

The lexicon's verbs settle most acts. For those that it does not know, what the act is done to tells
whether doing it once ends it (「朝市の出店案内を刷り上げる」) or never does (「一体感を紡ぐ」).
"""

from collections.abc import Iterator, Sequence

from krlint.analysis.ja.words import is_noun, is_particle, touches
from krlint.model import Lexicon, Token

_REACH = 8
"""Words between an act and its object, at most."""

_LONGEST_TAIL = 6
"""Characters of the longest word that tells a thing by its end."""

_CASES = ("を", "が", "は", "も", "の")


def object_of(words: Sequence[Token], first: int) -> int | None:
    """
    The last word of what the act that begins at `first` is done to; None where nothing is named.

    「手順書を作る」「手順書の作成」「手順書作成」「手順書を本社で作る」.
    """
    before = first - 1
    if before < 0:
        return None
    if is_noun(words[before]) or words[before].tag.startswith("接尾辞-名詞的"):
        return before if touches(words, first) else None
    if before > 0 and is_particle(words, before, *_CASES):
        return _named(words, before - 1)
    for index in range(before, max(0, before - _REACH), -1):
        if words[index].tag.startswith(("補助記号", "動詞")):
            return None
        if is_particle(words, index, "を"):
            return _named(words, index - 1)
    return None


def spoken_of(words: Sequence[Token], first: int) -> Iterator[int]:
    """The nouns with が, を, は, も in the clause before the predicate that begins at `first`."""
    for index in range(first - 1, max(0, first - 1 - _REACH), -1):
        if words[index].tag.startswith(("補助記号", "動詞")):
            return
        if is_particle(words, index, "が", "を", "は", "も") and is_noun(words[index - 1]):
            yield index - 1


def _named(words: Sequence[Token], index: int) -> int | None:
    """The noun before a particle, counts, brackets and quotation marks aside."""
    while index >= 0 and words[index].tag.startswith("補助記号-括弧閉"):
        index -= 1
    counter = words[index].tag.startswith("名詞-普通名詞-助数詞")
    if index > 1 and counter and words[index - 1].tag.startswith("名詞-数詞"):
        index -= 2
    if index < 0:
        return None
    named = is_noun(words[index]) or words[index].tag.startswith(("接尾辞-名詞的", "記号"))
    return index if named else None


def is_soft(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """「信頼」「一体感」「対応力」「安全文化」: nobody can say when it is there."""
    return _ends_in(_phrase(words, index), "soft_object", lexicon, "no_soft", "thing")


def is_thing(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """「手順書」「受付票」「予約サイト」「内覧会」: it is there or it is not."""
    phrase = _phrase(words, index)
    return any(_ends_in(phrase, group, lexicon, "no_thing") for group in ("thing", "put_out"))


def is_document(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """「就業規則」「点検表」: its final form is paper."""
    return _ends_in(_phrase(words, index), "document", lexicon, "no_thing")


def is_single(words: Sequence[Token], index: int) -> bool:
    """「新本社」「次期基幹系」「第2倉庫」「『ひなた』」: this one and no other."""
    if words[index].tag.startswith(("名詞-固有名詞", "記号")):
        return True
    first = index
    while first > 0 and touches(words, first) and _belongs(words[first - 1]):
        first -= 1
    return words[first].text.startswith(("新", "次期", "第", "本社", "v"))


def _belongs(word: Token) -> bool:
    return word.tag.startswith(("名詞", "接頭辞", "接尾辞", "記号"))


def _phrase(words: Sequence[Token], index: int) -> str:
    """The compound that ends at `index`, as far as a tail needs it."""
    text = words[index].text
    while index > 0 and len(text) < _LONGEST_TAIL and touches(words, index):
        index -= 1
        if not _belongs(words[index]):
            break
        text = words[index].text + text
    return text.lower()


def _ends_in(phrase: str, group: str, lexicon: Lexicon, *but: str) -> bool:
    """The longest tail that is in any of the groups decides."""
    for length in range(min(_LONGEST_TAIL, len(phrase)), 0, -1):
        groups = lexicon.words.get(phrase[-length:], ())
        if group in groups:
            return but[0] not in groups
        if not set(but).isdisjoint(groups):
            return False
    return False
