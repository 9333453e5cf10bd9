"""Which rules somebody says a key result should be flagged by."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from krlint.config import unknown_name
from krlint.model import Rule, Wording

_YES = frozenset(("1", "true", "yes", "y", "○", "◯", "〇", "はい", "該当"))
_NO = frozenset(("0", "false", "no", "n", "×", "✕", "いいえ", "非該当"))
_UNDECIDED = frozenset(("?", "？", "-", "－"))
_CODE = re.compile(r"[A-Za-z]{2,8}\d{3}")
_BETWEEN = re.compile(r"[\s,;、；，]+")


class BadRecord(Exception):
    """A record that cannot be used, and what to write instead."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.en)
        self.wording = wording


def rule_named(name: str, rules: Sequence[Rule]) -> Rule | None:
    """
    The rule of that code, name or label.

    None for a name that is none of them. Raises BadRecord for the code of no rule: in the header
    of a table it would pass for a column of notes.
    """
    known = {key: rule for rule in rules for key in (rule.code.lower(), rule.name, rule.label)}
    rule = known.get(name.strip().lower())
    if rule is None and _CODE.fullmatch(name.strip()):
        raise BadRecord(_unknown(name, rules))
    return rule


def from_mapping(labels: Mapping[str, object], rules: Sequence[Rule]) -> dict[str, bool]:
    """{"KR201": true, …} by code; null is undecided and left out. Raises BadRecord."""
    found = {}
    for name, value in labels.items():
        rule = _rule(name, rules)
        if value is not None and not isinstance(value, bool):
            raise BadRecord(
                Wording(
                    f"「{name}」の値は true か false で書いてください（決まっていなければ null）。",
                    f"Write true or false for “{name}” (null where it is undecided).",
                )
            )
        if value is not None:
            found[rule.code] = value
    return found


def from_list(names: Sequence[str], rules: Sequence[Rule]) -> dict[str, bool]:
    """The rules named are true, all others false. Raises BadRecord."""
    true = {_rule(name, rules).code for name in names}
    return {rule.code: rule.code in true for rule in rules}


def from_cell(cell: str, rules: Sequence[Rule]) -> dict[str, bool]:
    """As `from_list`, of names with commas or blanks between. Raises BadRecord."""
    return from_list([name for name in _BETWEEN.split(cell) if name], rules)


def from_column(header: str, cell: str) -> bool | None:
    """
    What a cell under a rule's name says; None where it is undecided. Raises BadRecord.

    A blank cell is refused: some leave it for no, some for not yet looked at.
    """
    value = unicodedata.normalize("NFKC", cell).strip().lower()
    if value in _YES:
        return True
    if value in _NO:
        return False
    if value in _UNDECIDED:
        return None
    said = f"「{cell.strip()}」" if cell.strip() else "空欄"
    en = f"“{cell.strip()}”" if cell.strip() else "a blank"
    raise BadRecord(
        Wording(
            f"「{header}」の欄が{said}です。1 か 0 を書いてください（決まっていなければ ?）。",
            f"Under “{header}” stands {en}: write 1 or 0 (? where it is undecided).",
        )
    )


def _rule(name: str, rules: Sequence[Rule]) -> Rule:
    rule = rule_named(name, rules)
    if rule is None:
        raise BadRecord(_unknown(name, rules))
    return rule


def _unknown(name: str, rules: Sequence[Rule]) -> Wording:
    known = [key for rule in rules for key in (rule.code, rule.name, rule.label) if key]
    return unknown_name(name.strip(), known, Wording("ルール", "rule"))
