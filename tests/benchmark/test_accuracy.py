"""The published figures are those of this code and of this benchmark; else run `make accuracy`."""

import hashlib
import json
from pathlib import Path

import pytest

from benchmarks.accuracy import CASE_TABLE, FIGURES, PAGE, TABLE, case_table, half, table
from benchmarks.rule_cases import files, score
from krlint.rulebook import load

HERE = Path(__file__).parent
PUBLISHED = json.loads(FIGURES.read_text(encoding="utf-8"))
NOW = "the published figures are stale: run `make accuracy`"


@pytest.mark.parametrize("name", ["release", "tuning"])
def test_the_figures_are_those_of_these_labels(name: str) -> None:
    """A changed label or key result asks for a new measurement."""
    files = {file: (HERE / file).read_bytes() for file in PUBLISHED[name]["files"]}

    digests = {file: hashlib.sha256(content).hexdigest() for file, content in files.items()}
    assert PUBLISHED[name]["files"] == digests, NOW


def test_the_figures_are_those_of_this_code() -> None:
    """On the tuning half, whose errors may be seen, within the tolerance that the file states."""
    drift = {
        (language, code): [now[part] - counts[part] for part in ("false_alarms", "missed")]
        for language, by_code in half("tuning")["scores"].items()
        for code, now in by_code.items()
        for counts in [PUBLISHED["tuning"]["scores"][language][code]]
    }

    allowed = PUBLISHED["tolerance"]
    assert {} == {key: by for key, by in drift.items() if max(map(abs, by)) > allowed}, NOW


def test_every_rule_with_a_label_has_figures_in_both_languages() -> None:
    """They are what `krlint rule` shows; each label of the benchmark counts every key result."""
    for rule in load():
        if rule.label:
            sizes = {of: each.score.key_results for of, each in rule.accuracy.items()}
            assert {"ja": 270, "en": 270} == sizes, rule.code


def test_the_page_shows_the_figures_of_the_file() -> None:
    """The table of docs/accuracy.md is the file's."""
    (shown,) = TABLE.findall(PAGE.read_text(encoding="utf-8"))

    assert table(PUBLISHED) == shown
    (shown,) = CASE_TABLE.findall(PAGE.read_text(encoding="utf-8"))
    assert case_table(PUBLISHED) == shown


def test_the_figures_on_cases_are_those_of_this_code() -> None:
    """Within two cases: they are few, and anybody may read them."""
    published = PUBLISHED["cases"]["scores"]
    drift = {}
    for rule, language, path in files():
        now, then = score(rule, language, path), published[language].get(rule.code, {})
        by = [getattr(now, part) - then.get(part, 99) for part in ("false_alarms", "missed")]
        if max(map(abs, by)) > 2:
            drift[rule.code, language] = by

    assert {} == drift, NOW
