"""Where the config of a run stands, and what it says there."""

import os.path
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from krlint.config import Config, ConfigError
from krlint.config.lines import lines_of
from krlint.config.settings import Refused, fields
from krlint.model import Wording

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
                name == "krlint.toml" or _has_table(path)
            ):
                return path
    return None


class Origin(NamedTuple):
    """Where a setting stands."""

    path: Path
    line: int | None


class Loaded(NamedTuple):
    """A config with the place of each of its settings, by their names in the file."""

    config: Config
    origins: Mapping[str, Origin]


def read(path: Path) -> Config:
    """The settings of one file and of those that it extends, as `load` gives them."""
    return load(path).config


def load(path: Path, *, within: tuple[Path, ...] = ()) -> Loaded:
    """
    The settings of one file, over those of the files that it extends, later ones first.

    Tables, lists of words and rule paths are joined, all else is replaced. `within` are the files
    that are being read, the outermost first.
    Raises ConfigError for whatever cannot be followed.
    """
    text = _text(path)
    table = _parsed(text, path)
    for name in _outer(path):
        table = table.get(name, {})
    lines = lines_of(text)
    config, origins = Config(), dict[str, Origin]()
    for name in _extended(table.get("extends", []), path, lines):
        base = _base(name, path, lines, within)
        config = joined(config, vars_of(base.config))
        origins |= base.origins
    own = {key: value for key, value in table.items() if key != "extends"}
    try:
        config = joined(config, _anchored(fields(own), path))
    except Refused as refused:
        line = lines.get((*_outer(path), *refused.keys))
        raise ConfigError(refused.wording, str(path), line) from None
    here = {key: Origin(path, lines.get((*_outer(path), key))) for key in table}
    return Loaded(config, origins | here)


def joined(config: Config, given: Mapping[str, Any]) -> Config:
    """`config` with the fields `given`: tables and lists that grow are joined."""
    changed = dict(given)
    for name, value in given.items():
        before = getattr(config, name)
        if isinstance(value, Mapping):
            changed[name] = {**before, **value}
        elif name in _GROWING:
            changed[name] = (*before, *(each for each in value if each not in before))
    return replace(config, **changed)


def vars_of(config: Config) -> dict[str, Any]:
    """The fields of a config that are not as in a run without a file."""
    default = Config()
    every = {name: getattr(config, name) for name in Config.__slots__}
    return {name: value for name, value in every.items() if value != getattr(default, name)}


def _extended(names: Any, path: Path, lines: Mapping[tuple[str, ...], int]) -> list[str]:
    names = [names] if isinstance(names, str) else names
    if isinstance(names, list) and all(isinstance(name, str) and name for name in names):
        return names
    raise ConfigError(
        Wording(
            "「extends」にはファイルかパッケージの名前を書いてください: "
            'extends = ["../krlint.toml"]',
            '“extends” names files or packages: extends = ["../krlint.toml"]',
        ),
        str(path),
        lines.get((*_outer(path), "extends")),
    )


def _base(
    name: str, path: Path, lines: Mapping[tuple[str, ...], int], within: tuple[Path, ...]
) -> Loaded:
    """The config that `path` extends by this name."""
    found = path.parent / name if name.endswith(".toml") else _in_package(name)
    circle = (*within, path)
    if found is None or not found.is_file() or found.resolve() in [p.resolve() for p in circle]:
        again = found is not None and found.is_file()
        raise ConfigError(
            _circular(name) if again else _no_base(name),
            str(path),
            lines.get((*_outer(path), "extends")),
        )
    return load(found, within=circle)


def _in_package(name: str) -> Path | None:
    """krlint.toml of an installed package, which is found and not run."""
    from importlib.util import find_spec

    spec = find_spec(name) if name.isidentifier() else None
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return Path(folders[0], "krlint.toml") if folders else None


def _anchored(given: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """The fields with the paths that a config names taken from its own folder."""
    folder = path.parent
    anchored = dict(given)
    if "exclude" in given:
        anchored["exclude"] = tuple(_from(folder, each) for each in given["exclude"])
    if "baseline" in given:
        anchored["baseline"] = str(folder / given["baseline"])
    if "rule_paths" in given:
        anchored["rule_paths"] = tuple(str(folder / each) for each in given["rule_paths"])
    if "per_file_ignores" in given:
        anchored["per_file_ignores"] = {
            str(folder.absolute() / pattern) if "/" in pattern else pattern: rules
            for pattern, rules in given["per_file_ignores"].items()
        }
    return anchored


def _from(folder: Path, pattern: str) -> str:
    """A pattern of a .gitignore in `folder`; one without a slash fits on any level."""
    import glob

    keeps = "!" if pattern.startswith("!") else ""
    told = pattern[len(keeps) :]
    if "/" not in told.rstrip("/") or told.startswith("**/"):
        return pattern
    here = glob.escape(os.path.abspath(folder))  # noqa: PTH100
    return f"{keeps}{here.replace(os.sep, '/')}/{told.lstrip('/')}"


def _outer(path: Path) -> tuple[str, ...]:
    return ("tool", "krlint") if path.name == "pyproject.toml" else ()


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


def _has_table(path: Path) -> bool:
    text = _text(path)
    return "krlint" in text and "krlint" in _parsed(text, path).get("tool", {})


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        reason = Wording(
            "UTF-8 で書かれていません。UTF-8 で保存し直してください。",
            "It is not written in UTF-8: save it as UTF-8.",
        )
    except IsADirectoryError:
        reason = Wording(
            "設定ファイルではなくフォルダーです。ファイルの名前まで指定してください。",
            "This is a folder, not a config file: name the file itself.",
        )
    except OSError as error:
        reason = Wording(
            f"設定ファイルを読めません（{error.strerror}）。場所と権限を確かめてください。",
            f"The config file cannot be read ({error.strerror}): check its place and permissions.",
        )
    raise ConfigError(reason, str(path))


def _parsed(text: str, path: Path) -> dict[str, Any]:
    import re
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = str(error)
        place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", said)
        what = said[: place.start()] if place else said
        line, column = place.groups() if place else (None, None)
        raise ConfigError(
            Wording(f"TOML として読めません（{what}）。", f"This is not valid TOML: {what}."),
            str(path),
            int(line) if line else text.count("\n") + 1,
            int(column) if column else None,
        ) from None
