"""Every form that the findings of a run can take."""

from collections.abc import Callable, Mapping

from krlint.model import Report
from krlint.reports.view import View

# Imported when chosen: each module costs about 1.5 ms of every start.


def _text(report: Report, view: View) -> str:
    from krlint.reports.text import as_text

    return as_text(report, view)


def _json(report: Report, view: View) -> str:
    from krlint.reports.json import as_json

    return as_json(report, view)


def _github(report: Report, view: View) -> str:
    from krlint.reports.github import as_github

    return as_github(report, view)


def _sarif(report: Report, view: View) -> str:
    from krlint.reports.sarif import as_sarif

    return as_sarif(report, view)


def _gitlab(report: Report, view: View) -> str:
    from krlint.reports.gitlab import as_gitlab

    return as_gitlab(report, view)


def _junit(report: Report, view: View) -> str:
    from krlint.reports.junit import as_junit

    return as_junit(report, view)


def _rdjson(report: Report, view: View) -> str:
    from krlint.reports.rdjson import as_rdjson

    return as_rdjson(report, view)


def _csv(report: Report, view: View) -> str:
    from krlint.reports.csv import as_csv

    return as_csv(report, view)


FORMATS: Mapping[str, Callable[[Report, View], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
    "csv": _csv,
}
