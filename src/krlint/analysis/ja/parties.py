"""Who is named beside the team, and who of them has to act: judged by case particle."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.analysis.ja.words import depths, is_noun, is_particle
from krlint.analysis.reading import Reading
from krlint.model import Arc, Party, PartyRole, Predicate, Span, Token

_FAR = 6
"""Words between a party and the act that shows its part; farther apart they are seldom one phrase."""


class Mention(NamedTuple):
    """A party named by the words `first` to `last`, not included."""

    first: int
    last: int
    text: str


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text, each with the part they play."""
    found = []
    for mention in mentions(reading, reading.words):
        span = Span(
            reading.words[mention.first].span.start, reading.words[mention.last - 1].span.end
        )
        found.append(Party(span, mention.text, _role(reading, mention)))
    return tuple(found)


def mentions(reading: Reading, words: Sequence[Token]) -> Iterator[Mention]:
    """The organisations and their people that `words` name, longest compounds first."""
    index = 0
    while index < len(words):
        last = _name_end(reading, words, index)
        if last is None:
            index += 1
            continue
        first = index
        while first > 0 and _belongs(words, first):
            first -= 1
        text = "".join(word.text for word in words[first:last])
        if not _names_a_thing(reading, words, last):
            yield Mention(first, last, text)
        index = last


def _name_end(reading: Reading, words: Sequence[Token], index: int) -> int | None:
    """Where the name that `index` ends or is ends, its people included; None if it is no name."""
    groups = _groups(reading, words, index)
    stands_alone = "department" in groups or "outsider" in groups or "outside_body" in groups
    suffixed = "organisation_suffix" in groups and index > 0 and _belongs(words, index)
    if not (stands_alone or suffixed or _ends_like_organisation(reading, words[index])):
        return None
    last = index + 1
    while last < len(words) and _touches(words, last) and (
        "organisation_suffix" in _groups(reading, words, last)
        or words[last].text in ("長", "員", "者", "担当", "担当者", "さん", "様", "側", "各社")
    ):
        last += 1
    return last


def _ends_like_organisation(reading: Reading, word: Token) -> bool:
    """法務部, 資材課: one word of the dictionary, at least two characters before the suffix."""
    return (
        word.tag.startswith("名詞")
        and len(word.text) >= 3
        and word.text[-1] in "部課室局庁省署社"
        and "organisation_suffix" in reading.lexicon.words.get(word.text[-1], ())
        and "measure" not in reading.lexicon.words.get(word.lemma, ())
        and word.text[-2:] not in ("全部", "会社", "入社", "退社", "来社", "自社", "当社", "弊社", "教室", "内部", "外部", "一部", "細部", "当局", "結局", "部署")
    )


def _belongs(words: Sequence[Token], index: int) -> bool:
    """The word before is part of the same name."""
    before = words[index - 1]
    return _touches(words, index) and (is_noun(before) or before.tag.startswith("接尾辞"))


def _touches(words: Sequence[Token], index: int) -> bool:
    return words[index - 1].span.end == words[index].span.start


def _names_a_thing(reading: Reading, words: Sequence[Token], last: int) -> bool:
    """「営業資料」「法務省令」: the name only qualifies the noun that follows it directly."""
    if last >= len(words) or not _touches(words, last):
        return False
    qualifies = is_noun(words[last]) or words[last].tag.startswith("接尾辞")
    return qualifies and "need_act" not in _groups(reading, words, last)


def _groups(reading: Reading, words: Sequence[Token], index: int) -> tuple[str, ...]:
    if index >= len(words):
        return ()
    known = reading.lexicon.words
    return known.get(words[index].text.lower()) or known.get(words[index].lemma, ())


# --- Roles ---------------------------------------------------------------------------------------


def _role(reading: Reading, mention: Mention) -> PartyRole | None:
    if _is_own(reading, mention):
        return "own"
    after = mention.last
    if _acts_behind(reading, after, "need_act", adjacent=True) or _waited_for(reading, after):
        return "needed"
    if _listed_in_brackets(reading, mention):
        return "needed"
    return _role_by_case(reading, mention)


