"""
The findings as annotations of GitHub Actions, and as the summary of a step.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from krlint.model import Finding, Language, Report, Severity, Unread, Wording
from krlint.reports.cells import visible
from krlint.reports.places import file_of, words
from krlint.reports.summary import summary
from krlint.reports.view import (
    SEVERITIES,
    SEVERITY,
    View,
    choose,
    language_for,
    language_of_report,
    reason,
)

_COMMAND: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~&@:]")
# GitHub refuses a summary above 1 MiB; the rest is for the words around the table.
_TABLE_BYTES = 1_000_000
_LONGEST = 500
"""Characters of a key result that a row shows: nobody reads a table of pages."""
_HEADINGS = Wording(
    "| | 場所 | KR | 指摘 | 直し方 |\n|---|---|---|---|---|\n",
    "| | Place | Key result | Finding | What to write |\n|---|---|---|---|---|\n",
)


def as_github(report: Report, view: View) -> str:
    """Workflow commands, errors first: GitHub keeps about ten of each severity for a step."""
    language = language_of_report(report, view.locale)
    told = [_unread(each, language, view) for each in (*report.unread, *report.failures)]
    found = _errors_first(report)
    for (severity, path), group in groupby(found, key=lambda one: (one.severity, one.place.path)):
        title = f"{file_of(path, view)} ({choose(SEVERITY[severity], language)})"
        told.append(f"::group::{_data(title)}")
        told += [*(_finding(finding, view) for finding in group), "::endgroup::"]
    told.append(summary(report, language, _plain(view)))
    return "\n".join(told) + "\n"


def as_step_summary(report: Report, view: View) -> str:
    """All that was found as Markdown for $GITHUB_STEP_SUMMARY, as far as GitHub takes it."""
    language = language_of_report(report, view.locale)
    lines = [f"### krlint\n\n{_markdown(summary(report, language, _plain(view)))}\n\n"]
    lines += [
        f"- {_markdown(f'{each.path}: {reason(each, language, view.locale)}')}\n"
        for each in (*report.unread, *report.failures)
    ]
    if report.findings:
        lines += ["\n", choose(_HEADINGS, language), *_rows(report, language, view)]
    return "".join(lines)


def _rows(report: Report, language: Language, view: View) -> Iterator[str]:
    """In the order of the documents; errors first where GitHub has no room for all."""
    rows = [_row(finding, view) for finding in report.findings]
    if sum(map(_size, rows)) > _TABLE_BYTES:
        rows = [_row(finding, view) for finding in _errors_first(report)]
    room = _TABLE_BYTES
    for number, row in enumerate(rows):
        room -= _size(row)
        if room < 0:
            left = len(rows) - number
            yield choose(Wording(f"\nほかに{left}件あります。\n", f"\n{left} more.\n"), language)
            return
        yield row


def _size(row: str) -> int:
    return len(row.encode("utf-8", "replace"))


def _errors_first(report: Report) -> list[Finding]:
    return sorted(report.findings, key=lambda one: SEVERITIES.index(one.severity))


def _row(finding: Finding, view: View) -> str:
    language = language_for(finding, view)
    place = finding.place
    where = f"{file_of(place.path, view)}:{place.cell or place.line}"
    columns = (
        choose(SEVERITY[finding.severity], language),
        where,
        _shortened(finding.subject.text),
        f"{choose(finding.message, language)} ({finding.code} {finding.name})",
        choose(finding.suggestion, language),
    )
    return f"| {' | '.join(_markdown(column) for column in columns)} |\n"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _finding(finding: Finding, view: View) -> str:
    place = finding.place
    properties = {"title": f"{finding.code} {finding.name}", "file": file_of(place.path, view)}
    if place.cell:
        properties["line"] = "1"
    else:
        properties |= {"line": str(place.line), "endLine": str(place.end_line)}
        # GitHub drops an annotation that has columns but more than one line.
        if place.line == place.end_line:
            properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return _command(_COMMAND[finding.severity], properties, words(finding, view))


def _unread(unread: Unread, language: Language, view: View) -> str:
    properties = {"title": "krlint", "file": file_of(unread.path, view)}
    if unread.line:
        properties["line"] = str(unread.line)
    why = reason(unread, language, view.locale)
    return _command("error", properties, f"{unread.cell}: {why}" if unread.cell else why)


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    """`text` as the message of a command; line breaks are kept, other controls made visible."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return shown.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", visible(text.replace("\n", " ")))


def _plain(view: View) -> View:
    return view._replace(colour=False, width=10_000)
