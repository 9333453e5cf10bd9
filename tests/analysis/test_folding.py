"""Width folding gives NFKC, and every span finds its way back."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from krlint.analysis.folding import fold
from krlint.model import Span


def test_half_width_kana_become_one_character_that_points_at_both() -> None:
    """ﾎﾟ is folded to ポ; the span of the folded word covers the five characters given."""
    folded = fold("目標はﾎﾟｲﾝﾄ")

    assert "目標はポイント" == folded.text
    assert Span(3, 8) == folded.back(Span(3, 7))


def test_one_character_that_becomes_three_points_at_the_one() -> None:
    """㈱ is folded to (株); each of the three lies on the one character given."""
    folded = fold("㈱山田")

    assert "(株)山田" == folded.text
    assert Span(0, 1) == folded.back(Span(1, 2))
    assert Span(1, 3) == folded.back(Span(3, 5))


def test_line_breaks_and_controls_become_spaces() -> None:
    """What is no visible character cannot join or split a match."""
    assert "a b c" == fold("a\nb\x00c").text


@given(st.text())
def test_folding_is_nfkc_but_for_spaces(text: str) -> None:
    """Whatever the text, the folded characters are those of NFKC."""
    folded = "".join(fold(text).text.split())
    expected = "".join(
        c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c)[0] not in "CZ"
    )
    assert sorted(unicodedata.normalize("NFKC", folded)) == sorted(
        unicodedata.normalize("NFKC", "".join(expected.split()))
    )


@given(st.text(min_size=1), st.data())
def test_every_span_of_the_folded_text_lies_in_the_text_given(
    text: str, data: st.DataObject
) -> None:
    """Spans keep their order and never leave the text."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))

    back = folded.back(Span(start, end))

    assert 0 <= back.start <= back.end <= len(text)
