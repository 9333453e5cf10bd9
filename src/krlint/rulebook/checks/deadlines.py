"""Whether a key result says by when, and within the period that its document plans for."""

from krlint.analysis.signals.answers import Answer, answer
from krlint.model import Analysis, Wording
from krlint.rulebook.checks import Settings

_NONE = Wording("いつまでにやるかが書かれていません。", "No date says by when.")


def deadline_fault(analysis: Analysis, settings: Settings) -> Answer:
    """A deadline outside the document's period; with the option `lacking` also none at all."""
    if analysis.untimely is not None:
        found = answer([analysis.untimely])
        return found._replace(quotes={"fact": _outside(analysis)})
    lacking = bool(settings["lacking"]) and analysis.change.deadline is None
    return Answer(lacking, quotes={"fact": _NONE})


def _outside(analysis: Analysis) -> Wording:
    due = analysis.change.deadline
    said, planned = due.text if due else "", analysis.key_result.period or ""
    return Wording(
        f"「{said}」は、計画の期間（{planned}）の外です。",
        f"“{said}” lies outside the period planned for, {planned}.",
    )
