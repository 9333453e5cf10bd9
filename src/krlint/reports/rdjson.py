"""
The findings in reviewdog's diagnostic format.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from krlint.model import Finding, Report, Severity
from krlint.reports.cells import visible
from krlint.reports.json import dumped
from krlint.reports.places import file_of, region_of, words
from krlint.reports.view import View

_SEVERITY: Mapping[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_LONG = 10_000
"""Characters of a line in which positions are counted; above, the line itself is the place."""


def as_rdjson(report: Report, view: View) -> str:
    """One diagnostic a finding; what to write stands in the message, as text, never as a fix."""
    return dumped({"source": {"name": "krlint"}, "diagnostics": [*_diagnostics(report, view)]})


def _diagnostics(report: Report, view: View) -> Iterator[dict[str, Any]]:
    for (path, cells), findings in groupby(report.findings, key=_text_or_workbook):
        lines = None if path is None or cells else view.lines(path)
        for finding in findings:
            yield {
                "message": words(finding, view),
                "location": {
                    "path": visible(file_of(path, view)),
                    "range": _range(finding, lines),
                },
                "severity": _SEVERITY[finding.severity],
                "code": {"value": f"{finding.code} {finding.name}"},
            }


def _text_or_workbook(finding: Finding) -> tuple[str | None, bool]:
    return finding.place.path, finding.place.cell is not None


def _range(finding: Finding, lines: Sequence[str] | None) -> dict[str, dict[str, int]]:
    """
    Columns in UTF-8 bytes, as the format asks, the end exclusive.

    The line alone where the document's text is not at hand to count them: a workbook, say.
    """
    region = region_of(finding)
    known = lines is not None and region.line <= len(lines)
    line = lines[region.line - 1] if lines is not None and known else ""
    if finding.place.cell or region.end_column - 1 > len(line) or len(line) > _LONG:
        return {"start": {"line": region.line}, "end": {"line": region.end_line}}
    start, end = (_bytes(line[: column - 1]) for column in (region.column, region.end_column))
    return {
        "start": {"line": region.line, "column": start + 1},
        "end": {"line": region.end_line, "column": end + 1},
    }


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
