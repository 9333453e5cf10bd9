"""What was judged: rules, their findings, and the report of a run."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from krlint.model.documents import Document, KeyResult, Place, Span, Unread
from krlint.model.understood import Analysis, Evidence
from krlint.model.wording import Language, Severity, Wording
from krlint.score import Score


class Example(NamedTuple):
    """A text that tests and documents a rule; `marked` is what a finding must cover exactly."""

    text: str
    marked: Span | None = None
    instead: str | None = None
    fields: Mapping[str, str] = {}
    team: str | None = None


class Accuracy(NamedTuple):
    """
    How right a rule was on the key results of a benchmark, in one language.

    `measured` is the day, as in 2026-10-01; `labelled_by` says who gave the labels.
    """

    score: Score
    measured: str
    labelled_by: Wording


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One card: what it asks of a key result, and what it says.

    `label` is what labelled data call the question that the rule answers ("one_off_todo").
    """

    code: str
    name: str
    severity: Severity
    all: tuple[str, ...]
    none: tuple[str, ...]
    message: Wording
    suggestion: Wording
    why: Wording
    sources: tuple[str, ...]
    bad: Mapping[Language, tuple[Example, ...]]
    good: Mapping[Language, tuple[Example, ...]]
    refines: str | None = None
    label: str | None = None
    accuracy: Mapping[Language, Accuracy] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's word on a key result, complete at birth."""

    code: str
    name: str
    severity: Severity
    message: Wording
    suggestion: Wording
    key_result: KeyResult
    language: Language
    span: Span
    field: str | None = None
    refines: str | None = None
    occurrence: int = 0

    @property
    def place(self) -> Place:
        """Where the finding's span stands in the file."""
        return self.key_result.place(self.span)

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits of rule, path, folded text and occurrence: they survive moves."""
        import hashlib  # 2 ms that only machine-readable reports need

        folded = "".join(unicodedata.normalize("NFKC", self.key_result.text).split()).casefold()
        parts = (self.code, self.key_result.path or "", folded, str(self.occurrence))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Asked(NamedTuple):
    """
    A signal that a rule asked of a key result: whether it holds (None: unknown), and why.

    `excuses` where it stands under the rule's `none`.
    """

    signal: str
    truth: bool | None
    evidence: tuple[Evidence, ...]
    excuses: bool


class Judgement(NamedTuple):
    """
    What one rule said of a key result (None: it could not tell), and why.

    `left_open` where words alone did not settle it and the parse had to be asked.
    """

    rule: Rule
    flagged: bool | None
    asked: tuple[Asked, ...]
    left_open: bool


class Explanation(NamedTuple):
    """What was understood of a key result, and each rule's judgement on it."""

    analysis: Analysis
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """
    The findings of a run, what was read and what was not, and the rules that were on.

    `explanations` are there where they were asked for.
    """

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    unread: tuple[Unread, ...] = ()
    failures: tuple[Unread, ...] = ()
    rules: tuple[Rule, ...] = ()
    explanations: tuple[Explanation, ...] = ()
