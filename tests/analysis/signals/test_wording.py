"""Words that readers take differently."""

import pytest

from krlint import analyse
from krlint.analysis.signals.wording import vague_word


def _found(text: str) -> list[str]:
    analysis = analyse(text)
    return [analysis.text_of(place) for place in vague_word(analysis).evidence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("見学者に丁寧に案内する", ["丁寧"]),
        ("多くの保護者に様々な講座を届ける", ["多くの", "様々な"]),
        ("通話時間を大幅に縮め、9分から5分にする", ["大幅に"]),
        ("Offer tenants adequate storage", ["adequate"]),
        ("Greatly cut call times, from 9 to 5 minutes", ["Greatly"]),
    ],
)
def test_praise_and_blur_are_vague(text: str, expected: list[str]) -> None:
    """Every reader has another yardstick; beside from and to only the adverb is idle."""
    assert expected == _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "迅速診断薬の欠品を月4日から0日にする",
        "「丁寧だった」という回答を40件集める",
        "優良店(検査の評点90点以上)を12店にする",
        "Comprehensive cover policies rise from 40 to 65",
        "Votes for “good” above 70%",
        "Regular donors (3 gifts a year or more) reach 900",
        "HR clears 40 files a day",
        "Fewer packing faults, e.g. tape, labels, etc",
        "",
    ],
)
def test_names_quotations_and_defined_terms_are_not(text: str) -> None:
    """The word is part of a name, somebody else's, or fixed by a figure."""
    assert [] == _found(text)
