"""What was understood of a key result, and the words that it is understood by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from krlint.model.documents import Document, KeyResult, Span
from krlint.model.wording import Direction, Kind, Language, PartyRole


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
    """
    From where to where: the first measure of a key result, with its date.

    `joined` where the text gives both values as from and to (12%から18%に), not one as a remark.
    """

    baseline: Slot | None = None
    target: Slot | None = None
    unit: str | None = None
    direction: Direction | None = None
    deadline: Slot | None = None
    joined: bool = False


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


class Result(NamedTuple):
    """
    One result that a key result asks for; `span` covers its part of the sentence.

    `kind`: a level to be reached (解約率を2%に, hire 5), a count of what is done (publish 12
    guides), which may be the way to a level, or an event.
    """

    span: Span
    kind: Literal["level", "count", "event"]


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
    `results` are the separate results asked for, where there are two or more; what only leads to a
    result or guards it is none.
    `untimely` is the deadline where it lies outside the period that the document plans for.
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
    results: tuple[Result, ...] = ()
    untimely: Evidence | None = None
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


class Understood(NamedTuple):
    """
    A document with the analyses of its objectives, in their order, and of its key results.

    Of the latter those that are set and on which no rule broke. `teams` and `parents` are what
    the config says of teams: their other names, and the team above them.
    """

    document: Document
    objectives: tuple[Analysis, ...]
    key_results: tuple[Analysis, ...]
    teams: Mapping[str, tuple[str, ...]] = {}
    parents: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    The words of one language, by group.

    `words` maps each entry to the groups it belongs to; `lemmas` maps inflected forms to their
    lemma (English: Japanese takes its lemmas from Sudachi). `longest` says how long an entry that
    starts with a given word (English; in words) or character (Japanese; in characters) may be.
    """

    words: Mapping[str, tuple[str, ...]]
    lemmas: Mapping[str, str]
    longest: Mapping[str, int]


class Words(NamedTuple):
    """Words that a company adds to a group of the lexicon."""

    language: Language
    group: str
    words: tuple[str, ...]