def _role_by_case(reading: Reading, mention: Mention) -> PartyRole | None:
    words, after = reading.words, mention.last
    if is_particle(words, after, "が", "は", "も"):
        return _role_of_subject(reading, mention)
    if is_particle(words, after, "の"):
        return "needed" if _acts_behind(reading, after + 1, "need_act") else "measured"
    if is_particle(words, after, "に", "へ", "で"):
        if after + 1 < len(words) and words[after + 1].lemma in ("よる", "因る"):
            return "needed"
        return "needed" if _asked(reading, after) else "beneficiary"
    if is_particle(words, after, "から", "より"):
        return "needed" if _acts_behind(reading, after + 1, "from_act", far=True) else "measured"
    if is_particle(words, after, "と", "との"):
        return "needed" if _acts_behind(reading, after + 1, "with_act", far=True) else "other"
    return "other"


def _is_own(reading: Reading, mention: Mention) -> bool:
    team = reading.key_result.team
    if not team:
        return False
    names = (team, *reading.config.teams.get(team, ()))
    bare = mention.text.rstrip("部課室")
    return any(mention.text in name or name in mention.text or bare in name for name in names)


def _acts_behind(
    reading: Reading, index: int, group: str, *, far: bool = False, adjacent: bool = False
) -> bool:
    """A word of `group` follows from `index` on within the same phrase (or clause, if `far`)."""
    words = reading.words
    if adjacent and not (index < len(words) and _touches(words, index)):
        return False
    for step in range(index, min(index + (2 * _FAR if far else _FAR), len(words))):
        word = words[step]
        if group in _groups(reading, words, step):
            return True
        if word.text in ("、", "。", ",") or (
            not far and not (is_noun(word) or is_particle(words, step, "の"))
        ):
            return False
    return False


def _waited_for(reading: Reading, index: int) -> bool:
    """「法務次第」「承認を待って」「決裁が下り次第」."""
    words = reading.words
    near = range(index, min(index + _FAR, len(words)))
    return any("gate" in _groups(reading, words, step) for step in near)


def _listed_in_brackets(reading: Reading, mention: Mention) -> bool:
    """「（製造・購買・物流）」: names alone in brackets say who has to take part."""
    words, depth = reading.words, depths(reading.words)
    if depth[mention.first] == 0:
        return False
    inside = [i for i in range(len(words)) if depth[i] and words[i].text not in ("(", ")")]
    named = {i for m in mentions(reading, words) for i in range(m.first, m.last)}
    rest = [words[i] for i in inside if i not in named]
    return all(word.tag.startswith(("補助記号", "記号")) or word.text == "と" for word in rest)


def _asked(reading: Reading, index: int) -> bool:
    """Somebody is asked to act: 「法務に確認してもらう」「業者にお願いする」."""
    start = reading.words[index].span.start
    later = [p for p in reading.predicates if p.span.start > start and p.clause != "purpose"]
    return any(p.form == "request" or "request" in p.groups for p in later[:2])


def _role_of_subject(reading: Reading, mention: Mention) -> PartyRole | None:
    """
    A subject is needed where it has to act, and measured where it only is or feels something.

    Which verb it is the subject of is plain where every verb behind it gives the same answer;
    where they differ, the parse tells.
    """
    start = reading.words[mention.last - 1].span.start
    behind = [p for p in reading.predicates if p.span.start > start]
    if not behind:
        return "measured"
    answers = {_is_act(p) for p in behind}
    if len(answers) == 1:
        return "needed" if answers.pop() else "measured"
    if reading.arcs is None:
        return None
    return "needed" if _is_act(_governor(reading.arcs, start, behind)) else "measured"


def _is_act(predicate: Predicate) -> bool:
    return "state_verb" not in predicate.groups and predicate.lemma != "する"


def _governor(
    arcs: Sequence[Arc], start: int, predicates: Sequence[Predicate]
) -> Predicate:
    """The predicate on which the word at `start` hangs, by the parse; the last if it is none."""
    heads = [arc.head for arc in arcs if arc.span.start <= start < arc.span.end]
    for predicate in predicates:
        if any(predicate.span.start <= head.start < predicate.span.end for head in heads):
            return predicate
    return predicates[-1]
