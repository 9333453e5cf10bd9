"""Whether figures say how far, and what they measure."""

from krlint.analysis.signals.answers import Answer, answer, spot
from krlint.model import Analysis


def figure(analysis: Analysis) -> Answer:
    """A number, rate, threshold or quantifier says how far is far enough."""
    return answer(spot(quantity) for quantity in analysis.figures)


def measure(analysis: Analysis) -> Answer:
    """A figure that is more than “all”: 「全店を支援する」 says whom, not how far."""
    return answer(spot(q) for q in analysis.figures if q.kind != "all")


def outcome(analysis: Analysis) -> Answer:
    """A figure measures what changes, or counts what piles up over the period."""
    return answer(spot(quantity) for quantity in analysis.outcomes)
