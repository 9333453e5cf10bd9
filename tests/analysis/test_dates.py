"""Days and periods: calendar, fiscal and vague, with their first and last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.analysis.dates import dates
from krlint.model import Language

TODAY = date(2025, 10, 10)


def read(text: str, language: Language, start: int = 4) -> list[tuple[str, str, str, bool]]:
    """Each date's words, first and last day (ISO, or "None") and whether it is vague."""
    return [
        (text[d.span.start : d.span.end], str(d.first), str(d.last), d.vague)
        for d in dates(text, language, today=TODAY, fiscal_year_start=start)
    ]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("2026/3/31までに移す", "2026/3/31", "2026-03-31", "2026-03-31"),
        ("3/31までに移す", "3/31", "2026-03-31", "2026-03-31"),
        ("3月末までに移す", "3月末", "2026-03-31", "2026-03-31"),
        ("9月30日に閉じる", "9月30日", "2025-09-30", "2025-09-30"),
        ("3月31日(火)に閉じる", "3月31日(火)", "2026-03-31", "2026-03-31"),
        ("十二月に閉じる", "十二月", "2025-12-01", "2025-12-31"),
        ("令和8年3月に閉じる", "令和8年3月", "2026-03-01", "2026-03-31"),
        ("上期に移す", "上期", "2025-04-01", "2025-09-30"),
        ("2026年度上期に移す", "2026年度上期", "2026-04-01", "2026-09-30"),
        ("Q3に移す", "Q3", "2025-10-01", "2025-12-31"),
        ("2Qまでに移す", "2Q", "2025-07-01", "2025-09-30"),
        ("第2四半期に移す", "第2四半期", "2025-07-01", "2025-09-30"),
        ("FY24-Q2に移す", "FY24-Q2", "2024-07-01", "2024-09-30"),
        ("25Q3に移す", "25Q3", "2025-10-01", "2025-12-31"),
        ("通年で測る", "通年", "2025-04-01", "2026-03-31"),
        ("年度内に移す", "年度内", "2025-04-01", "2026-03-31"),
        ("来期に移す", "来期", "2026-04-01", "2027-03-31"),
        ("期末に移す", "期末", "2026-03-31", "2026-03-31"),
        ("四半期末に移す", "四半期末", "2025-12-31", "2025-12-31"),
        ("年内に移す", "年内", "2025-01-01", "2025-12-31"),
        ("今後6か月で移す", "今後6か月", "2025-10-10", "2026-04-08"),
        ("倉庫の移転（3か月以内）", "3か月以内", "2025-10-10", "2026-01-08"),
    ],
)
def test_japanese_dates(text: str, words: str, first: str, last: str) -> None:
    """Each notation has the days that it names, seen from today and the fiscal year."""
    assert [(words, first, last, False)] == read(text.replace("（", "(").replace("）", ")"), "ja")


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("done by 30 September", "30 September", "2025-09-30", "2025-09-30"),
        ("done by the 3rd of March", "3rd of March", "2026-03-03", "2026-03-03"),
        ("done by Mar 31", "Mar 31", "2026-03-31", "2026-03-31"),
        ("done on Friday 17 Oct", "Friday 17 Oct", "2025-10-17", "2025-10-17"),
        ("done by June 30, 2026", "June 30, 2026", "2026-06-30", "2026-06-30"),
        ("done by 2026-03-31", "2026-03-31", "2026-03-31", "2026-03-31"),
        ("done by 3/31/2026", "3/31/2026", "2026-03-31", "2026-03-31"),
        ("done by end of May", "end of May", "2026-05-31", "2026-05-31"),
        ("done in May", "May", "2026-05-01", "2026-05-31"),
        ("done in Q3", "Q3", "2025-10-01", "2025-12-31"),
        ("done in FY26-Q2", "FY26-Q2", "2025-07-01", "2025-09-30"),
        ("done in H2", "H2", "2025-10-01", "2026-03-31"),
        ("done by Q3 2025", "Q3 2025", "2025-10-01", "2025-12-31"),
        ("done by year end", "year end", "2025-12-31", "2025-12-31"),
        ("done by EOQ", "EOQ", "2025-12-31", "2025-12-31"),
        ("done by the end of next month", "the end of next month", "2025-11-30", "2025-11-30"),
        ("done within the next 6 months", "within the next 6 months", "2025-10-10", "2026-04-08"),
        ("done by Christmas", "Christmas", "2025-12-25", "2025-12-25"),
    ],
)
def test_english_dates(text: str, words: str, first: str, last: str) -> None:
    """Each notation has the days that it names, seen from today and the fiscal year."""
    assert [(words, first, last, False)] == read(text, "en")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ja", "9月頃に移す", "9月頃"),
        ("ja", "早期に移す", "早期"),
        ("ja", "11月中旬に移す", "11月中旬"),
        ("en", "done around Q3", "around Q3"),
        ("en", "done by summer", "summer"),
        ("en", "done as soon as possible", "as soon as possible"),
    ],
)
def test_vague_dates(language: Language, text: str, words: str) -> None:
    """A date that leaves the day open is marked so."""
    assert [(words, True)] == [(found, vague) for found, _, _, vague in read(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "毎月報告する"),
        ("ja", "3日以内に返信する"),
        ("ja", "見積の返答を2週間以内にする"),
        ("ja", "3か月の平均"),
        ("ja", "早期退職を防ぐ"),
        ("ja", "2021年版を改める"),
        ("ja", "7/12拠点で始める"),
        ("en", "per week"),
        ("en", "rolling 30 d"),
        ("en", "reply within 3 days"),
        ("en", "churn may fall"),
        ("en", "march on"),
        ("en", "9/10 calls answered"),
    ],
)
def test_windows_durations_and_fractions_are_no_dates(language: Language, text: str) -> None:
    """How often, how long and how many is no deadline."""
    assert [] == read(text, language)


