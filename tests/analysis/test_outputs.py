"""Figures that count what is put out."""

import pytest

from krlint import analyse
from krlint.analysis.signals.results import output_count


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("栄養だよりを9本執筆する", ["9本"]),
        ("食育の講座を年4回開く", ["4回"]),
        ("レシピ動画 24本", ["24本"]),
        ("講演会の回数を3回から8回に増やす", ["8回"]),
        ("Write 9 nutrition columns", ["9 nutrition columns"]),
        ("Cooking classes: 24", ["24"]),
        ("2 newsletters a week", ["2 newsletters a week"]),
    ],
)
def test_what_is_put_out_is_counted(text: str, evidence: list[str]) -> None:
    """The figure stands at the thing, and what is done is to put it out."""
    analysis = analyse(text)

    assert evidence == [analysis.text_of(place) for place in output_count(analysis).evidence]


@pytest.mark.parametrize(
    "text",
    [
        "栄養相談を30件行う",
        "動画の視聴を月900回から4,000回にする",
        "講座に120名を集める",
        "紙の報告書を月46枚から12枚に減らす",
        "講座を8回開き、満足度を4.1にする",
        "見本を2冊作る",
        "Hold 30 customer interviews",
        "Video views up from 900 to 4,000",
        "Enquiries from blog posts: 90",
        "Reports cut from 46 to 12",
        "合意と実施（施策 5件）",
        "5 papers run the story",
        "A catalogue with 60 pages",
        "6か国語対応の案内を配る",
        "",
    ],
)
def test_what_others_do_with_it_is_no_output(text: str) -> None:
    """Readers, guests, answers, fewer of them, and a piece of work or two."""
    assert not output_count(analyse(text)).truth


def test_a_target_column_counts_as_the_text_does() -> None:
    """In a table the count stands in another column."""
    analysis = analyse("コラムの公開", fields={"target": "12本"})

    assert ["target"] == [place.field for place in output_count(analysis).evidence]
