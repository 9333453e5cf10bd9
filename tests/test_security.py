"""A stranger's repository: what its files can make krlint read, run, write or show."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

import krlint
from krlint.analysis import parse
from krlint.cli import main
from krlint.config import Config
from tests.test_company import CARD

DOCUMENT = "## Objective: Orders leave on time\n\n- KR1: Launch a scanning app\n"
SECRET = "s3cret-t0ken"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one document; beside it lies what is none of its business."""
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    (folder / "okr.md").write_text(DOCUMENT, encoding="utf-8")
    private = tmp_path / "private"
    private.mkdir()
    (private / "krlint.toml").write_text(f'{SECRET} = "x"\n', encoding="utf-8")
    (private / "ACME001.yaml").write_text(f"{SECRET}: x\n", encoding="utf-8")
    (private / "known.json").write_text(f'["{SECRET}"]', encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def _links(repository: Path) -> None:
    private = repository.parent / "private"
    (repository / "link.toml").symlink_to(private / "krlint.toml")
    (repository / "cards").mkdir()
    (repository / "cards" / "ACME001.yaml").symlink_to(private / "ACME001.yaml")
    (repository / "known.json").symlink_to(private / "known.json")


@pytest.mark.parametrize(
    "setting",
    [
        'extends = "../private/krlint.toml"',
        'extends = "link.toml"',
        'rule-paths = ["../private"]',
        'rule-paths = ["../private/ACME001.yaml"]',
        'rule-paths = ["cards"]',
        'rule-paths = ["/proc/self/environ"]',
        'rule-paths = ["/dev/zero"]',
        'baseline = "../private/known.json"',
        'baseline = "known.json"',
        'baseline = "/dev/zero"',
    ],
)
def test_a_config_that_was_found_leads_nowhere_outside(
    repository: Path, setting: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither by “..”, nor by a link, nor by a whole path; nothing of what lies there is shown."""
    _links(repository)
    (repository / "krlint.toml").write_text(f"{setting}\n", encoding="utf-8")

    assert 2 == main(["check", "okr.md", "--write-baseline", "--locale", "en"])

    told = "".join(capsys.readouterr())
    assert "krlint.toml:1: " in told
    assert "leads out of this repository" in told
    assert SECRET not in told
    private = repository.parent / "private"
    assert f'["{SECRET}"]' == (private / "known.json").read_text(encoding="utf-8")


def test_a_config_that_somebody_names_may_share_what_lies_outside(repository: Path) -> None:
    """Who names it by --config has seen it; a company keeps its config beside its repositories."""
    company = repository.parent / "company"
    company.mkdir()
    (company / "ACME001.yaml").write_text(CARD, encoding="utf-8")
    (repository / "krlint.toml").write_text('rule-paths = ["../company"]\n', encoding="utf-8")

    assert 2 == main(["check", "okr.md", "--fail-on", "never"])
    assert 0 == main(["check", "okr.md", "--fail-on", "never", "--config", "krlint.toml"])


def test_within_its_repository_a_config_may_go_up(repository: Path) -> None:
    """“..” is fine as long as it ends inside."""
    (repository / "base.toml").write_text('select = ["KR402"]\n', encoding="utf-8")
    (repository / "team").mkdir()
    (repository / "team" / "krlint.toml").write_text('extends = "../base.toml"\n', "utf-8")
    (repository / "team" / "okr.md").write_text(DOCUMENT, encoding="utf-8")

    assert 0 == main(["check", "team/okr.md", "--fail-on", "info"])


@pytest.mark.parametrize(
    "setting",
    ['extends = "pipe.toml"', 'rule-paths = ["pipe.toml"]', 'baseline = "pipe.toml"'],
)
def test_a_pipe_is_no_file(
    repository: Path, setting: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """krlint does not wait for what never comes."""
    os.mkfifo(repository / "pipe.toml")
    (repository / "krlint.toml").write_text(f"{setting}\n", encoding="utf-8")

    assert 2 == main(["check", "okr.md", "--locale", "en"])
    assert 1 == capsys.readouterr().err.count("\n")


@pytest.mark.parametrize(
    "name", ["output", "format", "write-baseline", "stdin-filename", "plugins"]
)
def test_no_setting_names_an_output(repository: Path, name: str) -> None:
    """What is written, and where, only the command line says."""
    (repository / "krlint.toml").write_text(f'{name} = "x"\n', encoding="utf-8")

    assert 2 == main(["check", "okr.md"])


def test_a_model_is_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline in a folder, which spaCy would load with its code, is none."""
    import spacy

    spacy.blank("en").to_disk(tmp_path / "en_core_web_sm")
    monkeypatch.chdir(tmp_path)

    for model in ("en_core_web_sm", str(tmp_path / "en_core_web_sm")):
        with pytest.raises(parse.ParseUnavailable, match="no installed package"):
            parse.arcs(["Launch it"], "en", Config(english_model=model))


def run(
    folder: Path,
    *arguments: str,
    program: Sequence[str] = ("-m", "krlint"),
    variables: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """A process of krlint in that folder, with these variables of the environment set anew."""
    source = str(Path(krlint.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": source, "PYTHONDONTWRITEBYTECODE": "1"}
    environment |= variables or {}
    environment.pop("GITHUB_ACTIONS", None)
    return subprocess.run(
        [sys.executable, *program, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        env=environment,
    )


def test_modules_beside_the_documents_are_not_imported(repository: Path) -> None:
    """Under `python -m krlint` too, which puts the current folder first on Python's path."""
    for name in ("click", "yaml", "pydantic", "pyromark", "sudachipy", "spacy", "acme"):
        (repository / f"{name}.py").write_text(f"raise SystemExit('ran {name}')\n", "utf-8")
    about = repository / "acme-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Name: acme\nVersion: 1\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[krlint.rules]\nacme = cards\n", encoding="utf-8")
    (about / "top_level.txt").write_text("acme\n", encoding="utf-8")
    (repository / "okr.md").write_text(DOCUMENT + "- KR2: 会計システムを導入する\n", "utf-8")

    done = run(repository, "check", "okr.md")

    assert (1, b"") == (done.returncode, done.stderr)
    assert b"KR201" in done.stdout

    (repository / "cards").mkdir()
    (repository / "cards" / "ACME001.yaml").write_text(f"check: acme:check\n{CARD}", "utf-8")
    (repository / "krlint.toml").write_text('rule-paths = ["cards"]\n', encoding="utf-8")

    done = run(repository, "check", "okr.md", "--locale", "en")

    assert 2 == done.returncode
    assert b"never run" in done.stderr


_WATCHED = """
import os, sys
seen = []
def watch(event, given):
    if event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR):
        seen.append(f"{event} {given[0]}")
    elif event.split(".")[0] in ("socket", "subprocess", "urllib", "ftplib", "smtplib"):
        seen.append(event)
    elif event in ("os.system", "os.exec", "os.fork", "os.remove", "os.rename", "os.mkdir"):
        seen.append(f"{event} {given[0]}")
sys.addaudithook(watch)
from krlint.cli import main
code = main()
sys.stderr.write("\\n".join(seen))
sys.exit(code)
"""


@pytest.mark.parametrize(
    "command", [("check", "."), ("parse", "okr.md"), ("rule", "KR201"), ("config", "okr.md")]
)
def test_a_run_writes_nothing_and_calls_nobody(repository: Path, command: tuple[str, ...]) -> None:
    """No file, no network, no other program: seen by Python's own audit."""
    (repository / "keiri.md").write_text("- KR1: 会計システムを導入する\n", encoding="utf-8")

    done = run(repository, *command, program=("-c", _WATCHED))

    assert done.stdout
    assert b"" == done.stderr


def test_the_audit_sees_what_is_written(repository: Path) -> None:
    """With an output that somebody named, so that the test above could fail."""
    done = run(repository, "check", ".", "--output", "out.txt", program=("-c", _WATCHED))

    assert b"open " in done.stderr
    assert (repository / "out.txt").is_file()
