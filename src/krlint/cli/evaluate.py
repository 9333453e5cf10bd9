"""`krlint evaluate`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from krlint import rulebook
from krlint.cli.check import listed
from krlint.cli.outputs import echo
from krlint.cli.settings import placed, settings
from krlint.cli.terminal import complain, say_unread, view
from krlint.evaluate import Evaluation, evaluate
from krlint.evaluate.tables import as_json, as_text
from krlint.model import KrlintError, Language
from krlint.reports.view import Locale, language_of

TROUBLE = 2


class Options(NamedTuple):
    """What `krlint evaluate` was asked."""

    locale: Locale | None
    files: tuple[str, ...]
    errors: tuple[str, ...]
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    format: str
    language: str | None
    parse: str | None
    today: date | None
    config: tuple[str, ...]
    isolated: bool


def run(options: Options) -> int:
    """Show how right krlint is on the labelled key results, and give the exit code."""
    made = settings(
        options.config,
        isolated=options.isolated,
        paths=options.files,
        given={
            "locale": options.locale,
            "language": options.language,
            "parse": options.parse,
            "today": options.today,
            "select": listed(options.select),
            "extend_select": listed(options.extend_select),
            "ignore": listed(options.ignore),
        },
    )
    try:
        wanted = [
            rulebook.find(rulebook.load(made.config), name) for name in listed(options.errors)
        ]
        evaluation = evaluate(options.files, config=made.config)
    except KrlintError as error:
        complain(placed(error, made), made.config.locale, options.files)
        return TROUBLE
    shown = view(made.config.locale)
    language = _language(evaluation, shown.locale, options.files)
    if options.format == "json":
        echo(as_json(evaluation, wanted, shown))
    else:
        echo(as_text(evaluation, wanted, language, shown))
    for unread in evaluation.unread:
        say_unread(unread, shown.locale, language)
    return TROUBLE if evaluation.unread else 0


def _language(evaluation: Evaluation, locale: Locale, files: Sequence[str]) -> Language:
    """That of the messages: Japanese as soon as one of the texts is."""
    if locale != "auto":
        return locale
    texts = (case.explanation.analysis.key_result.text for case in evaluation.cases)
    return language_of((*files, *texts))
