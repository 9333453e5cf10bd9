"""One mapping of a YAML or JSON file: its text, its type and state, its fields."""

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

from krlint.model import State
from krlint.readers import keys
from krlint.readers.fields import fold, known
from krlint.readers.headings import parked
from krlint.readers.labels import Vocabulary, label_of
from krlint.readers.nodes import Budget, Mapping, Node, Scalar, Sequence

Entries: TypeAlias = list[tuple[Scalar, Node]]
Type = Literal["key_result", "objective", "other"]

# A text may be wrapped: objective: {title: …}, title: {en: …}.
_WRAPPED = ("objective", "title", "name", "text", "目標", "タイトル")
_LANGUAGES = ("ja", "en")
_STATES = ("status", "state", "状態", "ステータス")
_DROPPED = re.compile(r"(?:dropped|cancell?ed|abandoned|中止|取り?下げ|廃止)", re.I)


def entries_of(node: Node) -> Entries:
    """A mapping's keys and values, where the key is a text; nothing for other nodes."""
    if not isinstance(node, Mapping):
        return []
    return [(key, value) for key, value in node.entries if isinstance(key, Scalar)]


def text_of(entries: Entries, wanted: Iterable[str]) -> Scalar | None:
    """The text of an objective or key result: the first of these keys that has one."""
    found: dict[str, Scalar] = {}
    for key, value in entries:
        name = fold(key.text)
        inner = entries_of(value) if name in _WRAPPED else []
        told = value if isinstance(value, Scalar) else text_of(inner, (*_WRAPPED, *_LANGUAGES))
        if told is not None and told.text.strip():
            found[name] = told
    return next((found[key] for key in wanted if key in found), None)


def longest(entries: Entries, names: Vocabulary) -> Scalar | None:
    """The text of a record that names it otherwise: its longest value that is no field."""
    own, fields = [], 0
    for key, value in entries:
        if known(key.text, names.fields) or fold(key.text) in keys.IDS:
            fields += 1
        elif isinstance(value, Scalar) and len(value.text) > 5:
            own.append(value)
    return max(own, key=lambda value: len(value.text), default=None) if fields else None


def type_of(entries: Entries) -> Type | None:
    """What a type field says of the mapping; None where there is none."""
    for key, value in entries:
        if fold(key.text) in keys.TYPE and isinstance(value, Scalar):
            said = fold(value.text)
            if keys.TYPE_KR.fullmatch(said):
                return "key_result"
            if keys.TYPE_O.fullmatch(said):
                return "objective"
            if said in keys.SKIPPED:
                return "other"
    return None


def state_of(entries: Entries, state: State) -> State:
    """The state that a status field gives, else `state`."""
    for key, value in entries:
        if fold(key.text) in _STATES and isinstance(value, Scalar):
            if parked(value.text):
                return "parked"
            if _DROPPED.match(value.text.lstrip()):
                return "dropped"
    return state


def fields_of(entries: Entries, text: Scalar, budget: Budget) -> dict[str, str]:
    """What a record gives beside its text; a mapping within gives its own entries."""
    fields: dict[str, str] = {}
    for key, value in entries:
        name = fold(key.text)
        inner = entries_of(value)
        if (
            value is text
            or any(v is text for _, v in inner)
            or name in keys.IDS
            or name in keys.TYPE
        ):
            continue
        for each, content in inner:
            fields.setdefault(each.text, _flat(content, budget))
        if not inner:
            fields[key.text] = _flat(value, budget)
    return fields


def is_results(key: Scalar, value: Node, names: Vocabulary) -> bool:
    """Whether a key holds the key results."""
    name = fold(key.text)
    if name in names.key_result:
        return True
    return not isinstance(value, Scalar) and keys.KR_LIST.fullmatch(name) is not None


def is_labelled(key: Scalar, names: Vocabulary) -> bool:
    """Whether a key is a label itself: "O1", "KR2: …"."""
    label = label_of(key.text, names)
    return bool(label and label.number and label.kind in ("key_result", "objective"))


def holds_objectives(node: Node, names: Vocabulary) -> bool:
    """Whether a list holds objectives with their key results."""
    items = node.items if isinstance(node, Sequence) else ()
    return any(is_results(k, v, names) for item in items for k, v in entries_of(item))


def lists_texts(node: Node, names: Vocabulary, wanted: Iterable[str]) -> bool:
    """Whether a list holds nothing but texts, or nothing but records of one text each."""
    items = node.items if isinstance(node, Sequence) else ()
    if not items or holds_objectives(node, names):
        return False
    if all(isinstance(item, Scalar) for item in items):
        return True
    return all(text_of(entries_of(item), wanted) is not None for item in items)


def _flat(node: Node, budget: Budget, level: int = 0) -> str:
    """A value as one text, a line for each of its values."""
    budget.spend(level)
    if isinstance(node, Scalar):
        return node.text.strip()
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    return "\n".join(text for each in inner if (text := _flat(each, budget, level + 1)))
