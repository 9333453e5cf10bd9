"""The JSON Schema of krlint.toml, by which editors complete and check it."""

from collections.abc import Iterable, Mapping
from typing import Any

from krlint.config.settings import READER_NAMES
from krlint.model import Language, Rule

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What the language servers for TOML know best."""

_TEXTS: Any = {"type": "array", "items": {"type": "string"}}
_WORDS: Any = {"$ref": "#/definitions/words"}
_NAME: Any = {"type": "string", "minLength": 1}
_PATHS: Any = {"anyOf": [_NAME, {"type": "array", "items": _NAME}]}
_SELECTORS: Any = {"type": "array", "items": {"$ref": "#/definitions/selector"}}
_SEVERITY: Any = {"$ref": "#/definitions/severity"}
_LANGUAGE: Any = {"enum": ["auto", "ja", "en"], "default": "auto"}
_OPTION: Any = {"anyOf": [{"type": ["boolean", "integer", "string"]}, _TEXTS]}


def _table(value: Any) -> Any:
    return {"type": "object", "additionalProperties": value}


_TEAM: Any = {
    "type": "object",
    "properties": {
        "names": {**_WORDS, "description": "Its other names."},
        "parent": {**_NAME, "description": "The team above it."},
    },
    "additionalProperties": False,
}

PROPERTIES: Mapping[str, tuple[Any, str]] = {
    # What each setting may be, and what it means.
    "extends": (
        _PATHS,
        "Configs to build on: a path that ends in .toml, or an installed package.",
    ),
    "select": (_SELECTORS, "The rules to use: codes, names, beginnings of codes, or profiles."),
    "extend-select": (_SELECTORS, "Rules to use in addition."),
    "ignore": (_SELECTORS, "Rules not to use."),
    "parse": (
        {"enum": ["auto", "never", "always"], "default": "auto"},
        "When the dependency parse is asked: where words leave a rule open, never, or always.",
    ),
    "language": (_LANGUAGE, "The language of the text; auto: seen from each document."),
    "locale": (_LANGUAGE, "The language of the messages; auto: that of each document."),
    "fiscal-year-start": (
        {"type": "integer", "minimum": 1, "maximum": 12},
        "The month in which your fiscal year begins.",
    ),
    "english-model": (_NAME, "An installed spaCy model for what words leave open in English."),
    "today": ({"type": "string", "format": "date"}, "A day, so that a run can be repeated."),
    "exclude": (_TEXTS, "What to leave out of folders: patterns as in a .gitignore."),
    "force-exclude": (
        {"type": "boolean", "default": False},
        "Whether `exclude` counts for files that are named, too.",
    ),
    "respect-gitignore": (
        {"type": "boolean", "default": True},
        "Whether to leave out what git ignores.",
    ),
    "baseline": (_NAME, "A file of findings that are known and not told again."),
    "encoding": (_NAME, "The encoding of files that are not UTF-8, such as cp932."),
    "teams": (
        _table({"anyOf": [_WORDS, _TEAM]}),
        "Teams and their other names, so that your own is not taken for somebody else's.",
    ),
    "rules": (_table(_table(_OPTION)), "Options of rules, by code or name."),
    "severity": (_table(_SEVERITY), "How grave findings of a rule are, by code or name."),
    "per-file-ignores": (
        _table({"anyOf": [{"$ref": "#/definitions/selector"}, _SELECTORS]}),
        "Rules that are off where a pattern of paths fits.",
    ),
    "rule-paths": (_PATHS, "Your own rule cards, or folders of them."),
    "lexicon": (
        {
            "type": "object",
            "propertyNames": {"enum": ["ja", "en"]},
            "additionalProperties": _table(_WORDS),
        },
        "Words that join a group of krlint's lexicon, by language and group.",
    ),
    "readers": (
        {
            "type": "object",
            "propertyNames": {
                "enum": sorted({*READER_NAMES, *(name.replace("-", "_") for name in READER_NAMES)})
            },
            "additionalProperties": _WORDS,
        },
        "Your documents' names for objectives, key results and fields.",
    ),
}


def config_schema(
    rules: Iterable[Rule], groups: Mapping[Language, Iterable[str]]
) -> dict[str, Any]:
    """
    The JSON Schema of krlint.toml, as a value that JSON can hold.

    `rules` are those to complete, with their options, and `groups` those of the lexicon; other
    names are accepted, since a company may have rules of its own.
    """
    rules = tuple(rules)
    properties = {
        name: {**value, "description": about} for name, (value, about) in PROPERTIES.items()
    }
    properties["rules"]["properties"] = {
        name: _options(rule) for rule in rules if rule.options for name in (rule.code, rule.name)
    }
    properties["severity"]["properties"] = {
        name: {**_SEVERITY, "description": _about(rule)}
        for rule in rules
        for name in (rule.code, rule.name)
    }
    properties["lexicon"]["properties"] = {
        language: {
            "type": "object",
            "properties": dict.fromkeys(sorted(names), _WORDS),
            "additionalProperties": False,
        }
        for language, names in groups.items()
    }
    return {
        "$schema": DIALECT,
        "title": "krlint.toml, or [tool.krlint] of pyproject.toml",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "definitions": {
            "selector": _selector(rules),
            "severity": {"enum": ["error", "warning", "info"]},
            "words": {"anyOf": [{"type": "string"}, _TEXTS]},
        },
    }


def _options(rule: Rule) -> dict[str, Any]:
    """What a table [rules.KR601] may say."""
    kinds = {bool: "boolean", int: "integer", str: "string"}
    return {
        "type": "object",
        "description": _about(rule),
        "properties": {
            name: {
                **({"type": kinds[type(value)]} if type(value) in kinds else _TEXTS),
                "default": list(value) if isinstance(value, tuple) else value,
                "description": about.en,
            }
            for name, (value, about) in rule.options.items()
        },
        "additionalProperties": False,
    }


def _about(rule: Rule) -> str:
    """The names of a rule and what it says, slots of its message included."""
    return f"{rule.code} {rule.name}: {rule.message.en}"


def _selector(rules: Iterable[Rule]) -> dict[str, Any]:
    """A rule or several; the names that are known come first, so that editors offer them."""
    known = [
        {"const": name, "description": _about(rule)}
        for rule in rules
        for name in (rule.code, rule.name)
    ]
    profiles = dict.fromkeys(name for rule in rules for name in rule.profiles)
    told = [{"const": name, "description": "A profile."} for name in (*profiles, "all")]
    return {"anyOf": [*told, *known, {"type": "string"}]}
