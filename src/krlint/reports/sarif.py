"""
The findings as SARIF 2.1.0, within what GitHub code scanning takes.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from krlint.model import Finding, Language, Report, Rule, Severity, Unread, Wording, folded
from krlint.reports.card import paragraph, said
from krlint.reports.cells import visible
from krlint.reports.json import dumped
from krlint.reports.places import file_of, fingerprint, region_of, uri_of, words
from krlint.reports.rule_markdown import as_markdown
from krlint.reports.view import SEVERITIES, View, choose, language_of_report, reason

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEM: Mapping[Severity, str] = {
    "error": "error",
    "warning": "warning",
    "info": "recommendation",
}
_PRECISION = ((0.95, "very-high"), (0.85, "high"), (0.7, "medium"), (0.0, "low"))
"""GitHub's words by measured precision, from the highest; where one ends is our choice."""
_RESULTS = 25_000
"""GitHub refuses a run with more, and shows the gravest 5,000 of them."""
_TEXT = 1024
"""Characters of a description that GitHub takes."""
_PAGE_LINK = re.compile(r"(?<!\\)\[([^\[\]\\]*)\]\([^()]*\)")
"""A link of a rule's page to another page; what a card quotes has its brackets escaped."""


def as_sarif(report: Report, view: View) -> str:
    """One run: all rules that were on, the findings, and what could not be read."""
    language = language_of_report(report, view.locale)
    codes = {rule.code: index for index, rule in enumerate(report.rules)}
    findings = sorted(report.findings, key=_gravity) if _too_many(report) else report.findings
    told = [_result(finding, codes, view) for finding in findings]
    told += _suppressed(report, codes, view) if view.suppressed else ()
    left = len(told[_RESULTS:])
    run = {
        "tool": {"driver": _driver(report.rules, language)},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "krlint/"},
        "invocations": [_invocation(report, left, language, view)],
        "results": told[:_RESULTS],
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _too_many(report: Report) -> bool:
    return len(report.findings) > _RESULTS


def _gravity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


# --- The rules -------------------------------------------------------------------------------


def _driver(rules: Sequence[Rule], language: Language) -> dict[str, Any]:
    return {
        "name": "krlint",
        "semanticVersion": version("krlint"),
        "rules": [_rule(rule, language) for rule in rules],
    }


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    message = said(rule.message, language)
    why = paragraph(rule.why, language)
    suggestion = said(rule.suggestion, language)
    properties = {
        "tags": ["okr", rule.scope.replace("_", "-")],
        "problem.severity": _PROBLEM[rule.severity],
    }
    return {
        "id": rule.code,
        "name": rule.name[:255],
        "shortDescription": {"text": message[:_TEXT]},
        "fullDescription": {"text": why[:_TEXT]},
        "help": {
            "text": f"{why}\n\n→ {suggestion}",
            "markdown": _PAGE_LINK.sub(r"\1", as_markdown(rule, language)),
        },
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": properties | _precision(rule),
    }


def _precision(rule: Rule) -> dict[str, str]:
    """In the language in which the rule is right less often; nothing where nothing was measured."""
    rates = [each.score.precision for each in rule.accuracy.values()]
    measured = [rate.value for rate in rates if rate is not None]
    if not measured:
        return {}
    return {"precision": next(word for least, word in _PRECISION if min(measured) >= least)}


# --- The findings ----------------------------------------------------------------------------


def _suppressed(report: Report, codes: Mapping[str, int], view: View) -> list[dict[str, Any]]:
    kinds = (("inSource", report.suppressed), ("external", report.known))
    return [
        _result(finding, codes, view) | {"suppressions": [{"kind": kind}]}
        for kind, findings in kinds
        for finding in findings
    ]


def _result(finding: Finding, codes: Mapping[str, int], view: View) -> dict[str, Any]:
    result = {
        "ruleId": finding.code,
        "level": _LEVEL[finding.severity],
        "message": {"text": _unlinked(words(finding, view))},
        "locations": [_location(finding, view)],
        "partialFingerprints": _fingerprints(finding, view),
    }
    # A rule of the baseline may speak in a run that was not asked for it.
    return result | {"ruleIndex": codes[finding.code]} if finding.code in codes else result


def _location(finding: Finding, view: View) -> dict[str, Any]:
    region = region_of(finding)
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri_of(finding.place.path, view)},
            "region": {
                "startLine": region.line,
                "startColumn": region.column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
            },
        }
    }
    if finding.place.cell:
        location["logicalLocations"] = [{"fullyQualifiedName": visible(finding.place.cell)}]
    return location


def _fingerprints(finding: Finding, view: View) -> dict[str, str]:
    """
    Ours, and GitHub's own where it cannot make one: line 1 of a workbook is the same for all.

    For texts GitHub's upload action computes it from the line.
    """
    prints = {"krlint/v1": fingerprint(finding, view)}
    if finding.place.cell:
        sheet = finding.place.cell.rpartition("!")[0]
        file = file_of(finding.place.path, view)
        parts = "\0".join((file, sheet, folded(finding.subject.text), finding.code))
        digest = hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        prints["primaryLocationLineHash"] = f"{digest}:{finding.occurrence + 1}"
    return prints


def _unlinked(text: str) -> str:
    """`text` in which "[x](y)" is no link: SARIF's own form, and the words may be anybody's."""
    return text.replace("](", "] (")


# --- The run ---------------------------------------------------------------------------------


def _invocation(report: Report, left: int, language: Language, view: View) -> dict[str, Any]:
    missed = (*report.unread, *report.failures)
    told = [_unread(each, language, view) for each in missed]
    told += [
        _notification(
            "note", visible(choose(remark.wording, language)), {"uri": uri_of(remark.path, view)}
        )
        for remark in report.remarks
    ]
    if left:
        told.append(_notification("warning", choose(_left_out(left), language), None))
    return {"executionSuccessful": not missed, "toolExecutionNotifications": told}


def _left_out(count: int) -> Wording:
    return Wording(
        f"GitHubは1回に{_RESULTS}件までしか受け付けないため、{count}件を省きました。",
        f"GitHub takes {_RESULTS:,} findings of a run: {count:,} were left out.",
    )


def _unread(unread: Unread, language: Language, view: View) -> dict[str, Any]:
    why = visible(reason(unread, language, view.locale))
    said = f"{visible(unread.cell)}: {why}" if unread.cell else why
    region = None if unread.cell or not unread.line else {"startLine": unread.line}
    return _notification("error", said, {"uri": uri_of(unread.path, view)}, region)


def _notification(
    level: str,
    text: str,
    artifact: dict[str, str] | None,
    region: dict[str, int] | None = None,
) -> dict[str, Any]:
    told: dict[str, Any] = {"level": level, "message": {"text": _unlinked(text)}}
    if artifact:
        place = {"artifactLocation": artifact} | ({"region": region} if region else {})
        told["locations"] = [{"physicalLocation": place}]
    return told
