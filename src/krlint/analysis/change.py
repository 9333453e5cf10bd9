"""From where to where: baseline, target, unit, direction and deadline of the first measure."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from krlint.analysis import directions, targets
from krlint.analysis.dates import dates as read_dates
from krlint.analysis.deadlines import deadline
from krlint.analysis.language import detect
from krlint.analysis.numbers import quantities as read_quantities
from krlint.analysis.patterns import compiled
from krlint.analysis.references import is_promise, is_reference
from krlint.model import Change, DateMention, Direction, Language, Quantity, Slot, Span

_NOTHING = (
    r"(?i:tbd|tbc|tba|n/?a|none\syet|to\sbe\s\w{1,12}|未定|未設定|検討中|なし|[-–—ー]{1,3}|\?{1,3})"
)


_RATED = ("/", "a ", "an ", "per ", "each ", "every ")
"""How a unit begins that says how often, and not what: "4 a week"."""


class _Field(NamedTuple):
    """A field's value as written and folded, with its quantities; empty where it gives nothing."""

    value: str
    folded: str
    quantities: tuple[Quantity, ...]
    pair: tuple[Quantity, Quantity] | None


def change(
    text: str,
    language: Language,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    fields: Mapping[str, str],
    direction_words: Mapping[str, Direction] | None = None,
) -> Change:
    """
    The change that a key result asks for, from its width-folded text and its fields.

    `direction_words` maps words, English inflected forms included, to the direction that they
    name; None stands for krlint's own. A slot from the text is verbatim in its folded form.
    """
    if direction_words is None:
        words = directions.own(language)
    else:
        words = directions.told(language, direction_words)
    from_to = targets.pair(text, language, quantities)
    given = _field(fields.get("target", ""), "target", language)
    target = _target(text, language, quantities, from_to, given)
    stated = _field(fields.get("baseline", ""), "baseline", language)
    baseline = _baseline(text, language, quantities, from_to, (stated, given))
    return Change(
        baseline=baseline,
        target=target,
        unit=_unit(text, language, quantities, baseline, target),
        direction=directions.direction(text, language, baseline, target, words),
        deadline=deadline(text, language, dates, fields),
        joined=bool(given.pair or (from_to and not stated.value)),
    )


def figures(
    text: str, quantities: Sequence[Quantity], change: Change, fields: Mapping[str, str]
) -> tuple[Quantity, ...]:
    """
    The quantities, of the text and of the target field, that say how far is far enough.

    A baseline, a figure compared with and a placeholder are none; nor, beside a placeholder, is
    any but a bounded percentage, or where the placeholder is only the start.
    """
    language = detect(text)
    given = _field(fields.get("target", ""), "target", language)
    stated = tuple(q for q in given.quantities if q.kind != "placeholder")
    known = [q for q in quantities if q.kind != "placeholder"]
    if len(known) < len(quantities):
        from_to = targets.pair(text, language, quantities)
        reached = from_to[1] if from_to else None
        known = [q for q in known if q is reached or (q.kind == "percent" and q.comparator != "=")]
    return (*(q for q in known if not _is_baseline(text, language, q, change)), *stated)


def _is_baseline(text: str, language: Language, quantity: Quantity, change: Change) -> bool:
    baseline = change.baseline
    if baseline is not None and baseline.field is None and baseline.span == quantity.span:
        return True
    return is_reference(text, language, quantity) or is_promise(text, language, quantity)


@lru_cache(maxsize=512)
def _field(value: str, name: str, language: Language) -> _Field:
    value = value.strip()
    if not value or compiled(_NOTHING).fullmatch(value):
        return _Field("", "", (), None)
    folded = unicodedata.normalize("NFKC", value)
    days = [day.span for day in read_dates(folded, language)]
    found = tuple(q._replace(field=name) for q in read_quantities(folded, language, days))
    return _Field(value, folded, found, targets.pair(folded, language, found))


def _target(
    text: str,
    language: Language,
    quantities: Sequence[Quantity],
    from_to: tuple[Quantity, Quantity] | None,
    given: _Field,
) -> Slot | None:
    """The field where it gives a figure, else the text, else what the field says in words."""
    if given.pair:
        return _slot(given.folded, given.pair[1])
    figure = next((q for q in given.quantities if q.kind != "placeholder"), None)
    if figure:
        return Slot(given.value, Span(0, len(given.value)), "target", figure)
    if from_to:
        return _slot(text, from_to[1])
    found = targets.preferred(text, language, quantities)
    if given.value and (found is None or found.kind == "all"):
        return Slot(given.value, Span(0, len(given.value)), "target")
    if found:
        return _slot(text, found)
    grade = targets.grade(text)
    return Slot(text[grade.start : grade.end], grade) if grade else None


def _baseline(
    text: str,
    language: Language,
    quantities: Sequence[Quantity],
    from_to: tuple[Quantity, Quantity] | None,
    fields: tuple[_Field, _Field],
) -> Slot | None:
    stated, given = fields
    if stated.value:
        figure = next(iter(stated.quantities), None)
        return Slot(stated.value, Span(0, len(stated.value)), "baseline", figure)
    if given.pair:
        return _slot(given.folded, given.pair[0])
    if from_to:
        return _slot(text, from_to[0])
    known = (q for q in quantities if q.kind != "placeholder")
    reference = next((q for q in known if is_reference(text, language, q)), None)
    return _slot(text, reference) if reference else None


def _slot(text: str, quantity: Quantity) -> Slot | None:
    """The quantity as a slot; a placeholder fills none."""
    if quantity.kind == "placeholder":
        return None
    span = quantity.span
    return Slot(text[span.start : span.end], span, quantity.field, quantity)


def _unit(
    text: str,
    language: Language,
    quantities: Sequence[Quantity],
    baseline: Slot | None,
    target: Slot | None,
) -> str | None:
    """The target's own unit, else that of the same figure in the text, else what is counted."""
    wanted = target or baseline
    figure = wanted.quantity if wanted else None
    if figure is None or figure.kind == "all" or (figure.kind == "percent" and not figure.unit):
        return None
    start = baseline.quantity if baseline else None
    for known in (figure, start):
        if known is None:
            continue
        if known.unit is not None and not known.unit.startswith(_RATED):
            return known.unit
        same = next((q for q in quantities if q.unit and q.low == known.low), None)
        if same and same.unit and not same.unit.startswith(_RATED):
            return same.unit
    rate = figure.unit or ""
    whole = rate or figure.kind == "multiple" or figure.low is None or figure.low.is_integer()
    noun = targets.noun_counted(text, language, whole=bool(whole))
    if not noun or rate.startswith("/ "):
        return noun or (None if rate.startswith("/ ") else figure.unit)
    return noun + rate if rate.startswith("/") else f"{noun} {rate}".strip()
