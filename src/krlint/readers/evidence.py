"""Walks the tree of lines, notes what may be a key result and why, and takes the best evidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from krlint.model import State
from krlint.readers import labels
from krlint.readers.drafts import Draft, Group, folded
from krlint.readers.fields import fold, known
from krlint.readers.labels import Label, Vocabulary, label_of
from krlint.readers.lines import Line, Node, is_bold
from krlint.readers.source import Passage, join
from krlint.readers.titles import is_okr, is_okr_title, is_period, names_team, team_in

Mode = Literal[
    "none", "direct", "section", "maybe", "parked", "implicit", "tree", "objective", "key_result"
]
_DEEP = 10  # the level of an objective that is an item or a line: deeper than any heading


class Strength(IntEnum):
    """Why an item may be a key result, weakest first."""

    IMPLICIT = 0
    DIRECT = 1
    MAYBE = 2
    SECTION = 3
    LABELLED = 4


@dataclass(slots=True)
class Candidate:
    draft: Draft
    strength: Strength
    section: int


@dataclass(slots=True)
class Block:
    """An objective's stretch of the document."""

    group: Group
    level: int = 0
    labelled: bool = False
    candidates: list[Candidate] = field(default_factory=list)
    empty: bool = False  # "KR1:" without a text
    explains: bool = False
    leaf: bool = False  # an item that stands where objectives do and has nothing below it
    titled: bool = False  # under a heading "… OKRs" that names no period
    reports: bool = False  # in minutes
    prose: int = 0  # sentences that stand in it
    scoped: bool = False  # under a heading that says these are a period's OKRs


