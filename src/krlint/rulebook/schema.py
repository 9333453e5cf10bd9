"""The JSON Schema of rule cards, by which editors complete and check them."""

import ast
import inspect
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from krlint.analysis.signals import SIGNALS
from krlint.rulebook import form

DIALECT = "http://json-schema.org/draft-07/schema#"
"""What the language servers for YAML and TOML know best."""

_ASKS: Any = {
    "if": {"properties": {"scope": {"enum": ["document", "set"]}}, "required": ["scope"]},
    "then": {
        "required": ["check"],
        "properties": {
            "when": {"properties": {"all": {"maxItems": 0}, "none": {"maxItems": 0}}},
            "phrases": {"maxProperties": 0},
        },
    },
    "else": {
        "anyOf": [
            {"required": ["when"]},
            {"required": ["phrases"]},
            {"required": ["check"]},
            {
                "properties": {"scope": {"enum": ["suppression", "baseline"]}},
                "required": ["scope"],
            },
        ]
    },
}
"""What a rule must ask something with."""


def card_schema() -> dict[str, Any]:
    """
    The JSON Schema of one card, as a value that JSON can hold.

    Whatever krlint accepts, it accepts. What it cannot say is left to `krlint test`: slots of
    messages, words that are empty, and whether a check is installed.
    """
    _, made = models_json_schema([(form.Card, "validation")], ref_template="#/definitions/{model}")
    parts = {name.lstrip("_"): _described(name, part) for name, part in made["$defs"].items()}
    for key in ("all", "none"):
        parts["When"]["properties"][key]["items"] = {"oneOf": list(_signals())}
    parts["Words"]["minProperties"] = 1
    parts["Example"] = {"anyOf": [{"type": "string"}, parts["Example"]]}
    card = parts.pop("Card")
    card["properties"]["options"]["additionalProperties"] = False
    return {
        "$schema": DIALECT,
        "title": "A rule card of krlint",
        **card,
        **_ASKS,
        "definitions": parts,
    }


def _described(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """One model's schema, with the docstrings of its fields."""
    plain: dict[str, Any] = _plain(part)
    told = _docs(getattr(form, name))
    for key, value in plain["properties"].items():
        value["description"] = told[key]
    return plain


def _signals() -> Iterator[dict[str, str]]:
    for name, signal in SIGNALS.items():
        yield {"const": name, "description": " ".join((signal.__doc__ or "").split())}


def _docs(model: type[BaseModel]) -> dict[str, str]:
    """The docstring below each field; pydantic would read the source on every import."""
    (described,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(described, ast.ClassDef)  # noqa: S101 (for mypy)
    told = {}
    for field, text in zip(described.body, described.body[1:], strict=False):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(ast.Constant(value=str(said))):
                told[name] = said
    return told


def _plain(schema: Any) -> Any:
    """A schema without pydantic's titles and private names, and with one way to say null."""
    match schema:
        case {"anyOf": [inner, {"type": "null"}], **rest}:
            return _plain({**inner, "type": [inner["type"], "null"], **rest})
        case dict():
            return {
                key: _plain(value)
                for key, value in schema.items()
                if not (key == "title" and isinstance(value, str))
            }
        case list():
            return [_plain(each) for each in schema]
        case str() if schema.startswith("#/definitions/"):
            return schema.replace("/_", "/")
    return schema
