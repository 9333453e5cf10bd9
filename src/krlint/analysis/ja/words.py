"""Japanese words: Sudachi's tokens and what kind of word each is."""

import re
import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from krlint.model import Lexicon, Span, Token

_CHUNK = 8_000
"""Code points tokenised at once: Sudachi refuses more than 49,149 bytes."""

_LONE = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which Sudachi does not take."""

_OPENING = ("(", "[", "【", "〔", "「", "『")
_CLOSING = (")", "]", "】", "〕", "」", "』")

POTENTIAL = "-可能"
"""Ends the tag of a verb that says what somebody can do."""

_E_ROW, _U_ROW = "えけげせてねべめれ", "うくぐすつぬぶむる"
"""A potential verb has e where its verb has u: 書ける, 書く."""

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
    text = _LONE.sub("\ufffd", text)
    for start in range(0, len(text), _CHUNK):
        for morpheme in _tokenizer().tokenize(text[start : start + _CHUNK]):
            tag = "-".join(part for part in morpheme.part_of_speech() if part != "*")
            span = Span(start + morpheme.begin(), start + morpheme.end())
            # Sudachi folds case for itself: where "İ" becomes two characters, one is no word.
            if tag != "空白" and span.start < span.end:
                lemma, tag = _lemma(morpheme, tag, lexicon)
                found.append(Token(span, text[span.start : span.end], lemma, tag))
    return tuple(found)


def line(words: Sequence[Token], _lexicon: Lexicon) -> Sequence[Token]:
    """The words themselves: their tags say what English has to ask the lexicon for."""
    return words


def _lemma(morpheme: Any, tag: str, lexicon: Lexicon) -> tuple[str, str]:
    """
    The dictionary form; Sudachi's normalised form where only that is a word of the lexicon.

    The normalised form brings spellings together (つくる・造る) and a potential verb to the verb
    that it comes from (語れる to 語る), which then stands in the tag.
    """
    lemma = str(morpheme.dictionary_form()).lower()
    if lemma in lexicon.words or not tag.startswith("動詞"):
        return lemma, tag
    normal = str(morpheme.normalized_form()).lower()
    able = len(lemma) > 1 and lemma[-2] in _E_ROW and normal[-1] == _U_ROW[_E_ROW.index(lemma[-2])]
    tag = tag + POTENTIAL if able and normal[-2:] != lemma[-2:] else tag
    return (normal if normal in lexicon.words else lemma), tag


def is_verb(word: Token) -> bool:
    """A verb that can be a predicate; 「による」「に対する」 are particles in effect."""
    if word.lemma == "つく":
        return word.tag.startswith("動詞") and word.text not in ("つい", "つき")
    return word.tag.startswith("動詞") and word.lemma not in ("よる", "おく", "対する", "つれる")


def is_noun(word: Token) -> bool:
    """A noun, pronoun or prefix of one, numerals left out."""
    if word.tag.startswith("名詞-数詞"):
        return False
    return word.tag.startswith(("名詞", "代名詞", "接頭辞"))


_TAILS = ("process", "change", "undecided", "event", "establish", "attain")
_SHORTEST_COMPOUND = 4
_TAIL_LENGTHS = (3, 2)
_SPECIFICATIONS = (
    "語",
    "法",
    "税制",
    "制度",
    "規格",
    "基準",
    "端末",
    "機種",
    "発行",
    "決済",
    "表示",
)
"""How a thing ends that a product meets once: 多言語対応, 新基準対応."""


def verbal_lemma(words: Sequence[Token], index: int, lexicon: Lexicon) -> str | None:
    """
    The action that a noun names, None if it names none.

    Sudachi's サ変, the lexicon's own (見直し, 立ち上げ, アイデア出し), and compounds that end in
    one of either (品質向上).
    """
    word = words[index]
    groups = lexicon.words.get(word.lemma, ())
    joined = words[index - 1].text + word.lemma if index and touches(words, index) else ""
    if joined and word.lemma == "対応" and is_noun(words[index - 1]):
        return "仕様対応" if _is_specified(words[index - 1], lexicon) else word.lemma
    if not set(_TAILS).isdisjoint(lexicon.words.get(joined, ())):
        return joined
    if "サ変" in word.tag:
        return None if "measure_modifier" in groups else _known_tail(word.lemma, lexicon)
    if not word.tag.startswith(("名詞", "接尾辞-名詞的")):
        return None
    does = (
        index + 1 < len(words) and "サ行変格" in words[index + 1].tag and touches(words, index + 1)
    )
    if "verbal_noun" in groups or (does and is_noun(word)):
        return word.lemma
    if word.text.endswith("中") and not set(_TAILS).isdisjoint(
        lexicon.words.get(word.lemma[:-1], ())
    ):
        return word.lemma[:-1]
    return _by_its_end(word, groups, lexicon)


def _by_its_end(word: Token, groups: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """「棚札の貼り替え」「受付の無人化」「業務改善」: the end says that it is an act."""
    if "once_noun_tail" in lexicon.words.get(word.lemma[-2:], ()) and len(word.lemma) > 2:
        return word.lemma
    if _becomes(word):
        return word.lemma if groups or is_adjectival(word.lemma[:-1]) else "化"
    if len(word.lemma) < _SHORTEST_COMPOUND:
        return None
    if groups:
        return word.lemma if {"process", "undecided"}.intersection(groups) else None
    tail = _known_tail(word.lemma, lexicon)
    return None if tail == word.lemma else tail


def _known_tail(lemma: str, lexicon: Lexicon) -> str:
    """The verb that a compound of the dictionary ends in: 「経費圧縮」 is 圧縮."""
    classed = not set(_TAILS).isdisjoint(lexicon.words.get(lemma, ()))
    if classed or len(lemma) < _SHORTEST_COMPOUND:
        return lemma
    tails = (lemma[-length:] for length in _TAIL_LENGTHS)
    known = (t for t in tails if not set(_TAILS).isdisjoint(lexicon.words.get(t, ())))
    return next(known, lemma)


@lru_cache(maxsize=4096)  # the stems of millions of key results would fill the memory
def is_adjectival(stem: str) -> bool:
    """「柔軟」「明確」 have degrees, 「無人」「電子」 have none."""
    found = _tokenizer().tokenize(stem[:_LONGEST_STEM])
    return len(found) == 1 and "形状詞" in "-".join(found[0].part_of_speech())


_LONGEST_STEM = 6


def _is_specified(word: Token, lexicon: Lexicon) -> bool:
    """「SSO対応」「多言語対応」「新税制対応」 are met once, 「雨漏り対応」 goes on."""
    if not {"handled", "measure"}.isdisjoint(lexicon.words.get(word.lemma, ())):
        return False
    foreign = all(sign.isascii() or "ァ" <= sign <= "ヴ" or sign == "ー" for sign in word.text)
    return foreign or word.text.endswith(_SPECIFICATIONS)


def _becomes(word: Token) -> bool:
    """「無人化」「ペーパーレス化」 are acts; 「企業文化」 is none."""
    return word.text.endswith("化") and len(word.text) > 2 and not word.text.endswith("文化")


def touches(words: Sequence[Token], index: int) -> bool:
    """No space stands between the word and the one before."""
    return words[index - 1].span.end == words[index].span.start


def runs_on(words: Sequence[Token], index: int) -> bool:
    """The word is inside a compound that goes on: 検討 in 「検討段階」."""
    after = index + 1
    if after >= len(words) or not touches(words, after):
        return False
    return is_noun(words[after]) or words[after].tag.startswith("接尾辞")


def is_particle(words: Sequence[Token], index: int, *texts: str) -> bool:
    """The word is a particle, one of `texts` if any are given."""
    if not 0 <= index < len(words) or not words[index].tag.startswith("助詞"):
        return False
    return not texts or words[index].text in texts


def is_followed_by_others(words: Sequence[Token], index: int) -> bool:
    """「など」「等」 behind a word: what else belongs to it stays open."""
    if is_particle(words, index, "など", "とか"):
        return True
    ends = index + 1 >= len(words) or not is_noun(words[index + 1])
    return index < len(words) and words[index].text == "等" and ends


def behind_bracket(words: Sequence[Token], index: int) -> int:
    """The first word behind the bracket that opens at `index`; `index` where none does."""
    if index >= len(words) or words[index].text not in _OPENING:
        return index
    open_ones = 0
    for step in range(index, len(words)):
        open_ones += (words[step].text in _OPENING) - (words[step].text in _CLOSING)
        if open_ones == 0:
            return step + 1
    return len(words)


def depths(words: Sequence[Token]) -> list[int]:
    """How many brackets or quotation marks are open at each word."""
    depth, found = 0, []
    for word in words:
        depth += word.text in _OPENING
        found.append(depth)
        if word.text in _CLOSING:
            depth = max(0, depth - 1)
    return found
