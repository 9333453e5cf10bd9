"""SARIF, as GitHub code scanning reads it."""

import json
import random
import zlib
from dataclasses import replace
from typing import Any

import pytest

from krlint.model import Accuracy, Finding, Language, Report, Rule, Unread, Wording
from krlint.reports.sarif import as_sarif
from krlint.reports.view import View
from krlint.rulebook import load
from krlint.score import Score
from tests.reports.sample import finding, hostile, key_result, many, report
from tests.reports.schema import accepted


def _run(found: Report, view: View = View()) -> dict[str, Any]:  # noqa: B008 (frozen)
    (run,) = accepted(as_sarif(found, view), "sarif-2.1.0.json")["runs"]
    return dict(run)


def _rule(code: str) -> Rule:
    return next(rule for rule in load() if rule.code == code)


def _result(found: Finding, view: View = View()) -> dict[str, Any]:  # noqa: B008
    (result,) = _run(report(found), view)["results"]
    return dict(result)


def test_a_finding_has_what_github_requires() -> None:
    """Columns are code points and the end is the first behind; the run says so."""
    result = _result(finding(key_result("😀規程を作成する", 8), "KR201", "作成する"))
    assert "unicodeCodePoints" == _run(report())["columnKind"]
    assert {
        "ruleId": "KR201",
        "level": "error",
        "message": {"text": "KR201の事実。\n→ KR201の直し方"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "okr.md"},
                    "region": {"startLine": 8, "startColumn": 7, "endLine": 8, "endColumn": 11},
                }
            }
        ],
    } == {key: value for key, value in result.items() if key != "partialFingerprints"}


@pytest.mark.parametrize(
    ("severity", "expected"), [("error", "error"), ("warning", "warning"), ("info", "note")]
)
def test_levels_are_those_of_sarif(severity: Any, expected: str) -> None:
    """SARIF has no “info”."""
    assert expected == _result(finding(key_result("a"), "KR101", severity=severity))["level"]


def test_a_text_leaves_githubs_fingerprint_to_github() -> None:
    """Its upload action makes it from the line; ours stands beside it."""
    made = finding(key_result("a"), "KR101")
    assert {"krlint/v1": made.fingerprint} == _result(made)["partialFingerprints"]


def test_findings_of_a_workbook_are_told_apart() -> None:
    """All stand at line 1, so that krlint makes GitHub's fingerprint: by sheet, text and rule."""
    made = finding(key_result("受注を増やす", path="a.xlsx", cell="Q4!C12"), "KR101")
    moved = finding(key_result("受注を増やす", path="a.xlsx", cell="Q4!C30"), "KR101")
    others = [
        finding(key_result("受注を増やす", path="a.xlsx", cell="Q3!C12"), "KR101"),
        finding(key_result("受注を伸ばす", path="a.xlsx", cell="Q4!C12"), "KR101"),
        finding(key_result("受注を増やす", path="a.xlsx", cell="Q4!C12"), "KR301"),
        replace(made, occurrence=1),
    ]
    prints = [_hash(each) for each in (made, moved, *others)]
    assert prints[0] == prints[1]
    assert 5 == len(set(prints))
    location = _result(made)["locations"][0]
    assert [{"fullyQualifiedName": "Q4!C12"}] == location["logicalLocations"]


def _hash(found: Finding) -> str:
    return str(_result(found)["partialFingerprints"]["primaryLocationLineHash"])


def test_all_rules_that_were_on_are_listed() -> None:
    """An alert that is gone is then mended, not unasked."""
    rules = load()
    listed = _run(Report((), (), rules=rules))["tool"]["driver"]["rules"]
    assert [rule.code for rule in rules] == [each["id"] for each in listed]
    for each in listed:
        assert 0 < len(each["shortDescription"]["text"]) <= 1024
        assert 0 < len(each["fullDescription"]["text"]) <= 1024
        assert len(each["properties"]["tags"]) <= 10
        assert "](../" not in each["help"]["markdown"]


