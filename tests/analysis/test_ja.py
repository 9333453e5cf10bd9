"""Japanese predicates, outcomes and parties, read by structure."""

import pytest

from krlint.analysis.senses import sense
from krlint.lint import analyse
from krlint.model import Analysis


def understood(text: str, team: str | None = None, **fields: str) -> Analysis:
    """The analysis of a Japanese key result."""
    return analyse(text, language="ja", team=team, fields=fields)


@pytest.mark.parametrize(
    ("text", "head", "form"),
    [
        ("棚卸しの手順書を作る", "作る", "plain"),
        ("棚卸しの手順書の作成", "作成", "noun"),
        ("棚卸しの手順書が作成されている", "作成されている", "state"),
        ("監査の実施を完了する", "実施を完了する", "plain"),
        ("窓口業務の見直しを行う", "見直しを行う", "plain"),
        ("各課に在庫を数えてもらう", "数えてもらう", "request"),
        ("受付を広くする", "広くする", "plain"),
        ("広報誌の品質向上", "品質向上", "noun"),
    ],
)
def test_the_last_main_predicate_is_the_head(text: str, head: str, form: str) -> None:
    """Finite verbs, verbal nouns, light verbs and requests are all found at the end."""
    analysis = understood(text)

    assert analysis.head is not None
    assert head == text[slice(*analysis.head.span)]
    assert form == analysis.head.form


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("検査を自動化するため、机を並べる", "purpose"),
        ("先月採用した店員の遅刻を減らす", "relative"),
        ("雨が降れば倉庫で行う", "condition"),
        ("机を並べる（壁際に寄せる）", "bracket"),
    ],
)
def test_other_clauses_do_not_speak_for_the_whole(text: str, clause: str) -> None:
    """Purpose, relative, conditional and bracketed predicates are told from the main one."""
    assert clause in {predicate.clause for predicate in understood(text).predicates}


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("見学会を12回開催する", ["12回"]),
        ("見学会を2会場で開催する", []),
        ("券売機を2台置く", []),
        ("苦情を月9件から3件に減らす", ["3件"]),
        ("新しい名札を全店に配布する", ["全店"]),
        ("新しい規程を全店に適用する", []),
        ("券売機を設置（2台）", []),
    ],
)
def test_the_size_of_one_deliverable_is_no_outcome(text: str, outcomes: list[str]) -> None:
    """Counts that pile up and measured changes are outcomes; scope is not."""
    found = [text[slice(*q.span)] for q in understood(text).outcomes if q.field is None]
    assert outcomes == found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("総務部の承認を得て席を増やす", "needed"),
        ("総務部に席を増やしてもらう", "needed"),
        ("総務部から図面を受け取り、席を40増やす", "needed"),
        ("総務部による点検率を100%にする", "needed"),
        ("総務部と連携して席を40増やす", "needed"),
        ("総務部の満足度を4.2にする", "measured"),
        ("総務部向けの説明を3回開く", "beneficiary"),
        ("総務部に結果を報告する", "beneficiary"),
        ("総務部の決裁が下り次第、席を40増やす", "needed"),
    ],
)
def test_case_particles_tell_who_has_to_act(text: str, role: str) -> None:
    """The same department is needed, measured or served, by the particle and what follows."""
    assert [("総務部", role)] == [(party.text, party.role) for party in understood(text).parties]


def test_the_own_team_is_nobody_else() -> None:
    """A department that owns the key result is not waited for."""
    (party,) = understood("総務部が席を40増やす", team="総務部").parties

    assert "own" == party.role


@pytest.mark.parametrize(
    ("text", "team", "role"),
    [
        ("総務の承認を得る", "総務部", "own"),
        ("営業の承認を得る", "営業企画", "needed"),
        ("開発2課の承認を得る", "開発", "own"),
        ("データ提供元の承認を得る", "データ", "needed"),
        ("商品部の承認を得る", "営業本部 商品部", "own"),
        ("総務の承認を得る", "総務・経理チーム", "own"),
    ],
)
def test_a_name_is_ones_own_when_only_its_unit_differs(text: str, team: str, role: str) -> None:
    """A department within another's longer name is somebody else."""
    assert [role] == [party.role for party in understood(text, team).parties]


