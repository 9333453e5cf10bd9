"""What holds for every form: its reader accepts it, whatever the documents say."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.model import Report
from krlint.reports.formats import FORMATS
from krlint.reports.view import View
from tests.reports.sample import finding, hostile, key_result, many, report
from tests.reports.schema import accepted, accepted_xml

READ: Mapping[str, Callable[[str], Any]] = {
    "text": str.splitlines,
    "json": json.loads,
    "github": str.splitlines,
    "sarif": lambda text: accepted(text, "sarif-2.1.0.json"),
    "gitlab": lambda text: accepted(text, "gitlab-code-quality.json"),
    "junit": lambda text: accepted_xml(text, "junit-10.xsd"),
    "rdjson": lambda text: accepted(text, "rdjson.json"),
    "csv": lambda text: list(csv.reader(io.StringIO(text, newline=""))),
}
COUNT: Mapping[str, Callable[[Any], int]] = {
    "text": lambda lines: sum("KR201 one-off-task" in line for line in lines),
    "json": lambda value: len(value["findings"]),
    "github": lambda lines: (
        sum("::error title=KR" in line for line in lines)
        + sum(line.startswith(("::warning ", "::notice ")) for line in lines)
    ),
    "sarif": lambda value: len(value["runs"][0]["results"]),
    "gitlab": len,
    "junit": lambda root: len(root.findall(".//failure")),
    "rdjson": lambda value: len(value["diagnostics"]),
    "csv": lambda rows: len(rows) - 1,
}
VIEWS = [View(suppressed=True, locale="ja"), View(suppressed=True, locale="en", root="/w")]


def _shown(form: str, found: Report, view: View = View()) -> Any:  # noqa: B008 (frozen)
    return READ[form](FORMATS[form](found, view))


def test_every_form_is_tested() -> None:
    """A form without a reader here is not validated."""
    assert set(FORMATS) == set(READ) == set(COUNT)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", FORMATS)
def test_whatever_the_documents_say_is_accepted(form: str, view: View) -> None:
    """Japanese, emoji, quotes, “%”, line breaks, controls; cells, fields, objectives, the rest."""
    assert _shown(form, hostile(), view)


@pytest.mark.parametrize("form", FORMATS)
def test_every_finding_of_three_hundred_is_there(form: str) -> None:
    """No form keeps some to itself."""
    assert 300 == COUNT[form](_shown(form, many(300)))


@pytest.mark.parametrize("form", FORMATS)
def test_a_clean_run_has_the_form_too(form: str) -> None:
    """An empty list is not a missing one."""
    assert 0 == COUNT[form](_shown(form, report(others=(key_result("Win 12 deals"),))))


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_that_a_terminal_obeys_is_sent(form: str) -> None:
    """Every form can be printed."""
    text = FORMATS[form](hostile(), VIEWS[0])
    assert text.encode("utf-8")
    assert not set(text) & set("\0\x1b\x7f\x9b\u202e\u2028\ud800")


@pytest.mark.parametrize("form", FORMATS)
@given(text=st.text(), path=st.text())
def test_no_text_and_no_path_breaks_a_form(form: str, text: str, path: str) -> None:
    """Whatever characters they are made of."""
    result = key_result(text, path=path, fields={"owner": text})
    found = report(finding(result, "KR201", message=text), finding(result, "KR201", field="owner"))
    assert COUNT[form](_shown(form, found, View(width=40))) >= 1
