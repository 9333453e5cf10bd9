"""From a card's YAML to a Rule. Imported only where cards are read from YAML."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from krlint.analysis.signals import SIGNALS
from krlint.model import Example, KrlintError, Language, Option, Rule, Scope, Span, Step, Wording
from krlint.rulebook.accuracy import accuracies

Profile = Literal["default", "strict", "early-stage"]
PROFILES: tuple[Profile, ...] = get_args(Profile)

MARK = re.compile(r"\[\[(.{1,500}?)\]\]", re.DOTALL)


class CardError(KrlintError):
    """A card that cannot be used, with its file and what is wrong."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Words(_Part):
    """Both languages, or the one that a company speaks, which then stands for the other."""

    ja: Annotated[str, Field(min_length=1)] | None = None
    en: Annotated[str, Field(min_length=1)] | None = None

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
    instead: str | None = None
    fields: dict[str, str] = {}
    team: str | None = None

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
    good: tuple[_Example, ...]


class _Step(_Part):
    text: Annotated[str, Field(min_length=1)]
    say: Annotated[str, Field(min_length=1)]


class _Option(_Part):
    default: bool | int | str | tuple[str, ...]
    about: _Words


class _When(_Part):
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

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
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]+$")]
    severity: Literal["error", "warning", "info"]
    scope: Scope = "key_result"
    phrases: dict[Language, tuple[Annotated[str, Field(min_length=1)], ...]] = {}
    profiles: tuple[Profile, ...] = PROFILES
    when: _When = _When()
    check: Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_.]*:[a-z_][a-z0-9_]*$")] | None = None
    options: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]+$")], _Option] = {}
    refines: str | None = None
    label: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]+$")] | None = None
    message: _Words
    suggestion: _Words
    why: _Words
    mend: dict[Language, tuple[_Step, ...]] = {}
    sources: tuple[str, ...]
    examples: dict[Language, _Examples]

    @model_validator(mode="after")
    def _asks(self) -> "Card":
        asked = bool(self.when.all or self.when.none)
        if self.scope in ("document", "set") and (asked or not self.check):
            raise ValueError(f"a rule about a {self.scope} has a check, and no “when”")
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


def read_card(path: Path) -> Rule:
    """
    The rule that one YAML file describes.

    Raises CardError with the file, and for broken YAML the line, of what is wrong.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return Card.model_validate(content).rule()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise CardError(_broken(str(error.problem)), str(path), line) from error
    except ValidationError as error:
        raise CardError(_broken(_first_fault(error)), str(path)) from error


def _first_fault(error: ValidationError) -> str:
    """The most telling fault: a key that no card has explains the one that is missing."""
    faults = sorted(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")
    where = ".".join(str(part) for part in faults[0]["loc"])
    if faults[0]["type"] == "extra_forbidden":
        return f"no card has a key “{where}”"
    return f"{where}: {faults[0]['msg']}"


def _broken(reason: str) -> Wording:
    return Wording(f"ルールカードを読めません。{reason}", f"This card cannot be used: {reason}")


def read_path(path: Path) -> tuple[Rule, ...]:
    """
    The rules of one card, or of a folder of cards, of a company's own.

    Raises CardError where there are none, and for a check that is not installed.
    """
    if not path.exists():
        raise CardError(_NO_CARDS, str(path))
    rules = read_cards(path) if path.is_dir() else (read_card(path),)
    if not rules:
        raise CardError(_NO_CARDS, str(path))
    for rule in rules:
        if rule.check is not None and not _is_installed(rule.check):
            raise CardError(_not_installed(rule.check), str(path))
    return rules


def _is_installed(check: str) -> bool:
    """
    Whether the module of a check belongs to krlint or to an installed package.

    A stranger's repository may hold cards, and never brings its own code.
    """
    from importlib.metadata import packages_distributions

    package = check.partition(":")[0].partition(".")[0]
    return package == "krlint" or package in packages_distributions()


def _not_installed(check: str) -> Wording:
    return Wording(
        f"チェック「{check}」は、インストールされたパッケージのものではありません。"
        "文書と同じ場所にあるコードは実行しません。",
        f"The check “{check}” is of no installed package, and code beside documents is never run.",
    )


_NO_CARDS = Wording(
    "ルールカード（.yaml）がありません。場所を確かめてください。",
    "There is no card (.yaml) here: check the path.",
)


def read_cards(folder: Path) -> tuple[Rule, ...]:
    """The rules of a folder's YAML files, by code, with what its accuracy.json says of them."""
    paths = sorted(path for path in folder.glob("*.y*ml") if path.suffix in (".yaml", ".yml"))
    rules = sorted((read_card(path) for path in paths), key=lambda rule: rule.code)
    figures = accuracies(folder / "accuracy.json")
    return tuple(replace(rule, accuracy=figures.get(rule.code, {})) for rule in rules)
