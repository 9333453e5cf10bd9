"""What programs get: one object, the same for every run."""

import json
from typing import Any

from krlint.model import Report, Unread, Wording
from krlint.reports.json import as_json
from krlint.reports.view import View
from tests.reports.sample import finding, key_result, report


def _read(found: Report) -> dict[str, Any]:
    return dict(json.loads(as_json(found, View())))


def test_a_finding_says_all_there_is() -> None:
    """The keys are a contract; a new one may come, none may go."""
    result = key_result("新しい規程を作成する", 8, fields={"owner": "森"})
    made = finding(result, "KR201", "作成する")
    assert {
        "code": "KR201",
        "name": "one-off-task",
        "severity": "error",
        "message": "KR201の事実。",
        "suggestion": "KR201の直し方",
        "path": "okr.md",
        "line": 8,
        "column": 9,
        "end_line": 8,
        "end_column": 13,
        "cell": None,
        "span": [6, 10],
        "field": None,
        "key_result": "新しい規程を作成する",
        "objective": None,
        "team": None,
        "language": "ja",
        "fingerprint": made.fingerprint,
    } == _read(report(made))["findings"][0]


def test_refined_findings_are_all_kept() -> None:
    """Folding is for people."""
    result = key_result("移転を検討する")
    found = report(finding(result, "KR301"), finding(result, "KR302", refines="KR301"))
    assert ["KR301", "KR302"] == [each["code"] for each in _read(found)["findings"]]


def test_the_summary_counts() -> None:
    """What was read, by state, and what was found, by severity and rule."""
    found = report(
        finding(key_result("a", 1), "KR101"),
        finding(key_result("b", 2), "KR101", severity="warning"),
        others=(key_result("c", 3, state="parked"), key_result("d", 4, state="dropped")),
        unread=1,
    )
    assert {
        "documents": 1,
        "key_results": 2,
        "parked": 1,
        "dropped": 1,
        "findings": {"error": 1, "warning": 1, "info": 0},
        "rules": {"KR101": 2},
        "suppressed": 0,
        "unread": 1,
    } == _read(found)["summary"]


def test_what_was_not_read_and_what_broke_stand_together() -> None:
    """A reader of `unread` misses nothing that makes the exit code 2."""
    missed = Unread("a.csv", Wording("読めません。", "It is broken."), 3)
    broke = Unread("b.xlsx", Wording("止まりました。", "It broke."), 1, 1, "Q4!C12")
    unread = _read(Report((), (), (missed,), (broke,)))["unread"]
    assert [
        {"path": "a.csv", "line": 3, "column": None, "cell": None, "reason": "It is broken."},
        {"path": "b.xlsx", "line": 1, "column": 1, "cell": "Q4!C12", "reason": "It broke."},
    ] == unread


def test_a_clean_run_has_the_same_shape() -> None:
    """Empty lists, no missing key."""
    clean = _read(report())
    assert (1, [], []) == (clean["version"], clean["findings"], clean["unread"])


def test_nothing_a_terminal_obeys_and_nothing_unencodable() -> None:
    """Such characters are escaped, and read back as they were."""
    evil = "\x1b\x9b\x7f\u202e\ud800"
    text = as_json(report(finding(key_result(evil), "KR101")), View())
    assert text.encode()
    assert not set(text) & set(evil)
    assert evil == json.loads(text)["findings"][0]["key_result"]
