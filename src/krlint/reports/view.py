"""How a report is to be shown, and the words that all forms of it share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from krlint.analysis.language import is_japanese
from krlint.model import Finding, Language, Report, Severity, Unread, Wording
from krlint.score import Rate

Locale = Literal["auto"] | Language

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
SEVERITY: Mapping[Severity, Wording] = {
    "error": Wording("要修正", "error"),
    "warning": Wording("要確認", "warning"),
    "info": Wording("参考", "info"),
}
STYLE: Mapping[Severity, str] = {"error": "red", "warning": "yellow", "info": "blue"}
LANGUAGE: Mapping[Language, Wording] = {
    "ja": Wording("日本語", "Japanese"),
    "en": Wording("英語", "English"),
}
TEAM = Wording("チーム", "Team")
FIELDS: Mapping[str, Wording] = {
    "baseline": Wording("現状", "Baseline"),
    "target": Wording("目標", "Target"),
    "unit": Wording("単位", "Unit"),
    "direction": Wording("向き", "Direction"),
    "deadline": Wording("期限", "Deadline"),
    "period": Wording("期間", "Period"),
    "owner": Wording("担当", "Owner"),
    "metric": Wording("指標", "Metric"),
    "measure": Wording("測り方", "Measured by"),
    "source": Wording("データの出所", "Source"),
    "depends_on": Wording("依存先", "Depends on"),
    "agreed_with": Wording("合意", "Agreed with"),
    "note": Wording("備考", "Note"),
    "score": Wording("評点", "Score"),
    "progress": Wording("進捗", "Progress"),
    "priority": Wording("優先度", "Priority"),
    "status": Wording("状況", "Status"),
    "steps": Wording("手順", "Steps"),
}


class View(NamedTuple):
    """
    What the reader of a report has before them.

    `locale` "auto" gives each finding the language of its document; `width` is in terminal cells;
    with `suppressed`, findings that the documents ask not to be told are shown behind the others;
    `root` is the folder that paths are given from, where that is not the current one; `lines`
    gives the lines of a document for positions that are counted in bytes, None where it cannot.
    """

    locale: Locale = "auto"
    width: int = 80
    colour: bool = False
    statistics: bool = False
    quiet: bool = False
    suppressed: bool = False
    root: str | None = None
    lines: Callable[[str], Sequence[str] | None] = lambda _: None


def choose(wording: Wording, language: Language) -> str:
    """The wording in one language."""
    return wording.ja if language == "ja" else wording.en


def language_for(finding: Finding, view: View) -> Language:
    """The language in which a finding is told."""
    return finding.language if view.locale == "auto" else view.locale


def percent(rate: Rate | None) -> str:
    """A rate with its 95 % interval, in per cent."""
    if rate is None:
        return "–"
    return f"{rate.value:.0%} ({100 * rate.low:.0f}–{100 * rate.high:.0f})"


def field_name(field: str, language: Language) -> str:
    """What people call a field; a header of the document's own stays as it is."""
    return choose(FIELDS.get(field, Wording(field, field)), language)


def language_of(texts: Iterable[str]) -> Language:
    """Japanese if any of `texts` has a kana or a kanji."""
    return "ja" if any(is_japanese(text) for text in texts) else "en"


def language_of_report(report: Report, locale: Locale) -> Language:
    """The language of what is said about the whole run."""
    if locale != "auto":
        return locale
    if any(unread.language == "ja" for unread in report.unread):
        return "ja"
    return language_of(_texts(report))


def reason(unread: Unread, language: Language, locale: Locale) -> str:
    """Why something was not read, in the language of its document, or `language` if none shows."""
    return choose(unread.reason, unread.language or language if locale == "auto" else language)


def _texts(report: Report) -> Iterable[str]:
    for document in report.documents:
        yield document.path
        yield from (result.text for result in document.key_results)
    for unread in (*report.unread, *report.failures):
        yield unread.path
