"""Who else has to act, and who decides."""

from krlint.analysis.signals.answers import UNKNOWN, Answer, answer
from krlint.model import Analysis, Evidence


def need(analysis: Analysis) -> Answer:
    """Another department, team or company has to work, deliver, approve or agree."""
    if any(party.role is None for party in analysis.parties) and analysis.arcs is None:
        sure = [p for p in analysis.parties if p.role == "needed"]
        return answer(Evidence(p.span, p.field) for p in sure) if sure else UNKNOWN
    return answer(
        Evidence(party.span, party.field) for party in analysis.parties if party.role == "needed"
    )


def agreement(analysis: Analysis) -> Answer:
    """The others have agreed, and nothing says that one of them has not."""
    return answer(analysis.agreements)


def outside_decision(analysis: Analysis) -> Answer:
    """Somebody or something outside the team decides whether it is met."""
    return answer(analysis.outside)
