"""Where the config of a run stands, and what it says there."""

import os.path
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from krlint.config import Config, ConfigError, Refused, fields
from krlint.model import Wording

FILE_NAMES = ("krlint.toml", "pyproject.toml")


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


def read(path: Path) -> Config:
    """The settings of one file. Raises ConfigError for whatever cannot be followed."""
    text = _text(path)
    outer = ("tool", "krlint") if path.name == "pyproject.toml" else ()
    table = _parsed(text, path)
    for name in outer:
        table = table.get(name, {})
    try:
        config = replace(Config(), **fields(table))
        return replace(config, baseline=_beside(path, config.baseline))
    except Refused as refused:
        line = _lines(text).get((*outer, *refused.keys))
        raise ConfigError(refused.wording, str(path), line) from None


def _beside(path: Path, name: str | None) -> str | None:
    """A file that a config names, from the config's own folder."""
    return None if name is None else str(path.parent / name)


def line_of(path: Path, key: str) -> int | None:
    """The line on which the file `path` gives the setting `key`."""
    outer = ("tool", "krlint") if path.name == "pyproject.toml" else ()
    return _lines(_text(path)).get((*outer, key))


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


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """The line of every key: statements grow line by line until they parse by themselves."""
    import tomllib

    lines: dict[tuple[str, ...], int] = {}
    header: tuple[str, ...] = ()
    pending, start = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        start = number if not pending else start
        pending += line + "\n"
        try:
            parsed = tomllib.loads(pending)
        except tomllib.TOMLDecodeError:
            continue
        paths = list(_paths(parsed))
        if pending.lstrip().startswith("["):
            header = max(paths, key=len, default=())
            lines.setdefault(header, start)
        else:
            for path in paths:
                lines.setdefault(header + path, start)
        pending = ""
    return lines


def _paths(table: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        yield (key,)
        if isinstance(value, dict):
            yield from ((key, *rest) for rest in _paths(value))
