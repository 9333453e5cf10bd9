"""
Which Japanese words make one predicate.

The verb, the noun that a light verb carries (「導入を行う」), or the noun on which the clause stops
(体言止め: 「〜の策定」).
"""

from collections.abc import Sequence

from krlint.analysis.ja.clauses import Core, adjective_at, stops
from krlint.analysis.ja.objects import is_soft
from krlint.analysis.ja.words import (
    POTENTIAL,
    behind_bracket,
    is_followed_by_others,
    is_noun,
    is_particle,
    is_verb,
    runs_on,
    verbal_lemma,
)
from krlint.analysis.senses import SENSES
from krlint.model import Lexicon, Token

CAN = ("できる", "出来る")
_SYSTEMS = ("制", "式")
"""What a way of doing things is named by: 「予約制にする」."""


def core_at(words: Sequence[Token], index: int, lexicon: Lexicon) -> Core | None:
    """The predicate that begins at `index`, None where none does."""
    word = words[index]
    if is_verb(word) and "as_before" in lexicon.words.get(word.text, ()):
        return None  # 「引き続き」 tells how
    if is_verb(word):
        return _verb_at(words, index, lexicon)
    if _is_wished(word, lexicon) and [w.text for w in words[index + 1 : index + 2]] == ["に"]:
        # 「対応をもっと丁寧に」: the verb of change is left unsaid.
        # 「挨拶を売り場の文化に」 too
        left_unsaid = Core(index, index + 2, (word.lemma + "にする", "くする"), True)
        follows = words[index + 2 : index + 3]
        ends = not follows or follows[0].tag.startswith("補助記号")
        return left_unsaid if ends else None
    adjective = adjective_at(words, index, lexicon)
    if adjective is not None:
        return adjective
    lemma = verbal_lemma(words, index, lexicon)
    return None if lemma is None else _noun_at(words, index, lemma, lexicon)


def _is_wished(word: Token, lexicon: Lexicon) -> bool:
    """「丁寧に（する）」「習慣に（する）」: how things are to be."""
    return "形状詞" in word.tag or "soft_object" in lexicon.words.get(word.lemma, ())


def _noun_at(words: Sequence[Token], index: int, lemma: str, lexicon: Lexicon) -> Core | None:
    """「導入する」「導入済み」「導入を進める」「導入などを進める」「導入（4月）の完了」「導入」."""
    after = index + 1
    joined = _verb_behind(words, index, lemma)
    if joined is not None:
        return _with_object(words, joined, lexicon)
    listed = is_followed_by_others(words, after)
    if not listed and runs_on(words, index):
        return None
    behind = behind_bracket(words, after + listed)
    carrier = _carrier(words, behind, lexicon)
    if carrier is not None:
        return carrier._replace(first=index, lemmas=(lemma, *carrier.lemmas), listed=listed)
    if not stops(words, after + listed) and not _is_joined(words, after, lexicon):
        return None
    core = Core(index, after, (lemma,), True, listed=listed)
    made = is_particle(words, index - 1, "の") and index > 1
    if made and _has_no_end(words, index - 2, lemma, lexicon):
        return core._replace(lemmas=("雰囲気を作る", lemma))  # 「話せる環境の整備」
    return core


def _verb_behind(words: Sequence[Token], index: int, lemma: str) -> Core | None:
    """「導入する」「導入済み」「導入中」「導入し終える」: noun and verb are one word."""
    after = index + 1
    if after >= len(words):
        return None
    word = words[after]
    if _is_do(word):
        wished = words[after + 1 : after + 2]
        if wished and wished[0].tag.startswith("接尾辞-形容詞的"):
            return None  # 「導入しやすい」
        return _with_auxiliary_verb(words, Core(index, after + 1, (lemma,), False))
    if word.text in ("済み", "済") and not is_particle(words, after + 1, "の"):
        return Core(index, after + 1, (lemma, "完了"), False)
    if word.text == "中" and stops(words, after + 1):
        return Core(index, after + 1, (lemma, "継続"), False)
    if is_verb(word) and word.lemma.startswith("し"):  # し終える is one verb in Sudachi
        return Core(index, after + 1, (lemma, word.lemma), False)
    return None


