"""The cards, and which of them a run has on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from krlint.config import Config, ConfigError, as_toml, unknown_name
from krlint.lexicon import COMPILED, RULES, lexicon
from krlint.model import Rule, Scope, Setting, Wording

ALL = "all"


def load(config: Config = Config()) -> tuple[Rule, ...]:
    """
    krlint's own rules, those of `config.rule_paths` and those of installed packages, by code.

    Raises KrlintError for a card that cannot be used, and where two have one code or name.
    """
    return _together(config.rule_paths)


@cache
def _together(paths: tuple[str, ...]) -> tuple[Rule, ...]:
    more = _more(paths)
    rules = sorted((*_own(), *more), key=lambda rule: rule.code)
    for one, other in pairwise(rules):
        if one.code == other.code:
            raise ConfigError(_twice(one.code))
    names = Counter(rule.name for rule in rules)
    for rule in more:
        if names[rule.name] > 1:
            raise ConfigError(_twice(rule.name))
    return tuple(rules)


def _more(paths: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of companies: of the paths that a config names, and of installed packages."""
    from krlint.rulebook.plugins import folders

    found = folders()
    if not (paths or found):
        return ()
    from krlint.rulebook.cards import read_path

    named = (Path(path) for path in paths)
    return tuple(rule for path in (*named, *found) for rule in read_path(path))


@cache
def _own() -> tuple[Rule, ...]:
    """krlint's own rules, by code."""
    compiled = COMPILED / "rules.json"
    if compiled.is_file():
        from krlint.rulebook.compiled import read

        return read(compiled)
    from krlint.rulebook.cards import read_own

    return read_own(RULES)


def _twice(name: str) -> Wording:
    return Wording(
        f"「{name}」というルールが2つあります。どちらかの名前を変えてください。",
        f"There are two rules called “{name}”: give one of them another name.",
    )


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
    weighed = {find(rules, name).code: severity for name, severity in config.severity.items()}
    _check_words(config)
    return tuple(
        replace(
            _tuned(rule, tuned.get(rule.code, {})),
            severity=weighed.get(rule.code, rule.severity),
        )
        for rule in rules
        if rule.code in selected - ignored
    )


def _check_words(config: Config) -> None:
    """Raises ConfigError for words of a group that the lexicon does not have."""
    for language, group, _ in config.lexicon:
        known = {name for groups in lexicon(language).words.values() for name in groups}
        if group not in known:
            what = Wording("語のグループ", "group of words")
            raise ConfigError(unknown_name(group, sorted(known), what))


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
        default = changed[name].value
        if type(value) is not type(default) or _below_zero(value) > _below_zero(default):
            raise ConfigError(_wrong_value(rule, name, default))
        changed[name] = changed[name]._replace(value=value)
    return replace(rule, options=changed)


def _below_zero(value: Setting) -> bool:
    """Options of rules count things, unless a default says otherwise."""
    return isinstance(value, int) and value < 0


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
