"""What a run comes to, in a sentence or in a small table."""

from collections import Counter
from collections.abc import Iterator

from krlint.model import KeyResult, Language, Objective, Report, Suppression, Wording
from krlint.reports.cells import paint, wrap
from krlint.reports.view import SEVERITIES, SEVERITY, View, choose


def summary(report: Report, language: Language, view: View) -> str:
    """How much was read, and how much of it needs another look."""
    told = [choose(sentence, language) for sentence in _sentences(report)]
    style = "bold" if report.findings or report.unread or report.failures else "green"
    shown = [paint(line, style, on=view.colour) for each in told for line in wrap(each, view.width)]
    if report.findings:
        hint = choose(_hint(report.findings[0].code), language)
        shown += [paint(line, "dim", on=view.colour) for line in wrap(hint, view.width)]
    return "\n".join(shown)


def statistics(report: Report, language: Language) -> str:
    """How often each rule speaks, the most frequent first."""
    counts = Counter((one.code, one.name, one.severity) for one in report.findings)
    left = max((len(str(count)) for count in counts.values()), default=0)
    names = max((len(name) for _, name, _ in counts), default=0)
    return "\n".join(
        f"  {count:>{left}}  {code}  {name:{names}}  {choose(SEVERITY[severity], language)}"
        for (code, name, severity), count in counts.most_common()
    )


def _sentences(report: Report) -> Iterator[Wording]:
    missed = len(report.unread) + len(report.failures)
    if report.documents or not missed:
        yield _verdict(report, whole=not missed)
    results = (result for document in report.documents for result in document.key_results)
    parked = sum(result.state == "parked" for result in results)
    if parked:
        yield Wording(
            f"保留のKR {parked}件は確認していません。",
            f"{_count(parked, 'parked key result')} left unchecked.",
        )
    count = len(report.suppressed) + len(report.known)
    if count:
        yield Wording(
            f"止めている指摘が{count}件あります。",
            f"{_count(count, 'finding')} suppressed.",
        )
    if missed:
        yield Wording(
            f"読めなかったものが{missed}件あります。",
            f"{_count(missed, 'thing')} could not be read.",
        )


def _verdict(report: Report, *, whole: bool) -> Wording:
    """What is to be said of what was read; `whole` where that is all there was to read."""
    results = [result for document in report.documents for result in document.key_results]
    judged = sum(result.state == "set" for result in results)
    files = len(report.documents)
    ja, en = f"（{files}ファイル）", f" in {_count(files, 'file')}"
    if not judged:
        return Wording(f"確認するKRはありませんでした{ja}。", f"No key results to check{en}.")
    if report.findings:
        told, counts = _told(report), _severities(report)
        return Wording(
            f"KR {judged}件{ja}のうち、{told.ja}に指摘があります（{counts.ja}）。",
            f"{_count(judged, 'key result')}{en}: {told.en} to look at again ({counts.en}).",
        )
    return Wording(
        f"KR {judged}件{ja}を読みました。直すところはありません。"
        + ("このまま進めましょう。" if whole else ""),
        f"{_count(judged, 'key result')}{en}, and nothing to mend."
        + (" Good to go." if whole else ""),
    )


def _told(report: Report) -> Wording:
    """How many key results, objectives and suppressions findings are about."""
    about = {id(finding.subject): finding.subject for finding in report.findings}.values()
    counts = Counter(type(subject) for subject in about)
    results, aims, asked = counts[KeyResult], counts[Objective], counts[Suppression]
    parts = [Wording(f"{results}件", f"{results}")] if results else []
    if aims:
        parts.append(Wording(f"目標{aims}件", _count(aims, "objective")))
    if asked:
        parts.append(Wording(f"抑制{asked}件", _count(asked, "suppression")))
    return Wording("と".join(part.ja for part in parts), " and ".join(part.en for part in parts))


def _severities(report: Report) -> Wording:
    counts = Counter(one.severity for one in report.findings)
    said = [(counts[severity], SEVERITY[severity]) for severity in SEVERITIES if counts[severity]]
    return Wording(
        "、".join(f"{word.ja} {count}" for count, word in said),
        ", ".join(_count(count, word.en) for count, word in said),
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 or noun == "info" else f"{number:,} {noun}s"


def _hint(code: str) -> Wording:
    return Wording(
        f"理由と例を見るには: krlint rule {code} --locale ja",
        f"For reasons and examples: krlint rule {code}",
    )
