"""Rates and their intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.score import Score, rate

COUNT = st.integers(0, 10_000)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (Wilson's score).
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval_is_the_one_in_the_literature(
    part: int, whole: int, low: float, high: float
) -> None:
    """To the four places that the table gives."""
    found = rate(part, whole)

    assert found is not None
    assert (low, high) == (round(found.low, 4), round(found.high, 4))


@given(COUNT, COUNT)
def test_an_interval_holds_its_share(part: int, rest: int) -> None:
    """Between 0 and 1, whatever the counts."""
    found = rate(part, part + rest)

    if found is not None:
        assert 0 <= found.low <= found.value <= found.high <= 1
    assert (found is None) == (part + rest == 0)


def test_rates_of_counts() -> None:
    """Precision over what was told, recall over what is labelled, F1 between them."""
    score = Score(right=6, false_alarms=2, missed=4, silent=8)
    assert score.precision
    assert score.recall

    assert (0.75, 0.6) == (score.precision.value, score.recall.value)
    assert 2 * 0.75 * 0.6 / (0.75 + 0.6) == pytest.approx(score.f1)
    assert 20 == score.key_results


def test_nothing_told_and_nothing_labelled_have_no_figure() -> None:
    """None is not zero."""
    quiet = Score(silent=5)
    assert (None, None, None) == (quiet.precision, quiet.recall, quiet.f1)
    assert 0 == Score(missed=3).f1
