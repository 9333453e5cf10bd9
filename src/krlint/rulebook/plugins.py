"""
Cards and checks that installed packages bring, the cards by the entry-point group `krlint.rules`.

Installed is what lies where `pip install` puts it: a folder called site-packages (Debian:
dist-packages). Other folders of Python's path may be those of the documents, as under
`python -m`, and what lies beside documents is no package.
"""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from krlint.model import KrlintError, Wording

if TYPE_CHECKING:
    from importlib.metadata import Distribution

GROUP = "krlint.rules"
_PLACES = ("site-packages", "dist-packages")


@cache
def folders() -> tuple[Path, ...]:
    """
    The folders of cards of all installed packages; none of their code is run.

    Raises KrlintError where an entry point names what is not there.
    """
    # importlib.metadata takes as long as linting a document, so it is asked only when needed.
    if not any(map(_mentions_group, _entry_point_files())):
        return ()
    # Two places may hold one package; the first is the one that Python imports.
    packages = {package.name: package for package in reversed(list(_installed()))}
    points = (point for name in sorted(packages) for point in packages[name].entry_points)
    return tuple(_folder(point.name, point.value) for point in points if point.group == GROUP)


def is_installed(check: str) -> bool:
    """
    Whether the module of a check, "module:name", belongs to krlint or to an installed package.

    A stranger's repository may hold cards, and never brings its own code.
    """
    package = check.partition(":")[0].partition(".")[0]
    return package == "krlint" or any(package in _packages(each) for each in _installed())


def _installed() -> "Iterator[Distribution]":
    from importlib.metadata import distributions

    yield from distributions(path=_places())


def _packages(distribution: "Distribution") -> set[str]:
    """The packages of a distribution by their names; of an editable one those it names itself."""
    told = (distribution.read_text("top_level.txt") or "").split()
    listed = [file.parts[0] for file in distribution.files or () if file.suffix == ".py"]
    modules = [point.value.partition(":")[0] for point in distribution.entry_points]
    names = (*told, *listed, *(module.partition(".")[0].strip() for module in modules))
    return {name.removesuffix(".py") for name in names}


def _places() -> list[str]:
    return [place for place in dict.fromkeys(sys.path) if os.path.basename(place) in _PLACES]  # noqa: PTH119


def _entry_point_files() -> list[Path]:
    found: list[Path] = []
    for place in _places():
        try:
            found += Path(place).glob("*.dist-info/entry_points.txt")
        except OSError:
            continue
    return found


def _mentions_group(path: Path) -> bool:
    try:
        return GROUP.encode() in path.read_bytes()
    except OSError:
        return False


def _folder(name: str, module: str) -> Path:
    """The folder of the package `module`, found without importing it."""
    from importlib.machinery import PathFinder

    places: list[str] | None = None
    for part in module.split("."):
        spec = PathFinder.find_spec(part, places)
        places = list(spec.submodule_search_locations or ()) if spec else []
        if not places:
            raise KrlintError(
                Wording(
                    f"パッケージのルール「{name} = {module}」がありません。入れ直してください。",
                    f"The rules of a package, “{name} = {module}”, are missing: install it anew.",
                )
            )
    return Path((places or [""])[0])
