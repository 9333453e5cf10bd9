"""Every card does what its own examples say."""

from pathlib import Path

import acme_okr
import pytest

from krlint.model import Rule
from krlint.testing import problems, rules_at

CARDS = rules_at(Path(acme_okr.__file__).parent / "cards")


@pytest.mark.parametrize("rule", CARDS, ids=lambda rule: rule.code)
def test_card(rule: Rule) -> None:
    """No example is found where it should not be, or not where it should."""
    assert problems(rule) == ()
