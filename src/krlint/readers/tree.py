"""YAML and JSON: which values are key results, by the keys above them."""

import re
from collections.abc import Mapping as Map
from dataclasses import dataclass

from krlint.config import Config
from krlint.model import Document, State
from krlint.readers import headings, keys
from krlint.readers.drafts import Draft, Group, assemble
from krlint.readers.errors import ReadError
from krlint.readers.fields import fold, known
from krlint.readers.labels import Vocabulary, label_of, vocabulary
from krlint.readers.nodes import (
    MAX_LEVELS,
    MAX_NODES,
    TOO_DEEP,
    TOO_MANY,
    Mapping,
    Node,
    Scalar,
    Sequence,
)
from krlint.readers.source import Passage, Source


def read(
    root: Node,
    source: Source,
    path: str,
    config: Config,
    directives: tuple[tuple[int, str], ...] = (),
) -> Document:
    """The document of this tree; `directives` are `# krlint:` comments by offset."""
    walk = _Walk(vocabulary(config.readers), source, path, directives)
    walk.visit(root, _Above(), 0)
    groups = [g for g in walk.groups if g.drafts or g.announced]
    if not any(g.drafts for g in groups):
        groups = [g for g in groups if g.announced and walk.sure]
    return assemble(path, groups, config, source, team=walk.team)


@dataclass(frozen=True, slots=True)
class _Above:
    """What the values above say of the ones below."""

    team: str | None = None
    okr: bool = False  # under "okrs" or "objectives"
    key: str = ""
    period: str = ""
    state: State = "set"


