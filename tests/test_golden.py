"""
What a person sees, in both languages, in a narrow and in a wide terminal.

`UPDATE_GOLDEN=1 pytest tests/test_golden.py` writes the files anew: look at what changed.
"""

import os
from pathlib import Path

import pytest

from krlint.cli import main

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"

TEXTS = {
    "ja": ["経理が確認した伝票が増える", "説明会を開催し、電子請求への切替率を20%から70%にする"],
    "en": [
        "Explore heat pumps",
        "Finance sends us its figures (agreed), renewals rise from 70% to 85%",
    ],
}
LABELLED = "docs/examples/labelled.csv"
SEEN = {
    f"{name}.{language}.{width}": (arguments, width)
    for language in ("ja", "en")
    for name, width, arguments in (
        ("check", 60, ["check", f"docs/examples/okr.{language}.md"]),
        ("check", 120, ["check", f"docs/examples/okr.{language}.md"]),
        ("check-verbose", 80, ["check", "-v", f"docs/examples/okr.{language}.md"]),
        ("evaluate", 80, ["evaluate", LABELLED, "--errors", "KR401", "--locale", language]),
        ("help", 60, ["--help", "--locale", language]),
        ("help-check", 80, ["check", "--help", "--locale", language]),
        ("help-evaluate", 80, ["evaluate", "--help", "--locale", language]),
        ("parse", 80, ["parse", f"docs/examples/okr.{language}.md"]),
        ("parse-explain", 80, ["parse", "--explain", *TEXTS[language]]),
        ("rule", 60, ["rule", "KR201", "--locale", language]),
        ("rules", 80, ["rule", "--locale", language]),
    )
}


@pytest.mark.parametrize("name", SEEN)
def test_what_a_person_sees(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every character of it."""
    arguments, width = SEEN[name]
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    main(arguments)
    shown = capsys.readouterr().out
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(shown, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == shown


def test_no_golden_file_is_left_behind() -> None:
    """Each of them is made by a test."""
    assert sorted(SEEN) == sorted(path.stem for path in GOLDEN.glob("*.txt"))
