"""What a card must be, and what is said of one that is not."""

from pathlib import Path

import pytest

from krlint.config import Config, ConfigError
from krlint.lexicon import RULES
from krlint.model import Flag, KeyResult, Span
from krlint.rulebook import choose, compiled, find, load
from krlint.rulebook.cards import CardError, read_card, read_own, read_path
from krlint.rulebook.findings import flagged


def test_compiled_rules_are_the_rules_of_the_cards(tmp_path: Path) -> None:
    """What the wheel carries is what the checkout reads."""
    compiled.write(RULES, tmp_path)

    assert read_own(RULES) == compiled.read(tmp_path / "rules.json")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("code: KR1: x", "mapping values are not allowed"),
        ("code: KR900", "name: Field required"),
        ("code: KR900\nname: xx\nseverty: error", "No card has a key “severty”"),
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


CARD = """\
code: ACME001
name: no-synergy
severity: warning
phrases: {en: [synergy]}
message: {en: "Say what “{phrase}” is."}
suggestion: {en: "[what happens]"}
why: {en: It is jargon.}
sources: []
examples: {en: {bad: [], good: []}}
"""


def _card(folder: Path, old: str = "", new: str = "") -> Path:
    """A card that is sound but for what was put in the place of `old`."""
    assert old in CARD
    path = folder / "ACME001.yaml"
    path.write_bytes(CARD.replace(old, new, 1).encode("utf-8", "surrogateescape"))
    return path


def _refused(path: Path) -> CardError:
    with pytest.raises(CardError) as caught:
        read_card(path)
    assert str(path) == caught.value.path
    return caught.value


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("“{phrsae}” is", "no slot “phrsae”. Did you mean “phrase”?"),
        ("“{task}” is", "no slot “task”"),
        ("80 {% is", "stands alone"),
        ("{phrase.__class__}", "“{phrase.__class__}” cannot be filled"),
        ("{phrase[0]} is", "cannot be filled"),
        ("{phrase!r} is", "cannot be filled"),
        ("{phrase:>99} is", "cannot be filled"),
        ("{} is", "cannot be filled"),
    ],
)
def test_a_slot_that_nothing_fills_is_refused(tmp_path: Path, new: str, said: str) -> None:
    """When the card is read, with its line: not when somebody's key result meets it."""
    error = _refused(_card(tmp_path, "“{phrase}” is", new))

    assert 5 == error.line
    assert said in error.wording.en


def test_a_brace_that_is_meant_is_written_twice(tmp_path: Path) -> None:
    """It is shown once."""
    rule = read_card(_card(tmp_path, "“{phrase}”", "{phrase} {{or}} {metric}"))
    flag = Flag(KeyResult("x"), Span(0, 1), {"phrase": "a {task}"})

    assert "Say what a {task} {or} [metric] is." == flagged(rule, flag, "en").message.en


def test_a_slot_that_a_check_left_open_stays_as_it_is(tmp_path: Path) -> None:
    """A check may fill any slot, so its absence shows only when it runs; nothing breaks."""
    check = "check: krlint.rulebook.checks.objectives:too_many_or_few\nscope: document"
    path = _card(tmp_path, "phrases: {en: [synergy]}", check)

    said = flagged(read_card(path), Flag(KeyResult("x"), Span(0, 1)), "en").message.en

    assert "Say what “{phrase}” is." == said


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("It is jargon.", "\udc8e\udcd0\udc93\udce0", None, "UTF-8"),
        ("It is jargon.", "a \x07 bell", 7, "control character"),
        ("It is jargon.", "a \x7f", None, "not allowed"),
        ("sources: []", "sources: [2026-13-45]", None, "month must be in 1..12"),
        ("sources: []", 'sources: [!!int ""]', None, "cannot be used"),
        ("sources: []", "sources: [!!timestamp x]", None, "cannot be used"),
        ("sources: []", f"sources: {'[' * 5000}{']' * 5000}", 8, "nesting depth"),
        ("severity: warning", "severity: grave", 3, "'error', 'warning' or 'info'"),
        ("{en: [synergy]}", "{en: [synergy], fr: []}", 4, "'ja' or 'en'"),
        ("severity: warning", "severity: warning\nscope: document", None, "no phrases"),
        ("sources: []", "sources: []\nsevrity: error", 9, "No card has a key “sevrity”"),
    ],
)
def test_what_is_no_card_is_refused_in_words(
    tmp_path: Path, old: str, new: str, line: int | None, said: str
) -> None:
    """Encodings, control characters, values that YAML cannot have: never a traceback."""
    error = _refused(_card(tmp_path, old, new))

    assert line == error.line
    assert said in error.wording.en


def test_a_folder_called_like_a_card_is_refused(tmp_path: Path) -> None:
    """It would be passed over in silence otherwise, or end the run."""
    (tmp_path / "b.yaml").mkdir()

    with pytest.raises(CardError, match="A card is a file") as caught:
        read_path(tmp_path)

    assert str(tmp_path / "b.yaml") == caught.value.path


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
