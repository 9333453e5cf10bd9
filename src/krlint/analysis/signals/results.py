"""How many results a key result asks for, and what they are."""

from krlint.analysis.signals.answers import Answer, answer
from krlint.model import Analysis, Evidence


def second_result(analysis: Analysis) -> Answer:
    """Beside its first result it asks for another: “cut MTTR to 30 min and hire 2 engineers”."""
    return answer(Evidence(result.span) for result in analysis.results[1:])
