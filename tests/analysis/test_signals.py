"""Signals that ask what a target presupposes: a start, a base, a value, the size of an effect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.analysis import signals
from krlint.lint import analyse
from krlint.model import Language

PRESUPPOSED = (
    "level",
    "starting_value",
    "from_nothing",
    "relative_change",
    "base",
    "open_target",
    "effect",
    "effect_figure",
)


def quoted(signal: str, text: str, language: Language, **fields: str) -> list[str]:
    """What the evidence of a signal covers, or the name of the field that gave it."""
    analysis = analyse(text, language=language, fields=fields)
    return [
        place.field or text[slice(*place.span)] for place in signals.SIGNALS[signal](analysis)[1]
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("貸出冊数を月450冊に増やす", "ja", ["450冊"]),
        ("受付の待ち時間を12分にする", "ja", ["12分"]),
        ("点検の完了率 97%", "ja", ["97%"]),
        ("来店客の満足が90%を超える", "ja", []),
        ("3拠点に計測器を導入し、稼働率を確認する", "ja", []),
        ("会員の継続率80%を維持する", "ja", []),
        ("再検査を20%減らす", "ja", []),
        ("全区間の通行止めをゼロにする", "ja", []),
        ("Raise the pass rate to 85%", "en", ["85%"]),
        ("Engagement score of 4.4", "en", ["4.4"]),
        ("Get the fill rate up to 72%", "en", ["up to 72%"]),
        ("MFA adoption reaches 97%", "en", ["97%"]),
        ("Satisfaction exceeds 96%", "en", []),
        ("Check a 5% random sample of claims every month", "en", []),
        ("Cut handling time to 6 minutes while keeping CSAT at 90%", "en", []),
        ("Operating cost 3% below budget", "en", []),
        ("Twelve of 12 returns filed", "en", []),
    ],
)
def test_level_is_a_value_that_a_measure_is_to_reach(
    text: str, language: Language, expected: list[str]
) -> None:
    """No count of things done, no change by an amount, no guardrail, neither all nor none."""
    assert expected == quoted("level", text, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("巡回の回数を2割増やす", "ja", ["2割"]),
        ("電気使用量の15%削減", "ja", ["15%"]),
        ("残業を一割ほど短くする", "ja", ["一割ほど"]),
        ("不在配達を▲20%", "ja", ["▲20%"]),
        ("利用者の8割が改善を実感する", "ja", []),
        ("満足の割合が九割を超える", "ja", []),
        ("作業が3割縮んだ1本を選ぶ", "ja", []),
        ("正答率を6ポイント上げる", "ja", []),
        ("Bookings up 12%", "en", ["12%"]),
        ("A 30% drop in no-shows", "en", ["30%"]),
        ("Grow subscriptions 30%", "en", ["30%"]),
        ("Improve yield by at least 10%", "en", ["at least 10%"]),
        ("Newsletter read by 70% of parents", "en", []),
        ("Curve flattens at +20%", "en", []),
        ("Renewal rate up by 4 points", "en", []),
    ],
)
def test_relative_change_is_a_share_of_what_was(
    text: str, language: Language, expected: list[str]
) -> None:
    """A level in per cent, a share of people and points are none."""
    assert expected == quoted("relative_change", text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("残業時間を昨年同期より2割減らす", "ja"),
        ("前年同月比で来館者を10%増やす", "ja"),
        ("2025年度の実績より電気代を10%下げる", "ja"),
        ("遅延を月40件から25%減らす", "ja"),
        ("配送費を10%下げる（上期 420万円）", "ja"),
        ("YoY +18%の受講者数にする", "ja"),
        ("Cut water use by 10% against the 2025 level", "en"),
        ("15% more visitors than in the same month last year", "en"),
        ("Grow donations 10% year on year", "en"),
        ("Cut returns by 20%, to 640 a month", "en"),
        ("30% more applications (spring: 260)", "en"),
    ],
)
def test_a_base_is_a_value_a_plan_a_period_or_the_result(text: str, language: Language) -> None:
    """Either lets one compute what the share comes to."""
    assert quoted("base", text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("4月から遅延を25%減らす", "ja"),
        ("3拠点で遅延を25%減らす", "ja"),
        ("Cut returns by 20% in 3 regions", "en"),
        ("Cut returns by 20% with a new label", "en"),
    ],
)
def test_a_day_or_a_scope_is_no_base(text: str, language: Language) -> None:
    """When it begins and where it holds do not say what the share is of."""
    assert [] == quoted("base", text, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("返品が前年より減っている", "ja", ["前年より"]),
        ("寄付者をnn名にする", "ja", ["nn名"]),
        ("前期▲▲%から今期▲▲%にする", "ja", ["▲▲%", "▲▲%"]),
        ("直行率を目標値まで上げる", "ja", ["目標値まで"]),
        ("不良率を下げる（目標値は別途設定）", "ja", ["別途設定"]),
        ("休憩を毎日X分増やす", "ja", ["X分"]),
        ("競合X社より高い継続率にする", "ja", []),
        ("A社とB社とC社に納品する", "ja", []),
        ("現状を把握する計画を立てる", "ja", []),
        ("計画どおり9月30日に移転する", "ja", []),
        ("Raise $XX at the gala", "en", ["$XX"]),
        ("Bring defects down to nnn", "en", ["nnn"]),
        ("Close the books in <number> days", "en", ["<number> days"]),
        ("Sales as planned", "en", ["as planned"]),
        ("Recruit helpers as per the annual plan", "en", ["per the annual plan"]),
        ("Accessibility lead: TBD person", "en", []),
        ("Move 12 clients to the Model X reach truck", "en", []),
        ("Write the annual plan with 12 managers", "en", []),
    ],
)
def test_open_target_stands_where_the_value_belongs(
    text: str, language: Language, expected: list[str]
) -> None:
    """Names with a letter, plans that are the work itself and events of a known day are none."""
    assert expected == quoted("open_target", text, language)


@pytest.mark.parametrize("value", ["TBD", "未定", "XX件", "to be defined", "？？"])
def test_open_target_reads_the_column(value: str) -> None:
    """A target column that says so holds a placeholder."""
    assert ["target"] == quoted("open_target", "時間外の呼び出し", "ja", target=value)


@pytest.mark.parametrize("value", ["12件", "ゼロ", "合格"])
def test_a_column_with_a_value_is_no_placeholder(value: str) -> None:
    """Figures and words that one can check are values."""
    assert [] == quoted("open_target", "時間外の呼び出し", "ja", target=value)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("台帳を統合して転記の手間を省く", "ja", ["転記の手間を省く"]),
        ("外注費の削減を図る", "ja", ["外注費の削減"]),
        ("現場の作業効率を高める", "ja", ["作業効率を高める"]),
        ("業務効率化委員会を4回開く", "ja", []),
        ("コスト削減額の集計表を出す", "ja", []),
        ("「待ち時間を減らす」展を開く", "ja", []),
        ("Bring printing prices down", "en", ["prices down"]),
        ("Make the handover more efficient", "en", ["more efficient"]),
        ("Explore ways to cut costs", "en", []),
        ("Teach a class called 'Cut costs at home'", "en", []),
        ("Open the office for 8 hours", "en", []),
    ],
)
def test_effect_is_a_claim_to_save(text: str, language: Language, expected: list[str]) -> None:
    """A name with the words in it, a title and something still explored claim nothing."""
    assert expected == quoted("effect", text, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("帳票5本を自動化し、工数を月30時間減らす", "ja", ["30時間"]),
        ("自動化率を80%にして、手間を減らす", "ja", []),
        ("5部署で工数を削減する", "ja", []),
        ("手戻りを月3回に減らす", "ja", ["3回"]),
        ("研修を年4回から6回に増やし、業務効率を上げる", "ja", []),
        ("Automate 5 reports to save 30 hours a month", "en", ["30 hours a month"]),
        ("Automate 5 reports to save time", "en", []),
        ("Save time by moving 80% of forms online", "en", []),
        ("Reduce errors to 3 per 1,000 lines with scanners", "en", ["3 per 1,000 lines"]),
    ],
)
def test_effect_figure_measures_the_effect_not_the_means(
    text: str, language: Language, expected: list[str]
) -> None:
    """It stands in the clause of the effect, or is what is left of it."""
    assert expected == quoted("effect_figure", text, language)


def test_a_note_may_say_how_much() -> None:
    """What stands in a column beside the text counts."""
    text = "検査工程にカメラを入れ、検査コストを削減"

    assert ["note"] == quoted("effect_figure", text, "ja", note="見込み: 年420万円")
    assert ["note"] == quoted("starting_value", "継続率を90%にする", "ja", note="現状 83%")


@given(st.text(max_size=80), st.sampled_from(("ja", "en")))
def test_no_text_breaks_a_signal(text: str, language: Language) -> None:
    """Each answers, and its evidence lies within the text."""
    analysis = analyse(text, language=language)

    for name in PRESUPPOSED:
        for place in signals.SIGNALS[name](analysis).evidence:
            assert 0 <= place.span.start <= place.span.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["費用を削減、", "計画XX件", "30%(", "to cut costs 5% ", "N deals "]
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_long_texts_end(piece: str, language: Language) -> None:
    """100,000 characters of what a signal looks for are answered as 100 are."""
    analysis = analyse(piece * (100_000 // len(piece)), language=language)

    assert all(signals.SIGNALS[name](analysis).truth is not None for name in PRESUPPOSED)
