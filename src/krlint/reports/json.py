"""The findings for programs: `--format json`."""

import json
import re
from typing import Any

from krlint.model import (
    Finding,
    KeyResult,
    Language,
    Objective,
    Report,
    Subject,
    Suppression,
    Unread,
)
from krlint.reports.places import fingerprint
from krlint.reports.view import (
    SEVERITIES,
    Locale,
    View,
    choose,
    language_for,
    language_of,
    language_of_report,
    reason,
)
from krlint.score import Score

# C0 is escaped by json itself.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_json(report: Report, view: View) -> str:
    """
    The whole report as one JSON object; what broke or was not read stands in `unread`.

    `suppressed` holds what was suppressed where that was asked for.
    """
    language = language_of_report(report, view.locale)
    missed = (*report.unread, *report.failures)
    hidden = (*report.suppressed, *report.known) if view.suppressed else ()
    return dumped(
        {
            "version": 1,
            "findings": [_finding(finding, view) for finding in report.findings],
            "suppressed": [_finding(finding, view) for finding in hidden],
            "unread": [unread_as_json(each, view.locale, language) for each in missed],
            "summary": _summary(report),
        }
    )


def dumped(value: object) -> str:
    """JSON as text, in which whatever a terminal might obey or not encode is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def unread_as_json(
    unread: Unread, locale: Locale, language: Language | None = None
) -> dict[str, Any]:
    """One entry of `unread`; `language` is the one to take where its own does not show."""
    shown = language or language_of((unread.path,))
    return {
        "path": unread.path,
        "line": unread.line,
        "column": unread.column,
        "cell": unread.cell,
        "reason": reason(unread, shown if locale == "auto" else locale, locale),
    }


def score_as_json(score: Score) -> dict[str, Any]:
    """Rates with their intervals, null where there is none, and the counts they come from."""
    return {
        "precision": score.precision._asdict() if score.precision else None,
        "recall": score.recall._asdict() if score.recall else None,
        "f1": score.f1,
        "key_results": score.key_results,
        **score._asdict(),
    }


def _finding(finding: Finding, view: View) -> dict[str, Any]:
    language = language_for(finding, view)
    place = finding.place
    subject = finding.subject
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": choose(finding.message, language),
        "suggestion": choose(finding.suggestion, language),
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "cell": place.cell,
        "span": list(finding.span),
        "field": finding.field,
        **_about(subject),
        "team": subject.team,
        "language": finding.language,
        "fingerprint": fingerprint(finding, view),
    }


def _about(subject: Subject) -> dict[str, str | None]:
    """The key result and the objective that a finding is about; of a suppression neither."""
    match subject:
        case KeyResult():
            return {"key_result": subject.text, "objective": subject.objective}
        case Objective():
            return {"key_result": None, "objective": subject.text}
        case Suppression():
            return {"key_result": None, "objective": None}


def _summary(report: Report) -> dict[str, Any]:
    results = [result for document in report.documents for result in document.key_results]
    rules = sorted({finding.code for finding in report.findings})
    return {
        "documents": len(report.documents),
        "key_results": sum(result.state == "set" for result in results),
        "parked": sum(result.state == "parked" for result in results),
        "dropped": sum(result.state == "dropped" for result in results),
        "findings": {
            severity: sum(finding.severity == severity for finding in report.findings)
            for severity in SEVERITIES
        },
        "rules": {code: sum(finding.code == code for finding in report.findings) for code in rules},
        "suppressed": len(report.suppressed) + len(report.known),
        "unread": len(report.unread) + len(report.failures),
    }
