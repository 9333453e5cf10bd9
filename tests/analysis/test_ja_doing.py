"""What Japanese key results come to: acts, abilities, states, habits, trials; and their counts."""

import pytest

from krlint.analysis.senses import sense
from krlint.lint import analyse, lint_text
from krlint.model import Analysis


def understood(text: str) -> Analysis:
    """The analysis of a Japanese key result."""
    return analyse(text, language="ja")


@pytest.mark.parametrize(
    ("text", "sense_of_head"),
    [
        ("受付窓口を無人化する", "event"),
        ("在庫表をクラウド化", "event"),
        ("夜間の施錠確認を実践", "process"),
        ("昼の打ち合わせを回す", "process"),
        ("働く人の居場所づくり", "process"),
        ("当番の仕組みづくり", "establish"),
        ("集まれる環境の整備", "process"),
        ("売り場の企画出しと論点出し", "undecided"),
        ("陳列の強化など", "undecided"),
        ("陳列などの改善を進める", "process"),
        ("使い手の体験（UX）の向上", "process"),
        ("安全講習を全員が受講済み", "event"),
        ("新人が一人で語れる", "process"),
        ("新人が一人で帳簿を付けられる", "attain"),
        ("新人が一人で帳簿を書ける", "attain"),
        ("帳簿を公開できた", "event"),
        ("外部の検査を受ける", "event"),
        ("窓口の対応をもっとスムーズに", "change"),
        ("予約を夜でも書けるようにする", "event"),
        ("日報をその日に書くようにする", "process"),
        ("新しい日誌の運用を始める", "event"),
        ("売り場の改善策の検討を始める", "undecided"),
        ("日報の整備を進める", "process"),
        ("検品の二度手間をやめる", "event"),
        ("品切れを出さない", "attain"),
        ("仕入れ値を交渉する", "process"),
        ("機械化の可否を見極める", "event"),
        ("受付票の夜間発行対応", "event"),
        ("苦情対応", "process"),
        ("棚札の作成と貼り替え", "event"),
        ("来店頻度の維持", "process"),
        ("公平性を保つ", "process"),
        ("会場を確保する", "attain"),
        ("問い合わせに即日で返す", "attain"),
        ("月例会の議事を定期的に配る", "attain"),
        ("常時接続の回線を引く", "event"),
        ("整体を予約制にする", "event"),
        ("帳票のCSV対応", "event"),
        ("雨漏り対応", "process"),
        ("提案が通る", "attain"),
        ("避難訓練を引き続き開く", "attain"),
        ("会報の継続発行", "attain"),
        ("人手不足の解消", "process"),
        ("窓口の偏りを解消する", "process"),
        ("夜番の体制を見直す", "process"),
        ("就業規則を見直す", "event"),
        ("売り場を2階に移すかどうか検討する", "undecided"),
        ("挨拶を売り場の文化に", "change"),
        ("在庫を適正な数に戻す", "change"),
        ("利用者の声を献立に反映", "process"),
        ("棚の並びが見やすくなる", "change"),
        ("古い缶を回収し終える", "event"),
        ("写真を発信し続ける", "process"),
        ("生徒の読む習慣が身につく", "process"),
        ("運び方は検討中", "undecided"),
        ("会計係が伝票を使う", "attain"),
        ("棚の見直しなど", "undecided"),
    ],
)
def test_what_the_last_predicate_comes_to(text: str, sense_of_head: str) -> None:
    """Word formation, 済み, など, potentials and brackets decide beside the lexicon."""
    analysis = understood(text)

    assert analysis.head is not None
    assert sense_of_head == sense(analysis.head)


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("店主12人を訪ね、手引きを配る", ["12人"]),
        ("監視員30名の救命講習受講を終える", ["30名"]),
        ("8言語の頁を公開する", []),
        ("近隣の農家9戸と協定を締結する", ["9戸"]),
        ("朝礼、毎日やる", ["毎日"]),
        ("入荷の記録が全店で電子化されている", ["全店"]),
        ("取引先7社の担当者に聞き取りを行う", ["7社"]),
        ("窓口の張り替えを全9支店で完了する", ["9支店"]),
        ("待ち時間を四十分から二十五分に縮める", ["二十五分"]),
        ("仕損じを五%減らす", ["五%"]),
        ("店長会を隔週で開く", ["隔週"]),
        ("月次の棚卸しを2営業日で終える", ["2営業日"]),
        ("棚卸しの手引きを2か月で作る", []),
        ("レジ締めを20分で終える", ["20分"]),
        ("取引先6社の年間計画を合意する", ["6社"]),
        ("5社の見積もりを役員会に提出する", []),
        ("毎月の棚卸しを自動化する", []),
        ("毎週会議資料を電子化する", []),
        ("倉庫を改装する（火災報知器6台）", []),
        ("倉庫を改装する（転倒0件にする）", ["0件"]),
        ("包装材を4種試し、1つを全店に配布する", []),
        ("包装材を4種さわり、1つに決めて使い始める", []),
        ("毎秒8,000rpsに耐えることを確認する", ["8,000rps"]),
        ("巡回の記入もれなし", ["なし"]),
        ("開店を一度も遅らせない", ["一度も"]),
        ("一度も使わない棚を片付ける", []),
    ],
)
def test_a_count_belongs_to_the_next_act(text: str, outcomes: list[str]) -> None:
    """Counts of acts, habits and zeros are outcomes; sizes, names and candidates are not."""
    found = [text[slice(*q.span)] for q in understood(text).outcomes]

    assert outcomes == found


@pytest.mark.parametrize(
    ("text", "deliverable"),
    [
        ("新しい勤怠システム", "勤怠システム"),
        ("誰もが速いと感じる申請画面", None),
        ("旅人に愛される宿", None),
        ("使いやすい受付票", None),
        ("本音を話せる雰囲気", None),
        ("来客を案内する看板", "看板"),
        ("客への返事が遅い", None),
        ("朝市の出荷 XX箱/日", None),
        ("意見箱の開封を月1回", None),
        ("人に勧めたくなる品書き", None),
        ("苦情の深刻度「軽」以下", None),
    ],
)
def test_a_thing_is_told_from_a_level_and_a_wish(text: str, deliverable: str | None) -> None:
    """A noun phrase names a deliverable unless it is a bound or a quality that somebody feels."""
    found = understood(text).deliverable

    assert deliverable == (found and text[slice(*found.span)])


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("来期の催しのテーマ: 未定", {"KR101", "KR301", "KR302"}),
        ("来場者数: TBD", {"KR101"}),
        ("旅人に愛される宿", {"KR101", "KR301"}),
        ("残業時間を前年度より減らす", {"KR101"}),
        ("前年度より職場を明るくする", {"KR101", "KR301"}),
        ("余裕があれば花壇も広げる", {"KR101", "KR301", "KR302"}),
    ],
)
def test_what_is_open_is_told_from_what_only_lacks_a_figure(text: str, rules: set[str]) -> None:
    """Content to be decided, feelings and conditions have no end; a measure compared has one."""
    found = {finding.code for finding in lint_text(text, language="ja")}

    assert rules == found & {"KR101", "KR201", "KR301", "KR302"}
