"""What a run sees that a document does not: KR403 and KR604 across documents."""

from collections.abc import Mapping

import pytest

from krlint import Config, lint_documents, readers
from krlint.model import Report

SALES = """# Sales – 2031 Q1
## Objective: Offers go out fast
- KR1: Days to an offer down from 5 to 2, reviewed by Legal
- KR2: Offers sent twice down from 40 to 12 a month
"""
LEGAL = """# Legal – 2031 Q1
## Objective: Privacy is safe with us
- KR1: Processors audited up from 8 to 24 a year
- KR2: Staff fooled by a test mail down from 30% to 10%
"""


def _run(code: str, texts: Mapping[str, str], config: Config | None = None) -> Report:
    chosen = config or Config(select=(code,))
    documents = [
        readers.read(path, source=text.encode(), config=chosen) for path, text in texts.items()
    ]
    return lint_documents(documents, config=chosen)


def _said(report: Report) -> list[tuple[str | None, str]]:
    return [(f.subject.path, f.subject.text[f.span.start : f.span.end]) for f in report.findings]


def test_a_need_that_the_other_team_does_not_plan_for_is_said() -> None:
    """At the team's name, with the other document."""
    report = _run("KR403", {"sales.md": SALES, "legal.md": LEGAL})

    assert [("sales.md", "Legal")] == _said(report)
    assert "legal.md" in report.findings[0].message.en


@pytest.mark.parametrize(
    "line",
    [
        "- KR3: Offers back to those who sent them within a day, up from 40% to 90%",
        "- KR3: Answers to Sales within a day up from 40% to 90%",
        "## Notes\n- Two days a week for Sales, agreed on 4 January",
    ],
    ids=["the matter", "the team", "a note"],
)
def test_it_is_enough_that_the_other_side_speaks_of_it(line: str) -> None:
    """In a key result, by the name of the team, or in a note."""
    report = _run("KR403", {"sales.md": SALES, "legal.md": f"{LEGAL}{line}\n"})

    assert [] == _said(report)


def test_a_parked_key_result_is_no_plan_but_is_mentioned() -> None:
    """The message says that it waits there."""
    parked = f"{LEGAL}## Parked\n- KR3: Review every offer within two days\n"
    (finding,) = _run("KR403", {"sales.md": SALES, "legal.md": parked}).findings

    assert "it is parked there" in finding.message.en


def test_where_the_other_document_is_not_in_the_run_there_is_a_remark() -> None:
    """Nothing can be compared, and nobody is blamed."""
    report = _run("KR403", {"sales.md": SALES})

    assert [] == _said(report)
    assert ["sales.md"] == [remark.path for remark in report.remarks]
    assert "“Legal”" in report.remarks[0].wording.en


def test_an_agreement_on_this_side_counts() -> None:
    """In the text or below it."""
    agreed = SALES.replace(
        "reviewed by Legal\n", "reviewed by Legal\n  - Agreed with: Legal, 4 Jan\n"
    )

    assert [] == _said(_run("KR403", {"sales.md": agreed, "legal.md": LEGAL}))


def test_teams_go_by_the_names_that_the_config_gives() -> None:
    """Other names, and the teams below a named one."""
    law = LEGAL.replace("# Legal", "# Counsel")
    other = Config(select=("KR403",), teams={"Counsel": ("Legal",)})
    above = Config(select=("KR403",), teams={"Counsel": ()}, parents={"Counsel": "Legal"})

    assert [] == _said(_run("KR403", {"sales.md": SALES, "law.md": law}))
    for config in (other, above):
        report = _run("KR403", {"sales.md": SALES, "law.md": law}, config)
        assert [("sales.md", "Legal")] == _said(report)


def test_two_teams_may_share_a_file() -> None:
    """Headings within a document are teams as well."""
    both = (
        "# OKR 2031 Q1\n## Sales team\n"
        + SALES.partition("\n")[2].replace("##", "###")
        + "## Legal team\n"
        + LEGAL.partition("\n")[2].replace("##", "###")
    )

    assert [("okr.md", "Legal")] == _said(_run("KR403", {"okr.md": both}))


FAST = "# Night shift\n## Objective: Fast\n- KR1: {}\n- KR2: Rework down from 9 to 4 hours a week\n"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Errors from 9% to 3%", "Errors from 9 % to 3 %", True),
        ("Set-up from 90 to 30 minutes", "Set-up from 1.5 hours to 30 min", True),
        ("Monthly errors from 9% to 3%", "Errors at 3%", True),
        ("Errors from 9% to 3%", "Errors from 8% to 3%", False),
        ("Errors on line 1 from 9% to 3%", "Errors on line 2 from 9% to 3%", False),
        ("Errors from 9% to 3%", "Errors from 9% to 4%", False),
        ("Errors from 9% to 3%", "Errors from 9% to 3% (shared with Days)", False),
        ("[metric] from XX to YY", "[metric] from XX to YY", False),
    ],
)
def test_the_same_promise_twice(one: str, other: str, same: bool) -> None:
    """Units, periods and word order make no difference; scope, start and target do."""
    night = FAST.format(one)
    day = FAST.format(other).replace("Night", "Day").replace("Rework down from 9 to 4 hours", "8")

    report = _run("KR604", {"night.md": night, "day.md": day})

    assert ([("day.md", other)] if same else []) == _said(report)
    assert not same or "line 3 of night.md" in report.findings[0].message.en


def test_twice_in_one_list_is_once_too_often() -> None:
    """The copy of a check-in is read once, two lines of one list are two."""
    twice = FAST.format("Errors from 9% to 3%") + "- KR3: Errors from 9% to 3%\n"

    assert [("a.md", "Errors from 9% to 3%")] == _said(_run("KR604", {"a.md": twice}))


def test_the_next_period_may_repeat_it() -> None:
    """What is carried over is no duplicate."""
    again = FAST.format("Errors from 9% to 3%").replace("## ", "## 2031 Q1\n### ", 1)
    both = again + again.partition("\n")[2].replace("Q1", "Q2")

    assert [] == _said(_run("KR604", {"a.md": both}))
