"""Walks the tree of a document's lines and notes what may be a key result, and why."""

import re
from collections.abc import Sequence
from typing import Literal

from krlint.readers import headings, labels, periods
from krlint.readers.below import describe, fields_of, is_aside_label, room_of
from krlint.readers.blocks import DEEP, Block, Strength
from krlint.readers.cells import Cell
from krlint.readers.drafts import Draft, Group
from krlint.readers.fields import known
from krlint.readers.labels import Label, Vocabulary, label_of
from krlint.readers.lines import Node, is_bold
from krlint.readers.source import Passage
from krlint.readers.texts import aim, bare, behind, is_blank, joined, leads, struck, without_number
from krlint.readers.trail import Trail

# What an unlabelled list item is at this point of the document.
Mode = Literal[
    "none", "direct", "section", "maybe", "parked", "implicit", "tree", "objective", "key_result"
]
_STRENGTHS: dict[Mode, Strength] = {
    "direct": Strength.DIRECT,
    "section": Strength.SECTION,
    "maybe": Strength.MAYBE,
    "implicit": Strength.IMPLICIT,
    "parked": Strength.PARKED,
}
_MODES: dict[str, Mode] = {
    "key_results": "section",
    "maybe_key_results": "maybe",
    "parked": "parked",
}
_SECTIONS = ("key_results", "maybe_key_results", "parked", "key_result")


