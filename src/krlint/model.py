"""
The values that flow through krlint: what was read, what was understood, what was found.

All of them are frozen and none does I/O.
Spans are 0-based and half-open, in code points of the key result's own text;
lines and columns are 1-based.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from krlint.score import Score

Language = Literal["ja", "en"]
Severity = Literal["error", "warning", "info"]
State = Literal["set", "parked", "dropped"]
Kind = Literal["metric", "milestone", "baseline", "activity"]
Direction = Literal["up", "down", "keep"]
PartyRole = Literal["own", "beneficiary", "measured", "needed", "other"]


class Wording(NamedTuple):
    """Something krlint says, written in both languages; the reader's is chosen when it is shown."""

    ja: str
    en: str


class KrlintError(Exception):
    """
    Something krlint cannot go on with, said for the person who can mend it.

    `path`, `line` and `column` name the place where that is known.
    """

    def __init__(
        self,
        wording: Wording,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(wording.en)
        self.wording = wording
        self.path = path
        self.line = line
        self.column = column


class RuleError(KrlintError):
    """A rule broke while it judged a key result: a fault of the rule, not of the text."""


# --- What was read ---------------------------------------------------------------------------


class Span(NamedTuple):
    """The characters `start` to `end`, `end` not included."""

    start: int
    end: int


class Anchor(NamedTuple):
    """From the text's character `offset` on, the source runs on from `line` and `column`."""

    offset: int
    line: int
    column: int


class Place(NamedTuple):
    """Where a span stands in its file; `end_column` is the first column behind it."""

    path: str | None
    line: int
    column: int
    end_line: int
    end_column: int
    cell: str | None


@dataclass(frozen=True, slots=True)
class KeyResult:
    """
    One key result as its author wrote it, with its place.

    `text` is without list marker, label ("KR1:") and marks around the whole.
    `fields` holds what the document gives beside the text, under the known keys of
    `readers.fields` or under the document's own header.
    `anchors` map the text to the source where it is wrapped, quoted or escaped.
    """

    text: str
    language: Language | None = None
    objective: str | None = None
    team: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    state: State = "set"
    path: str | None = None
    cell: str | None = None
    anchors: tuple[Anchor, ...] = (Anchor(0, 1, 1),)

    def place(self, span: Span) -> Place:
        """Where `span` stands in the source file."""
        line, column = self._position(span.start)
        last_line, last_column = self._position(max(span.start, span.end - 1))
        width = 1 if span.end > span.start else 0
        return Place(self.path, line, column, last_line, last_column + width, self.cell)

    def _position(self, offset: int) -> tuple[int, int]:
        anchor = self.anchors[bisect_right(self.anchors, offset, key=lambda a: a.offset) - 1]
        return anchor.line, anchor.column + offset - anchor.offset


class Objective(NamedTuple):
    """An objective of a document; `key_results` counts those that stand under it."""

    text: str
    key_results: int
    team: str | None = None
    line: int = 1
    column: int = 1
    cell: str | None = None


class Unread(NamedTuple):
    """Something that was asked for and could not be read, with the reason and what to do."""

    path: str
    reason: Wording
    line: int | None = None
    column: int | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """
    One OKR file.

    `hint` says, where no key result was found, what was looked for and how to write one.
    `notes` are for standard error: how the file was decoded, say.
    """

    path: str
    key_results: tuple[KeyResult, ...]
    objectives: tuple[Objective, ...] = ()
    language: Language | None = None
    team: str | None = None
    unread: tuple[Unread, ...] = ()
    notes: tuple[Wording, ...] = ()
    hint: Wording | None = None


# --- What was understood ---------------------------------------------------------------------


class Token(NamedTuple):
    """
    A word: its surface after width folding, its lemma, and its part of speech.

    Japanese: Sudachi's dictionary form and tag ("名詞-普通名詞-サ変可能"); English: the lexicon's
    lemma, tag "".
    """

    span: Span
    text: str
    lemma: str
    tag: str


class Quantity(NamedTuple):
    """
    A number with its unit and comparator, as it stands in the text or in a field.

    `low` and `high` are equal but for ranges; both are None where no figure is given
    (a placeholder: "XX件", "TBD%").
    `unit` is written as in the text after width folding, currency signs included, or None.
    `comparator` is "=", ">=", "<=", ">", "<", "~" (about), or "+" and "-" for a change by an
    amount ("+10", "30%削減").
    """

    span: Span
    low: float | None
    high: float | None
    unit: str | None
    comparator: str
    kind: Literal["number", "percent", "multiple", "all", "none", "rank", "placeholder"]
    field: str | None = None


class DateMention(NamedTuple):
    """A day or period; `first` and `last` are None where it is vague ("early autumn")."""

    span: Span
    first: date | None
    last: date | None
    vague: bool


class Evidence(NamedTuple):
    """Why a signal holds: characters of the text, or the field that gave it."""

    span: Span
    field: str | None = None


class Party(NamedTuple):
    """Somebody beside the owner, and the part they play; None where only the parse can tell."""

    span: Span
    text: str
    role: PartyRole | None
    field: str | None = None


class Slot(NamedTuple):
    """A value that the key result gives, verbatim; `span` is in the text or all of `field`."""

    text: str
    span: Span
    field: str | None = None
    quantity: Quantity | None = None


class Change(NamedTuple):
    """From where to where: the first measure of a key result, with its date."""

    baseline: Slot | None = None
    target: Slot | None = None
    unit: str | None = None
    direction: Direction | None = None
    deadline: Slot | None = None


class Predicate(NamedTuple):
    """
    A verb, or a noun that stands for one ("〜の策定", "implementation of …").

    `span` covers what a finding should mark: the noun with its light verb ("導入を完了する").
    `form` tells a doing from its result: plain (作る, build), state (できている, is built),
    request (してもらう, get X to), passive (作られる), noun (策定).
    `clause` says where it stands; only main predicates say what the key result comes to.
    `groups` are the lexicon's groups of its lemma, the light verb's included.
    """

    span: Span
    lemma: str
    form: Literal["plain", "state", "request", "noun", "passive"]
    clause: Literal["main", "relative", "purpose", "condition", "bracket"]
    groups: tuple[str, ...]


class Arc(NamedTuple):
    """One dependency of the parse: the word at `span` hangs on the word at `head` as `label`."""

    span: Span
    head: Span
    label: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """
    What is known of one key result.

    `phrases` holds the lexicon's groups that occur, each with its places.
    `figures` are the quantities that say how far is far enough; `outcomes` those of them that
    measure what changes or count what piles up over the period, not the size of one deliverable.
    `deliverable` is the noun phrase that a key result without a predicate comes to ("yard
    management system"), `metric` the phrase of what is measured.
    `agreements` are the places that say the parties have agreed, empty where one has not;
    `outside` those where somebody else decides whether the whole is met.
    `arcs` is None until the parse was asked.
    """

    key_result: KeyResult
    language: Language
    tokens: tuple[Token, ...]
    phrases: Mapping[str, tuple[Evidence, ...]]
    quantities: tuple[Quantity, ...]
    figures: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    change: Change
    predicates: tuple[Predicate, ...]
    head: Predicate | None
    metric: Evidence | None
    deliverable: Evidence | None
    outcomes: tuple[Quantity, ...]
    parties: tuple[Party, ...]
    agreements: tuple[Evidence, ...]
    outside: tuple[Evidence, ...]
    kind: Kind
    arcs: tuple[Arc, ...] | None = None

    def text_of(self, evidence: Evidence) -> str:
        """The evidence in the user's own characters."""
        if evidence.field is not None:
            return self.key_result.fields[evidence.field]
        return self.key_result.text[evidence.span.start : evidence.span.end]

    def slots(self) -> dict[str, str | None]:
        """Baseline, target, unit, direction, deadline as the document says them, else None."""
        change = self.change
        return {
            "baseline": change.baseline.text if change.baseline else None,
            "target": change.target.text if change.target else None,
            "unit": change.unit,
            "direction": change.direction,
            "deadline": change.deadline.text if change.deadline else None,
        }


# --- What was judged -------------------------------------------------------------------------


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


# --- Words -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    The words of one language, by group.

    `words` maps each entry to the groups it belongs to; `lemmas` maps inflected forms to their
    lemma (English: Japanese takes its lemmas from Sudachi).
    """

    words: Mapping[str, tuple[str, ...]]
    lemmas: Mapping[str, str]
