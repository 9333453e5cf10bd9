"""How many results a key result asks for, and what they are."""

from krlint.analysis.outputs import count_output, puts_out
from krlint.analysis.signals.answers import Answer, answer, is_enclosed, spot
from krlint.model import Analysis, Evidence, Quantity


def second_result(analysis: Analysis) -> Answer:
    """Beside its first result it asks for another: “cut MTTR to 30 min and hire 2 engineers”."""
    return answer(Evidence(result.span) for result in analysis.results[1:])


def output_count(analysis: Analysis) -> Answer:
    """All that it measures is how many things are put out: “publish 20 posts”."""
    figures = [quantity for quantity in analysis.figures if quantity.kind != "all"]
    if not figures:
        return Answer(False)
    counted = puts_out(analysis) and count_output(analysis, figures)
    if not counted or all(_is_aside(analysis, quantity) for quantity in figures):
        return Answer(False)
    return answer(spot(quantity) for quantity in figures)


def _is_aside(analysis: Analysis, quantity: Quantity) -> bool:
    """It stands in brackets: the key result itself is not counted."""
    return quantity.field is None and is_enclosed(analysis.key_result.text, quantity.span.start)
