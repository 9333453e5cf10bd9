"""What is left out of judging, at unchanged positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.analysis.judged import judged


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[P1] Raise renewals to 80% @dana => 40%", "Raise renewals to 80%"),
        ("P0 - Close 12 branches", "Close 12 branches"),
        ("KR2: 離職を4名以下に", "離職を4名以下に"),
        ("【必達】離職を4名以下に", "離職を4名以下に"),
        ("[Price list](https://example.com/a_(b)) in 3 shops", "Price list in 3 shops"),
        ("歩留まり **91%→95%** (1/4)", "歩留まり 91%→95%"),
        ("~~Draft~~ Publish 3 guides <!-- was 5 -->", "Publish 3 guides"),
        ("Close #1234 and 20 others", "Close and 20 others"),
        ("①応募を60件に、②辞退を5件に", "応募を60件に、 辞退を5件に"),
        ("離職率 12% => 8%", "離職率 12% => 8%"),
        ("稼働率 71%→80% @2026/3", "稼働率 71%→80% @2026/3"),
        ("rename snake_case columns", "rename snake_case columns"),
    ],
)
def test_tags_owners_links_and_progress_are_left_out(text: str, left: str) -> None:
    """Only the words that say the key result remain."""
    assert left.split() == judged(text).split()


@given(st.text())
def test_positions_never_move(text: str) -> None:
    """Whatever is left out becomes as many spaces."""
    result = judged(text)

    assert len(text) == len(result)
    assert all(new in (old, " ") for old, new in zip(text, result, strict=True))
