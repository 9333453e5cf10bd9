"""Who is named beside the team, and who of them has to act: judged by case particle."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.analysis.ja.words import is_noun, is_particle
from krlint.analysis.reading import Reading
from krlint.model import Arc, Party, PartyRole, Predicate, Span, Token

_FOR = ("向け", "宛", "宛て", "用")
_FAR = 6
"""Words between a party and the act that shows its part; farther apart they are seldom one phrase."""


_LONGEST_TAIL = 5
"""Characters of the longest organisation's word that ends a name: センター, グループ."""

_LONGEST_LIST = 20
"""Words that a list of names in brackets may have on either side of one of them."""


class Mention(NamedTuple):
    """A party named by the words `first` to `last`, not included."""

    first: int
    last: int
    text: str


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text, each with the part they play."""
    known = {mention.last: mention for mention in mentions(reading, reading.words)}
    shown = {mention.last: mention for mention in _shown_by_what_they_do(reading)}
    found = []
    for last, mention in sorted((shown | known).items()):
        role = _role(reading, mention) if last not in shown else "needed"
        span = Span(reading.words[mention.first].span.start, reading.words[last - 1].span.end)
        found.append(Party(span, mention.text, role))
    return tuple(found)


def _shown_by_what_they_do(reading: Reading) -> Iterator[Mention]:
    """
    Names that no list can hold, known by what they give or join in.

    「駅ビルの許可をもらって」「商工会と提携し」: whoever grants or joins is a party.
    """
    words = reading.words
    for index in range(1, len(words)):
        grants = (
            words[index].text == "の"
            and "need_grant" in _groups(reading, words, index + 1)
            and is_particle(words, index + 2, "を", "が")
            and {"from_act", "gate"}.intersection(_groups(reading, words, index + 3))
        )
        joins = words[index].text == "と" and (
            "alliance" in _groups(reading, words, index + 1)
            or (index + 1 < len(words) and words[index + 1].text in ("ともに", "とも", "共に"))
        )
        if (grants or joins) and is_noun_end(words, index - 1):
            first = index - 1
            while first > 0 and _belongs(words, first):
                first -= 1
            if "no_party" not in _groups(reading, words, index - 1):
                yield Mention(first, index, "".join(word.text for word in words[first:index]))


def is_noun_end(words: Sequence[Token], index: int) -> bool:
    """The word can end a name."""
    return is_noun(words[index]) or words[index].tag.startswith("接尾辞-名詞的")


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
    if not _is_name(reading, words, index):
        return None
    last = index + 1
    while last < len(words) and _touches(words, last) and _continues_name(reading, words, last):
        last += 1
    if is_particle(words, last, "の") and "person" in _groups(reading, words, last + 1):
        last += 2
    return last


def _continues_name(reading: Reading, words: Sequence[Token], index: int) -> bool:
    """部, 長, 担当 behind a name, or a second name: 「委託先コールセンター」."""
    groups = _groups(reading, words, index)
    known = "organisation_suffix" in groups or "person" in groups
    return known or _ends_like_a_name(reading, words[index])


def _is_name(reading: Reading, words: Sequence[Token], index: int) -> bool:
    groups = _groups(reading, words, index)
    compound = index > 0 and _belongs(words, index)
    if "outsider" in groups or "outside_body" in groups or _is_trade(words, index):
        return True
    if "organisation_suffix" in groups and compound:
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
    outside = {"outsider", "contractor"}.intersection(_groups(reading, words, index - 1))
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
    return _touches(words, index) and (is_noun(before) or before.tag.startswith("接尾辞"))


def _touches(words: Sequence[Token], index: int) -> bool:
    return words[index - 1].span.end == words[index].span.start


def _names_a_thing(reading: Reading, words: Sequence[Token], last: int) -> bool:
    """「営業資料」「法務省令」: the name only qualifies the noun that follows it directly."""
    if last >= len(words) or not _touches(words, last) or words[last].text in _FOR:
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
    after = _behind_count(reading, mention.last)
    if "need_grant" in _groups(reading, reading.words, after) and _touches(reading.words, after):
        return "needed"
    if _waited_for(reading, after) or _listed_in_brackets(reading, mention):
        return "needed"
    return _role_by_case(reading, mention, after)


def _role_by_case(reading: Reading, mention: Mention, after: int) -> PartyRole | None:
    words = reading.words
    if after < len(words) and words[after].text in _FOR:
        return "beneficiary"
    if is_particle(words, after, "が", "は", "も"):
        return _role_of_subject(reading, mention)
    if is_particle(words, after, "の"):
        return _role_of_owner(reading, mention, after + 1)
    if is_particle(words, after, "に", "へ", "で"):
        return _role_of_addressee(reading, after)
    if is_particle(words, after, "から", "より"):
        return "needed" if _acts_behind(reading, after + 1, "from_act", far=True) else "measured"
    if is_particle(words, after, "と", "との"):
        return "needed" if _acts_behind(reading, after + 1, "with_act", far=True) else "other"
    return "other"


def _behind_count(reading: Reading, index: int) -> int:
    """The word behind a head count: 「所長20名の」 is 「所長の」."""
    words = reading.words
    while index < len(words) and words[index].tag.startswith(("名詞-数詞", "名詞-普通名詞-助数詞")):
        index += 1
    return index


def _role_of_owner(reading: Reading, mention: Mention, index: int) -> PartyRole:
    """「法務の承認」 is waited for, 「委託先の遅れ」 is in their hands, 「店舗の売上」 only measured."""
    words = reading.words
    last = words[mention.last - 1].span.end
    contractor = {
        group
        for i in range(mention.first, mention.last)
        for group in _groups(reading, words, i)
    }
    if "contractor" in contractor:
        return "needed"
    behind = predicates_behind(reading, last)
    if any(p.form == "passive" and "from_act" in p.groups for p in behind):
        return "needed"
    return "needed" if _acts_behind(reading, index, "need_act") else "measured"


def _role_of_addressee(reading: Reading, index: int) -> PartyRole:
    words = reading.words
    if index + 1 < len(words) and words[index + 1].lemma in ("よる", "因る"):
        judged = index + 2 < len(words) and _judgement_behind(reading, index + 2)
        return "measured" if judged else "needed"
    return "needed" if _asked(reading, index) else "beneficiary"


def _judgement_behind(reading: Reading, index: int) -> bool:
    """「顧客による評価」: what others think of the team's work is measured, not asked for."""
    rest = range(index, min(index + 2 * _FAR, len(reading.words)))
    return any("judgement" in _groups(reading, reading.words, step) for step in rest)