class Walk:
    """One pass over a document's tree; `blocks` holds what was found, in order."""

    def __init__(self, names: Vocabulary, plain: bool) -> None:
        self.names = names
        self.team: str | None = None
        self.term: str | None = None  # what the front matter, or a line "Period: …", plans for
        self.owner: str | None = None
        self.blocks = [Block(Group())]
        self.okr = False  # the document speaks of OKRs in a heading
        self.trail = Trail(spoken=plain)
        self._mode: Mode = "none"
        self._section = 0
        self._below: Draft | None = None  # the key result whose heading these lines stand under
        self._gathers: int | None = None  # the level of a heading "Objectives" over objectives
        self._shelf: int | None = None  # the level of a heading "Parked" over these lines
        self._over: list[tuple[int, Group]] = []  # the objectives that this line stands within

    @property
    def block(self) -> Block:
        """The objective's stretch that the current line belongs to."""
        return self.blocks[-1]

    def front(self, lines: Sequence[Passage]) -> None:
        """Front matter: who the team is, and what it plans for."""
        for passage in lines:
            label = label_of(passage.text, self.names)
            if label is not None and label.kind == "team":
                self.team = behind(passage, label).text.strip("\"' ")
            self._plan(passage, label)

    def _plan(self, passage: Passage, label: Label | None) -> None:
        """Note the period for which a line "Period: …" says that all of this is."""
        if label is not None and label.kind == "field":
            self.term = self.term or periods.labelled(label.name, behind(passage, label).text)

    def visit(self, nodes: Sequence[Node]) -> None:
        """Take these nodes and all below them in order."""
        for index, node in enumerate(nodes):
            if self._heads(node, nodes[index + 1 : index + 2]):
                continue
            if node.line.shape == "heading":
                self._heading(node)
            elif node.line.shape == "table":
                self._table(node)
            elif node.line.shape == "item":
                self._item(node)
            else:
                self._line(node)

    # --- headings ---

    def _heading(self, node: Node) -> None:
        level, text, label = node.line.level, node.line.text, node.label
        self._below = None
        self.trail.leave(level)
        if self._shelf is not None and level <= self._shelf:
            self._shelf = None
        self._over = [over for over in self._over if over[0] < level]
        if self._gathers is not None and level <= self._gathers:
            self._gathers = None
        kind = label.kind if label else None
        if label and kind == "objective" and not (label.weak and label.end >= len(text)):
            self._open(aim(behind(node.line.passage, label)), level, labelled=True)
            self.block.weak = label.weak and not label.number
            if self._mode == "objective":
                self._gathers = level
        elif label and kind in _SECTIONS:
            self._announcing(node, label)
        elif label and kind == "team":
            text = behind(node.line.passage, label).text
            self._team_heading(text)
        else:
            self._plain_heading(node)
        self.trail.enter(level, text, kind not in ("objective", *_SECTIONS))

    def _announcing(self, node: Node, label: Label) -> None:
        """A heading that says what follows: "Key results", "Parked", "KR1: …"."""
        if node.line.level < self.block.level < DEEP:
            self._fresh()
        self._section += 1
        if label.kind == "key_result":
            before = len(self.block.candidates)
            self._mode = "none"
            self._labelled(node, label)
            if len(self.block.candidates) > before:
                self._below = self.block.candidates[-1].draft
            return
        if label.kind == "parked":
            self._shelve(self.block.group if self.block.level < node.line.level else None)
            self._shelf = node.line.level
        self._mode = _MODES[label.kind]

    def _plain_heading(self, node: Node) -> None:
        level, text = node.line.level, node.line.text
        first = not self.trail.title
        self.trail.title = self.trail.title or text
        if (first and level == 1) or headings.is_okr(text) or headings.is_period(text):
            self._fresh()
            scoped = self.trail.in_scope(text) or headings.is_okr_title(text)
            self.okr = self.okr or headings.is_okr(text)
            self._mode = "tree" if scoped else "none"
        elif headings.unwanted(text) or headings.is_aside(text):
            if not self.block.labelled or self.block.level >= level:
                self._fresh()
            self._mode = "none"
        elif self._gathers is not None and "objective" in (self._mode, self._expected(level)):
            self._open(without_number(aim(node.line.passage)), level, labelled=True)
            self.block.gathered = True
        elif self.block.labelled and self.block.level < level:
            self._mode = "none"
        elif headings.names_team(text):
            self._team_heading(text.strip())
        else:
            self._open(without_number(bare(node.line.passage)), level, labelled=False)
            self._mode = "implicit"

    def _expected(self, level: int) -> str:
        """What a heading right below "Objectives" is."""
        return "objective" if self._gathers == level - 1 else ""

    def _team_heading(self, team: str) -> None:
        self._fresh()
        self.block.group.team = team
        self._mode = "tree" if self.trail.in_scope() else "none"

    # --- blocks ---

    def _fresh(self) -> None:
        """From here on nothing belongs to an objective."""
        group = Group(period=self.trail.period(), team=self.trail.team(), term=self.trail.term())
        self._begin(Block(group))

    def _shelve(self, above: Group | None) -> None:
        """From here on key results are parked, those of the objective above if they are within."""
        self._fresh()
        if above is not None:
            self.block.group.objective = above.objective
            self.block.group.team, self.block.group.period = above.team, above.period
            self.block.group.term = above.term

    def _open(self, objective: Passage, level: int, labelled: bool) -> None:
        """A new objective; its text may still be to come."""
        team = self.trail.team() or (self.block.group.team if level >= DEEP else None)
        group = Group(objective if objective.text else None, team, self.trail.period())
        group.term = self.trail.term()
        group.shelved = self._shelf is not None
        for _, over in self._over:
            over.below.append(group)
        if level < DEEP - 1:
            self._over.append((level, group))
        self._begin(Block(group, level, labelled, scoped=self.trail.in_scope()))
        self._mode = "direct" if objective.text else "objective"

    def _begin(self, block: Block) -> None:
        block.titled = self.trail.titled()
        block.explains = self.trail.explains()
        block.reports = self.trail.reports()
        self.blocks.append(block)
        self._section += 1

    # --- lines ---

    def _heads(self, node: Node, below: Sequence[Node]) -> bool:
        """In a plain text of OKRs, a line right above a list is an objective without a label."""
        line = node.line
        if not self.trail.spoken or not self.trail.title or line.shape != "line" or node.label:
            return False
        listed = bool(below) and below[0].line.shape == "item" and not below[0].line.gap
        sentence = line.text.rstrip().endswith((".", "。", ":", "：", "!", "！", "?", "？"))
        if not listed or sentence or len(line.text) > 80 or headings.is_aside(line.text):
            return False
        if self._mode not in ("tree", "implicit", "none") or not self.trail.in_scope():
            return False
        self._open(without_number(aim(line.passage)), DEEP, labelled=False)
        self._mode = "implicit"
        return True

    def _line(self, node: Node) -> None:
        if self._below is not None and self._describes(node):
            return
        self._first_line(node)
        if node.label is not None and self._by_label(node, node.label):
            return
        text = node.line.text.rstrip()
        if self._mode in ("objective", "key_result"):
            self._awaited(node)
        elif labels.leads_in(text):
            self._fresh()
            self._mode = "section"
        elif is_bold(text) and not leads(text):
            self._bold(node)
        elif leads(text):
            self._mode = "none"
        elif self._mode in _STRENGTHS:
            self._prose()

    def _first_line(self, node: Node) -> None:
        """A plain text's first line is its title, without "Subject:" in front."""
        if self.trail.title or not self.trail.spoken:
            return
        named = node.label is not None and node.label.kind in ("other", "field")
        start = node.label.end if node.label and named else 0
        self.trail.title = node.line.text[start:][:160]
        self.okr = headings.is_okr(self.trail.title)
        if self.trail.in_scope():
            self._mode = "tree"

    def _describes(self, node: Node) -> bool:
        """Whether a line or item tells of the key result in the heading above it."""
        if self._below is None or (
            node.label is not None and node.label.kind not in ("field", "team", "other")
        ):
            return False
        if describe(self._below, node, self.names):
            self._below = None
        return True

    def _awaited(self, node: Node) -> None:
        """The text that a heading "Objective" or "Key result 1" promised."""
        if self._mode == "key_result":
            self._mode = "none"
            del self.block.group.blanks[-1:]
            self._add(node.line.passage, Strength.LABELLED, node)
            return
        self.block.group.objective = aim(joined(node, node.line.passage, self.names))
        self._mode = "direct"
        self.visit(node.children)

    def _bold(self, node: Node) -> None:
        """A line in bold is a heading in all but name."""
        if self.block.labelled and self.block.level < DEEP:
            self._mode = "none"
            return
        self._open(bare(node.line.passage), DEEP - 1, labelled=False)
        self._mode = "implicit"

    def _prose(self) -> None:
        """A sentence between an objective and its list is a remark; behind the list it ends it."""
        self.block.prose += 1
        if self.block.candidates and self.block.candidates[-1].section == self._section:
            self._mode = "none"

    # --- labelled lines and items ---

    def _by_label(self, node: Node, label: Label) -> bool:
        """Take a line or item by its label; False where the label says nothing here."""
        if label.kind == "objective":
            alone = node.line.text.strip("*_ ") in ("O", "Ｏ")  # a letter, but for a heading
            if alone or (label.weak and not label.number):
                return False
            self._objective(node, label)
        elif label.kind == "key_result":
            self._labelled(node, label)
        elif label.kind in _MODES:
            return self._announced(node, label)
        elif label.kind == "team":
            self._team(behind(node.line.passage, label).text.strip())
        elif label.kind == "field":
            self._owner(node, label)
            self._plan(node.line.passage, label)
            return node.line.shape == "line" or (is_aside_label(label) and self._mode != "none")
        else:
            return False
        return True

    def _objective(self, node: Node, label: Label) -> None:
        passage = behind(node.line.passage, label)
        if labels.is_definition(passage.text):
            return
        self._open(aim(joined(node, passage, self.names)), DEEP, labelled=True)
        self._over.append((DEEP, self.block.group))
        self.visit(node.children)
        self._over.pop()
        if node.line.shape == "item" and node.children:
            self._mode = "none"

    def _announced(self, node: Node, label: Label) -> bool:
        """A line or item "Key results:" with its list behind or below it."""
        if label.kind != "key_results" and not (leads(node.line.text) or node.children):
            return False
        before = self._mode
        self._section += 1
        if label.kind == "parked":
            waiting = self.block.labelled and not self.block.candidates
            self._shelve(self.block.group if waiting else None)
        self._mode = _MODES[label.kind]
        self.visit(node.children)
        if node.children:
            self._mode = "none" if node.line.shape == "item" and before != "direct" else before
        return True

    def _labelled(self, node: Node, label: Label) -> None:
        """A key result by its label, its text behind it, on the next line or in the first item."""
        passage = behind(node.line.passage, label)
        if not passage.text and node.body and node.body[0].shape == "line":
            passage, node.body = node.body[0].passage, node.body[1:]
        if not passage.text and node.children and node.children[0].label is None:
            child = node.children[0]
            passage, node.children = child.line.passage, [*child.children, *node.children[1:]]
        if not passage.text:
            if label.number is not None or node.line.shape == "heading":
                self._blank(node, sure=label.number is not None)
            if node.line.shape == "heading":
                self._mode = "key_result"
        elif label.number or not (labels.is_definition(passage.text) or self.trail.explains()):
            self._add(passage, Strength.LABELLED, node, owner=label.name)

    def _owner(self, node: Node, label: Label) -> None:
        """Who answers for the objective, or for all of them."""
        name = behind(node.line.passage, label).text.strip(" *_")
        if known(label.name, self.names.fields) != "owner" or self.block.candidates:
            return
        if any(block.group.objective is not None for block in self.blocks):
            self.block.group.owner = name or None
        else:
            self.owner = name or None

    def _team(self, name: str) -> None:
        name = re.split(r"\s/\s|\s?[|｜]\s?", name, maxsplit=1)[0].strip(" *_")
        if self.block.group.objective is not None or self._mode == "objective":
            self.block.group.team = name
        elif len(self.blocks) == 1:
            self.team = self.team or name

    # --- items ---

    def _item(self, node: Node) -> None:
        if self._below is not None and self._describes(node):
            return
        if node.label is not None and self._by_label(node, node.label):
            return
        if self._mode in ("objective", "key_result"):
            self._awaited(node)
        elif self._mode == "tree" or self._is_branch(node):
            mode = self._mode
            self._branch(node)
            self._mode = mode
        elif any(c.label is not None and c.label.kind == "key_result" for c in node.children):
            self._open(aim(joined(node, node.line.passage, self.names)), DEEP, labelled=True)
            self.visit(node.children)
            self._mode = "none"
        elif self._mode == "none":  # nothing itself, but labelled ones may stand below
            self.visit(node.children)
            self._mode = "none"
        elif node.children and not node.line.task and all(c.line.task for c in node.children):
            self.visit(node.children)  # a category of checkboxes
        else:
            self._add(node.line.passage, _STRENGTHS[self._mode], node)

    def _is_branch(self, node: Node) -> bool:
        return self._mode == "implicit" and bool(node.children) and is_bold(node.line.text)

    def _branch(self, node: Node) -> None:
        """A list of two levels without labels: the upper level is the objectives."""
        if not node.line.text:
            return
        middle = [child for child in node.children if child.children]
        if middle == node.children != [] and all(len(c.children) > 1 for c in middle):
            for child in node.children:  # three levels: company, team, key result
                self._branch(child)
            return
        self._open(aim(joined(node, node.line.passage, self.names)), DEEP, labelled=False)
        self.block.branch, self.block.leaf = True, not node.children
        self._mode = "implicit"
        self.visit(node.children)

    def _add(self, passage: Passage, strength: Strength, node: Node, owner: str = "") -> None:
        """Note what may be a key result, with what stands below it."""
        text, dropped = struck(joined(node, passage, self.names), node.label)
        if not re.search(r"[^\W_]", text.text):
            self._blank(node)
            return
        fields = fields_of(node, self.names)
        if owner:
            fields.setdefault("owner", owner)
        parked = self._mode == "parked" or self._shelf is not None
        state: Literal["set", "parked", "dropped"] = "dropped" if dropped else "set"
        draft = Draft(text, fields, "parked" if parked else state, room=room_of(node, self.names))
        draft.listed = True
        self.block.note(draft, Strength.PARKED if parked else strength, self._section)
        for child in node.children:
            if child.label is not None and child.label.kind == "key_result":
                self._labelled(child, child.label)

    def _blank(self, node: Node, *, sure: bool = True) -> None:
        """A key result that has a place and no text."""
        self.block.empty = self.block.empty or sure
        if node.line.shape == "heading" or is_blank(node.line.text):
            self.block.group.blanks.append(node.line.passage.strip())

    def _table(self, node: Node) -> None:
        from krlint.readers.table import read_rows  # most documents hold no table

        found = read_rows([[Cell(p) for p in row] for row in node.line.rows], self.names)
        for group in found.groups:
            drafts, group.drafts = group.drafts, []
            if group.objective is not None:
                group.period, group.team = self.trail.period(), group.team or self.trail.team()
                group.term = self.trail.term()
                self.blocks.append(Block(group, DEEP, labelled=True))
            elif not self.block.candidates:
                self.block.group.team = self.block.group.team or group.team
            for draft in drafts:
                self.block.note(draft, Strength.LABELLED, self._section)
        if found.groups and self._mode in ("direct", "implicit"):
            self._mode = "none"
