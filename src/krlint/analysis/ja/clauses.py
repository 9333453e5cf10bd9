"""Where a Japanese clause stops, and what it may stop on beside verbs: adjectives and questions."""

from collections.abc import Sequence
from typing import NamedTuple

from krlint.analysis.ja.words import behind_bracket, is_particle
from krlint.model import Lexicon, Token

_COPULA = ("だ", "です", "た", "ない", "無い")
_NOTHING = ("無い", "ない", "無し", "なし", "同じ", "未満")
_QUESTION = ("か", "?", "のか")
_NEAR = 40
"""Words before a predicate that are looked at."""
_ASKS_FOR = ("何", "なに", "どこ", "どう", "どの", "どれ", "どんな", "いつ", "誰", "だれ", "なぜ")


class Core(NamedTuple):
    """The tokens `first` to `last` (not included) that make one predicate, and its words."""

    first: int
    last: int
    lemmas: tuple[str, ...]
    noun: bool
    idiom: bool = False
    listed: bool = False
    """「販促など」: the word is one of several that are not named."""


def stops(words: Sequence[Token], index: int) -> bool:
    """The clause stops before `index`: end, punctuation, bracket, or a figure."""
    if index >= len(words):
        return True
    if is_particle(words, behind_bracket(words, index)):
        return False  # 「利用者体験（UX）の向上」: the clause goes on behind the bracket
    # 「問い合わせ・投稿の減少」: the middle dot joins nouns, it ends nothing.
    return words[index].text != "・" and words[index].tag.startswith(
        ("補助記号", "記号", "名詞-数詞", "感動詞")
    )


def adjective_at(words: Sequence[Token], index: int, lexicon: Lexicon) -> Core | None:
    """
    「返事が早い」「残業がつらくない」「連携が密」: how things are, which has degrees.

    「昨年より良い」 compares, 「問題ない」 says zero: neither is left to who judges.
    """
    word = words[index]
    if not word.tag.startswith(("形容詞-一般", "形状詞-一般")) or word.lemma in _NOTHING:
        return None
    last = index + 1
    while last < len(words) and words[last].lemma in _COPULA:
        last += 1
    said_of = index > 1 and is_particle(words, index - 1, "が", "は", "も")
    ends = last >= len(words) or words[last].tag.startswith("補助記号-句点")
    if not (said_of and ends) or "as_before" in lexicon.words.get(word.lemma, ()):
        return None
    before = words[max(0, index - _NEAR) : index]
    if any(word.text in ("より", "比べ", "ほう", "方") for word in before):
        return None
    return Core(index, last, (word.lemma + "くする", "くする"), True)


def is_asked(words: Sequence[Token], after: int) -> bool:
    """「どこを直すか」「どこまで行ける?」: the question itself is the key result."""
    if after >= len(words) or words[after].text not in _QUESTION:
        return False
    if after + 1 < len(words) and not words[after + 1].tag.startswith("補助記号"):
        return False
    return any(word.text in _ASKS_FOR for word in words[max(0, after - _NEAR) : after])
