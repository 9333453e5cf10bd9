"""Whether the content is decided."""

from krlint.analysis.senses import sense
from krlint.analysis.signals.answers import Answer, answer, mains, open_content, spot
from krlint.model import Analysis, Evidence


def undecided(analysis: Analysis) -> Answer:
    """What will be done is itself still to be decided."""
    exploring = [Evidence(p.span) for p in mains(analysis) if sense(p) == "undecided"]
    hedges = analysis.phrases.get("hedge", ())
    return answer([*hedges, *open_content(analysis), *exploring])


def decision(analysis: Analysis) -> Answer:
    """The exploring ends in something countable or checkable: a figure, a report, a choice."""
    if analysis.phrases.get("hedge"):
        return Answer(False)
    after = [Evidence(p.span) for p in mains(analysis) if sense(p) == "event"]
    output = analysis.phrases.get("output", ())
    return answer([*(spot(q) for q in analysis.figures), *after, *output])
