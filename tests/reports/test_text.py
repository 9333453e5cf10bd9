"""What people see: marks under the exact characters, sharper findings only, a last line."""

from krlint.model import Finding, Report
from krlint.reports.cells import width
from krlint.reports.text import as_text
from krlint.reports.view import View
from tests.reports.sample import finding, key_result, report

QUIET = View(quiet=True, width=60)
_VIEW = View()


def _shown(*findings: Finding, view: View = QUIET) -> list[str]:
    return as_text(report(*findings), view).splitlines()


def test_one_finding_is_shown_with_place_marks_fact_and_advice() -> None:
    """The marks stand under the exact characters, two cells for each Japanese one."""
    shown = _shown(finding(key_result("新しい規程を作成する", 8), "KR201", "作成する"))
    assert [
        "okr.md:8:9",
        "   | 新しい規程を作成する",
        "   |             ^^^^^^^^",
        "",
        "  要修正  KR201の事実。",
        "          → KR201の直し方",
        "          KR201 one-off-task",
    ] == shown


def test_findings_on_one_key_result_are_numbered() -> None:
    """The key result is shown once; marks on the same characters share a row."""
    result = key_result("Improve the onboarding and launch it")
    shown = _shown(
        finding(result, "KR201", "launch", language="en"),
        finding(result, "KR101", "the onboarding", language="en", severity="warning"),
        finding(result, "KR301", "launch", language="en"),
    )
    assert [
        "      | Improve the onboarding and launch it",
        "  1,3 |                            ^^^^^^",
        "    2 |         ^^^^^^^^^^^^^^",
    ] == shown[1:4]
    assert ["  1 error    The fact", "  2 warning  The fact"] == [
        line[:21] for line in shown if line.startswith(("  1 e", "  2 w"))
    ]


def test_a_finding_that_is_refined_is_told_by_the_sharper_one() -> None:
    """The code of what is folded stands behind it, and its gravity is not lost."""
    result = key_result("移転を検討する")
    folded = finding(result, "KR301", "検討する")
    shown = _shown(
        folded, finding(result, "KR302", "検討する", severity="warning", refines="KR301")
    )
    assert "          KR302 low-resolution（KR301にも該当）" == shown[-1]
    assert "  要修正  KR302の事実。" in shown
    assert not any("KR301の事実" in line for line in shown)


def test_a_sharper_finding_alone_needs_no_word_about_the_other() -> None:
    """Nothing is folded where the refined rule did not fire."""
    result = key_result("Explore options")
    shown = _shown(finding(result, "KR302", "Explore", language="en", refines="KR301"))
    assert shown[-1].endswith("KR302 low-resolution")


def test_findings_on_two_key_results_are_not_folded() -> None:
    """Only the same key result counts."""
    shown = _shown(
        finding(key_result("Improve it", 1), "KR301", language="en"),
        finding(key_result("Explore it", 2), "KR302", language="en", refines="KR301"),
    )
    assert ["okr.md:1:3", "okr.md:2:3"] == [line for line in shown if line.startswith("okr")]
    assert not any("also" in line for line in shown)


def test_a_field_is_named_as_people_call_it() -> None:
    """Evidence beside the text is quoted under the key result, without marks."""
    result = key_result("受注を増やす", fields={"target": "XX件"})
    assert ["   | 受注を増やす", "   | 目標: XX件", ""] == _shown(
        finding(result, "KR101", field="target")
    )[1:4]


def test_a_cell_stands_for_line_and_column() -> None:
    """Spreadsheets have no lines."""
    result = key_result("受注を増やす", path="okr.xlsx", cell="Q4!C12")
    assert "okr.xlsx:Q4!C12" == _shown(finding(result, "KR101"))[0]


def test_marks_follow_a_wrapped_text() -> None:
    """Each line has its own part of the mark, and nothing is wider than the terminal."""
    result = key_result(
        "経費精算の申請から支払いまでの流れを、全社で使いやすい形に少しずつ改善する"
    )
    shown = _shown(
        finding(result, "KR301", "使いやすい形に少しずつ改善"), view=QUIET._replace(width=44)
    )
    assert [
        "   | 経費精算の申請から支払いまでの流れを、",
        "   | 全社で使いやすい形に少しずつ改善する",
        "   |       ^^^^^^^^^^^^^^^^^^^^^^^^^^",
    ] == shown[1:4]
    assert max(map(width, shown)) <= 44


