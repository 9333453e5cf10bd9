"""The help page of a command, wrapped by terminal cells."""

import shutil
from collections.abc import Iterator

import click

from krlint.model import Language, Wording
from krlint.reports.cells import pad, width, wrap
from krlint.reports.view import choose, language_of

_USAGE = Wording("使い方", "Usage")
_OPTIONS = Wording("オプション", "Options")
_COMMANDS = Wording("コマンド", "Commands")
_EXAMPLES = Wording("例", "Examples")
_ANY = Wording("[オプション]", "[OPTIONS]")
_COMMAND = Wording("コマンド …", "COMMAND …")


def page(ctx: click.Context) -> str:
    """What `--help` shows, in the language that the command was built in."""
    command = ctx.command
    language = language_of((command.help or "",))
    limit = min(shutil.get_terminal_size().columns, 100)
    return "\n".join(
        (
            *_usage(ctx, language),
            "",
            *(f"  {line}" for line in wrap(command.help or "", limit - 2)),
            *_rows(choose(_COMMANDS, language), _commands(command), limit),
            *_rows(choose(_OPTIONS, language), _options(ctx), limit),
            *_examples(command, language),
        )
    )


def _usage(ctx: click.Context, language: Language) -> Iterator[str]:
    words = [choose(_ANY, language)]
    if isinstance(ctx.command, click.Group):
        words.append(choose(_COMMAND, language))
    words += [
        param.make_metavar(ctx) for param in ctx.command.params if isinstance(param, click.Argument)
    ]
    yield f"{choose(_USAGE, language)}: {ctx.command_path} {' '.join(words)}"


def _commands(command: click.Command) -> list[tuple[str, str]]:
    if not isinstance(command, click.Group):
        return []
    return [(name, _first_sentence(sub.help or "")) for name, sub in command.commands.items()]


def _first_sentence(text: str) -> str:
    for end in ("。", ". "):
        if end in text:
            return text[: text.index(end) + 1]
    return text


def _options(ctx: click.Context) -> list[tuple[str, str]]:
    return [
        (", ".join(param.opts) + (f" {param.metavar}" if param.metavar else ""), param.help or "")
        for param in ctx.command.params
        if isinstance(param, click.Option)
    ]


def _rows(title: str, rows: list[tuple[str, str]], limit: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"{title}:"
    left = min(max(width(name) for name, _ in rows), limit // 3)
    for name, about in rows:
        first, *others = wrap(about, limit - left - 4)
        if width(name) > left:
            yield f"  {name}"
            yield f"  {'':{left}}  {first}"
        else:
            yield f"  {pad(name, left)}  {first}"
        yield from (f"  {'':{left}}  {line}" for line in others)


def _examples(command: click.Command, language: Language) -> Iterator[str]:
    if command.epilog:
        yield ""
        yield f"{choose(_EXAMPLES, language)}:"
        yield from (f"  {line}" for line in command.epilog.splitlines())
