"""What click complains of, in krlint's words."""

from collections.abc import Iterator, Sequence

import click

from krlint.config import unknown_name
from krlint.model import Wording


def wording(error: click.ClickException, arguments: Sequence[str]) -> Wording:
    """The misuse that `error` stands for: the fact, then what to do."""
    fact = _fact(error, arguments)
    if fact is None:
        return Wording(error.format_message(), error.format_message())
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    help_on = f"{ctx.command_path if ctx else 'krlint'} --help"
    return Wording(f"{fact.ja}使い方: {help_on}", f"{fact.en} Usage: {help_on}")


def _fact(error: click.ClickException, arguments: Sequence[str]) -> Wording | None:
    match error:
        case click.NoSuchOption():
            return unknown_name(error.option_name, _options(error), Wording("オプション", "option"))
        case click.BadOptionUsage(option_name=name):
            if any(argument.startswith(f"{name}=") for argument in arguments):
                return Wording(f"「{name}」に値は付けられません。", f"“{name}” takes no value.")
            return Wording(f"「{name}」には値が要ります。", f"“{name}” needs a value.")
        case click.MissingParameter(param=click.Parameter(metavar=name)):
            return Wording(f"「{name}」がありません。", f"“{name}” is missing.")
        case _:
            return None


def _options(error: click.UsageError) -> Iterator[str]:
    if error.ctx is not None:
        for param in error.ctx.command.get_params(error.ctx):
            yield from (name for name in param.opts if name.startswith("--"))
