"""One TOML file with settings: its text, and what krlint is told in it."""

import os.path
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from krlint.config import ConfigError
from krlint.config.lines import lines_of
from krlint.model import Wording

_TABLE = ("tool", "krlint")
"""Where krlint's settings stand in a pyproject.toml."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's settings, by the names in the file, and what leads to each one's line."""

    path: Path
    text: str
    table: Mapping[str, Any]

    def line(self, *keys: str) -> int | None:
        """The line on which the setting stands, or a key within it."""
        return lines_of(self.text).get((*_outer(self.path), *keys))


def source(path: Path) -> Source:
    """The settings of one file. Raises ConfigError where it cannot be read or is no TOML."""
    text = _text(path)
    table: Any = _parsed(text, path)
    for name in _outer(path):
        table = table.get(name, {})
        if not isinstance(table, dict):
            line = lines_of(text).get(_TABLE) or lines_of(text).get(_TABLE[:1])
            raise ConfigError(_NO_TABLE, str(path), line)
    return Source(path, text, table)


def has_settings(path: Path) -> bool:
    """Whether a pyproject.toml speaks of krlint."""
    try:
        if b"krlint" not in path.read_bytes():
            return False
    except OSError as error:
        raise ConfigError(_unreadable(error), str(path)) from None
    tool = _parsed(_text(path), path).get("tool", {})
    return isinstance(tool, dict) and "krlint" in tool


def _outer(path: Path) -> tuple[str, ...]:
    return _TABLE if path.name == "pyproject.toml" else ()


def _text(path: Path) -> str:
    # A device has no end, and a pipe may never begin.
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        raise ConfigError(_NO_FILE, str(path))
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(_ENCODING, str(path)) from None
    except (OSError, ValueError) as error:
        raise ConfigError(_unreadable(error), str(path)) from None


def _parsed(text: str, path: Path) -> dict[str, Any]:
    import re
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
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


def _unreadable(error: Exception) -> Wording:
    said = getattr(error, "strerror", None) or error
    return Wording(
        f"設定ファイルを読めません（{said}）。場所と権限を確かめてください。",
        f"The config file cannot be read ({said}): check its place and permissions.",
    )


_NO_TABLE = Wording(
    "「tool.krlint」は表です。[tool.krlint] の下に、1行に1つずつ設定を書いてください。",
    "“tool.krlint” is a table: write [tool.krlint], and one setting a line below it.",
)
_ENCODING = Wording(
    "UTF-8 で書かれていません。UTF-8 で保存し直してください。",
    "It is not written in UTF-8: save it as UTF-8.",
)
_NO_FILE = Wording(
    "設定ファイルではなく、フォルダーか装置です。ファイルの名前まで指定してください。",
    "This is a folder or a device, not a config file: name the file itself.",
)
