"""
277 English key results of many trades, labelled before their rules' words were chosen.

They have since been used to find mistakes, so the floors guard against loss; they measure nothing
new (the blind set beside them does).
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from krlint.lint import lint_text

FLOORS = {
    "numeric_target": ("KR101", 0.97),
    "one_off_todo": ("KR201", 0.95),
    "completion_definition": ("KR301", 0.95),
    "cross_team_dependency": ("KR401", 0.95),
    "uncontrollable": ("KR402", 0.90),
    "low_resolution": ("KR302", 0.85),
}


@pytest.fixture(scope="module")
def counts() -> Counter[tuple[str, bool, bool]]:
    """How often each label was (true, found)."""
    found: Counter[tuple[str, bool, bool]] = Counter()
    lines = (Path(__file__).parent / "en.jsonl").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, lines):
        codes = {
            finding.code
            for finding in lint_text(
                record["text"], language="en", team=record["team"], fields=record["fields"]
            )
        }
        for label, (code, _) in FLOORS.items():
            found[label, record["labels"][label], code in codes] += 1
    return found


@pytest.mark.parametrize("label", FLOORS)
def test_f1_stays_above_its_floor(label: str, counts: Counter[tuple[str, bool, bool]]) -> None:
    """Precision and recall of each rule, taken together."""
    right, wrong = counts[label, True, True], counts[label, False, True]
    missed = counts[label, True, False]

    assert 2 * right / (2 * right + wrong + missed) >= FLOORS[label][1]
