"""The tutorial for a repository, done as it says: with git, pre-commit and the wheel."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.environments import ENVIRONMENT, ROOT, Installed, must, run
from tests.walkthrough import played

pytestmark = pytest.mark.clean_environment


@pytest.mark.parametrize("page", ["monorepo.md", "monorepo.ja.md"])
def test_a_team_adopts_krlint_as_the_tutorial_says(
    page: str,
    checkout: Path,
    home: Path,
    wheel: Path,
    install: Callable[..., Installed],
    tmp_path: Path,
) -> None:
    """Each command works and prints what is shown; only the commit of a task is refused."""
    text = (ROOT / "docs" / "tutorials" / page).read_text(encoding="utf-8")
    revision = must(["git", "rev-parse", "HEAD"], checkout).strip()
    here = text.replace("https://…/krlint", str(checkout)).replace("v0.1.0", revision)
    krlint = install(wheel)
    folders = (krlint.python.parent, Path(sys.executable).parent, ENVIRONMENT["PATH"])
    more = {
        "PATH": os.pathsep.join(map(str, folders)),
        "PRE_COMMIT_HOME": str(home),
        "COLUMNS": "80",
    }
    must(["git", "init", "-q"], tmp_path)
    refused: list[str] = []
    codes = [0]

    def answer(words: list[str]) -> str:
        if words == ["echo", "$?"]:
            return f"{codes[-1]}\n"
        if "teams/app/okrs/2027-h1.md" in words:
            done = run(["bash", "-c", "git add . && git commit -m task"], tmp_path, more)
            refused.append(done.stdout + done.stderr)
            assert done.returncode == 1
        done = run(words, tmp_path, more)
        codes.append(done.returncode)
        return done.stdout + done.stderr

    def shell(body: str) -> None:
        must(["bash", "-ec", body], tmp_path, more)

    said = played(here, tmp_path, answer, shell)

    assert here == said
    assert ["KR201" in each for each in refused] == [True]
    assert 2 == len(must(["git", "log", "--oneline"], tmp_path).splitlines())
