"""KR110 and its option."""

import pytest

from krlint.config import Config
from krlint.lint import lint_text

LACKING = Config(select=("KR110",), rules={"KR110": {"lacking": True}})


@pytest.mark.parametrize(
    ("text", "fields", "flagged"),
    [
        ("Raise stock accuracy from 94% to 98%", {}, True),
        ("Answer 95% of tenant letters within 3 working days", {}, True),
        ("Raise stock accuracy from 94% to 98% by 30 June", {}, False),
        ("Raise stock accuracy from 94% to 98%", {"Due": "30 June"}, False),
    ],
)
def test_the_option_asks_for_a_date(text: str, fields: dict[str, str], flagged: bool) -> None:
    """A duration is no date; a column may give it."""
    found = lint_text(text, language="en", fields=fields, config=LACKING)

    assert flagged == bool(found)
    assert () == lint_text(text, language="en", fields=fields, config=Config(select=("KR110",)))


def test_the_message_says_which_of_the_two_it_is() -> None:
    """The date and the period are quoted; where there is none, that is said."""
    config = Config(select=("KR110",))
    (late,) = lint_text("Move it by December", language="en", period="2026 Q3", config=config)
    (none,) = lint_text("在庫差異を9件から4件にする", language="ja", config=LACKING)

    assert late.message.en.startswith("“December” lies outside the period planned for, 2026 Q3.")
    assert none.message.ja.startswith("いつまでにやるかが書かれていません。")
