"""What was judged: rules, their findings, and the report of a run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from krlint.model.documents import Document, Place, Span, Subject, Unread, folded
from krlint.model.understood import Analysis, Evidence
from krlint.model.wording import Language, Scope, Severity, Wording
from krlint.score import Score


class Example(NamedTuple):
    """
    A text that tests and documents a rule; `marked` is what a finding must cover exactly.

    A key result or an objective, by the rule's scope; for a rule about documents Markdown, in
    which every heading of the first level begins a document of its own.
    """

    text: str
    marked: Span | None = None
    instead: str | None = None
    fields: Mapping[str, str] = {}
    team: str | None = None


class Step(NamedTuple):
    """One step of mending a text: how it reads now, and what to see or to do about it."""

    text: str
    say: str


Setting = bool | int | str | tuple[str, ...]


class Option(NamedTuple):
    """What a user may tune of a rule; the type of `value` is the type it must have."""

    value: Setting
    about: Wording


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
    One card: what it asks of its subject, and what it says.

    `scope` is what it judges: one key result, one objective, one document, the set of all
    documents of a run, or krlint's own suppressions and baselines.
    `all` and `none` name signals; `phrases` are words of which one has to occur; `check` names
    a function of Python, "module:name", where they are too weak.
    `profiles` are those that have the rule on.
    `mend` leads from a text that the rule flags to one that no rule does.
    `label` is what labelled data call the question that the rule answers ("one_off_todo").
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    profiles: tuple[str, ...]
    all: tuple[str, ...]
    none: tuple[str, ...]
    message: Wording
    suggestion: Wording
    why: Wording
    sources: tuple[str, ...]
    bad: Mapping[Language, tuple[Example, ...]]
    good: Mapping[Language, tuple[Example, ...]]
    mend: Mapping[Language, tuple[Step, ...]] = field(default_factory=dict)
    phrases: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    check: str | None = None
    options: Mapping[str, Option] = field(default_factory=dict)
    refines: str | None = None
    label: str | None = None
    accuracy: Mapping[Language, Accuracy] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's word on a key result or an objective, complete at birth."""

    code: str
    name: str
    severity: Severity
    message: Wording
    suggestion: Wording
    subject: Subject
    language: Language
    span: Span
    field: str | None = None
    refines: str | None = None
    occurrence: int = 0

    @property
    def place(self) -> Place:
        """Where the finding's span stands in the file."""
        return self.subject.place(self.span)

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits of rule, path, folded text and occurrence: they survive moves."""
        return self.fingerprint_at(self.subject.path or "")

    def fingerprint_at(self, path: str) -> str:
        """The fingerprint with the document's path as given, from the root of a repository, say."""
        import hashlib  # 2 ms that only machine-readable reports need

        parts = (self.code, path, folded(self.subject.text), str(self.occurrence))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Flag(NamedTuple):
    """
    What a check about documents found: the characters `span` of `subject`, or its `field`.

    `quotes` fill the slots of the rule's message.
    """

    subject: Subject
    span: Span
    quotes: Mapping[str, str | Wording] = {}
    field: str | None = None


class Remark(NamedTuple):
    """Something that a rule could not judge, and that is no fault of the documents."""

    path: str
    wording: Wording


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

    `suppressed` are findings that the documents themselves ask not to be told, `known` those that
    the baseline holds.
    `explanations` are there where they were asked for. `remarks` are what rules about documents
    have to say of the run without finding fault, each with the path of the document it concerns.
    """

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    unread: tuple[Unread, ...] = ()
    failures: tuple[Unread, ...] = ()
    rules: tuple[Rule, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
