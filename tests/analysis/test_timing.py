"""Whether a key result says by when."""

import pytest

from krlint.analysis.signals import SIGNALS
from krlint.lint import analyse
from krlint.model import Language


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ja", "書庫を早期に移す", "早期に"),
        ("ja", "早期退職者を9人から4人にする", None),
        ("ja", "書庫を11月頃に移す", "11月頃"),
        ("ja", "書庫を11月30日頃に移す", None),
        ("ja", "30代前後の会員を40人から60人にする", None),
        ("ja", "速やかに移す", "速やかに"),
        ("ja", "速やかに30分以内に返す", None),
        ("ja", "「近日公開」の頁を34件から0件にする", None),
        ("ja", "順次処理の不具合を9件から0件にする", None),
        ("en", "Move the stacks as soon as possible", "as soon as possible"),
        ("en", "Move the stacks by around November", "around November"),
        ("en", "Move around 40 stacks", None),
        ("en", "Close 90% of tickets tagged ASAP", None),
        ("en", "Raise early sign-ups from 9 to 14", None),
    ],
)
def test_words_for_a_time_that_set_no_date(language: Language, text: str, said: str | None) -> None:
    """A name, a count or a time limit in such words leaves nothing open."""
    understood = analyse(text, language=language)
    found = SIGNALS["vague_time"](understood)

    assert said == (understood.text_of(found.evidence[0]) if found.truth else None)


@pytest.mark.parametrize(
    ("language", "text", "fixed"),
    [
        ("ja", "順次、11月末までに移す", True),
        ("ja", "順次移す（10月5日：北棟）", True),
        ("ja", "10月から順次移す", False),
        ("en", "Gradually move the stacks by November", True),
        ("en", "Move the stacks at some point in H2", False),
    ],
)
def test_a_date_that_one_can_look_up(language: Language, text: str, fixed: bool) -> None:
    """When it begins, or within which half, is no day to come and look."""
    assert fixed == SIGNALS["fixed_date"](analyse(text, language=language)).truth


@pytest.mark.parametrize(
    ("value", "vague"), [("早めに", True), ("秋頃", True), ("9月30日頃", False), ("9月30日", False)]
)
def test_a_column_for_the_date_may_leave_it_open(value: str, vague: bool) -> None:
    """What stands under 「期限」 is judged like the text."""
    found = SIGNALS["vague_time"](analyse("書庫を移す", fields={"期限": value}))

    assert vague == found.truth
    assert all(each.field == "deadline" for each in found.evidence)
