"""Metric, milestone, baseline or activity."""

from collections.abc import Sequence

from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Kind, Predicate, Quantity


def kind(reading: Reading, outcomes: Sequence[Quantity], head: Predicate | None) -> Kind:
    """
    What the key result is, the first that fits.

    A measured change or level makes a metric; measuring for the first time a baseline; a process,
    a direction or an exploring without a figure an activity; the rest are events and end states
    that anybody can check, or a bare name of a measure.
    """
    if outcomes:
        return "metric"
    if "first_measurement" in reading.phrases:
        return "baseline"
    if head is None:
        return "metric" if "measure" in reading.phrases and not reading.figures else "milestone"
    if sense(head) in ("process", "change", "undecided"):
        return "metric" if reading.figures else "activity"
    return "metric" if sense(head) == "attain" and reading.figures else "milestone"
