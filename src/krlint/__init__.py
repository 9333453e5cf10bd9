"""
krlint: a linter for the key results of OKRs, in Japanese and English.

Importing it loads no spaCy; GiNZA is loaded when a key result needs the parse.
"""

from krlint.config import Config
from krlint.lint import (
    analyse,
    lint_document,
    lint_documents,
    lint_paths,
    lint_text,
    lint_texts,
    read,
)
from krlint.model import (
    Analysis,
    Document,
    Finding,
    KeyResult,
    KrlintError,
    Report,
    RuleError,
    Span,
    Words,
)

__all__ = [
    "Analysis",
    "Config",
    "Document",
    "Finding",
    "KeyResult",
    "KrlintError",
    "Report",
    "RuleError",
    "Span",
    "Words",
    "analyse",
    "lint_document",
    "lint_documents",
    "lint_paths",
    "lint_text",
    "lint_texts",
    "read",
]
