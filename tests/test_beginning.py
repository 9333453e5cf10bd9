"""What a newcomer gets: a config, a template, the skeleton of a rule, and a test of it."""

from pathlib import Path

import pytest

from krlint.cli import main
from krlint.cli.starters import FORMS
from krlint.rulebook import load
from krlint.testing import problems, rules_at


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_template_is_clean(form: str, locale: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In every form and language, under all rules of the profile strict, with the config beside."""
    assert 0 == main(["init", "--format", form, "--locale", locale])
    capsys.readouterr()

    code = main(["check", f"okr.{form}", "--extend-select", "strict", "--fail-on", "warning"])

    assert 0 == code, capsys.readouterr().out
    assert "4" in capsys.readouterr().out


def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither template nor config; what is there stays."""
    Path("krlint.toml").write_text("# ours\n", encoding="utf-8")

    assert 2 == main(["init"])

    assert "krlint.toml" in capsys.readouterr().err
    assert "# ours\n" == Path("krlint.toml").read_text(encoding="utf-8")
    assert not Path("okr.md").exists()


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_skeleton_of_a_rule_is_sound(locale: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It fires where it says, and krlint test says so."""
    assert 0 == main(["rule", "--new", "ACME001-no-synergy", "--locale", locale])

    assert 0 == main(["test", "ACME001-no-synergy.yaml"])
    assert "ACME001 no-synergy" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["synergy", "acme001-x", "ACME001", "../ACME001-no-synergy"])
def test_a_name_that_no_card_can_have(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Is refused with one that can."""
    assert 2 == main(["rule", "--new", name])
    assert "ACME001-no-synergy" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[[synergies]]", "synergies", "found, and [[synergies]]"),
        ("[[synergies]] in", "synergies [[in]]", "[[in]] should be found"),
        ("phrases:\n  en: [synergy, synergies]", "phrases:\n  en: [nothing]", "nothing is."),
        ("      - Joint offers up from 0 to 3 a month\n", "      - A synergy a day\n", "praised"),
        ("up from 0 to 3 a month\n    good", "to be considered\n    good", "praised"),
    ],
)
def test_what_a_card_says_and_does_not_do(
    old: str, new: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The example, what should have been found, and what was; exit code 1."""
    main(["rule", "--new", "ACME001-no-synergy", "--locale", "en"])
    path = Path("ACME001-no-synergy.yaml")
    card = path.read_text(encoding="utf-8")
    assert old in card
    path.write_text(card.replace(old, new, 1), encoding="utf-8")

    assert 1 == main(["test", str(path), "--locale", "en"])
    assert said in capsys.readouterr().out


def test_a_card_without_a_bad_example_is_not_sound() -> None:
    """Nothing shows that it ever fires."""
    main(["rule", "--new", "ACME001-no-synergy", "--locale", "en"])
    path = Path("ACME001-no-synergy.yaml")
    before, _, after = path.read_text(encoding="utf-8").partition("    bad:")
    path.write_text(f"{before}    bad: []\n    good:{after.partition('    good:')[2]}", "utf-8")
    (rule,) = rules_at(path)

    (problem,) = problems(rule)

    assert "No bad example" in problem.wording.en


def test_a_signal_that_no_example_needs() -> None:
    """It could be left out, so nobody knows what it is for."""
    main(["rule", "--new", "ACME001-no-synergy", "--locale", "en"])
    path = Path("ACME001-no-synergy.yaml")
    card = path.read_text(encoding="utf-8")
    path.write_text(card.replace("phrases:", "when: {none: [agreement]}\nphrases:", 1), "utf-8")
    (rule,) = rules_at(path)

    assert ["No good example needs “agreement” under none: add one that it saves."] == [
        problem.wording.en for problem in problems(rule)
    ]


def test_our_own_cards_are_tested_by_the_same_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a path and without rule-paths."""
    assert 0 == main(["test"])
    told = capsys.readouterr().out
    assert all(f"{rule.code} {rule.name}" in told for rule in load())
