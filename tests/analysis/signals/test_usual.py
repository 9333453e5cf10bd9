"""Whether things are as before when a key result is met."""

import pytest

from krlint import analyse
from krlint.analysis.signals.usual import unchanged


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("点滴の在庫日数7日を維持する", ["維持"]),
        ("引き続き、通学路の見守りを行う", ["引き続き"]),
        ("会報を毎月発行する", ["会報を毎月"]),
        ("巡回図書を継続実施", ["継続実施"]),
        ("Keep the queue under 5 minutes", ["Keep"]),
        ("Continue to hold the parents' evening", ["Continue"]),
        ("Process travel claims as usual", ["as usual"]),
        ("Send the weekly sales report", ["weekly sales report"]),
    ],
)
def test_what_only_goes_on_is_unchanged(text: str, evidence: list[str]) -> None:
    """Keeping, going on, “as usual”, and work that comes round by itself."""
    analysis = analyse(text)

    assert evidence == [analysis.text_of(place) for place in unchanged(analysis).evidence]


@pytest.mark.parametrize(
    "text",
    [
        "定着率を82%から90%にする",
        "納期を守りつつ、在庫を40日分から25日分に減らす",
        "排水の法定基準を維持する",
        "毎月の棚卸差異を2%から1%にする",
        "ボランティアに続けてもらう",
        "Retention up from 82% to 90%",
        "Cut stock from 40 to 25 days while keeping lead times",
        "Maintain the error budget",
        "Replace the weekly report by a dashboard",
        "Continue to reduce scrap from 6% to 3%",
        "Continue the rollout of the new tills",
        "Appointments kept on the agreed day: 96%",
        "",
    ],
)
def test_a_change_a_guard_a_duty_and_a_name_are_not(text: str) -> None:
    """A value that moves, a condition of another result, a promise to keep, a metric's name."""
    assert not unchanged(analyse(text)).truth
