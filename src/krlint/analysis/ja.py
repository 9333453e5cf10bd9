"""
Japanese: tokens and predicates.

Written Japanese puts the predicate last, so what a key result comes to is found from the end of
each clause: the finite verb, the noun that a light verb carries (「導入を行う」), or the noun on
which the clause stops (体言止め: 「〜の策定」).
"""

import threading
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from krlint.model import Lexicon, Predicate, Span, Token

_CHUNK = 8_000
"""Code points tokenised at once: Sudachi refuses more than 49,149 bytes."""

_SUFFIXES = ("接尾辞", "名詞-普通名詞-助数詞可能")
_OPENING, _CLOSING = "(「『[【〔<《", ")」』]】〕>》"
_local = threading.local()


@cache
def _dictionary() -> Any:
    from sudachipy import Dictionary

    return Dictionary()


def _tokenizer() -> Any:
    # One a thread: a shared tokenizer raises "Already borrowed" (sudachi.rs#289).
    if not hasattr(_local, "tokenizer"):
        _local.tokenizer = _dictionary().create()
    return _local.tokenizer


def tokens(text: str) -> tuple[Token, ...]:
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


class _Core(NamedTuple):
    """The tokens `first` to `last` (not included) that make one predicate, and its words."""

    first: int
    last: int
    lemmas: tuple[str, ...]
    noun: bool


def predicates(words: Sequence[Token], lexicon: Lexicon) -> tuple[Predicate, ...]:
    """The verbs and verbal nouns of the text, in order, each with its form and clause."""
    depth = _depths(words)
    return tuple(_predicate(words, core, depth, lexicon) for core in _cores(words, lexicon, depth))


def _predicate(
    words: Sequence[Token], core: _Core, depth: Sequence[int], lexicon: Lexicon
) -> Predicate:
    form, after = ("noun", core.last) if core.noun else _form(words, core.last)
    groups = tuple(
        dict.fromkeys(group for lemma in core.lemmas for group in lexicon.words.get(lemma, ()))
    )
    span = Span(words[core.first].span.start, words[after - 1].span.end)
    clause = "bracket" if depth[core.first] else _clause(words, core, after)
    return Predicate(span, core.lemmas[0], form, clause, groups)


# --- Where predicates stand --------------------------------------------------------------------


def _cores(words: Sequence[Token], lexicon: Lexicon, depth: Sequence[int]) -> Iterator[_Core]:
    index = 0
    while index < len(words):
        core = _core_at(words, index, lexicon)
        if core is None:
            index += 1
        else:
            yield core
            index = core.last


def _core_at(words: Sequence[Token], index: int, lexicon: Lexicon) -> _Core | None:
    word = words[index]
    if _is_verb(word):
        return _verb_at(words, index, lexicon)
    if not _is_verbal_noun(word, lexicon) or _runs_on(words, index):
        return None
    after = index + 1
    if after < len(words) and words[after].lemma in ("する", "為る", "できる", "出来る"):
        return _Core(index, after + 1, (_with_prefix(words, index), word.lemma), False)
    carrier = _carrier(words, after, lexicon)
    if carrier is not None:
        return carrier._replace(first=index, lemmas=(word.lemma, *carrier.lemmas))
    if _stops(words, after):
        return _Core(index, after, (word.lemma,), True)
    return None


def _verb_at(words: Sequence[Token], index: int, lexicon: Lexicon) -> _Core | None:
    word = words[index]
    after = index + 1
    if word.lemma in ("する", "為る") and _particle(words, index - 1):
        # 「〜を12%にする」: the change is said by the figures, する adds nothing.
        return _Core(index, after, ("する",), False)
    if "連用形" in word.tag and after < len(words) and _is_noun(words[after]):
        return None
    return _Core(index, after, (word.lemma,), False)


def _carrier(words: Sequence[Token], index: int, lexicon: Lexicon) -> _Core | None:
    """A light verb or noun behind a particle: 「〜を行う」「〜が図られる」「〜の完了」."""
    if index + 1 >= len(words) or not _particle(words, index):
        return None
    head = words[index + 1]
    light = "light" in lexicon.words.get(head.lemma, ())
    if not light or (words[index].text == "の" and _is_verb(head)):
        return None
    if _is_verb(head):
        return _Core(index, index + 2, (head.lemma,), False)
    if index + 2 < len(words) and words[index + 2].lemma in ("する", "為る", "できる"):
        return _Core(index, index + 3, (head.lemma,), False)
    if _stops(words, index + 2):
        return _Core(index, index + 2, (head.lemma,), True)
    return None


