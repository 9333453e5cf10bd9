"""Quantities in both languages: what they are worth, what their unit is, what is none."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krlint.analysis.dates import dates
from krlint.analysis.numbers import quantities
from krlint.model import Language, Span


def found(text: str, language: Language) -> list[tuple[str, float | None, str | None, str, str]]:
    """Each quantity's words, lower value, unit, comparator and kind; dates are taken out."""
    taken = [day.span for day in dates(text, language)]
    return [
        (text[q.span.start : q.span.end], q.low, q.unit, q.comparator, q.kind)
        for q in quantities(text, language, taken)
    ]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "comparator", "kind"),
    [
        ("返品を12件にする", "12件", 12, "件", "=", "number"),
        ("返品を三件にする", "三件", 3, "件", "=", "number"),
        ("講座を二百四十名が受講", "二百四十名", 240, "名", "=", "number"),
        ("売上2億6千万円", "2億6千万円", 260_000_000, "円", "=", "number"),
        ("売上1.5億円", "1.5億円", 150_000_000, "円", "=", "number"),
        ("会員2,000万人", "2,000万人", 20_000_000, "人", "=", "number"),
        ("光熱費を二割程度減らす", "二割程度", 2, "割", "~", "percent"),
        ("完了率9割5分", "9割5分", 9.5, "割", "=", "percent"),
        ("回答を3日以内に返す", "3日以内", 3, "日", "<=", "number"),
        ("稼働率99.9%以上", "99.9%以上", 99.9, "%", ">=", "percent"),
        ("不良率を0.1%未満に", "0.1%未満", 0.1, "%", "<", "percent"),
        ("利益率35%超", "35%超", 35, "%", ">", "percent"),
        ("約20社を訪ねる", "約20社", 20, "社", "~", "number"),
        ("欠席は最大2名", "最大2名", 2, "名", "<=", "number"),
        ("包装時間▲40%", "▲40%", 40, "%", "-", "percent"),
        ("残業を30%削減", "30%", 30, "%", "-", "percent"),
        ("NPSを+10", "+10", 10, None, "+", "number"),
        ("予算差異±5%", "±5%", 5, "%", "<=", "percent"),
        ("停止≦6回/直", "≦6回/直", 6, "回/直", "<=", "number"),
        ("CTR0.9%", "0.9%", 0.9, "%", "=", "percent"),
        ("応答時間を350ms以下に", "350ms以下", 350, "ms", "<=", "number"),
        ("復旧を1時間30分以内に", "1時間30分以内", 1.5, "時間", "<=", "number"),
        ("速度を1.3倍に", "1.3倍", 1.3, "倍", "=", "multiple"),
        ("在庫を半減", "半減", 0.5, None, "=", "multiple"),
        ("件数を倍増", "倍増", 2, None, "=", "multiple"),
        ("過半数が賛成", "過半数", 50, None, ">", "percent"),
        ("費用を三分の一に", "三分の一", pytest.approx(100 / 3), None, "=", "percent"),
        ("事故ゼロ", "ゼロ", 0, None, "=", "none"),
        ("全社員が受講する", "全社員", 1, None, "=", "all"),
        ("毎回記録する", "毎回", 1, None, "=", "all"),
        ("顧客評価で1位", "1位", 1, "位", "=", "rank"),
        ("検索順位トップ3", "トップ3", 3, None, "<=", "rank"),
        ("地域No.1になる", "No.1", 1, None, "<=", "rank"),
        ("合格13社/18社", "13社/18社", 13, "社", "=", "number"),
        ("受注XX件", "XX件", None, "件", "=", "placeholder"),
        ("解約率を◯%にする", "◯%", None, "%", "=", "placeholder"),
        ("受講者を__名にする", "__名", None, "名", "=", "placeholder"),
        ("費用を{target}万円に", "{target}万円", None, "万円", "=", "placeholder"),
        ("[現状値]を改める", "[現状値]", None, None, "=", "placeholder"),
        ("全国47都道府県で販売", "47都道府県", 47, "都道府県", "=", "number"),
        ("教室を12回開く", "12回", 12, "回", "=", "number"),
        ("手順を2つに減らす", "2つ", 2, "つ", "=", "number"),
    ],
)
def test_japanese_notations(
    text: str, words: str, value: float | None, unit: str | None, comparator: str, kind: str
) -> None:
    """Each notation is one quantity with its comparator and unit as written."""
    assert [(words, value, unit, comparator, kind)] == found(text, "ja")


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "comparator", "kind"),
    [
        ("Hire 5 nurses", "5 nurses", 5, "nurses", "=", "number"),
        ("Hire three new nurses", "three new nurses", 3, "new nurses", "=", "number"),
        ("Train twenty-five staff", "twenty-five staff", 25, "staff", "=", "number"),
        ("Plant a dozen trees", "a dozen trees", 12, "trees", "=", "number"),
        ("At least 95% on time", "At least 95%", 95, "%", ">=", "percent"),
        ("Reply within 3 days", "within 3 days", 3, "days", "<=", "number"),
        ("Wait no more than 2 hours", "no more than 2 hours", 2, "hours", "<=", "number"),
        ("Done in 15 minutes or less", "15 minutes or less", 15, "minutes", "<=", "number"),
        ("Load under 200 ms", "under 200 ms", 200, "ms", "<", "number"),
        ("Uptime >= 99.95 %", ">= 99.95 %", 99.95, "%", ">=", "percent"),
        ("Rating 4.7+", "4.7+", 4.7, None, ">=", "number"),
        ("ARR of $2.4M", "$2.4M", 2_400_000, "$", "=", "number"),
        ("Takings of £275,000", "£275,000", 275_000, "£", "=", "number"),
        ("Costs under €70k a month", "under €70k a month", 70_000, "€ a month", "<", "number"),
        ("Boil in 3 min 15 s", "3 min 15 s", 3.25, "min", "=", "number"),
        ("9 of 10 calls", "9 of 10 calls", 9, "of 10 calls", "=", "number"),
        ("95 out of 100", "95 out of 100", 95, "out of 100", "=", "number"),
        ("Cut spend by 20%", "20%", 20, "%", "-", "percent"),
        ("Grow sales by 20%", "20%", 20, "%", "+", "percent"),
        ("Deals up 1.5x", "1.5x", 1.5, "x", "=", "multiple"),
        ("Double referrals", "Double", 2, None, "=", "multiple"),
        ("Cut waste in half", "in half", 0.5, None, "=", "multiple"),
        ("Half of the shops", "Half", 50, None, "=", "percent"),
        ("A third of riders", "A third", pytest.approx(100 / 3), None, "=", "percent"),
        ("Zero leaks", "Zero leaks", 0, "leaks", "=", "none"),
        ("No material findings", "No material findings", 0, "material findings", "=", "none"),
        ("Every shop opens", "Every shop", 1, None, "=", "all"),
        ("Stay in the top 3", "top 3", 3, None, "<=", "rank"),
        ("Climb to 83rd", "83rd", 83, None, "=", "rank"),
        ("Sign N new logos", "N new logos", None, "new logos", "=", "placeholder"),
        ("Cut churn to X%", "X%", None, "%", "=", "placeholder"),
        ("Save TBD% of cost", "TBD%", None, "%", "=", "placeholder"),
        ("26/wk", "26/wk", 26, "/wk", "=", "number"),
        ("Hold weekly drills", "weekly", 1, None, "=", "all"),
    ],
)
def test_english_notations(
    text: str, words: str, value: float | None, unit: str | None, comparator: str, kind: str
) -> None:
    """Each notation is one quantity with its comparator and unit as written."""
    assert [(words, value, unit, comparator, kind)] == found(text, "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "ISO 27001を取得する"),
        ("ja", "IATF 16949:2016の更新"),
        ("ja", "v2.0を公開する"),
        ("ja", "Windows 11端末へ移す"),
        ("ja", "2段階認証を入れる"),
        ("ja", "5軸加工機を入れる"),
        ("ja", "1on1を始める"),
        ("ja", "4M変更を届け出る"),
        ("ja", "p95を測る"),
        ("ja", "第3工場を建てる"),
        ("ja", "第三者に頼む"),
        ("ja", "一部の機能を直す"),
        ("ja", "十分な人員をそろえる"),
        ("ja", "百貨店へ出す"),
        ("ja", "一人ひとりを支える"),
        ("ja", "全社で進める"),
        ("ja", "完全な形を保全する"),
        ("ja", "ゼロトラストを入れる"),
        ("ja", "2026年度上期"),
        ("ja", "3/31までに移す"),
        ("ja", "#3と#6を直す"),
        ("ja", "解約を防ぐ"),
        ("en", "Get ISO 27001 certified"),
        ("en", "Ship v2.0"),
        ("en", "Move from Python 3.9 to 3.12"),
        ("en", "Roll out Windows 11 24H2"),
        ("en", "Meet WCAG 2.2"),
        ("en", "Pass SOC 2 Type II"),
        ("en", "Enable 2FA"),
        ("en", "Publish the 2030 strategy"),
        ("en", "Launch in Q3"),
        ("en", "Finish by 30 September"),
        ("en", "Close tier 1 gaps"),
        ("en", "Ship no later than planned"),
        ("en", "Third-party review done"),
        ("en", "Try a three-day week"),
        ("en", "Measure p95"),
        ("en", "Update the COVID-19 rules"),
        ("en", "Pilot the zero-waste kitchen"),
        ("en", "Run a 24/7 desk"),
    ],
)
def test_names_versions_and_dates_are_no_quantities(language: Language, text: str) -> None:
    """What only looks like a number is left alone."""
    assert [] == found(text, language)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("ja", "3〜5件", 3, 5),
        ("ja", "3~5 件", 3, 5),
        ("ja", "1.2-1.5%", 1.2, 1.5),
        ("en", "5-10 workshops", 5, 10),
        ("en", "85–90% of parts", 85, 90),
        ("en", "between 3 and 5 stores", 3, 5),
        ("en", "3 to 5 stores", 3, 5),
    ],
)
def test_ranges(language: Language, text: str, low: float, high: float) -> None:
    """A range is one quantity with two values."""
    ((_, *_),) = found(text, language)
    (quantity,) = quantities(text, language)

    assert (low, high) == (quantity.low, quantity.high)


