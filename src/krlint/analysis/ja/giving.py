"""What another party has to hand over, grant or finish before the team's own work."""

from krlint.analysis.ja.mentions import Mention, groups_of
from krlint.analysis.ja.words import is_noun, is_particle
from krlint.analysis.reading import Reading
from krlint.model import Predicate

_AFTER = ("から", "たら", "次第", "後")
"""What stands behind the predicate of a thing that is waited for: 「整ってから」."""


def is_given(reading: Reading, mention: Mention, next_act: Predicate | None) -> bool:
    """
    The party's own thing, named with の, is received, passed, asked for or waited for.

    「税理士の意見書を受け取る」「消防署の検査に通る」「警備会社の巡回を増やしてもらう」
    「物流部の台帳が整ってから」.
    """
    if next_act is None:
        return False
    if next_act.form == "request":
        return True
    words = reading.words
    last = _noun_end(reading, mention.last + 1)
    known = reading.lexicon.words.get(next_act.lemma, ())
    received = is_particle(words, last, "を") and "receives" in known
    passed = is_particle(words, last, "に", "を") and "passes" in known
    examined = "examination" in groups_of(reading, words, last - 1)
    begins = last + 1 < len(words) and next_act.span.start == words[last + 1].span.start
    if begins and (received or (passed and examined)):
        return True
    ended = is_particle(words, last, "が", "を", "の") and next_act.clause == "condition"
    return ended and _is_awaited(reading, next_act)


def _noun_end(reading: Reading, index: int) -> int:
    """The word behind the compound that begins at `index`."""
    words = reading.words
    while index < len(words) and (is_noun(words[index]) or words[index].tag.startswith("接尾辞")):
        index += 1
    return index


def _is_awaited(reading: Reading, predicate: Predicate) -> bool:
    text, end = reading.text, predicate.span.end
    told = text[predicate.span.start : end]
    return told.endswith("たら") or (text[end:].startswith(_AFTER) and not told.endswith("る"))


def is_handed_over(reading: Reading, act: Predicate | None) -> bool:
    """「製版所から納められた版」「工場から送られてくる成績書」: theirs to send."""
    if act is None or act.clause != "relative":
        return False
    return act.form == "passive" and "hands_over" in act.groups


def is_amount(reading: Reading, index: int) -> bool:
    """
    The compound that begins at `index` is measured: 「確認件数」「稼働 78%」.

    A rate of what they do (「現場の入力率」) is their work.
    """
    words = reading.words
    last = _noun_end(reading, index)
    if last <= index or last > len(words):
        return False
    act = "サ変" in words[last - 1].tag
    counted = act and last < len(words) and words[last].tag.startswith("名詞-数詞")
    known = reading.lexicon.words
    groups = known.get(words[last - 1].lemma, ())
    tail = known.get(words[last - 1].text[-1], ())
    suffix = "measure_suffix" in tail and "no_measure" not in groups
    suffix = suffix and not words[last - 1].text.endswith("率")
    return counted or "measure" in groups or (suffix and last - index > 1)
