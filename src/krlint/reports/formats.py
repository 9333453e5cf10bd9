"""Every form that the findings of a run can take."""

from collections.abc import Callable, Mapping

from krlint.model import Report
from krlint.reports.github import as_github
from krlint.reports.json import as_json
from krlint.reports.text import as_text
from krlint.reports.view import View

FORMATS: Mapping[str, Callable[[Report, View], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
