"""Whether a team that a key result waits for has the matter in its own plan."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from krlint.analysis.content import content, is_department, is_measure, words_in
from krlint.model import (
    Analysis,
    Document,
    Flag,
    KeyResult,
    Language,
    Party,
    Remark,
    Span,
    State,
    Understood,
    Wording,
)
from krlint.rulebook.checks import SetCheck, Settings
from krlint.rulebook.checks.teams import Name, Teams, parts


class Need(NamedTuple):
    """
    A key result that another team has to act for.

    `called` is the team's name; `matter` what is wanted of it, `rest` what else the key result
    is about. `department` where it is plainly a team of the same organisation.
    """

    result: KeyResult
    party: Party
    called: str
    matter: frozenset[str]
    rest: frozenset[str]
    language: Language
    department: bool


class Statement(NamedTuple):
    """What a document says in one objective or key result, fields included, in plain letters."""

    said: str
    state: State
    team: str | None


class Plan(NamedTuple):
    """What is kept of a document: whose it is, what it says, and whom it waits for."""

    path: str
    owners: tuple[str, ...]
    statements: tuple[Statement, ...]
    words: str
    periods: frozenset[str]
    needs: tuple[Need, ...]
    teams: Teams


def plan(one: Understood) -> Plan:
    """A document's side of the comparison."""
    document = one.document
    return Plan(
        path=document.path,
        owners=_owners(document),
        statements=tuple(_statements(document)),
        words=_plain(document.words),
        periods=frozenset(_plain(each.period) for each in document.key_results if each.period),
        needs=tuple(need for known in one.key_results for need in _needs(known)),
        teams=Teams(one.teams, one.parents),
    )


def _owners(document: Document) -> tuple[str, ...]:
    """The names that a document gives its own team: said, in the title, in the file's name."""
    stem = PurePath(document.path).stem
    said = (document.team, *parts(document.title[:200]), stem)
    return tuple(each for each in said if each)


def _statements(document: Document) -> Iterator[Statement]:
    for objective in document.objectives:
        yield Statement(_plain(objective.text), "set", objective.team)
    for result in document.key_results:
        said = "\n".join((result.text, *result.fields.values()))
        yield Statement(_plain(said), result.state, result.team)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _needs(known: Analysis) -> Iterator[Need]:
    needed = [party for party in known.parties if party.role == "needed"]
    if not needed or known.agreements:
        return
    named = tuple(party.span for party in known.parties if party.field is None)
    whole = content(known, without=named)
    for party in needed:
        matter = whole
        if party.field is None:
            clause = content(known, within=_clause(known, party.span), without=named)
            matter = clause if len(clause) > 1 else whole
        for called in parts(party.text) if party.field else (party.text,):
            yield Need(
                result=known.key_result,
                party=party,
                called=called,
                matter=_telling(matter, known.language),
                rest=_telling(whole - matter, known.language),
                language=known.language,
                department=is_department(called, known.language),
            )


def _clause(known: Analysis, span: Span) -> Span:
    """The stretch between commas in which `span` stands."""
    text = known.key_result.text
    start = max(text.rfind(mark, 0, span.start) for mark in "、,，;；。（(") + 1
    ends = (text.find(mark, span.end) for mark in "、,，;；。）)")
    return Span(start, min((end for end in ends if end >= 0), default=len(text)))


def _telling(words: frozenset[str], language: Language) -> frozenset[str]:
    """Without the words that any team's key results hold: amounts, and single letters."""
    return frozenset(
        word
        for word in words
        if len(word) > 1 and not word[0].isdigit() and not is_measure(word, language)
    )


# --- All documents together --------------------------------------------------------------------


class Voice(NamedTuple):
    """What one team says in one document: all that is set, and all that is parked."""

    plan: Plan
    planned: str
    parked: str
    planned_words: frozenset[str]
    parked_words: frozenset[str]


def unmatched(plans: Sequence[Plan], _: Settings) -> Iterator[Flag | Remark]:
    """Each need of which the other team's documents say nothing."""
    voices = _voices(plans) if any(each.needs for each in plans) else {}
    for waiting in plans:
        for need in waiting.needs:
            yield from _judged(need, waiting, voices)


