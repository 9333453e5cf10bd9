"""What a key result starts from, reaches for, in which unit, which way and by when."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.analysis.change import change, figures
from krlint.analysis.dates import dates
from krlint.analysis.numbers import quantities
from krlint.model import Change, Language, Slot

NO_FIELDS: Mapping[str, str] = {}


def understood(text: str, language: Language, fields: Mapping[str, str] = NO_FIELDS) -> Change:
    """The change of an already folded text."""
    days = dates(text, language)
    return change(text, language, quantities(text, language, [d.span for d in days]), days, fields)


def slots(
    text: str, language: Language, fields: Mapping[str, str] = NO_FIELDS
) -> tuple[str | None, ...]:
    """Baseline, target, unit, direction and deadline as texts."""
    found = understood(text, language, fields)
    start, end, day = (_text(slot) for slot in (found.baseline, found.target, found.deadline))
    return start, end, found.unit, found.direction, day


def _text(slot: Slot | None) -> str | None:
    return slot.text if slot else None


def counted(text: str, language: Language, fields: Mapping[str, str] = NO_FIELDS) -> list[str]:
    """The words of the quantities that say how far is far enough."""
    days = dates(text, language)
    read = quantities(text, language, [d.span for d in days])
    found = figures(text, read, change(text, language, read, days, fields), fields)
    return [q.field or text[q.span.start : q.span.end] for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("返品率を12%から8%に下げる", ("12%", "8%", "%", "down", None)),
        ("来店客数 月180人→240人", ("180人", "240人", "人", "up", None)),
        ("荷ほどき(75分⇒30分)", ("75分", "30分", "分", "down", None)),
        ("見積もりの回答、平均9日を4日に", ("9日", "4日", "日", "down", None)),
        (
            "空室が6割以上あるので、これを3割未満まで減らす",
            ("6割以上", "3割未満", "割", "down", None),
        ),
        ("朝食の評価4.6以上(前回4.1)", ("4.1", "4.6以上", None, "up", None)),
        ("紹介による入居9組(Q1は2組)", ("2組", "9組", "組", "up", None)),
        ("窓口の苦情を5件以下に(5月時点で22件)", ("22件", "5件以下", "件", "down", None)),
        ("応募者数:目標120名、現状75名", ("75名", "120名", "名", "up", None)),
        ("復旧時間を2時間から45分へ", ("2時間", "45分", "分", "down", None)),
        ("知名度を5位から3位へ", ("5位", "3位", "位", "up", None)),
        ("光熱費を2割程度下げる", (None, "2割程度", "割", "down", None)),
        ("歩留まり95%以上を9月末までに", (None, "95%以上", "%", "up", "9月末")),
        ("初回返信を3日以内に返す", (None, "3日以内", "日", None, None)),
        ("在庫の半減", (None, "半減", None, "down", None)),
        ("事故ゼロ", (None, "ゼロ", None, "down", None)),
        ("稼働率99%を維持する", (None, "99%", "%", "keep", None)),
        ("新制度を立ち上げる", (None, None, None, None, None)),
        ("納期回答の仕組みを改める", (None, None, None, None, None)),
        ("外部評価で「おおむね良好」以上を得る", (None, "「おおむね良好」以上", None, None, None)),
        ("2026年4月からの新制度に移る", (None, None, None, None, None)),
        ("1年以内に拠点を2つ開く", (None, "2つ", "つ", None, "1年以内")),
        ("前年の80%に抑える", (None, "80%", "%", "down", None)),
    ],
)
def test_japanese_slots(text: str, expected: tuple[str | None, ...]) -> None:
    """The first measure of a Japanese text."""
    assert expected == slots(text, "ja")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cut returns from 12% to 8%", ("12%", "8%", "%", "down", None)),
        ("Queue time: 4h -> 1h", ("4h", "1h", "h", "down", None)),
        ("Raise pass rate to 90%, from 84%", ("84%", "90%", "%", "up", None)),
        ("Basket of $85, up from $72", ("$72", "$85", "$", "up", None)),
        ("Boarding under 25 min (Q1: 1 h 15)", ("1 h 15", "under 25 min", "min", "down", None)),
        (
            "Spoiled milk below 4% (last year 11%)",
            ("11%", "below 4%", "%", "down", None),
        ),
        ("Repairs in 6 days or less, now 14", ("14", "6 days or less", "days", "down", None)),
        ("Climb from 83rd to the top 25", ("83rd", "top 25", None, "up", None)),
        (
            "Onboarding from three weeks to five days",
            ("three weeks", "five days", "days", "down", None),
        ),
        (
            "7 of 8 ferries on time (5 of 8 now)",
            ("5 of 8", "7 of 8 ferries", "of 8 ferries", "up", None),
        ),
        ("Honey up 15% on last year's 80 kilos", ("80 kilos", "15%", "%", "up", None)),
        (
            "Enrol 45 adult learners by 12 May",
            (None, "45 adult learners", "adult learners", "up", "12 May"),
        ),
        (
            "Answer calls within 3 working days",
            (None, "within 3 working days", "working days", None, None),
        ),
        ("Halve the backlog", (None, "Halve", None, "down", None)),
        ("Keep uptime at 99.9 %", (None, "99.9 %", "%", "keep", None)),
        ("Publish the policy by 30 September", (None, None, None, None, "30 September")),
        ("Changeovers trending down vs. Q1 (33 min)", ("33 min", None, "min", "down", None)),
        ("Set up the new desk", (None, None, None, None, None)),
        ("Decided in April, launched by end of May", (None, None, None, None, "end of May")),
    ],
)
def test_english_slots(text: str, expected: tuple[str | None, ...]) -> None:
    """The first measure of an English text."""
    assert expected == slots(text, "en")


@pytest.mark.parametrize(
    ("language", "text", "fields", "expected"),
    [
        (
            "ja",
            "予約の電話応答率",
            {"baseline": "63%", "target": "85%", "deadline": "2025/11/20"},
            ("63%", "85%", "%", "up", "2025/11/20"),
        ),
        (
            "ja",
            "審査の受検",
            {"target": "合格", "deadline": "8月"},
            (None, "合格", None, None, "8月"),
        ),
        ("ja", "評点", {"target": "２.８→３.６(5段階)"}, ("2.8", "3.6", None, "up", None)),
        (
            "ja",
            "待ち列を縮める",
            {"baseline": "1.6", "target": "未定"},
            ("1.6", None, None, "down", None),
        ),
        (
            "ja",
            "減点を1.5点以下に",
            {"baseline": "3.2", "target": "1.5"},
            ("3.2", "1.5", "点", "down", None),
        ),
        ("ja", "新システムへ移す", {"deadline": "業者の回答待ち"}, (None, None, None, None, None)),
        (
            "ja",
            "帳票を64種から40種に",
            {"target": "委員会が認めた数"},
            ("64種", "40種", "種", "down", None),
        ),
        (
            "en",
            "Check-in time",
            {"baseline": "9 min", "target": "under 100 s"},
            ("9 min", "under 100 s", "s", "down", None),
        ),
        (
            "en",
            "Refill rate",
            {"baseline": "37%", "target": "tbd"},
            ("37%", None, "%", None, None),
        ),
        (
            "en",
            "Idle hours, both cranes",
            {"baseline": "34.5", "target": "12"},
            ("34.5", "12", "hours", "down", None),
        ),
        (
            "en",
            "Delivery NPS",
            {"baseline": "22", "target": "41"},
            ("22", "41", "NPS", "up", None),
        ),
        (
            "en",
            "Fire drills",
            {"target": "monthly", "deadline": "Q1"},
            (None, "monthly", None, None, "Q1"),
        ),
    ],
)
def test_fields_give_slots(
    language: Language, text: str, fields: Mapping[str, str], expected: tuple[str | None, ...]
) -> None:
    """A figure in a field goes before the text, the text before words in a field."""
    assert expected == slots(text, language, fields)


def test_a_slot_from_a_field_names_it() -> None:
    """The span of a field's slot lies in the field's value, and so does its quantity."""
    target = understood("解決率", "ja", {"target": "80%以上"}).target

    assert target is not None
    assert target.quantity is not None
    assert ("target", "target") == (target.field, target.quantity.field)
    assert "80%以上" == target.text[target.span.start : target.span.end]


def test_the_company_s_own_words_give_the_direction() -> None:
    """Other words for directions take the place of krlint's own."""
    text, read = "Slim the list to 5 items", quantities("Slim the list to 5 items", "en")

    assert "down" == change(text, "en", read, (), {}, {"slim": "down"}).direction
    assert "up" == change(text, "en", read, (), {}, {}).direction


