"""docs/security.md names tests that are there."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "security.md"


def test_every_promise_has_its_test() -> None:
    """Each row names one, and each that is named is a function of that file."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if "::" in line]
    named = [re.findall(r"`([\w/]+\.py)::(\w+)`", row) for row in rows]

    assert len(rows) > 40
    assert all(named)
    assert [] == [f"{file}::{test}" for row in named for file, test in row if not _is(file, test)]


def test_no_row_is_without_one() -> None:
    """A promise that nothing holds is none."""
    page = PAGE.read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and "---" not in line]
    heads = [row for row in rows if row.endswith("| promise | test |")]

    assert 6 == len(heads)
    assert [] == [row for row in rows if row not in heads and "::test_" not in row]


def _is(file: str, test: str) -> bool:
    path = TESTS / file
    if not path.is_file():
        return False
    found = ast.parse(path.read_text(encoding="utf-8")).body
    return test in {each.name for each in found if isinstance(each, ast.FunctionDef)}