class _Walk:
    def __init__(
        self, names: Vocabulary, source: Source, path: str, directives: tuple[tuple[int, str], ...]
    ) -> None:
        self.names = names
        self.source = source
        self.path = path
        self.trailing: dict[int, str] = {}  # "# krlint:" comments by line
        self.alone: dict[int, str] = {}  # those on a line of their own
        for offset, said in directives:
            line, column = source.place(offset)
            alone = not source.text[offset - column + 1 : offset].strip()
            (self.alone if alone else self.trailing)[line] = said
        self.o_keys = [*names.objective, *keys.O_TEXT]
        self.kr_keys = [*names.key_result, *keys.KR_TEXT]
        self.groups: list[Group] = []
        self.team: str | None = None
        self.sure = False  # a list of key results was met, be it empty
        self._visited = 0

    def _count(self) -> None:
        self._visited += 1
        if self._visited > MAX_NODES:
            raise ReadError(TOO_MANY, self.path, 1, 1)

    # --- down the tree ---

    def visit(self, node: Node, above: _Above, level: int) -> None:
        self._count()
        if level > MAX_LEVELS:
            raise ReadError(TOO_DEEP, self.path, 1, 1)
        if isinstance(node, Sequence):
            for item in node.items:
                self.visit(item, above, level + 1)
        elif isinstance(node, Mapping):
            self._mapping(node, above, level)

    def _mapping(self, node: Mapping, above: _Above, level: int) -> None:
        entries = self._entries(node)
        above = self._context(entries, above, level)
        kind = _type(entries)
        if kind == "key_result":
            self._stray(node, above, level)
            return
        results = [(k, v) for k, v in entries if self._is_results(k, v)]
        labelled = [(k, v) for k, v in entries if self._is_labelled(k)]
        if results or labelled or kind == "objective":
            self._objective(node, entries, results, labelled, above, level)
            return
        if above.okr and self._unreached(entries, above):
            return
        for key, value in entries:
            self._child(key, value, above, level)

    def _child(self, key: Scalar, value: Node, above: _Above, level: int) -> None:
        name = fold(key.text)
        if isinstance(value, Scalar) or name in keys.SKIPPED:
            return
        if name in keys.PARKED:
            group = Group(team=above.team, period=above.period)
            self._results(group, value, "parked", level)
            self.groups.append(group)
            return
        inside = name in keys.O_LIST or name.endswith("okrs") or name in self.names.objective
        if above.okr and not inside and self._keyed(key, value, above, level):
            return
        named = self._names_team(above, name, value) or (
            above.okr and not inside and self._holds(value)
        )
        team = key.text.strip() if named else above.team
        below = _Above(team, inside or above.okr, name, above.period)
        self.visit(value, below, level + 1)

    def _names_team(self, above: _Above, name: str, value: Node) -> bool:
        """Under "teams:" each key is a team."""
        return (
            above.key in keys.TEAM
            and isinstance(value, (Mapping, Sequence))
            and name not in keys.O_LIST
        )

    def _holds(self, node: Node) -> bool:
        """Whether a list holds objectives with their key results."""
        if not isinstance(node, Sequence):
            return False
        maps = [item for item in node.items if isinstance(item, Mapping)]
        return any(self._is_results(k, v) for item in maps for k, v in self._entries(item))

    def _keyed(self, key: Scalar, value: Node, above: _Above, level: int) -> bool:
        """A key that is the objective itself: {"Ship faster": ["…", "…"]}."""
        if (
            fold(key.text) in keys.TEAM
            or known(key.text, self.names.fields)
            or above.key in keys.TEAM
        ):
            return False
        texts = (
            isinstance(value, Sequence)
            and value.items
            and all(isinstance(v, Scalar) for v in value.items)
        )
        maps = (
            isinstance(value, Sequence)
            and value.items
            and all(
                isinstance(v, Mapping)
                and self._text(self._entries(v), self.kr_keys)
                and not any(self._is_results(k, x) for k, x in self._entries(v))
                for v in value.items
            )
        )
        if not (texts or maps) or fold(key.text) in keys.KR_TEXT:
            return False
        group = Group(_aim(key.passage), above.team, above.period, announced=True)
        self._results(group, value, above.state, level)
        self.groups.append(group)
        return True

    def _context(self, entries: list[tuple[Scalar, Node]], above: _Above, level: int) -> _Above:
        """Team and period that a mapping names for all below it."""
        team, period = above.team, above.period
        for key, value in entries:
            name = fold(key.text)
            if not isinstance(value, Scalar) or not value.text.strip():
                continue
            if name in keys.TEAM or name in self.names.team:
                team = value.text.strip()
                if level <= 1:
                    self.team = self.team or team
            elif name in keys.PERIOD:
                period = fold(value.text)
            elif above.key in keys.TEAM and name in keys.NAMES and name != "id":
                team = value.text.strip()
        return _Above(team, above.okr, above.key, period, above.state)

    # --- objectives ---

    def _objective(
        self,
        node: Mapping,
        entries: list[tuple[Scalar, Node]],
        results: list[tuple[Scalar, Node]],
        labelled: list[tuple[Scalar, Node]],
        above: _Above,
        level: int,
    ) -> None:
        text = self._text(entries, self.o_keys)
        self.sure = self.sure or bool(results)
        group = Group(
            _aim(text.passage) if text else None,
            above.team,
            above.period,
            announced=text is not None,
        )
        self.groups.append(group)
        for key, value in labelled:
            label = label_of(key.text, self.names)
            if label is not None and label.kind == "objective":
                if isinstance(value, Scalar) and group.objective is None:
                    group.objective, group.announced = _aim(value.passage), True
                elif not isinstance(value, Scalar):
                    self._under(key, value, above, level)
            else:
                self._results(group, Sequence((value,)), above.state, level)
        for key, value in results:
            self._results(group, value, above.state, level)
        taken = {id(v) for _, v in (*results, *labelled)}
        below = _Above(above.team, False, above.key, above.period, above.state)
        for key, value in entries:
            if id(value) not in taken and not isinstance(value, Scalar):
                inside = (
                    fold(key.text) in keys.O_LIST
                    or fold(key.text) in keys.TEAM
                    or fold(key.text) in keys.PARKED
                )
                if inside or not known(key.text, self.names.fields):
                    self._child(key, value, below, level)

    def _under(self, key: Scalar, value: Node, above: _Above, level: int) -> None:
        """{"O1": {…}} or {"O1: Ship faster": […]}."""
        label = label_of(key.text, self.names)
        rest = key.passage.slice(min(label.end, len(key.text))).strip() if label else key.passage
        before = len(self.groups)
        if isinstance(value, Sequence) and rest.text:
            group = Group(_aim(rest), above.team, above.period, announced=True)
            self.groups.append(group)
            self._results(group, value, above.state, level)
        else:
            self.visit(value, _Above(above.team, True, "objective", above.period), level + 1)
        for group in self.groups[before:]:
            if group.objective is None and rest.text:
                group.objective, group.announced = _aim(rest), True

    def _unreached(self, entries: list[tuple[Scalar, Node]], above: _Above) -> bool:
        """An objective that names no key results yet."""
        text = self._text(entries, self.o_keys)
        if text is None or any(not isinstance(v, Scalar) and not known(k.text) for k, v in entries):
            return False
        self.groups.append(Group(_aim(text.passage), above.team, above.period, announced=True))
        return True

    # --- key results ---

    def _results(self, group: Group, node: Node, state: State, level: int) -> None:
        """The items of a list of key results, or the values of a mapping of them."""
        self._count()
        if level > MAX_LEVELS:
            raise ReadError(TOO_DEEP, self.path, 1, 1)
        if isinstance(node, Scalar):
            self._add(group, node, {}, state)
        elif isinstance(node, Sequence):
            for item in node.items:
                self._results(group, item, state, level + 1)
        else:
            entries = self._entries(node)
            if _type(entries) == "other":
                return
            text = self._text(entries, self.kr_keys) or self._longest(entries)
            if text is not None:
                self._add(group, text, self._fields(entries, text), self._state(entries, state))
                return
            for key, value in entries:
                self._value(group, key, value, state, level)

    def _longest(self, entries: list[tuple[Scalar, Node]]) -> Scalar | None:
        """The text of a record that names it otherwise: its longest value that is no field."""
        fields = [
            k for k, _ in entries if known(k.text, self.names.fields) or fold(k.text) in keys.IDS
        ]
        if not fields:
            return None
        own = [
            v for k, v in entries if k not in fields and isinstance(v, Scalar) and len(v.text) > 5
        ]
        return max(own, key=lambda value: len(value.text), default=None)

    def _value(self, group: Group, key: Scalar, value: Node, state: State, level: int) -> None:
        """KR1: text, KR1: {…}, or "text of the key result": {target: …}."""
        label = label_of(key.text, self.names)
        short = (
            label is not None
            and label.end >= len(key.text)
            or re.fullmatch(r"[\w.\-]{1,6}", key.text)
        )
        if isinstance(value, Scalar) and (
            short or not value.text or len(value.text) > len(key.text)
        ):
            self._add(group, value if value.text else key, {}, state)
        elif isinstance(value, Scalar):
            self._add(group, key, {"target": value.text}, state)
        elif isinstance(value, Mapping):
            entries = self._entries(value)
            text = self._text(entries, self.kr_keys)
            chosen = text if text is not None else key
            self._add(group, chosen, self._fields(entries, chosen), self._state(entries, state))
        else:
            self._results(group, value, state, level + 1)

    def _stray(self, node: Mapping, above: _Above, level: int) -> None:
        """A flat list of objectives and key results told apart by their type."""
        if not self.groups:
            self.groups.append(Group(team=above.team, period=above.period))
        self._results(self.groups[-1], node, above.state, level)

    def _add(self, group: Group, node: Scalar, fields: dict[str, str], state: State) -> None:
        self._count()
        passage = node.passage.strip()
        label = label_of(passage.text, self.names)
        if label is not None and label.kind == "key_result":
            passage = passage.slice(min(label.end, len(passage.text))).strip()
        if not re.search(r"\w", passage.text):
            self.sure = True
            return
        if passage.text.startswith("~~") and passage.text.endswith("~~"):
            passage, state = passage.slice(2, len(passage.text) - 2), "dropped"
        directive = self._directive(passage.start)
        if directive:
            fields["krlint"] = directive
        group.drafts.append(Draft(passage, fields, state))

    def _directive(self, start: int) -> str:
        """A comment on the key result's line, or on its own line right before."""
        line = self.source.place(start)[0]
        return self.trailing.get(line) or self.alone.get(line - 1, "")

    def _state(self, entries: list[tuple[Scalar, Node]], state: State) -> State:
        for key, value in entries:
            if fold(key.text) in ("status", "state", "状態", "ステータス") and isinstance(
                value, Scalar
            ):
                if headings.parked(value.text):
                    return "parked"
                if re.match(
                    r"\s*(?:dropped|cancell?ed|abandoned|中止|取り?下げ|廃止)", value.text, re.I
                ):
                    return "dropped"
        return state

    def _fields(self, entries: list[tuple[Scalar, Node]], text: Scalar) -> dict[str, str]:
        fields: dict[str, str] = {}
        for key, value in entries:
            if value is text or fold(key.text) in keys.IDS or fold(key.text) in keys.TYPE:
                continue
            if isinstance(value, Mapping):
                for inner, each in self._entries(value):
                    fields.setdefault(inner.text, self._flat(each, 0))
            else:
                fields[key.text] = self._flat(value, 0)
        return fields

    def _flat(self, node: Node, level: int) -> str:
        self._count()
        if isinstance(node, Scalar):
            return node.text.strip()
        if level > MAX_LEVELS:
            raise ReadError(TOO_DEEP, self.path, 1, 1)
        inner = node.items if isinstance(node, Sequence) else [v for _, v in node.entries]
        return "\n".join(text for text in (self._flat(each, level + 1) for each in inner) if text)

    # --- keys ---

    @staticmethod
    def _entries(node: Mapping) -> list[tuple[Scalar, Node]]:
        return [(key, value) for key, value in node.entries if isinstance(key, Scalar)]

    def _is_results(self, key: Scalar, value: Node) -> bool:
        name = fold(key.text)
        if name in self.names.key_result:
            return True
        return not isinstance(value, Scalar) and keys.KR_LIST.fullmatch(name) is not None

    def _is_labelled(self, key: Scalar) -> bool:
        label = label_of(key.text, self.names)
        return (
            label is not None
            and label.number is not None
            and label.kind in ("key_result", "objective")
        )

    @staticmethod
    def _text(entries: list[tuple[Scalar, Node]], keys: list[str]) -> Scalar | None:
        """The text of an objective or key result: the first of these keys that has one."""
        found: Map[str, Scalar] = {
            fold(key.text): value
            for key, value in entries
            if isinstance(value, Scalar) and value.text.strip()
        }
        return next((found[key] for key in keys if key in found), None)


def _type(entries: list[tuple[Scalar, Node]]) -> str | None:
    """What a type field says: "key_result", "objective", "other"; None where there is none."""
    for key, value in entries:
        if fold(key.text) in keys.TYPE and isinstance(value, Scalar):
            said = fold(value.text)
            if re.fullmatch(r"keyresults?|krs?|主要な?(?:成果|結果)|成果指標", said):
                return "key_result"
            if re.fullmatch(r"objectives?|o|目標|目的", said):
                return "objective"
            if said in keys.SKIPPED:
                return "other"
    return None


def _aim(passage: Passage) -> Passage:
    passage = passage.strip()
    label = label_of(passage.text)
    if label is not None and label.kind == "objective" and label.end < len(passage.text):
        passage = passage.slice(label.end).strip()
    return passage
