"""
What a card may say: the form of the files of `rules/`, and what is wrong with one.

Imported only where cards are read from YAML.
"""

import re
import string
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from krlint.analysis.signals import SIGNALS
from krlint.config import unknown_name
from krlint.model import Example, Language, Option, Rule, Scope, Span, Step, Wording
from krlint.rulebook.findings import SLOTS

Profile = Literal["default", "strict", "early-stage"]
PROFILES: tuple[Profile, ...] = get_args(Profile)

MARK = re.compile(r"\[\[(.{1,500}?)\]\]", re.DOTALL)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Words(_Part):
    """Both languages, or the one that a company speaks, which then stands for the other."""

    ja: Annotated[str, Field(min_length=1)] | None = None
    """In Japanese."""
    en: Annotated[str, Field(min_length=1)] | None = None
    """In English."""

    @model_validator(mode="after")
    def _says_something(self) -> "_Words":
        if self.ja is None and self.en is None:
            raise ValueError("write it under ja, under en, or both")
        return self

    def wording(self) -> Wording:
        ja, en = self.ja or self.en or "", self.en or self.ja or ""
        return Wording(ja.strip(), en.strip())


class _Example(_Part):
    text: str
    """A key result, or an objective, by the rule's scope; [[…]] marks what a finding covers."""
    instead: str | None = None
    """How to write it; no rule may flag this."""
    fields: dict[str, str] = {}
    """What stands beside the text, such as target: 30 hours."""
    team: str | None = None
    """The team that owns it."""

    @model_validator(mode="before")
    @classmethod
    def _bare_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    def example(self) -> Example:
        marked = MARK.search(self.text)
        span = Span(marked.start(), marked.end() - 4) if marked else None
        return Example(MARK.sub(r"\1", self.text), span, self.instead, self.fields, self.team)


def _values(examples: Iterable[_Example]) -> tuple[Example, ...]:
    return tuple(example.example() for example in examples)


class _Examples(_Part):
    bad: tuple[_Example, ...]
    """Texts that the rule flags."""
    good: tuple[_Example, ...]
    """Near misses that it leaves alone."""


class _Step(_Part):
    text: Annotated[str, Field(min_length=1)]
    """How the text reads now."""
    say: Annotated[str, Field(min_length=1)]
    """What to see or to do about it."""


class _Option(_Part):
    default: bool | int | str | tuple[str, ...]
    """What holds where the config says nothing; its type is the type of the option."""
    about: _Words
    """What it does."""


class _When(_Part):
    all: tuple[str, ...] = ()
    """Signals that all have to hold."""
    none: tuple[str, ...] = ()
    """Signals that excuse: the rule is silent where one of them holds."""

    @model_validator(mode="after")
    def _known(self) -> "_When":
        unknown = [name for name in (*self.all, *self.none) if name not in SIGNALS]
        if unknown:
            known = ", ".join(sorted(SIGNALS))
            raise ValueError(f"no signal is called {unknown[0]!r}; there are {known}")
        return self