def _is_joined(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """「作成と運用」「設計・施工」: two acts; 「作成と運用の強化」 is one."""
    if index + 1 >= len(words) or words[index].text not in (
        "と",
        "・",
        "及び",
        "および",
        "ならびに",
    ):
        return False
    second = core_at(words, index + 1, lexicon)
    return second is not None and second.noun and len(second.lemmas) == 1


def _verb_at(words: Sequence[Token], index: int, lexicon: Lexicon) -> Core | None:
    word, after = words[index], index + 1
    if index and _is_do(word) and word.lemma != "できる":
        made = _made_so(words, index, lexicon)
        if made is not None:
            return made
    if after < len(words) and (
        ("連用形" in word.tag and is_noun(words[after]))
        or words[after].tag.startswith("接尾辞-形容詞的")  # 使いやすい
    ):
        return None
    if word.lemma in ("なる", "成る") and index and _is_degree(words[index - 1]):
        return Core(index - 1, after, (words[index - 1].text + "なる", "くする"), False)
    core = _with_auxiliary_verb(words, Core(index, after, (word.lemma,), False))
    return _with_object(words, core, lexicon)


def _with_object(words: Sequence[Token], core: Core, lexicon: Lexicon) -> Core:
    """
    「歯止めをかける」「承認を得る」「雰囲気を作る」: noun and verb say it together.

    An idiom of the lexicon outweighs its verb; so does a grant received, which is an event, and
    a thing made that has no end (a mood, a culture).
    """
    first = core.first - 2
    if first < 0 or not is_particle(words, first + 1, "を", "に", "が"):
        return core
    noun, verb = words[first], core.lemmas[0]
    known = lexicon.words
    idiom = noun.lemma + words[first + 1].text + verb
    if not SENSES.isdisjoint(known.get(idiom, ())):
        return core._replace(lemmas=(idiom, *core.lemmas), idiom=True)
    if "need_grant" in known.get(noun.lemma, ()) and "from_act" in known.get(verb, ()):
        return core._replace(lemmas=("承認を得る", *core.lemmas), idiom=True)
    if _has_no_end(words, first, verb, lexicon):
        return core._replace(lemmas=("雰囲気を作る", *core.lemmas), idiom=True)
    return core


def _has_no_end(words: Sequence[Token], index: int, act: str, lexicon: Lexicon) -> bool:
    """「雰囲気の醸成」「継続率の維持」: made or kept, but nobody can say when."""
    noun = words[index]
    groups, acts = lexicon.words.get(noun.lemma, ()), lexicon.words.get(act, ())
    tail = lexicon.words.get(noun.lemma[-2:], ())
    if "state_noun" in groups and "make" in acts:
        return True
    if is_soft(words, index, lexicon):
        return not {"make", "establish", "keep"}.isdisjoint(acts)
    if "way" in (*groups, *tail):
        return "rethink" in acts
    measured = "measure" in groups or "measure_suffix" in lexicon.words.get(noun.text[-1], ())
    return measured and "no_measure" not in groups and "keep" in acts


def _is_degree(word: Token) -> bool:
    """「早く」 of 「早くなる」; 「なくなる」 is an end."""
    kind = word.tag.startswith(("形容詞", "接尾辞-形容詞的"))
    adjective = kind and word.text.endswith("く")
    return adjective and word.lemma not in ("無い", "ない")


def _made_so(words: Sequence[Token], index: int, lexicon: Lexicon) -> Core | None:
    """「短くする」「使いやすくする」「密にする」: an adjective made true is a change of degree."""
    before = words[index - 1]
    if before.text == "に" and index > 1 and words[index - 2].text[-1] in _SYSTEMS:
        return Core(index - 2, index + 1, (words[index - 2].lemma + "にする", "移行"), False)
    if before.tag.startswith("形容詞"):
        return Core(index - 1, index + 1, (before.text + "する", "くする"), False)
    if before.tag.startswith("接尾辞-形容詞的") and index > 1:
        return Core(index - 2, index + 1, ("くする",), False)
    if before.text == "に" and index > 2 and words[index - 2].text == "よう":
        able = POTENTIAL in words[index - 3].tag or words[index - 3].lemma in (*CAN, "られる")
        return Core(index - 2, index + 1, ("できるようにする" if able else "ようにする",), False)
    if before.text == "に" and index > 1 and _is_wished(words[index - 2], lexicon):
        return Core(index - 2, index + 1, (words[index - 2].lemma + "にする", "くする"), False)
    return None


def _with_auxiliary_verb(words: Sequence[Token], core: Core) -> Core:
    """「発信し続ける」「磨き込む」: the second verb adds whether there is an end."""
    second = words[core.last] if core.last < len(words) else None
    joined = second is not None and words[core.last - 1].span.end == second.span.start
    if not joined or second is None or "連用形" not in words[core.last - 1].tag:
        return core
    if not second.tag.startswith("動詞") or second.lemma in ("れる", "られる"):
        return core
    if _is_do(second):
        return core._replace(last=core.last + 1)
    compound = words[core.last - 1].text + second.lemma
    return core._replace(last=core.last + 1, lemmas=(*core.lemmas, compound, second.lemma))


def _is_do(word: Token) -> bool:
    return "サ行変格" in word.tag or word.lemma in CAN


def _carrier(words: Sequence[Token], index: int, lexicon: Lexicon) -> Core | None:
    """A light verb or noun behind a particle: 「〜を行う」「〜が図られる」「〜の完了」."""
    if index + 1 >= len(words) or not is_particle(words, index, "を", "が", "は", "も", "の", "に"):
        return None
    head = words[index + 1]
    light = "light" in lexicon.words.get(head.lemma, ())
    if not light or (words[index].text == "の" and is_verb(head)):
        return None
    if is_verb(head):
        return Core(index, index + 2, (head.lemma,), False)
    if index + 2 < len(words) and _is_do(words[index + 2]):
        return Core(index, index + 3, (head.lemma,), False)
    if stops(words, index + 2):
        return Core(index, index + 2, (head.lemma,), True)
    return None
