"""Which files the published pre-commit hook looks at."""

import re
from pathlib import Path

import pytest
import yaml

HOOK, CARDS = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text())


@pytest.mark.parametrize(
    "path",
    [
        "okr.md",
        "OKRs.xlsx",
        "docs/2026-okr-legal.yaml",
        "経理/経理部OKR.csv",
        "okrs/2026/q3.yml",
        "team OKR (draft).txt",
        "okr2027.json",
    ],
)
def test_files_that_are_called_okr_are_linted(path: str) -> None:
    """The word may stand in the file's name or in a folder's, in any case."""
    assert re.search(HOOK["files"], path)


@pytest.mark.parametrize("path", ["README.md", "bookrack.md", "okr.py", "src/okr/model.go"])
def test_other_files_are_left_alone(path: str) -> None:
    """Neither the letters within another word nor a program in a folder of that name count."""
    assert not re.search(HOOK["files"], path)


@pytest.mark.parametrize("path", ["okr-rules/ACME101-slogan.yaml", "teams/legal/okr-rules/a.yml"])
def test_cards_in_their_folder_are_tested(path: str) -> None:
    """The folder may lie anywhere in the repository."""
    assert re.search(CARDS["files"], path)


@pytest.mark.parametrize("path", ["okrs/q3.yaml", "okr-rules/README.md", "my-okr-rules/a.yaml"])
def test_what_is_no_card_is_not_tested(path: str) -> None:
    """Documents, other files beside the cards, and folders of other names."""
    assert not re.search(CARDS["files"], path)
