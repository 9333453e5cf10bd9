"""The commands of krlint, with their help in one language."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from krlint.cli import options as words
from krlint.config import unknown_name
from krlint.model import KrlintError, Language, Wording
from krlint.reports.view import Locale, choose


def commands(language: Language, locale: Locale | None) -> click.Group:
    """
    The `krlint` command with its subcommands.

    `language` is that of the help; `locale` is what --locale says, handed on to the run.
    """
    group = _Commands(
        "krlint",
        params=[*_common(language), _ending("--version", words.VERSION, language, _versions)],
        help=choose(words.KRLINT, language),
        epilog=choose(words.EXAMPLES, language),
        invoke_without_command=True,
        callback=_nothing_asked,
        add_help_option=False,
    )
    for command in words.COMMANDS:
        group.add_command(_command(command, language, locale))
    return group


def _command(command: words.Command, language: Language, locale: Locale | None) -> click.Command:
    run = _RUN[command.name]
    argument = click.Argument(
        [command.argument], nargs=-1, metavar=command.metavar, required=command.required
    )
    return click.Command(
        command.name,
        params=[argument, *_options(command.options, language), *_common(language)],
        help=choose(command.about, language),
        epilog=choose(command.examples, language),
        callback=lambda **given: run(locale, given),
        add_help_option=False,
    )


class _Commands(click.Group):
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            raise KrlintError(unknown_name(args[0], self.commands, Wording("コマンド", "command")))
        return super().resolve_command(ctx, args)


@click.pass_context
def _nothing_asked(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(_page(ctx), err=True)
        ctx.exit(2)


# --- What the commands do: imported when they are called --------------------------------------


def _check(locale: Locale | None, given: dict[str, Any]) -> int:
    from krlint.cli.check import Options, check

    return check(Options(locale=locale, **given))


def _parse(locale: Locale | None, given: dict[str, Any]) -> int:
    from krlint.cli.parse import Options, parse

    return parse(Options(locale=locale, **given))


def _rule(locale: Locale | None, given: dict[str, Any]) -> int:
    from krlint.cli.rule import rule

    return rule(locale, given["names"], given["format"], given["new"])


def _evaluate(locale: Locale | None, given: dict[str, Any]) -> int:
    from krlint.cli.evaluate import Options, run

    return run(Options(locale=locale, **given))


def _config(locale: Locale | None, given: dict[str, Any]) -> int:
    from krlint.cli.config import show

    return show(locale, **given)


def _test(locale: Locale | None, given: dict[str, Any]) -> int:
    from krlint.cli.test import test

    return test(locale, given["paths"])


def _init(locale: Locale | None, given: dict[str, Any]) -> int:
    from krlint.cli.new import start

    return start(locale, given["folder"], given["format"])


_RUN: Mapping[str, Callable[[Locale | None, dict[str, Any]], int]] = {
    "check": _check,
    "parse": _parse,
    "rule": _rule,
    "evaluate": _evaluate,
    "config": _config,
    "test": _test,
    "init": _init,
}


def _page(ctx: click.Context) -> str:
    from krlint.cli.help import page

    return page(ctx)


def _versions(_ctx: click.Context) -> str:
    from krlint.cli.version import versions

    return versions()


# --- Parameters ------------------------------------------------------------------------------


def _options(options: Sequence[words.Option], language: Language) -> list[click.Parameter]:
    return [
        click.Option(
            option.names.split(),
            help=choose(option.help, language),
            metavar=option.metavar or None,
            is_flag=None if option.metavar else True,
            **option.more,
        )
        for option in options
    ]


def _common(language: Language) -> list[click.Parameter]:
    return [*_options((words.LOCALE,), language), _ending("-h --help", words.HELP, language, _page)]


def _ending(
    names: str, about: Wording, language: Language, text: Callable[[click.Context], str]
) -> click.Option:
    """An option that shows a text and ends the run."""

    def show(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
        if wanted:
            click.echo(text(ctx))
            ctx.exit()

    return click.Option(
        names.split(),
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help=choose(about, language),
        callback=show,
    )
