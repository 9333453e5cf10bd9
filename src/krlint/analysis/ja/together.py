"""Who acts together with others, and who is only listed beside them."""

from collections.abc import Sequence

from krlint.analysis.ja.behind import FAR, acts_behind, predicates_behind
from krlint.analysis.ja.mentions import Mention, mentions
from krlint.analysis.ja.words import is_particle
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import PartyRole, Token

_TOTALS = ("部門", "部署", "部", "課", "社", "者", "チーム", "室", "局")


def behind_total(words: Sequence[Token], index: int) -> int:
    """The particle behind 「の3部門」, which only counts the names before it."""
    counted = index + 2 < len(words) and words[index + 1].tag.startswith("名詞-数詞")
    return index + 3 if counted and words[index + 2].text in _TOTALS else index


def are_two(reading: Reading, mention: Mention) -> bool:
    """「看護部と薬剤部で手順をそろえる」: they do it together."""
    words = reading.words
    if mention.first < 2 or words[mention.first - 1].text not in ("と", "・", "、"):
        return False
    near = words[max(0, mention.first - FAR) : mention.first - 1]
    other = any(m.last == len(near) for m in mentions(reading, near))
    behind = predicates_behind(reading, words[mention.last - 1].span.start)[:1]
    acts = any(p.clause == "main" and sense(p) in ("event", "process") for p in behind)
    return acts and other


def role_of_companion(reading: Reading, index: int) -> PartyRole:
    """「物流部と手順を見直す」 takes both; 「人事と経理の残業」 only lists them."""
    words = reading.words
    if acts_behind(reading, index + 1, "with_act", far=True) or _seals(reading, index):
        return "needed"
    if is_particle(words, index + 1, "の"):
        return "other"  # 「投資家との対話」 describes
    if _is_done_with(reading, index):
        return "needed"
    listed = any(m.first == index + 1 for m in mentions(reading, words[: index + FAR]))
    behind = predicates_behind(reading, words[index].span.start)[:1]
    together = any(p.clause == "main" and sense(p) in ("event", "process") for p in behind)
    object_between = any(
        is_particle(words, step, "を") for step in range(index + 1, min(index + FAR, len(words)))
    )
    return "needed" if together and object_between and not listed else "other"


def _is_done_with(reading: Reading, index: int) -> bool:
    """「更改を業者と進める」, not 「結果を本店と共有する」."""
    words = reading.words
    behind = predicates_behind(reading, words[index].span.start)[:1]
    acts = any(
        p.clause == "main"
        and sense(p) in ("event", "process")
        and "audience" not in p.groups
        and p.span.start == words[index + 1].span.start
        for p in behind
        if index + 1 < len(words)
    )
    return acts and any(is_particle(words, i, "を") for i in range(max(0, index - FAR), index))


def _seals(reading: Reading, index: int) -> bool:
    """「運送会社と、積み込みは30分までで合意する」: a pact takes both, however far."""
    behind = predicates_behind(reading, reading.words[index].span.start)[:1]
    return any("pact" in p.groups and p.clause != "relative" for p in behind)