@pytest.mark.parametrize(
    ("language", "text", "fields", "expected"),
    [
        ("ja", "返品を12%から8%に", {}, ["8%"]),
        ("ja", "全社員が受講する", {}, ["全社員"]),
        ("ja", "3つの機能を公開する", {}, ["3つ"]),
        ("ja", "定例会を毎月開く", {}, ["毎月"]),
        ("ja", "v2.0を3月末に公開する", {}, []),
        ("ja", "満足度を上げる(前回4.1)", {}, []),
        ("ja", "受注をXX件にする", {}, []),
        ("ja", "配属3か月以内の見習いの独力率を{target}%にする", {}, []),
        ("ja", "満足度", {"target": "4.2"}, ["target"]),
        ("ja", "満足度", {"target": "未定"}, []),
        ("ja", "満足度", {"baseline": "3.1"}, []),
        ("ja", "倉庫の移転(3か月以内)", {}, []),
        ("en", "Cut returns from 12% to 8%", {}, ["8%"]),
        ("en", "Every shop opens on time", {}, ["Every shop"]),
        ("en", "Open with 4 menu lines", {}, ["4 menu lines"]),
        ("en", "Improve coverage (currently 54%)", {}, []),
        ("en", "Move to Python 3.12 by 1 June", {}, []),
        ("en", "Cut churn to X%", {}, []),
        ("en", "Coverage", {"target": "80%"}, ["target"]),
        ("en", "Coverage", {"target": "tbd", "baseline": "54%"}, []),
    ],
)
def test_what_counts_as_a_target(
    language: Language, text: str, fields: Mapping[str, str], expected: list[str]
) -> None:
    """A level, an amount or a quantifier counts; a baseline, a placeholder or a date does not."""
    assert expected == counted(text, language, fields)


