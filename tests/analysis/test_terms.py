"""The period that a document plans for, and the deadlines that lie outside it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.analysis.terms import term
from krlint.lint import analyse
from krlint.model import Language


@pytest.mark.parametrize(
    ("language", "words", "start", "first", "last"),
    [
        ("ja", "2026年度上期", None, date(2026, 4, 1), date(2026, 9, 30)),
        ("ja", "２０２６年度下期", None, date(2026, 10, 1), date(2027, 3, 31)),
        ("ja", "令和8年度第3四半期", None, date(2026, 10, 1), date(2026, 12, 31)),
        ("ja", "2026年度上期", 1, date(2026, 1, 1), date(2026, 6, 30)),
        ("ja", "2026年度", None, date(2026, 4, 1), date(2027, 3, 31)),
        ("ja", "2026年1月〜3月", None, date(2026, 1, 1), date(2026, 3, 31)),
        ("ja", "2026年度（1月〜3月）", None, date(2027, 1, 1), date(2027, 3, 31)),
        ("ja", "2026/4～9", None, date(2026, 4, 1), date(2026, 9, 30)),
        ("ja", "2026/10-2027/3", None, date(2026, 10, 1), date(2027, 3, 31)),
        ("ja", "2026年10月～翌3月", None, date(2026, 10, 1), date(2027, 3, 31)),
        ("en", "2026 Q3", None, date(2026, 7, 1), date(2026, 9, 30)),
        ("en", "first half of 2026", None, date(2026, 1, 1), date(2026, 6, 30)),
        ("en", "FY20-Q2", 2, date(2019, 5, 1), date(2019, 7, 31)),
        ("en", "FY26 Q1 (Oct–Dec 2025)", None, date(2025, 10, 1), date(2025, 12, 31)),
        ("en", "April 2026 – March 2027", None, date(2026, 4, 1), date(2027, 3, 31)),
        ("en", "2025-26", None, date(2025, 1, 1), date(2026, 12, 31)),
    ],
)
def test_words_for_a_period_are_its_days(
    language: Language, words: str, start: int | None, first: date, last: date
) -> None:
    """A range of months says more than the quarter or the fiscal year beside it."""
    found = term(words, language, start)

    assert found is not None
    assert (first, last) == found.spans[0]
    assert found.dated


@pytest.mark.parametrize(
    ("language", "words", "least"),
    [("en", "FY26 Q3", 5), ("ja", "2026 Q3", 2), ("ja", "2026", 2)],
)
def test_a_period_may_be_read_in_several_ways(language: Language, words: str, least: int) -> None:
    """Where the company's calendar is not known, none of the customs is ruled out."""
    found = term(words, language, None)

    assert found is not None
    assert least <= len(found.spans)


@pytest.mark.parametrize(
    ("language", "text", "period", "outside"),
    [
        ("ja", "12月末までに閉架書庫を移す", "2026年度上期", "12月末"),
        ("ja", "3月末までに閉架書庫を移す", "2026年度", None),
        ("ja", "期末までに閉架書庫を移す", "2026年度上期", None),
        ("ja", "年度末までに閉架書庫を移す", "2026年度上期", "年度末"),
        ("ja", "年内に閉架書庫を移す", "2026年度上期", "年内"),
        ("ja", "来期末までに閉架書庫を移す", "2026年度下期", "来期末"),
        ("ja", "来期に向けて閉架書庫を移す", "2026年度下期", None),
        ("ja", "12月施行の条例に合わせて閉架書庫を移す", "2026年度上期", None),
        ("ja", "9月末までに閉架書庫を移す", "2026 Q3", None),
        ("ja", "3日以内に返本する", "2026年度上期", None),
        ("ja", "12月末までに閉架書庫を移す", "上期", "12月末"),
        ("ja", "2027年9月末までに閉架書庫を移す", "上期", None),
        ("ja", "12月末までに閉架書庫を移す", None, None),
        ("ja", "12月末までに閉架書庫を移す", "春の計画", None),
        ("en", "Move the stacks by December", "2026 Q3", "December"),
        ("en", "Move the stacks by October", "2026 Q3", None),
        ("en", "Move the stacks by 1 October 2026", "2026 Q3", None),
        ("en", "Move the stacks before November", "2026 Q3", "November"),
        ("ja", "10月までに閉架書庫を移す", "2026年度上期", "10月"),
        ("en", "Move the stacks by the end of the year", "2026 Q3", "the end of the year"),
        ("en", "Move the stacks by the end of the quarter", "2026 Q3", None),
        ("en", "Move the stacks by the end of 2027", "2026 Q3", "the end of 2027"),
        ("en", "Sign leases running until 31 December 2031", "2026 Q3", None),
        ("en", "Enrol 90 readers for the January 2027 course", "2026 Q3", None),
        ("en", "Move the stacks by December", "FY26 Q3", None),
    ],
)
def test_a_deadline_is_untimely_only_where_it_surely_lies_outside(
    language: Language, text: str, period: str | None, outside: str | None
) -> None:
    """A year that is not said is the one that fits; a date of something else is no deadline."""
    found = analyse(text, language=language, period=period)

    assert outside == (found.text_of(found.untimely) if found.untimely else None)


def test_a_deadline_in_a_column_counts_as_well() -> None:
    """The column may be in the other language."""
    late = analyse("Move the stacks", fields={"Due": "2026/12/31"}, period="2026 Q3")
    within = analyse("Move the stacks", fields={"Due": "8/31"}, period="2026 Q3")

    assert late.untimely is not None
    assert "deadline" == late.untimely.field
    assert within.untimely is None


@given(st.text(max_size=60), st.sampled_from(["ja", "en"]))
def test_any_words_may_stand_where_a_period_does(words: str, language: Language) -> None:
    """Nothing raises, and what is a period ends after it begins."""
    found = term(words, language, None)

    assert found is None or all(first <= last for first, last in found.spans)
