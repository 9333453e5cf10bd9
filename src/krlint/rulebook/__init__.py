"""The cards, and which of them a run has on."""

from collections.abc import Iterable, Sequence
from functools import cache

from krlint.config import Config, ConfigError, unknown_name
from krlint.lexicon import COMPILED, RULES
from krlint.model import Rule, Wording

PROFILES = ("default", "all")


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
    ConfigError for one that selects nothing, with the nearest that does.
    """
    selected = _codes(rules, (*config.select, *config.extend_select))
    ignored = _codes(rules, config.ignore)
    return tuple(rule for rule in rules if rule.code in selected - ignored)


def find(rules: Sequence[Rule], selector: str) -> Rule:
    """The one rule of that code or name. Raises ConfigError with the nearest there is."""
    for rule in rules:
        if selector.upper() == rule.code or selector.lower() == rule.name:
            return rule
    raise _unknown(rules, selector)


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
        raise _unknown(rules, selector)
    return chosen


def _unknown(rules: Sequence[Rule], selector: str) -> ConfigError:
    names = [*PROFILES, *(name for rule in rules for name in (rule.code, rule.name))]
    return ConfigError(unknown_name(selector, names, Wording("ルール", "rule")))
