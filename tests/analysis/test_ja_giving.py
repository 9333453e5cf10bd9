"""Whose part in a Japanese key result is to hand over, grant or finish something first."""

import pytest

from krlint.lint import analyse, lint_text


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("製版会社から納品された版で会報を刷る", ["製版会社"]),
        ("工場から送られてくる試験表を2日以内に綴じる", ["工場"]),
        ("仕入先から寄せられた苦情を月9件に減らす", []),
        ("弁理士の鑑定書を受け取る", ["弁理士"]),
        ("問屋の値札を調べて表にする", []),
        ("労基署の検査に合格して寮を開く", ["労基署"]),
        ("清掃会社の巡回を朝にも入れてもらう", ["清掃会社"]),
        ("清掃会社の巡回路を書き出す", []),
        ("購買部の単価表が整ってから棚札を刷る", ["購買部"]),
        ("購買部の単価表が整っているかを毎週見る", []),
        ("組合の許可が出たら朝市を開く", ["組合"]),
        ("委託先の評価表を刷る", []),
        ("委託先の作業を早める", ["委託先"]),
        ("営業部の見積作成時間を50分から15分に縮める", []),
        ("営業部の見積を待って棚を決める", ["営業部"]),
        ("倉庫部の日報入力率を95%にする", ["倉庫部"]),
        ("税務署からの照会に3日以内に回答する", []),
        ("税務署から回答を得て帳簿を直す", ["税務署"]),
        ("税務調査での追徴を0円にする", []),
        ("会計監査での指摘を4件以下にする", []),
        ("会計監査を受ける", ["会計監査"]),
        ("三六協定の締結を終える", ["三六協定の締結"]),
        ("三六協定の特別条項を使わない", []),
        ("棚卸しを外部に委託する", ["委託する"]),
        ("外注費を2割減らす", []),
        ("備品を発注する", []),
        ("全教員が避難の手順を書く", []),
        ("全支店が避難の手順を書く", ["全支店"]),
        ("苦情の件数 30件（品質保証部が毎月集計）", []),
        ("製造部・購買部・品質保証部の3部門で図面を直す", ["品質保証部"]),
        ("倫理委員会（本院）の承認を経て登録を始める", ["倫理委員会"]),
        ("夏までにデザイナー2名が入社している", []),
    ],
)
def test_what_another_hands_over_or_finishes_is_needed(text: str, needed: list[str]) -> None:
    """Received, passed, asked for or waited for; not what is measured, replied to or done to it."""
    analysis = analyse(text, language="ja", team="総務課")

    assert needed == [party.text for party in analysis.parties if party.role == "needed"]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("組合の許可が出たら朝市を開く", True),
        ("組合の許可を得た後に朝市を開く", True),
        ("組合の許可を得た朝市を開く", False),
    ],
)
def test_an_agreement_that_is_only_a_condition_is_none(text: str, flagged: bool) -> None:
    """「許可が出たら」 says that there is none yet."""
    found = {finding.code for finding in lint_text(text, language="ja", team="総務課")}

    assert flagged == ("KR401" in found)


def test_a_field_may_say_that_one_of_them_has_not_agreed() -> None:
    """The column about agreements names those who have not."""
    fields = {"agreed_with": "総務部は了承済み。情報システム部の合意はこれから"}
    found = lint_text("席の使い方の規程を施行する", language="ja", team="人事部", fields=fields)

    assert "KR401" in {finding.code for finding in found}


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("寮の食事について議論を深める", True),
        ("夜番の回し方について話し合いを重ねる", True),
        ("議論の記録を寮の全室に配る", False),
        ("どの棚から空けるか整理する", True),
        ("どの棚から空けるか9月に決める", False),
        ("いい方法があれば取り入れる", True),
        ("次に何を植えるか?", True),
        ("できるところから棚を片付ける", True),
    ],
)
def test_what_is_still_to_be_thought_about_is_undecided(text: str, flagged: bool) -> None:
    """Discussing, sorting out a question and taking what turns up leave open what will be done."""
    found = {finding.code for finding in lint_text(text, language="ja")}

    assert flagged == ("KR302" in found)
