"""Findings that a document asks not to be told, and what krlint says of such requests."""

from dataclasses import replace
from datetime import date

import pytest

import krlint
from krlint import Config, KeyResult, readers
from krlint.model import Language, Report, Suppression
from krlint.rulebook.suppressions import understood

TASK = "- KR1: Publish the stock list"
OTHER = "- KR2: Cut queues from 9 minutes to 2"


def _lint(source: str, config: Config | None = None) -> Report:
    document = readers.read("a.md", source=f"## Objective: A\n{source}\n{OTHER}".encode())
    return krlint.lint_document(document, config=config or Config())


def test_only_what_is_named_is_suppressed() -> None:
    """By code or name; the other findings of the key result stay."""
    report = _lint(f"{TASK} <!-- krlint: ignore one-off-task -- decided -->")

    assert ["KR101"] == [one.code for one in report.findings if one.severity != "info"]
    assert ["KR201"] == [one.code for one in report.suppressed]


def test_one_that_suppresses_nothing_is_told_at_its_place() -> None:
    """The finding covers the words of the suppression."""
    report = _lint("- KR1: Cut delivery from 7 days to 3 <!-- krlint: ignore KR201 -- x -->")

    (finding,) = (one for one in report.findings if one.code == "KR901")
    assert ("ignore KR201 -- x", 2) == (finding.subject.text, finding.place.line)
    assert "There is no finding of KR201 here." in finding.message.en


def test_a_rule_that_is_off_makes_no_suppression_unused() -> None:
    """It may be needed in a run that has the rule on."""
    report = _lint(f"{TASK} <!-- krlint: ignore KR201 -- x -->", Config(select=("KR101", "KR901")))

    assert ["KR101"] == [one.code for one in report.findings]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("ignore", "Write it like this"),
        ("ignore -- because", "Write it like this"),
        ("skip KR201", "Write it like this"),
        ("ignore KR999", "There is no rule “KR999”."),
        ("ignore KR201 until=autumn", "Write until= like this"),
        ("ignore KR201 until=2026-13", "Write until= like this"),
        ("ignore KR201 until=2026-Q1", "is over"),
    ],
)
def test_what_has_no_effect_says_why(said: str, fault: str) -> None:
    """And suppresses nothing."""
    config = Config(today=date(2026, 10, 1), fiscal_year_start=1)

    report = _lint(f"{TASK} <!-- krlint: {said} -->", config)

    (finding,) = (one for one in report.findings if one.code == "KR901")
    assert fault in finding.message.en
    assert "KR201" in {one.code for one in report.findings}


@pytest.mark.parametrize(
    ("until", "start", "today", "counts"),
    [
        ("2026-Q4", 1, date(2026, 12, 31), True),
        ("2026-Q4", 1, date(2027, 1, 1), False),
        ("2026-Q4", 4, date(2027, 3, 31), True),
        ("2026-H1", 4, date(2026, 9, 30), True),
        ("2026-H1", 4, date(2026, 10, 1), False),
        ("2026-09", 4, date(2026, 9, 30), True),
        ("2026-09-15", 4, date(2026, 9, 16), False),
        ("2026", 4, date(2026, 12, 31), True),
    ],
)
def test_it_ends_with_the_cycle(until: str, start: int, today: date, counts: bool) -> None:
    """A quarter is one of the fiscal year that the config states."""
    config = Config(today=today, fiscal_year_start=start)

    said = understood(Suppression(f"ignore KR201 until={until}"), config)

    assert counts is bool(said.codes)


@pytest.mark.parametrize(("language", "counts"), [("ja", True), ("en", False)])
def test_a_quarter_is_that_of_the_documents_language(language: Language, counts: bool) -> None:
    """Without a setting Japanese years begin in April, English ones in January."""
    suppression = Suppression("ignore KR201 until=2026-Q4", language)

    said = understood(suppression, Config(today=date(2027, 3, 31)))

    assert counts is bool(said.codes)


def test_the_library_passes_over_them_too() -> None:
    """Key results that were read carry their suppressions with them."""
    result = KeyResult("Publish the stock list", "en")
    quiet = replace(result, suppressions=(Suppression("ignore all -- not ours"),))

    told, untold = krlint.lint_texts([result, quiet])

    assert "KR201" in {one.code for one in told}
    assert () == untold
