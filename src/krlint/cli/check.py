"""`krlint check`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from krlint.cli import baselines
from krlint.cli.lines import lines_of
from krlint.cli.outputs import Output, outputs, write
from krlint.cli.settings import Settings, placed, settings
from krlint.cli.terminal import complain, say, say_unread, standard_input, view
from krlint.config import Config
from krlint.model import KrlintError, Report, Wording
from krlint.reports.view import SEVERITIES, Locale, View, language_of_report

FINDINGS, TROUBLE = 1, 2


class Options(NamedTuple):
    """What `krlint check` was asked."""

    locale: Locale | None
    paths: tuple[str, ...]
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    exclude: tuple[str, ...]
    force_exclude: bool
    no_respect_gitignore: bool
    fail_on: str
    max_warnings: int | None
    format: tuple[str, ...]
    output: str | None
    statistics: bool
    baseline: str | None
    write_baseline: bool
    prune_baseline: bool
    show_suppressed: bool
    allow_no_key_results: bool
    quiet: bool
    verbose: bool
    no_color: bool
    language: str | None
    parse: str | None
    today: date | None
    config: tuple[str, ...]
    isolated: bool
    stdin_filename: str | None


def check(options: Options) -> int:
    """Lint what was named, show the findings, and give the exit code."""
    from krlint.lint import lint_paths

    wanted = outputs(options.format, options.output)
    paths = options.paths or (".",)
    made = _settings(options, paths)
    locale = made.config.locale
    given = standard_input(quiet=options.quiet) if "-" in paths else None
    try:
        report = lint_paths(
            paths,
            config=made.config,
            stdin=given,
            stdin_filename=options.stdin_filename,
            allow_no_key_results=options.allow_no_key_results,
            explain=options.verbose,
        )
        if options.write_baseline:
            return baselines.write(report, made.config)
        report = baselines.applied(report, made.config, prune=options.prune_baseline)
    except KrlintError as error:
        complain(placed(error, made), locale, paths)
        return TROUBLE
    _say(report, made, options)
    shown = _view(options, made.config, given)
    return max(_write(report, wanted, shown), exit_code(report, options))


def _view(options: Options, config: Config, given: bytes | None) -> View:
    return view(config.locale, colour=not options.no_color)._replace(
        statistics=options.statistics,
        quiet=options.quiet,
        suppressed=options.show_suppressed,
        lines=lambda path: lines_of(path, config, given, options.stdin_filename),
    )


def _write(report: Report, wanted: Sequence[Output], shown: View) -> int:
    code = 0
    for output in wanted:
        try:
            write(report, output, shown)
        except KrlintError as error:
            complain(error, language_of_report(report, shown.locale))
            code = TROUBLE
    return code


def _say(report: Report, made: Settings, options: Options) -> None:
    """What belongs to standard error: what was read, how, and what was not."""
    locale = language_of_report(report, made.config.locale)
    if options.verbose:
        if made.path:
            say(Wording("この設定を使います。", "This config is used."), locale, str(made.path))
        codes = " ".join(rule.code for rule in report.rules)
        say(Wording(f"使うルール: {codes}", f"Rules that are on: {codes}"), locale)
    for document in report.documents:
        if options.verbose:
            count = len(document.key_results)
            say(Wording(f"KR {count}件", f"key results: {count}"), locale, document.path)
        for note in () if options.quiet else document.notes:
            say(note, locale, document.path)
    for remark in report.remarks if options.verbose else ():
        say(remark.wording, locale, remark.path)
    for unread in (*report.unread, *report.failures):
        say_unread(unread, made.config.locale, locale)


def exit_code(report: Report, options: Options) -> int:
    """0, 1 for findings that matter, 2 where something was not read or a rule broke."""
    if report.unread or report.failures:
        return TROUBLE
    fatal = {"never": (), "error": SEVERITIES[:1], "warning": SEVERITIES[:2], "info": SEVERITIES}
    warnings = sum(finding.severity == "warning" for finding in report.findings)
    too_many = options.max_warnings is not None and warnings > options.max_warnings
    found = any(finding.severity in fatal[options.fail_on] for finding in report.findings)
    return FINDINGS if found or too_many else 0


def _settings(options: Options, paths: Sequence[str]) -> Settings:
    return settings(
        options.config,
        isolated=options.isolated,
        paths=paths,
        given={
            "locale": options.locale,
            "language": options.language,
            "parse": options.parse,
            "today": options.today,
            "exclude": options.exclude,
            "force_exclude": options.force_exclude or None,
            "respect_gitignore": False if options.no_respect_gitignore else None,
            "baseline": options.baseline,
            "select": listed(options.select),
            "extend_select": listed(options.extend_select),
            "ignore": listed(options.ignore),
        },
    )


def listed(values: Sequence[str]) -> tuple[str, ...]:
    """The names in the values of a repeatable option, commas between them."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
