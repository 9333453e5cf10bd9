"""What the columns of a table are: the key result, its objective, its team, its fields."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from krlint.readers.fields import fold, known
from krlint.readers.labels import Vocabulary

Role = Literal["key_result", "text", "objective", "team", "type", "number", "field"]

_KEY_RESULT = re.compile(
    r"(?:krs?|keyresults?|主要な?(?:結果|成果)|主な(?:結果|成果)|重要な?(?:結果|成果)"
    r"|成果指標|成果目標|結果指標|成果|キーリザルト)"
    r"(?:\d{0,2}|text|title|name|description|statement|内容|本文|文|名|krs?|keyresults?|指標"
    r"|o|の内容)"
)
MIXED = re.compile(
    r"(?:objectives?|目標|目的|o(?=and|と|・))(?:and|or|と|・)?"
    r"(?:keyresults?|krs?|主要な?(?:成果|結果)|成果指標|成果)"
)
_NUMBER = re.compile(
    r"(?:krs?|keyresult|o|obj|objective|目標|成果)?(?:no|nr|number|id|番号|項番|連番|ref|code|№)|#|"
)
_TEXT = frozenset(
    "title name text description item statement summary what measure metric kpi content task "
    "details"
    " 内容 項目 指標 タイトル 名称 件名 項目名 本文 具体的な内容 テーマ".split()
)
_OBJECTIVE = re.compile(
    r"(?:objectives?|obj|o|okr目標|目標o|目的o|目標objective|objective目標|企業目標|部門目標"
    r"|チーム目標|大目標|目標名|めざす姿|目指す姿)"
    r"(?:\d{0,2}|text|title|name|statement|内容)"
)
# These mean the objective in front of the key results and the target behind them.
_EITHER = frozenset("目標 目的 ゴール goal goals aim theme テーマ focus".split())
_TEAM = frozenset(
    "team teams department dept group unit office squad division area function owningteam "
    "ownerteam service"
    " チーム 部署 部門 組織 部 課 グループ 所属 担当チーム 係 室 チーム名 部署名 部門名"
    " 領域".split()
)
_TYPE = frozenset(
    "type kind level category class itemtype 種別 区分 種類 分類 レベル タイプ o/kr okr "
    "okr区分".split()
)
_PARENTHESES = re.compile(r"[(（\[【][^()（）]{0,60}[)）\]】]")


class Column(NamedTuple):
    """A column's role; `name` is its header, or the known field it stands for."""

    role: Role
    name: str


def columns(header: Sequence[str], names: Vocabulary) -> list[Column]:
    """The columns of a header row, left to right."""
    found = [_column(text, names) for text in header]
    first = next((i for i, c in enumerate(found) if c.role == "key_result"), None)
    return [
        Column("objective", text)
        if first is not None and index < first and fold(_PARENTHESES.sub("", text)) in _EITHER
        else found[index]
        for index, text in enumerate(header)
    ]


def is_header(header: Sequence[str], names: Vocabulary) -> bool:
    """Whether a row names columns, one of them that of the key results."""
    filled = [text for text in header if text.strip()]
    if not filled or any(len(text) > 40 for text in filled):
        return False
    found = columns(header, names)
    roles = {column.role for column in found}
    if len(numbered(found)) == 1 and sum(c.role == "key_result" for c in found) == 1:
        return False  # "KR1 | its text" is no header
    if "key_result" in roles:
        named = sum(
            c.role != "field" or known(c.name, names.fields) is not None
            for c, t in zip(found, header, strict=True)
            if t.strip()
        )
        return len(filled) == 1 or named >= 2 or 2 * named >= len(filled)
    return "type" in roles and ("text" in roles or "objective" in roles)


def numbered(found: Sequence[Column]) -> list[int]:
    """The columns "KR1", "KR2", …: each holds a key result of its own."""
    return [
        i for i, c in enumerate(found) if c.role == "key_result" and fold(c.name)[-1:].isdigit()
    ]


def _column(text: str, names: Vocabulary) -> Column:
    full = fold(text)
    bare = fold(_PARENTHESES.sub("", text)) or full
    if full in names.key_result or bare in names.key_result:
        return Column("key_result", text)
    if full in names.objective or bare in names.objective:
        return Column("objective", text)
    if full in names.team or bare in names.team:
        return Column("team", text)
    if full in names.fields or bare in names.fields:
        return Column("field", text)
    for form in (full, bare):
        role = _role(form)
        if role is not None:
            return Column(role, text)
    return Column("field", text)


def _role(form: str) -> Role | None:
    if not form or _NUMBER.fullmatch(form):
        return "number"
    if _KEY_RESULT.fullmatch(form) or MIXED.fullmatch(form):
        return "key_result"
    if _OBJECTIVE.fullmatch(form):
        return "objective"
    if form in _TEAM:
        return "team"
    if form in _TYPE:
        return "type"
    return "text" if form in _TEXT else None