class Walk:
    """One pass over a document's tree."""

    def __init__(self, names: Vocabulary, plain: bool) -> None:
        self.names = names
        self.plain = plain
        self.team: str | None = None
        self.blocks = [Block(Group())]
        self.mode: Mode = "none"
        self.section = 0
        self.headings: list[tuple[int, str, bool]] = []  # level, text, plain (neither O nor KR)
        self.title = ""
        self.okr = False
        self.below: Draft | None = None  # the key result whose heading these lines stand under
        self.gathers: int | None = None  # the level of a heading "Objectives" over objectives

    @property
    def block(self) -> Block:
        return self.blocks[-1]

    def title_team(self) -> str | None:
        return team_in(self.title)

    def front(self, lines: Sequence[Passage]) -> None:
        """Front matter: who the team is."""
        for passage in lines:
            label = label_of(passage.text, self.names)
            if label is not None and label.kind == "team":
                self.team = _rest(passage, label).text.strip("\"' ")

    def visit(self, nodes: Sequence[Node]) -> None:
        for index, node in enumerate(nodes):
            if self.plain and self._heads(node, nodes[index + 1 : index + 2]):
                continue
            if node.line.shape == "heading":
                self._heading(node, node.line.level)
            elif node.line.shape == "table":
                self._table(node)
            elif node.line.shape == "item":
                self._item(node)
            else:
                self._line(node)

    def _heads(self, node: Node, below: Sequence[Node]) -> bool:
        """In a plain text of OKRs, a line right above a list is an objective without a label."""
        line = node.line
        if line.shape != "line" or node.label is not None or not self.title or not below:
            return False
        ends = line.text.rstrip().endswith((".", "。", ":", "：", "!", "！", "?", "？"))
        if below[0].line.shape != "item" or below[0].line.gap or ends or len(line.text) > 80:
            return False
        if (
            self.mode not in ("tree", "implicit", "none")
            or not self._in_scope()
            or labels.is_aside(line.text)
        ):
            return False
        self._open(_unnumbered(_aim(line.passage)), _DEEP, labelled=False)
        self.mode = "implicit"
        return True

    # --- headings ---

    def _heading(self, node: Node, level: int) -> None:
        text, label = node.line.text, node.label
        self.below = None
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        if self.gathers is not None and level <= self.gathers:
            self.gathers = None
        kind = label.kind if label else None
        if (
            kind == "objective"
            and label is not None
            and not (label.weak and label.end >= len(text))
        ):
            self._open(_aim(_rest(node.line.passage, label)), level, labelled=True)
            self.headings.append((level, text, False))
            if self.mode == "objective":
                self.gathers = level
            return
        if (
            kind in ("key_results", "maybe_key_results", "parked", "key_result")
            and label is not None
        ):
            self._marked(node, label, level)
            self.headings.append((level, text, False))
            return
        if kind == "team" and label is not None:
            self._fresh()
            text = self.block.group.team = _rest(node.line.passage, label).text
            self.mode = "tree" if self._in_scope() else "none"
        else:
            self._plain_heading(node, level)
        self.headings.append((level, text, True))

    def _marked(self, node: Node, label: Label, level: int) -> None:
        """A heading that says what follows."""
        if self.block.level > level and self.block.level < _DEEP:
            self._fresh()
        self.section += 1
        if label.kind == "parked":
            self._fresh()
            self.mode = "parked"
        elif label.kind == "key_result":
            before = len(self.block.candidates)
            self._labelled(node, label)
            self.mode = "none" if self.mode != "key_result" else self.mode
            self.below = (
                self.block.candidates[-1].draft if len(self.block.candidates) > before else None
            )
        else:
            self.mode = "section" if label.kind == "key_results" else "maybe"

    def _plain_heading(self, node: Node, level: int) -> None:
        text = node.line.text
        first = not self.title
        self.title = self.title or text
        if first and node.line.level == 1 or is_okr(text) or is_period(text):
            self._fresh()
            self.mode = "tree" if self._in_scope(text) or is_okr_title(text) else "none"
        elif labels.unwanted(text) or labels.is_aside(text):
            if not self.block.labelled or self.block.level >= level:
                self._fresh()
            self.mode = "none"
        elif self.gathers is not None and (self.mode == "objective" or level == self.gathers + 1):
            self._open(_unnumbered(_aim(node.line.passage)), level, labelled=True)
        elif self.block.labelled and self.block.level < level:
            self.mode = "none"
        elif names_team(text):
            self._fresh()
            self.block.group.team = text.strip()
            self.mode = "tree" if self._in_scope() else "none"
        else:
            self._open(_unnumbered(_bare(node.line.passage)), level, labelled=False)
            self.mode = "implicit"

    def _in_scope(self, text: str = "") -> bool:
        """Whether the headings above say that these are the OKRs of some period."""
        above = [*(t for _, t, _ in self.headings), text, self.title if self.plain else ""]
        said = [t for t in above if is_okr(t)]
        self.okr = self.okr or bool(said)
        return (
            bool(said)
            and any(is_period(t) for t in above)
            and not any(labels.explains(t) for t in above)
        )

    # --- blocks ---

    def _fresh(self) -> None:
        block = Block(Group(period=self._period(), team=self._heading_team()))
        plain = [t for _, t, is_plain in self.headings if is_plain]
        block.explains = any(labels.explains(text) for text in plain)
        block.reports = any(labels.reports(text) for text in plain)
        self.blocks.append(block)
        self.section += 1

    def _open(self, objective: Passage, level: int, labelled: bool) -> None:
        team = self._heading_team()
        above = self.block.group.team if level >= _DEEP else None
        explains = any(labels.explains(text) for _, text, is_plain in self.headings if is_plain)
        group = Group(objective if objective.text else None, team or above, self._period())
        block = Block(group, level, labelled, explains=explains, scoped=self._in_scope())
        block.titled = any(is_okr_title(t) for _, t, _ in self.headings)
        block.reports = any(labels.reports(t) for _, t, _ in self.headings)
        self.blocks.append(block)
        self.section += 1
        self.mode = "direct" if objective.text else "objective"

    def _period(self) -> str:
        return next((fold(t) for _, t, _ in reversed(self.headings) if is_period(t)), "")

    def _heading_team(self) -> str | None:
        for level, text, is_plain in reversed(self.headings):
            if is_plain and text != self.title and not is_period(text) and not is_okr(text):
                short = len(text.split()) <= 5 and len(text) <= 40 and not _leads(text)
                explains = labels.explains(text) or labels.is_example(text)
                return text.strip() if names_team(text) or short and not explains else None
        return None

    # --- lines ---

    def _belongs(self, node: Node) -> bool:
        """Take a line or item as what the key result's heading above says of itself."""
        label = node.label
        if self.below is None or (
            label is not None and label.kind not in ("field", "team", "other")
        ):
            return False
        fields = self.below.fields
        if (
            node.line.shape == "line"
            and not fields
            and _is_title(self.below.passage.text)
            and label is None
        ):
            self.below.passage = join(
                [self.below.passage, _joined(node, node.line.passage, self.names)]
            )
            self.below = None
        elif (
            label is not None
            and label.kind == "field"
            and (rest := _rest(node.line.passage, label).text)
        ):
            fields[label.name] = rest
        else:
            name = "steps" if node.line.shape == "item" else "note"
            fields[name] = f"{fields.get(name, '')}\n{node.line.text}".strip()
        return True

    def _line(self, node: Node) -> None:
        line, label = node.line, node.label
        if self._belongs(node):
            return
        if not self.title and not line.inside:
            self._first_line(line, label)
        if label is not None and self._labelled_node(node, label):
            return
        text = line.text.rstrip()
        if self.mode == "objective":
            self._fill(line.passage, node)
        elif self.mode == "key_result":
            self._add(line.passage, Strength.LABELLED, node)
            self.mode = "none"
        elif labels.leads_in(text):
            self._fresh()
            self.mode = "section"
        elif is_bold(text) and not _leads(text):
            self._bold(node)
        elif _leads(text):
            self.mode = "none"
        elif self.mode in ("direct", "section", "maybe", "implicit", "parked"):
            self._prose(node)

    def _first_line(self, line: Line, label: Label | None) -> None:
        if self.plain:
            named = label is not None and label.kind in ("other", "field")
            self.title = line.text[label.end if named and label else 0 :][:160]
            self.okr = is_okr(line.text)
            if self.okr and is_period(line.text):
                self.mode = "tree"

    def _bold(self, node: Node) -> None:
        if self.block.labelled and self.block.level < _DEEP:
            self.mode = "none"
            return
        mode: Mode = "implicit"
        self._open(_bare(node.line.passage), _DEEP - 1, labelled=False)
        self.mode = mode

    def _prose(self, node: Node) -> None:
        """A sentence between an objective and its list is a remark; behind the list it ends it."""
        self.block.prose += 1
        if self.block.candidates and self.block.candidates[-1].section == self.section:
            self.mode = "none"

    def _fill(self, passage: Passage, node: Node) -> None:
        self.block.group.objective = _aim(_joined(node, passage, self.names))
        self.mode = "direct"

    # --- labelled lines and items ---

    def _labelled_node(self, node: Node, label: Label) -> bool:
        """Take a line or item by its label; False where the label says nothing here."""
        text = node.line.text
        if label.kind == "objective":
            if labels.is_definition(_rest(node.line.passage, label).text):
                return True
            if label.weak and not label.number:
                return False
            self._objective(node, label)
        elif label.kind == "key_result":
            self._labelled(node, label)
        elif label.kind in ("key_results", "maybe_key_results", "parked"):
            return self._announced(node, label)
        elif label.kind == "team":
            self._team(_rest(node.line.passage, label).text.strip())
        elif label.kind == "field":
            return node.line.shape == "line" or (_is_aside(label) and self.mode != "none")
        else:
            return False
        return True

    def _objective(self, node: Node, label: Label) -> None:
        passage = _aim(_joined(node, _rest(node.line.passage, label), self.names))
        self._open(passage, _DEEP, labelled=True)
        self.visit(node.children)
        if node.line.shape == "item" and node.children:
            self.mode = "none"

    def _announced(self, node: Node, label: Label) -> bool:
        """A line or item "Key results:" with its list behind or below it."""
        if label.kind != "key_results" and not (_leads(node.line.text) or node.children):
            return False
        before = self.mode
        self.section += 1
        self.mode = {"key_results": "section", "parked": "parked"}.get(label.kind, "maybe")  # type: ignore[assignment]
        if label.kind == "parked":
            self._fresh()
        self.visit(node.children)
        if node.children:
            self.mode = "none" if node.line.shape == "item" and before != "direct" else before
        return True

    def _labelled(self, node: Node, label: Label) -> None:
        passage = _rest(node.line.passage, label)
        if not passage.text and node.body and node.body[0].shape == "line":
            passage, node.body = node.body[0].passage, node.body[1:]
        if not passage.text and node.children and node.children[0].label is None:
            child = node.children[0]
            passage, node.children = child.line.passage, [*child.children, *node.children[1:]]
        if not passage.text:
            self.block.empty = self.block.empty or label.number is not None
            if node.line.shape == "heading":
                self.mode = "key_result"
            return
        if not label.number and labels.is_definition(passage.text):
            return
        if not label.number and any(
            labels.explains(t) for _, t, is_plain in self.headings if is_plain
        ):
            return
        self._add(passage, Strength.LABELLED, node, owner=label.name)

    def _team(self, name: str) -> None:
        name = re.split(r"\s/\s|\s?[|｜]\s?", name)[0].strip(" *_")
        if self.block.group.objective is not None or self.mode == "objective":
            self.block.group.team = name
        elif len(self.blocks) == 1:
            self.team = self.team or name

    # --- items ---

    def _item(self, node: Node) -> None:
        if self._belongs(node):
            return
        if node.label is not None and self._labelled_node(node, node.label):
            return
        text = node.line.text
        if self.mode == "objective":
            self._fill(node.line.passage, node)
            self.visit(node.children)
        elif self.mode == "key_result":
            self._add(node.line.passage, Strength.LABELLED, node)
            self.mode = "none"
        elif self.mode == "tree" or (self.mode == "implicit" and node.children and is_bold(text)):
            mode = self.mode
            self._branch(node)
            self.mode = mode
        elif self.mode == "none":
            self._inner(node)
        elif node.children and not node.line.task and all(c.line.task for c in node.children):
            self.visit(node.children)
        elif text:
            strength = _STRENGTHS[self.mode]
            self._add(
                node.line.passage,
                strength,
                node,
                state="parked" if self.mode == "parked" else "set",
            )

    def _inner(self, node: Node) -> None:
        """An item that is nothing itself may hold labelled ones."""
        self.visit(node.children)
        self.mode = "none"

    def _branch(self, node: Node) -> None:
        """A two-level list without labels: the upper level is the objectives."""
        if not node.line.text:
            return
        if not node.children:
            self._open(_aim(node.line.passage), _DEEP, labelled=False)
            self.block.leaf, self.mode = True, "tree"
            return
        middle = [c for c in node.children if c.children]
        if len(middle) == len(node.children) and all(len(c.children) > 1 for c in middle):
            for child in node.children:
                self._branch(child)
            return
        self._open(_aim(_joined(node, node.line.passage, self.names)), _DEEP, labelled=False)
        self.mode = "implicit"
        self.visit(node.children)

    def _add(
        self,
        passage: Passage,
        strength: Strength,
        node: Node,
        owner: str = "",
        state: State = "set",
    ) -> None:
        passage = _joined(node, passage, self.names)
        bare = _bare(passage)
        if bare.text.startswith("~~") and bare.text.endswith("~~") and "~~" not in bare.text[2:-2]:
            bare, state = bare.slice(2, len(bare.text) - 2), "dropped"
        bare = _bare(bare)
        if self.mode == "parked":
            state = "parked"
        if node.label is not None and node.label.mark == "~~" and node.line.text.endswith("~~"):
            state = "dropped"
        if not re.search(r"\w", bare.text):
            self.block.empty = True
            return
        draft = Draft(bare, _fields(node, self.names), state)
        if owner:
            draft.fields.setdefault("owner", owner)
        if node.line.comment:
            draft.fields["krlint"] = node.line.comment
        self.block.candidates.append(Candidate(draft, strength, self.section))
        for child in node.children:
            if child.label is not None and child.label.kind == "key_result":
                self._labelled(child, child.label)

    def _table(self, node: Node) -> None:
        from krlint.readers.table import Cell, read_rows

        rows = [[Cell(p) for p in row] for row in node.line.rows]
        found = read_rows(rows, self.names)
        for group in found.groups:
            if group.objective is None:
                target = self.block
            else:
                target = Block(group, _DEEP, labelled=True)
                group.period, group.team = self._period(), group.team or self._heading_team()
                drafts, group.drafts = group.drafts, []
                self.blocks.append(target)
                target.candidates += [Candidate(d, Strength.LABELLED, self.section) for d in drafts]
                continue
            if group.team and not target.candidates:
                target.group.team = target.group.team or group.team
            target.candidates += [
                Candidate(d, Strength.LABELLED, self.section) for d in group.drafts
            ]
        if found.groups and self.mode in ("direct", "implicit"):
            self.mode = "none"


