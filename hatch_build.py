"""
Puts `rules/` and its compiled form into the wheel.

An editable install gets neither: there krlint reads the checkout's YAML, so that an edit of a card
takes effect at once and no stale copy lies in site-packages.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Rulebook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the cards and lexicons, unless the wheel is for an editable install."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from krlint.rulebook.compiled import write

        rules = Path(self.root, "rules")
        self._folder = tempfile.TemporaryDirectory()
        write(rules, Path(self._folder.name))
        build_data["force_include"][str(rules)] = "krlint/rules"
        build_data["force_include"][self._folder.name] = "krlint/compiled"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Throw the compiled files away once they are in the wheel."""
        if version != "editable":
            self._folder.cleanup()
