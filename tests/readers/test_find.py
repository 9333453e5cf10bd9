"""Which files of a folder are read, and what is said of those that cannot be."""

import os
from pathlib import Path

import pytest

from krlint import readers
from krlint.config import Config
from krlint.model import Unread


def _names(found: list[Path | Unread], root: Path) -> list[str]:
    return [each.relative_to(root).as_posix() for each in found if isinstance(each, Path)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files of all kinds, hidden ones and links among them."""
    for name in ("b.md", "a.yml", "c.txt", "x.py", "sub/d.xlsx", "sub/e.JSON", ".hidden/f.md",
                 "node_modules/g.md", "sub/old/h.csv", ".i.md", "~$d.xlsx"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "sub/loop").symlink_to(tmp_path)
    (tmp_path / "okr.md").mkdir()
    (tmp_path / "okr.md/inner.md").write_text("x")
    return tmp_path


def test_a_folder_is_searched_in_order(folder: Path) -> None:
    """Known suffixes are found, sorted; hidden and foreign folders and link loops are left."""
    found = list(readers.find([folder]))
    assert ["a.yml", "b.md", "c.txt", "okr.md/inner.md", "sub/d.xlsx", "sub/e.JSON",
            "sub/old/h.csv"] == _names(found, folder)  # fmt: skip


@pytest.mark.parametrize("pattern", ["sub/old", "sub/old/", "old", "*.csv", "sub/old/*", "h.csv"])
def test_excluded_files_are_left(folder: Path, pattern: str) -> None:
    """A pattern fits a file's path, its name or a folder above it."""
    found = _names(list(readers.find([folder], Config(exclude=(pattern,)))), folder)
    assert "sub/old/h.csv" not in found
    assert "b.md" in found


def test_a_named_file_is_taken_as_it_is(folder: Path) -> None:
    """A file named on the command line is read whatever its name, and once."""
    named = [folder / "x.py", folder / ".i.md", folder / "x.py"]
    assert named[:2] == list(readers.find(named, Config(exclude=("*",))))


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("sub/*.JSON", ["sub/e.JSON"]),
        ("**/*.csv", ["sub/old/h.csv"]),
        ("s?b/old", ["sub/old/h.csv"]),
        ("[ab].*", ["a.yml", "b.md"]),
        ("*.py", ["x.py"]),
        ("none/*.md", []),
    ],
)
def test_a_pattern_stands_for_what_it_fits(folder: Path, pattern: str, names: list[str]) -> None:
    """Patterns that no shell has expanded: in quotes, in a config of CI, on Windows."""
    assert names == _names(list(readers.find([folder / pattern])), folder)


def test_a_file_with_brackets_in_its_name_is_itself(folder: Path) -> None:
    """What is there is no pattern."""
    (folder / "[b].md").write_text("x")
    assert [folder / "[b].md"] == list(readers.find([folder / "[b].md"]))


@pytest.mark.parametrize("pattern", ["sub/old", "old/", "*.csv", "sub/**", "h.csv"])
def test_excluded_files_are_left_even_when_named(
    folder: Path, pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `force_exclude`, as pre-commit needs it, which names every file that has changed."""
    monkeypatch.chdir(folder)
    named = ["b.md", "sub/old/h.csv"]
    forced = Config(exclude=(pattern,), force_exclude=True)
    assert [Path("b.md")] == list(readers.find(named, forced))


def test_an_exclusion_may_be_taken_back(folder: Path) -> None:
    """Patterns are those of a .gitignore: the last one that fits decides."""
    config = Config(exclude=("*", "!*.md", "!sub/"))
    assert ["b.md", "okr.md/inner.md"] == _names(list(readers.find([folder], config)), folder)


def test_pipes_and_links_are_no_trap(folder: Path) -> None:
    """A pipe is not waited for; a link to itself or to nowhere is found, so that it is said."""
    os.mkfifo(folder / "pipe.md")
    (folder / "self.md").symlink_to(folder / "self.md")
    (folder / "nowhere.md").symlink_to(folder / "gone")
    found = _names(list(readers.find([folder])), folder)
    assert {"self.md", "nowhere.md"} == {"self.md", "nowhere.md", "pipe.md"} & set(found)


def test_folders_may_be_as_deep_as_paths_allow(tmp_path: Path) -> None:
    """More levels than Python has frames."""
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1_100):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    deepest = tmp_path.joinpath(*["d"] * 1_100, "okr.md")
    deepest.write_text("x")
    found = list(readers.find([tmp_path]))

    # pytest cannot take away what is deeper than Python's frames, and fails a few runs later.
    deepest.unlink()
    for depth in range(1_100, 0, -1):
        tmp_path.joinpath(*["d"] * depth).rmdir()
    assert [deepest] == found


def test_what_is_not_there_is_unread(folder: Path) -> None:
    """A missing path is said to be unread; the others are still found."""
    missing, found = readers.find([folder / "none.md", folder / "b.md"])
    assert isinstance(missing, Unread)
    assert str(folder / "none.md") == missing.path
    assert folder / "b.md" == found


@pytest.mark.parametrize(
    ("data", "carries"),
    [
        (b"key_results:\n  - {{ x }}", True),
        (b'{"keyResults": [', True),
        ("主要な成果:\n\t- x".encode(), True),
        ("主要な成果:\n\t- x".encode("cp932"), True),
        ("okrs:\n\t".encode("utf-16"), True),
        (b"replicas: {{ .Values.replicas }}", False),
        (b'{"compilerOptions": {"strict": true,}}', False),
        (b"kr\xffu", False),
    ],
)
def test_raw_bytes_that_speak_of_okrs(data: bytes, carries: bool) -> None:
    """A file that does not parse counts as unread only where it carries an OKR label."""
    assert carries == readers.carries_okr_label(data)
