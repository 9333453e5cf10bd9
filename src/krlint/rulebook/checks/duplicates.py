"""Whether two key results of a run promise the same: one metric, one target."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.analysis.content import content
from krlint.analysis.folding import fold
from krlint.analysis.patterns import compiled
from krlint.analysis.units import seconds, size
from krlint.model import Analysis, Flag, KeyResult, Quantity, Span, Understood, Wording
from krlint.rulebook.checks import SetCheck, Settings

# In brackets, or as the name of a field: 「（営業部と共通）」, "[shared]", "shared: true".
_SHARED = r"共通|共有|共同|合同|連名|shared|joint|common|co-?own"
_MARKED = (
    rf"[(（\[【<][^()（）\[\]【】<>]{{0,40}}(?:{_SHARED})[^()（）\[\]【】<>]{{0,40}}[)）\]】>]"
    rf"|(?m:^\s{{0,9}}(?:{_SHARED})\s{{0,9}}[:：])"
)
_BLANK = r"[〇○◯●△▲□■◇◆＿_{}<>…]|(?<![A-Za-z])X{2,}(?![A-Za-z])|\[[^\]]{1,40}\]"
_REPORTED = ("progress", "score")
_NO = ("", "no", "false", "none", "-", "–", "×", "いいえ", "なし", "無", "0")

Key = tuple[object, ...]


class Promise(NamedTuple):
    """
    A key result with what makes it the same as another: any one of its keys.

    `start` is where it starts from, as written and in base units.
    """

    result: KeyResult
    keys: frozenset[Key]
    start: tuple[float, float] | None


def promises(one: Understood) -> tuple[Promise, ...]:
    """Those of a document that say what they promise and are not marked as shared."""
    return tuple(_promises(one))


def _promises(one: Understood) -> Iterator[Promise]:
    for known in one.key_results:
        keys = frozenset() if _is_shared(known.key_result) else frozenset(_keys(known))
        if keys:
            yield Promise(known.key_result, keys, _start(known))


def _keys(known: Analysis) -> Iterator[Key]:
    """What it is about, with and without what is done about it, and how far; else all its words."""
    if known.phrases.get("placeholder") or any(q.kind == "placeholder" for q in known.quantities):
        return
    target = known.change.target
    if target is not None and target.quantity is not None:
        for deeds in (False, True) if known.predicates else (True,):
            matter = content(known, deeds=deeds)
            if matter:
                yield (matter, *_amount(target.quantity))
    elif not compiled(_BLANK).search(known.key_result.text):
        yield ("text", "".join(fold(known.key_result.text).text.split()).casefold())


def _amount(quantity: Quantity) -> Key:
    """The target in base units; what it counts is part of the matter."""
    unit = quantity.unit
    if quantity.low is None or quantity.high is None:
        return quantity.kind, None, None
    kind = "time" if seconds(unit) is not None else quantity.kind
    return kind, round(size(quantity.low, unit), 6), round(size(quantity.high, unit), 6)


def _start(known: Analysis) -> tuple[float, float] | None:
    slot = known.change.baseline
    if slot is None or slot.quantity is None or slot.quantity.low is None:
        return None
    target = known.change.target
    unit = slot.quantity.unit or (target.quantity.unit if target and target.quantity else None)
    return slot.quantity.low, round(size(slot.quantity.low, unit), 6)


def _is_shared(result: KeyResult) -> bool:
    said = (result.text, result.objective or "", *result.fields.values())
    if any(compiled(_MARKED).search(text.lower()) for text in said):
        return True
    return any(
        compiled(_SHARED).search(name.lower()) and value.strip().lower() not in _NO
        for name, value in result.fields.items()
    )


def repeated(collections: Sequence[tuple[Promise, ...]], _: Settings) -> Iterator[Flag]:
    """Each key result that says what an earlier one said, with the place of the earlier."""
    seen: dict[Key, list[Promise]] = defaultdict(list)
    for promise in (each for promises in collections for each in promises):
        earlier = (one for key in promise.keys for one in seen[key])
        before = next((one for one in earlier if _may_be_one(one, promise)), None)
        if before is not None:
            other = _place(before.result, promise.result)
            yield Flag(promise.result, Span(0, len(promise.result.text)), {"other": other})
        for key in promise.keys:
            seen[key].append(promise)


def _may_be_one(before: Promise, again: Promise) -> bool:
    """In one period, and where both say from where they start, from the same."""
    periods = {_bare(each.result.period) for each in (before, again) if each.result.period}
    if len(periods) > 1:
        return False
    if _is_report(before.result, again.result):
        return False
    if before.start is None or again.start is None:
        return True
    return any(one == other for one, other in zip(before.start, again.start, strict=True))


def _is_report(before: KeyResult, again: KeyResult) -> bool:
    """What is repeated elsewhere with its progress, or below an objective with its score."""
    teams = {each.team for each in (before, again) if each.team}
    apart = before.path != again.path
    if apart and len(teams) > 1:
        return False
    told = any(result.fields.get(name) for result in (before, again) for name in _REPORTED)
    aims = [each.objective or "" for each in (before, again)]
    scored = aims[0] != aims[1] and len({_bare(aim).strip("0123456789") for aim in aims}) == 1
    return (told and (apart or aims[0] != aims[1])) or scored


def _bare(text: str | None) -> str:
    return "".join(char for char in fold(text or "").text.casefold() if char.isalnum())


def _place(result: KeyResult, seen_from: KeyResult) -> Wording:
    place = result.place(Span(0, 1))
    if place.cell:
        where = Wording(f"セル {place.cell}", f"cell {place.cell}")
    else:
        where = Wording(f"{place.line}行目", f"line {place.line}")
    if result.path == seen_from.path:
        return where
    return Wording(f"{result.path} の{where.ja}", f"{where.en} of {result.path}")


duplicates = SetCheck(promises, repeated)
