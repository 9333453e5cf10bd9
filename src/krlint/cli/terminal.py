"""What stands before the person who runs krlint: width, colours, standard error."""

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

import click

from krlint.model import KrlintError, Language, Unread, Wording
from krlint.reports.cells import visible
from krlint.reports.view import Locale, View, choose, language_of

_WIDEST = 120
_NARROWEST = 40


def view(locale: Locale, *, colour: bool = True) -> View:
    """The view that standard output gives."""
    return View(
        locale=locale,
        width=max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST)),
        colour=colour and _is_terminal(sys.stdout) and not os.environ.get("NO_COLOR"),
        root=_checkout(),
    )


def _checkout() -> str | None:
    """Where GitHub Actions, GitLab CI or Jenkins have put the repository."""
    named = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"]
    # The name is a common one, so that it counts in Jenkins only.
    named += ["WORKSPACE"] if os.environ.get("JENKINS_URL") else []
    return next((os.environ[name] for name in named if os.environ.get(name)), None)


def standard_input(*, quiet: bool = False) -> bytes:
    """All of standard input; somebody at a terminal is told how to end it."""
    if _is_terminal(sys.stdin) and not quiet:
        say(
            Wording("KRを入力し、Ctrl-Dで終えてください。", "Type key results; Ctrl-D ends."),
            "auto",
        )
    return sys.stdin.buffer.read() if sys.stdin else b""


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is at the other end; a stream that was closed before the start is None."""
    return stream is not None and stream.isatty()


def say(
    wording: Wording, locale: Locale, place: str | None = None, about: Iterable[str] = ()
) -> None:
    """One line on standard error; "auto" takes the language of the place and what it is `about`."""
    language = language_of((*about, place or "")) if locale == "auto" else locale
    text = visible(f"{place or 'krlint'}: {choose(wording, language)}")
    click.echo(text, err=True)


def complain(error: KrlintError, locale: Locale, about: Iterable[str] = ()) -> None:
    """Say what krlint cannot go on with."""
    say(error.wording, locale, _place(error.path, error.line, error.column, None), about)


def say_unread(unread: Unread, locale: Locale, otherwise: Language) -> None:
    """Say what was not read, and why; `otherwise` is the language where its own does not show."""
    language = (unread.language or otherwise) if locale == "auto" else locale
    say(unread.reason, language, _place(unread.path, unread.line, unread.column, unread.cell))


def _place(path: str | None, line: int | None, column: int | None, cell: str | None) -> str | None:
    if path is None:
        return None
    position = [cell] if cell else [str(part) for part in (line, column) if part]
    return ":".join((path, *position))
