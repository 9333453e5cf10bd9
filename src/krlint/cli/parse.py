"""`krlint parse`."""

import os.path
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from krlint import rulebook
from krlint.cli.outputs import echo
from krlint.cli.settings import settings
from krlint.cli.terminal import say_unread, standard_input, view
from krlint.config import Config
from krlint.lint import explain
from krlint.model import Document, Explanation, KeyResult, Rule, RuleError, Unread
from krlint.reports.understood import Understood, as_json, as_table
from krlint.reports.view import Locale, language_of
from krlint.run import failure

_SUFFIXES = (".md", ".markdown", ".yaml", ".yml", ".json", ".csv", ".tsv", ".xlsx", ".txt")


class Options(NamedTuple):
    """What `krlint parse` was asked."""

    locale: Locale | None
    texts: tuple[str, ...]
    format: str
    explain: bool
    team: str | None
    language: str | None
    parse: str | None
    today: date | None
    config: tuple[str, ...]
    isolated: bool
    stdin_filename: str | None


def parse(options: Options) -> int:
    """Show what was understood of the texts and files named, and give the exit code."""
    paths = [text for text in options.texts if _is_path(text)]
    config = _config(options, paths)
    documents, unread = _read(paths, options, config)
    documents += [_typed(text, options) for text in options.texts if text not in paths]
    rules = rulebook.choose(rulebook.load(config), config) if options.explain else ()
    understood = []
    for document in documents:
        known, failures = _understood(document, rules, config)
        understood.append(known)
        unread += failures
    shown = view(config.locale)
    if options.format == "json":
        echo(as_json(understood, unread, shown))
    else:
        echo(as_table(understood, shown))
    language = language_of(options.texts)
    for each in unread:
        say_unread(each, config.locale, language)
    return 2 if unread else 0


def _config(options: Options, paths: Sequence[str]) -> Config:
    return settings(
        options.config,
        isolated=options.isolated,
        paths=paths,
        given={
            "locale": options.locale,
            "language": options.language,
            "parse": options.parse,
            "today": options.today,
        },
    ).config


def _is_path(text: str) -> bool:
    """Whether `text` names a file, there or not, rather than being a key result itself."""
    if text == "-" or os.path.exists(text):  # noqa: PTH110 (Path.exists raises on any long text)
        return True
    looks_so = os.sep in text or not any(character.isspace() for character in text)
    return looks_so and text.lower().endswith(_SUFFIXES)


def _read(
    paths: Sequence[str], options: Options, config: Config
) -> tuple[list[Document], list[Unread]]:
    if not paths:
        return [], []
    from krlint.readers.run import read_all

    documents, unread = read_all(
        paths,
        config=config,
        stdin=standard_input() if "-" in paths else None,
        stdin_filename=options.stdin_filename,
        allow_no_key_results=False,
    )
    inner = (each for document in documents for each in document.unread)
    return list(documents), [*unread, *inner]


def _typed(text: str, options: Options) -> Document:
    return Document("", (KeyResult(text=text, team=options.team),))


def _understood(
    document: Document, rules: Sequence[Rule], config: Config
) -> tuple[Understood, list[Unread]]:
    """What is known of its key results; the parse is asked where a party's role is open too."""
    results = document.key_results
    explanations: list[Explanation] = []
    failures: list[Unread] = []
    outcomes = explain(results, rules, config=config, roles=True)
    for result, outcome in zip(results, outcomes, strict=True):
        if isinstance(outcome, RuleError):
            failures.append(failure(result, outcome))
        else:
            explanations.append(outcome)
    return Understood(document, explanations), failures
