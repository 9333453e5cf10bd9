"""Whether it says by when."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from krlint.analysis import units
from krlint.analysis.deadlines import is_firm
from krlint.analysis.patterns import compiled
from krlint.analysis.phrases import entries
from krlint.analysis.signals.answers import Answer, answer
from krlint.model import Analysis, DateMention, Evidence, Span

_QUOTES = ("「", "『", "“", '"', "'")
_EXACT = r"\d\s?日|\d[/.-]\d|\d(?:st|nd|rd|th)?\s[A-Z][a-z]{2}|[A-Z][a-z]{2,8}\.?\s\d{1,2}\b"


def vague_time(analysis: Analysis) -> Answer:
    """When it is to be done is left open: 早期に, 9月頃, as soon as possible, around Q3."""
    about = [place for day in analysis.dates if (place := _about(analysis, day)) is not None]
    soon = [place for place in analysis.phrases.get("soon", ()) if not _is_name(analysis, place)]
    timed = any(units.seconds(quantity.unit) for quantity in analysis.quantities)
    prompt = () if timed else analysis.phrases.get("promptly", ())
    return answer([*_in_field(analysis), *about, *soon, *prompt])


def _about(analysis: Analysis, day: DateMention) -> Evidence | None:
    """The date together with a 頃 or “around” beside it; not a day of the calendar."""
    text = analysis.key_result.text
    if compiled(_EXACT).search(text, day.span.start, day.span.end):
        return None
    reach = Span(day.span.start - 1, day.span.end + 1)
    found = _touching(analysis.phrases.get("about_time", ()), reach)
    if found is None:
        return None
    start, end = min(found.span.start, day.span.start), max(found.span.end, day.span.end)
    return Evidence(Span(start, end))


def _touching(places: Sequence[Evidence], reach: Span) -> Evidence | None:
    """The first of the places, which are in order, that overlaps or touches the reach."""
    index = bisect_left(places, reach.start, key=lambda place: place.span.end)
    found = places[index] if index < len(places) else None
    return found if found is not None and found.span.start <= reach.end else None


def _is_name(analysis: Analysis, place: Evidence) -> bool:
    """Whether the word is only quoted as a name: tickets tagged ASAP, 「近日公開」."""
    start = place.span.start
    if analysis.key_result.text[max(0, start - 1) : start] in _QUOTES:
        return True
    return _touching(analysis.phrases.get("named_as", ()), Span(start - 2, start)) is not None


def _in_field(analysis: Analysis) -> tuple[Evidence, ...]:
    """The field of the deadline, where it says such a word and no day."""
    value = analysis.key_result.fields.get("deadline", "")
    folded = unicodedata.normalize("NFKC", value).lower()
    if not folded or compiled(_EXACT).search(value):
        return ()
    groups = ("soon", "promptly", "about_time")
    words = (word for group in groups for word in entries(analysis.language, group))
    said = any(word in folded for word in words)
    return (Evidence(Span(0, len(value)), "deadline"),) if said else ()


def fixed_date(analysis: Analysis) -> Answer:
    """A date that one can look up says by when, whatever else is said: 順次、9月末までに."""
    due = analysis.change.deadline
    if due is not None and due.field is not None and not _in_field(analysis):
        return answer([Evidence(due.span, due.field)])
    return answer(Evidence(day.span) for day in analysis.dates if _is_fixed(analysis, day))


def _is_fixed(analysis: Analysis, day: DateMention) -> bool:
    text = analysis.key_result.text
    if day.first is None and day.vague:
        return False
    if compiled(_EXACT).search(text, day.span.start, day.span.end):
        return True
    return is_firm(text, analysis.language, day.span) and _about(analysis, day) is None
