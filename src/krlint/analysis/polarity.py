"""What a metric's name says of its figure: whether less is better, whether it measures time."""

from typing import Literal

from krlint.analysis import units
from krlint.analysis.patterns import compiled
from krlint.model import Analysis, Span, Token

_LEAD_END = r"(?:[をがはの、:]|\s(?:up|down|from|to|is|are)){0,9}\s?$"
_RATE = r"\s?/|\sper\s"


def better(analysis: Analysis) -> Literal["up", "down"] | None:
    """Which way is the better one for the metric; None where that is not known for sure."""
    if ends_in(analysis, "better_low"):
        return "down"
    high = ends_in(analysis, "better_high") and not is_timed(analysis)
    return "up" if high else None


def ends_in(analysis: Analysis, group: str) -> bool:
    """Whether the metric ends in a word of the group: 解約率, and not 解約 of 解約防止率."""
    places = analysis.phrases.get(group, ())
    if not places:
        return False
    ends = _metric_ends(analysis)
    return any(place.span.end in ends for place in places)


def _metric_ends(analysis: Analysis) -> set[int]:
    """Where the metric's head ends, with and without words that only say how it is counted."""
    span = _metric(analysis)
    inside = [token for token in analysis.tokens if span.start <= token.span.start < span.end]
    counting = {place.span for place in analysis.phrases.get("counting", ())}
    if analysis.language == "en":
        links = {place.span for place in analysis.phrases.get("preposition", ())}
        inside = _head(inside, counting, links)
    ends = {inside[-1].span.end} if inside else set()
    while len(inside) > 1 and inside[-1].span in counting:
        inside.pop()
        ends.add(inside[-1].span.end)
    return ends


def _metric(analysis: Analysis) -> Span:
    """The metric's phrase; where none was found, what stands before the figures."""
    if analysis.metric is not None and analysis.metric.field is None:
        return analysis.metric.span
    text, figures = analysis.key_result.text, stretch(analysis)
    before = text[: figures.start if figures else len(text)]
    end = compiled(_LEAD_END).search(before)
    return Span(0, end.start() if end else len(before))


def _head(tokens: list[Token], counting: set[Span], links: set[Span]) -> list[Token]:
    """An English noun phrase up to what hangs on it: "number of errors" of "… in the ward"."""
    start = 0
    for index, token in enumerate(tokens):
        if token.span not in links:
            continue
        counts = index > 0 and tokens[index - 1].span in counting and token.text.lower() == "of"
        if not counts:
            return tokens[start:index]
        start = index + 1
    return tokens[start:]


def is_length(analysis: Analysis) -> bool:
    """Whether the metric is itself a length of time: 滞在時間, time on site."""
    return ends_in(analysis, "duration_measure") or ends_in(analysis, "better_low")


def is_timed(analysis: Analysis) -> bool:
    """Whether the figures are lengths of time, also of one piece: "min per case"."""
    unit = analysis.change.unit or ""
    return units.seconds(compiled(_RATE).split(unit, maxsplit=1)[0]) is not None


def stretch(analysis: Analysis) -> Span | None:
    """From the first to the last of baseline and target; None where they stand in fields."""
    slots = (analysis.change.baseline, analysis.change.target)
    spans = [slot.span for slot in slots if slot is not None and slot.field is None]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
