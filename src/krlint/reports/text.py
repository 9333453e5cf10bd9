"""The findings for people: `--format text`."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from krlint.model import (
    Explanation,
    Finding,
    KeyResult,
    Language,
    Report,
    Severity,
    Span,
    Subject,
    Wording,
)
from krlint.reports.cells import pad, paint, visible, width, wrap
from krlint.reports.marks import Mark, marked
from krlint.reports.reasons import kind_line, reasons
from krlint.reports.summary import statistics, summary
from krlint.reports.view import (
    SEVERITIES,
    SEVERITY,
    STYLE,
    View,
    choose,
    field_name,
    language_for,
    language_of_report,
)

_SUPPRESSED = Wording("止めている指摘", "Suppressed")
_COMMAND = re.compile(r"^([^\S\n]*)::", re.MULTILINE)


class Told(NamedTuple):
    """
    A finding as people see it, with the ones that it says more sharply (`also`).

    `severity` is the gravest of them all.
    """

    finding: Finding
    also: tuple[Finding, ...]
    severity: Severity


def as_text(report: Report, view: View) -> str:
    """The findings of one key result after the other, and a line that sums them up."""
    language = language_of_report(report, view.locale)
    if view.statistics:
        blocks = [statistics(report, language)]
    else:
        blocks = ["\n".join(block) for block in _blocks(report, view)]
    if view.suppressed:
        blocks.append("\n".join(_suppressed(report, language, view)))
    if not view.quiet:
        blocks.append(summary(report, language, view))
    text = "\n\n".join(block for block in blocks if block)
    # Inside GitHub Actions a line that begins so would be taken for a command.
    return _COMMAND.sub(r"\1: :", f"{text}\n" if text else "")


def _blocks(report: Report, view: View) -> Iterator[Iterator[str]]:
    """One for each key result with findings; where explanations are there, one for each of all."""
    told = list(told_of(report.findings))
    if not report.explanations:
        yield from (_block(*each, view) for each in told)
        return
    found = {id(subject): each for subject, each in told}
    explained = {id(each.analysis.key_result) for each in report.explanations}
    yield from (_block(*each, view) for each in told if id(each[0]) not in explained)
    for explanation in report.explanations:
        yield _explained(explanation, found.get(id(explanation.analysis.key_result), []), view)


def _suppressed(report: Report, language: Language, view: View) -> Iterator[str]:
    """Each finding that is not told, in a line and with its text."""
    hidden = (*report.suppressed, *report.known)
    if not hidden:
        return
    yield paint(choose(_SUPPRESSED, language), "bold", on=view.colour)
    for finding in hidden:
        place = visible(where(finding.subject, finding.span))
        yield paint(f"  {place}  {finding.code} {finding.name}", "dim", on=view.colour)
        yield from (f"    {line}" for line in wrap(visible(finding.subject.text), view.width - 4))


def _explained(explanation: Explanation, told: Sequence[Told], view: View) -> Iterator[str]:
    result = explanation.analysis.key_result
    language = explanation.analysis.language if view.locale == "auto" else view.locale
    if told:
        yield from _block(result, told, view)
    else:
        yield paint(visible(where(result, Span(0, 0))), "bold", on=view.colour)
        yield from (f"  {line}" for line in wrap(visible(result.text), view.width - 2))
    yield ""
    yield kind_line(explanation.analysis, language, view)
    yield from reasons(explanation, language, view)


def told_of(findings: Sequence[Finding]) -> Iterator[tuple[Subject, list[Told]]]:
    """The findings by subject; where one refines another, only the sharper one is told."""
    for result, group in groupby(findings, key=lambda finding: finding.subject):
        found = list(group)
        refined = {finding.refines for finding in found}
        told = []
        for finding in found:
            if finding.code not in refined:
                also = _refined_by(finding, found)
                gravest = min((finding, *also), key=lambda one: SEVERITIES.index(one.severity))
                told.append(Told(finding, also, gravest.severity))
        yield result, told


def _refined_by(finding: Finding, found: Sequence[Finding]) -> tuple[Finding, ...]:
    also: list[Finding] = []
    sharper: Finding | None = finding
    while sharper is not None:
        refined = [one for one in found if one.code == sharper.refines and one not in also]
        also += refined[:1]
        sharper = refined[0] if refined else None
    return tuple(also)


def _block(result: Subject, told: Sequence[Told], view: View) -> Iterator[str]:
    yield paint(visible(where(result, told[0].finding.span)), "bold", on=view.colour)
    labels = [str(number) if len(told) > 1 else "" for number in range(1, len(told) + 1)]
    marks = [
        Mark(label, one.finding.span, _beside(one.finding, view), STYLE[one.severity])
        for label, one in zip(labels, told, strict=True)
    ]
    yield from marked(result.text, marks, view)
    yield ""
    for label, one in zip(labels, told, strict=True):
        yield from _told(label, one, view)


def _beside(finding: Finding, view: View) -> str | None:
    if finding.field is None or not isinstance(finding.subject, KeyResult):
        return None
    value = finding.subject.fields.get(finding.field, "")
    return f"{field_name(finding.field, language_for(finding, view))}: {value}"


def where(result: Subject, span: Span) -> str:
    """Path and position of characters of a key result."""
    place = result.place(span)
    position = place.cell or f"{place.line}:{place.column}"
    return f"{place.path}:{position}" if place.path else position


def _told(label: str, told: Told, view: View) -> Iterator[str]:
    finding = told.finding
    language = language_for(finding, view)
    words = choose(SEVERITY[told.severity], language)
    start = f"  {label} " if label else "  "
    left = width(start) + 2 + max(width(choose(word, language)) for word in SEVERITY.values())
    room = view.width - left
    gap = " " * (left - width(start) - width(words))
    message = wrap(visible(choose(finding.message, language)), room)
    yield start + paint(words, STYLE[told.severity], on=view.colour) + gap + message[0]
    yield from (pad("", left) + line for line in message[1:])
    for index, line in enumerate(wrap(visible(choose(finding.suggestion, language)), room - 2)):
        arrow = paint("→", "green", on=view.colour) if index == 0 else " "
        yield f"{pad('', left)}{arrow} {line}"
    name = f"{finding.code} {finding.name}" + choose(_also(told.also), language)
    yield pad("", left) + paint(name, "dim", on=view.colour)


def _also(also: Sequence[Finding]) -> Wording:
    codes = [finding.code for finding in also]
    if not codes:
        return Wording("", "")
    return Wording(f"（{'・'.join(codes)}にも該当）", f" (also {', '.join(codes)})")
