"""Which way a change goes by its figures, and which by its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.analysis import movement, units
from krlint.analysis.comparison import values
from krlint.analysis.signals import SIGNALS
from krlint.lint import analyse, lint_text
from krlint.model import Language


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("ja", "検品を1時間から45分にする", "down"),
        ("ja", "寄付を1億円から9,500万円にする", "down"),
        ("ja", "貸出率を5割から60%にする", "up"),
        ("ja", "検索順位を9位から4位にする", "up"),
        ("ja", "点検を月2回から週1回にする", None),
        ("ja", "回答を5日から4営業日にする", None),
        ("ja", "回答を1か月から30日にする", None),
        ("ja", "赤字を▲500万円から▲200万円にする", None),
        ("ja", "表示速度を4秒から2秒にする", "up"),
        ("ja", "加工精度を5mmから2mmにする", None),
        ("en", "Shelf check from 1h to 45min", "down"),
        ("en", "Donations from $1.2M to $900k", "down"),
        ("en", "Backup from 900 MB to 1.2 GB", "up"),
        ("en", "Search ranking from 12 to 5", "up"),
        ("en", "Reply from 3 days to 20 pages", None),
        ("en", "Waste from 400 kg to 0.3 t", "down"),
    ],
)
def test_figures_are_compared_in_one_unit(language: Language, text: str, way: str | None) -> None:
    """None where the two do not measure the same, or are too close to call."""
    assert way == movement.moved(analyse(text, language=language))


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("ja", "欠品を月9件から4件に減らす", "down"),
        ("ja", "欠品を減らし、貸出を9件から14件にする", None),
        ("ja", "欠品を減らす（月9件→4件）", "down"),
        ("ja", "削減額を9万円から14万円にする", None),
        ("ja", "離職率を9%から4%に改善する", "down"),
        ("ja", "離職防止面談の実施率を40%から90%に改善する", None),
        ("ja", "審査を9日から4日に早める", "down"),
        ("ja", "生産性を1件9分から4分に高める", None),
        ("ja", "案内を3日前から5日前に早める", None),
        ("ja", "滞在時間を4分から9分に伸ばす", "up"),
        ("en", "Boost productivity from 9 min to 4 min per case", None),
        ("en", "Cut stockouts from 9 to 4", "down"),
        ("en", "Cut cost by moving bookings online from 9 to 14", None),
        ("en", "Share of shelves with reduced stock from 9 to 14", None),
        ("en", "Stockouts down from 9 to 4", "down"),
        ("en", "Improve the error rate in payroll from 9% to 4%", "down"),
        ("en", "Improve the error rate check from 9 to 14", None),
    ],
)
def test_a_word_speaks_for_the_figures_that_it_governs(
    language: Language, text: str, way: str | None
) -> None:
    """A word of another clause, of a noun or of a modifier says nothing about them."""
    said = movement.wanted(analyse(text, language=language))

    assert way == (said[0] if said else None)


@given(
    st.sampled_from([("kg", "t"), ("h", "min"), ("GB", "MB"), ("%", "割"), ("days", "weeks")]),
    st.floats(0.1, 1e6),
)
def test_converting_there_and_back_gives_the_same_value(
    pair: tuple[str, str], value: float
) -> None:
    """Units that measure the same compare in either order."""
    there, back = units.common(*pair), units.common(*reversed(pair))

    assert there is not None
    assert back == tuple(reversed(there))
    assert value * there[0] == pytest.approx(value * there[0] / there[1] * there[1])


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_fields_may_be_asked(baseline: str, target: str) -> None:
    """Nothing raises, whatever stands in the columns."""
    fields = {"baseline": baseline, "target": target}
    understood = analyse("貸出を増やす", language="ja", fields=fields)
    change = understood.change

    found = values(understood.key_result.text, change.baseline, change.target)

    assert found is None or found.first >= 0


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Reach 3,000 donors (now 3,150)", True),
        ("Reach 3,000 donors (now 2,150)", False),
        ("First visits up to 72 a month (now 58)", False),
        ("No wrong labels (last year none)", False),
        ("Wait from 40 to at most 30 minutes", False),
        ("Wait from 60 minutes to 1 h", True),
    ],
)
def test_a_target_may_be_met_before_the_work_begins(text: str, met: bool) -> None:
    """Equal values, or a start beyond the bound; at zero there is nothing beyond."""
    assert met == SIGNALS["standstill"](analyse(text, language="en")).truth


@pytest.mark.parametrize(
    ("baseline", "target", "still"),
    [("月1回", "週1回", False), ("年1回", "四半期1回", False), ("月4回", "月4回", True)],
)
def test_how_often_is_compared_with_its_time(baseline: str, target: str, still: bool) -> None:
    """Once a week is more than once a month, in columns as in the text."""
    fields = {"baseline": baseline, "target": target}

    found = {one.code for one in lint_text("資金繰り表の更新", fields=fields)}

    assert still is ("KR109" in found)
