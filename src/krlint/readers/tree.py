"""YAML and JSON: which values are key results, by the keys above them."""

import re
from dataclasses import dataclass, replace

from krlint.config import Config
from krlint.model import Document, State
from krlint.readers import keys, periods
from krlint.readers.drafts import Draft, Group, assemble
from krlint.readers.fields import fold, known
from krlint.readers.labels import Vocabulary, label_of, vocabulary
from krlint.readers.nodes import Budget, Mapping, Node, Scalar, Sequence
from krlint.readers.records import (
    Entries,
    entries_of,
    fields_of,
    holds_objectives,
    is_labelled,
    is_results,
    lists_texts,
    longest,
    state_of,
    text_of,
    type_of,
)
from krlint.readers.source import Passage, Source
from krlint.readers.texts import struck


def read(
    root: Node,
    source: Source,
    path: str,
    config: Config,
) -> Document:
    """The document of this tree."""
    walk = _Walk(vocabulary(config.readers), Budget(path))
    walk.visit(root, _Above(), 0)
    groups = [g for g in walk.groups if g.drafts or (g.announced and walk.sure)]
    if not walk.sure and not any(g.drafts for g in groups):
        groups = []
    return assemble(path, groups, config, source, team=walk.team)


@dataclass(frozen=True, slots=True)
class _Above:
    """What the values above say of the ones below."""

    team: str | None = None
    okr: bool = False  # under "okrs" or "objectives"
    key: str = ""
    period: str = ""
    term: str | None = None

    def group(self, objective: Passage | None = None) -> Group:
        """A group for an objective that stands here."""
        aim = _aim(objective) if objective is not None else None
        return Group(aim, self.team, self.period, self.term, announced=objective is not None)


