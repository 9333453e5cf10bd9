"""Which rules a profile has on."""

import pytest

from krlint import lint_text
from krlint.config import Config
from krlint.rulebook import choose, load


def _codes(*select: str) -> set[str]:
    return {rule.code for rule in choose(load(), Config(select=select))}


@pytest.mark.parametrize("profile", ["default", "strict", "early-stage"])
def test_a_profile_has_on_what_the_cards_say(profile: str) -> None:
    """No more and no less, and at least the rules whether done is decidable and who has agreed."""
    said = {rule.code for rule in load() if profile in rule.profiles}

    assert said == _codes(profile)
    assert {"KR301", "KR401"} <= said


def test_default_is_what_runs_when_nothing_is_chosen() -> None:
    """A config without `select` has the profile `default` on."""
    assert _codes("default") == {rule.code for rule in choose(load(), Config())}


def test_strict_leaves_off_nothing_that_default_has_on() -> None:
    """Who asks for more does not get less."""
    assert set() == _codes("default") - _codes("strict")


def test_early_stage_asks_milestones_for_no_number_and_no_outcome() -> None:
    """What KR101, KR201 and KR202 ask for may come later."""
    assert {"KR101", "KR201", "KR202"} == _codes("default") - _codes("early-stage")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新しい見積ひな形を公開する", ()),
        ("見積の作り方を改善する", ("KR301",)),
        ("Publish the new quotation template", ()),
        ("Improve how quotations are written", ("KR301",)),
    ],
)
def test_early_stage_still_asks_that_done_can_be_told(text: str, expected: tuple[str, ...]) -> None:
    """A milestone is free; a direction without an end is not."""
    found = lint_text(text, config=Config(select=("early-stage",)))

    assert expected == tuple(finding.code for finding in found)


def test_a_profile_and_a_code_go_together() -> None:
    """`select` adds up, whatever kind of name each entry is."""
    assert _codes("early-stage") | {"KR101"} == _codes("early-stage", "KR101")


def test_a_rule_in_no_profile_runs_when_it_is_named() -> None:
    """By its code or its name, and with `all`."""
    for rule in load():
        if not rule.profiles:
            assert rule.code not in _codes("default", "strict", "early-stage")
        assert rule.code in _codes(rule.name)
        assert rule.code in _codes("all")
