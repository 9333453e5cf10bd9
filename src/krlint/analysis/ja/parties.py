"""Who has to act beside the team: judged by case particle."""

from collections.abc import Sequence

from krlint.analysis.ja.behind import FAR, acts_behind, predicates_behind
from krlint.analysis.ja.giving import is_amount, is_given, is_handed_over
from krlint.analysis.ja.mentions import FOR, Mention, groups_of, joiners, mentions
from krlint.analysis.ja.objects import is_document
from krlint.analysis.ja.own import is_own
from krlint.analysis.ja.together import are_two, behind_total, role_of_companion
from krlint.analysis.ja.words import behind_bracket, is_noun, is_particle, runs_on, touches
from krlint.analysis.reading import Reading
from krlint.model import Arc, Party, PartyRole, Predicate, Span, Token

_LONGEST_LIST = 20
"""Words that a list of names in brackets may have on either side of one of them."""


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text, each with the part they play."""
    known = {mention.last: mention for mention in mentions(reading, reading.words)}
    firsts = {mention.first for mention in known.values()}
    shown = {m.last: m for m in joiners(reading) if m.last in known or m.first not in firsts}
    found = []
    for last, mention in sorted((shown | known).items()):
        role = _role(reading, mention)
        if last in shown and role != "own":
            role = "needed"
        span = Span(reading.words[mention.first].span.start, reading.words[last - 1].span.end)
        found.append(Party(span, mention.text, role))
    return tuple(found)


# --- Roles ---------------------------------------------------------------------------------------


def _role(reading: Reading, mention: Mention) -> PartyRole | None:
    if is_own(reading, mention):
        return "own"
    after = behind_bracket(reading.words, _behind_count(reading, mention.last))
    if "need_grant" in groups_of(reading, reading.words, after) and touches(reading.words, after):
        return "needed"
    if _waited_for(reading, after) or _listed_in_brackets(reading, mention):
        return "needed"
    return _role_by_case(reading, mention, after)


def _role_by_case(reading: Reading, mention: Mention, after: int) -> PartyRole | None:
    words = reading.words
    if after < len(words) and words[after].text in FOR:
        return "beneficiary"
    if is_particle(words, after, "が", "は", "も"):
        return _role_of_subject(reading, mention)
    after = behind_total(words, after)
    if is_particle(words, after, "の"):
        return _role_of_owner(reading, mention, after + 1)
    if [word.text for word in words[after : after + 1]] == ["で"] and are_two(reading, mention):
        return "needed"
    if is_particle(words, after, "に", "へ", "で"):
        return _role_of_addressee(reading, after)
    if is_particle(words, after, "から", "より"):
        return _role_of_source(reading, mention, after)
    if is_particle(words, after, "と", "との"):
        unnamed = "unnamed_party" in reading.lexicon.words.get(mention.text, ())
        return "other" if unnamed else role_of_companion(reading, after)
    return "other"


def _role_of_source(reading: Reading, mention: Mention, after: int) -> PartyRole:
    """「卸から資料をもらう」 waits for them; 「税務署からの照会に答える」 does not."""
    following = predicates_behind(reading, reading.words[mention.last - 1].span.start)[:1]
    if is_handed_over(reading, next(iter(following), None)):
        return "needed"
    owned = is_particle(reading.words, after + 1, "の")
    return "needed" if acts_behind(reading, after + 1, "from_act", far=not owned) else "measured"


def _behind_count(reading: Reading, index: int) -> int:
    """The word behind a head count: 「所長20名の」 is 「所長の」."""
    words = reading.words
    while index < len(words) and words[index].tag.startswith(("名詞-数詞", "名詞-普通名詞-助数詞")):
        index += 1
    return index


def _role_of_owner(reading: Reading, mention: Mention, index: int) -> PartyRole | None:
    """「法務の承認」 is waited for, 「委託先の遅れ」 in their hands, 「店舗の売上」 measured."""
    words = reading.words
    last = words[mention.last - 1].span.end
    contractor = {
        group for i in range(mention.first, mention.last) for group in groups_of(reading, words, i)
    }
    if _is_done_to(reading, index):
        return "other"
    if "contractor" in contractor:
        return "needed"
    if is_amount(reading, index):
        return "measured"
    behind = predicates_behind(reading, last)
    if is_given(reading, mention, next(iter(behind), None)):
        return "needed"
    if any(p.form == "passive" and "from_act" in p.groups for p in behind):
        return "needed"
    people = _people_behind(reading, index)
    if people > index and is_particle(words, people, "が", "は"):
        return _role_of_subject(reading, mention._replace(last=people))
    return "needed" if acts_behind(reading, index, "need_act") else "measured"


def _is_done_to(reading: Reading, index: int) -> bool:
    """「業者の選定」 is done to them, 「業者の立会いなしで」 without them."""
    words = reading.words
    last = index
    while last + 1 < len(words) and is_noun(words[last + 1]):
        last += 1
    chosen = "done_to" in groups_of(reading, words, last)
    if last < len(words) and is_document(words, last, reading.lexicon):
        about = words[last - 1].text if last > index else words[last].text[:-1]
        chosen = "done_to" in reading.lexicon.words.get(about, ())  # 「委託先の評価表」
    return chosen or any("absent" in groups_of(reading, words, i) for i in (last, last + 1))


def _people_behind(reading: Reading, index: int) -> int:
    """Where 「開発部の面接官15名」 ends, read from 面接官 on; `index` if those are no people."""
    words, last = reading.words, index
    while last < len(words) and is_noun(words[last]):
        last += 1
    ends = words[last - 1].text[-1:] if last > index else ""
    return (
        _behind_count(reading, last) if "person" in reading.lexicon.words.get(ends, ()) else index
    )


def _role_of_addressee(reading: Reading, index: int) -> PartyRole:
    words = reading.words
    if index + 1 < len(words) and words[index + 1].lemma in ("よる", "因る"):
        judged = index + 2 < len(words) and _judgement_behind(reading, index + 2)
        return "measured" if judged else "needed"
    noun = index + 1 < len(words) and is_noun(words[index + 1])
    asked = (noun and "request" in groups_of(reading, words, index + 1)) or _asked(reading, index)
    return "needed" if asked else "beneficiary"


def _judgement_behind(reading: Reading, index: int) -> bool:
    """「顧客による評価」: what others think of the team's work is measured, not asked for."""
    rest = range(index, min(index + 2 * FAR, len(reading.words)))
    return any("judgement" in groups_of(reading, reading.words, step) for step in rest)


