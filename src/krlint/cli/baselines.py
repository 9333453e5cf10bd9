"""--baseline, --write-baseline and --prune-baseline."""

from pathlib import Path

from krlint import baseline
from krlint.cli.outputs import replace_file
from krlint.cli.terminal import say, say_unread
from krlint.config import Config
from krlint.model import KrlintError, Report, Wording
from krlint.reports.view import language_of_report


def write(report: Report, config: Config) -> int:
    """
    Write the findings of a run as the baseline, and give the exit code.

    Nothing is written where something could not be read: its findings would be missing.
    """
    locale = language_of_report(report, config.locale)
    missed = (*report.unread, *report.failures)
    if missed:
        for unread in missed:
            say_unread(unread, config.locale, locale)
        return 2
    path = Path(config.baseline or baseline.FILE_NAME)
    replace_file(path, baseline.written(report, _entries(path), path))
    count = len(report.findings)
    ja, en = f"いまの指摘{count}件を控えました。", f"{count} findings noted. "
    if config.baseline is None:
        said = Wording(
            f'{ja}krlint.toml に baseline = "{path}" と書くと、次からは新しい指摘だけを示します。',
            f'{en}With baseline = "{path}" in krlint.toml only new ones are told from now on.',
        )
    else:
        said = Wording(
            f"{ja}次からは新しい指摘だけを示します。", f"{en}From now on only new ones are told."
        )
    say(said, locale, str(path))
    return 0


def _entries(path: Path) -> tuple[baseline.Entry, ...]:
    """Those of the baseline that is there; none where it is none, and is to be made anew."""
    try:
        return baseline.read(path)
    except KrlintError:
        return ()


def applied(report: Report, config: Config, *, prune: bool) -> Report:
    """The report less what the baseline holds. Raises KrlintError for one that cannot be read."""
    if config.baseline is None and not prune:
        return report
    path = Path(config.baseline or baseline.FILE_NAME)
    entries = baseline.read(path)
    if prune:
        replace_file(path, baseline.pruned(report, entries, path))
        entries = baseline.read(path)
    return baseline.applied(report, entries, path)
