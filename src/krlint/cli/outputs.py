"""Where the findings go, and in which form."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from krlint.config import unknown_name
from krlint.model import KrlintError, Report, Wording
from krlint.reports.formats import FORMATS
from krlint.reports.view import View


class Output(NamedTuple):
    """One form of the findings, and its file; None is standard output."""

    format: str
    file: str | None


def outputs(formats: Sequence[str], file: str | None) -> tuple[Output, ...]:
    """
    What --format and --output ask for.

    "auto" is github inside GitHub Actions, else text. Raises KrlintError for a form that does not
    exist and where two forms would be mixed on standard output.
    """
    asked = [_output(each) for each in formats or ("auto",)]
    on_standard_output = [each for each in asked if each.file is None]
    if len(on_standard_output) > 1:
        names = ", ".join(each.format for each in on_standard_output)
        raise KrlintError(
            Wording(
                f"画面に出せる形は1つです（{names}）。残りは --format json=okr.json のように"
                "ファイルを付けてください。",
                f"Only one form can go to standard output ({names}): "
                "give the others a file, as in --format json=okr.json.",
            )
        )
    if file is not None and not on_standard_output:
        raise KrlintError(
            Wording(
                "--output に書くものがありません。--format にはどれもファイルが付いています。",
                "Nothing is left for --output: each --format has a file of its own.",
            )
        )
    return tuple(Output(each.format, each.file or file) for each in asked)


def _output(asked: str) -> Output:
    name, _, file = asked.partition("=")
    if name == "auto":
        name = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    if name not in FORMATS:
        raise KrlintError(unknown_name(name, (*FORMATS, "auto"), Wording("形式", "format")))
    return Output(name, file or None)


def write(report: Report, output: Output, view: View) -> None:
    """Render `report` and put it where it was asked for. Raises KrlintError if that fails."""
    if output.file is None:
        echo(FORMATS[output.format](report, view))
    else:
        plain = view._replace(colour=False, width=80)
        _into(output.file, FORMATS[output.format](report, plain), "w")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if output.format == "github" and summary:
        from krlint.reports.github import as_step_summary

        _into(summary, as_step_summary(report, view), "a")


def echo(text: str) -> None:
    """
    Print `text`; a reader that has gone away is no trouble.

    Raises KrlintError where standard output takes nothing, as on a full disk.
    """
    try:
        click.echo(text, nl=False)
    except OSError as error:
        # Python flushes standard output once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise _unwritable(error, None) from None


def _unwritable(error: OSError, file: str | None) -> KrlintError:
    return KrlintError(
        Wording(
            f"書き込めません（{error.strerror}）。場所と権限、空き容量を確かめてください。",
            f"This cannot be written ({error.strerror}): check folder, permissions and space.",
        ),
        file,
    )


def create(file: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises KrlintError where it is, or if that fails."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise KrlintError(_THERE, str(file)) from None
    except OSError as error:
        raise _unwritable(error, str(file)) from None


_THERE = Wording(
    "もうあるので、書きませんでした。別の名前にするか、そのファイルをどけてください。",
    "This is there already and was left alone: take another name, or move it away.",
)


def replace_file(file: Path, text: str) -> None:
    """
    Write `text` into `file` so that nobody ever finds half of it, whatever happens on the way.

    Raises KrlintError if that fails; what was there before is then still whole.
    """
    new = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with new.open("x", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise _unwritable(error, str(file)) from None


def _into(file: str, text: str, mode: str) -> None:
    try:
        with Path(file).open(
            mode, encoding="utf-8", errors="backslashreplace", newline=""
        ) as stream:
            stream.write(text)
    except OSError as error:
        raise _unwritable(error, file) from None
