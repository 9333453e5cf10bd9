"""
What an act that the lexicon does not know comes to, by what it is made of and done to.

Doing it once ends it, it has no end, or nothing shows which: then no rule speaks of it.
"""

from collections.abc import Sequence
from typing import Literal

from krlint.analysis.ja.clauses import Core
from krlint.analysis.ja.objects import (
    is_document,
    is_single,
    is_soft,
    is_thing,
    object_of,
    spoken_of,
)
from krlint.analysis.ja.words import is_adjectival, is_noun
from krlint.analysis.senses import SENSES, sense_of
from krlint.model import Lexicon, Token

_TAILS = (3, 2, 1)
"""Lengths of the ends by which a word is classed: 載せ替える, 添付."""


def ending(
    words: Sequence[Token], core: Core, lexicon: Lexicon
) -> Literal["event", "process", "establish", "untold"]:
    """What an unknown act comes to: 添付 and 載せ替える end, 「気配を紡ぐ」 does not."""
    target = object_of(words, core.first)
    if "request" in lexicon.words.get(core.lemmas[0], ()):
        return "event"  # asked on one day, whatever comes of it
    if _becomes_more(core.lemmas[0]):
        return "process"
    if _has_degrees(words, core.first, lexicon):
        shown = target is not None and _can_be_shown(words, target, lexicon)
        return "establish" if shown else "process"  # 「棚卸しをきちんとやる」 is both
    if target is not None and is_soft(words, target, lexicon):
        return "process"
    if "felt" in lexicon.words.get(core.lemmas[0], ()) or _goes_on(core.lemmas[0], lexicon):
        return "process"
    if _ends_by_form(core, lexicon):
        return "event"
    if target is not None and _can_be_shown(words, target, lexicon):
        return "event"
    return "untold"


def _becomes_more(lemma: str) -> bool:
    """「柔軟化」「明確化」: what has degrees; 「無人化」 is a change of kind."""
    return lemma.endswith("化") and is_adjectival(lemma[:-1])


def _goes_on(lemma: str, lexicon: Lexicon) -> bool:
    """「呼び合う」「問い続ける」: the second verb takes the end away."""
    tails = (lemma[-length:] for length in _TAILS if length < len(lemma))
    return any("endless_tail" in lexicon.words.get(tail, ()) for tail in tails)


def _ends_by_form(core: Core, lexicon: Lexicon) -> bool:
    """「貼り替える」「載せ替え」「添付」: the last part tells of a new place or state."""
    lemma = core.lemmas[0]
    if len(lemma) < len("添付"):
        return False
    return any(
        {"once_tail", "once_noun_tail"}.intersection(lexicon.words.get(lemma[-n:], ()))
        for n in _TAILS
        if n < len(lemma)
    )


def _can_be_shown(words: Sequence[Token], target: int, lexicon: Lexicon) -> bool:
    """A thing made, this one of its kind, or an event of its own: 「合宿を箱根でやる」."""
    if is_thing(words, target, lexicon) or is_single(words, target):
        return True
    groups = SENSES.intersection(lexicon.words.get(words[target].lemma, ()))
    return "event" in groups and "process" not in groups and words[target + 1].text == "を"


_DEGREES = ("quality", "vague", "more")


def _has_degrees(words: Sequence[Token], first: int, lexicon: Lexicon, *kinds: str) -> bool:
    """「もっと拾う」「しっかりやる」: how much is left to who judges."""
    for index in range(max(0, first - 4), first):
        if words[index].tag.startswith("補助記号"):
            continue
        groups = lexicon.words.get(words[index].text, ())
        if set(kinds or _DEGREES).intersection(groups):
            return True
    return False


def settled(
    words: Sequence[Token], core: Core, groups: tuple[str, ...], lexicon: Lexicon
) -> tuple[str, ...]:
    """
    The groups with what adverb and object settle: 「もっと配る」 has no end.

    「規程を整備する」「教材づくり」 end in paper, 「議論を深める」 decides nothing.
    """
    once = sense_of(groups) in ("event", "establish")
    if once and _has_degrees(words, core.first, lexicon, "more"):
        return ("process", *(group for group in groups if group != "establish"))
    target = object_of(words, core.first)
    if target is None:
        return groups
    ends_in_paper = not {"establish", "rethink", "making"}.isdisjoint(groups)
    if ends_in_paper and is_document(words, target, lexicon):
        return ("event", *(group for group in groups if group not in ("establish", "process")))
    if sense_of(groups) == "process" and not core.noun:
        done = lexicon.words.get(words[target].lemma, ())
        return ("undecided", *groups) if "undecided" in done else groups
    return groups


_INNER = ("state_verb", "felt", "change")


def is_wish(words: Sequence[Token], core: Core, groups: tuple[str, ...], lexicon: Lexicon) -> bool:
    """
    A state that nobody can date: 「声が届く」「頼られる係になる」「迷わない」「胸を張って言える」.

    「全便が届く」「帳簿を書ける」「鍵を失くさない」 can be checked.
    """
    if sense_of(groups) != "attain" or "others_deed" in groups:
        return False
    if any(is_soft(words, index, lexicon) for index in spoken_of(words, core.first)):
        return True
    if not core.noun and words[core.first - 1].tag.startswith("形容詞") and core.first:
        return True  # 「早く帰れる」
    if {"negated", "ability"}.intersection(groups):
        return not set(_INNER).isdisjoint(groups)
    return core.lemmas[0] in _BECOMES and _is_told_by_others(words, core.first, lexicon)


_BECOMES = ("なる", "成る")


def _is_told_by_others(words: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """「頼られる係に（なる）」「話しかけてもらえる店に（なる）」."""
    index = first - 2
    if index < 1 or words[first - 1].text != "に" or not is_noun(words[index]):
        return False
    while index > 0 and is_noun(words[index]):
        index -= 1
    verb = words[index]
    return verb.tag.startswith(("動詞", "助動詞")) and verb.lemma in _GIVEN


_GIVEN = ("れる", "られる", "もらえる", "いただける", "できる")
