"""What the cards of Acme cannot say with words and signals."""

import re
from collections.abc import Iterator, Mapping

from krlint.analysis.signals import Answer
from krlint.model import Analysis, Evidence, Flag, Setting, Span, Understood

_QUARTER = re.compile(r"Q[1-4]|第[1-41-4一二三四]四半期", re.IGNORECASE)


def round_target(analysis: Analysis, settings: Mapping[str, Setting]) -> Answer:
    """A target that is a multiple of the option `step` looks guessed, not worked out."""
    target, step = analysis.change.target, settings["step"]
    if target is None or target.quantity is None or not isinstance(step, int):
        return Answer(False)
    figure = target.quantity.low
    if not figure or figure % step:
        return Answer(False)
    return Answer(True, (Evidence(target.span, target.field),))


def untitled_quarter(one: Understood, _: Mapping[str, Setting]) -> Iterator[Flag]:
    """A document in which no objective says for which quarter it is planned."""
    objectives = one.document.objectives
    if objectives and not any(_QUARTER.search(each.text) for each in objectives):
        yield Flag(objectives[0], Span(0, len(objectives[0].text)))