_STRENGTHS = {
    "direct": Strength.DIRECT,
    "section": Strength.SECTION,
    "maybe": Strength.MAYBE,
    "implicit": Strength.IMPLICIT,
    "parked": Strength.SECTION,
}


def select(walk: Walk) -> list[Group]:
    """The groups with those candidates that the whole document bears out."""
    blocks = walk.blocks
    sure = _count(blocks, Strength.SECTION)
    direct = sum(1 for b in blocks if b.candidates and max(c.strength for c in b.candidates) == 1)
    maybe = _count(blocks, Strength.MAYBE, exact=True)
    announced = any(b.labelled for b in blocks) or walk.okr
    implicit = [b for b in blocks if b.candidates and not b.labelled]
    titled = len(implicit) > 1 and not any(b.prose or b.explains for b in implicit)
    groups = []
    _drop_prefix([b for b in blocks if not b.labelled and b.group.objective])
    for block in blocks:
        best = max((c.strength for c in block.candidates), default=Strength.IMPLICIT)
        keep = block.candidates
        if best == Strength.IMPLICIT:
            keep = (
                keep
                if sure + direct + maybe == 0 and (block.scoped or titled and block.titled)
                else []
            )
        elif best == Strength.DIRECT:
            keep = keep if direct > sure and not block.explains else []
        elif best == Strength.MAYBE:  # two of them show that the document means it
            keep = [c for c in keep if c.strength == best] if maybe > 1 or announced else []
            if sure >= maybe:
                keep = []
        else:
            keep = _labelled_first([c for c in keep if c.strength >= Strength.SECTION])
            if block.explains:
                keep = [c for c in keep if c.strength == Strength.LABELLED]
            if block.reports and not block.labelled:
                keep = []
        keep = [c for c in keep if c.strength > 3 or not labels.is_definition(c.draft.passage.text)]
        keep = [] if _is_schema(keep) else keep
        block.group.drafts = [c.draft for c in keep]
        block.group.announced = (
            block.labelled
            and not block.explains
            and (best >= Strength.DIRECT or block.empty or sure + direct > 0)
        )
        groups.append(block.group)
    grown = {(b.group.period, b.group.team) for b in blocks if b.group.drafts and not b.labelled}
    for block in blocks:
        if block.leaf and (block.group.period, block.group.team) in grown:
            block.group.announced = True
    if not any(g.drafts for g in groups) and not any(b.empty and b.labelled for b in blocks):
        return [g for g in groups if g.drafts]
    return groups