class Card(_Part):
    """One file of `rules/`, as it is written."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{2,8}\d{3}$")]
    """Letters and three digits, such as ACME001."""
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]+$")]
    """Small letters and hyphens, such as no-synergy."""
    severity: Literal["error", "warning", "info"]
    """How grave a finding is."""
    scope: Scope = "key_result"
    """What the rule judges: one key result unless it says otherwise."""
    phrases: dict[Language, tuple[Annotated[str, Field(min_length=1)], ...]] = {}
    """Words to look for, by language; a text with one of them is flagged."""
    profiles: tuple[Profile, ...] = PROFILES
    """The profiles that have the rule on; [] where it runs only if selected by name."""
    when: _When = _When()
    """The signals that it asks."""
    check: Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_.]*:[a-z_][a-z0-9_]*$")] | None = None
    """A function of an installed package, module:name, where signals are too weak."""
    options: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]+$")], _Option] = {}
    """What a config may tune, by name."""
    refines: str | None = None
    """The code of a rule that says the same less sharply."""
    label: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]+$")] | None = None
    """What labelled data call the question that the rule answers."""
    message: _Words
    """The fact; {phrase} or {signal} is filled with the user's own words."""
    suggestion: _Words
    """What to write; a slot such as [target] where a number belongs."""
    why: _Words
    """The reason, for somebody who reads it for the first time."""
    mend: dict[Language, tuple[_Step, ...]] = {}
    """Steps from a text that is flagged to one that no rule flags."""
    sources: tuple[str, ...]
    """Who gives this advice."""
    examples: dict[Language, _Examples]
    """What it flags and what not, by language; `krlint test` runs them."""

    @model_validator(mode="after")
    def _asks(self) -> "Card":
        asked = bool(self.when.all or self.when.none)
        words_of_its_own = asked or self.phrases
        if self.scope in ("document", "set") and (words_of_its_own or not self.check):
            raise ValueError(f"a rule about a {self.scope} has a check, no “when”, no phrases")
        if self.scope in ("suppression", "baseline"):
            return self
        if not (asked or self.check or self.phrases):
            raise ValueError("a rule has signals under “when”, phrases, or a check")
        return self

    def rule(self) -> Rule:
        """The card as the value that judges."""
        return Rule(
            code=self.code,
            name=self.name,
            severity=self.severity,
            scope=self.scope,
            profiles=self.profiles,
            all=self.when.all,
            none=self.when.none,
            message=self.message.wording(),
            suggestion=self.suggestion.wording(),
            why=self.why.wording(),
            sources=self.sources,
            bad={key: _values(part.bad) for key, part in self.examples.items()},
            good={key: _values(part.good) for key, part in self.examples.items()},
            mend={
                key: tuple(Step(step.text.strip(), step.say.strip()) for step in steps)
                for key, steps in self.mend.items()
            },
            phrases=self.phrases,
            check=self.check,
            options={
                name: Option(option.default, option.about.wording())
                for name, option in self.options.items()
            },
            refines=self.refines,
            label=self.label,
        )


class Fault(NamedTuple):
    """What is wrong with a card; `keys` lead to it."""

    keys: tuple[str | int, ...]
    wording: Wording


def first_fault(error: ValidationError) -> Fault:
    """The most telling fault: a key that no card has explains the one that is missing."""
    faults = sorted(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")
    keys = faults[0]["loc"]
    where = ".".join(str(part) for part in keys)
    if faults[0]["type"] == "extra_forbidden":
        return Fault(
            keys, Wording(f"「{where}」という項目はありません。", f"No card has a key “{where}”.")
        )
    said = f"{where}: {faults[0]['msg']}" if where else faults[0]["msg"]
    return Fault(keys, Wording(said, said))


def slot_fault(card: Card) -> Fault | None:
    """
    The first `{slot}` of message or suggestion that nothing can fill, if there is one.

    A check fills slots of its own, so that beside one every name may be right.
    """
    fillable = None if card.check or card.scope in _OF_KRLINT else _fillable(card)
    for key in ("message", "suggestion"):
        words: _Words = getattr(card, key)
        for language, text in (("ja", words.ja), ("en", words.en)):
            for wording in _slot_faults(text or "", fillable):
                return Fault((key, language), wording)
    return None


_OF_KRLINT = ("suppression", "baseline")


def _fillable(card: Card) -> list[str]:
    return sorted({*SLOTS, *card.when.all, *(["phrase"] if card.phrases else [])})


def _slot_faults(text: str, fillable: Iterable[str] | None) -> Iterator[Wording]:
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        yield _LONE_BRACE
        return
    for _, slot, form, conversion in parts:
        if slot is None:
            continue
        if re.fullmatch(r"\w+", slot) is None or form or conversion:
            yield Wording(
                f"「{{{slot}}}」は埋められません。{{phrase}} のように名前だけを書いてください。",
                f"“{{{slot}}}” cannot be filled: write a name alone, such as {{phrase}}.",
            )
        elif fillable is not None and slot not in fillable:
            yield unknown_name(slot, fillable, Wording("埋め込み", "slot"))


_LONE_BRACE = Wording(
    "「{」か「}」の片方が余っています。文字として書くなら {{ と }} にしてください。",
    "A “{” or “}” stands alone: where you mean the character, write it twice.",
)
