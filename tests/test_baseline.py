"""Adopting krlint on documents that are already there: what is known is not told again."""

import json
import os
from pathlib import Path

import pytest

from krlint.cli import main

FIRST = "## Objective: Stock is right\n- KR1: Publish the stock list\n- KR2: Improve counting\n"
CONFIG = ("--fail-on", "info", "--select", "KR101,KR201,KR301,KR903", "--format", "json")


@pytest.fixture(autouse=True)
def _adopted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with one document whose findings are all in the baseline."""
    monkeypatch.chdir(tmp_path)
    Path("okr.md").write_text(FIRST, encoding="utf-8")
    assert 0 == main(["check", ".", "--write-baseline"])


def _told(capsys: pytest.CaptureFixture[str], *more: str) -> list[tuple[str, str | None]]:
    """Code and text of each finding of a run with the baseline."""
    capsys.readouterr()
    main(["check", ".", "--baseline", "krlint-baseline.json", *CONFIG, *more])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [(one["code"], one["key_result"]) for one in found]


def test_what_is_known_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The run is clean, and the findings are there for those who ask."""
    assert [] == _told(capsys)
    main(["check", ".", "--baseline", "krlint-baseline.json", "--show-suppressed"])
    assert "KR201 one-off-task" in capsys.readouterr().out


