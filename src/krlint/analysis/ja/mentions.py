"""Which words of a Japanese key result name an organisation or its people."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.analysis.ja.words import is_noun, is_particle, touches
from krlint.analysis.reading import Reading
from krlint.model import Token

FOR = ("向け", "宛", "宛て", "用")
_GRANTED = frozenset(("from_act", "gate", "outside_falls"))
_LONGEST_NAME = 12
"""Words of the longest name; what is longer is no name, only an attack."""
_LONGEST_TAIL = 5
"""Characters of the longest organisation's word that ends a name: センター, グループ."""


class Mention(NamedTuple):
    """A party named by the words `first` to `last`, not included."""

    first: int
    last: int
    text: str


def mentions(reading: Reading, words: Sequence[Token]) -> Iterator[Mention]:
    """The organisations and their people that `words` name, longest compounds first."""
    index = 0
    while index < len(words):
        last = _name_end(reading, words, index)
        if last is None:
            index += 1
            continue
        first = index
        while index - first < _LONGEST_NAME and first > 0 and _belongs(words, first):
            first -= 1
        text = "".join(word.text for word in words[first:last])
        if not _names_a_thing(reading, words, last):
            yield Mention(first, last, text)
        index = last


def _name_end(reading: Reading, words: Sequence[Token], index: int) -> int | None:
    """Where the name that `index` ends or is ends, its people included; None if it is no name."""
    if not _is_name(reading, words, index):
        return None
    last = index + 1
    while last < len(words) and touches(words, last) and _continues_name(reading, words, last):
        last += 1
    if is_particle(words, last, "の") and "person" in groups_of(reading, words, last + 1):
        last += 2
    return last


def _continues_name(reading: Reading, words: Sequence[Token], index: int) -> bool:
    """部, 長, 担当 behind a name, or a second name: 「委託先コールセンター」."""
    groups = groups_of(reading, words, index)
    known = not {"organisation_suffix", "person", "organisation_tail"}.isdisjoint(groups)
    return known or _ends_like_a_name(reading, words[index])


def _is_name(reading: Reading, words: Sequence[Token], index: int) -> bool:
    groups = groups_of(reading, words, index)
    compound = index > 0 and _belongs(words, index)
    outside = {"outsider", "outside_body", "contractor"}
    if not outside.isdisjoint(groups) or _is_trade(words, index):
        return True
    if "organisation_suffix" in groups and compound:
        return True
    if compound and "outsider" in reading.lexicon.words.get(
        words[index - 1].text + words[index].text, ()
    ):
        return True
    if "department" in groups:
        # 「受注企画」「配車設計」 are things: only alone is it surely a department.
        return not compound or _is_whole_name(reading, words, index)
    return _ends_like_a_name(reading, words[index])


def _is_trade(words: Sequence[Token], index: int) -> bool:
    """配送業者, which Sudachi splits before 者."""
    after = index + 1
    return words[index].text.endswith("業") and after < len(words) and words[after].text == "者"


def _is_whole_name(reading: Reading, words: Sequence[Token], index: int) -> bool:
    """各部門長 and 委託倉庫 are names although they are compounds."""
    before = words[index - 1]
    joined = reading.lexicon.words.get(before.text + words[index].text, ())
    outside = {"outsider", "contractor"}.intersection(groups_of(reading, words, index - 1))
    return before.tag.startswith("接頭辞") or bool(joined) or bool(outside)


def _ends_like_a_name(reading: Reading, word: Token) -> bool:
    """法務部, 配送業者: one word of the dictionary that ends in an organisation's word."""
    if not word.tag.startswith("名詞") or len(word.text) < 3:
        return False
    known = reading.lexicon.words
    if "no_party" in known.get(word.lemma, ()) or "measure" in known.get(word.lemma, ()):
        return False
    return any(
        {"organisation_suffix", "outsider"}.intersection(known.get(word.text[-length:], ()))
        for length in range(1, min(_LONGEST_TAIL, len(word.text) - 1) + 1)
    )


