"""The cards, and which of them a run has on."""

import difflib
from collections.abc import Iterable, Sequence
from functools import cache

from krlint.config import Config
from krlint.lexicon import COMPILED, RULES
from krlint.model import KrlintError, Rule, Wording

PROFILES = ("default", "all")


class SelectionError(KrlintError):
    """A rule was asked for that does not exist."""


@cache
def load() -> tuple[Rule, ...]:
    """krlint's own rules, by code."""
    compiled = COMPILED / "rules.json"
    if compiled.is_file():
        from krlint.rulebook.compiled import read

        return read(compiled)
    from krlint.rulebook.cards import read_cards

    return read_cards(RULES)


def choose(rules: Sequence[Rule], config: Config) -> tuple[Rule, ...]:
    """
    The rules that `config` has on.

    A selector is a code, a name, the beginning of codes ("KR1"), or a profile. Raises
    SelectionError for one that selects nothing, with the nearest that does.
    """
    selected = _codes(rules, (*config.select, *config.extend_select))
    ignored = _codes(rules, config.ignore)
    return tuple(rule for rule in rules if rule.code in selected - ignored)


def find(rules: Sequence[Rule], selector: str) -> Rule:
    """The one rule of that code or name. Raises SelectionError with the nearest there is."""
    for rule in rules:
        if selector.upper() == rule.code or selector.lower() == rule.name:
            return rule
    raise SelectionError(_unknown(rules, selector))


def _codes(rules: Sequence[Rule], selectors: Iterable[str]) -> set[str]:
    return {code for selector in selectors for code in _selected(rules, selector)}


def _selected(rules: Sequence[Rule], selector: str) -> set[str]:
    if selector.lower() in PROFILES:
        return {rule.code for rule in rules}
    chosen = {
        rule.code
        for rule in rules
        if rule.code.startswith(selector.upper()) or rule.name == selector.lower()
    }
    if not chosen or not selector:
        raise SelectionError(_unknown(rules, selector))
    return chosen


def _unknown(rules: Sequence[Rule], selector: str) -> Wording:
    names = [*PROFILES, *(name for rule in rules for name in (rule.code, rule.name))]
    by_folded = {name.lower(): name for name in names}
    near = difflib.get_close_matches(selector.lower(), by_folded, n=1, cutoff=0.5)
    hint = by_folded[near[0]] if near else None
    return Wording(
        f"「{selector}」というルールはありません。"
        + (f"「{hint}」のことですか。" if hint else "krlint rule で一覧を見られます。"),
        f"There is no rule “{selector}”. "
        + (f"Did you mean “{hint}”?" if hint else "`krlint rule` lists them all."),
    )
