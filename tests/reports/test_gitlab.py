"""The Code Quality report of GitLab."""

from dataclasses import replace
from typing import Any

from krlint.model import Report
from krlint.reports.gitlab import as_gitlab
from krlint.reports.view import View
from tests.reports.sample import finding, key_result, report
from tests.reports.schema import accepted


def _read(found: Report, view: View = View()) -> list[dict[str, Any]]:  # noqa: B008 (frozen)
    return list(accepted(as_gitlab(found, view), "gitlab-code-quality.json"))


def test_a_finding_becomes_an_entry() -> None:
    """The rule stands in the description, since GitLab shows no other; the path has no root."""
    made = finding(key_result("規程を作る", 8, path="/builds/7/team/okr.md"), "KR201")
    (entry,) = _read(report(made), View(root="/builds/7"))
    assert {
        "description": "KR201 one-off-task: KR201の事実。 → KR201の直し方",
        "check_name": "KR201",
        "fingerprint": made.fingerprint_at("team/okr.md"),
        "severity": "major",
        "location": {"path": "team/okr.md", "lines": {"begin": 8}},
    } == entry


def test_severities_are_gitlabs() -> None:
    """None of ours is critical or a blocker."""
    found = report(
        finding(key_result("a"), "KR101"),
        finding(key_result("b"), "KR101", severity="warning"),
        finding(key_result("c"), "KR101", severity="info"),
    )
    assert ["major", "minor", "info"] == [each["severity"] for each in _read(found)]


def test_no_two_entries_have_the_same_fingerprint() -> None:
    """GitLab shows the first of equals alone."""
    made = finding(key_result("a"), "KR101")
    again = [made, made, made, replace(made, occurrence=1)]
    prints = [each["fingerprint"] for each in _read(report(*again))]
    assert made.fingerprint == prints[0]
    assert 4 == len(set(prints))


def test_a_cell_is_named() -> None:
    """Line 1 stands for a workbook."""
    (entry,) = _read(report(finding(key_result("a", 12, path="a.xlsx", cell="Q4!C12"), "KR101")))
    assert "KR101 no-numeric-target: Q4!C12: KR101の事実。 → KR101の直し方" == entry["description"]
    assert {"path": "a.xlsx", "lines": {"begin": 1}} == entry["location"]
