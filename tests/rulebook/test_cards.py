"""What a card must be, and what is said of one that is not."""

from pathlib import Path

import pytest

from krlint.config import Config, ConfigError
from krlint.lexicon import RULES
from krlint.rulebook import choose, compiled, find, load
from krlint.rulebook.cards import CardError, read_card, read_cards


def test_compiled_rules_are_the_rules_of_the_cards(tmp_path: Path) -> None:
    """What the wheel carries is what the checkout reads."""
    compiled.write(RULES, tmp_path)

    assert read_cards(RULES) == compiled.read(tmp_path / "rules.json")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("code: KR1: x", "mapping values are not allowed"),
        ("code: KR900", "name: Field required"),
        ("code: KR900\nname: xx\nseverty: error", "no card has a key “severty”"),
        ("[1, 2]", "valid dictionary"),
        ("", "valid dictionary"),
    ],
)
def test_a_broken_card_names_its_file_and_fault(tmp_path: Path, content: str, reason: str) -> None:
    """Whoever wrote the card learns what to mend."""
    path = tmp_path / "KR900.yaml"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(CardError) as caught:
        read_card(path)

    assert str(path) == caught.value.path
    assert reason in caught.value.wording.en


def test_an_unknown_signal_lists_the_known_ones(tmp_path: Path) -> None:
    """A misspelt signal cannot make a rule that never fires."""
    card = (RULES / "KR201-one-off-task.yaml").read_text(encoding="utf-8")
    path = tmp_path / "KR201.yaml"
    path.write_text(card.replace("all: [task]", "all: [taks]"), encoding="utf-8")

    with pytest.raises(CardError) as caught:
        read_card(path)

    assert "no signal is called 'taks'" in caught.value.wording.en
    assert "task" in caught.value.wording.en


@pytest.mark.parametrize("selector", ["KR101", "kr101", "no-numeric-target"])
def test_rules_are_found_by_code_or_name(selector: str) -> None:
    """Either may be written everywhere."""
    assert "KR101" == find(load(), selector).code


def test_a_selector_may_be_the_beginning_of_codes() -> None:
    """KR4 selects the rules about others."""
    chosen = choose(load(), Config(select=("KR4",), ignore=("uncontrollable",)))

    assert ["KR401", "KR403"] == [rule.code for rule in chosen]


@pytest.mark.parametrize("selector", ["KR999", "no-numeric-traget", "", "X"])
def test_an_unknown_rule_is_refused(selector: str) -> None:
    """A typing mistake must not switch a check off in silence."""
    with pytest.raises(ConfigError):
        choose(load(), Config(select=(selector,)))


def test_a_misspelt_rule_name_gets_the_nearest() -> None:
    """The message says what was probably meant."""
    with pytest.raises(ConfigError) as caught:
        find(load(), "one-of-task")

    assert "one-off-task" in caught.value.wording.en
