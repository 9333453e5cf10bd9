"""What is said where a document holds no key result."""

from collections.abc import Iterable
from pathlib import PurePath

from krlint.model import Wording

_TEXT = Wording(
    ja=(
        "KRが見つかりませんでした。「O1：目標」の見出しの下に「- KR1：…」と書くか、"
        "見出し「Key Results」の下に箇条書きにしてください。ほかの見出し語は krlint.toml の"
        ' [readers] に key-result = ["…"] と書けます。'
    ),
    en=(
        "No key results found. Write “- KR1: …” under a heading “O1: …”, or a list under a heading"
        ' “Key Results”. Other headings can be named in krlint.toml: [readers] key-result = ["…"].'
    ),
)
_TREE = Wording(
    ja=(
        "KRが見つかりませんでした。objectives: の下に title: と key_results: を書いてください。"
        'ほかのキーは krlint.toml の [readers] に key-result = ["…"] と書けます。'
    ),
    en=(
        "No key results found. Write objectives: with title: and key_results: under it."
        ' Other keys can be named in krlint.toml: [readers] key-result = ["…"].'
    ),
)


def nothing_found(path: str, columns: Iterable[str]) -> Wording:
    """What was looked for in this kind of file, and how to write it."""
    suffix = PurePath(path).suffix.lower()
    if suffix in (".csv", ".tsv", ".xlsx"):
        return _table(tuple(columns))
    return _TREE if suffix in (".yaml", ".yml", ".json") else _TEXT


def _table(columns: tuple[str, ...]) -> Wording:
    seen = " | ".join(column.strip()[:40] for column in columns[:12] if column.strip())
    there_ja = f"ある列は「{seen}」です。" if seen else "見出しの行が見つかりません。"
    there = f"The columns are: {seen}." if seen else "There is no header row."
    return Wording(
        ja=(
            f"KRの列がありません（探した列：KR、Key Result、主要な成果、成果指標）。{there_ja}"
            'どの列がKRかを krlint.toml の [readers] に key-result = ["列名"] と書いてください。'
        ),
        en=(
            f"No key-result column (looked for: Key Result, KR, 主要な成果, 成果指標). {there}"
            ' Name the column in krlint.toml: [readers] key-result = ["column"].'
        ),
    )
