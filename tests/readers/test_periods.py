"""The period that a document plans for, in its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint import readers
from krlint.config import Config
from krlint.lint import lint_text
from krlint.readers.periods import of_path, words


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Harbour OKRs 2026 Q3", "2026 Q3"),
        ("書庫係 2026年度 上期", "2026年度 上期"),
        ("2026年1月〜3月 OKR", "2026年1月〜3月"),
        ("Library – Q2 FY27 (July to September 2026)", "Q2 FY27 (July to September 2026)"),
        ("書庫係　OKR　2026/4～9", "2026/4～9"),
        ("2026 OKRs", "2026"),
        ("OKRs 2025-26", "2025-26"),
        ("Ready for the 2027 season", None),
        ("Quarterly review", None),
        ("ISO 27001", None),
        ("Minutes of 2026-03-31", None),
    ],
)
def test_a_heading_names_a_period(heading: str, said: str | None) -> None:
    """A quarter, half or range of months always; a year alone only where OKRs are spoken of."""
    assert said == words(heading)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("okr-2026q3.md", "2026q3"),
        ("2026年度上期_OKR.xlsx", "2026年度上期"),
        ("okrs/2026-Q3/library.md", "2026-Q3"),
        ("2026/okr.md", None),
        ("okr.md", None),
    ],
)
def test_a_file_or_its_folder_names_a_period(path: str, said: str | None) -> None:
    """The file's own name counts before the folder's."""
    assert said == of_path(path)


BODY = "## Objective: Every book is found\n- KR1: Wrong shelves down from 90 to 30\n"


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("okr.md", f"# Library OKRs 2026 Q3\n{BODY}", "2026 Q3"),
        ("okr.md", f"# Library OKRs 2026\n## Q3\n#{BODY}", "Q3"),
        ("okr.md", f"---\nperiod: 2026 Q3\n---\n# OKRs\n{BODY}", "2026 Q3"),
        ("okr.md", f"# OKRs\n\n対象期間：2026年度上期\n\n{BODY}", "2026年度上期"),
        ("okr-2026q3.md", f"# OKRs\n{BODY}", "2026q3"),
        ("okr.md", f"# OKRs\n{BODY}", None),
        ("okr.csv", "Objective,KR,Quarter\nFound,Wrong shelves from 90 to 30,Q3 2026\n", "Q3 2026"),
        (
            "okr.yaml",
            "period: FY26 H1\nobjectives:\n- objective: Found\n  key_results: [From 90 to 30]\n",
            "FY26 H1",
        ),
        (
            "okr.json",
            '{"quarter": "2026 Q3", "okrs": [{"objective": "Found", "krs": ["From 90 to 30"]}]}',
            "2026 Q3",
        ),
    ],
)
def test_a_key_result_knows_what_its_document_plans_for(
    path: str, text: str, said: str | None
) -> None:
    """The nearest place wins: column, heading, front matter, title, file name."""
    (result,) = readers.read(path, source=text.encode()).key_results

    assert said == result.period
    assert "period" not in result.fields


def test_the_period_may_be_handed_in() -> None:
    """By its own parameter, or among the fields under any name that documents use."""
    text, config = "Move the stacks by December", Config(select=("KR110",))

    assert lint_text(text, period="2026 Q3", config=config)
    assert lint_text(text, fields={"Quarter": "2026 Q3"}, config=config)
    assert () == lint_text(text, config=config)


@given(st.text(max_size=80))
def test_words_are_taken_from_the_heading_as_they_stand(heading: str) -> None:
    """Verbatim, and nothing raises."""
    said = words(heading)

    assert said is None or said in heading
