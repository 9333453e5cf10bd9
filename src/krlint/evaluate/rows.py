"""Labelled key results from a table: a column for each rule, or one that names the rules."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from krlint.config import Config
from krlint.evaluate.labels import BadRecord, from_cell, from_column, rule_named
from krlint.evaluate.record import Record
from krlint.model import Rule, Wording
from krlint.readers import ReadError
from krlint.readers.fields import fold
from krlint.readers.headers import columns
from krlint.readers.labels import vocabulary

_LANGUAGE = ("language", "lang", "言語")
_LABELS = ("labels", "ラベル")
_OBJECTIVE = ("目的",)
"""Means the objective here wherever it stands; documents also use it for the target."""


class _Columns(NamedTuple):
    """Which column holds what; `rules` are those under a rule's name."""

    width: int
    text: int
    language: int | None
    objective: int | None
    team: int | None
    labels: int | None
    rules: Mapping[int, Rule]
    fields: Mapping[int, str]


def records(
    text: str, path: str, rules: Sequence[Rule], config: Config
) -> Iterator[tuple[int, Callable[[], Record]]]:
    """Row by row, its first line and what makes the record. Raises ReadError for the header."""
    first = text.split("\n", 1)[0]
    delimiter = "\t" if path.lower().endswith(".tsv") else max(",\t;", key=first.count)
    csv.field_size_limit(max(len(text) + 1, 131_072))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        found = _columns(next(reader, []), path, rules, config)
        line = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, partial(_record, row, found, rules)
            line = reader.line_num + 1
    except csv.Error:
        raise ReadError(_BROKEN, path, reader.line_num) from None


def _columns(header: Sequence[str], path: str, rules: Sequence[Rule], config: Config) -> _Columns:
    names = [fold(name) for name in header]
    try:
        asked = {i: rule_named(name, rules) for i, name in enumerate(header)}
    except BadRecord as bad:
        raise ReadError(bad.wording, path, 1) from None
    under = {i: rule for i, rule in asked.items() if rule is not None}
    language = _first(i for i, name in enumerate(names) if name in _LANGUAGE)
    labels = _first(i for i, name in enumerate(names) if name in _LABELS)
    free = [i for i in range(len(names)) if i not in (*under, language, labels)]
    roles = columns(header, vocabulary(config.readers))
    text = _first(i for role in ("key_result", "text") for i in free if roles[i].role == role)
    objective = _first(i for i in free if roles[i].role == "objective" or names[i] in _OBJECTIVE)
    if text is None:
        raise ReadError(_NO_TEXT, path, 1)
    if not under and labels is None:
        raise ReadError(_NO_RULE, path, 1)
    return _Columns(
        width=len(header),
        text=text,
        language=language,
        objective=objective,
        team=_first(i for i in free if roles[i].role == "team"),
        labels=labels,
        rules=under,
        fields={i: roles[i].name for i in free if roles[i].role == "field" and i != objective},
    )


def _first(found: Iterable[int]) -> int | None:
    return next(iter(found), None)


def _record(row: Sequence[str], found: _Columns, rules: Sequence[Rule]) -> Record:
    """One row. Raises BadRecord."""
    if len(row) != found.width:
        raise BadRecord(_RAGGED)
    labels = from_cell(row[found.labels], rules) if found.labels is not None else {}
    for index, rule in found.rules.items():
        label = from_column(rule.code, row[index])
        if label is not None:
            labels[rule.code] = label
    language, objective, team = (
        None if index is None else row[index].strip()
        for index in (found.language, found.objective, found.team)
    )
    fields = {name: row[index] for index, name in found.fields.items()}
    return Record(row[found.text], language, objective, team, fields, None, labels)


_BROKEN = Wording(
    'CSVとして読めません。引用符（"）の対応を確かめてください。',
    "This is no CSV: check that each quotation mark is closed.",
)
_RAGGED = Wording(
    '列の数が見出しと違います。コンマを含む文は "…" で囲んでください。',
    "This row has not as many cells as the header: put texts with commas in quotation marks.",
)
_NO_TEXT = Wording(
    "KRの文の列がありません。見出しを text か KR にしてください。",
    "No column holds the key results: call it “text” or “KR”.",
)
_NO_RULE = Wording(
    "ラベルの列がありません。KR201 のようにルールの番号や名前を見出しにして、"
    "1 か 0 を書いてください。",
    "No column is named after a rule: add one such as “KR201”, with 1 or 0 in it.",
)
