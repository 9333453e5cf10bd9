"""The JSON Schemas that krlint gives to editors: `--format schema`."""

from collections.abc import Sequence
from typing import Any

from krlint.config.schema import config_schema
from krlint.lexicon import lexicon
from krlint.model import Language, Rule

_LANGUAGES: tuple[Language, ...] = ("ja", "en")


def of_config(rules: Sequence[Rule]) -> dict[str, Any]:
    """The form of krlint.toml, with the names of `rules` and of the lexicon's groups."""
    groups = {
        language: {group for names in lexicon(language).words.values() for group in names}
        for language in _LANGUAGES
    }
    return config_schema(rules, groups)


def of_cards() -> dict[str, Any]:
    """The form of a rule card, with the names of the signals."""
    from krlint.rulebook.schema import card_schema

    return card_schema()
