"""Findings → findings: what happens between judging and showing, each step a pure function."""

import glob
import os.path
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fnmatch import fnmatch

from krlint.model import Document, Finding, folded

_MOST_TELLING = ("KR201", "KR101", "KR301")
"""People mend these first; the rest follow by code."""


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one key result, most telling first."""
    return tuple(sorted(findings, key=_telling))


def _telling(finding: Finding) -> tuple[int, str]:
    code = finding.code
    rank = _MOST_TELLING.index(code) if code in _MOST_TELLING else len(_MOST_TELLING)
    return rank, code


def in_place(findings: Iterable[Finding], documents: Iterable[Document]) -> tuple[Finding, ...]:
    """The findings in the order of what they are about, and each one's most telling first."""
    subjects = (subject for document in documents for subject in document.subjects)
    position = {id(subject): number for number, subject in enumerate(subjects)}
    return tuple(sorted(findings, key=lambda one: (position[id(one.subject)], _telling(one))))


def unless_ignored(
    findings: Iterable[Finding], ignored: Mapping[str, frozenset[str]]
) -> tuple[Finding, ...]:
    """The findings less those of the codes that are off where a pattern of paths fits."""
    kept = []
    off: dict[str | None, frozenset[str]] = {}
    for finding in findings:
        path = finding.subject.path
        if path not in off:
            fits = [codes for pattern, codes in ignored.items() if _fits(path or "", pattern)]
            off[path] = frozenset().union(*fits)
        if finding.code not in off[path]:
            kept.append(finding)
    return tuple(kept)


def _fits(path: str, pattern: str) -> bool:
    """A pattern with a slash is of paths, from the current folder on; another of file names."""
    if "/" not in pattern.replace(os.sep, "/"):
        return fnmatch(os.path.basename(path), pattern)  # noqa: PTH119
    anchored = os.path.join(glob.escape(os.path.abspath("")), pattern)  # noqa: PTH100, PTH118
    whole = os.path.abspath(path)  # noqa: PTH100
    return fnmatch(whole.replace(os.sep, "/"), anchored.replace(os.sep, "/"))


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """
    Each finding with its `occurrence` among equals, so that no two fingerprints are the same.

    Equal are findings of one rule on the same text, widths and spaces aside, in the same file.
    """
    seen: Counter[tuple[str, str | None, str]] = Counter()
    counted = []
    for finding in findings:
        key = (finding.code, finding.subject.path, folded(finding.subject.text))
        counted.append(replace(finding, occurrence=seen[key]))
        seen[key] += 1
    return tuple(counted)