def _voices(plans: Sequence[Plan]) -> Mapping[Name, list[Voice]]:
    """By each name that a team goes by, and by those of the teams above it."""
    voices: dict[Name, list[Voice]] = defaultdict(list)
    for each in plans:
        of_team: dict[tuple[str, ...], list[Statement]] = {each.owners: []}
        for one in each.statements:
            own = (one.team,) if one.team and one.team not in each.owners else each.owners
            of_team.setdefault(own, []).append(one)
        for owners, statements in of_team.items():
            voice = _voice(each, statements)
            above = (name for owner in owners for name in each.teams.above(owner))
            for name in {*_names(owners, each.teams), *above} if statements else ():
                voices[name].append(voice)
    return voices


def _voice(plan: Plan, statements: Sequence[Statement]) -> Voice:
    planned, parked = (
        "\n".join(one.said for one in statements if one.state == state)
        for state in ("set", "parked")
    )
    return Voice(plan, planned, parked, words_in(planned, "en"), words_in(parked, "en"))


def _judged(
    need: Need, waiting: Plan, voices: Mapping[Name, list[Voice]]
) -> Iterator[Flag | Remark]:
    called = waiting.teams.known_as(need.called)
    asking = _names((need.result.team, *waiting.owners), waiting.teams)
    if not called or called & asking:
        return
    theirs = [one for name in called for one in voices.get(name, ()) if _is_of(one.plan, need)]
    if not theirs:
        if need.department:
            yield _absent(need)
    elif not any(_answers(one, need, waiting, asking) for one in theirs):
        parked = any(_speaks(one.parked, one.parked_words, need, asking) for one in theirs)
        yield _flag(need, theirs[0].plan, parked=parked)


def _is_of(plan: Plan, need: Need) -> bool:
    """Whether a document plans for the period of the need, as far as both say."""
    period = need.result.period
    return not period or not plan.periods or _plain(period) in plan.periods


def _names(said: Iterable[str | None], teams: Teams) -> frozenset[Name]:
    return frozenset(each for one in said if one for each in teams.known_as(one))


def _answers(voice: Voice, need: Need, waiting: Plan, asking: frozenset[Name]) -> bool:
    """The plan speaks of the matter, or the document names the asking team in a note."""
    if _speaks(voice.planned, voice.planned_words, need, asking):
        return True
    return voice.plan is not waiting and _names_in(voice.plan.words, asking)


def _speaks(said: str, words: frozenset[str], need: Need, asking: frozenset[Name]) -> bool:
    """The asking team is named, or the matter is, or twice what else the key result is about."""
    if need.language == "ja":
        words = frozenset(word for word in need.matter | need.rest if word in said)
    return bool(words & need.matter) or len(words & need.rest) > 1 or _names_in(said, asking)


def _names_in(said: str, teams: frozenset[Name]) -> bool:
    return any(team and all(_stands(word, said) for word in team) for team in teams)


def _stands(word: str, said: str) -> bool:
    """A name of Japanese letters may run on; one of Latin letters stands by itself."""
    if word not in said:
        return False
    whole = rf"(?<![^\W_]){re.escape(word)}(?![^\W_])"
    return not word.isascii() or re.search(whole, said) is not None


def _flag(need: Need, plan: Plan, *, parked: bool) -> Flag:
    party, whole = need.party, Span(0, len(need.result.text))
    waits = (
        Wording("（「保留」には書かれています）", " (it is parked there)")
        if parked
        else Wording("", "")
    )
    return Flag(
        need.result,
        whole if party.field else party.span,
        {"party": need.called, "path": Wording(plan.path, plan.path), "parked": waits},
        party.field,
    )


def _absent(need: Need) -> Remark:
    place = need.result.place(need.party.span)
    return Remark(
        need.result.path or "",
        Wording(
            f"{place.line}行目の「{need.called}」のOKRは今回の対象になく、"
            "先方の計画と突き合わせていません（KR403）。",
            f"line {place.line}: the OKRs of “{need.called}” are not in this run, so nothing"
            " was compared with their plan (KR403).",
        ),
    )


dependencies = SetCheck(plan, unmatched)