def test_a_long_text_is_shown_around_its_marks() -> None:
    """The beginning, the marked line, and dots for what is left out."""
    result = key_result("あ" * 300 + "改善する" + "い" * 300)
    shown = _shown(finding(result, "KR301", "改善する"))
    body = shown[1 : shown.index("")]
    assert ["   | " + "あ" * 27, "   | …"] == body[:2]
    assert "改善する" in body[2]
    assert "   | …" == body[-1]
    assert len(body) <= 8


def test_a_text_of_a_million_characters_stays_short() -> None:
    """What no screen shows is not printed."""
    result = key_result("x" * 1_000_000)
    assert len(as_text(report(finding(result, "KR101")), QUIET)) < 1000


def test_nothing_reaches_the_terminal_that_it_would_obey() -> None:
    """Escapes in text, message, path and field are made visible."""
    evil = "\x1b[2J\u202e\x9b"
    result = key_result(f"x{evil}", path=f"a{evil}.md", fields={evil: evil})
    shown = as_text(
        report(
            finding(result, "KR101", message=f"m{evil}"),
            finding(result, "KR201", field=evil),
        ),
        QUIET,
    )
    assert not set(shown) & {"\x1b", "\u202e", "\x9b"}


def test_no_line_is_a_command_of_github_actions() -> None:
    """A quoted text that begins a wrapped line cannot speak to the runner."""
    words = f"{'x' * 30} ::stop-commands::a"
    shown = _shown(finding(key_result("a"), "KR101", message=words), view=QUIET._replace(width=40))
    assert any(line.strip().startswith(": :stop-commands") for line in shown)


def test_colour_adds_nothing_but_colour() -> None:
    """Without its escapes the text is the same."""
    import re

    found = report(finding(key_result("規程を作成する"), "KR201", "作成する", severity="warning"))
    coloured = as_text(found, View(colour=True))
    assert "\x1b[1;33m^^^^^^^^\x1b[0m" in coloured
    assert as_text(found, View()) == re.sub(r"\x1b\[[\d;]*m", "", coloured)


def test_the_locale_decides_for_all_findings() -> None:
    """--locale en tells the findings of a Japanese document in English."""
    shown = _shown(finding(key_result("規程を作成する"), "KR201"), view=QUIET._replace(locale="en"))
    assert "  error    The fact of KR201." in shown


def _last(found: Report, view: View = _VIEW) -> list[str]:
    return as_text(found, view).split("\n\n")[-1].splitlines()


def test_the_last_lines_sum_up() -> None:
    """How much was read, how much needs another look, and where to read more."""
    first, second = key_result("規程を作成する", 1), key_result("受注を増やす", 2)
    found = report(
        finding(first, "KR201"),
        finding(first, "KR101", severity="warning"),
        finding(second, "KR101"),
        others=(key_result("受注を12件", 3), key_result("移転", 4, state="parked")),
        unread=1,
    )
    assert [
        "KR 3件（1ファイル）のうち、2件に指摘があります（要修正 2、要確認 1）。",
        "保留のKR 1件は確認していません。",
        "読めなかったものが1件あります。",
        "理由と例を見るには: krlint rule KR201 --locale ja",
    ] == _last(found)
    assert [
        "3 key results in 1 file: 2 to look at again (2 errors, 1 warning).",
        "1 parked key result left unchecked.",
        "1 thing could not be read.",
        "For reasons and examples: krlint rule KR201",
    ] == _last(found, View(locale="en"))


def test_a_clean_run_says_how_much_was_read() -> None:
    """Kindly, but only where everything was read."""
    clean = report(others=(key_result("受注を12件"), key_result("受注を14件")))
    assert [
        "KR 2件（1ファイル）を読みました。直すところはありません。このまま進めましょう。"
    ] == _last(clean)
    english = report(others=(key_result("Win 12 deals"),), unread=2)
    assert [
        "1 key result in 1 file, and nothing to mend.",
        "2 things could not be read.",
    ] == _last(english)


def test_no_key_result_is_no_praise() -> None:
    """An empty document is said to be so."""
    assert ["No key results to check in 1 file."] == _last(report())


def test_statistics_stand_in_place_of_the_findings() -> None:
    """The most frequent first."""
    found = report(
        finding(key_result("a", 1), "KR201", language="en"),
        *(finding(key_result("b", line), "KR101", language="en") for line in range(2, 13)),
    )
    assert [
        "  11  KR101  no-numeric-target  error",
        "   1  KR201  one-off-task       error",
    ] == as_text(found, View(statistics=True, quiet=True)).splitlines()


def test_quiet_and_clean_is_silent() -> None:
    """-q says nothing where there is nothing to say."""
    assert as_text(report(), QUIET) == ""