def test_results_point_at_their_rules() -> None:
    """One of a rule that was not listed names it all the same."""
    found = report(finding(key_result("a"), "KR201"), finding(key_result("b"), "KR302"))
    run = _run(replace(found, rules=(_rule("KR101"), _rule("KR201"))))
    assert [("KR201", 1), ("KR302", None)] == [
        (each["ruleId"], each.get("ruleIndex")) for each in run["results"]
    ]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([Score(right=96, false_alarms=4)], "very-high"),
        ([Score(right=96, false_alarms=4), Score(right=90, false_alarms=10)], "high"),
        ([Score(right=7, false_alarms=3)], "medium"),
        ([Score(right=1, false_alarms=1)], "low"),
        ([Score(right=0, missed=3)], None),
        ([], None),
    ],
)
def test_precision_is_what_was_measured(scores: list[Score], expected: str | None) -> None:
    """In the worse language; no word where there is no figure."""
    languages: tuple[Language, ...] = ("ja", "en")
    measured = {
        language: Accuracy(score, "2026-11-24", Wording("人", "people"))
        for language, score in zip(languages, scores, strict=False)
    }
    rule = replace(_rule("KR101"), accuracy=measured)
    (listed,) = _run(Report((), (), rules=(rule,)))["tool"]["driver"]["rules"]
    assert expected == listed["properties"].get("precision")


def test_rules_are_told_in_the_language_of_the_run() -> None:
    """As the findings are."""
    rules = (_rule("KR101"),)
    texts = [
        _run(Report((), (), rules=rules), View(locale=locale))["tool"]["driver"]["rules"][0]
        for locale in ("ja", "en")
    ]
    assert ["数字" in each["fullDescription"]["text"] for each in texts] == [True, False]


def test_what_was_not_read_is_a_notification() -> None:
    """And the run was no success, though GitHub would show no alert."""
    broke = Unread("b.xlsx", Wording("止まりました。", "It broke."), 1, 1, "Q4!C12")
    missed = Unread("a b.csv", Wording("読めません。", "It is broken."), 3)
    invocation = _run(Report((), (), (missed,), (broke,)))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    first, second = invocation["toolExecutionNotifications"]
    assert {
        "level": "error",
        "message": {"text": "It is broken."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "a%20b.csv"},
                    "region": {"startLine": 3},
                }
            }
        ],
    } == first
    assert "Q4!C12: It broke." == second["message"]["text"]
    assert _run(report())["invocations"][0]["executionSuccessful"] is True


def test_suppressed_findings_are_there_when_asked_for() -> None:
    """Marked as such; those of the baseline are suppressed from outside."""
    found = hostile()
    assert len(found.findings) == len(_run(found)["results"])
    shown = _run(found, View(suppressed=True))["results"][len(found.findings) :]
    kinds = [each["suppressions"][0]["kind"] for each in shown]
    assert ["inSource", "inSource", "external", "external"] == kinds


def test_no_text_makes_a_link() -> None:
    """“[x](y)” is a link in SARIF, and anybody may have written it."""
    found = finding(key_result("a"), "KR101", message="[here](https://example.org)")
    assert "[here] (https://example.org)" in _result(found)["message"]["text"]


def test_a_run_too_large_for_github_says_what_was_left_out() -> None:
    """25,000 results are taken, the gravest first; they stay below 10 MB as gzip packs them."""
    found = _random(25_004)
    text = as_sarif(found, View(locale="en"))
    run = json.loads(text)["runs"][0]
    assert 25_000 == len(run["results"])
    assert "error" == run["results"][0]["level"]
    assert {"error", "warning", "note"} == {each["level"] for each in run["results"]}
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].endswith(": 4 were left out.")
    assert len(zlib.compress(text.encode())) < 10_000_000


def _random(count: int) -> Report:
    """Findings that hold as little in common as findings can: their quotes have 40 characters."""
    draw = random.Random(7)  # noqa: S311  # no secret
    quotes = ["".join(map(chr, draw.choices(range(0x4E00, 0x9F00), k=40))) for _ in range(count)]
    found = many(count)
    return replace(
        found,
        findings=tuple(
            replace(each, message=Wording(quote, quote), suggestion=Wording(quote, quote))
            for each, quote in zip(found.findings, quotes, strict=True)
        ),
    )
