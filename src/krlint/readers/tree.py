"""YAML and JSON: which values are key results, by the keys above them."""

from dataclasses import dataclass, replace

from krlint.config import Config
from krlint.model import Document
from krlint.readers import keys, periods
from krlint.readers.drafts import Group, assemble
from krlint.readers.fields import fold, known
from krlint.readers.labels import Vocabulary, label_of, vocabulary
from krlint.readers.nodes import Budget, Mapping, Node, Scalar, Sequence
from krlint.readers.records import (
    Entries,
    entries_of,
    holds_objectives,
    is_labelled,
    is_results,
    lists_texts,
    text_of,
    type_of,
)
from krlint.readers.results import Results
from krlint.readers.source import Passage, Source


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
    """One pass over the tree."""

    def __init__(self, names: Vocabulary, budget: Budget) -> None:
        self.groups: list[Group] = []
        self.team: str | None = None
        self._results = Results(names, budget)
        self._names = names
        self._budget = budget
        self._aims = [*names.objective, *keys.O_TEXT]

    @property
    def sure(self) -> bool:
        """The tree held key results, be they empty."""
        return self._results.sure

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
            self._results.take(self.groups[-1], node, "set", level)
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
            self._results.take(self.groups[-1], value, "parked", level)
        elif (
            above.okr
            and not inside
            and name not in keys.O_INNER
            and self._is_objective(key, value, above)
        ):
            self.groups.append(above.group(key.passage))
            self._results.take(self.groups[-1], value, "set", level)
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
        return lists_texts(value, self._names, self._results.texts)

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
                self._results.sure = True
                self._results.take(group, value, "set", level)
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
            self._results.take(group, Sequence((value,)), "set", level)
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
            self._results.take(self.groups[-1], value, "set", level)
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
