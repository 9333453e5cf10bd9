"""What a reader collects before it becomes a document, and the document made of it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from krlint.config import Config
from krlint.model import (
    Anchor,
    Document,
    KeyResult,
    Language,
    Objective,
    State,
    Suppression,
    Unread,
)
from krlint.readers import periods
from krlint.readers.fields import canonical, known
from krlint.readers.hints import nothing_found
from krlint.readers.labels import Vocabulary, vocabulary
from krlint.readers.source import Passage, Source, is_japanese

S = TypeVar("S", KeyResult, Objective)

_FOLDED = re.compile(r"[\s*_`~\[\]]+")
_STOPS = "。.;；、,"
_WORD = re.compile("[a-z]{2}")
"""Capitals and digits alone are of no language."""


@dataclass(slots=True)
class Draft:
    """
    A key result found, with the group it belongs to still open.

    `room` names what the document leaves empty beside it: a column, "Owner:" without a name.
    """

    passage: Passage
    fields: dict[str, str] = field(default_factory=dict)
    state: State = "set"
    cell: str | None = None
    room: tuple[str, ...] = ()
    listed: bool = False  # an item or line of its own, no row of a table


@dataclass(slots=True)
class Group:
    """
    An objective, or none, and what was found under it.

    `blanks` are the labels of key results that were left empty, `below` the objectives that stand
    within this one's stretch. `period` is the heading that names one, folded, `term` the period
    itself in the document's words.
    """

    objective: Passage | None = None
    team: str | None = None
    period: str = ""
    term: str | None = None
    cell: str | None = None
    drafts: list[Draft] = field(default_factory=list)
    announced: bool = False  # the document says that this is an objective
    blanks: list[Passage] = field(default_factory=list)
    below: list["Group"] = field(default_factory=list)
    owner: str | None = None
    shelved: bool = False  # in a section of what is not set yet


def assemble(
    path: str,
    groups: Iterable[Group],
    config: Config,
    source: Source | None,
    team: str | None = None,
    term: str | None = None,
    unread: tuple[Unread, ...] = (),
    columns: tuple[str, ...] = (),
) -> Document:
    """The document of these groups: key results in their order, each once."""
    names = vocabulary(config.readers)
    kept = _once(list(groups))
    term = term or periods.of_path(path)
    for group in kept:
        group.term = group.term or term
    results: list[KeyResult] = []
    objectives: list[Objective] = []
    for group in kept:
        made = [_key_result(d, group, path, source, team, names) for d in group.drafts]
        results += made
        if group.objective is not None and (made or group.announced):
            objectives.append(_objective(group.objective, made, group, path, source, team))
    language = None if config.language == "auto" else config.language
    language = language or _majority(results, kept, columns)
    if not (results or any(group.announced for group in kept)):
        objectives = []
    return Document(
        path=path,
        key_results=tuple(_in_language(result, config, language) for result in results),
        objectives=tuple(_in_language(each, config, language) for each in _merged(objectives)),
        blanks=tuple(
            replace(
                _key_result(Draft(label), group, path, source, team, names),
                language=language or _language(group.objective.text if group.objective else ""),
            )
            for group in kept
            if group.drafts or group.announced
            for label in group.blanks
        ),
        slots=_slots(kept, names),
        language=language,
        team=team,
        unread=tuple(each._replace(language=language) for each in unread),
        hint=None if results else nothing_found(path, columns),
    )


def _key_result(
    draft: Draft,
    group: Group,
    path: str,
    source: Source | None,
    team: str | None,
    names: Vocabulary,
) -> KeyResult:
    fields = canonical(draft.fields, names.fields)
    own = fields.pop("team", None)
    said = fields.pop("krlint", None)
    planned = fields.pop("period", None)
    anchors = source.anchors(draft.passage) if source else (Anchor(0, 1, 1),)
    return KeyResult(
        text=draft.passage.text,
        objective=group.objective.text.strip() if group.objective else None,
        team=own or group.team or team,
        fields=fields,
        state=draft.state,
        path=path,
        cell=draft.cell,
        anchors=anchors,
        period=planned or group.term,
        suppressions=(_suppression(said, path, draft.cell, anchors),) if said else (),
    )


def _suppression(
    said: str, path: str, cell: str | None, anchors: tuple[Anchor, ...]
) -> Suppression:
    """What a column or key "krlint" says, as in a comment or bare, at its key result."""
    said = said.strip().removeprefix("krlint:").strip()
    return Suppression(
        said, _language(said), path=path, cell=cell, anchors=(anchors[0]._replace(offset=0),)
    )


def _objective(
    passage: Passage,
    made: Sequence[KeyResult],
    group: Group,
    path: str,
    source: Source | None,
    team: str | None,
) -> Objective:
    passage = passage.strip()
    planned = sum(result.state == "set" for result in made)
    return Objective(
        text=passage.text,
        key_results=planned,
        aside=len(made) - planned,
        nests=any(each.drafts or each.announced for each in group.below),
        owner=group.owner,
        period=group.period,
        team=group.team or team,
        path=path,
        cell=group.cell,
        anchors=source.anchors(passage) if source else (Anchor(0, 1, 1),),
    )


def _in_language(subject: S, config: Config, whole: Language | None) -> S:
    """The subject in its own language; "TBD" and "NPS 40" are in that of the document."""
    told = _own(subject.text) or whole or "en" if config.language == "auto" else config.language
    return replace(subject, language=told)


def _merged(objectives: list[Objective]) -> Iterable[Objective]:
    """One for each text, team and period; a row repeats the objective of the row above."""
    merged: dict[tuple[str, str | None, str], Objective] = {}
    for each in objectives:
        key = (folded(each.text), each.team, each.period)
        before = merged.get(key)
        merged[key] = each if before is None else _both(before, each)
    return merged.values()


def _both(before: Objective, again: Objective) -> Objective:
    return replace(
        before,
        key_results=before.key_results + again.key_results,
        aside=before.aside + again.aside,
        nests=before.nests or again.nests,
        owner=before.owner or again.owner,
    )


def _slots(groups: Iterable[Group], names: Vocabulary) -> frozenset[str]:
    drafts = [draft for group in groups for draft in group.drafts]
    bare = {name for draft in drafts for name, value in draft.fields.items() if not value.strip()}
    told = bare.union(*(draft.room for draft in drafts))
    keys = (known(name, names.fields) for name in told)
    return frozenset(key for key in keys if key is not None)


def _once(groups: list[Group]) -> list[Group]:
    """
    Each key result once: a table that repeats a heading's, or a check-in copy, is left out.

    The same words under another objective or in another period are another key result; twice in
    one list they are two, one of which is too many.
    """
    seen: dict[tuple[str, str], dict[str, Draft]] = {}
    for group in groups:
        objective = folded(group.objective.text) if group.objective else ""
        kept: list[Draft] = []
        for draft in group.drafts:
            known = seen.setdefault((folded(draft.passage.text), group.period), {})
            same = _same(known, objective, group.team or "")
            if same is None or (draft.listed and same.listed and same in kept):
                known[f"{objective}\n{group.team or ''}"] = draft
                known.setdefault("", draft)
                kept.append(draft)
            else:
                same.fields = {**draft.fields, **same.fields}
        group.drafts = kept
    return groups


def _same(known: Mapping[str, Draft], objective: str, team: str) -> Draft | None:
    """A key result of the same words whose objective and team are the same or not told."""
    if not objective and not team:
        return known.get("")
    keys = [f"{o}\n{t}" for o in {objective, ""} for t in {team, ""}]
    return next((known[key] for key in keys if key in known), None)


def folded(text: str) -> str:
    """A text less width, case, marks and blanks, for comparison."""
    return _FOLDED.sub("", unicodedata.normalize("NFKC", text)).rstrip(_STOPS).casefold()


def _language(text: str) -> Language:
    return "ja" if any(map(is_japanese, text)) else "en"


def _own(text: str) -> Language | None:
    language = _language(text)
    return language if language == "ja" or _WORD.search(text) else None


def _majority(
    results: Sequence[KeyResult], groups: Sequence[Group], columns: Sequence[str]
) -> Language | None:
    """The language of most key results; where none has words, what stands around them has it."""
    told = [one for one in (_own(result.text) for result in results) if one]
    if not told:
        around = (group.objective.text for group in groups if group.objective)
        beside = (name for group in groups for draft in group.drafts for name in draft.fields)
        told = [one for one in map(_own, (*around, *beside, *columns)) if one]
    if not told:
        return None
    return "ja" if 2 * told.count("ja") >= len(told) else "en"
