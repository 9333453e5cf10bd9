"""What git ignores is left out of a folder, and git itself says what that is."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krlint import readers
from krlint.config import Config
from krlint.model import Unread
from krlint.readers.wildcards import pattern

_NAMES = st.sampled_from(["a", "b", "ab", "a.md", "b.md", "a b.md", "[a].md", "é.md", "#a", "!b"])
_PIECES = st.sampled_from(
    ["a", "b", ".md", "*", "?", "**", "[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[[:alpha:]]",
     "\\*", "\\[", "\\ ", " ", "é", "[", "]", "#", "!"]
)  # fmt: skip
_LINE = st.builds(
    lambda start, names, end: start + "/".join(names) + end,
    st.sampled_from(["", "", "!", "/", "**/", "!/"]),
    st.lists(
        st.lists(_PIECES, min_size=1, max_size=4).map("".join) | st.just("**"),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from(["", "", "/", "/**", " ", "\r"]),
)


def _git(folder: Path, *said: str, check: bool = True, told: str = "") -> str:
    done = subprocess.run(
        ["git", "-c", "core.excludesFile=", "-c", "core.quotePath=false", *said],
        cwd=folder,
        input=told,
        capture_output=True,
        text=True,
        check=check,
    )
    return done.stdout


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty repository of git."""
    folder = tmp_path_factory.mktemp("repository")
    _git(folder, "init", "-q")
    return folder


@given(
    lines=st.lists(_LINE, max_size=4),
    inner=st.lists(_LINE, max_size=2),
    path=st.lists(_NAMES, min_size=1, max_size=3),
)
@settings(max_examples=150, deadline=None)
def test_a_file_is_ignored_where_git_says_so(
    repository: Path, lines: list[str], inner: list[str], path: list[str]
) -> None:
    """A path under .gitignore files of any content, against `git check-ignore`."""
    _emptied(repository)
    file = repository.joinpath(*path).with_suffix(".md")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x", encoding="utf-8")
    (repository / ".gitignore").write_text("\n".join(lines), encoding="utf-8", newline="")
    if len(path) > 1:
        (repository / path[0] / ".gitignore").write_text("\n".join(inner), encoding="utf-8")
    name = file.relative_to(repository).as_posix()

    told = _git(repository, "check-ignore", "-z", "--stdin", check=False, told=name)

    assert (told == "") == (file in list(readers.find([repository])))


def _emptied(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if ".git" not in path.relative_to(folder).parts:
            path.rmdir() if path.is_dir() else path.unlink()


def test_every_file_of_git_counts(tmp_path: Path) -> None:
    """The patterns of the root, of folders below, and of info/exclude; the innermost decides."""
    _git(tmp_path, "init", "-q")
    _files(tmp_path, "okr.md", "draft.md", "team/draft.md", "team/kept/draft.md", "own.md")
    (tmp_path / ".gitignore").write_text("draft.md\n")
    (tmp_path / "team/kept/.gitignore").write_text("!draft.md\n")
    (tmp_path / ".git/info/exclude").write_text("own.md\n")

    assert ["okr.md", "team/kept/draft.md"] == _found(tmp_path, tmp_path)
    assert ["team/kept/draft.md"] == _found(tmp_path / "team", tmp_path)
    every = _found(tmp_path, tmp_path, Config(respect_gitignore=False))
    assert ["draft.md", "okr.md", "own.md", "team/draft.md", "team/kept/draft.md"] == every


def test_a_folder_that_is_ignored_can_be_named(tmp_path: Path) -> None:
    """Who names it wants it read; what is ignored in it stays so."""
    _git(tmp_path, "init", "-q")
    _files(tmp_path, "build/okr.md", "build/x/y.md")
    (tmp_path / ".gitignore").write_text("build/\nbuild/x\n")

    assert [] == _found(tmp_path, tmp_path)
    assert ["build/okr.md"] == _found(tmp_path / "build", tmp_path)


def test_outside_of_a_repository_only_the_folder_itself_counts(tmp_path: Path) -> None:
    """A checkout without its .git is read as with it; a .gitignore further up is a stranger's."""
    _files(tmp_path, "docs/okr.md", "docs/draft.md")
    (tmp_path / ".gitignore").write_text("okr.md\n")
    (tmp_path / "docs/.gitignore").write_text("draft.md\n")

    assert ["docs/okr.md"] == _found(tmp_path / "docs", tmp_path)


def test_a_gitignore_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """As in git: a repository cannot have other files of this machine read."""
    _files(tmp_path, "okr.md", "elsewhere")
    (tmp_path / "elsewhere").write_text("okr.md\n")
    (tmp_path / ".gitignore").symlink_to(tmp_path / "elsewhere")

    assert ["okr.md"] == _found(tmp_path, tmp_path)


@pytest.mark.parametrize("line", ["*a" * 5_000 + "b", "**/" * 5_000 + "b", "[" * 10_000])
def test_the_worst_patterns_end(line: str) -> None:
    """Time grows with pattern times path; as a regular expression the first would never end."""
    made = pattern(line)
    assert made is not None
    assert not made.fits(("a" * 200,) * 20, folder=False)


def _files(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def _found(folder: Path, root: Path, config: Config = Config()) -> list[str]:
    found = list(readers.find([folder], config))
    assert not any(isinstance(each, Unread) for each in found)
    return sorted(each.relative_to(root).as_posix() for each in found if isinstance(each, Path))
