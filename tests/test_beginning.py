"""What a newcomer gets: a config, a template, the skeleton of a rule, and a test of it."""

from pathlib import Path
from typing import Any

import pytest

from krlint.cli import main
from krlint.cli.starters import FORMS
from krlint.config import Config
from krlint.model import Example
from krlint.rulebook import load
from krlint.testing import findings, problems, rules_at, sheets


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


def test_a_template_that_cannot_be_written_leaves_no_config(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both files or none."""
    whole = Path.open

    def full(path: Path, *how: Any) -> Any:
        if path.name == "okr.md":
            raise OSError(28, "No space left on device")
        return whole(path, *how)

    monkeypatch.setattr(Path, "open", full)

    assert 2 == main(["init"])
    assert "No space left" in capsys.readouterr().err
    assert [] == list(Path().iterdir())


@pytest.mark.parametrize("folder", ["taken/okr", "taken", "n" * 300])
def test_a_folder_that_cannot_be_made(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file stands in its place, or its name is too long."""
    Path("taken").write_text("", encoding="utf-8")

    assert 2 == main(["init", folder, "--locale", "en"])
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["okr-rules", "okr-rules/ACME001-no-synergy.yaml"])
def test_a_new_rule_goes_where_the_others_are(named: str) -> None:
    """Beside the card that the config names, or into its folder."""
    Path("okr-rules").mkdir()
    assert 0 == main(["rule", "--new", "ACME001-no-synergy"])
    Path("ACME001-no-synergy.yaml").rename("okr-rules/ACME001-no-synergy.yaml")
    Path("krlint.toml").write_text(f'rule-paths = ["{named}"]\n', encoding="utf-8")

    assert 0 == main(["rule", "--new", "ACME002-no-leverage"])
    assert Path("okr-rules/ACME002-no-leverage.yaml").is_file()


def test_a_card_of_one_language_shows_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    """In both locales; no heading stands over nothing."""
    main(["rule", "--new", "ACME001-no-synergy", "--locale", "ja"])
    Path("krlint.toml").write_text('rule-paths = ["ACME001-no-synergy.yaml"]\n', encoding="utf-8")
    capsys.readouterr()

    assert 0 == main(["rule", "ACME001", "--locale", "en"])
    assert "2部門のシナジーを月3件出す" in capsys.readouterr().out


def test_the_examples_of_a_card_are_judged_with_the_companys_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`krlint test` takes teams, words and options from the config, as `krlint check` does."""
    main(["rule", "--new", "ACME001-no-synergy", "--locale", "en"])
    path = Path("ACME001-no-synergy.yaml")
    card = path.read_text(encoding="utf-8")
    praised = "Joint offers up from 0 to 3 a month\n    good"
    assert praised in card
    path.write_text(card.replace(praised, "Make a groovy offer\n    good", 1), encoding="utf-8")
    settings = 'select = ["KR502"]\nseverity = {KR502 = "warning"}\n'
    Path("krlint.toml").write_text(settings, encoding="utf-8")
    assert 0 == main(["test", str(path), "--locale", "en"])
    capsys.readouterr()

    word = f'{settings}[lexicon.en]\nquality = ["groovy"]\n'
    Path("krlint.toml").write_text(word, encoding="utf-8")

    assert 1 == main(["test", str(path), "--locale", "en"])
    assert "2 examples, to mend: 1" in capsys.readouterr().out


def test_two_documents_of_an_example_may_have_one_title() -> None:
    """Each finding is shown in the one where it stands."""
    first, second = sheets("# OKR\n\n- KR1: Launch it\n\n# OKR\n\n- KR1: Launch it\n")

    assert first.document.path != second.document.path
    (rule,) = (rule for rule in load() if rule.code == "KR604")
    text = "# OKR\n\n- KR1: Cut churn from 4% to 2%\n\n# OKR\n\n- KR1: Cut churn from 4% to 2%\n"
    found = findings(rule, Example(text), "en", config=Config(select=("KR604",)))
    assert [text.rindex("Cut")] == [one.span.start for one in found if one.code == "KR604"]
