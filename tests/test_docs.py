"""What the documentation shows is what krlint does."""

import doctest
import re
from pathlib import Path

import pytest

from krlint.cli import main

ROOT = Path(__file__).parents[1]
DOCUMENT = re.compile(r"^```markdown\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CONSOLE = re.compile(r"^```console\n\$ krlint (.*?)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_library_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of docs/library.md gives what the page says."""
    monkeypatch.chdir(ROOT)

    failed, tried = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False)

    assert failed == 0
    assert tried > 10


@pytest.mark.parametrize("page", ["README.md", "README.ja.md"])
def test_the_readme_shows_what_a_person_sees(
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each console block is the output of its command on the document shown before it."""
    text = (ROOT / page).read_text(encoding="utf-8")
    (tmp_path / "okr.md").write_text(DOCUMENT.findall(text)[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    shown = CONSOLE.findall(text)

    said = []
    for command, _ in shown:
        main(command.split())
        said.append((command, capsys.readouterr().out))

    assert shown
    assert shown == said
