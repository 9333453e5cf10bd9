"""How many results a key result asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint import analyse
from krlint.model import Language


def _results(text: str, language: Language) -> list[tuple[str, str]]:
    analysis = analyse(text, language=language)
    return [(text[slice(*result.span)], result.kind) for result in analysis.results]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "不良率を3%から1%に下げ、段取り時間を90分から40分に短縮する",
            [("不良率を3%から1%に下げ", "level"), ("段取り時間を90分から40分に短縮する", "level")],
        ),
        (
            "入居率95%、入居者の満足度4.2",
            [("入居率95%", "level"), ("入居者の満足度4.2", "level")],
        ),
        (
            "来店客数を月900人から1,300人に増やすとともに、客単価を2,800円から3,200円に上げる",
            [
                ("来店客数を月900人から1,300人に増やすとともに", "level"),
                ("客単価を2,800円から3,200円に上げる", "level"),
            ],
        ),
        (
            "滞納率を4%から2%に下げ、督促の手順書を作成する",
            [("滞納率を4%から2%に下げ", "level"), ("督促の手順書を作成する", "event")],
        ),
    ],
)
def test_japanese_results_stand_apart(text: str, expected: list[tuple[str, str]]) -> None:
    """Each measure of its own, and what is made beside it, is a result."""
    assert expected == _results(text, "ja")


@pytest.mark.parametrize(
    "text",
    [
        "不良率を3%から1%に下げる",
        "朝礼を週3回開き、ヒヤリハットの報告を月5件から30件に増やす",
        "品質を落とさずに、リードタイムを12日から7日に縮める",
        "調理師を2名、ホール係を6名採用する",
        "東支店の解約率を2%に、西支店の解約率を3%にする",
        "初動は4時間以内、復旧は2日以内",
        "要望を受け付け、対応する",
        "照会への回答を3営業日以内にする、例外なし",
    ],
)
def test_japanese_means_guards_and_parts_are_no_second_result(text: str) -> None:
    """What leads to a result, guards it or belongs to one count adds none."""
    assert [] == _results(text, "ja")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cut scrap from 6% to 3% and shorten set-up from 90 to 40 minutes",
            [
                ("Cut scrap from 6% to 3%", "level"),
                ("shorten set-up from 90 to 40 minutes", "level"),
            ],
        ),
        (
            "Occupancy at 95%, churn under 4%",
            [("Occupancy at 95%", "level"), ("churn under 4%", "level")],
        ),
        (
            "Reduce arrears from 4% to 2% and write the collection manual",
            [("Reduce arrears from 4% to 2%", "level"), ("write the collection manual", "event")],
        ),
        (
            "Hire 4 drivers and reduce late runs to 5 a week",
            [("Hire 4 drivers", "level"), ("reduce late runs to 5 a week", "level")],
        ),
    ],
)
def test_english_results_stand_apart(text: str, expected: list[tuple[str, str]]) -> None:
    """Each measure of its own, and what is made beside it, is a result."""
    assert expected == _results(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Cut scrap from 6% to 3%",
        "Hold 6 safety talks and raise near-miss reports from 5 to 30 a month",
        "Shorten lead time to 7 days without returns above 2%",
        "Hire 2 cooks and 6 waiters",
        "Raise attendance in Leeds to 40% and in York to 50%",
        "Sick days down from 9 to 6 a year, counted by payroll",
        "Receive and answer requests",
        "Yield up from 24 to 29 litres while cell count stays under 180k",
        "80 deposits, half of them from outside",
        "Lifts mended within 4 hours, day and night, 90% of failures",
    ],
)
def test_english_means_guards_and_parts_are_no_second_result(text: str) -> None:
    """What leads to a result, guards it or belongs to one count adds none."""
    assert [] == _results(text, "en")


@given(st.text(alphabet="解約率を3%に、下げ。cut to 5% and, ;()/", max_size=120))
def test_results_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    """Whatever the text, results are places in it, in order, and never just one."""
    languages: tuple[Language, ...] = ("ja", "en")
    for language in languages:
        found = analyse(text, language=language).results

        assert len(found) != 1
        bounds = [bound for result in found for bound in result.span]
        assert bounds == sorted(bounds)
        assert all(0 <= bound <= len(text) for bound in bounds)
