"""The findings as test results."""

from xml.etree.ElementTree import Element

from krlint.model import Report, Unread, Wording
from krlint.reports.junit import as_junit
from krlint.reports.view import View
from tests.reports.sample import HOSTILE, finding, key_result, many, report
from tests.reports.schema import accepted_xml


def _root(found: Report, view: View = View()) -> Element:  # noqa: B008 (frozen)
    return accepted_xml(as_junit(found, view), "junit-10.xsd")


def test_a_finding_is_a_failed_test() -> None:
    """The rule by its name, the file as its class, and all that a person needs in the body."""
    (suite,) = _root(report(finding(key_result("規程を作成する", 8), "KR201", "作成する")))
    assert {
        "name": "okr.md",
        "package": "krlint",
        "tests": "1",
        "failures": "1",
        "errors": "0",
    } == suite.attrib
    (case,) = suite
    assert {"name": "krlint.one-off-task", "classname": "okr.md"} == case.attrib
    (failure,) = case
    assert {"message": "KR201の事実。", "type": "error"} == failure.attrib
    assert "okr.md:8:6\nKR201 one-off-task\n規程を作成する\n→ KR201の直し方" == failure.text


def test_a_clean_file_is_a_test_that_passes() -> None:
    """A run without tests would look like one that did not happen."""
    (suite,) = _root(report(others=(key_result("Win 12 deals"),)))
    assert ("1", "0") == (suite.attrib["tests"], suite.attrib["failures"])
    assert [("testcase", 0)] == [(case.tag, len(case)) for case in suite]


def test_what_was_not_read_and_what_broke_are_errors() -> None:
    """In the suite of their file."""
    missed = Unread("a.csv", Wording("読めません。", "It is broken."), 3)
    broke = Unread("okr.md", Wording("止まりました。", "It broke."), 4)
    found = report(finding(key_result("a"), "KR101"))
    root = _root(Report(found.findings, found.documents, (missed,), (broke,)), View(locale="en"))
    assert {"name": "krlint", "tests": "3", "failures": "1", "errors": "2"} == root.attrib
    errors = [(error.attrib["message"], error.text) for error in root.iter("error")]
    assert [("It broke.", "okr.md:4"), ("It is broken.", "a.csv:3")] == errors


def test_texts_are_read_back() -> None:
    """What XML forbids is replaced, all else is as it was."""
    shown = [_body(text) for text in HOSTILE]
    assert HOSTILE[0] == shown[0]
    assert HOSTILE[1] == shown[1]
    assert HOSTILE[2] == shown[2]
    assert "␀␛[2J�␡����" == shown[4]


def _body(text: str) -> str:
    (suite,) = _root(report(finding(key_result(text), "KR101")))
    return str(suite[0][0].text).split("\n")[2]


def test_counts_add_up() -> None:
    """Of all suites together."""
    root = _root(many(300))
    assert ("300", "300") == (root.attrib["tests"], root.attrib["failures"])
    assert 300 == len(root.findall(".//testcase"))
