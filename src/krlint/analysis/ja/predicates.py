"""
Where a Japanese key result says what is done.

Written Japanese puts the predicate last, so what a key result comes to is found from the end of
each clause: the finite verb, the noun that a light verb carries (「導入を行う」), or the noun on
which the clause stops (体言止め: 「〜の策定」).
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from krlint.analysis.ja.words import (
    depths,
    is_noun,
    is_particle,
    is_verb,
    runs_on,
    verbal_lemma,
)
from krlint.analysis.senses import SENSES
from krlint.model import Lexicon, Predicate, Span, Token

Clause = Literal["main", "relative", "purpose", "condition", "bracket"]
Form = Literal["plain", "state", "request", "noun", "passive"]


class _Core(NamedTuple):
    """The tokens `first` to `last` (not included) that make one predicate, and its words."""

    first: int
    last: int
    lemmas: tuple[str, ...]
    noun: bool
    idiom: bool = False


def predicates(words: Sequence[Token], lexicon: Lexicon) -> tuple[Predicate, ...]:
    """The verbs and verbal nouns of the text, in order, each with its form and clause."""
    depth = depths(words)
    return tuple(_predicate(words, core, depth, lexicon) for core in _cores(words, lexicon))


def _predicate(
    words: Sequence[Token], core: _Core, depth: Sequence[int], lexicon: Lexicon
) -> Predicate:
    form: Form = "noun"
    after = core.last
    if not core.noun:
        form, after = _form(words, core.last)
    span = Span(words[core.first].span.start, words[after - 1].span.end)
    clause: Clause = "bracket" if depth[core.first] else _clause(words, core, after)
    groups = _groups(core, lexicon)
    if form == "passive":
        # 「省令が公布される」: without ている it is what somebody else will do.
        groups = ("others_deed", *groups)
    return Predicate(span, core.lemmas[-1] if core.idiom else core.lemmas[0], form, clause, groups)


def _groups(core: _Core, lexicon: Lexicon) -> tuple[str, ...]:
    """
    The groups of the word that carries the content, else of its light verb.

    A light verb adds that there is no end (「導入を推進する」) or that there is one
    (「調査を完了する」).
    """
    content, *carriers = (lexicon.words.get(lemma, ()) for lemma in core.lemmas)
    carried = [group for groups in carriers for group in groups]
    if set(content).isdisjoint(SENSES):
        return (*content, *carried)
    return (*content, *(group for group in carried if group in ("process", "finish")))


# --- Where predicates stand --------------------------------------------------------------------


def _cores(words: Sequence[Token], lexicon: Lexicon) -> Iterator[_Core]:
    index = 0
    while index < len(words):
        core = _core_at(words, index, lexicon)
        if core is None:
            index += 1
        else:
            yield core
            index = core.last if core.noun else _form(words, core.last)[1]


def _core_at(words: Sequence[Token], index: int, lexicon: Lexicon) -> _Core | None:
    word = words[index]
    if is_verb(word):
        return _verb_at(words, index, lexicon)
    if "形状詞" in word.tag and is_particle(words, index + 1, "に"):
        # 「対応をもっと丁寧に」: the verb of change is left unsaid.
        stops = _stops(words, index + 2)
        return _Core(index, index + 2, (word.lemma + "にする", "くする"), True) if stops else None
    lemma = verbal_lemma(word, lexicon)
    if lemma is None or runs_on(words, index):
        return None
    after = index + 1
    if after < len(words) and _is_do(words[after]):
        if after + 1 < len(words) and words[after + 1].tag.startswith("接尾辞-形容詞的"):
            return None
        return _with_auxiliary_verb(words, _Core(index, after + 1, (lemma,), False))
    carrier = _carrier(words, after, lexicon)
    if carrier is not None:
        return carrier._replace(first=index, lemmas=(lemma, *carrier.lemmas))
    if _stops(words, after):
        return _Core(index, after, (lemma,), True)
    return None


def _verb_at(words: Sequence[Token], index: int, lexicon: Lexicon) -> _Core | None:
    word, after = words[index], index + 1
    if index and _is_do(word) and word.lemma != "できる":
        made = _made_so(words, index)
        if made is not None:
            return made
    if after < len(words) and (
        ("連用形" in word.tag and is_noun(words[after]))
        or words[after].tag.startswith("接尾辞-形容詞的")  # 使いやすい
    ):
        return None
    core = _with_auxiliary_verb(words, _Core(index, after, (word.lemma,), False))
    return _with_object(words, core, lexicon)


def _with_object(words: Sequence[Token], core: _Core, lexicon: Lexicon) -> _Core:
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
    if "soft_object" in known.get(noun.lemma, ()) and "make" in known.get(verb, ()):
        return core._replace(lemmas=("雰囲気を作る", *core.lemmas), idiom=True)
    return core


def _made_so(words: Sequence[Token], index: int) -> _Core | None:
    """「短くする」「使いやすくする」「密にする」: an adjective made true is a change of degree."""
    before = words[index - 1]
    if before.tag.startswith("形容詞"):
        return _Core(index - 1, index + 1, (before.text + "する", "くする"), False)
    if before.tag.startswith("接尾辞-形容詞的") and index > 1:
        return _Core(index - 2, index + 1, ("くする",), False)
    if before.text == "に" and index > 1 and "形状詞" in words[index - 2].tag:
        return _Core(index - 2, index + 1, (words[index - 2].lemma + "にする", "くする"), False)
    return None


def _with_auxiliary_verb(words: Sequence[Token], core: _Core) -> _Core:
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
    return "サ行変格" in word.tag or word.lemma in ("できる", "出来る")


def _carrier(words: Sequence[Token], index: int, lexicon: Lexicon) -> _Core | None:
    """A light verb or noun behind a particle: 「〜を行う」「〜が図られる」「〜の完了」."""
    if index + 1 >= len(words) or not is_particle(words, index, "を", "が", "は", "も", "の", "に"):
        return None
    head = words[index + 1]
    light = "light" in lexicon.words.get(head.lemma, ())
    if not light or (words[index].text == "の" and is_verb(head)):
        return None
    if is_verb(head):
        return _Core(index, index + 2, (head.lemma,), False)
    if index + 2 < len(words) and _is_do(words[index + 2]):
        return _Core(index, index + 3, (head.lemma,), False)
    if _stops(words, index + 2):
        return _Core(index, index + 2, (head.lemma,), True)
    return None


# --- What follows a predicate -------------------------------------------------------------------

_STATES = ("いる", "居る", "ある", "有る", "おく", "てる")
_REQUESTS = ("もらう", "貰う", "いただく", "頂く", "くださる", "下さる", "くれる", "ほしい")


def _form(words: Sequence[Token], index: int) -> tuple[Form, int]:
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


def _clause(words: Sequence[Token], core: _Core, after: int) -> Clause:
    if after >= len(words):
        return "main"
    word, previous = words[after], words[after - 1]
    if word.lemma in ("ため", "為", "よう", "様", "べく") or (
        word.text == "に" and after + 1 < len(words) and words[after + 1].lemma == "向ける"
    ):
        return "purpose"
    if previous.text in ("て", "で") and not core.noun and not _stops(words, after):
        # 「胸を張って言える」: without a comma it tells how, and the next verb what.
        return "condition"
    linked = is_particle(words, after, "ば", "たら", "と", "なら", "ながら", "つつ")
    if linked or word.lemma in ("場合", "次第", "後", "際"):
        return "condition"
    if core.noun or "連体形" not in previous.tag and not previous.tag.startswith("助動詞"):
        return "main"
    if is_noun(word) and word.lemma not in ("状態", "こと", "事", "もの", "予定", "見込み"):
        return "relative"
    return "main"


def _stops(words: Sequence[Token], index: int) -> bool:
    """The clause stops before `index`: end, punctuation, bracket, or a figure."""
    if index >= len(words):
        return True
    # 「問い合わせ・投稿の減少」: the middle dot joins nouns, it ends nothing.
    return words[index].text != "・" and words[index].tag.startswith(
        ("補助記号", "記号", "名詞-数詞", "感動詞")
    )
