"""What programs get of a finding: the file as they know it, a mark that stays, its words."""

import os.path
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from krlint.model import Finding, Span
from krlint.reports.cells import visible
from krlint.reports.view import View, choose, language_for

# GitHub and reviewdog want a name where standard input had none.
_NO_FILE = "stdin"


class Region(NamedTuple):
    """Where a finding stands; 1-based, in code points, `end_column` the first one behind."""

    line: int
    column: int
    end_line: int
    end_column: int


def file_of(path: str | None, view: View) -> str:
    """`path` from the root of the repository, parted by "/"; outside of it, as it was given."""
    if not path:
        return _NO_FILE
    try:
        relative = os.path.relpath(path, view.root or os.curdir)
    except (OSError, ValueError):  # another drive of Windows; a current folder that is gone
        return path
    outside = relative == os.pardir or relative.startswith(os.pardir + os.sep)
    return os.path.normpath(path) if outside else relative.replace(os.sep, "/")


def uri_of(path: str | None, view: View) -> str:
    """The file as a URI: relative to the root, else absolute."""
    file = file_of(path, view)
    # A name that is no Unicode cannot be in a repository that GitHub shows.
    encoded = quote(file.replace(os.sep, "/"), errors="replace")
    if not Path(file).is_absolute():
        return encoded
    return f"file://{encoded}" if encoded.startswith("/") else f"file:///{encoded}"


def region_of(finding: Finding) -> Region:
    """
    The finding's characters on its first line; 1:1 in a workbook, which has no lines.

    GitHub shows an alert in a pull request only where all of its lines are changed.
    """
    place = finding.place
    if place.cell:
        return Region(1, 1, 1, 1)
    if place.line == place.end_line:
        return Region(*place[1:5])
    start, end = finding.span
    later = (one.offset for one in finding.subject.anchors if one.line > place.line)
    behind = next((offset for offset in later if start < offset), end)
    text = finding.subject.text[start:behind].rstrip()
    first = finding.subject.place(Span(start, start + len(text)))
    return Region(place.line, place.column, place.line, first.end_column)


def fingerprint(finding: Finding, view: View) -> str:
    """The same for every folder that krlint is run from."""
    return finding.fingerprint_at(file_of(finding.subject.path, view))


def words(finding: Finding, view: View, between: str = "\n→ ") -> str:
    """The cell, the fact and what to write, each on one line, without control characters."""
    language = language_for(finding, view)
    message = choose(finding.message, language)
    cell = f"{finding.place.cell}: " if finding.place.cell else ""
    said = (cell + message, choose(finding.suggestion, language))
    return between.join(visible(" ".join(part.splitlines())) for part in said)
