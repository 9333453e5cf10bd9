"""How a report is to be shown, and the words that all forms of it share."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from krlint.model import Language, Report, Severity, Wording

Locale = Literal["auto"] | Language

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
SEVERITY: Mapping[Severity, Wording] = {
    "error": Wording("要修正", "error"),
    "warning": Wording("要確認", "warning"),
    "info": Wording("参考", "info"),
}

_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]")


class View(NamedTuple):
    """
    What the reader of a report has before them.

    `locale` "auto" gives each finding the language of its document; `width` is in terminal cells;
    `root` is the folder that paths are given from, where that is not the current one.
    """

    locale: Locale = "auto"
    width: int = 80
    colour: bool = False
    statistics: bool = False
    quiet: bool = False
    root: str | None = None


def choose(wording: Wording, language: Language) -> str:
    """The wording in one language."""
    return wording.ja if language == "ja" else wording.en


def language_of(texts: Iterable[str]) -> Language:
    """Japanese if any of `texts` has a kana or a kanji."""
    return "ja" if any(_JAPANESE.search(text) for text in texts) else "en"


def language_of_report(report: Report, locale: Locale) -> Language:
    """The language of what is said about the whole run."""
    return language_of(_texts(report)) if locale == "auto" else locale


def _texts(report: Report) -> Iterable[str]:
    for document in report.documents:
        yield document.path
        yield from (result.text for result in document.key_results)
    for unread in (*report.unread, *report.failures):
        yield unread.path
