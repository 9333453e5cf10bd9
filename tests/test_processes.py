"""A run as a process: killed, at once with another, on a full disk, in any environment."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.test_security import run

DOCUMENT = (
    "## Objective: 決算が速い\n\n- KR1: 会計システムを導入する\n- KR2: Launch a scanning app\n"
    "- KR3: 情報システム部に改修してもらい、差し戻しを月40件から10件に減らす\n"
)
WRITING = (("--write-baseline", "--baseline", "out"), ("--format", "json=out"), ("--output", "out"))
OLD = '{"version": 1, "findings": []}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document, and a file that is to be written over."""
    (tmp_path / "okr.md").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "out").write_text(OLD, encoding="utf-8")
    return tmp_path


_KILLED = """
import os, signal
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
from krlint.cli import main
main()
"""


@pytest.mark.parametrize("writing", WRITING)
def test_a_run_that_is_killed_leaves_the_old_file_whole(
    folder: Path, writing: tuple[str, ...]
) -> None:
    """kill -9 when all is written and nothing is safe; the next run is as if it had not been."""
    done = run(folder, "check", "okr.md", *writing, program=("-c", _KILLED))

    assert -signal.SIGKILL == done.returncode
    assert OLD == (folder / "out").read_text(encoding="utf-8")

    again = run(folder, "check", ".", *writing)

    assert again.returncode in (0, 1)
    assert "KR201" in (folder / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize("writing", WRITING)
def test_two_runs_at_once_write_what_one_writes(folder: Path, writing: tuple[str, ...]) -> None:
    """Never a mixture, and nothing is left lying about."""
    run(folder, "check", "okr.md", *writing)
    alone = (folder / "out").read_bytes()
    command = [sys.executable, "-m", "krlint", "check", "okr.md", *writing]

    runs = [subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) for _ in range(3)]

    assert {run.wait() for run in runs} <= {0, 1}
    assert alone == (folder / "out").read_bytes()
    assert ["okr.md", "out"] == sorted(path.name for path in folder.iterdir())


_ON_A_FULL_DISK = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
from krlint.cli import main
raise SystemExit(main())
"""


@pytest.mark.parametrize("writing", WRITING)
def test_a_full_disk_is_told_and_leaves_the_old_file_whole(
    folder: Path, writing: tuple[str, ...]
) -> None:
    """Exit 2 with one line; no half of a file, and none of ours beside it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    assert soft == hard

    done = run(folder, "check", "okr.md", "-q", *writing, program=("-c", _ON_A_FULL_DISK))

    assert 2 == done.returncode
    assert 1 == done.stderr.count(b"\n")
    assert b"Traceback" not in done.stderr
    assert OLD == (folder / "out").read_text(encoding="utf-8")
    assert ["okr.md", "out"] == sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("place", ["/dev/full", "/proc/krlint.json", "okr.md/out"])
def test_a_place_that_takes_nothing_is_told(folder: Path, place: str) -> None:
    """A device that is full, a folder that is only for reading, a file in the way."""
    done = run(folder, "check", "okr.md", "--output", place)

    assert 2 == done.returncode
    assert 1 == done.stderr.count(b"\n")
    assert b"Traceback" not in done.stderr


def _everything(folder: Path, variables: Mapping[str, str]) -> dict[str, bytes]:
    """What a run says and writes, in all its forms."""
    forms = ("text", "json", "sarif", "csv", "junit", "gitlab")
    named = [f"--format={form}={form}.out" for form in forms]
    asked = ("check", "okr.md", "--today", "2026-10-01", "--format", "text", *named)
    done = run(folder, *asked, variables=variables)
    written = {path.name: path.read_bytes() for path in sorted(folder.glob("*.out"))}
    return {"code": bytes([done.returncode]), "screen": done.stdout, **written}


def test_the_environment_changes_nothing(folder: Path) -> None:
    """The same bytes whatever the locale, the home folder, the zone and Python's hash seed."""
    plain = _everything(folder, {})
    assert 8 == len(plain)
    assert all(plain.values())

    for variables in (
        {"LC_ALL": "C", "LANG": "C"},
        {"LC_ALL": "POSIX", "TERM": "dumb"},
        {"HOME": "/nowhere", "XDG_CACHE_HOME": "/nowhere", "XDG_CONFIG_HOME": "/nowhere"},
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "42", "TZ": "Pacific/Kiritimati"},
    ):
        assert plain == _everything(folder, variables), variables


def test_windows_line_ends_change_no_place(folder: Path) -> None:
    """Lines, columns, fingerprints: a file checked out on Windows has the same findings."""
    asked = ("check", "okr.md", "--format", "json")
    plain = run(folder, *asked)
    crlf = (folder / "okr.md").read_bytes().replace(b"\n", b"\r\n")
    (folder / "okr.md").write_bytes(crlf)

    assert plain.stdout == run(folder, *asked).stdout


def test_a_process_without_a_home_or_a_path_runs(folder: Path) -> None:
    """As in a container, where next to nothing is set."""
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    source = str(Path(__file__).parents[1] / "src")
    command = [sys.executable, "-m", "krlint", "check", "okr.md"]

    done = subprocess.run(
        command, cwd=folder, env={**kept, "PYTHONPATH": source}, capture_output=True, check=False
    )

    assert (1, b"") == (done.returncode, done.stderr)
