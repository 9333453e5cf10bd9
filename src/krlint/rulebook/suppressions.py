"""What a document asks krlint to pass over, and what krlint has to say about that."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from krlint.analysis import year_start
from krlint.analysis.periods import Stated, period
from krlint.config import Config, ConfigError
from krlint.model import (
    Document,
    Finding,
    Flag,
    KeyResult,
    Objective,
    Rule,
    Span,
    Suppression,
    Wording,
)
from krlint.rulebook import codes, load
from krlint.rulebook.findings import flagged

UNUSED, UNREASONED = "KR901", "KR902"
_REASON = re.compile(r"\s(?:--|—|―{1,2})\s?")
_UNTIL = re.compile(
    r"(?P<year>\d{4})(?:-?Q(?P<quarter>[1-4])|-?H(?P<half>[12])|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
)


class Understood(NamedTuple):
    """
    A suppression's rules by code, and its reason.

    `fault` says why it has no effect, where it has none.
    """

    codes: frozenset[str] = frozenset()
    reason: str = ""
    fault: Wording | None = None


class Sifted(NamedTuple):
    """The findings that count, with those on suppressions, and the findings suppressed."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]


def sift(
    findings: Sequence[Finding],
    documents: Iterable[Document],
    rules: Sequence[Rule],
    config: Config,
) -> Sifted:
    """
    The findings without those that their documents suppress, and with those on suppressions.

    A suppression of a rule that is not on in this run is neither used nor unused.
    """
    gone = [finding for finding in findings if is_suppressed(finding, config)]
    hidden = set(map(id, gone))
    kept = [finding for finding in findings if id(finding) not in hidden]
    own = [rule for rule in rules if rule.scope == "suppression"]
    if own:
        used: dict[int, set[str]] = defaultdict(set)
        for finding in gone:
            used[id(finding.subject)].add(finding.code)
        on = {rule.code for rule in rules}
        for suppression, subject in _all(documents):
            kept += _about(suppression, frozenset(used[id(subject)]), on, own, config)
    return Sifted(tuple(kept), tuple(gone))


def is_suppressed(finding: Finding, config: Config) -> bool:
    """Whether what the finding is about says that it will not hear of it."""
    said = getattr(finding.subject, "suppressions", ())
    return any(finding.code in understood(each, config).codes for each in said)


def understood(suppression: Suppression, config: Config) -> Understood:
    """What a suppression says; without rules where it has no effect."""
    head, *reason = _REASON.split(f"{suppression.text} ", maxsplit=1)
    first, *words = head.replace(",", " ").replace("、", " ").split() or [""]
    names = [word for word in words if not word.startswith("until=")]
    until = next((word.removeprefix("until=") for word in words if word not in names), None)
    if first != "ignore" or not names:
        return Understood(fault=_FORM)
    try:
        meant = frozenset(codes(load(config), names))
    except ConfigError as error:
        return Understood(fault=error.wording)
    start = year_start(suppression.language or "ja", config)
    fault = _expired(until, start, config) if until is not None else None
    told = Understood(meant, "".join(reason).strip(), fault)
    return told if fault is None else told._replace(codes=frozenset())


def _expired(until: str, start: int, config: Config) -> Wording | None:
    """Why a suppression until then has no effect today; None where it has."""
    found = _UNTIL.fullmatch(until)
    days = period(_stated(found), None, start) if found else None
    if days is None:
        return _UNTIL_FORM
    if days[1] >= (config.today or date.today()):  # noqa: DTZ011  a day in the user's own calendar
        return None
    return Wording(f"「until={until}」の期限を過ぎました。", f"Its time, until={until}, is over.")


def _stated(found: re.Match[str]) -> Stated:
    year, quarter, half, month, day = (int(part) if part else None for part in found.groups())
    return Stated(year=year, quarter=quarter, half=half, month=month, day=day)


def _all(documents: Iterable[Document]) -> Iterator[tuple[Suppression, object]]:
    """Every suppression, with the key result or objective at which it stands."""
    for document in documents:
        yield from ((each, None) for each in document.suppressions)
        stated: tuple[Objective | KeyResult, ...] = (*document.objectives, *document.key_results)
        for subject in stated:
            yield from ((each, subject) for each in subject.suppressions)


def _about(
    suppression: Suppression,
    used: frozenset[str],
    on: set[str],
    own: Sequence[Rule],
    config: Config,
) -> Iterator[Finding]:
    said = understood(suppression, config)
    unused = said.fault or _unused(said, used, on)
    quotes: dict[str, str | Wording] = {"said": suppression.text}
    for rule in own:
        if rule.code == UNUSED and unused is not None:
            yield _finding(rule, suppression, quotes | {"fault": unused})
        elif rule.code == UNREASONED and not said.reason and said.fault is None:
            yield _finding(rule, suppression, quotes)


def _unused(said: Understood, used: frozenset[str], on: set[str]) -> Wording | None:
    idle = sorted((said.codes & on) - used)
    if said.codes & used or not idle:
        return None
    named = ", ".join(idle[:3])
    return Wording(f"ここに {named} の指摘はありません。", f"There is no finding of {named} here.")


def _finding(rule: Rule, suppression: Suppression, quotes: dict[str, str | Wording]) -> Finding:
    span = Span(0, len(suppression.text))
    return flagged(rule, Flag(suppression, span, quotes), suppression.language or "en")


_FORM = Wording(
    "「krlint: ignore KR201 -- 理由」の形で書いてください。",
    "Write it like this: krlint: ignore KR201 -- reason.",
)
_UNTIL_FORM = Wording(
    "until= は 2026-Q4、2026-09、2026-09-30 のように書いてください。",
    "Write until= like this: 2026-Q4, 2026-09 or 2026-09-30.",
)