def test_moves_and_order_make_nothing_new(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither another line, nor another order, nor another file."""
    Path("okr.md").write_text(
        "# Warehouse\n\n## Objective: Stock is right\n\n- KR1: Improve counting\n"
        "- KR2: Publish the stock list\n",
        encoding="utf-8",
    )
    assert [] == _told(capsys)

    Path("2026").mkdir()
    Path("okr.md").rename("2026/warehouse.md")
    assert [] == _told(capsys)


def test_an_edited_key_result_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    """Exactly that one is told, and its old entries are stale."""
    edited = FIRST.replace("Publish the stock list", "Publish the full stock list")
    Path("okr.md").write_text(edited, encoding="utf-8")

    told = _told(capsys)

    text = "Publish the full stock list"
    assert [("KR201", text), ("KR101", text)] == [one for one in told if one[0] != "KR903"]
    assert 2 == [code for code, _ in told].count("KR903")


def test_the_same_text_once_more_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    """An entry stands for one finding."""
    Path("okr.md").write_text(f"{FIRST}- KR3: Improve counting!\n", encoding="utf-8")
    Path("other.md").write_text("## Objective: B\n- KR1: Improve counting\n", encoding="utf-8")

    told = _told(capsys)

    assert ("KR301", "Improve counting") in told
    assert ("KR301", "Improve counting!") in told


def test_documents_outside_the_run_make_no_entry_stale(capsys: pytest.CaptureFixture[str]) -> None:
    """pre-commit hands over the files that changed, no others."""
    Path("other.md").write_text("## Objective: B\n- KR1: Sales from 1 to 2\n", encoding="utf-8")
    capsys.readouterr()

    main(["check", "other.md", "--baseline", "krlint-baseline.json", *CONFIG])

    assert [] == json.loads(capsys.readouterr().out)["findings"]


def test_pruning_leaves_what_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    """The entries of a mended key result go, the others stay as they are."""
    before = Path("krlint-baseline.json").read_text(encoding="utf-8").splitlines()
    mended = FIRST.replace("Publish the stock list", "Stock errors from 9% to 2%")
    Path("okr.md").write_text(mended, encoding="utf-8")

    assert ("KR903", None) in _told(capsys)
    assert [] == _told(capsys, "--prune-baseline")

    after = Path("krlint-baseline.json").read_text(encoding="utf-8").splitlines()
    kept = {line.rstrip(",") for line in after} - {after[0], after[-1]}
    assert kept
    assert kept < {line.rstrip(",") for line in before}


def test_the_config_may_name_it() -> None:
    """Its path is taken from the config's own folder, wherever krlint is run."""
    Path("krlint.toml").write_text('baseline = "krlint-baseline.json"\n', encoding="utf-8")
    Path("sub").mkdir()
    os.chdir("sub")

    assert 0 == main(["check", "../okr.md", "--fail-on", "info"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "--write-baseline makes it"),
        ("[]", "This is no baseline"),
        ('{"version": 1,\n "findings": [}', "krlint-baseline.json:2:"),
        ('{"version": 2, "findings": []}', "This is no baseline"),
        ('{"version": 1, "findings": [{"path": 1, "code": "a", "text": "b"}]}', "no baseline"),
    ],
)
def test_one_that_cannot_be_read_is_2(
    content: str | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing passes as clean."""
    path = Path("krlint-baseline.json")
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")

    assert 2 == main(["check", ".", "--baseline", str(path), "--locale", "en"])
    assert said in capsys.readouterr().err


def test_nothing_is_written_where_something_was_not_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The old baseline stays whole."""
    before = Path("krlint-baseline.json").read_bytes()
    Path("broken.json").write_text('{"key_results": [', encoding="utf-8")

    assert 2 == main(["check", ".", "--write-baseline"])

    assert "broken.json" in capsys.readouterr().err
    assert before == Path("krlint-baseline.json").read_bytes()


def test_a_folder_that_takes_nothing_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk that is full in the middle of writing is exit 2."""
    before = Path("krlint-baseline.json").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    assert 2 == main(["check", ".", "--write-baseline", "--locale", "en"])
    assert "No space left on device" in capsys.readouterr().err
    assert before == Path("krlint-baseline.json").read_bytes()
    assert ["krlint-baseline.json", "okr.md"] == sorted(path.name for path in Path().iterdir())


def _entries() -> list[tuple[str, str]]:
    """Path and code of each entry of the file."""
    table = json.loads(Path("krlint-baseline.json").read_text(encoding="utf-8"))
    return [(one["path"], one["code"]) for one in table["findings"]]


def test_what_a_run_did_not_look_at_stays() -> None:
    """Neither another document's entries nor those of rules that were off are lost."""
    Path("other.md").write_text("## Objective: B\n- KR1: Publish the price list\n", "utf-8")
    assert 0 == main(["check", ".", "--write-baseline"])
    before = _entries()
    Path("okr.md").write_text("## Objective: B\n- KR1: Sales from 1 to 2\n", encoding="utf-8")

    assert 0 == main(["check", "okr.md", "--write-baseline", "--select", "KR201"])

    assert ("other.md", "KR201") in before
    assert [one for one in before if one != ("okr.md", "KR201")] == _entries()


def test_stale_entries_have_fingerprints_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    """Two rules' entries on one text that has gone are two findings."""
    Path("okr.md").write_text("## Objective: B\n- KR1: Sales from 1 to 2\n", encoding="utf-8")
    capsys.readouterr()
    main(["check", ".", "--baseline", "krlint-baseline.json", *CONFIG])

    found = json.loads(capsys.readouterr().out)["findings"]
    prints = [one["fingerprint"] for one in found if one["code"] == "KR903"]

    assert len(prints) > 2
    assert len(prints) == len(set(prints))


@pytest.mark.parametrize("name", [".", "okr.md/known.json", "folder", f"{'n' * 300}.json"])
@pytest.mark.parametrize("option", ["--write-baseline", "--prune-baseline"])
def test_a_name_that_no_file_can_have(
    name: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2 and one line; nothing is left behind."""
    Path("folder").mkdir()
    before = sorted(Path().iterdir())
    capsys.readouterr()

    assert 2 == main(["check", "okr.md", "--baseline", name, option, "--locale", "en"])

    assert 1 == capsys.readouterr().err.count("\n")
    assert before == sorted(Path().iterdir())


def test_a_long_name_that_a_file_can_have() -> None:
    """As long as the system allows, whatever krlint calls the file while it writes it."""
    name = f"{'n' * 250}.json"
    assert 0 == main(["check", "okr.md", "--baseline", name, "--write-baseline"])
    assert Path(name).is_file()


def test_a_file_keeps_its_permissions() -> None:
    """Who could read the baseline can read the new one."""
    Path("krlint-baseline.json").chmod(0o640)
    assert 0 == main(["check", "okr.md", "--write-baseline"])
    assert 0o640 == Path("krlint-baseline.json").stat().st_mode & 0o777


def test_a_document_on_another_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows there is no relative path to it; it is noted with its whole one."""

    def no_way(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", no_way)
    assert 0 == main(["check", "okr.md", "--write-baseline", "--baseline", "new.json"])
    table = json.loads(Path("new.json").read_text(encoding="utf-8"))
    assert {(Path.cwd() / "okr.md").as_posix()} == {one["path"] for one in table["findings"]}