def _drop_prefix(blocks: list[Block]) -> None:
    """ "Problem area: …" in front of several headings is a label of this document's own."""
    found = [
        (b, re.match(r"([^:：\d]{2,30}[:：])\s*\S", b.group.objective.text))
        for b in blocks
        if b.group.objective
    ]
    prefixes = [match.group(1) for _, match in found if match]
    for block, match in found:
        if match and prefixes.count(match.group(1)) > 1 and block.group.objective:
            block.group.objective = block.group.objective.slice(len(match.group(1))).strip()


def _count(blocks: list[Block], strength: Strength, exact: bool = False) -> int:
    found = 0
    for block in blocks:
        best = max((c.strength for c in block.candidates), default=-1)
        found += best == strength if exact else best >= strength
    return found


def _labelled_first(candidates: list[Candidate]) -> list[Candidate]:
    """Once a key result of a section has a label, its unlabelled siblings are none."""
    labelled = {c.section for c in candidates if c.strength == Strength.LABELLED}
    return [
        c
        for c in candidates
        if c.strength == Strength.LABELLED or c.section not in labelled or c.draft.state == "parked"
    ]


def _is_schema(candidates: list[Candidate]) -> bool:
    """Whether the items are names of fields: a description of an OKR application."""
    named = sum(1 for c in candidates if known(c.draft.passage.text) or fold(_short(c)) in _TITLES)
    return len(candidates) > 1 and 2 * named >= len(candidates)


