"""
What stands beside a key result: columns, keys and "owner: …" lines, under known names.

These are the names of document columns, a notation rather than a linguistic lexicon, and every
run needs them: so they stand here as a small frozen table and cost no YAML at start.
"""

import re
import unicodedata
from collections.abc import Mapping

_ALIASES: Mapping[str, str] = {
    "baseline": (
        "base baselinevalue start startvalue startingpoint startingvalue from current "
        "currentvalue today now"
        " wherewearenow statusquo asis before initial initialvalue lastyear lastquarter"
        " 現状 現状値 現在 現在値 現在地 ベースライン 基準値 開始値 初期値 スタート 起点 "
        "開始時点 開始時 今 いま"
        " 前期実績 前年実績 前年 前期 asis値 期初 期初値 足元"
    ),
    "target": (
        "goal to targetvalue goalvalue targetlevel wherewewanttobe wherewewanttoget tobe aim end"
        " endvalue threshold successcriteria acceptancecriteria targetmetric"
        " 目標 目標値 目標水準 達成基準 達成目標 達成水準 ゴール 到達目標 合格ライン "
        "期末目標 ターゲット"
        " 達成条件 完了条件 めざす値 目指す値 ねらい 期末値 目標数値 あるべき値"
    ),
    "unit": "units measureunit uom 単位",
    "deadline": (
        "due duedate by bywhen when date targetdate enddate until timeline timeframe completeby"
        " period_end periodend 期限 期日 締切 締め切り 〆切 納期 完了予定 完了予定日 "
        "達成期限 いつまで いつまでに"
        " 目標期日 終了日 実施時期 時期 完了日 完了時期 完了期限"
    ),
    "period": (
        "quarter cycle okrperiod okrcycle okrquarter planningperiod 期間 四半期 対象期間 "
        "対象四半期 実施期間 計画期間 対象期"
    ),
    "owner": (
        "owners dri lead leads resp responsible responsibleperson assignee assignedto "
        "accountable who pic"
        " ownedby directlyresponsible krowner 担当 担当者 主担当 主担当者 責任者 オーナー "
        "推進者 主管 主管部署 担当部署"
        " だれが 誰が 担当部門 リーダー 主責任者"
    ),
    "metric": "kpi indicator metrics 指標 指標名 kpi指標 測定指標 評価指標",
    "measure": (
        "howwemeasure howmeasured measurement measurementmethod measuredby howtomeasure "
        "howitismeasured"
        " measures 測定方法 計測方法 測り方 測定 算出方法 計算方法 確認方法 測定手段 "
        "集計方法 評価方法 はかり方"
    ),
    "source": "datasource data wherefrom evidence データ出所 データソース 出所 出典 情報源 "
    "データ元 計測元 取得元",
    "depends_on": (
        "needs whoweneed waitingon waitingfor dependency dependencies dependson depends "
        "blockedby partners"
        " partner support supportneeded requires helpneeded crossteam crossteamdependencies "
        "otherteams"
        " counterpart counterparts"
        " 依存 依存先 依存関係 協力先 協力部門 協力部署 関係部門 関係部署 他部署との調整 "
        "他部署 連携先 連携部署 必要な協力"
        " 依存先・合意状況 協力部門・合意 依存部署 依存部門 協力依頼先 関係者 調整先 "
        "他部門との調整 協力 前提 前提条件 連携部門"
    ),
    "agreed_with": (
        "agreed agreement agreedwith agreementstatus committed committedby signedoff signoff"
        " 合意 合意状況 合意先 合意済み 合意有無 調整状況 承認 承認状況 合意相手 握り"
    ),
    "note": (
        "notes comment comments remark remarks description details detail memo context "
        "rationale why reason"
        " 備考 メモ コメント 補足 備考欄 注記 説明 理由 なぜ 特記事項 背景 備考・補足"
    ),
    "score": "scores grade finalscore midqscore projectedscore confidence 評点 スコア 自信度 "
    "採点 評価 達成度スコア",
    "progress": (
        "progress actual actuals actualvalue percentcomplete complete done achieved "
        "completion progressrate latest currentprogress result"
        " 進捗 進捗率 達成度 達成率 実績 今週末時点 最新値 進捗状況 現在の進捗 実績値"
    ),
    "priority": "prio importance weight 優先度 優先順位 重要度 重み ウェイト",
    "status": "state health rag 状態 ステータス 状況",
    "steps": (
        "initiatives initiative actions actionitems tasks activities milestones plan "
        "howwewillgetthere"
        " rubric todo 施策 アクション 打ち手 主な施策 手段 作業ステップ ステップ 実施事項 "
        "取り組み 具体策 やること"
    ),
}
_FLAT = {alias: key for key, names in _ALIASES.items() for alias in (*names.split(), key)}
# Between a header's words nothing that people vary counts: "Due date", "due_date", "Due-date:".
_IGNORED = re.compile(r"[\s_\-–—:/.,'’\"“”*`~#?？!！()\[\]【】「」]+")
_PARENTHESES = re.compile(r"[(\[（【][^()\[\]（）【】]{0,60}[)\]）】]")

# A cell with only a dash in it says nothing.
_NOTHING = re.compile(r"[\s\-–—―‐−ー・/.…]*")

KNOWN = tuple(_ALIASES)


def fold(name: str) -> str:
    """A header, key or label less width, case, blanks and punctuation."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name[:200]).casefold())


def known(name: str, names: Mapping[str, str] | None = None) -> str | None:
    """
    The known key that a header stands for, or None for a header of its own.

    `names` maps further folded headers to keys (the config's).
    "現状値（9月末）" is read as "現状値".
    """
    full = fold(name)
    bare = fold(_PARENTHESES.sub("", unicodedata.normalize("NFKC", name[:200])))
    for form in (full, bare):
        for table in (names or {}, _FLAT):
            if form in table:
                return table[form]
    return None


def canonical(fields: Mapping[str, str], names: Mapping[str, str] | None = None) -> dict[str, str]:
    """
    The same fields under known keys; what is not known keeps its own header.

    Where two columns mean the same, the first that says anything stays under the known key and
    the other keeps its own header.
    """
    result: dict[str, str] = {}
    for name, value in fields.items():
        key = known(name, names) or name.strip()
        if key in result and result[key].strip() and key != name:
            key = name.strip()
        if value.strip() or key not in result:
            result[key] = value
    return {key: value for key, value in result.items() if not _NOTHING.fullmatch(value)}