class _Walk:
    """One pass over the tree; `sure` says that it held key results, be they empty."""

    def __init__(self, names: Vocabulary, budget: Budget) -> None:
        self.groups: list[Group] = []
        self.team: str | None = None
        self.sure = False
        self._names = names
        self._budget = budget
        self._aims = [*names.objective, *keys.O_TEXT]
        self._texts = [*names.key_result, *keys.KR_TEXT]

    # --- down the tree ---

    def visit(self, node: Node, above: _Above, level: int) -> None:
        """Take a value and all below it."""
        self._budget.spend(level)
        if isinstance(node, Sequence):
            for item in node.items:
                self.visit(item, above, level + 1)
        elif isinstance(node, Mapping):
            self._mapping(node, above, level)

    def _mapping(self, node: Mapping, above: _Above, level: int) -> None:
        entries = entries_of(node)
        above = self._context(entries, above, level)
        kind = type_of(entries)
        if kind == "key_result":  # a flat list of objectives and key results
            if not self.groups:
                self.groups.append(above.group())
            self._results(self.groups[-1], node, "set", level)
        elif kind == "objective" or any(
            is_results(k, v, self._names) or is_labelled(k, self._names) for k, v in entries
        ):
            self._objective(entries, above, level)
        elif not (above.okr and self._unreached(entries, above)):
            for key, value in entries:
                self._child(key, value, above, level)

    def _context(self, entries: Entries, above: _Above, level: int) -> _Above:
        """Team and period that a mapping names for all below it."""
        for key, value in entries:
            name = fold(key.text)
            if not isinstance(value, Scalar) or not value.text.strip():
                continue
            if name in keys.TEAM or name in self._names.team:
                above = replace(above, team=value.text.strip())
                if level <= 1:
                    self.team = self.team or above.team
            elif name in keys.PERIOD:
                term = periods.words(value.text)
                above = replace(above, period=fold(value.text), term=term or above.term)
            elif above.key in keys.TEAM and name in keys.NAMES:
                above = replace(above, team=value.text.strip())
        return above

    def _child(self, key: Scalar, value: Node, above: _Above, level: int) -> None:
        name = fold(key.text)
        if isinstance(value, Scalar) or name in keys.SKIPPED:
            return
        inside = name in keys.O_LIST or name.endswith("okrs") or name in self._names.objective
        if name in keys.PARKED:
            self.groups.append(above.group())
            self._results(self.groups[-1], value, "parked", level)
        elif (
            above.okr
            and not inside
            and name not in keys.O_INNER
            and self._is_objective(key, value, above)
        ):
            self.groups.append(above.group(key.passage))
            self._results(self.groups[-1], value, "set", level)
        else:
            grouped = above.okr and holds_objectives(value, self._names)
            listed = inside or name in keys.O_INNER
            named = not listed and (above.key in keys.TEAM or grouped)
            team = key.text.strip() if named else above.team
            below = _Above(team, inside or above.okr, name, above.period, above.term)
            self.visit(value, below, level + 1)

    def _is_objective(self, key: Scalar, value: Node, above: _Above) -> bool:
        """A key that is the objective itself: {"Ship faster": ["…", "…"]}."""
        name = fold(key.text)
        if name in keys.TEAM or above.key in keys.TEAM or name in keys.KR_TEXT:
            return False
        if known(key.text, self._names.fields):
            return False
        return lists_texts(value, self._names, self._texts)

    # --- objectives ---

    def _objective(self, entries: Entries, above: _Above, level: int) -> None:
        text = text_of(entries, self._aims)
        group = above.group(text.passage if text else None)
        group.owner = _owner(entries, self._names)
        self.groups.append(group)
        mine = len(self.groups)
        rest: Entries = []
        for key, value in entries:
            if is_labelled(key, self._names):
                self._numbered(group, key, value, above, level)
            elif is_results(key, value, self._names):
                self.sure = True
                self._results(group, value, "set", level)
            elif not isinstance(value, Scalar) and not _wraps(value, text):
                rest.append((key, value))
        for key, value in rest:
            name = fold(key.text)
            holds = (
                name in keys.O_LIST
                or name in keys.O_INNER
                or name in keys.TEAM
                or name in keys.PARKED
            )
            if holds or not known(key.text, self._names.fields):
                self._child(key, value, replace(above, okr=False), level)
        group.below += self.groups[mine:]

    def _numbered(self, group: Group, key: Scalar, value: Node, above: _Above, level: int) -> None:
        """A key "O1" or "KR1" with its text, or with what stands under it."""
        label = label_of(key.text, self._names)
        if label is None or label.kind == "key_result":
            self._results(group, Sequence((value,)), "set", level)
        elif not isinstance(value, Scalar):
            self._under(
                key.passage.slice(min(label.end, len(key.text))).strip(), value, above, level
            )
        elif group.objective is None:
            group.objective, group.announced = _aim(value.passage), True

    def _under(self, objective: Passage, value: Node, above: _Above, level: int) -> None:
        """{"O1": {…}} or {"O1: Ship faster": […]}."""
        before = len(self.groups)
        if isinstance(value, Sequence) and objective.text:
            self.groups.append(above.group(objective))
            self._results(self.groups[-1], value, "set", level)
        else:
            self.visit(value, replace(above, okr=True, key="objective"), level + 1)
        for group in self.groups[before:]:
            if group.objective is None and objective.text:
                group.objective, group.announced = _aim(objective), True

    def _unreached(self, entries: Entries, above: _Above) -> bool:
        """Whether this is an objective that names no key results yet; then it is kept."""
        text = text_of(entries, self._aims)
        inner = [k for k, v in entries if not isinstance(v, Scalar) and not known(k.text)]
        if text is None or inner:
            return False
        self.groups.append(above.group(text.passage))
        return True

    # --- key results ---

    def _results(self, group: Group, node: Node, state: State, level: int) -> None:
        """The items of a list of key results, or the values of a mapping of them."""
        self._budget.spend(level)
        if isinstance(node, Scalar):
            self._add(group, node, {}, state)
        elif isinstance(node, Sequence):
            for item in node.items:
                self._results(group, item, state, level + 1)
        elif type_of(entries := entries_of(node)) != "other":
            text = text_of(entries, self._texts) or longest(entries, self._names)
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
            self._record(group, text_of(entries, self._texts) or key, entries, state)
        elif isinstance(value, Sequence):
            self._results(group, value, state, level + 1)
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


def _owner(entries: Entries, names: Vocabulary) -> str | None:
    """Who answers for the objective that these describe."""
    told = (
        v.text
        for k, v in entries
        if isinstance(v, Scalar) and known(k.text, names.fields) == "owner"
    )
    return next((name.strip() for name in told if name.strip()), None)


def _wraps(value: Node, text: Scalar | None) -> bool:
    """Whether the objective's text was taken out of this value."""
    return text is not None and any(inner is text for _, inner in entries_of(value))


def _aim(passage: Passage) -> Passage:
    """An objective without a label."""
    passage = passage.strip()
    label = label_of(passage.text)
    if label is not None and label.kind == "objective" and label.end < len(passage.text):
        passage = passage.slice(label.end).strip()
    return passage