def test_what_is_counted_by_is_no_quantity() -> None:
    """1,000箱あたり and 1日 only say per what."""
    assert ["6件"] == [words for words, *_ in found("1,000箱あたり6件", "ja")]
    assert ["12件"] == [words for words, *_ in found("1日12件", "ja")]


# --- Properties ------------------------------------------------------------------------------

_COUNTERS = st.sampled_from(
    ["件", "名", "社", "円", "回", "時間", "か月", "営業日", "拠点", "ポイント", "%"]
)
_NOUNS = st.sampled_from(
    ["%", " days", " working days", " new clients", " stores", "ms", " min", "x"]
)
_MARKS_JA = st.sampled_from(
    [("", ""), ("", "以上"), ("", "以下"), ("", "未満"), ("約", ""), ("", "以内")]
)
_MARKS_EN = st.sampled_from(
    [("", ""), ("at least ", ""), ("under ", ""), ("no more than ", ""), ("< ", ""), ("≥ ", "")]
)
_KANJI = "〇一二三四五六七八九"


def kanji(number: int) -> str:
    """A number below 10,000 as it is written in 漢数字."""
    parts = []
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            parts.append(("" if digit == 1 and sign else _KANJI[digit]) + sign)
    return "".join(parts)


def spelled(number: int) -> str:
    """A number from 2 to 99 in English words."""
    ones = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen"
    ).split()
    tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
    if number < 20:
        return ones[number]
    ten, one = divmod(number, 10)
    return tens[ten] + (f"-{ones[one]}" if one else "")