def _waited_for(reading: Reading, index: int) -> bool:
    """「法務次第」「決裁が下り次第」「本社のAPI公開後」."""
    words = reading.words
    for step in range(index, min(index + FAR, len(words))):
        if "gate" in groups_of(reading, words, step) and not runs_on(words, step):
            return True  # 「承認待ち」, not 「待ち時間」
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
    asked = (p for p in later[:2] if p.form != "passive")  # 「荷主に頼られる」
    return any(p.form == "request" or "request" in p.groups for p in asked)


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
    if mention.text.startswith("全") and not _is_unit(reading, mention):
        return "other"  # 「全教員が」: everybody, and no department
    if behind[0].clause == "bracket" and "measuring" in behind[0].groups:
        return "other"  # 「（品質室が集計）」
    answers = {_is_act(p) for p in behind}
    if len(answers) == 1:
        return "needed" if answers.pop() else "measured"
    if reading.arcs is None:
        return None
    return "needed" if _is_act(_governor(reading.arcs, start, behind)) else "measured"


def _is_unit(reading: Reading, mention: Mention) -> bool:
    """The name ends in what an organisation or its place is called: 全支店, 全営業部."""
    known = reading.lexicon.words
    tails = (mention.text[-length:] for length in (1, 2, 3))
    return any("organisation_suffix" in known.get(tail, ()) for tail in tails)


def _is_act(predicate: Predicate) -> bool:
    if "ability" in predicate.groups:
        return False  # 「販売店が設定できる割合」
    return "state_verb" not in predicate.groups and predicate.lemma not in ("する", "為る")


def _governor(arcs: Sequence[Arc], start: int, predicates: Sequence[Predicate]) -> Predicate:
    """The predicate on which the word at `start` hangs, by the parse; the last if it is none."""
    heads = [arc.head for arc in arcs if arc.span.start <= start < arc.span.end]
    for predicate in predicates:
        if any(predicate.span.start <= head.start < predicate.span.end for head in heads):
            return predicate
    return predicates[-1]