_TITLES = frozenset(("title", "name", "description", "タイトル", "名称", "名前", "説明", "期間"))


def _short(candidate: Candidate) -> str:
    return re.split(r"[(（:：]", candidate.draft.passage.text[:60])[0]


def _fields(node: Node, names: Vocabulary) -> dict[str, str]:
    """What the lines below a key result say: labelled fields, steps and notes."""
    fields: dict[str, str] = {}
    steps = []
    for line, label, inner in [
        *((b, label_of(b.text, names), []) for b in node.body),
        *((c.line, c.label, c.children) for c in node.children),
    ]:
        if label is not None and label.kind == "key_result":
            continue
        rest = _rest(line.passage, label).text if label is not None else ""
        if label is not None and rest and (label.kind in ("field", "team") or _is_target(label)):
            name = label.name or "target"
            fields[name] = fields.get(name, "") + rest
        elif line.shape == "item" and line.text:
            steps.append(line.text)
        if label is None or label.kind != "field":
            steps += [c.line.text for c in inner if c.line.text]
        elif inner and not rest:
            fields[label.name] = "\n".join(c.line.text for c in inner)
    if steps:
        fields["steps"] = "\n".join(steps)
    return fields


def _is_title(text: str) -> bool:
    """Whether a key result's heading is but its name: a few words without a figure."""
    return len(text) <= 30 and len(text.split()) <= 4 and not re.search(r"\d", text)


