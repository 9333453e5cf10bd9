"""What the programs that read krlint's forms accept."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import jsonschema
import xmlschema

_FOLDER = Path(__file__).parent / "schemas"


def accepted(text: str, schema: str) -> Any:
    """The value of a JSON text, which must be as the schema says."""
    value = json.loads(text.encode("utf-8"))
    _validator(schema).validate(value)
    return value


def accepted_xml(text: str, schema: str) -> Element:
    """The root of an XML text, which must be as the schema says."""
    root = fromstring(text.encode("utf-8"))  # noqa: S314  # our own
    _xml(schema).validate(root)
    return root


@cache
def _validator(schema: str) -> Any:
    content = json.loads((_FOLDER / schema).read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(content)
    kind.check_schema(content)
    return kind(content)


@cache
def _xml(schema: str) -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(_FOLDER / schema))
