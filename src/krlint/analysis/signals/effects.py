"""Whether something is said to save time, effort or money, and how much of it."""

from collections.abc import Iterator
from typing import NamedTuple

from krlint.analysis.patterns import compiled
from krlint.analysis.senses import sense
from krlint.analysis.signals.answers import Answer, answer, mains, spot
from krlint.analysis.signals.nearby import (
    MOST,
    before,
    behind,
    noted,
    noun_start,
    places,
    predicate_at,
    words,
)
from krlint.model import Analysis, Evidence, Quantity, Span

_JA_ENDS = r"[、,。;:：]$|^(?:で|し|により|によって)$"
_JA_BURDEN = r"(?:費|費用|コスト|工数|負担|負荷|手間|時間|日数)$"
_EN_OPENS = r"[,;:(–—]|\b(?:to|so|and|thereby|that|which)\b"
_EN_MEANS = r"\b(?:by\s(?=[a-z]+ing\b)|through|via|with|using|thanks\sto)\b"
_STOPS = ("、", ",", "。", ";", ".", ":")
_AMOUNT = r"(?i)\d\s?(?:時間|分|円|万|%|割|人日|人月|hours?|h\b|days?|min|k\b)|[$€£¥]\s?\d"
_QUOTES = "'\"“‘「『"
_REACH, _LONGEST = 60, 1_000
"""Characters between what is saved and its verb, and those of a key result that are looked at."""
_FAR = 8
"""Words between what is saved and the verb that saves it."""


class _Claim(NamedTuple):
    """Words that claim an effect, and the stretch of text in which its figure may stand."""

    span: Span
    scope: Span


def effect(analysis: Analysis) -> Answer:
    """Something is to take less time, effort or money: 「工数を削減」「効率化」, “save time”."""
    if any(sense(p) == "undecided" for p in mains(analysis)):
        return Answer(False)
    return answer(Evidence(claim.span) for claim in _claims(analysis))


def effect_figure(analysis: Analysis) -> Answer:
    """A figure says how much of the effect; one on the means (「3機能で効率化」) does not."""
    holes = [q for q in analysis.quantities[:MOST] if q.kind == "placeholder"]
    figures = [*(q for q in analysis.figures[:MOST] if _measures_effect(analysis, q)), *holes]
    claims = _claims(analysis)
    found = [q for q in figures if q.field or any(_tells(analysis, q, c) for c in claims)]
    return answer([*(spot(q) for q in found), *noted(analysis, _AMOUNT)])


def _tells(analysis: Analysis, quantity: Quantity, claim: _Claim) -> bool:
    """The figure stands where the claim's own would, or ends the change behind it."""
    change = analysis.change
    ends = [slot.span for slot in (change.baseline, change.target) if change.baseline and slot]
    behind_it = quantity.span.start > claim.span.start
    return _within(quantity.span, claim.scope) or (behind_it and quantity.span in ends)


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
    if _arrives(analysis, quantity):
        return True
    units = places(analysis, "amount_unit", "unit")
    money = (quantity.unit or "").startswith(("$", "€", "£", "¥"))
    return money or any(_within(unit.span, quantity.span) for unit in units)


def _arrives(analysis: Analysis, quantity: Quantity) -> bool:
    """“to 3 per 1,000 lines”, 「月3回に」: what is left of it, whatever it is counted in."""
    if analysis.language == "ja":
        return behind(analysis, quantity.span.end, most=1) in ("に", "へ", "まで")
    led = before(analysis, quantity.span.start, most=1)
    return led in ("to", "below", "under", "by") or quantity.comparator in ("<", "<=")


# --- What is claimed ------------------------------------------------------------------------------


def _claims(analysis: Analysis) -> tuple[_Claim, ...]:
    scope = _japanese_scope if analysis.language == "ja" else _english_scope
    found = [span for span in _spans(analysis) if not _is_title(analysis, span)]
    whole = [s for s in dict.fromkeys(found) if not any(_contains(other, s) for other in found)]
    return tuple(_Claim(span, scope(analysis, span)) for span in whole)


