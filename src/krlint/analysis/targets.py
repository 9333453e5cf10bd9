"""Which quantities of a text form a change from one to the other, and which one is the target."""

import re
from collections.abc import Mapping, Sequence

from krlint.analysis import units
from krlint.analysis.references import is_reference
from krlint.model import Language, Quantity

_ARROW = r"(?:→|⇒|➡|⇨|➔|⟶|[-=–]{1,2}>)"
_ARROW_GAP = re.compile(rf"[^→⇒.;。\d]{{0,24}}{_ARROW}[^\d。.;]{{0,12}}$")
_JA_FROM = re.compile(r"(?:[^\d。、;]{0,6})(?:から|より)[^\d。;]{0,12}$")
_JA_OBJECT = re.compile(r"[^\d。;]{0,14}を[^\d。;、]{0,6}$")
_JA_TO = re.compile(r"\s?(?:まで|[にへ](?!つい|お|関|対|よ))")
_EN_FROM = re.compile(r"\b[Ff]rom\s(?:about\s|around\s|roughly\s|the\s|an?\s)?$")
_EN_TO = re.compile(r"[^.;\d]{0,40}\b(?:in)?to\s(?:about\s|around\s|the\s)?$")
_EN_BARE_TO = re.compile(r"\sto\s$")
_CLAUSE_END = re.compile(r"[;。\n]|\.\s")
_OPEN = re.compile(r"[(（][^()（）]{0,60}$")
_ACRONYM = re.compile(r"\b(?:[A-Z]{2,5}|[A-Z]PS)\b")
_PLURAL = re.compile(r"\b[A-Za-z][a-z]{2,}s\b")
_JA_METRIC = re.compile(r"(?:時間数|日数|人数|件数|社数|回数|台数)")


def pair(
    text: str, language: Language, quantities: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """The first two figures that stand as from and to: 12%から18%に, "from 12 to 6", 「96分⇒48分」."""
    for first, second in zip(quantities, quantities[1:], strict=False):
        if _figure(first) and _figure(second) and _joined(text, language, first, second):
            return first, second
    return None


def _figure(quantity: Quantity) -> bool:
    return quantity.kind in ("number", "percent", "multiple", "rank", "none")


def _joined(text: str, language: Language, first: Quantity, second: Quantity) -> bool:
    gap = text[first.span.end : second.span.start]
    if len(gap) > 50:
        return False
    if _ARROW_GAP.fullmatch(gap):
        return True
    if language == "ja":
        follows = _JA_TO.match(text, second.span.end) is not None
        if _JA_FROM.fullmatch(gap):
            return follows or _comparable(first, second)
        return follows and _comparable(first, second) and _JA_OBJECT.fullmatch(gap) is not None
    before = _EN_FROM.search(text, max(0, first.span.start - 16), first.span.start)
    if before:
        return _EN_TO.fullmatch(gap) is not None
    return _EN_BARE_TO.fullmatch(gap) is not None and (
        first.unit is not None or second.unit is not None
    )


def _comparable(first: Quantity, second: Quantity) -> bool:
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return True
    return units.seconds(first.unit) is not None and units.seconds(second.unit) is not None


def preferred(
    text: str, language: Language, quantities: Sequence[Quantity]
) -> Quantity | None:
    """The quantity that is the target: the most telling one of the first clause that has any."""
    known = [
        q for q in quantities if q.kind != "placeholder" and not is_reference(text, language, q)
    ]
    if not known:
        return None
    end = _CLAUSE_END.search(text, known[0].span.end)
    clause = [q for q in known if end is None or q.span.start < end.start()]
    return max(clause, key=lambda q: (_weight(text, q), -q.span.start))


def _weight(text: str, quantity: Quantity) -> int:
    if _OPEN.search(text, max(0, quantity.span.start - 60), quantity.span.start):
        return 0
    if quantity.kind == "none" and text[quantity.span.end : quantity.span.end + 1] == "の":
        return 1
    if quantity.kind in ("percent", "multiple", "none") or (quantity.unit or "").startswith(
        ("of ", "out of ", "/")
    ):
        return 3
    if quantity.kind == "rank":
        return 2 if quantity.unit in (None, "位") else 1
    if quantity.comparator != "=":
        return 2
    return 1


def noun_counted(text: str, language: Language) -> str | None:
    """What a bare figure counts, by the text: the first plural or acronym of its subject."""
    if language == "ja":
        return None
    subject = re.split(r"\bfrom\b|[:;(]|\d", text, maxsplit=1)[0] or text
    found = _ACRONYM.search(subject) or _PLURAL.search(subject)
    return found.group() if found else None
