"""Findings → findings: what happens between judging and showing, each step a pure function."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from krlint.model import Finding

_MOST_TELLING = ("KR201", "KR101", "KR301")
"""People mend these first; the rest follow by code."""


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one key result, most telling first."""
    return tuple(sorted(findings, key=_telling))


def _telling(finding: Finding) -> tuple[int, str]:
    code = finding.code
    rank = _MOST_TELLING.index(code) if code in _MOST_TELLING else len(_MOST_TELLING)
    return rank, code


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """
    Each finding with its `occurrence` among equals, so that no two fingerprints are the same.

    Equal are findings of one rule on the same text in the same file.
    """
    seen: Counter[tuple[str, str | None, str]] = Counter()
    counted = []
    for finding in findings:
        key = (finding.code, finding.key_result.path, finding.key_result.text)
        counted.append(replace(finding, occurrence=seen[key]))
        seen[key] += 1
    return tuple(counted)