def test_a_post_is_somebody_else_beside_a_team_elsewhere() -> None:
    """「店長が」 acts for the shop: nobody else unless another team owns the key result."""
    text = "店長が棚を毎朝点検している"

    roles = [understood(text, team).parties[0].role for team in (None, "商品管理課")]
    assert ["own", "needed"] == roles


def test_a_compound_that_only_begins_with_a_department_names_a_thing() -> None:
    """「営業資料」 is a document, 「一部」 no department."""
    assert () == understood("営業資料の一部を12件直す").parties


def test_fields_say_whom_it_needs_and_that_they_agreed() -> None:
    """One cell may say both."""
    analysis = understood("入退室の漏れを0件にする", depends_on="警備会社（6/2合意済み）")

    assert [("depends_on", "needed")] == [(p.field, p.role) for p in analysis.parties]
    assert ["depends_on"] == [evidence.field for evidence in analysis.agreements]


def test_one_who_has_not_agreed_undoes_the_agreement() -> None:
    """「調整中」 anywhere beside the parties means that it is still open."""
    assert () == understood("法務と合意済み、経理とは調整中で、月3件を0件に").agreements


@pytest.mark.parametrize(
    ("text", "sense_of_head"),
    [
        ("社内報の発行を続ける", "process"),
        ("現場の声を聞き続ける", "process"),
        ("監査人の承認を得る", "event"),
        ("話しやすい雰囲気を作る", "process"),
        ("備品の棚を作る", "event"),
        ("省令が公布される", "attain"),
        ("教育の体制を整備する", "establish"),
        ("受付を分かりやすくする", "change"),
    ],
)
def test_noun_and_verb_say_it_together(text: str, sense_of_head: str) -> None:
    """An idiom, a grant received, a mood made and another's deed outweigh the bare verb."""
    analysis = understood(text)

    assert analysis.head is not None
    assert sense_of_head == sense(analysis.head)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("駅ビルの許可を得て券売機を2台置く", ["駅ビル"]),
        ("窓口に案内を書き直してもらう", ["窓口"]),
        ("物流部と手順を見直し、誤出荷を月9件から2件にする", ["物流部"]),
        ("人事部と経理部の残業を月40時間から20時間にする", []),
        ("開発部の面接官12名が研修を受ける", ["開発部"]),
        ("施工業者に依頼予定の検査を12件終える", ["施工業者"]),
        ("社内の合意なしで進める件数を0件にする", []),
        ("地元企業8社と職場見学の協定を締結する", ["地元企業8社"]),
        ("顧客8社と保守契約を締結する", []),
        ("運送会社4社と、荷待ちは30分までで合意する", ["運送会社"]),
        ("協力企業との共同実証を4件行う", ["協力企業"]),
        ("決済会社との接続試験を通し、決済の失敗を月30件から5件にする", ["決済会社"]),
        ("支社からの日報の提出を98%にする", ["支社"]),
        ("清掃業者の選定", []),
        ("清掃業者の立会いなしでできる点検を12項目にする", []),
        ("関係部署との連携を強める", []),
        ("関係部署の承認を得る", ["関係部署"]),
        ("看護部と薬剤部で服薬の手順をそろえる", ["薬剤部"]),
        ("印刷会社から見本が届く", ["印刷会社"]),
        ("水産試験場と共同で稚魚を6地点に放す", ["水産試験場"]),
        ("厨房の入れ替えを業者と進める", ["業者"]),
        ("厨房の写真を業者と共有する", []),
        ("荷主に頼られる倉庫になる", []),
        ("支店の待ち時間を7分から3分にする", []),
        ("販売代理店が自分で設定できる割合を60%にする", []),
        ("データ提供元と覚書を締結", ["データ提供元"]),
    ],
)
def test_parties_are_known_by_what_they_give_or_join_in(text: str, needed: list[str]) -> None:
    """No list of names is long enough: grants, requests and company show who has to act."""
    found = [party.text for party in understood(text).parties if party.role == "needed"]

    assert needed == found
