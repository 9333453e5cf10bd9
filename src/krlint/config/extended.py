"""What the `extends` of a config names, and how far a config that was merely found may reach."""

import os.path
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from krlint.config import ConfigError
from krlint.config.source import Source
from krlint.model import Wording

_DEEPEST = 20
"""Configs in a row, each of which extends the next."""

_REPOSITORIES = (".git", ".hg", ".svn")


class Base(NamedTuple):
    """A config that is extended, and the folder out of which neither it nor its paths may lead."""

    path: Path
    bound: Path | None


def bases(source: Source, within: Sequence[Path], bound: Path | None) -> list[Base]:
    """
    The configs that `source` extends, `within` being those that lead to it, it included.

    Raises ConfigError for names of nothing, for circles, and for a path that leads out of `bound`.
    """
    return [_base(name, source, within, bound) for name in _names(source)]


def checkout(path: Path) -> Path | None:
    """The repository that holds the file, by its .git or the like; None outside of one."""
    real = Path(os.path.realpath(path))
    return next((folder for folder in real.parents if _is_repository(folder)), None)


def _is_repository(folder: Path) -> bool:
    return any(os.path.lexists(folder / name) for name in _REPOSITORIES)


def reaches_out(path: str | Path, bound: Path) -> bool:
    """Whether a path, or a card in the folder that it names, leads out of `bound`."""
    cards = [*Path(path).glob("*.y*ml")] if os.path.isdir(path) else []  # noqa: PTH112
    real = (Path(os.path.realpath(each)) for each in (path, *cards))
    return not all(each.is_relative_to(bound) for each in real)


def _names(source: Source) -> list[str]:
    said: Any = source.table.get("extends", [])
    names = [said] if isinstance(said, str) else said
    if isinstance(names, list) and all(isinstance(name, str) and name for name in names):
        return names
    raise ConfigError(_NO_NAMES, str(source.path), source.line("extends"))


def _base(name: str, source: Source, within: Sequence[Path], bound: Path | None) -> Base:
    package = None if name.endswith(".toml") else _package(name)
    if package is not None:
        found, bound = package / "krlint.toml", Path(os.path.realpath(package))
    else:
        found = source.path.parent / name
    # Path.is_file raises where a name is too long to be one.
    if not (name.endswith(".toml") or package) or not os.path.isfile(found):  # noqa: PTH113
        raise ConfigError(_no_base(name), str(source.path), source.line("extends"))
    if bound is not None and reaches_out(found, bound):
        raise ConfigError(outside(name), str(source.path), source.line("extends"))
    circle = os.path.realpath(found) in [os.path.realpath(path) for path in within]
    if circle or len(within) >= _DEEPEST:
        raise ConfigError(_circular(name), str(source.path), source.line("extends"))
    return Base(found, bound)


def _package(name: str) -> Path | None:
    """The folder of an installed package, which is found and not run."""
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec(name) if name.isidentifier() else None
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return Path(folders[0]) if folders else None


_NO_NAMES = Wording(
    '「extends」にはファイルかパッケージの名前を書いてください: extends = ["../krlint.toml"]',
    '“extends” names files or packages: extends = ["../krlint.toml"]',
)


def _no_base(name: str) -> Wording:
    return Wording(
        f"extends の「{name}」がありません。場所を確かめるか、パッケージを入れてください。",
        f"“{name}”, which this extends, is not there: check the path, or install the package.",
    )


def _circular(name: str) -> Wording:
    return Wording(
        f"extends の「{name}」はこのファイル自身に戻ります。どちらかの extends を消してください。",
        f"“{name}” leads back to this very file: remove one of the two “extends”.",
    )


def outside(name: str) -> Wording:
    """What is said of a setting of a found config that leads out of its repository."""
    return Wording(
        f"「{name}」がこのリポジトリの外を指しています。信頼できる設定なら、"
        "--config でこのファイルを指定してください。",
        f"“{name}” leads out of this repository: where you trust it, name this file by --config.",
    )
