"""What stands beside a key result, under known names."""

import pytest

from krlint import readers
from krlint.config import Config
from krlint.readers.fields import canonical, known


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("現状値（9月末）", "baseline"),
        ("Where we are now", "baseline"),
        ("Due date", "deadline"),
        ("due_date", "deadline"),
        ("ＤＵＥ", "deadline"),
        ("依存先・合意状況", "depends_on"),
        ("Agreed?", "agreed_with"),
        ("測定方法", "measure"),
        ("達成度", "progress"),
        ("Risk appetite", None),
    ],
)
def test_headers(header: str, key: str | None) -> None:
    """Headers are known in both languages, whatever their width, case and punctuation."""
    assert key == known(header)


def test_canonical_keeps_what_it_does_not_know() -> None:
    """Own headers stay, a second value for a key keeps its header, a dash says nothing."""
    fields = {"Start": "3", "Current": "5", "目標": "9", "Colour": "red", "Due": "—", "Owner": " "}
    expected = {"baseline": "3", "Current": "5", "target": "9", "Colour": "red"}
    assert expected == canonical(fields)


def test_fields_from_lines_below_a_key_result() -> None:
    """Labelled lines below a key result are fields, the others are its steps."""
    source = (
        "# O1: 眠れる寮\n- KR1: 騒音の苦情を減らす\n  - 目標：月2件\n  - 担当：寮長\n"
        "  - 耳栓を配る\n"
        "  - 消灯を23時にする\n"
    )
    (result,) = readers.read("a.md", source=source.encode()).key_results
    expected = {"target": "月2件", "owner": "寮長", "steps": "耳栓を配る\n消灯を23時にする"}
    assert expected == result.fields


def test_names_from_the_config() -> None:
    """A company's own headers, headings and keys mark what the config says they mark."""
    config = Config(
        readers={
            "key-result": ("Meilenstein", "勝ち筋"),
            "objective": ("北極星",),
            "team": ("島",),
            "depends_on": ("頼る相手",),
        }
    )
    table = "島,北極星,勝ち筋,頼る相手\n南,迷わない売り場,案内を10か所に,広報\n"
    (result,) = readers.read("a.csv", source=table.encode(), config=config).key_results
    assert ("南", "迷わない売り場", "案内を10か所に") == (
        result.team,
        result.objective,
        result.text,
    )
    assert {"depends_on": "広報"} == result.fields
    memo = "北極星：迷わない売り場\n\nMeilenstein:\n- 案内を10か所に\n"
    (result,) = readers.read("a.md", source=memo.encode(), config=config).key_results
    assert ("迷わない売り場", "案内を10か所に") == (result.objective, result.text)
    tree = "- 北極星: 迷わない売り場\n  勝ち筋: [案内を10か所に]\n"
    (result,) = readers.read("a.yaml", source=tree.encode(), config=config).key_results
    assert ("迷わない売り場", "案内を10か所に") == (result.objective, result.text)
