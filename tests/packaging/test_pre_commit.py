"""The published hooks, run by the real pre-commit in a fresh repository."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.environments import must, run

pytestmark = pytest.mark.clean_environment

GOOD = {
    "ja": "# Objective: 問い合わせを翌日に持ち越さない\n\n"
    "- KR1: 当日中に回答した問い合わせの割合を62%から90%に上げる\n",
    "en": "# Objective: No question waits overnight\n\n"
    "- KR1: Raise the share of questions answered the same day from 62% to 90%\n",
}
BAD = {
    "ja": "# Objective: 問い合わせを翌日に持ち越さない\n\n- KR1: 回答マニュアルを作成する\n",
    "en": "# Objective: No question waits overnight\n\n- KR1: Launch a chat widget\n",
}

CARD = """\
code: ACME101
name: slogan
severity: warning
phrases:
  en: [synergy, synergies]
message:
  en: "“{phrase}” means something else to everybody: say what happens."
suggestion:
  en: "[what happens] from [value today] to [target]"
why:
  en: Nobody can tell at the end of the quarter whether it came.
sources: [our own guide to OKRs]
examples:
  en:
    bad:
      - text: Create [[synergies]] in 3 product lines
        instead: Raise joint offers from 0 to 3 a month
    good:
      - Raise joint offers from 0 to 3 a month
"""


@pytest.fixture
def repository(checkout: Path, tmp_path: Path) -> Path:
    """A git repository that asks for krlint's hooks and has nothing committed yet."""
    revision = must(["git", "rev-parse", "HEAD"], checkout).strip()
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {checkout}\n  rev: {revision}\n"
        "  hooks:\n  - id: krlint\n  - id: krlint-cards\n"
    )
    must(["git", "init", "-q"], tmp_path)
    must([sys.executable, "-m", "pre_commit", "install"], tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", GOOD)
def test_a_good_document_can_be_committed(repository: Path, home: Path, language: str) -> None:
    """The hook lets measured key results through, and files that hold no key results."""
    (repository / "team-okr.md").write_text(GOOD[language], encoding="utf-8")
    (repository / "okr-guide.md").write_text("# What OKRs are\n\nRead this first.\n")
    must(["git", "add", "."], repository)

    done = run(["git", "commit", "-m", "OKRs"], repository, {"PRE_COMMIT_HOME": str(home)})

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout + done.stderr


@pytest.mark.parametrize("language", BAD)
def test_a_task_in_the_place_of_a_result_stops_the_commit(
    repository: Path, home: Path, language: str
) -> None:
    """The commit is refused, and the person sees the file and the rule."""
    (repository / "okrs").mkdir()
    (repository / "okrs" / "q3.md").write_text(BAD[language], encoding="utf-8")
    must(["git", "add", "."], repository)

    done = run(["git", "commit", "-m", "OKRs"], repository, {"PRE_COMMIT_HOME": str(home)})

    assert done.returncode == 1
    assert "okrs/q3.md" in done.stdout + done.stderr
    assert "KR201" in done.stdout + done.stderr


def test_a_sound_card_can_be_committed(repository: Path, home: Path) -> None:
    """Its examples are run as a card's, and not linted as key results."""
    done = _commit_card(CARD, repository, home)

    assert done.returncode == 0, done.stdout + done.stderr
    assert 2 == (done.stdout + done.stderr).count("Passed")


def test_a_card_that_misses_its_own_example_stops_the_commit(repository: Path, home: Path) -> None:
    """The commit is refused, and the person sees the card and the example."""
    broken = CARD.replace("en: [synergy, synergies]", "en: [leverage]")

    done = _commit_card(broken, repository, home)

    assert done.returncode == 1
    assert "ACME101 slogan" in done.stdout + done.stderr
    assert "[[synergies]]" in done.stdout + done.stderr


def _commit_card(card: str, repository: Path, home: Path) -> subprocess.CompletedProcess[str]:
    (repository / "okr-rules").mkdir()
    (repository / "okr-rules" / "ACME101-slogan.yaml").write_text(card, encoding="utf-8")
    must(["git", "add", "."], repository)
    return run(["git", "commit", "-m", "A card"], repository, {"PRE_COMMIT_HOME": str(home)})