def _belongs(words: Sequence[Token], index: int) -> bool:
    """The word before is part of the same name."""
    before = words[index - 1]
    return touches(words, index) and (is_noun(before) or before.tag.startswith("接尾辞"))


def _names_a_thing(reading: Reading, words: Sequence[Token], last: int) -> bool:
    """「営業資料」「法務省令」: the name only qualifies the noun that follows it directly."""
    if last >= len(words) or not touches(words, last) or words[last].text in FOR:
        return False
    qualifies = is_noun(words[last]) or words[last].tag.startswith("接尾辞")
    return qualifies and "need_act" not in groups_of(reading, words, last)


def groups_of(reading: Reading, words: Sequence[Token], index: int) -> tuple[str, ...]:
    """The lexicon's groups of one word; none behind the last."""
    if index >= len(words):
        return ()
    known = reading.lexicon.words
    return known.get(words[index].text.lower()) or known.get(words[index].lemma, ())


def joiners(reading: Reading) -> Iterator[Mention]:
    """
    Names that no list can hold, known by what they give or join in.

    「駅ビルの許可をもらって」「組合の許可が出たら」「商工会と提携し」: who grants or joins.
    """
    words = reading.words
    for index in range(1, len(words)):
        grants = (
            words[index].text == "の"
            and "need_grant" in groups_of(reading, words, index + 1)
            and is_particle(words, index + 2, "を", "が")
            and not _GRANTED.isdisjoint(groups_of(reading, words, index + 3))
        )
        joins = words[index].text == "と" and (
            "alliance" in groups_of(reading, words, index + 1)
            or (index + 1 < len(words) and words[index + 1].text in ("ともに", "とも", "共に"))
        )
        if _is_sealed(reading, index):
            yield _counted_before(reading, index)
        elif grants or joins or _is_asked(reading, index):
            yield from _compound_before(reading, index)


def _is_sealed(reading: Reading, index: int) -> bool:
    """「地元企業8社と協定を結ぶ」: so many organisations have to sign; customers only buy."""
    words = reading.words
    counted = words[index - 1].tag.startswith("名詞-普通名詞-助数詞") or (
        index > 1 and words[index - 2].tag.startswith("名詞-数詞")
    )
    if words[index].text != "と" or not counted or "customer" in reading.phrases:
        return False
    if "counted_party" not in groups_of(reading, words, index - 1):
        return False
    first = bisect_right(reading.predicates, words[index].span.start, key=lambda p: p.span.start)
    return any("pact" in p.groups for p in reading.predicates[first : first + 1])


def _is_asked(reading: Reading, index: int) -> bool:
    """The particle に of somebody who is asked: 「窓口に案内してもらう」."""
    words = reading.words
    if words[index].text != "に" or not words[index - 1].tag.startswith("名詞-普通名詞-一般"):
        return False
    first = bisect_right(reading.predicates, words[index].span.start, key=lambda p: p.span.start)
    return any(p.form == "request" for p in reading.predicates[first : first + 1])


def _counted_before(reading: Reading, last: int) -> Mention:
    """The name with its count: 「地元企業8社」."""
    words, first = reading.words, last - 1
    while first > 0 and touches(words, first) and _is_counted(words[first - 1]):
        first -= 1
    return Mention(first, last, "".join(word.text for word in words[first:last]))


def _is_counted(word: Token) -> bool:
    return is_noun(word) or word.tag.startswith("名詞-数詞")


def _compound_before(reading: Reading, last: int) -> Iterator[Mention]:
    words = reading.words
    first = last - 1
    if not is_noun_end(words, first) or "no_party" in groups_of(reading, words, first):
        return
    while last - first < _LONGEST_NAME and first > 0 and _belongs(words, first):
        first -= 1
    yield Mention(first, last, "".join(word.text for word in words[first:last]))


def is_noun_end(words: Sequence[Token], index: int) -> bool:
    """The word can end a name."""
    return is_noun(words[index]) or words[index].tag.startswith("接尾辞-名詞的")
