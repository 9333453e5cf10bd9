"""What `krlint init` and `krlint rule --new` write: texts to be made one's own."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from krlint.model import Language


class _Result(NamedTuple):
    """A key result of the template, with what stands beside it."""

    text: str
    baseline: str
    target: str
    deadline: str
    owner: str


class _Template(NamedTuple):
    title: str
    mission: str
    objective_label: str
    objectives: Mapping[str, Sequence[_Result]]
    parked_label: str
    parked: str
    columns: Sequence[str]
    beside: Sequence[str]


_JA = _Template(
    title="総務部 OKR（2027年度 上期）",
    mission="ミッション：社員が、手続きではなく仕事に時間を使える会社にする",
    objective_label="目標",
    objectives={
        "社員が、手続きで手を止めない": (
            _Result(
                "総務への問い合わせに当日中に答えた割合を上げる",
                "55%",
                "85%",
                "2027年9月末",
                "佐藤",
            ),
            _Result("申請の差し戻しを減らす", "月40件", "月10件", "2027年9月末", "鈴木"),
        ),
        "月次決算が、翌週の経営会議に間に合う": (
            _Result("月次決算の締めを短縮する", "7営業日", "4営業日", "2027年9月末", "高橋"),
            _Result("仕訳の修正を減らす", "月60件", "月15件", "2027年9月末", "田中"),
        ),
    },
    parked_label="保留",
    parked="倉庫の移転（候補地の費用がそろってから）",
    columns=("目標", "KR", "現状値", "目標値", "期限", "担当"),
    beside=("現状", "目標値", "期限", "担当"),
)
_EN = _Template(
    title="Operations OKRs, Q3 2027",
    mission="Mission: what people need is where they need it.",
    objective_label="Objective",
    objectives={
        "Nobody waits for supplies": (
            _Result("Raise requests answered on the same day", "55%", "85%", "30 Sep 2027", "Sato"),
            _Result("Cut returned requests", "40 a month", "10 a month", "30 Sep 2027", "Lee"),
        ),
        "Orders leave the warehouse right the first time": (
            _Result("Cut picking errors", "14 in 1,000", "4 in 1,000", "30 Sep 2027", "Okafor"),
            _Result("Raise orders shipped on the same day", "72%", "90%", "30 Sep 2027", "Novak"),
        ),
    },
    parked_label="Parked",
    parked="Robots for the returns area (once the lease is settled)",
    columns=("Objective", "Key result", "Baseline", "Target", "Deadline", "Owner"),
    beside=("Baseline", "Target", "Deadline", "Owner"),
)
_TEMPLATES: Mapping[Language, _Template] = {"ja": _JA, "en": _EN}


def template(form: str, language: Language) -> bytes:
    """An OKR document in one of FORMS."""
    return FORMS[form](_TEMPLATES[language])


def _markdown(told: _Template) -> bytes:
    lines = [f"# {told.title}", "", told.mission]
    for objective, results in told.objectives.items():
        lines += ["", f"## {told.objective_label}: {objective}", ""]
        for number, result in enumerate(results, 1):
            lines.append(f"- KR{number}: {result.text}")
            lines += [f"  - {n}: {v}" for n, v in zip(told.beside, result[1:], strict=True)]
    lines += ["", f"## {told.parked_label}", "", f"- KR: {told.parked}"]
    return ("\n".join(lines) + "\n").encode()


def _yaml(told: _Template) -> bytes:
    lines = [f"title: {told.title}", "objectives:"]
    for objective, results in told.objectives.items():
        lines += [f"  - objective: {objective}", "    key_results:"]
        for result in results:
            lines.append(f"      - text: {result.text}")
            lines += [f"        {n}: {v}" for n, v in zip(_KEYS, result[1:], strict=True)]
    lines += ["parked:", f"  - text: {told.parked}"]
    return ("\n".join(lines) + "\n").encode()


_KEYS = ("baseline", "target", "deadline", "owner")


def _rows(told: _Template) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [told.columns]
    for objective, results in told.objectives.items():
        rows += [(objective, *result) for result in results]
    return rows


def _csv(told: _Template) -> bytes:
    """With a byte order mark, without which Excel takes UTF-8 for a code page."""
    text = io.StringIO()
    csv.writer(text).writerows(_rows(told))
    return text.getvalue().encode("utf-8-sig")


def _xlsx(told: _Template) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "OKR"
    for row in _rows(told):
        sheet.append(list(row))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, width in zip("ABCDEF", (36, 48, 14, 14, 16, 12), strict=True):
        sheet.column_dimensions[column].width = width
        for cell in sheet[column]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


FORMS: Mapping[str, Callable[[_Template], bytes]] = {
    "md": _markdown,
    "yaml": _yaml,
    "csv": _csv,
    "xlsx": _xlsx,
}
"""The forms of the OKR template, by suffix."""


def config(language: Language) -> str:
    """A krlint.toml in which everything is as without it, with what a company most often sets."""
    return _CONFIGS[language]


_CONFIGS: Mapping[Language, str] = {
    "ja": """\
