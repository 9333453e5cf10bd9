"""
The cards and lexicons as JSON, made when the wheel is built.

Reading them from YAML costs the import of pydantic and PyYAML, about as much again as the rest of
a run on one document.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from krlint.lexicon import from_folder
from krlint.model import Accuracy, Example, Language, Option, Rule, Span, Step, Wording
from krlint.score import Score


def write(rules: Path, target: Path) -> None:
    """Compile the cards and lexicons of the folder `rules` into the folder `target`."""
    from krlint.rulebook.cards import read_own

    target.mkdir(parents=True, exist_ok=True)
    _dump(target / "rules.json", [asdict(rule) for rule in read_own(rules)])
    languages: tuple[Language, ...] = ("ja", "en")
    for language in languages:
        lexicon = from_folder(rules / "lexicon" / language, language)
        _dump(target / f"lexicon.{language}.json", asdict(lexicon))


def read(path: Path) -> tuple[Rule, ...]:
    """The rules that `write` left at `path`."""
    return tuple(_rule(content) for content in json.loads(path.read_text(encoding="utf-8")))


def _dump(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _rule(content: Mapping[str, Any]) -> Rule:
    changed: dict[str, Any] = {
        name: Wording(*content[name]) for name in ("message", "suggestion", "why")
    }
    changed |= {name: tuple(content[name]) for name in ("all", "none", "sources")}
    for name in ("bad", "good"):
        changed[name] = {
            language: tuple(_example(example) for example in examples)
            for language, examples in content[name].items()
        }
    changed["mend"] = {
        language: tuple(Step(*step) for step in steps)
        for language, steps in content["mend"].items()
    }
    changed["phrases"] = {
        language: tuple(phrases) for language, phrases in content["phrases"].items()
    }
    changed["profiles"] = tuple(content["profiles"])
    changed["options"] = {
        name: Option(tuple(value) if isinstance(value, list) else value, Wording(*about))
        for name, (value, about) in content["options"].items()
    }
    changed["accuracy"] = {
        language: Accuracy(Score(*score), measured, Wording(*labelled_by))
        for language, (score, measured, labelled_by) in content["accuracy"].items()
    }
    return Rule(**(dict(content) | changed))


def _example(content: list[Any]) -> Example:
    text, marked, *rest = content
    return Example(text, Span(*marked) if marked else None, *rest)
