"""Annotations of GitHub Actions: escaped, errors first, and the step's summary."""

from krlint.model import Anchor, KeyResult, Report, Unread, Wording
from krlint.reports.github import as_github, as_step_summary
from krlint.reports.view import View
from tests.reports.sample import finding, key_result, report


def _lines(found: Report, view: View = View()) -> list[str]:  # noqa: B008 (frozen)
    return as_github(found, view).splitlines()


def test_a_finding_becomes_a_command_with_its_place() -> None:
    """Columns are 1-based code points, the end is the first behind."""
    found = report(finding(key_result("規程を作成する", 8), "KR201", "作成する"))
    place = "file=okr.md,line=8,endLine=8,col=6,endColumn=10"
    assert [
        "::group::okr.md (要修正)",
        f"::error title=KR201 one-off-task,{place}::KR201の事実。%0A→ KR201の直し方",
        "::endgroup::",
    ] == _lines(found)[:3]


def test_what_ends_a_command_is_escaped() -> None:
    """“%” is in most key results; “:” and “,” end a property."""
    result = key_result("達成率80%", path="a,b:c%.md")
    found = report(finding(result, "KR101", message="80%\r\n::error::x"))
    command = _lines(found)[1]
    assert "file=a%2Cb%3Ac%25.md," in command
    assert "::80%25 ::error::x%0A→ " in command


def test_errors_come_first() -> None:
    """GitHub keeps about ten of each; within a severity the order stays."""
    found = report(
        finding(key_result("a", 1), "KR201", severity="info"),
        finding(key_result("b", 2), "KR201", severity="warning"),
        finding(key_result("c", 3), "KR101"),
        finding(key_result("d", 4), "KR201"),
    )
    commands = [line for line in _lines(found) if "title=" in line]
    kinds = [line.split(" ")[0] for line in commands]
    assert ["::error", "::error", "::warning", "::notice"] == kinds
    assert ["3", "4", "2", "1"] == [line.split(",line=")[1][0] for line in commands]


def test_columns_are_left_out_where_lines_differ() -> None:
    """GitHub drops an annotation that has both."""
    result = KeyResult(
        "規程を\n作成する", path="okr.md", anchors=(Anchor(0, 8, 3), Anchor(4, 9, 1))
    )
    command = _lines(report(finding(result, "KR201")))[1]
    assert "line=8,endLine=9::" in command


def test_a_cell_is_said_and_stands_at_line_one() -> None:
    """A spreadsheet has no lines to annotate."""
    result = key_result("受注を増やす", path="okr.xlsx", cell="Q4!C12")
    command = _lines(report(finding(result, "KR101")))[1]
    assert "file=okr.xlsx,line=1::Q4!C12: KR101の事実。" in command


def test_what_was_not_read_is_an_error() -> None:
    """Before all findings, with its line."""
    assert (
        "::error title=krlint,file=broken.csv,line=3::It is broken." == _lines(report(unread=1))[0]
    )


def test_paths_are_told_from_the_root_of_the_checkout() -> None:
    """A run in a sub-folder still finds its file in the pull request."""
    found = report(finding(key_result("a", path="/w/team/okr.md"), "KR101"))
    assert ",file=team/okr.md," in as_github(found, View(root="/w"))
    assert ",file=/w/team/okr.md," in as_github(found, View(root="/elsewhere"))


def test_the_summary_of_the_step_holds_all_findings() -> None:
    """As a table in which nothing of the text is Markdown or HTML."""
    result = key_result("a | <img src=x> `b`\n@all", 8)
    found = report(finding(result, "KR101"), unread=1)
    shown = as_step_summary(found, View(locale="en"))
    assert "| | Place | Key result | Finding | What to write |\n|---|---|---|---|---|\n" in shown
    row = next(line for line in shown.splitlines() if line.startswith("| error"))
    assert r"| a \| \<img src=x\> \`b\` \@all |" in row
    assert r"- broken\.csv\: It is broken\." in shown


def test_a_summary_that_github_would_refuse_is_cut() -> None:
    """1 MiB is the limit; the rest is counted."""
    result = key_result("長" * 1000)
    shown = as_step_summary(report(*[finding(result, "KR101")] * 1000), View())
    rows = sum(line.startswith("| 要修正") for line in shown.splitlines())
    assert len(shown.encode()) < 1024 * 1024
    assert f"ほかに{1000 - rows}件あります。" in shown


def test_what_does_not_fit_is_the_least_grave() -> None:
    """An error at the end of the last document is in the table all the same."""
    warnings = [finding(key_result("長" * 1000), "KR201", severity="warning")] * 1000
    shown = as_step_summary(report(*warnings, finding(key_result("a"), "KR101")), View())
    rows = [line for line in shown.splitlines() if "okr" in line]
    assert rows[0].startswith("| 要修正 |")
    assert 0 < len(rows) < 1000


def test_a_clean_run_is_one_sentence() -> None:
    """No table without rows, no group without findings."""
    clean = report(others=(key_result("Win 12 deals"),))
    assert ["1 key result in 1 file, and nothing to mend. Good to go."] == _lines(clean)
    assert "|" not in as_step_summary(clean, View())


def test_a_rule_that_broke_is_an_error() -> None:
    """A failure is as visible as an unread file."""
    broken = Report((), (), (), (Unread("okr.md", Wording("止まりました。", "It broke."), 4),))
    assert "::error title=krlint,file=okr.md,line=4::It broke." == _lines(broken)[0]