# krlint の設定。行頭の # を外すと効きます。全体は krlint config で見られます。

# 使うルール。"strict" は厳しめ、"early-stage" は作業だけのKRも認めます。
select = ["default"]

# 使わないルール（番号か名前）
# ignore = ["uncontrollable"]

# すでにある指摘の控え（krlint check --write-baseline で作ります）
# baseline = "krlint-baseline.json"

# 会計年度の始まりの月
# fiscal-year-start = 4

# チームの名前と、ほかの呼び方。自分のチームを「ほかの部署」と数えないために使います。
# [teams]
# "総務部" = ["総務", "GA"]
""",
    "en": """\
# krlint's settings. Remove a leading # to use a line; `krlint config` shows all there are.

# The rules to use: "strict" asks for more, "early-stage" lets milestones be.
select = ["default"]

# Rules to do without, by code or name.
# ignore = ["uncontrollable"]

# Findings that are known and not told again; krlint check --write-baseline makes the file.
# baseline = "krlint-baseline.json"

# The month in which your fiscal year begins.
# fiscal-year-start = 4

# Teams and their other names, so that your own is not taken for somebody else's.
# [teams]
# "Operations" = ["Ops"]
""",
}


def card(code: str, name: str, language: Language) -> str:
    """A card that bans a word, sound as it stands, to be changed line by line."""
    return _CARDS[language].format(code=code, name=name)


_CARDS: Mapping[Language, str] = {
    "ja": """\
# このルールが何を見つけるか。書きかえたら krlint test で確かめます。
code: {code}
name: {name}
severity: warning          # error（要修正）・warning（要確認）・info（参考）
phrases:
  ja: [シナジー]            # このどれかがKRにあれば指摘します
message:
  ja: 「{{phrase}}」は人によって受け取りかたが違います。何が起きるかを書いてください。
suggestion:
  ja: "[起きること]を[現状値]から[目標値]にする"
why:
  ja: >
    なぜ困るのか、どう直せばよいかを、はじめて読む人に向けて書きます。
sources: [社内のOKRの書きかた]
examples:
  ja:
    bad:                    # [[…]] は、指摘が指す文字です
      - text: 2部門の[[シナジー]]を月3件出す
        instead: 2部門での共同提案を月0件から3件にする
    good:                   # 似ているが、指摘しない例
      - 2部門での共同提案を月0件から3件にする
""",
    "en": """\
# What this rule finds. Change it line by line, then try it with krlint test.
code: {code}
name: {name}
severity: warning          # error, warning or info
phrases:
  en: [synergy, synergies]  # a key result with one of these is flagged
message:
  en: "“{{phrase}}” means something else to everybody: say what happens."
suggestion:
  en: "[what happens] from [value today] to [target]"
why:
  en: >
    Say for somebody who reads this for the first time why it does harm, and how to mend it.
sources: [our own guide to OKRs]
examples:
  en:
    bad:                    # [[…]] are the characters that a finding covers
      - text: Create [[synergies]] in 3 product lines
        instead: Joint offers up from 0 to 3 a month
    good:                   # near, and not flagged
      - Joint offers up from 0 to 3 a month
""",
}
