"""What a config file or the command line may set, and how each value is taken."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from krlint.config import Config, ConfigError, unknown_name
from krlint.model import Language, Setting, Wording, Words

# What the columns, keys and headings of a document can be: [readers] maps further names to these.
READER_NAMES = (
    "objective",
    "key-result",
    "team",
    "baseline",
    "target",
    "unit",
    "deadline",
    "period",
    "owner",
    "metric",
    "measure",
    "source",
    "depends-on",
    "agreed-with",
    "note",
    "score",
    "progress",
    "priority",
    "status",
    "steps",
)


class Refused(Exception):
    """A setting that cannot be followed, before its file is known; `keys` lead to it."""

    def __init__(self, wording: Wording, *keys: str) -> None:
        super().__init__(wording.en)
        self.wording = wording
        self.keys = keys


def assign(config: Config, setting: str) -> Config:
    """`config` with one "key=value" of the command line; a bare word is taken as text."""
    import tomllib

    key, _, value = (part.strip() for part in setting.partition("="))
    try:
        table = tomllib.loads(f"{key} = {value}")
    except (tomllib.TOMLDecodeError, RecursionError):
        table = {key: value}
    try:
        return replace(config, **fields(table))
    except Refused as refused:
        raise ConfigError(refused.wording) from None


def fields(table: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of Config that `table` sets. Raises Refused."""
    accepted = {}
    for key, value in table.items():
        if key not in SETTINGS:
            raise Refused(unknown_name(key, SETTINGS, Wording("設定", "setting")), key)
        accept, example = SETTINGS[key]
        try:
            accepted[key.replace("-", "_")] = accept(value)
            if key == "teams":
                accepted["parents"] = _parents(value)
        except (ValueError, TypeError, LookupError):
            raise Refused(
                Wording(
                    f"「{key}」に書かれた値は使えません。次のように書いてください: {example}",
                    f"“{key}” cannot have this value. Write it like this: {example}",
                ),
                key,
            ) from None
    return accepted


# --- Values ----------------------------------------------------------------------------------


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError
    return tuple(value)


def _text_lists(value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise TypeError
    return {
        key: _texts([names] if isinstance(names, str) else names) for key, names in value.items()
    }


def _teams(value: object) -> dict[str, tuple[str, ...]]:
    """Each team's other names: a list of them, or a table {names = [...], parent = "..."}."""
    if not isinstance(value, dict):
        raise TypeError
    for told in value.values():
        if isinstance(told, dict) and not told.keys() <= {"names", "parent"}:
            raise ValueError
    names = {
        team: told.get("names", []) if isinstance(told, dict) else told
        for team, told in value.items()
    }
    # Texts are compared in one width, so names that are looked for in them are in it too.
    return {
        team: tuple(unicodedata.normalize("NFKC", name) for name in others)
        for team, others in _text_lists(names).items()
    }


def _parents(teams: Mapping[str, object]) -> dict[str, str]:
    """The team above each team that names one."""
    return {
        team: _words(told["parent"])
        for team, told in teams.items()
        if isinstance(told, dict) and "parent" in told
    }


def _readers(value: object) -> dict[str, tuple[str, ...]]:
    names = _text_lists(value)
    for key in names:
        if key.replace("_", "-") not in READER_NAMES:
            what = Wording("列や見出しの種類", "kind of column or heading")
            raise Refused(unknown_name(key, READER_NAMES, what), "readers", key)
    return names


def _options(value: object) -> dict[str, dict[str, Setting]]:
    """What the tables [rules.KR601] set; the rules themselves know which options they have."""
    if not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
        raise TypeError
    return {
        rule: {key: _setting(one) for key, one in table.items()} for rule, table in value.items()
    }


def _setting(value: object) -> Setting:
    return value if isinstance(value, bool | int | str) else _texts(value)


def _paths(value: object) -> tuple[str, ...]:
    paths = _texts([value] if isinstance(value, str) else value)
    if not all(paths):
        raise ValueError
    return paths


def _severities(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError
    accept = _one_of("error", "warning", "info")
    return {rule: accept(severity) for rule, severity in value.items()}


def _lexicon(value: object) -> tuple[Words, ...]:
    """[lexicon.ja] and [lexicon.en]: groups with their words."""
    if not isinstance(value, dict):
        raise TypeError
    languages: Mapping[str, Language] = {"ja": "ja", "en": "en"}
    if not value.keys() <= languages.keys():
        raise ValueError
    return tuple(
        Words(languages[language], group, words)
        for language, groups in value.items()
        for group, words in _text_lists(groups).items()
    )


def _one_of(*choices: str) -> Callable[[object], object]:
    def accept(value: object) -> object:
        if value not in choices:
            raise ValueError
        return value

    return accept


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _words(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


def _encoding(value: object) -> str:
    import codecs

    name = codecs.lookup(_words(value)).name
    "a".encode(name)  # raises LookupError for what is no encoding of texts, such as zlib
    return name


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return date.fromisoformat(_words(value))


def _month(value: object) -> int:
    if isinstance(value, bool) or value not in range(1, 13):
        raise ValueError
    return int(str(value))


SETTINGS: Mapping[str, tuple[Callable[[object], object], str]] = {
    # What a file may set: the value taken from TOML, and an example of it.
    "select": (_texts, 'select = ["default", "KR102"]'),
    "extend-select": (_texts, 'extend-select = ["KR102"]'),
    "ignore": (_texts, 'ignore = ["low-resolution"]'),
    "parse": (_one_of("auto", "never", "always"), 'parse = "auto" | "never" | "always"'),
    "language": (_one_of("auto", "ja", "en"), 'language = "auto" | "ja" | "en"'),
    "locale": (_one_of("auto", "ja", "en"), 'locale = "auto" | "ja" | "en"'),
    "fiscal-year-start": (_month, "fiscal-year-start = 4"),
    "english-model": (_words, 'english-model = "en_core_web_sm"'),
    "today": (_day, "today = 2026-10-01"),
    "exclude": (_texts, 'exclude = ["archive/"]'),
    "force-exclude": (_switch, "force-exclude = true"),
    "respect-gitignore": (_switch, "respect-gitignore = false"),
    "baseline": (_words, 'baseline = "krlint-baseline.json"'),
    "encoding": (_encoding, 'encoding = "cp932"'),
    "teams": (_teams, 'teams = {"経理部" = ["経理", "Accounting"]}'),
    "rules": (_options, "rules = {KR601 = {at-most = 5}}"),
    "severity": (_severities, 'severity = {KR201 = "error"}'),
    "per-file-ignores": (_text_lists, 'per-file-ignores = {"drafts/*" = ["KR302"]}'),
    "rule-paths": (_paths, 'rule-paths = ["okr-rules"]'),
    "lexicon": (_lexicon, 'lexicon = {ja = {department = ["推進室"]}}'),
    "readers": (_readers, 'readers = {"key-result" = ["成果"]}'),
}
