"""What an English key result says; `ja` answers the same questions of a Japanese one."""

from krlint.analysis.en.measures import deliverable, head, metric, outcomes
from krlint.analysis.en.others import agreements, parties
from krlint.analysis.en.outside import outside
from krlint.analysis.en.predicates import predicates
from krlint.analysis.en.results import results
from krlint.analysis.en.words import line, tokens

__all__ = [
    "agreements",
    "deliverable",
    "head",
    "line",
    "metric",
    "outcomes",
    "outside",
    "parties",
    "predicates",
    "results",
    "tokens",
]
