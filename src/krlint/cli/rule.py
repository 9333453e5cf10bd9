"""`krlint rule`."""

import os.path
from collections.abc import Sequence
from pathlib import Path

from krlint import rulebook
from krlint.cli.new import card
from krlint.cli.outputs import echo
from krlint.cli.schemas import of_cards
from krlint.cli.settings import settings
from krlint.cli.terminal import view
from krlint.model import Language
from krlint.reports.json import dumped
from krlint.reports.rule_page import as_json, as_list, as_page
from krlint.reports.view import Locale, language_of


def rule(locale: Locale | None, names: Sequence[str], form: str, new: str | None) -> int:
    """
    Explain the rules named, or list all of them, a company's own included; or begin a `new` one.

    Raises KrlintError for an unknown name.
    """
    config = settings((), isolated=False, paths=(), given={"locale": locale}).config
    if new is not None:
        return card(
            new,
            _folder((*config.rule_paths, ".")[0]),
            language_of([new]) if config.locale == "auto" else config.locale,
        )
    rules = rulebook.load(config)
    wanted = [rulebook.find(rules, name) for name in names] or list(rules)
    shown = view(config.locale)
    language: Language = language_of(names) if shown.locale == "auto" else shown.locale
    if form == "schema":
        echo(dumped(of_cards()))
    elif form == "json":
        echo(as_json(wanted))
    elif names:
        echo("\n\n".join(as_page(one, language, shown) for one in wanted) + "\n")
    else:
        echo(as_list(wanted, language, shown) + "\n")
    return 0


def _folder(rule_path: str) -> Path:
    """Where a new card belongs: a rule path may name a folder or a card."""
    path = Path(rule_path)
    is_card = path.suffix in (".yaml", ".yml") and not os.path.isdir(path)  # noqa: PTH112
    return path.parent if is_card else path
