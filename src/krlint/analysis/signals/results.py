"""How many results a key result asks for, and what they are."""

from krlint.analysis.outputs import count_output, puts_out
from krlint.analysis.signals.answers import Answer, answer, spot
from krlint.model import Analysis, Evidence


def second_result(analysis: Analysis) -> Answer:
    """Beside its first result it asks for another: “cut MTTR to 30 min and hire 2 engineers”."""
    return answer(Evidence(result.span) for result in analysis.results[1:])


def output_count(analysis: Analysis) -> Answer:
    """All that it measures is how many things are put out: “publish 20 posts”."""
    figures = [quantity for quantity in analysis.figures if quantity.kind != "all"]
    counted = puts_out(analysis) and count_output(analysis, figures)
    return answer(spot(quantity) for quantity in figures) if counted else Answer(False)
