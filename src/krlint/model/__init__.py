"""
The values that flow through krlint: what was read, what was understood, what was found.

All of them are frozen and none does I/O.
Spans are 0-based and half-open, in code points of the key result's own text;
lines and columns are 1-based.
"""

from krlint.model.documents import (
    Anchor,
    Document,
    KeyResult,
    Objective,
    Place,
    Span,
    Unread,
)
from krlint.model.judged import (
    Accuracy,
    Asked,
    Example,
    Explanation,
    Finding,
    Judgement,
    Report,
    Rule,
)
from krlint.model.understood import (
    Analysis,
    Arc,
    Change,
    DateMention,
    Evidence,
    Lexicon,
    Party,
    Predicate,
    Quantity,
    Slot,
    Token,
)
from krlint.model.wording import (
    Direction,
    Kind,
    KrlintError,
    Language,
    PartyRole,
    RuleError,
    Severity,
    State,
    Wording,
)

__all__ = [
    "Accuracy",
    "Analysis",
    "Anchor",
    "Arc",
    "Asked",
    "Change",
    "DateMention",
    "Direction",
    "Document",
    "Evidence",
    "Example",
    "Explanation",
    "Finding",
    "Judgement",
    "KeyResult",
    "Kind",
    "KrlintError",
    "Language",
    "Lexicon",
    "Objective",
    "Party",
    "PartyRole",
    "Place",
    "Predicate",
    "Quantity",
    "Report",
    "Rule",
    "RuleError",
    "Severity",
    "Slot",
    "Span",
    "State",
    "Token",
    "Unread",
    "Wording",
]
