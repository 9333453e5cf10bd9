"""
The findings as a table for spreadsheets: RFC 4180, one finding a row.

The mark at the beginning (BOM) tells Excel that this is UTF-8: without it, a Japanese Excel takes
the file for CP932 and shows rubbish.
"""

import csv
import io
import re

from krlint.model import Finding, KeyResult, Language, Objective, Report, Subject, Wording
from krlint.reports.cells import visible
from krlint.reports.places import file_of
from krlint.reports.view import SEVERITY, View, choose, language_for, language_of_report

_BOM = "\ufeff"
# What makes a spreadsheet compute: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
# An Excel cell holds 32,767 characters, and shows a file with more in one as broken.
_LONGEST = 32_000
_COLUMNS = Wording(
    "ファイル,行,セル,重さ,ルール,書かれた文,指摘した箇所,指摘,直し方,目標（Objective）,チーム",
    "File,Line,Cell,Severity,Rule,As written,Marked,Finding,What to write,Objective,Team",
)


def as_csv(report: Report, view: View) -> str:
    """A header in the reader's language, and a row for each finding, safe to open."""
    language = language_of_report(report, view.locale)
    into = io.StringIO()
    rows = csv.writer(into)
    rows.writerow(choose(_COLUMNS, language).split(","))
    rows.writerows(
        [_safe(value) for value in _row(each, language, view)] for each in report.findings
    )
    return _BOM + into.getvalue()


def _row(finding: Finding, language: Language, view: View) -> tuple[str, ...]:
    """What fills the columns; one may sort by severity, so that it has one language throughout."""
    own = language_for(finding, view)
    place, subject = finding.place, finding.subject
    return (
        file_of(place.path, view),
        "" if place.cell else str(place.line),
        place.cell or "",
        choose(SEVERITY[finding.severity], language),
        f"{finding.code} {finding.name}",
        subject.text,
        _marked(finding),
        choose(finding.message, own),
        choose(finding.suggestion, own),
        _objective(subject),
        subject.team or "",
    )


def _marked(finding: Finding) -> str:
    """The characters that the finding covers, or what stands in the field that it is about."""
    if finding.field is not None and isinstance(finding.subject, KeyResult):
        return finding.subject.fields.get(finding.field, "")
    return finding.subject.text[slice(*finding.span)]


def _objective(subject: Subject) -> str:
    match subject:
        case KeyResult():
            return subject.objective or ""
        case Objective():
            return subject.text
        case _:
            return ""


def _safe(value: str) -> str:
    """`value` as text that no spreadsheet computes, its line breaks kept."""
    lines = "\n".join(visible(line) for line in value[:_LONGEST].splitlines())
    return f"'{lines}" if _FORMULA.match(lines.lstrip()) else lines
