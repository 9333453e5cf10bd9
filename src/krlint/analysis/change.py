"""From where to where: baseline, target, unit, direction and deadline of the first measure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from krlint.analysis import directions
from krlint.analysis.dates import dates as read_dates
from krlint.analysis.deadlines import deadline
from krlint.analysis.numbers import quantities as read_quantities
from krlint.analysis.references import is_reference
from krlint.analysis.targets import noun_counted, pair, preferred
from krlint.model import Change, DateMention, Direction, Language, Quantity, Slot, Span

_NOTHING = re.compile(r"(?:tbd|tbc|tba|n/?a|none\syet|to\sbe\s\w+|未定|未設定|検討中|なし|-+|–|—|ー|\?+)", re.IGNORECASE)
_NO_WORDS: Mapping[str, Direction] = MappingProxyType({})


def change(
    text: str,
    language: Language,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    fields: Mapping[str, str],
    direction_words: Mapping[str, Direction] = _NO_WORDS,
) -> Change:
    """
    The change that a key result asks for, from its width-folded text and its fields.

    `direction_words` maps words, inflected forms included, to the direction that they name.
    """
    from_to = pair(text, language, quantities)
    given = _given(fields, "target", language)
    target = _target(text, language, quantities, from_to, given)
    baseline = _baseline(text, language, quantities, from_to, given, fields)
    return Change(
        baseline=baseline,
        target=target,
        unit=_unit(text, language, quantities, baseline, target),
        direction=directions.direction(text, language, baseline, target, direction_words),
        deadline=deadline(text, language, dates, fields),
    )


def figures(
    text: str, quantities: Sequence[Quantity], change: Change, fields: Mapping[str, str]
) -> tuple[Quantity, ...]:
    """
    The quantities, of the text and of the target field, that say how far is far enough.

    A baseline, a figure compared with, a placeholder and what stands beside one are none.
    """
    language: Language = "ja" if _JAPANESE.search(text) else "en"
    given = _given(fields, "target", language)
    stated = [q._replace(field="target") for q in given.quantities if q.kind != "placeholder"]
    counted = [
        q
        for q in quantities
        if q.kind != "placeholder" and not _is_baseline(text, language, q, change)
    ]
    if any(q.kind == "placeholder" for q in quantities):
        counted = [q for q in counted if q.kind == "percent" and q.comparator != "="]
    return (*counted, *stated)


_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


class _Given:
    """What a field gives: its value as written, and the quantities of its width-folded text."""

    __slots__ = ("folded", "quantities", "value")

    def __init__(self, value: str, folded: str, quantities: tuple[Quantity, ...]) -> None:
        self.value = value
        self.folded = folded
        self.quantities = quantities

    def __bool__(self) -> bool:
        return bool(self.value)


def _given(fields: Mapping[str, str], name: str, language: Language) -> _Given:
    value = fields.get(name, "").strip()
    if not value or _NOTHING.fullmatch(value):
        return _Given("", "", ())
    folded = unicodedata.normalize("NFKC", value)
    days = [day.span for day in read_dates(folded, language)]
    return _Given(value, folded, read_quantities(folded, language, days))


def _is_baseline(text: str, language: Language, quantity: Quantity, change: Change) -> bool:
    baseline = change.baseline
    if baseline is not None and baseline.field is None and baseline.span == quantity.span:
        return True
    return is_reference(text, language, quantity)


def _target(
    text: str,
    language: Language,
    quantities: Sequence[Quantity],
    from_to: tuple[Quantity, Quantity] | None,
    given: _Given,
) -> Slot | None:
    figure = _first_figure(given, language)
    if given and figure:
        return _field_slot(given, "target", figure, language)
    if from_to:
        return _text_slot(text, from_to[1])
    found = preferred(text, language, quantities)
    if given and (found is None or found.kind == "all"):
        return Slot(given.value, Span(0, len(given.value)), "target", None)
    return _text_slot(text, found) if found else None


def _first_figure(given: _Given, language: Language) -> Quantity | None:
    from_to = pair(given.folded, language, given.quantities)
    if from_to:
        return from_to[1]
    return next((q for q in given.quantities if q.kind != "placeholder"), None)


def _field_slot(given: _Given, name: str, figure: Quantity, language: Language) -> Slot:
    """The whole field, or the target of a change that the field writes out (3.3→4.2)."""
    if pair(given.folded, language, given.quantities):
        text = given.folded[figure.span.start : figure.span.end]
        return Slot(text, figure.span, name, figure._replace(field=name))
    whole = Span(0, len(given.value))
    return Slot(given.value, whole, name, figure._replace(field=name))


def _baseline(
    text: str,
    language: Language,
    quantities: Sequence[Quantity],
    from_to: tuple[Quantity, Quantity] | None,
    given: _Given,
    fields: Mapping[str, str],
) -> Slot | None:
    stated = _given(fields, "baseline", language)
    if stated:
        figure = next(iter(stated.quantities), None)
        figure = figure and figure._replace(field="baseline")
        return Slot(stated.value, Span(0, len(stated.value)), "baseline", figure)
    within = pair(given.folded, language, given.quantities)
    if within:
        first = within[0]
        return Slot(given.folded[first.span.start : first.span.end], first.span, "target", first)
    if from_to:
        return _text_slot(text, from_to[0])
    reference = next(
        (q for q in quantities if q.kind != "placeholder" and is_reference(text, language, q)), None
    )
    return _text_slot(text, reference) if reference else None


def _text_slot(text: str, quantity: Quantity) -> Slot:
    return Slot(text[quantity.span.start : quantity.span.end], quantity.span, None, quantity)


def _unit(
    text: str,
    language: Language,
    quantities: Sequence[Quantity],
    baseline: Slot | None,
    target: Slot | None,
) -> str | None:
    wanted = target or baseline
    if wanted is None or wanted.quantity is None:
        return None
    figure = wanted.quantity
    if figure.unit is not None or figure.kind in ("all", "multiple"):
        return figure.unit
    same = next((q for q in quantities if q.unit and q.low == figure.low), None)
    if same:
        return same.unit
    if baseline and baseline.quantity and baseline.quantity.unit:
        return baseline.quantity.unit
    return noun_counted(text, language)
