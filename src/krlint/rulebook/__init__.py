"""The cards, and which of them a run has on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from krlint.config import Config, ConfigError, as_toml, unknown_name
from krlint.lexicon import COMPILED, RULES
from krlint.model import Rule, Scope, Setting, Wording

ALL = "all"


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
    ConfigError for one that selects nothing, with the nearest that does, and for an option that
    a rule does not have or that cannot have that value.
    """
    selected = codes(rules, (*config.select, *config.extend_select))
    ignored = codes(rules, config.ignore)
    tuned = {find(rules, name).code: options for name, options in config.rules.items()}
    return tuple(
        _tuned(rule, tuned.get(rule.code, {})) for rule in rules if rule.code in selected - ignored
    )


def scoped(rules: Sequence[Rule], *scopes: Scope) -> tuple[Rule, ...]:
    """Those of the rules that judge one of these."""
    return tuple(rule for rule in rules if rule.scope in scopes)


def _tuned(rule: Rule, options: Mapping[str, Setting]) -> Rule:
    changed = dict(rule.options)
    for name, value in options.items():
        if name not in changed:
            wording = unknown_name(
                name, changed, Wording(f"{rule.code}の設定", f"option of {rule.code}")
            )
            raise ConfigError(wording)
        if type(value) is not type(changed[name].value):
            raise ConfigError(_wrong_value(rule, name, changed[name].value))
        changed[name] = changed[name]._replace(value=value)
    return replace(rule, options=changed)


def _wrong_value(rule: Rule, name: str, default: Setting) -> Wording:
    example = f"[rules.{rule.code}] {name} = {as_toml(default)}"
    return Wording(
        f"{rule.code}の「{name}」に書かれた値は使えません。次のように書いてください: {example}",
        f"“{name}” of {rule.code} cannot have this value. Write it like this: {example}",
    )


def find(rules: Sequence[Rule], selector: str) -> Rule:
    """The one rule of that code or name. Raises ConfigError with the nearest there is."""
    for rule in rules:
        if selector.upper() == rule.code or selector.lower() == rule.name:
            return rule
    raise _unknown(rules, selector)


def codes(rules: Sequence[Rule], selectors: Iterable[str]) -> set[str]:
    """The codes that selectors mean. Raises ConfigError for one that selects nothing."""
    return {code for selector in selectors for code in _selected(rules, selector)}


def _selected(rules: Sequence[Rule], selector: str) -> set[str]:
    profile = selector.lower()
    chosen = {
        rule.code
        for rule in rules
        if rule.code.startswith(selector.upper()) or profile in (ALL, rule.name, *rule.profiles)
    }
    if not chosen or not selector:
        raise _unknown(rules, selector)
    return chosen


def _unknown(rules: Sequence[Rule], selector: str) -> ConfigError:
    profiles = dict.fromkeys(name for rule in rules for name in rule.profiles)
    names = [ALL, *profiles, *(name for rule in rules for name in (rule.code, rule.name))]
    return ConfigError(unknown_name(selector, names, Wording("ルール", "rule")))