@st.composite
def digits(draw: st.DrawFn) -> tuple[str, float]:
    """Arabic digits: plain or in groups, with or without decimals, and their value."""
    whole = draw(st.integers(0, 1899) | st.integers(2100, 9_999_999))
    decimals = draw(st.none() | st.integers(1, 99))
    body = f"{whole:,}" if draw(st.booleans()) else str(whole)
    if decimals is not None:
        body += f".{decimals:02d}"
    return body, float(body.replace(",", ""))


def wide(text: str) -> str:
    """The text's ASCII characters in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(digits(), _COUNTERS, _MARKS_JA, st.booleans())
def test_japanese_digits_are_read_back(
    number: tuple[str, float], counter: str, marks: tuple[str, str], full_width: bool
) -> None:
    """Whatever the width, counter and comparator, value, unit and whole expression come back."""
    written, value = number
    words = marks[0] + written + counter + marks[1]
    text = f"値を{wide(words) if full_width else words}にする"
    folded = unicodedata.normalize("NFKC", text)
    (quantity,) = quantities(folded, "ja")

    assert (value, value, counter) == (quantity.low, quantity.high, quantity.unit)
    assert words == folded[quantity.span.start : quantity.span.end]


@given(st.integers(2, 9999), st.sampled_from(["件", "名", "社", "回", "円"]))
def test_kanji_numerals_are_read_back(number: int, counter: str) -> None:
    """二百四十件 is 240."""
    (quantity,) = quantities(f"値を{kanji(number)}{counter}にする", "ja")

    assert (number, counter) == (quantity.low, quantity.unit)


@given(st.integers(1, 999), st.integers(1, 9999), st.sampled_from(["円", "件", "人"]))
def test_myriads_are_read_back(millions: int, rest: int, counter: str) -> None:
    """3億2千万円 and 12億500万円 come back at full value."""
    (quantity,) = quantities(f"{millions}億{rest}万{counter}", "ja")

    assert millions * 10**8 + rest * 10**4 == quantity.low


@given(digits(), digits(), _COUNTERS, st.sampled_from(["から", "→", " → ", "⇒", "->"]))
def test_japanese_changes_are_two_quantities(
    first: tuple[str, float], second: tuple[str, float], counter: str, joint: str
) -> None:
    """Both ends of a change are read, whatever joins them."""
    text = f"値を{first[0]}{counter}{joint}{second[0]}{counter}に"

    assert [first[1], second[1]] == [q.low for q in quantities(text, "ja")]


@given(digits(), _NOUNS, _MARKS_EN)
def test_english_digits_are_read_back(
    number: tuple[str, float], noun: str, marks: tuple[str, str]
) -> None:
    """Whatever the noun and the comparator, value, unit and whole expression come back."""
    written, value = number
    text = f"get it {marks[0]}{written}{noun} now"
    (quantity,) = quantities(text, "en")

    assert (value, noun.strip()) == (quantity.low, quantity.unit)
    assert f"{marks[0]}{written}{noun}" == text[quantity.span.start : quantity.span.end]


@given(st.integers(2, 99), st.sampled_from([" days", " stores", " new clients"]))
def test_english_words_are_read_back(number: int, noun: str) -> None:
    """Twenty-five stores are 25."""
    (quantity,) = quantities(f"open {spelled(number)}{noun} there", "en")

    assert (number, noun.strip()) == (quantity.low, quantity.unit)


@given(digits(), digits(), st.sampled_from(["%", "ms", " days"]))
def test_english_changes_are_two_quantities(
    first: tuple[str, float], second: tuple[str, float], noun: str
) -> None:
    """From 12 days to 7 days has two values; the unit may stand at both or at the last only."""
    both = quantities(f"get it from {first[0]}{noun} to {second[0]}{noun} here", "en")
    last = quantities(f"get it from {first[0]} to {second[0]}{noun} here", "en")

    assert [first[1], second[1]] == [q.low for q in both]
    assert [first[1], second[1]] == [q.low for q in last]


_SNIPPETS = st.sampled_from(
    ["12", "3.5", ",", "1億", "千", "三", "%", "件", "から", "→", "to ", "from ", "of ", "全", "XX",
     "v2", "ISO ", "at least ", "以上", "(", "「", "〜", "-", " ", "half ", "no ", "every ",
     "$", "k", "/"]
)  # fmt: skip


@given(st.text() | st.lists(_SNIPPETS).map("".join), st.sampled_from(["ja", "en"]))
def test_any_text_is_read_in_order_and_in_place(text: str, language: Language) -> None:
    """Nothing raises; spans lie in the text, in order, not empty and not overlapping."""
    read = quantities(text, language)
    edges = [edge for q in read for edge in q.span]

    assert sorted(edges) == edges
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in read)
    assert all((q.low is None) == (q.kind == "placeholder") for q in read)


@given(st.text(alphabet="0123456789 ", max_size=40), st.integers(0, 40), st.integers(1, 40))
def test_what_is_taken_is_not_read(text: str, start: int, length: int) -> None:
    """No quantity touches a span that a date has taken."""
    end = start + length

    assert all(
        q.span.end <= start or end <= q.span.start
        for q in quantities(text, "ja", [Span(start, end)])
    )


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1.1.", "a-", "a-1-", "1万", "千", "三", "v1 to 2 ", "at least ", "XX", "全あ",
     "1-", "[", "{", "1/", "12 of ", "from 1 to ", "no ", "2nd, ", "4 min ", "1日", "A",
     "一人", "〜1", "3 a b c d ", "_", "__ ", "?", "一万"],
)  # fmt: skip
def test_the_worst_texts_come_to_an_end(language: Language, piece: str) -> None:
    """100,000 characters of what could make a pattern go back and forth are read through."""
    text = piece * (100_000 // len(piece))

    assert all(q.span.end <= len(text) for q in quantities(text, language))
