"""Who sees a key result through, where the document has a place to say so."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from krlint.analysis.judged import mentions
from krlint.analysis.patterns import compiled
from krlint.model import Flag, KeyResult, Span, Understood
from krlint.rulebook.checks import Settings

_NOBODY = (
    r"(?:tb[acd]|n/?a|none|nobody|open|unassigned|vacant|to be .{1,30}|未定|未設定|未割り?当て?|未"
    r"|調整中|検討中|募集中|なし|空席|不在|要相談|[\W_x×]*)"
)
_TOLD = r"(?:\b(?:owner|dri|lead|pic)|担当者?|責任者|主担当|オーナー)\s?[:：]\s?[^\s:：)）]"


def without_owner(one: Understood, _: Settings) -> Iterator[Flag]:
    """
    A key result without an owner in a document that names owners elsewhere or has room for them.

    The owner of an objective answers for all below it.
    """
    results = [known.key_result for known in one.key_results]
    told = sum(_told(result) for result in results)
    # One name in passing is no place for names.
    if not ("owner" in one.document.slots or 4 * told >= len(results) > told > 0):
        return
    answered = {o.text for o in one.document.objectives if _somebody(o.owner)}
    alone = [r for r in results if not (_told(r) or r.objective in answered)]
    if alone and not _told_once_each(results):
        for result in alone:
            yield Flag(result, Span(0, len(result.text)))


def _told(result: KeyResult) -> bool:
    if _somebody(result.fields.get("owner")):
        return True
    return bool(mentions(result.text) or compiled(_TOLD).search(result.text.lower()))


def _somebody(name: str | None) -> bool:
    return bool(name) and compiled(_NOBODY).fullmatch((name or "").strip().lower()) is None


def _told_once_each(results: Sequence[KeyResult]) -> bool:
    """Each objective's first key result has the owner and no other: they own the objective."""
    groups: dict[str | None, list[bool]] = defaultdict(list)
    for result in results:
        groups[result.objective].append(_told(result))
    several = [told for told in groups.values() if len(told) > 1]
    return len(several) > 1 and all(told[0] and not any(told[1:]) for told in several)
