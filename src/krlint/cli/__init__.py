"""The command line: argv → a run → what is printed → an exit code."""

import os
import sys
from collections.abc import Sequence

import click

from krlint.cli.terminal import complain
from krlint.model import KrlintError, Wording
from krlint.reports.view import Locale

TROUBLE, INTERRUPTED = 2, 130
_LOCALES: tuple[Locale, ...] = ("auto", "ja", "en")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run krlint on `arguments` (default: those of the process) and give its exit code."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    locale = _locale(asked)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets its code, not a traceback.
        getattr(stream, "reconfigure", dict)(errors="backslashreplace")
    try:
        _stand_somewhere()
        return _run(asked, locale)
    except KrlintError as error:
        complain(error, locale or "auto", asked)
        return TROUBLE
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED


def _stand_somewhere() -> None:
    """Raises KrlintError where the current folder has been deleted: no path means anything."""
    try:
        os.getcwd()  # noqa: PTH109 (pathlib takes 5 ms to import)
    except OSError:
        raise KrlintError(_NOWHERE) from None


_NOWHERE = Wording(
    "いまのフォルダーがもうありません。あるフォルダーに移ってから実行してください。",
    "The current folder is not there any more: change to one that is.",
)


def _run(asked: list[str], locale: Locale | None) -> int:
    from krlint.cli.commands import commands

    group = commands("ja" if locale == "ja" else "en", locale)
    try:
        code = group.main(asked, prog_name="krlint", standalone_mode=False)
    except click.ClickException as error:
        from krlint.cli.misuse import wording

        raise KrlintError(wording(error, asked)) from None
    return code if isinstance(code, int) else 0


def _locale(arguments: Sequence[str]) -> Locale | None:
    """The value of --locale, which must be known before click says anything."""
    found: Locale | None = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        value = argument.removeprefix("--locale=")
        if argument == "--locale":
            value = arguments[index + 1] if index + 1 < len(arguments) else ""
        if argument.startswith("--locale"):
            found = next((locale for locale in _LOCALES if locale == value), found)
    return found
