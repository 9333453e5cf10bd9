"""krlint.toml and [tool.krlint] as one frozen value."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal

from krlint.model import KrlintError, Language, Setting, Severity, Wording, Words

DEFAULT_SELECT = ("default",)
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


class ConfigError(KrlintError):
    """A setting that cannot be followed; `path` and `line` say where it stands, if in a file."""


@dataclass(frozen=True, slots=True)
class Config:
    """
    What a run is asked to do; every field has the default that a run without a file has.

    `select` and `ignore` take codes, names, prefixes ("KR1") and profiles.
    `teams` maps a team's name to its other names, `parents` to the team above it;
    `readers` names the headers, keys or headings that mark objectives, key results and their
    fields in this company's documents.
    `baseline` is a file; in a config file its path is relative to that file.
    `fiscal_year_start` is a month, 1 to 12; None stands for the custom of a document's language:
    April for a 年度, the calendar in English. `rules` holds the options of rules by code or name,
    `severity` the severities that a company gives them.
    `per_file_ignores` maps patterns of paths to the rules that are off there; in a config file
    a pattern with a slash is taken from that file's folder, one without from anywhere.
    `rule_paths` are folders and files of cards beside krlint's own, `lexicon` words beside its own.
    """

    select: tuple[str, ...] = DEFAULT_SELECT
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    parse: Literal["auto", "never", "always"] = "auto"
    language: Literal["auto"] | Language = "auto"
    locale: Literal["auto"] | Language = "auto"
    fiscal_year_start: int | None = None
    english_model: str | None = None
    today: date | None = None
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    encoding: str | None = None
    teams: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)
    readers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Setting]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rule_paths: tuple[str, ...] = ()
    lexicon: tuple[Words, ...] = ()


def assign(config: Config, setting: str) -> Config:
    """`config` with one "key=value" of the command line; a bare word is taken as text."""
    import tomllib

    key, _, value = (part.strip() for part in setting.partition("="))
    try:
        table = tomllib.loads(f"{key} = {value}")
    except tomllib.TOMLDecodeError:
        table = {key: value}
    try:
        return replace(config, **fields(table))
    except Refused as refused:
        raise ConfigError(refused.wording) from None


class Refused(Exception):
    """A setting that cannot be followed, before its file is known; `keys` lead to it."""

    def __init__(self, wording: Wording, *keys: str) -> None:
        super().__init__(wording.en)
        self.wording = wording
        self.keys = keys


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


def unknown_name(name: str, known: Iterable[str], what: Wording) -> Wording:
    """That there is no `what` called `name`, with the nearest of the `known` ones."""
    from difflib import get_close_matches

    names = {one.lower(): one for one in known}
    near = [names[one] for one in get_close_matches(name.lower(), names, n=1)]
    return Wording(
        f"「{name}」という{what.ja}はありません。"
        + "".join(f"「{one}」のことですか。" for one in near),
        f"There is no {what.en} “{name}”." + "".join(f" Did you mean “{one}”?" for one in near),
    )


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
    return _text_lists(names)


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
    if not isinstance(value, dict):
        raise TypeError
    return {
        rule: {key: _setting(one) for key, one in dict(table).items()}
        for rule, table in value.items()
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
    return tuple(
        Words(languages[language], group, words)
        for language, groups in value.items()
        for group, words in _text_lists(groups).items()
    )


def as_toml(value: Setting) -> str:
    """A value as a config file has it."""
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _one_of(*choices: str) -> Callable[[object], object]:
    def accept(value: object) -> object:
        if value not in choices:
            raise ValueError
        return value

    return accept


def _words(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


def _encoding(value: object) -> str:
    import codecs

    return codecs.lookup(_words(value)).name


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
    "exclude": (_texts, 'exclude = ["archive/*"]'),
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
