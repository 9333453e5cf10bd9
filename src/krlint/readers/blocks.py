"""What may be a key result and why; and which of it the whole document bears out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from krlint.readers.drafts import Draft, Group
from krlint.readers.fields import fold, known
from krlint.readers.labels import is_definition

DEEP = 10  # the level of an objective that is an item or a line: deeper than any heading
_TITLES = frozenset(("title", "name", "description", "タイトル", "名称", "名前", "説明", "期間"))


class Strength(IntEnum):
    """Why an item may be a key result, weakest first."""

    PARKED = 0  # in a section of what is not set yet: read, whatever else there is
    IMPLICIT = 1  # under a heading of an OKR document that labels nothing
    DIRECT = 2  # right under a labelled objective
    MAYBE = 3  # under "How we'll know:"
    SECTION = 4  # under "Key results"
    LABELLED = 5  # "KR1: …", or in a table's column


class Candidate(NamedTuple):
    """What may be a key result; `section` numbers the list or section that it stands in."""

    draft: Draft
    strength: Strength
    section: int


@dataclass(slots=True)
class Block:
    """An objective's stretch of the document, or a stretch without one."""

    group: Group
    level: int = 0
    labelled: bool = False
    candidates: list[Candidate] = field(default_factory=list)
    empty: bool = False  # "KR1:" without a text
    gathered: bool = False  # by its place under a heading "Objectives" alone
    branch: bool = False  # an item of a list whose upper level is the objectives
    leaf: bool = False  # an item that stands where objectives do and has nothing below it
    prose: int = 0  # sentences that stand in it
    explains: bool = False  # under a heading that explains
    reports: bool = False  # in minutes
    weak: bool = False  # labelled by a word that also means something else: 目標
    titled: bool = False  # under a heading "… OKRs" that names no period
    scoped: bool = False  # under headings that say these are a period's OKRs

    @property
    def best(self) -> Strength:
        """The strongest evidence in the block."""
        return max((c.strength for c in self.candidates), default=Strength.PARKED)

    def note(self, draft: Draft, strength: Strength, section: int) -> None:
        """Keep what may be a key result for the decision at the end."""
        self.candidates.append(Candidate(draft, strength, section))


class _Counts(NamedTuple):
    """How many blocks have which evidence at best."""

    sure: int
    maybe: int
    direct: int
    titled: bool  # unlabelled lists under "… OKRs" are so many and so bare that they are meant
    announced: bool  # the document speaks of OKRs


def select(blocks: Sequence[Block], okr: bool) -> list[Group]:
    """The groups, with those candidates that the whole document bears out."""
    bests = [block.best for block in blocks]
    bare = [block for block in blocks if block.best == Strength.IMPLICIT]
    counts = _Counts(
        sure=sum(best >= Strength.SECTION for best in bests),
        maybe=bests.count(Strength.MAYBE),
        direct=bests.count(Strength.DIRECT),
        titled=len(bare) > 1 and not any(b.prose or b.explains for b in bare),
        announced=okr or any(block.labelled for block in blocks),
    )
    _drop_prefix(blocks)
    for block in blocks:
        parked = [c.draft for c in block.candidates if c.strength == Strength.PARKED]
        block.group.drafts = [*(c.draft for c in _kept(block, counts)), *parked]
        block.group.announced = _is_announced(block, counts)
    _announce_leaves(blocks)
    if not any(b.group.announced or (b.group.drafts and b.best) for b in blocks):
        for block in blocks:
            block.group.announced = _is_alone(block, okr)
    groups = [block.group for block in blocks]
    return groups if any(group.drafts or group.announced for group in groups) else []


def _is_alone(block: Block, okr: bool) -> bool:
    """Whether it is the objective of a period in a document that names no key result at all."""
    aside = block.explains or block.reports or block.gathered or block.group.shelved
    sure = block.labelled and bool(block.group.period) and (okr or not block.weak)
    return sure and block.group.objective is not None and not aside


def _kept(block: Block, counts: _Counts) -> list[Candidate]:
    found = [c for c in block.candidates if c.strength > Strength.PARKED]
    best = block.best
    if best == Strength.IMPLICIT:
        alone = counts.sure + counts.direct + counts.maybe == 0
        found = found if alone and (block.scoped or (counts.titled and block.titled)) else []
    elif best == Strength.DIRECT:
        found = found if counts.direct > counts.sure and not block.explains else []
    elif best == Strength.MAYBE:  # two of them show that the document means it
        meant = (counts.maybe > 1 or counts.announced) and counts.maybe > counts.sure
        found = [c for c in found if c.strength == best] if meant else []
    else:
        found = _labelled_first([c for c in found if c.strength >= Strength.SECTION])
        if block.explains:
            found = [c for c in found if c.strength == Strength.LABELLED]
        if block.reports and not block.labelled:
            found = []
    found = [
        c
        for c in found
        if c.strength == Strength.LABELLED or not is_definition(c.draft.passage.text)
    ]
    return [] if _is_schema(found) else found


def _labelled_first(candidates: list[Candidate]) -> list[Candidate]:
    """Once a key result of a section has a label, its unlabelled siblings are none."""
    labelled = {c.section for c in candidates if c.strength == Strength.LABELLED}
    return [c for c in candidates if c.strength == Strength.LABELLED or c.section not in labelled]


def _is_announced(block: Block, counts: _Counts) -> bool:
    """Whether the objective is one even without key results."""
    shown = block.best >= Strength.DIRECT or block.empty or counts.sure + counts.direct > 0
    meant = block.empty or not block.gathered
    return block.labelled and meant and shown and not (block.explains or block.group.shelved)


def _announce_leaves(blocks: Sequence[Block]) -> None:
    """An item beside objectives of a list is one too, with nothing below it yet."""
    grown = {(b.group.period, b.group.team) for b in blocks if b.group.drafts and b.branch}
    for block in blocks:
        if (
            block.leaf
            and not block.group.shelved
            and (block.group.period, block.group.team) in grown
        ):
            block.group.announced = True


def _drop_prefix(blocks: Sequence[Block]) -> None:
    """Leave out what several headings have in front ("Problem area: …"): a label of their own."""
    found = []
    for block in blocks:
        objective = block.group.objective
        if objective is not None and not block.labelled:
            match = re.match(r"([^:：\d]{2,30}[:：])\s*\S", objective.text)
            if match:
                found.append((block.group, objective, match.group(1)))
    prefixes = [prefix for _, _, prefix in found]
    for group, objective, prefix in found:
        if prefixes.count(prefix) > 1:
            group.objective = objective.slice(len(prefix)).strip()


def _is_schema(candidates: Sequence[Candidate]) -> bool:
    """Whether the items are names of fields: a description of an OKR application."""
    named = 0
    for candidate in candidates:
        text = candidate.draft.passage.text
        short = re.split(r"[(（:：]", text[:60], maxsplit=1)[0]
        named += known(text) is not None or fold(short) in _TITLES
    return len(candidates) > 1 and 2 * named >= len(candidates)
