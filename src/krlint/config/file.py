"""Where the config of a run stands, and what it says there."""

import glob
import os.path
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from krlint.config import Config, ConfigError
from krlint.config.extended import Base, bases, checkout, outside, reaches_out
from krlint.config.settings import Refused, fields
from krlint.config.source import Source, has_settings, source

FILE_NAMES = ("krlint.toml", "pyproject.toml")
_GROWING = ("extend_select", "rule_paths", "lexicon")


def find(start: Path) -> Path | None:
    """
    The nearest config file from the folder `start` (or the folder of the file `start`) upwards.

    A pyproject.toml without [tool.krlint] is passed over.
    """
    here = Path(os.path.abspath(start))  # noqa: PTH100 (".." goes, links stay)
    for folder in (here, *here.parents):
        for name in FILE_NAMES:
            path = folder / name
            # Path.is_file raises where a name is too long to be one.
            if os.path.isfile(path) and (  # noqa: PTH113
                name == "krlint.toml" or has_settings(path)
            ):
                return path
    return None


class Origin(NamedTuple):
    """Where a setting stands."""

    path: Path
    line: int | None


class Origins(Mapping[str, Origin]):
    """Where each setting of a config stands; lines are looked up when they are asked for."""

    def __init__(self, sources: Mapping[str, Source] | None = None) -> None:
        self._sources = sources or {}

    def __getitem__(self, name: str) -> Origin:
        told = self._sources[name]
        return Origin(told.path, told.line(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def under(self, over: "Origins") -> "Origins":
        """These, and over them those of a config that goes before."""
        return Origins({**self._sources, **over._sources})


class Loaded(NamedTuple):
    """A config with the place of each of its settings, by their names in the file."""

    config: Config
    origins: Origins


def read(path: Path) -> Config:
    """The settings of one file and of those that it extends, as `load` gives them."""
    return load(path).config


def load(path: Path) -> Loaded:
    """
    The settings of a file that somebody named, over those of the files that it extends.

    Later ones go before. Tables, lists of words and rule paths are joined, all else is replaced.
    Raises ConfigError for whatever cannot be followed.
    """
    return _loaded(Base(path, None), (), {})


def load_found(path: Path) -> Loaded:
    """As `load`, of a file that nobody named: nothing in it may lead out of its repository."""
    return _loaded(Base(path, checkout(path)), (), {})


def _loaded(base: Base, within: tuple[Path, ...], known: dict[Base, Loaded]) -> Loaded:
    """`within` are the files that are being read, `known` those that have been, without links."""
    real = base._replace(path=Path(os.path.realpath(base.path)))
    if real in known:
        return known[real]
    told = source(base.path)
    circle = (*within, base.path)
    config, origins = Config(), Origins()
    for extended in bases(told, circle, base.bound):
        below = _loaded(extended, circle, known)
        config, origins = joined(config, _set(below)), origins.under(below.origins)
    own = {key: value for key, value in told.table.items() if key != "extends"}
    try:
        config = joined(config, _anchored(fields(own), told, base.bound))
    except Refused as refused:
        raise ConfigError(refused.wording, str(told.path), told.line(*refused.keys)) from None
    known[real] = Loaded(config, origins.under(Origins(dict.fromkeys(own, told))))
    return known[real]


def _set(loaded: Loaded) -> dict[str, Any]:
    """The fields that files have set, also those set to what a run without a file has."""
    names = [name.replace("-", "_") for name in loaded.origins]
    names += ["parents"] if "teams" in names else []
    return {name: getattr(loaded.config, name) for name in names}


def joined(config: Config, given: Mapping[str, Any]) -> Config:
    """`config` with the fields `given`: tables and lists that grow are joined."""
    changed = dict(given)
    for name, value in given.items():
        before = getattr(config, name)
        if isinstance(value, Mapping):
            changed[name] = {**before, **value}
        elif name in _GROWING:
            changed[name] = (*before, *(each for each in value if each not in before))
    if "parents" in given:
        # Who names a team anew says all of it.
        kept = {team: above for team, above in config.parents.items() if team not in given["teams"]}
        changed["parents"] = {**kept, **given["parents"]}
    return replace(config, **changed)


def _anchored(given: Mapping[str, Any], told: Source, bound: Path | None) -> dict[str, Any]:
    """
    The fields with the paths that a config names taken from its own folder.

    Raises Refused for a path that leads out of `bound`.
    """
    folder = told.path.parent
    anchored = dict(given)
    if "exclude" in given:
        anchored["exclude"] = tuple(_from(folder, each) for each in given["exclude"])
    if "baseline" in given:
        anchored["baseline"] = str(folder / given["baseline"])
        _stay(bound, "baseline", [anchored["baseline"]])
    if "rule_paths" in given:
        anchored["rule_paths"] = tuple(str(folder / each) for each in given["rule_paths"])
        _stay(bound, "rule-paths", anchored["rule_paths"])
    if "per_file_ignores" in given:
        above = glob.escape(os.path.abspath(folder))  # noqa: PTH100 (".." goes, links stay)
        anchored["per_file_ignores"] = {
            os.path.join(above, pattern) if "/" in pattern else pattern: rules  # noqa: PTH118
            for pattern, rules in given["per_file_ignores"].items()
        }
    return anchored


def _from(folder: Path, pattern: str) -> str:
    """A pattern of a .gitignore in `folder`; one without a slash fits on any level."""
    keeps = "!" if pattern.startswith("!") else ""
    told = pattern[len(keeps) :]
    if "/" not in told.rstrip("/") or told.startswith("**/"):
        return pattern
    here = glob.escape(os.path.abspath(folder))  # noqa: PTH100
    return f"{keeps}{here.replace(os.sep, '/')}/{told.lstrip('/')}"


def _stay(bound: Path | None, name: str, paths: Sequence[str]) -> None:
    if bound is not None and any(reaches_out(path, bound) for path in paths):
        raise Refused(outside(name), name)
