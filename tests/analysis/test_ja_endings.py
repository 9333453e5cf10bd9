"""What shows in Japanese that doing something once ends it, that it never ends, or neither."""

import pytest

from krlint.analysis.senses import sense
from krlint.lint import analyse, lint_text
from krlint.model import Analysis


def understood(text: str) -> Analysis:
    """The analysis of a Japanese key result."""
    return analyse(text, language="ja")


def codes(text: str) -> set[str]:
    """Those of the rules on tasks and ends that flag the text."""
    return {f.code for f in lint_text(text, language="ja")} & {"KR201", "KR301"}


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("朝市の案内板を据える", "event"),
        ("伝票の控えを別の棚に載せ替える", "event"),
        ("見積書に図面添付", "event"),
        ("花見会を河原でやる", "event"),
        ("新工場の屋根を葺く", "event"),
        ("組合に荷捌き場の利用をお願いする", "event"),
        ("棚札の貼り替え", "event"),
        ("売り場の絆を紡ぐ", "process"),
        ("店の世界観を束ねる", "process"),
        ("苦情をしっかり束ねる", "process"),
        ("窓口の苦情をもっと束ねる", "process"),
        ("棚卸しをきちんとやる", "establish"),
        ("声かけを日課の習慣にする", "change"),
        ("試供品をもっと配る", "process"),
        ("包み紙をいろいろ試す", "process"),
        ("受付の柔軟化", "process"),
        ("受付の無人化", "event"),
        ("苦情を束ねる", "untold"),
        ("夕方に手を空ける", "untold"),
        ("帳票圧縮", "change"),
    ],
)
def test_an_unknown_act_is_told_by_its_form_and_object(text: str, comes_to: str) -> None:
    """A thing to show or an end in the word makes an event, a mood or a degree none."""
    head = understood(text).head

    assert head is not None
    assert comes_to == sense(head)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("苦情を束ねる", set()),
        ("点検表を整備する", {"KR201"}),
        ("休憩の環境を整備する", {"KR301"}),
        ("夜間の受け入れ体制を整備する", {"KR201", "KR301"}),
        ("売り場の動線を整える", {"KR301"}),
        ("利用者の声が献立に届く", {"KR301"}),
        ("組合員から頼られる窓口になる", {"KR301"}),
        ("当番が朝の配達で迷わない", {"KR301"}),
        ("店長と若手が本音で話せている", {"KR301"}),
        ("教え合える職場", {"KR301"}),
        ("電話の折り返しが遅くない", {"KR301"}),
        ("残業がつらくない", {"KR301"}),
        ("釣り銭の違いがない", set()),
        ("予約が夜でも取れる", set()),
        ("鍵を失くさない", set()),
        ("配達員が地図を読める", set()),
        ("客室の清掃を検査員が月に40室見る", set()),
        ("どの売り場から始めるか?", {"KR301"}),
        ("売り場の日誌が電子化されているか?", {"KR201"}),
        ("棚札が若手に使われている状態をつくる", {"KR301"}),
        ("新人が迷わない手順書", {"KR301"}),
        ("秋の催し（中身はこれから）", {"KR301"}),
        ("旅費規程を改める", {"KR201"}),
        ("接客を改める", {"KR301"}),
        ("点検表づくり", {"KR201"}),
        ("居場所づくり", {"KR301"}),
        ("当番が早く帰れる", {"KR301"}),
        ("若手どうしが名前で呼び合う", {"KR301"}),
    ],
)
def test_an_end_is_asked_for_where_none_can_be_dated(text: str, flagged: set[str]) -> None:
    """Moods, degrees, questions and establishing have no end; what can be checked has one."""
    assert flagged == codes(text)


@pytest.mark.parametrize(
    ("text", "deliverable"),
    [
        ("新しい受付票", "受付票"),
        ("次期予約台帳", "次期予約台帳"),
        ("秋の内覧会", "秋の内覧会"),
        ("内部統制", None),
        ("内部統制の", None),
        ("受付票の", None),
        ("新人が", None),
        ("若手の一体感", None),
        ("釣り銭の管理で困ること", None),
        ("だれもが読める手順書", None),
    ],
)
def test_only_a_thing_that_can_be_shown_is_a_deliverable(
    text: str, deliverable: str | None
) -> None:
    """A half-written phrase, a state or a quality that is wished for is none."""
    found = understood(text).deliverable

    assert deliverable == (found and text[slice(*found.span)])


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("案内状を5言語で作る", []),
        ("理事会に4案を上申する", []),
        ("駅前で署名を900名分集める", ["900名分"]),
        ("品書きを月2回書き直す", ["2回"]),
        ("品書きを2回書き直す", []),
        ("問屋4社との契約を更改する", ["4社"]),
        ("古い棚札8枚を貼り替える", ["8枚"]),
        ("当番が毎朝体温を日誌に書いている", ["毎朝"]),
        ("返却の遅れなし", ["なし"]),
        ("釣り銭の渡し漏れなし", ["なし"]),
    ],
)
def test_counts_of_what_one_thing_is_like_are_no_outcome(text: str, outcomes: list[str]) -> None:
    """Languages and drafts are parts of one piece of work; what is gathered piles up."""
    assert outcomes == [text[slice(*q.span)] for q in understood(text).outcomes]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("返品を月40件から減らす", []),
        ("返品を月40件からさらに減らす", []),
        ("返品を月40件から25件に減らす", ["25件"]),
        ("農家8軒から集める", ["8軒"]),
        ("来店客を月300人から増やす", []),
        ("仕込みを7分に => 現在9分", ["7分"]),
        ("廃材を前回移転比で20%減らす", ["20%"]),
        ("2026-2028 の出店計画を書く", []),
        ("品番表を1.0として公開", []),
        ("N社様向けの棚を据える", []),
        ("だれでも読める品書き", ["だれでも"]),
        ("傷んだ棚を全て直す", ["全て"]),
        ("傷んだ棚を全部直す", ["全部"]),
        ("全部署の棚を直す", ["全部署"]),
        ("献立アプリの30万DLを突破", ["30万"]),
        ("3LDKの寮を開く", []),
        ("通い箱を11型に統一する", []),
    ],
)
def test_where_it_starts_is_no_target(text: str, figures: list[str]) -> None:
    """「40件から減らす」 says from where, not how far."""
    assert figures == [text[slice(*q.span)] for q in understood(text).figures]
