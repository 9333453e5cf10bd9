"""
The findings as test results: a file is a suite, a finding a failed test.

The form is that of Jenkins (junit-10.xsd of its xUnit plugin), which GitLab, Azure DevOps and
others read as well.
"""

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.model import Finding, Language, Report, Unread
from krlint.reports.cells import visible
from krlint.reports.places import file_of, words
from krlint.reports.view import View, language_of_report, reason

# Beside the control characters that are made visible, XML 1.0 forbids these two.
_FORBIDDEN = re.compile("[\ufffe\uffff]")


class _Suite(NamedTuple):
    file: str
    findings: Sequence[Finding]
    missed: Sequence[Unread]


def as_junit(report: Report, view: View) -> str:
    """Every file with its findings; a clean one has a test that passes, an unread one an error."""
    language = language_of_report(report, view.locale)
    suites = _suites(report, view)
    tests = sum(_tests(suite) for suite in suites)
    missed = sum(len(suite.missed) for suite in suites)
    counts = f'tests="{tests}" failures="{len(report.findings)}" errors="{missed}"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="krlint" {counts}>']
    lines += [line for suite in suites for line in _suite(suite, language, view)]
    return "\n".join((*lines, "</testsuites>")) + "\n"


def _suites(report: Report, view: View) -> list[_Suite]:
    missed = (*report.unread, *report.failures)
    found: dict[str, tuple[list[Finding], list[Unread]]] = {}
    for document in report.documents:
        found.setdefault(file_of(document.path, view), ([], []))
    for finding in report.findings:
        found.setdefault(file_of(finding.place.path, view), ([], []))[0].append(finding)
    for unread in missed:
        found.setdefault(file_of(unread.path, view), ([], []))[1].append(unread)
    return [_Suite(file, *of_file) for file, of_file in found.items()]


def _tests(suite: _Suite) -> int:
    return len(suite.findings) + len(suite.missed) or 1


def _suite(suite: _Suite, language: Language, view: View) -> Iterator[str]:
    file = _text(suite.file)
    counts = (
        f'tests="{_tests(suite)}" failures="{len(suite.findings)}" errors="{len(suite.missed)}"'
    )
    yield f'  <testsuite name="{file}" package="krlint" {counts}>'
    for unread in suite.missed:
        yield f'    <testcase name="krlint" classname="{file}">'
        yield _missed(unread, suite.file, language, view)
        yield "    </testcase>"
    for finding in suite.findings:
        yield f'    <testcase name="{_text(f"krlint.{finding.name}")}" classname="{file}">'
        yield _failure(finding, suite.file, view)
        yield "    </testcase>"
    if not suite.findings and not suite.missed:
        yield f'    <testcase name="krlint" classname="{file}"/>'
    yield "  </testsuite>"


def _failure(finding: Finding, file: str, view: View) -> str:
    place = finding.place
    where = f"{file}:{place.cell or f'{place.line}:{place.column}'}"
    message, suggestion = words(finding, view).split("\n→ ", maxsplit=1)
    told = (where, f"{finding.code} {finding.name}", finding.subject.text, f"→ {suggestion}")
    body = "\n".join(_text(part) for part in told)
    kind = finding.severity
    return f'      <failure message="{_text(message)}" type="{kind}">{body}</failure>'


def _missed(unread: Unread, file: str, language: Language, view: View) -> str:
    position = [unread.cell] if unread.cell else [str(at) for at in (unread.line,) if at]
    body = _text(":".join((file, *position)))
    why = _text(reason(unread, language, view.locale))
    return f'      <error message="{why}" type="unread">{body}</error>'


def _text(text: str) -> str:
    """`text` for an element or an attribute of XML 1.0."""
    return html.escape(_FORBIDDEN.sub("\ufffd", visible(text)))