def _is_title(analysis: Analysis, span: Span) -> bool:
    """A class called “Cut costs at home” saves nothing yet."""
    before_it = analysis.key_result.text[max(0, span.start - 1) : span.start]
    return bool(before_it) and before_it in _QUOTES


def _contains(outer: Span, inner: Span) -> bool:
    return outer != inner and outer.start <= inner.start and inner.end <= outer.end


def _spans(analysis: Analysis) -> Iterator[Span]:
    """「効率化」, 「工数を削減」, 「生産性を高める」: from what is saved to the word that saves."""
    named = [place.span for place in places(analysis, "effect")]
    yield from (span for span in named if not _is_part_of_a_name(analysis, span))
    saving = [place.span for place in places(analysis, "direction_down", "saving")]
    raising = [place.span for place in places(analysis, "direction_up")]
    efficiency = [place.span for place in places(analysis, "efficiency")]
    if saving:
        yield from _moved(analysis, _burdens(analysis), saving)
    yield from _moved(analysis, efficiency, raising)


def _burdens(analysis: Analysis) -> list[Span]:
    found = [place.span for place in places(analysis, "burden")]
    if analysis.language == "ja":
        costs = compiled(_JA_BURDEN)
        whole = words(analysis, 0, _LONGEST)
        found += [t.span for t in whole if costs.search(t.text) and t.span not in found]
    return found


def _moved(analysis: Analysis, nouns: list[Span], verbs: list[Span]) -> Iterator[Span]:
    for noun in nouns:
        verb = next((verb for verb in verbs if _is_moved(analysis, noun, verb)), None)
        if verb:
            start = min(noun_start(analysis, noun.start), verb.start)
            yield Span(start, max(noun.end, verb.end))


def _is_moved(analysis: Analysis, noun: Span, verb: Span) -> bool:
    """The verb has the noun as its object, and is no part of a name."""
    first, last = (noun, verb) if analysis.language == "ja" else (verb, noun)
    if analysis.language == "en" and verb.start > noun.start:
        return verb.start - noun.end == 1  # “bring prices down”, “so that costs drop”
    if last.start < first.end or _is_part_of_a_name(analysis, verb):
        return False
    if last.start - first.end > _REACH:
        return False
    between = words(analysis, first.end, last.start)
    if len(between) > _FAR or any(t.text in _STOPS for t in between):
        return False
    inner = (predicate_at(analysis, word.span.start) for word in between)
    return not any(p and p.clause != "relative" and p.span.end <= last.start for p in inner)


def _is_part_of_a_name(analysis: Analysis, span: Span) -> bool:
    """A noun that is no doing follows: 「コスト削減率」「効率化委員会」."""
    if analysis.language == "en":
        return False
    at = span.end
    for token in words(analysis, span.end, span.end + _REACH):
        if token.span.start != at or not token.tag.startswith(("名詞-普通名詞", "接尾辞-名詞的")):
            return False
        if "サ変" not in token.tag:
            return True
        at = token.span.end
    return False


# --- Where its figure may stand -------------------------------------------------------------------


def _japanese_scope(analysis: Analysis, span: Span) -> Span:
    """From behind the means (「3機能で」「自動化し」) to the end."""
    start = max(0, span.start - 2 * _REACH)
    for word in words(analysis, start, span.start):
        doing = predicate_at(analysis, word.span.start)
        end = doing.span.end if doing and doing.clause != "relative" else word.span.end
        stops = doing is not None or compiled(_JA_ENDS).search(word.text)
        start = end if stops and start < end <= span.start else start
    return Span(start, len(analysis.key_result.text))


def _english_scope(analysis: Analysis, span: Span) -> Span:
    """From where the effect's clause opens to where its means begin (“by merging …”)."""
    text = analysis.key_result.text
    floor = max(0, span.start - 2 * _REACH)
    opens = compiled(_EN_OPENS).finditer(text, floor, span.start)
    first = max((match.end() for match in opens), default=floor)
    means = compiled(_EN_MEANS).search(text, span.end, span.end + 4 * _REACH)
    return Span(first, means.start() if means else len(text))
