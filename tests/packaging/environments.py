"""Commands in environments of their own, with nothing of this one's Python or git in them."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("PYTHON", "VIRTUAL_ENV", "COV", "GIT_", "GITHUB_"))
} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "krlint",
    "GIT_AUTHOR_EMAIL": "krlint@example.org",
    "GIT_COMMITTER_NAME": "krlint",
    "GIT_COMMITTER_EMAIL": "krlint@example.org",
    "SOURCE_DATE_EPOCH": "1798761600",
}


def run(
    command: Sequence[str | Path], cwd: Path, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The finished command with its output as text; whether it succeeded is for the caller."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=ENVIRONMENT | dict(more or {}),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def must(command: Sequence[str | Path], cwd: Path, more: Mapping[str, str] | None = None) -> str:
    """The standard output of a command that has to succeed."""
    done = run(command, cwd, more)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@dataclass(frozen=True)
class Installed:
    """One environment that krlint can be run in."""

    python: Path
    variables: Mapping[str, str]
    site_packages: Path

    def krlint(self, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        """What `krlint` with these arguments does."""
        command = "import sys; from krlint.cli import main; sys.exit(main())"
        return run([self.python, "-c", command, *arguments], cwd, self.variables)

    def execute(self, program: str, cwd: Path) -> str:
        """What a Python program prints that has to succeed."""
        return must([self.python, "-c", program], cwd, self.variables)
