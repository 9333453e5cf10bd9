"""The guide to rules of one's own does what it shows."""

from pathlib import Path

import pytest

from krlint.cli import main
from tests.test_docs import CODE, CONSOLE, DOCUMENT, ROOT, TOML


@pytest.mark.parametrize("page", ["own-rules.md", "own-rules.ja.md"])
def test_the_guide_leads_from_a_word_to_a_rule(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the files as the page gives them, each command prints what the page shows."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (tmp_path / "okr-rules").mkdir()
    card = tmp_path / "okr-rules" / "ACME001-no-synergy.yaml"
    card.write_text(CODE.findall(text)[0], encoding="utf-8")
    (tmp_path / "krlint.toml").write_text(TOML.findall(text)[0][1], encoding="utf-8")
    (tmp_path / "okr.md").write_text(DOCUMENT.findall(text)[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    said = []
    for command, _ in CONSOLE.findall(text):
        main(command.split())
        said.append((command, capsys.readouterr().out))

    assert 2 == len(said)
    assert CONSOLE.findall(text) == said
