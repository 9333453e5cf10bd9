"""What krlint says to people, and the closed sets of names that its values use."""

from typing import Literal, NamedTuple

Language = Literal["ja", "en"]
Severity = Literal["error", "warning", "info"]
Scope = Literal["key_result", "objective", "document", "set", "suppression", "baseline"]
State = Literal["set", "parked", "dropped"]
Kind = Literal["metric", "milestone", "baseline", "activity"]
Direction = Literal["up", "down", "keep"]
PartyRole = Literal["own", "beneficiary", "measured", "needed", "other"]


class Wording(NamedTuple):
    """Something krlint says, written in both languages; the reader's is chosen when it is shown."""

    ja: str
    en: str


class KrlintError(Exception):
    """
    Something krlint cannot go on with, said for the person who can mend it.

    `path`, `line` and `column` name the place where that is known.
    """

    def __init__(
        self,
        wording: Wording,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(wording.en)
        self.wording = wording
        self.path = path
        self.line = line
        self.column = column


class RuleError(KrlintError):
    """A rule broke while it judged a key result: a fault of the rule, not of the text."""
