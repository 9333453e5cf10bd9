"""What a terminal shows of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.reports.cells import cells, lines, pad, visible, width, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KR", 2),
        ("数値", 4),
        ("ｶﾅ", 2),
        ("か\u3099", 2),
        ("𠮷野家", 6),
        ("①→…", 3),
        ("☀\ufe0f", 2),
        ("👩\u200d💻", 2),
        ("", 0),
    ],
)
def test_width_is_what_a_terminal_draws(text: str, expected: int) -> None:
    """Wide characters take two cells, marks and joined parts of an emoji none."""
    assert expected == width(text)


def test_padding_counts_cells() -> None:
    """A Japanese word is padded to the same column as an English one."""
    assert "目標  |" == pad("目標", 6) + "|"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[2Jx", "␛[2Jx"),
        ("a\tb\nc", "a b␊c"),
        ("\x9b31m", "�31m"),
        ("\u202egpj", "�gpj"),
        ("\ud800", "�"),
        ("達成率80%", "達成率80%"),
    ],
)
def test_control_characters_are_shown_not_sent(text: str, expected: str) -> None:
    """No character that a terminal obeys is left."""
    assert expected == visible(text)


@given(st.text())
def test_visible_keeps_every_place(text: str) -> None:
    """Each character stays one character, so that marks stay under theirs."""
    assert len(text) == len(visible(text))


def test_japanese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    """「。」 does not begin a line, and 「（」 does not end one."""
    assert ["経費精算を速くす", "る。次に"] == wrap("経費精算を速くする。次に", 18)
    assert ["作業が終わる", "（4月）"] == wrap("作業が終わる（4月）", 14)


def test_english_breaks_between_words() -> None:
    """A word is broken only where it fills a line alone."""
    assert ["Cut monthly", "churn from", "3.2%"] == wrap("Cut monthly churn from 3.2%", 12)
    assert ["aaaaa", "aaa"] == wrap("a" * 8, 5)


@given(st.text(alphabet="ab 経費（）。、\u3099-"), st.integers(4, 30))
def test_lines_follow_each_other_and_fit(text: str, limit: int) -> None:
    """Every character stands on exactly one line, and no line is wider than allowed."""
    spans = lines(text, limit)
    assert text == "".join(text[start:end] for start, end in spans)
    assert all(sum(cells(text[start:end].rstrip(" "))) <= limit for start, end in spans)
