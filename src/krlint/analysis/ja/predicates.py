"""
Where a Japanese key result says what is done.

Written Japanese puts the predicate last, so what a key result comes to is found from the end of
each clause. `cores` tells which words make a predicate; here follow its form and its clause.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from krlint.analysis.ja.clauses import Core, is_asked, stops
from krlint.analysis.ja.cores import CAN, core_at
from krlint.analysis.ja.endings import ending, is_wish, settled
from krlint.analysis.ja.objects import is_soft
from krlint.analysis.ja.words import POTENTIAL, depths, is_noun, is_particle, runs_on
from krlint.analysis.senses import SENSES
from krlint.model import Lexicon, Predicate, Span, Token

Clause = Literal["main", "relative", "purpose", "condition", "bracket"]
Form = Literal["plain", "state", "request", "noun", "passive"]


def predicates(words: Sequence[Token], lexicon: Lexicon) -> tuple[Predicate, ...]:
    """The verbs and verbal nouns of the text, in order, each with its form and clause."""
    depth = depths(words)
    found: list[Predicate] = []
    before = 0
    for core in _cores(words, lexicon):
        predicate = _predicate(words, core, depth, lexicon)
        habitual = _is_habitual(words, before, core.first, lexicon)
        groups = ("habitual", *predicate.groups) if habitual else predicate.groups
        if found and "sorts" in groups and _is_embedded_question(words, found[-1]):
            groups = ("undecided", *groups)  # 「どれから始めるか整理する」
        found.append(predicate._replace(groups=groups))
        before = core.last
    return tuple(found)


def _is_embedded_question(words: Sequence[Token], predicate: Predicate) -> bool:
    """「どれから始めるか（整理する）」."""
    after = bisect_left(words, predicate.span.end, key=lambda word: word.span.start)
    return predicate.clause == "condition" and is_particle(words, after, "か")


def _is_habitual(words: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """「即日で返す」「定期的に開く」「継続実施」; 「常時接続の回線」 is a name."""
    if 0 < last < len(words) and words[last - 1].text == "継続" and runs_on(words, last - 1):
        return True
    for index in range(first, last):
        text = ""
        for after in range(index + 1, min(index + _LONGEST_HABIT, last) + 1):
            text += words[after - 1].text
            if _HABITS.isdisjoint(lexicon.words.get(text, ())):
                continue
            if not (is_particle(words, after, "の") or is_noun(words[after])):
                return True
    return False


def _predicate(
    words: Sequence[Token], core: Core, depth: Sequence[int], lexicon: Lexicon
) -> Predicate:
    form: Form = "noun"
    after = core.last
    if not core.noun:
        form, after = _form(words, core.last)
    span = Span(words[_polite(words, core.first)].span.start, words[after - 1].span.end)
    clause: Clause = "bracket" if depth[core.first] else _clause(words, core, after)
    groups = settled(words, core, _groups(core, lexicon), lexicon)
    if after < len(words) and any(word.lemma == "たい" for word in words[core.last : after]):
        # 「薦めたくなる品」「住みたいと思える町」
        clause, groups = "relative", ("felt", *groups)
    if clause == "relative" and _is_of_a_mood(words, after, lexicon):
        groups = ("felt", *groups)
    groups = _turned(words, core, after, groups)
    if form == "passive":
        # 「省令が公布される」: without ている it is what somebody else will do.
        groups = ("others_deed", *groups)
    if SENSES.isdisjoint(groups):
        groups = (ending(words, core, lexicon), *groups)
    if is_wish(words, core, groups, lexicon):
        groups = ("wish", *groups)
    return Predicate(span, core.lemmas[-1] if core.idiom else core.lemmas[0], form, clause, groups)


def _polite(words: Sequence[Token], first: int) -> int:
    """The prefix of 「お願いする」 belongs to what is marked."""
    return first - 1 if first and words[first - 1].text in ("お", "ご", "御") else first


def _turned(
    words: Sequence[Token], core: Core, after: int, groups: tuple[str, ...]
) -> tuple[str, ...]:
    """The groups with what など, か, ない and できる make of them."""
    if core.listed and not SENSES.isdisjoint(groups) and (core.noun or "event" not in groups):
        groups = ("undecided", *groups)
    if is_asked(words, after):
        groups = ("undecided", *groups)
    if any(word.lemma in _NOT for word in words[core.last : after]):
        groups = ("negated", *groups)
    if _is_ability(words, core, after):
        groups = ("ability", *(group for group in groups if group != "undecided"))
    return groups


def _is_of_a_mood(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """「声をかけ合える職場」: what is told of can only be felt."""
    while index + 1 < len(words) and is_noun(words[index + 1]):
        index += 1
    return index < len(words) and is_soft(words, index, lexicon)


def _groups(core: Core, lexicon: Lexicon) -> tuple[str, ...]:
    """
    The groups of the word that carries the content, else of its light verb.

    A light verb adds that there is no end (「導入を推進する」) or that there is one
    (「調査を完了する」).
    """
    content, *carriers = (lexicon.words.get(lemma, ()) for lemma in core.lemmas)
    carried = [group for groups in carriers for group in groups]
    if "process" in carried:  # 「整備を進める」 has less of an end than 「整備する」
        content = tuple(group for group in content if group != "establish")
    if set(content).isdisjoint(SENSES):
        return (*content, *carried)
    return (*content, *(group for group in carried if group in ("process", "finish", "begin")))


def _is_ability(words: Sequence[Token], core: Core, after: int) -> bool:
    """「全員が語れる」 says what somebody can do, 「公開できた」 what is done."""
    last = words[core.last - 1]
    if core.noun or not (last.lemma in CAN or POTENTIAL in last.tag):
        return False
    if POTENTIAL in last.tag and words[after - 1].lemma in _STATES:
        return True  # 「本音で話せている」
    return not any(word.text in ("て", "で", "た") for word in words[core.last : after])


def _cores(words: Sequence[Token], lexicon: Lexicon) -> Iterator[Core]:
    index = 0
    while index < len(words):
        core = core_at(words, index, lexicon)
        if core is None:
            index += 1
        else:
            yield core
            index = core.last if core.noun else _form(words, core.last)[1]


_HABITS = frozenset(("habit", "as_before"))
_LONGEST_HABIT = 4
"""Words of the longest adverb: これまで-と-同様-に."""

# --- What follows a predicate -------------------------------------------------------------------

_GOES_ON = ("続ける", "続く", "始める", "切る", "終える", "合う")
_NOT = ("ない", "ず", "ぬ", "ん")
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


def _clause(words: Sequence[Token], core: Core, after: int) -> Clause:
    if after < len(words) and words[after].lemma in _GOES_ON and not core.noun:
        after += 1  # 「選ばれ続ける店」
    if after >= len(words):
        return "main"
    word, previous = words[after], words[after - 1]
    if word.text == "か" and after + 1 < len(words) and not stops(words, after + 1):
        return "condition"  # 「移すかどうか検討する」「どれにするかも含めて」
    if previous.text in ("たら", "だら"):
        return "condition"
    if word.lemma in ("ため", "為", "よう", "様", "べく") or (
        word.text == "に" and after + 1 < len(words) and words[after + 1].lemma == "向ける"
    ):
        return "purpose"
    if previous.text in ("て", "で") and not core.noun and not stops(words, after):
        # 「胸を張って言える」: without a comma it tells how, and the next verb what.
        return "condition"
    linked = not core.noun and is_particle(
        words, after, "ば", "たら", "と", "なら", "ながら", "つつ"
    )
    if linked or word.lemma in ("場合", "次第", "後", "際"):
        return "condition"
    if core.noun or "連体形" not in previous.tag and not previous.tag.startswith("助動詞"):
        return "main"
    if is_noun(word) and word.lemma not in ("状態", "こと", "事", "もの", "予定", "見込み"):
        return "relative"
    return "main"
