"""Whether something is said to save time, effort or money, and how much of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.analysis.patterns import compiled
from krlint.analysis.signals.answers import Answer, answer, spot
from krlint.analysis.signals.nearby import behind, noun_start, places
from krlint.model import Analysis, Evidence, Quantity, Span

_NAMES = (
    "委員会",
    "プロジェクト",
    "チーム",
    "施策",
    "案",
    "会議",
    "部",
    "室",
    "課",
    "率",
    "額",
    "計画",
)
_JA_ENDS = r"[、,。;:：]$|^(?:で|し|により|によって)$"
_FAR = 8
"""Words between what is saved and the verb that saves it."""


class _Claim(NamedTuple):
    """Words that claim an effect, and the stretch of text in which its figure may stand."""

    span: Span
    scope: Span


def effect(analysis: Analysis) -> Answer:
    """Something is to take less time, effort or money: 「工数を削減」「効率化」, “save time”."""
    return answer(Evidence(claim.span) for claim in _claims(analysis))


def effect_figure(analysis: Analysis) -> Answer:
    """A figure says how much of the effect; one on the means (「3機能で効率化」) does not."""
    figures = [q for q in analysis.figures if _measures_effect(analysis, q)]
    if any(q.field is not None for q in figures):
        return answer(spot(q) for q in figures)
    claims = _claims(analysis)
    found = [q for q in figures if any(_within(q.span, claim.scope) for claim in claims)]
    return answer(spot(q) for q in found)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def _measures_effect(analysis: Analysis, quantity: Quantity) -> bool:
    """A share, a limit, time or money, or either end of a change: no count of what is made."""
    if quantity.kind in ("percent", "multiple", "none") or quantity.low == 0:
        return True
    if quantity.kind == "all":
        return False
    if quantity.comparator in ("+", "-") or analysis.change.baseline is not None:
        return True
    return _is_amount(analysis, quantity)


def _is_amount(analysis: Analysis, quantity: Quantity) -> bool:
    units = places(analysis, "amount_unit", "unit")
    return any(_within(unit.span, quantity.span) for unit in units) or (
        quantity.unit or ""
    ).startswith(("$", "€", "£", "¥"))


# --- What is claimed --------------------------------------------------------------------------


def _claims(analysis: Analysis) -> tuple[_Claim, ...]:
    found = _japanese(analysis) if analysis.language == "ja" else _english(analysis)
    return tuple(found)


def _japanese(analysis: Analysis) -> Iterator[_Claim]:
    for start, end in _spans(analysis, "efficiency"):
        if _is_claim(analysis, end):
            yield _Claim(Span(start, end), Span(_clause_start(analysis, start), _end(analysis)))


def _spans(analysis: Analysis, raised: str) -> Iterator[Span]:
    """「効率化」, 「工数を削減」, 「生産性を高める」: from what is saved to the word that saves."""
    yield from (place.span for place in places(analysis, "effect"))
    yield from _moved(analysis, "burden", "direction_down", "saving")
    yield from _moved(analysis, raised, "direction_up")


def _moved(analysis: Analysis, noun: str, *verbs: str) -> Iterator[Span]:
    moving = places(analysis, *verbs)
    for place in places(analysis, noun):
        verb = next((v.span for v in moving if _is_moved(analysis, place.span, v.span)), None)
        if verb:
            first = min(noun_start(analysis, place.span.start), verb.start)
            yield Span(first, max(place.span.end, verb.end))


def _is_moved(analysis: Analysis, noun: Span, verb: Span) -> bool:
    first, last = (noun, verb) if analysis.language == "ja" else (verb, noun)
    if last.start < first.end:
        return False
    between = [t for t in analysis.tokens if first.end <= t.span.start < last.start]
    if len(between) > _FAR:
        return False
    predicates = [p.span for p in analysis.predicates if p.clause != "relative"]
    if any(first.end <= p.start and p.end <= last.start for p in predicates):
        return False
    return not any(t.text in ("、", ",", "。", ";", ".") for t in between)


def _is_claim(analysis: Analysis, end: int) -> bool:
    """The words are not part of a name: 「業務効率化プロジェクト」「コスト削減率」."""
    after = behind(analysis, end, most=1)
    adjoins = any(t.span.start == end for t in analysis.tokens)
    return not (adjoins and after.startswith(_NAMES))


def _clause_start(analysis: Analysis, start: int) -> int:
    """Where the clause of the effect begins: behind the means (「3機能で」「自動化し」)."""
    ends = [p.span.end for p in analysis.predicates if p.clause != "relative"]
    ends += [t.span.end for t in analysis.tokens if compiled(_JA_ENDS).search(t.text)]
    return max((end for end in ends if end <= start), default=0)


def _end(analysis: Analysis) -> int:
    return len(analysis.key_result.text)


def _english(analysis: Analysis) -> Iterator[_Claim]:
    for start, end in _spans(analysis, "efficiency"):
        yield _Claim(Span(start, end), Span(*_english_scope(analysis, start, end)))


def _english_scope(analysis: Analysis, start: int, end: int) -> Sequence[int]:
    """From where the effect's clause opens to where its means begin (“by …ing”)."""
    text = analysis.key_result.text
    opens = compiled(r"[,;:(–—]|\b(?:to|so|and|thereby|that|which)\b").finditer(text, 0, start)
    first = max((match.end() for match in opens), default=0)
    means = compiled(r"\b(?:by\s(?=[a-z]+ing\b)|through|via|with|using|thanks\sto)\b").search(
        text, end
    )
    return first, means.start() if means else len(text)