def test_the_fiscal_year_starts_where_the_company_says() -> None:
    """A second quarter of a year from February is May to July; FY20 ends in January 2020."""
    assert [("FY20-Q2", "2019-05-01", "2019-07-31", False)] == read("FY20-Q2", "en", start=2)
    assert [("FY24-Q2", "2024-04-01", "2024-06-30", False)] == read("FY24-Q2", "en", start=1)
    assert [("下期", "2025-07-01", "2025-12-31", False)] == read("下期", "ja", start=1)


def test_without_today_only_a_written_year_gives_days() -> None:
    """3月末 could lie in any year."""
    (named,) = dates("3月末", "ja")
    (written,) = dates("2026年3月末", "ja")

    assert (None, None, False) == (named.first, named.last, named.vague)
    assert date(2026, 3, 31) == written.last


def test_a_day_that_does_not_exist_has_no_days() -> None:
    """2月30日 is a mention, but no day."""
    (mention,) = dates("2026年2月30日", "ja", today=TODAY)

    assert mention.first is None


_WRITTEN = {
    "ja": (
        lambda d: f"{d.year}/{d.month}/{d.day}",
        lambda d: f"{d.year}-{d.month:02d}-{d.day:02d}",
        lambda d: f"{d.year}年{d.month}月{d.day}日",
        lambda d: f"令和{d.year - 2018}年{d.month}月{d.day}日",
    ),
    "en": (
        lambda d: f"{d.year}-{d.month:02d}-{d.day:02d}",
        lambda d: f"{d.day} {d:%B} {d.year}",
        lambda d: f"{d:%b} {d.day}, {d.year}",
        lambda d: f"{d.month}/{d.day}/{d.year}",
    ),
}


@given(
    st.dates(date(2020, 1, 1), date(2049, 12, 31)), st.sampled_from(["ja", "en"]), st.integers(0, 3)
)
def test_a_written_day_is_read_back(day: date, language: Language, notation: int) -> None:
    """Whatever the notation, the day comes back."""
    written = _WRITTEN[language][notation](day)
    text = f"{written}までに" if language == "ja" else f"by {written} at last"
    (mention,) = dates(text, language)

    assert (day, day) == (mention.first, mention.last)
    assert written == text[mention.span.start : mention.span.end]


@given(st.integers(1, 12), st.dates(date(2021, 1, 1), date(2048, 12, 31)))
def test_a_month_without_a_year_is_near(month: int, today: date) -> None:
    """It lies at most a quarter back and less than a year ahead."""
    (mention,) = dates(f"{month}月", "ja", today=today)

    assert mention.first is not None
    assert mention.first > today - timedelta(days=125)
    assert mention.first < today + timedelta(days=366)


@given(
    st.text() | st.text(alphabet="0123456789/-.年月日期末上下QHFY 'Marchend of"),
    st.sampled_from(["ja", "en"]),
    st.integers(1, 12),
)
def test_any_text_is_read_in_order_and_in_place(text: str, language: Language, start: int) -> None:
    """Nothing raises; spans lie in the text, in order; a period does not end before it begins."""
    found = dates(text, language, today=TODAY, fiscal_year_start=start)
    edges = [edge for day in found for edge in day.span]

    assert sorted(edges) == edges
    assert all(0 <= d.span.start < d.span.end <= len(text) for d in found)
    assert all(d.first is None or (d.last is not None and d.first <= d.last) for d in found)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "piece",
    ["1", "1/", "20", "2026/", "9月", "令和", "Q", "the end of ", "end of ", "in the next ", "FY",
     "May ",      "Fri ", "年", "十", "上", "within the ", "early ", "(8/", "'2", " ", "_"],
)  # fmt: skip
def test_the_worst_texts_come_to_an_end(language: Language, piece: str) -> None:
    """100,000 characters of what could make a pattern go back and forth are read through."""
    text = "year 年 " + piece * (100_000 // len(piece))

    assert all(d.span.end <= len(text) for d in dates(text, language, today=TODAY))
