"""
The keys of YAML and JSON files, folded: what holds key results, objectives, teams.

Names of a notation, like the column names of `fields`.
"""

import re

KR_LIST = re.compile(
    r"(?:measurable|主要な?|主な|重要な?)?(?:krs?|keyresults?|成果指標|成果目標|成果|結果指標"
    r"|結果|results?|keyresultlist|キーリザルト)(?:一覧|リスト|list)?"
)

KR_TEXT = (
    "keyresult kr text title name statement result description desc summary content body "
    "what metric "
    "内容 成果 成果指標 主要な成果 主要な結果 タイトル 名称 件名 指標 本文 項目 説明"
).split()

O_TEXT = (
    "objective o title name text statement goal 目標名 目標 目的 タイトル 名称 内容 "
    "objectivetitle めざす姿 description 説明"
).split()

# Below these stand objectives; below the second, only where they stand below the first.
O_LIST = frozenset("objectives objective okrs okr 目標 目的 目標一覧".split())
O_INNER = frozenset("goals ゴール children items list data".split())
TEAM = frozenset(
    "team teams department departments group groups squad squads unit units office offices "
    "organization"
    " organisation org division divisions area areas チーム 部門 部署 組織 課 部 グループ "
    "所属 室 チーム名 部署名".split()
)

TYPE = frozenset("type kind level category 種別 区分 種類 タイプ".split())

NAMES = frozenset("name title team label 名称 名前 部門名 部署名 チーム名".split())

PARKED = frozenset(
    "parked parking parkinglot later backlog icebox onhold deferred postponed 保留 "
    "パーキングロット 見送り 次期以降 保留中".split()
)

SKIPPED = frozenset(
    "initiatives initiative projects tasks actions risks metrics kpis 施策 アクション".split()
)

IDS = frozenset("id no number 番号 key".split())

PERIOD = frozenset("period quarter cycle 期間 対象期間 計画期間 四半期 year 年度 timeframe".split())
TYPE_KR = re.compile(r"keyresults?|krs?|主要な?(?:成果|結果)|成果指標")
TYPE_O = re.compile(r"objectives?|o|目標|目的")
