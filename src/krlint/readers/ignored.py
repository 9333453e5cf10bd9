"""What git leaves out of a folder: the .gitignore files around and in it, and info/exclude."""

import os
from collections.abc import Iterable, Sequence
from stat import S_ISREG
from typing import NamedTuple

from krlint.readers.wildcards import Pattern, pattern

# Longer ones are written by programs, or by somebody who wants to keep us busy.
_LIMIT = 1_000_000


class Layer(NamedTuple):
    """
    The patterns of one file; `depth` is how many names lead to the folder that they start from.

    `names` holds the last pattern of each plain name with its number, `others` all the rest.
    """

    depth: int
    names: dict[str, tuple[int, Pattern]]
    others: tuple[tuple[int, Pattern], ...]

    def says(self, path: Sequence[str], *, folder: bool) -> bool | None:
        """Whether the last pattern that fits leaves the path out; None where none fits."""
        inner = path[self.depth :]
        last, found = self.names.get(inner[-1], (-1, None))
        if found is not None and not found.fits(inner, folder=folder):
            last, found = -1, None
        for number, other in reversed(self.others):
            if number < last:
                break
            if other.fits(inner, folder=folder):
                return not other.keeps
        return None if found is None else not found.keeps


def layer(lines: Iterable[str], depth: int = 0) -> Layer:
    """The patterns of some lines."""
    names: dict[str, tuple[int, Pattern]] = {}
    others: list[tuple[int, Pattern]] = []
    for number, line in enumerate(lines):
        made = pattern(line)
        if made is None:
            continue
        if made.name is None or made.only_folders:
            others.append((number, made))
        else:
            names[made.name] = (number, made)
    return Layer(depth, names, tuple(others))


def left_out(layers: Sequence[Layer], path: Sequence[str], *, folder: bool) -> bool:
    """Whether a path is left out: the innermost file that says something of it decides."""
    for each in reversed(layers):
        said = each.says(path, folder=folder)
        if said is not None:
            return said
    return False


def names_of(path: str) -> tuple[str, ...]:
    """The names that lead to a path from the root of the file system; ".." goes, links stay."""
    names = _absolute(path).split(os.sep)  # noqa: PTH206 (a Path costs more, for each file)
    return tuple(name for name in names if name)


def _absolute(path: str) -> str:
    try:
        return os.path.abspath(path)  # noqa: PTH100
    except OSError:  # the working directory has been deleted
        return os.path.normpath(path)


def above(folder: str) -> tuple[Layer, ...]:
    """
    What the repository around a folder says of it, the outermost first.

    Nothing outside of a repository. The user's own list (core.excludesFile) does not count: the
    same folder is to get the same findings everywhere.
    """
    here = _absolute(folder)
    outer: list[Layer] = []
    while True:
        parent = os.path.dirname(here)  # noqa: PTH120
        if os.path.lexists(os.path.join(here, ".git")):  # noqa: PTH118
            own = _file(os.path.join(here, ".git", "info", "exclude"), here)  # noqa: PTH118
            return (*own, *reversed(outer))
        if parent == here:
            return ()
        outer += of_folder(parent)
        here = parent


def of_folder(folder: str) -> tuple[Layer, ...]:
    """The patterns of the .gitignore that lies in a folder, if there is one."""
    return _file(os.path.join(folder, ".gitignore"), folder)  # noqa: PTH118


def _file(path: str, folder: str) -> tuple[Layer, ...]:
    """The patterns of a file, none where it cannot be read; links are not followed, as in git."""
    try:
        there = os.lstat(path)
        if not S_ISREG(there.st_mode) or there.st_size > _LIMIT:
            return ()
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:  # noqa: PTH123
            lines = file.read().split("\n")
    except OSError:
        return ()
    return (layer(lines, len(names_of(folder))),)
