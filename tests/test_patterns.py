"""No regular expression of the package takes more than linear time."""

import subprocess
import sys
from pathlib import Path


def test_every_pattern_ends_on_its_worst_cases() -> None:
    """
    Each comes through 2,000,000 repeated characters of its own classes, searched and matched.

    In a process of its own, which ends itself where a case hangs and then names it last.
    """
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("patterns_end.py"))],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stdout.endswith("patterns end\n"), done.stdout[-400:]
