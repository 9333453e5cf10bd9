"""The example of a package of rules, installed beside krlint."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.environments import Installed, must

pytestmark = pytest.mark.clean_environment


def test_the_example_brings_its_rules_and_passes_its_tests(
    install: Callable[..., Installed], checkout: Path, wheel: Path, tmp_path: Path
) -> None:
    """Without a config its four rules are on, and its own tests pass for each of them."""
    plugin = tmp_path / "plugin"
    shutil.copytree(checkout / "docs" / "examples" / "plugin", plugin)
    installed = install(wheel, plugin, "pytest")
    (tmp_path / "okr.md").write_text(
        "## Objective: Visitors come back\n\n- KR1: Launch the synergy portal\n"
        "- KR2: Cut support tickets from 480 to 300 a month\n",
        encoding="utf-8",
    )

    said = installed.krlint("check", "--format", "json", "okr.md", cwd=tmp_path)
    codes = {finding["code"] for finding in json.loads(said.stdout)["findings"]}
    tests = must([installed.python, "-m", "pytest", "-q", "tests"], plugin, installed.variables)

    assert {"ACME001", "ACME002", "ACME003", "ACME004"} <= codes
    assert "4 passed" in tests
