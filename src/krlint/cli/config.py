"""`krlint config`."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from krlint import rulebook
from krlint.cli.outputs import echo
from krlint.cli.schemas import of_config
from krlint.cli.settings import Settings, placed, settings
from krlint.cli.terminal import view
from krlint.config import Config
from krlint.config.settings import SETTINGS
from krlint.model import KrlintError, Wording
from krlint.reports.cells import visible, width
from krlint.reports.json import dumped
from krlint.reports.view import Locale, choose, language_of

_DEFAULT = Wording("既定の値", "default")
_UNSET = Wording("指定なし", "not set")
_ONE_PATH = Wording(
    "文書は1つだけ書いてください。文書ごとに設定が違うことがあります。",
    "Name one document only: each may have a config of its own.",
)


def show(
    locale: Locale | None,
    paths: Sequence[str],
    format: str,  # noqa: A002  the option's name
    config: Sequence[str],
    isolated: bool,
) -> int:
    """Show the settings that count for a document, and where each comes from; or their schema."""
    if len(paths) > 1:
        raise KrlintError(_ONE_PATH)
    made = settings(config, isolated=isolated, paths=paths, given={"locale": locale})
    try:
        rules = rulebook.load(made.config)
        rulebook.choose(rules, made.config)
    except KrlintError as error:
        raise placed(error, made) from None
    if format == "schema":
        echo(dumped(of_config(rules)))
        return 0
    echo(_as_json(made) if format == "json" else _as_text(made, view(made.config.locale).locale))
    return 0


def _as_text(made: Settings, locale: Locale) -> str:
    language = language_of(map(str, made.config.teams)) if locale == "auto" else locale
    unset = choose(_UNSET, language)
    rows = [
        (_said(made.config, name, unset), _origin(made, name, choose(_DEFAULT, language)))
        for name in SETTINGS
    ]
    column = min(max(width(said) for said, _ in rows), 60)
    return "".join(
        f"{visible(said)}{' ' * max(2, column + 2 - width(said))}# {visible(origin)}\n"
        for said, origin in rows
    )


def _said(config: Config, name: str, unset: str) -> str:
    """A setting as a config file would have it; a comment where it says nothing."""
    value = _value(config, name)
    return f"# {name}: {unset}" if value is None else f"{name} = {_toml(value)}"


def _as_json(made: Settings) -> str:
    table = {
        name: {
            "value": _value(made.config, name),
            "path": str(made.origins[name].path) if name in made.origins else None,
            "line": made.origins[name].line if name in made.origins else None,
        }
        for name in SETTINGS
    }
    return json.dumps({"version": 1, "settings": table}, ensure_ascii=False, indent=2) + "\n"


def _origin(made: Settings, name: str, default: str) -> str:
    if name not in made.origins:
        return default
    path, line = made.origins[name]
    return f"{path}:{line}" if line else str(path)


def _value(config: Config, name: str) -> Any:
    """What a setting comes to, as a config file would say it; None where it says nothing."""
    value = getattr(config, name.replace("-", "_"))
    if name == "lexicon":
        said: dict[str, dict[str, list[str]]] = {}
        for language, group, words in value:
            said.setdefault(language, {}).setdefault(group, []).extend(words)
        return said
    if name == "teams":
        above = config.parents
        return {
            team: {"names": list(names), "parent": above[team]} if team in above else list(names)
            for team, names in config.teams.items()
        }
    return _plain(value)


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Mapping():
            return {key: _plain(each) for key, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
    return value


def _toml(value: Any) -> str:
    match value:
        case dict():
            inner = ", ".join(
                f"{json.dumps(k, ensure_ascii=False)} = {_toml(v)}" for k, v in value.items()
            )
            return f"{{{inner}}}"
        case list():
            return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
