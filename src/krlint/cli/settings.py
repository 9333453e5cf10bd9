"""The config of a run: the nearest file's, or the one named, then what the command line says."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from krlint.config import Config, ConfigError
from krlint.config.file import Loaded, Origin, Origins, find, load, load_found
from krlint.config.settings import assign
from krlint.model import KrlintError, Wording

_RULE_SETTINGS = {
    "select": "select",
    "extend-select": "select",
    "ignore": "select",
    "rules": "rules",
    "severity": "severity",
    "lexicon": "lexicon",
}
"""The settings that name rules, and the field of a Config by which each can be tried."""


class Settings(NamedTuple):
    """A config, the file that it came from, if any, and where each setting of files stands."""

    config: Config
    path: Path | None
    origins: Mapping[str, Origin] = {}


def settings(
    named: Sequence[str], *, isolated: bool, paths: Sequence[str], given: dict[str, Any]
) -> Settings:
    """
    The config for a run on `paths`.

    `named` are the values of --config: one file and any number of "key=value". `given` are the
    fields of Config that the command line sets itself; None and () leave the file's.
    """
    file = _named_file(named, isolated=isolated)
    path = Path(file) if file else None if isolated else find(_start(paths))
    config, origins = (load if file else load_found)(path) if path else Loaded(Config(), Origins())
    for setting in named:
        if setting != file:
            config = assign(config, setting)
    said = {key: value for key, value in given.items() if value not in (None, ())}
    if "select" in said:
        # As with ruff: who selects on the command line starts anew.
        said = {"extend_select": (), "ignore": (), **said}
    config = replace(config, **said)
    return Settings(replace(config, today=config.today or _source_date()), path, origins)


def _named_file(named: Sequence[str], *, isolated: bool) -> str | None:
    """The one value of --config that is a file rather than a setting."""
    files = [name for name in named if "=" not in name or os.path.exists(name)]  # noqa: PTH110 (Path.exists raises on long names)
    if isolated and files:
        raise ConfigError(
            Wording(
                "--isolated は設定ファイルを使わない指定なので、--config のファイルとは"
                "一緒に使えません。どちらかを外してください。",
                "--isolated means no config file, so --config cannot name one: drop one of them.",
            )
        )
    if len(files) > 1:
        raise ConfigError(
            Wording(
                "--config に渡せるファイルは1つです。",
                "--config takes one file; more settings can be given as key=value.",
            )
        )
    return files[0] if files else None


def _start(paths: Sequence[str]) -> Path:
    return Path(paths[0] if paths and paths[0] != "-" else ".")


def _source_date() -> date | None:
    """The day of SOURCE_DATE_EPOCH, which makes a run repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ConfigError(
            Wording(
                f"環境変数 SOURCE_DATE_EPOCH の「{epoch}」は秒数ではありません。",
                f"SOURCE_DATE_EPOCH is “{epoch}”, which is no number of seconds.",
            )
        ) from None


def placed(error: KrlintError, made: Settings) -> KrlintError:
    """`error`, about a rule that does not exist, with the config file's line that asks for it."""
    from krlint import rulebook

    if made.path is None or error.path is not None:
        return error
    from_file = load(made.path).config
    for key, tried in _RULE_SETTINGS.items():
        said = getattr(from_file, key.replace("-", "_"))
        try:
            rulebook.choose(rulebook.load(from_file), replace(Config(), **{tried: said}))
        except KrlintError as unknown:
            if unknown.wording == error.wording:
                origin = made.origins.get(key, Origin(made.path, None))
                return ConfigError(error.wording, str(origin.path), origin.line)
    return error