@given(
    st.integers(1, 9999),
    st.integers(1, 9999),
    st.sampled_from(
        [
            ("ja", "件数を{0}件から{1}件にする"),
            ("ja", "件数 {0}件→{1}件"),
            ("ja", "件数を{1}件に(現状{0}件)"),
            ("en", "Bring cases from {0} to {1} a week"),
            ("en", "Cases: {0} -> {1}"),
            ("en", "{1} cases, up from {0}"),
        ]
    ),
)
def test_a_written_change_is_read_back(first: int, second: int, form: tuple[Language, str]) -> None:
    """Baseline, target and direction come back from every way to write a change."""
    language, pattern = form
    start, end = f"{first:,}", f"{second:,}"
    found = understood(pattern.format(start, end), language)
    way = "keep" if first == second else "up" if second > first else "down"

    assert found.baseline is not None
    assert found.baseline.quantity is not None
    assert found.target is not None
    assert found.target.quantity is not None
    assert (first, second) == (found.baseline.quantity.low, found.target.quantity.low)
    assert way == found.direction


_FIELDS = st.dictionaries(st.sampled_from(["baseline", "target", "deadline", "unit"]), st.text())


@given(st.text(), _FIELDS, st.sampled_from(["ja", "en"]))
def test_any_text_and_fields_are_understood(
    text: str, fields: Mapping[str, str], language: Language
) -> None:
    """Nothing raises, and a slot's text is what stands at its span."""
    found = understood(text, language, fields)
    counted(text, language, fields)

    for slot in (found.baseline, found.target, found.deadline):
        if slot is not None and slot.field is None:
            assert text[slot.span.start : slot.span.end] == slot.text


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        "1件から",
        "12 of ",
        "from 1 to ",
        "1→",
        "now 5 ",
        "前回3件",
        "(1 ",
        "9月まで",
        "up ",
        "増",
        "a" * 50,
        "、は",
        "_",
    ],
)
def test_the_worst_texts_come_to_an_end(language: Language, piece: str) -> None:
    """100,000 characters of what could make a pattern go back and forth are understood."""
    text = piece * (100_000 // len(piece))

    assert understood(text, language) == understood(text, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("修理依頼を前年度比130%にする", "ja", ["130%"]),
        ("返品を前年の半分", "ja", ["半分"]),
        ("団体客 {現状}→80組", "ja", ["80組"]),
        ("期末時点の空室が5室未満", "ja", ["5室未満"]),
        ("監査でMajor 0件", "ja", ["0件"]),
        ("誰もが当番表を読める", "ja", ["誰もが"]),
        ("改札を2階に移す", "ja", []),
        ("台帳のバージョンを3.1に上げる", "ja", []),
        ("金庫の交換(8/末)", "ja", []),
        ("Repaint bay 4", "en", []),
        ("Test kilns and keep one", "en", []),
        ("Bring the pager version to 6", "en", []),
        ("Restock the bar; Legal has lent two clerks", "en", []),
        ("Cut idle time by a third from spring", "en", ["a third"]),
        ("Lap time: 6m20s to 5m50s", "en", ["5m50s"]),
        ("Sell tea at each of our kiosks", "en", ["each"]),
    ],
)
def test_figures_that_say_how_far(text: str, language: Language, expected: list[str]) -> None:
    """References with a figure count; names, versions, pronouns and what others lend do not."""
    found = counted(text, language)

    assert len(expected) == len(found)
    assert all(said.startswith(wanted) for wanted, said in zip(expected, found, strict=True))
