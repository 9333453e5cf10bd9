"""What a key result is about, and whose name a word is."""

import pytest

from krlint import analyse
from krlint.analysis.content import content, is_department, is_measure, words_in
from krlint.model import Language


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raise NPS from 20 to 40", "NPS of 40"),
        ("First-contact fixes at 75%", "First contact fixes from 58 % to 75 %"),
        ("Monthly complaints down from 30 to 20", "Complaints at 20"),
        ("月次解約率を3.2%から2.0%に下げる", "解約率 2.0％以下"),
        ("月額寄付者を420人から600人に増やす", "月額寄付者を600人にする（現在420人）"),
    ],
)
def test_direction_period_and_values_do_not_matter(one: str, other: str) -> None:
    """Two ways to say one thing have the same words."""
    assert content(analyse(one)) == content(analyse(other)) != frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Scrap on line 1 from 4% to 2%", "Scrap on line 2 from 4% to 2%"),
        ("3か月継続率を80%にする", "12か月継続率を80%にする"),
        ("外来の待ち時間を45分から25分にする", "会計の待ち時間を45分から25分にする"),
    ],
)
def test_scope_does(one: str, other: str) -> None:
    """Figures that are no target tell two matters apart, and so does what is measured."""
    assert content(analyse(one)) != content(analyse(other))


@pytest.mark.parametrize(
    ("name", "language", "plain"),
    [
        ("情報システム部", "ja", True),
        ("経理", "ja", True),
        ("各部", "ja", False),
        ("開発枠の確保待ち", "ja", False),
        ("Data team", "en", True),
        ("Finance", "en", True),
        ("recertification", "en", False),
    ],
)
def test_a_department_is_told_from_a_thing(name: str, language: Language, plain: bool) -> None:
    """By its ending, or because it is a common one."""
    assert plain == is_department(name, language)


def test_words_of_any_text_are_lemmas() -> None:
    """Plurals and marks do not matter; amounts are known as such."""
    assert {"offer", "to", "clerk"} == words_in("Offers to clerks!", "en")
    assert is_measure("rate", "en")
    assert not is_measure("offer", "en")