def _is_target(label: Label) -> bool:
    return label.kind == "objective" and not label.number


def _is_aside(label: Label) -> bool:
    return known(label.name) in (
        "owner",
        "deadline",
        "note",
        "status",
        "priority",
        "progress",
        "score",
    )


def _joined(node: Node, passage: Passage, names: Vocabulary) -> Passage:
    """The passage with the lines that run on from it; those become fields are left."""
    parts = [passage]
    left = []
    for line in node.body:
        label = label_of(line.text, names)
        joins = line.continues and line.shape == "line" and not left and line.text[0] not in "※→⇒"
        if joins and not (label is not None and label.kind in ("field", "team")):
            parts.append(line.passage)
        else:
            left.append(line)
    node.body[:] = left
    return join(p.strip() for p in parts)


def _rest(passage: Passage, label: Label) -> Passage:
    """What stands behind the label, without the mark that was left open by it."""
    rest = passage.slice(min(label.end, len(passage.text))).strip()
    if label.mark:
        at = rest.text.find(label.mark)
        if at >= 0:
            rest = rest.without(at, at + len(label.mark)).strip()
    return rest


def _bare(passage: Passage) -> Passage:
    """Without marks around the whole."""
    passage = passage.strip()
    if passage.text[:1] in (":", "："):  # "Objective" on its line, ": text" on the next
        passage = passage.slice(1).strip()
    for mark in ("**", "__", "*", "_"):
        text = passage.text
        inner = text[len(mark) : -len(mark)]
        if (
            len(text) > 2 * len(mark)
            and text.startswith(mark)
            and text.endswith(mark)
            and mark not in inner
        ):
            passage = passage.slice(len(mark), len(text) - len(mark)).strip()
    return passage


def _aim(passage: Passage) -> Passage:
    """An objective without marks or quotes around the whole and without a remark behind it."""
    passage = _bare(passage)
    remark = re.search(r"\s※", passage.text)
    if remark:
        passage = passage.slice(0, remark.start()).strip()
    text = passage.text
    if (
        len(text) > 2
        and text[0] + text[-1] in ("「」", "『』", "“”", '""')
        and text[-1] not in text[1:-1]
    ):
        passage = passage.slice(1, len(text) - 1)
    return passage


def _unnumbered(passage: Passage) -> Passage:
    """A heading without its number."""
    found = re.match(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)．]?|[①-⑳])\s+", passage.text)
    return passage.slice(found.end()) if found else passage


def _leads(text: str) -> bool:
    """Whether a line ends in a colon and so announces what follows."""
    return text.rstrip("*_ ").endswith((":", "："))
