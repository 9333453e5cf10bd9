"""krlint.toml and [tool.krlint] as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from krlint.model import Language

DEFAULT_SELECT = ("default",)


@dataclass(frozen=True, slots=True)
class Config:
    """
    What a run is asked to do; every field has the default that a run without a file has.

    `select` and `ignore` take codes, names, prefixes ("KR1") and profiles.
    `teams` maps a team's name to its other names; `readers` names the headers, keys or headings
    that mark objectives, key results and their fields in this company's documents.
    `fiscal_year_start` is a month, 1 to 12.
    """

    select: tuple[str, ...] = DEFAULT_SELECT
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    parse: Literal["auto", "never", "always"] = "auto"
    language: Literal["auto"] | Language = "auto"
    locale: Literal["auto"] | Language = "auto"
    fiscal_year_start: int = 4
    english_model: str | None = None
    today: date | None = None
    exclude: tuple[str, ...] = ()
    encoding: str | None = None
    teams: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    readers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