def _with_prefix(words: Sequence[Token], index: int) -> str:
    before = words[index - 1] if index else None
    if before is not None and before.tag.startswith("接頭辞"):
        return before.text + words[index].lemma
    return words[index].lemma


# --- What follows a predicate -------------------------------------------------------------------

_AUXILIARIES = (
    "て", "で", "た", "ます", "です", "れる", "られる", "せる", "させる", "ない", "だ", "ちゃう",
)  # fmt: skip
_STATES = ("いる", "居る", "ある", "有る", "おく", "てる")
_REQUESTS = ("もらう", "貰う", "いただく", "頂く", "くださる", "下さる", "くれる", "ほしい")


def _form(
    words: Sequence[Token], index: int
) -> tuple[Literal["plain", "state", "request", "passive"], int]:
    """The form that the auxiliaries from `index` on give a verb, and where they end."""
    seen: set[str] = set()
    while index < len(words) and _is_auxiliary(words, index):
        seen.add(words[index].lemma)
        index += 1
    if seen.intersection(_REQUESTS):
        return "request", index
    if seen.intersection(_STATES):
        return "state", index
    if seen.intersection(("れる", "られる")):
        return "passive", index
    return "plain", index


def _is_auxiliary(words: Sequence[Token], index: int) -> bool:
    word = words[index]
    if word.tag.startswith("助動詞") or word.text in ("て", "で") and "接続助詞" in word.tag:
        return True
    joined = words[index - 1].text in ("て", "で") or words[index - 1].lemma in _REQUESTS
    return "非自立可能" in word.tag and (joined or word.lemma in ("できる", "出来る", "始める"))


def _clause(
    words: Sequence[Token], core: _Core, after: int
) -> Literal["main", "relative", "purpose", "condition"]:
    if after >= len(words):
        return "main"
    word, previous = words[after], words[after - 1]
    if word.lemma in ("ため", "為", "よう", "様", "べく") or (
        word.text == "に" and after + 1 < len(words) and words[after + 1].lemma == "向ける"
    ):
        return "purpose"
    if word.text in ("ば", "たら", "と", "なら") and "助詞" in word.tag or word.lemma == "場合":
        return "condition"
    if core.noun or "連体形" not in previous.tag and not previous.tag.startswith("助動詞"):
        return "main"
    if _is_noun(word) and word.lemma not in ("状態", "こと", "事", "もの", "予定", "見込み"):
        return "relative"
    return "main"


def _stops(words: Sequence[Token], index: int) -> bool:
    """The clause stops before `index`: end, punctuation, bracket, or a figure."""
    if index >= len(words):
        return True
    word = words[index]
    return word.tag.startswith(("補助記号", "記号", "名詞-数詞", "感動詞")) or word.lemma in (
        "済み",
        "を通じる",
    )


# --- Kinds of word -------------------------------------------------------------------------------


def _is_verb(word: Token) -> bool:
    return word.tag.startswith("動詞") and word.lemma not in ("よる", "つく", "おく", "対する")


def _is_noun(word: Token) -> bool:
    return word.tag.startswith(("名詞", "代名詞", "接頭辞")) and "数詞" not in word.tag


def _is_verbal_noun(word: Token, lexicon: Lexicon) -> bool:
    if "サ変" in word.tag:
        return True
    # Nouns made from verbs (見直し, 立ち上げ) carry no サ変 tag: the lexicon knows those that act.
    return word.tag.startswith("名詞") and "verbal_noun" in lexicon.words.get(word.lemma, ())


def _runs_on(words: Sequence[Token], index: int) -> bool:
    """The word is inside a compound that goes on: 検討 in 「検討段階」."""
    after = index + 1
    return after < len(words) and (
        _is_noun(words[after]) or words[after].tag.startswith("接尾辞")
    ) and words[after].span.start == words[index].span.end


def _particle(words: Sequence[Token], index: int) -> bool:
    return index >= 0 and words[index].tag.startswith("助詞") and words[index].text in (
        "を", "が", "は", "も", "の", "に",
    )  # fmt: skip


def _depths(words: Sequence[Token]) -> list[int]:
    """How many brackets are open at each token; quotation marks 「」 do not count."""
    depth, depths = 0, []
    for word in words:
        if word.text in ("(", "[", "【", "〔"):
            depth += 1
        depths.append(depth)
        if word.text in (")", "]", "】", "〕"):
            depth = max(0, depth - 1)
    return depths
