"""What a rule tells apart on its marked cases, half of them near misses, and must go on to."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.rule_cases import cases, files, score
from krlint.model import Language, Rule
from krlint.rulebook import load

FILES = files()
FLOOR = {"error": 0.90, "warning": 0.80, "info": 0.70}
"""The precision below which a rule of that severity is not on by default."""


@pytest.mark.parametrize(("rule", "language", "path"), FILES, ids=lambda value: str(value)[-20:])
def test_precision_is_what_the_severity_asks(rule: Rule, language: Language, path: Path) -> None:
    """A rule that is on is right often enough, and finds most of what it is for."""
    if not rule.profiles:
        assert rule.severity != "error"
        return
    found = score(rule, language, path)

    assert found.precision is not None
    assert found.precision.value >= FLOOR[rule.severity], found
    assert found.recall is not None
    assert found.recall.value >= 0.5, found


@pytest.mark.parametrize("path", [path for _, _, path in FILES], ids=lambda path: path.name)
def test_there_are_enough_cases_and_near_misses(path: Path) -> None:
    """At least 40 a language, about half of which must not be flagged."""
    flags = Counter(case["flag"] for case in cases(path))

    assert flags.total() >= 40
    assert min(flags[True], flags[False]) >= 15


def test_every_rule_without_a_label_has_cases_in_both_languages() -> None:
    """What cannot be measured cannot be published."""
    measured = {(rule.code, language) for rule, language, _ in FILES}
    judged = [rule for rule in load() if rule.scope not in ("suppression", "baseline")]
    wanted = {(rule.code, of) for rule in judged if not rule.label for of in ("ja", "en")}

    assert set() == wanted - measured
