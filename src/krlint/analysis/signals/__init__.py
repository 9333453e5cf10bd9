"""
The questions that a card may ask of an analysis.

Each answers from what was understood: it holds, with evidence; it does not; or it is unknown
until the parse has been asked. The first evidence is what a finding marks.
"""

from collections.abc import Callable, Mapping

from krlint.analysis.signals.aims import measured_aim
from krlint.analysis.signals.answers import UNKNOWN, Answer
from krlint.analysis.signals.compared import base, relative_change
from krlint.analysis.signals.decided import decision, undecided
from krlint.analysis.signals.doing import open_end, task
from krlint.analysis.signals.effects import effect, effect_figure
from krlint.analysis.signals.levels import from_nothing, level, starting_value
from krlint.analysis.signals.measured import figure, measure, outcome
from krlint.analysis.signals.moving import contradiction, from_to, keeping, standstill
from krlint.analysis.signals.others import agreement, need, outside_decision
from krlint.analysis.signals.results import output_count, second_result
from krlint.analysis.signals.timing import fixed_date, vague_time
from krlint.analysis.signals.unfilled import open_target
from krlint.analysis.signals.usual import unchanged
from krlint.analysis.signals.wording import vague_word
from krlint.model import Analysis

__all__ = ["SIGNALS", "UNKNOWN", "Answer"]

SIGNALS: Mapping[str, Callable[[Analysis], Answer]] = {
    signal.__name__: signal
    for signal in (
        figure,
        measure,
        outcome,
        task,
        open_end,
        undecided,
        decision,
        need,
        agreement,
        outside_decision,
        from_to,
        contradiction,
        standstill,
        keeping,
        second_result,
        output_count,
        vague_word,
        unchanged,
        level,
        starting_value,
        from_nothing,
        relative_change,
        base,
        open_target,
        effect,
        effect_figure,
        vague_time,
        fixed_date,
        measured_aim,
    )
}
