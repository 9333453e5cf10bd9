"""krlint.toml and [tool.krlint] as one frozen value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from krlint.model import KrlintError, Language, Setting, Severity, Wording, Words

DEFAULT_SELECT = ("default",)


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
    `exclude` holds patterns, as in a .gitignore, of what to leave out of folders; in a config file
    a pattern with a slash is taken from that file's folder. With `force_exclude` they count for
    files that are named, too. `respect_gitignore` leaves out what git ignores as well.
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
    force_exclude: bool = False
    respect_gitignore: bool = True
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


def as_toml(value: Setting) -> str:
    """A value as a config file has it."""
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