def _is_own(reading: Reading, mention: Mention) -> bool:
    team = reading.key_result.team
    if not team:
        return False
    names = (team, *reading.config.teams.get(team, ()))
    bare = mention.text.rstrip("部課室")
    return any(mention.text in name or name in mention.text or bare in name for name in names)


def _acts_behind(reading: Reading, index: int, group: str, *, far: bool = False) -> bool:
    """A word of `group` follows from `index` on within the same phrase (or clause, if `far`)."""
    words = reading.words
    for step in range(index, min(index + (2 * _FAR if far else _FAR), len(words))):
        word = words[step]
        if group in _groups(reading, words, step):
            return not ("absent" in _groups(reading, words, step + 1))
        if word.text in ("、", "。", ",") or (
            not far and not (is_noun(word) or is_particle(words, step, "の"))
        ):
            return False
    return False


def _waited_for(reading: Reading, index: int) -> bool:
    """「法務次第」「決裁が下り次第」「本社のAPI公開後」."""
    words = reading.words
    for step in range(index, min(index + _FAR, len(words))):
        if "gate" in _groups(reading, words, step):
            return True
        if words[step].text == "後" and "サ変" in words[step - 1].tag:
            return True
        if words[step].text in ("、", "。", ","):
            return False
    return False


def _listed_in_brackets(reading: Reading, mention: Mention) -> bool:
    """「（製造・購買・物流）」「（主管：各支店）」: names alone in brackets have to take part."""
    words = reading.words
    first, last = mention.first, mention.last
    while first > 0 and mention.first - first < _LONGEST_LIST and _may_be_listed(words[first - 1]):
        first -= 1
    while last < len(words) and last - mention.last < _LONGEST_LIST and _may_be_listed(words[last]):
        last += 1
    bracketed = first > 0 and last < len(words) and words[first - 1].text + words[last].text == "()"
    listed = any(word.text in ("・", "、", ":", ",") for word in words[first:last])
    return bracketed and (listed or last - first == mention.last - mention.first)


def _may_be_listed(word: Token) -> bool:
    joint = word.tag.startswith(("補助記号", "記号", "接尾辞")) and word.text not in ("(", ")")
    return joint or is_noun(word)


def _asked(reading: Reading, index: int) -> bool:
    """Somebody is asked to act: 「法務に確認してもらう」「業者にお願いする」."""
    start = reading.words[index].span.start
    later = [p for p in predicates_behind(reading, start) if p.clause != "purpose"]
    return any(p.form == "request" or "request" in p.groups for p in later[:2])


def _role_of_subject(reading: Reading, mention: Mention) -> PartyRole | None:
    """
    A subject is needed where it has to act, and measured where it only is or feels something.

    Which verb it is the subject of is plain where every verb behind it gives the same answer;
    where they differ, the parse tells.
    """
    start = reading.words[mention.last - 1].span.start
    behind = predicates_behind(reading, start)
    if not behind:
        return "measured"
    answers = {_is_act(p) for p in behind}
    if len(answers) == 1:
        return "needed" if answers.pop() else "measured"
    if reading.arcs is None:
        return None
    return "needed" if _is_act(_governor(reading.arcs, start, behind)) else "measured"


def predicates_behind(reading: Reading, position: int) -> tuple[Predicate, ...]:
    """The next predicates that begin behind `position`; those of another sentence do not matter."""
    first = bisect_right(reading.predicates, position, key=lambda p: p.span.start)
    return reading.predicates[first : first + _FAR]


def _is_act(predicate: Predicate) -> bool:
    return "state_verb" not in predicate.groups and predicate.lemma not in ("する", "為る")


def _governor(
    arcs: Sequence[Arc], start: int, predicates: Sequence[Predicate]
) -> Predicate:
    """The predicate on which the word at `start` hangs, by the parse; the last if it is none."""
    heads = [arc.head for arc in arcs if arc.span.start <= start < arc.span.end]
    for predicate in predicates:
        if any(predicate.span.start <= head.start < predicate.span.end for head in heads):
            return predicate
    return predicates[-1]
