"""What krlint does not load until it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "ginza", "sudachipy", "pydantic", "yaml", "openpyxl", "pyromark", "click", "tqdm")
DOCUMENTS = {
    "ja": "# Objective: 会議を短くする\n\n- KR1: 会議の平均時間を58分から35分に短くする\n",
    "en": "# Objective: Shorter meetings\n\n- KR1: Cut the mean meeting from 58 to 35 minutes\n",
}
CHECK = """
import contextlib, io
from krlint.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    assert main(["check", "okr.md"]) == 0
"""


def loaded_by(program: str, cwd: Path) -> set[str]:
    """Which of the heavy packages a fresh Python has loaded after the program."""
    program += f"\nimport sys\nprint(*sorted(set({HEAVY}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=cwd, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_import_krlint_loads_nothing_heavy(tmp_path: Path) -> None:
    """`import krlint` stays cheap for programs that may never lint."""
    assert set() == loaded_by("import krlint", tmp_path)


@pytest.mark.parametrize("language", DOCUMENTS)
def test_checking_an_ordinary_document_loads_no_parser(language: str, tmp_path: Path) -> None:
    """Where tokens settle every verdict, neither spaCy nor the reader of workbooks is loaded."""
    (tmp_path / "okr.md").write_text(DOCUMENTS[language], encoding="utf-8")

    loaded = loaded_by(CHECK, tmp_path)

    assert "pyromark" in loaded
    assert set() == loaded & {"spacy", "ginza", "openpyxl", "tqdm"}


def test_english_needs_no_japanese_dictionary(tmp_path: Path) -> None:
    """An English document is linted without SudachiPy."""
    (tmp_path / "okr.md").write_text(DOCUMENTS["en"], encoding="utf-8")

    assert "sudachipy" not in loaded_by(CHECK, tmp_path)
