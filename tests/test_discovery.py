"""What `krlint check` reads of a folder, and how it ends where there is nothing to read."""

from pathlib import Path

import pytest

from krlint.cli import main

OKR = "- KR1: Cut churn from 4% to 2%\n"
TASK = "- KR1: Launch the partner portal\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean OKR document, and a folder of old ones with findings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (tmp_path / "okr.md").write_text(OKR)
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/okr-2025.md").write_text(TASK)
    return tmp_path


@pytest.mark.parametrize(
    ("config", "code"),
    [
        ("", 1),
        ('exclude = ["archive/*"]', 0),
        ('exclude = ["archive/"]', 0),
        ('exclude = ["/archive"]', 0),
        ('exclude = ["**/archive/**"]', 0),
        ('exclude = ["okr-20*.md"]', 0),
        ('exclude = ["sub/archive/"]', 1),
    ],
)
def test_excludes_start_from_the_config(
    project: Path, config: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever krlint is started, and whichever folder is named."""
    (project / "krlint.toml").write_text(config)

    assert code == main(["check"])
    assert code == main(["check", str(project)])
    monkeypatch.chdir(project / "archive")
    assert code == main(["check", ".."])


def test_a_folder_of_that_name_around_the_project_is_none_of_its_business(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The project may itself lie in a folder "archive [old]"."""
    inside = tmp_path / "archive [old]" / "archive"
    inside.mkdir(parents=True)
    (inside / "okr.md").write_text(TASK)
    (inside / "krlint.toml").write_text('exclude = ["archive", "archive/x"]\nforce-exclude = true')
    monkeypatch.chdir(inside)

    assert main(["check"]) == main(["check", "okr.md"]) == main(["check", str(inside)]) == 1


def test_pre_commit_may_name_what_is_excluded(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --force-exclude, or `force-exclude = true`, such a file is left out in silence."""
    (project / "krlint.toml").write_text('exclude = ["archive/"]')

    assert main(["check", "archive/okr-2025.md"]) == 1
    capsys.readouterr()
    assert main(["check", "--force-exclude", "archive/okr-2025.md"]) == 0
    assert "okr-2025" not in "".join(capsys.readouterr())
    assert main(["check", "--config", "force-exclude=true", "archive/okr-2025.md"]) == 0


def test_what_git_ignores_is_left_unless_it_is_asked_for(project: Path) -> None:
    """--no-respect-gitignore, or the setting, reads it."""
    (project / ".gitignore").write_text("archive/\n")

    assert main(["check"]) == 0
    assert main(["check", "archive/okr-2025.md"]) == 1
    assert main(["check", "--no-respect-gitignore"]) == 1
    (project / "krlint.toml").write_text("respect-gitignore = false")
    assert main(["check"]) == 1


@pytest.mark.usefixtures("project")
def test_a_pattern_in_quotes_is_followed() -> None:
    """As the shell would, or would not on Windows."""
    assert main(["check", "*.md"]) == 0
    assert main(["check", "**/okr*.md"]) == 1
    assert main(["check", "*.csv"]) == 2


@pytest.mark.parametrize(
    ("locale", "said"), [("en", "left out: 1"), ("ja", "（1件）は読んでいません")]
)
def test_a_folder_without_okrs_is_said(
    tmp_path: Path, locale: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, with what was left out; pre-commit's switch makes it no trouble."""
    (tmp_path / "main.py").write_text("# KR1: Launch")
    (tmp_path / "notes.md").write_text("# Notes\n\n- Milk\n")
    command = ["check", "--locale", locale, str(tmp_path)]

    assert main(command) == 2
    assert said not in capsys.readouterr().err
    (tmp_path / "okr.md").write_text(OKR)
    (tmp_path / ".gitignore").write_text("okr.md\n")
    assert main(command) == 2
    assert said in capsys.readouterr().err
    assert main([*command, "--allow-no-key-results"]) == 0


@pytest.mark.usefixtures("project")
def test_a_file_counts_once(capsys: pytest.CaptureFixture[str]) -> None:
    """However it was named: by itself, by its folder, by a pattern."""
    main(["check", ".", "archive/okr-2025.md", "./archive", "archive/*.md", "--fail-on", "never"])
    assert "2 key results in 2 files" in capsys.readouterr().out
