"""Labelled key results, from JSONL and from CSV."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from krlint.config import Config
from krlint.evaluate import rows
from krlint.evaluate.labels import BadRecord, from_list, from_mapping
from krlint.evaluate.record import Record
from krlint.model import Anchor, KeyResult, KrlintError, Language, Rule, Unread, Wording
from krlint.readers import ReadError, contents
from krlint.readers.encoding import decode
from krlint.readers.fields import canonical

_LANGUAGES: Mapping[object, Language | None] = {"ja": "ja", "en": "en", None: None, "": None}
_TABLES, _LINES = (".csv", ".tsv"), (".jsonl", ".ndjson")


class Labelled(NamedTuple):
    """A key result, and by rule code whether it should be flagged; the undecided is left out."""

    key_result: KeyResult
    labels: Mapping[str, bool]


def read(path: str, rules: Sequence[Rule], config: Config) -> tuple[list[Labelled], list[Unread]]:
    """The records of a file, and those that cannot be used, each with its line."""
    found: list[Labelled] = []
    unread: list[Unread] = []
    try:
        for line, record in _records(path, rules, config):
            try:
                found.append(_labelled(record(), path, line))
            except BadRecord as bad:
                unread.append(Unread(path, bad.wording, line))
    except KrlintError as error:
        unread.append(Unread(path, error.wording, error.line, error.column))
    if not found and not unread:
        unread.append(Unread(path, _EMPTY))
    return found, unread


def _records(
    path: str, rules: Sequence[Rule], config: Config
) -> Iterator[tuple[int, Callable[[], Record]]]:
    """Line by line, what makes the record; it raises BadRecord."""
    suffix = Path(path).suffix.lower()
    if suffix not in _TABLES + _LINES:
        raise ReadError(_WHICH, path)
    text, _ = decode(contents(Path(path)), path, config.encoding)
    if suffix in _TABLES:
        return rows.records(text, path, rules, config)
    lines = enumerate(text.split("\n"), 1)
    return ((number, partial(_record, line, rules)) for number, line in lines if line.strip())


def _record(line: str, rules: Sequence[Rule]) -> Record:
    """One line of JSONL. Raises BadRecord."""
    try:
        content: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise BadRecord(_NO_JSON) from None
    if not isinstance(content, dict):
        raise BadRecord(_NO_JSON)
    labels = content.get("labels")
    if isinstance(labels, dict):
        found = from_mapping(labels, rules)
    elif isinstance(labels, list) and all(isinstance(name, str) for name in labels):
        found = from_list(labels, rules)
    else:
        raise BadRecord(_NO_LABELS)
    language = content.get("language", content.get("lang"))
    said = map(content.get, ("text", "objective", "team", "fields", "period"))
    text, objective, team, fields, period = said
    return Record(text, language, objective, team, fields, period, found)


def _labelled(record: Record, path: str, line: int) -> Labelled:
    """The record checked. Raises BadRecord."""
    if not isinstance(record.text, str) or not record.text.strip():
        raise BadRecord(_NO_TEXT)
    if not isinstance(record.language, str | None) or record.language not in _LANGUAGES:
        raise BadRecord(_LANGUAGE)
    fields = _fields(record.fields)
    result = KeyResult(
        text=record.text.strip(),
        language=_LANGUAGES[record.language],
        objective=_optional(record.objective, "objective"),
        team=_optional(record.team, "team"),
        fields={name: value for name, value in fields.items() if name != "period"},
        period=_optional(record.period, "period") or fields.get("period"),
        path=path,
        anchors=(Anchor(0, line, 1),),
    )
    return Labelled(result, record.labels)


def _optional(value: object, name: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise BadRecord(
            Wording(
                f'「{name}」は "…" で囲んで書いてください。',
                f"Write “{name}” as a string, in quotation marks.",
            )
        )
    return value or None


def _fields(value: object) -> dict[str, str]:
    simple = (str, int, float)
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(each, simple) for each in value.values()):
        raise BadRecord(_FIELDS)
    return canonical({name: str(each) for name, each in value.items()})


_WHICH = Wording(
    "ラベル付きのKRは .jsonl か .csv に書いてください（表計算ソフトなら「CSVで保存」）。",
    "Labelled key results stand in a .jsonl or .csv file: save a workbook as CSV.",
)
_EMPTY = Wording(
    "ラベル付きのKRが1件もありません。1行に1件ずつ書いてください。",
    "There is no labelled key result in it: write one a line.",
)
_NO_JSON = Wording(
    '1行に1件、{"text": "…", "labels": {"KR201": true}} の形で書いてください。',
    'Write one record a line, such as {"text": "…", "labels": {"KR201": true}}.',
)
_NO_LABELS = Wording(
    'ラベルがありません。"labels": {"KR201": true, "KR101": false} のように書いてください。',
    'There are no labels: write "labels": {"KR201": true, "KR101": false}.',
)
_NO_TEXT = Wording(
    "KRの文がありません。text に書いてください。",
    "There is no key result: write it under “text”.",
)
_LANGUAGE = Wording(
    "language は ja か en です。書かなければ、文から判断します。",
    "“language” is ja or en; without it krlint sees it from the text.",
)
_FIELDS = Wording(
    'fields は {"目標値": "95%"} のように、欄の名前と値で書いてください。',
    'Write “fields” as names with values, such as {"target": "95%"}.',
)
