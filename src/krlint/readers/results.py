"""YAML and JSON: the key results within a value that holds them."""

import re

from krlint.model import State
from krlint.readers import keys
from krlint.readers.drafts import Draft, Group
from krlint.readers.labels import Vocabulary, label_of
from krlint.readers.nodes import Budget, Mapping, Node, Scalar, Sequence
from krlint.readers.records import (
    Entries,
    entries_of,
    fields_of,
    longest,
    state_of,
    text_of,
    type_of,
)
from krlint.readers.texts import struck


class Results:
    """Takes key results into their groups; `sure` says that there were some, be they empty."""

    def __init__(self, names: Vocabulary, budget: Budget) -> None:
        self.sure = False
        self.texts = [*names.key_result, *keys.KR_TEXT]
        self._names = names
        self._budget = budget

    def take(self, group: Group, node: Node, state: State, level: int) -> None:
        """The items of a list of key results, or the values of a mapping of them."""
        self._budget.spend(level)
        if isinstance(node, Scalar):
            self._add(group, node, {}, state)
        elif isinstance(node, Sequence):
            for item in node.items:
                self.take(group, item, state, level + 1)
        elif type_of(entries := entries_of(node)) != "other":
            text = text_of(entries, self.texts) or longest(entries, self._names)
            if text is not None:
                self._record(group, text, entries, state)
            else:
                for key, value in entries:
                    self._value(group, key, value, state, level)

    def _record(self, group: Group, text: Scalar, entries: Entries, state: State) -> None:
        fields = fields_of(entries, text, self._budget)
        self._add(group, text, fields, state_of(entries, state))

    def _value(self, group: Group, key: Scalar, value: Node, state: State, level: int) -> None:
        """KR1: text, KR1: {…}, or "text of the key result": {target: …}."""
        if isinstance(value, Mapping):
            entries = entries_of(value)
            self._record(group, text_of(entries, self.texts) or key, entries, state)
        elif isinstance(value, Sequence):
            self.take(group, value, state, level + 1)
        elif self._is_reference(key) and not re.search(r"[^\W_]", value.text):
            self.sure = True
            group.blanks.append(key.passage.strip())
        elif self._is_reference(key) or len(value.text) > len(key.text):
            self._add(group, value, {}, state)
        elif value.text:
            self._add(group, key, {"target": value.text}, state)
        else:
            self._add(group, key, {}, state)

    def _is_reference(self, key: Scalar) -> bool:
        """Whether a key only numbers what it holds: "KR1", "1.2", "a"."""
        label = label_of(key.text, self._names)
        alone = label is not None and label.end >= len(key.text)
        return alone or re.fullmatch(r"[\w.\-]{1,6}", key.text) is not None

    def _add(self, group: Group, node: Scalar, fields: dict[str, str], state: State) -> None:
        self._budget.spend()
        passage = node.passage.strip()
        label = label_of(passage.text, self._names)
        if label is not None and label.kind == "key_result":
            passage = passage.slice(min(label.end, len(passage.text))).strip()
        passage, dropped = struck(passage, label)
        if not re.search(r"[^\W_]", passage.text):
            self.sure = True
            if node.text.strip():
                group.blanks.append(node.passage.strip())
            return
        group.drafts.append(Draft(passage, fields, "dropped" if dropped else state))
