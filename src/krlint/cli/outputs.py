"""Where the findings go, and in which form."""

import os
import shutil
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
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


def _unwritable(error: Exception, file: str | None) -> KrlintError:
    said = getattr(error, "strerror", None) or error
    return KrlintError(
        Wording(
            f"書き込めません（{said}）。場所と権限、空き容量を確かめてください。",
            f"This cannot be written ({said}): check folder, permissions and space.",
        ),
        file,
    )


def create(file: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises KrlintError where it is, or if that fails."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _unwritable(error, str(file.parent)) from None
    try:
        stream = file.open("xb")
    except FileExistsError:
        raise KrlintError(_THERE, str(file)) from None
    except (OSError, ValueError) as error:
        raise _unwritable(error, str(file)) from None
    try:
        with stream:
            stream.write(content)
    except OSError as error:
        with suppress(OSError):
            file.unlink()
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
    new = file.parent / f".krlint-{os.getpid()}-{time.monotonic_ns()}"
    try:
        with new.open("x", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if os.path.exists(file):  # noqa: PTH110 (Path.exists raises on a name too long)
            shutil.copymode(file, new)
        new.replace(file)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            new.unlink()
        raise _unwritable(error, str(file)) from None


def _into(file: str, text: str, mode: str) -> None:
    """Put a report into a file as a whole; a pipe, a device and a summary that grows take it so."""
    special = os.path.lexists(file) and not os.path.isfile(file)  # noqa: PTH113
    if mode == "w" and not special:
        replace_file(Path(os.path.realpath(file)), text)
        return
    try:
        with Path(file).open(
            mode, encoding="utf-8", errors="backslashreplace", newline=""
        ) as stream:
            stream.write(text)
    except (OSError, ValueError) as error:
        raise _unwritable(error, file) from None
