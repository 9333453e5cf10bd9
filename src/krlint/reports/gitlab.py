"""
The findings as a Code Quality report of GitLab.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections.abc import Mapping
from typing import Any

from krlint.model import Finding, Report, Severity
from krlint.reports.cells import visible
from krlint.reports.json import dumped
from krlint.reports.places import file_of, fingerprint, region_of, words
from krlint.reports.view import View

_SEVERITY: Mapping[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def as_gitlab(report: Report, view: View) -> str:
    """A list of findings, empty where there are none; what was not read has no place in it."""
    seen: set[str] = set()
    return dumped([_finding(finding, seen, view) for finding in report.findings])


def _finding(finding: Finding, seen: set[str], view: View) -> dict[str, Any]:
    # GitLab shows no rule but in the description.
    return {
        "description": f"{finding.code} {finding.name}: {words(finding, view, ' → ')}",
        "check_name": finding.code,
        "fingerprint": _unique(fingerprint(finding, view), seen),
        "severity": _SEVERITY[finding.severity],
        "location": {
            "path": visible(file_of(finding.place.path, view)),
            "lines": {"begin": region_of(finding).line},
        },
    }


def _unique(mark: str, seen: set[str]) -> str:
    """`mark`, or a new one: of findings with the same, GitLab shows the first alone."""
    salted, number = mark, 1
    while salted in seen:
        number += 1
        salted = f"{mark}-{number}"
    seen.add(salted)
    return salted
