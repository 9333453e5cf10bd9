"""krlint says the same from a checkout, an editable install, an sdist and a wheel."""

import json
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.packaging.environments import ROOT, Installed, must

pytestmark = pytest.mark.clean_environment

FORMS = ("checkout", "folder", "editable", "sdist", "wheel")
DOCUMENTS = {
    "ja": "# 総務の目標\n\n## Objective: 来客が迷わない受付にする\n\n"
    "- KR1: 受付での待ち時間を平均6分から2分に短くする\n- KR2: 受付システムを導入する\n",
    "en": "# Facilities\n\n## Objective: Visitors never get lost\n\n"
    "- KR1: Cut the wait at reception from 6 minutes to 2\n- KR2: Launch a visitor app\n",
}
CARDS = sorted(path.name for path in (ROOT / "rules").glob("*.yaml"))


@pytest.mark.parametrize("language", DOCUMENTS)
def test_every_form_of_krlint_finds_the_same(
    environments: Mapping[str, Installed], language: str, tmp_path: Path
) -> None:
    """One document has the same findings in every form, and it has some."""
    (tmp_path / "okr.md").write_text(DOCUMENTS[language], encoding="utf-8")

    said = {
        form: json.loads(
            environments[form].krlint("check", "--format", "json", "okr.md", cwd=tmp_path).stdout
        )
        for form in FORMS
    }

    assert "KR201" in [finding["code"] for finding in said["checkout"]["findings"]]
    assert dict.fromkeys(FORMS, said["checkout"]) == said


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_krlint_has_all_the_cards(
    environments: Mapping[str, Installed], form: str, tmp_path: Path
) -> None:
    """The rules that an installed krlint knows are the cards of `rules/`."""
    program = (
        "import json; from krlint.rulebook import load;"
        "print(json.dumps([f'{rule.code}-{rule.name}.yaml' for rule in load()]))"
    )

    assert CARDS == json.loads(environments[form].execute(program, tmp_path))


def test_the_sdist_carries_all_that_builds_and_tests_krlint(checkout: Path, built: Path) -> None:
    """Every file of the repository is in it, but for those of the place where it is developed."""
    tracked = set(must(["git", "ls-files", "-z"], checkout).split("\0"))
    expected = {name for name in tracked if name and not name.startswith(".ci/")}

    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        files = {name.partition("/")[2] for name in archive.getnames()}

    assert set() == expected - files


def test_the_wheel_carries_the_cards_as_they_are_and_compiled(wheel: Path) -> None:
    """The YAML in the wheel is the checkout's; the compiled rulebook lies beside it."""
    with ZipFile(wheel) as archive:
        names = archive.namelist()
        cards = {name: archive.read(f"krlint/rules/{name}") for name in CARDS}

    assert {name: (ROOT / "rules" / name).read_bytes() for name in CARDS} == cards
    assert {"krlint/compiled/rules.json", "krlint/py.typed"} <= set(names)


def test_the_compiled_rulebook_is_equal_to_the_cards(
    environments: Mapping[str, Installed], tmp_path: Path
) -> None:
    """Rules and lexicons that come from JSON are the values that the YAML gives."""
    program = (
        "from krlint.lexicon import COMPILED, RULES, from_folder, lexicon\n"
        "from krlint.rulebook import load\n"
        "from krlint.rulebook.cards import read_own\n"
        "assert COMPILED.is_dir() and RULES.parent == COMPILED.parent\n"
        "assert read_own(RULES) == load()\n"
        "for language in ('ja', 'en'):\n"
        "    assert from_folder(RULES / 'lexicon' / language, language) == lexicon(language)\n"
    )

    assert environments["wheel"].execute(program, tmp_path) == ""


def test_a_wheel_lints_without_pydantic_and_yaml(
    environments: Mapping[str, Installed], tmp_path: Path
) -> None:
    """The compiled rulebook spares a run on a Markdown file both imports."""
    (tmp_path / "okr.md").write_text(DOCUMENTS["en"], encoding="utf-8")
    program = (
        "import contextlib, io, sys\n"
        "from krlint.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    assert main(['check', '--fail-on', 'never', 'okr.md']) == 0\n"
        "print(sorted({'pydantic', 'yaml', 'spacy', 'ginza', 'openpyxl'} & set(sys.modules)))\n"
    )

    assert environments["wheel"].execute(program, tmp_path) == "[]\n"


def test_an_editable_install_leaves_no_copy_behind(
    environments: Mapping[str, Installed],
) -> None:
    """There is one set of cards, the checkout's: no second one in site-packages."""
    assert not (environments["editable"].site_packages / "krlint").exists()


def test_an_edited_card_takes_effect_at_once(
    install: Callable[..., Installed], checkout: Path, tmp_path: Path
) -> None:
    """In an editable install a card's new words are there at the next run."""
    installed = install("--editable", checkout)
    card = checkout / "rules" / CARDS[0]
    before = card.read_text(encoding="utf-8")
    code = CARDS[0].partition("-")[0]

    try:
        card.write_text(before.replace("why:\n  ja: ", "why:\n  ja: 蛇足。"), encoding="utf-8")
        shown = installed.krlint("rule", code, "--locale", "ja", cwd=tmp_path).stdout
    finally:
        card.write_text(before, encoding="utf-8")

    assert "蛇足。" in shown
