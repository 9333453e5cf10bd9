"""The page about costs says what was measured."""

import json
from typing import Any

from benchmarks.bars import Bar, beside
from benchmarks.page import bars, page, value
from benchmarks.speed import COSTS, PAGE, TABLE


def test_the_page_shows_the_costs_that_are_kept() -> None:
    """Nobody edits the tables by hand."""
    kept = json.loads(COSTS.read_text(encoding="utf-8"))

    (shown,) = TABLE.findall(PAGE.read_text(encoding="utf-8"))

    assert page(kept) == shown


def test_a_bar_is_met_or_missed_by_time_of_the_processor() -> None:
    """The clock of a busy machine decides nothing."""
    twice, thrice = _costs(2, clock=9), _costs(3, clock=1)

    said = ["\n".join(bars(costs)).count("| met |") for costs in (twice, thrice)]

    assert [1, 0] == said


def test_what_was_not_measured_has_no_figure() -> None:
    """Without Node.js there is no ratio to textlint, and nothing is said of it."""
    bar = Bar("", "", 1, beside("10 ja md one", "textlint"))

    assert value(bar, _costs(2, clock=2), "processor") is None


def _costs(processor: float, *, clock: float) -> dict[str, Any]:
    one = {"wall": 1.0, "processor": 1.0}
    return {
        "10 ja md one": {"krlint": {"wall": clock, "processor": processor}, "proselint": one},
    }
