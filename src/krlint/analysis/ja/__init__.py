"""What a Japanese key result says; `en` answers the same questions of an English one."""

from krlint.analysis.ja.measures import deliverable, head, metric
from krlint.analysis.ja.others import agreements, parties
from krlint.analysis.ja.outcomes import outcomes
from krlint.analysis.ja.outside import outside
from krlint.analysis.ja.predicates import predicates
from krlint.analysis.ja.results import results
from krlint.analysis.ja.words import line, tokens

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
