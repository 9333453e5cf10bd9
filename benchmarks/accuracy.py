"""
How right krlint is on its published benchmark: `make accuracy`.

Writes rules/accuracy.json, which `krlint rule` shows, and the table of docs/accuracy.md. The half
that is kept for releases is only counted: which of its key results go wrong is shown nowhere.
The day is today's, or that of SOURCE_DATE_EPOCH.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.rule_cases import files
from benchmarks.rule_cases import score as score_of
from krlint.config import Config
from krlint.evaluate import evaluate, macro, scores
from krlint.model import Language
from krlint.reports.view import percent
from krlint.score import Score

ROOT = Path(__file__).parents[1]
BENCHMARK = ROOT / "tests" / "benchmark"
FIGURES = ROOT / "rules" / "accuracy.json"
PAGE = ROOT / "docs" / "accuracy.md"
LANGUAGES: Mapping[Language, str] = {"ja": "Japanese", "en": "English"}
TOLERANCE = 3
"""Key results of the tuning half by which a rule's false alarms, or misses, may drift."""
TABLE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- /figures -->)", re.DOTALL)
CASE_TABLE = re.compile(r"(?<=<!-- cases -->\n).*?(?=<!-- /cases -->)", re.DOTALL)
LABELLED_BY = {
    "ja": "言語モデルのセッション2つが別々に付け、食い違いを裁定したもの",
    "en": "two language-model sessions independently, disagreements settled",
}
MARKED_BY = {
    "ja": "ルールを見ずに書いた人。例の半分は紛らわしいもので、開発にも使ったので高めに出ます",
    "en": "their authors, who had not seen the rules; half are near misses, and the errors were "
    "read while the rule was made, so expect less",
}


def half(name: str) -> dict[str, Any]:
    """One half of the benchmark: its files, and each rule's counts by language."""
    paths = [BENCHMARK / f"{language}.{name}.jsonl" for language in LANGUAGES]
    found = evaluate([str(path) for path in paths], config=Config(locale="en"))
    if found.unread:
        raise SystemExit(
            f"{found.unread[0].path}:{found.unread[0].line}: {found.unread[0].reason.en}"
        )
    return {
        "files": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths},
        "scores": {
            language: {code: score._asdict() for code, score in by_code.items()}
            for language, by_code in scores(found).items()
        },
    }


def marked_cases() -> dict[str, Any]:
    """The counts of the rules without a label, on their marked cases."""
    scores: dict[str, dict[str, Any]] = {language: {} for language in LANGUAGES}
    for rule, language, path in files():
        scores[language][rule.code] = score_of(rule, language, path)._asdict()
    return {"labelled_by": MARKED_BY, "scores": scores}


def case_table(figures: Mapping[str, Any]) -> str:
    """The figures on marked cases as Markdown."""
    rows = [
        "",
        "| rule | language | precision | recall | right | false alarms | missed | silent |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    scores = figures["cases"]["scores"]
    for code in sorted({code for by_code in scores.values() for code in by_code}):
        for language, name in LANGUAGES.items():
            found = Score(**scores[language][code])
            rates = f"{percent(found.precision)} | {percent(found.recall)}"
            rows.append(f"| {code} | {name} | {rates} | {' | '.join(map(str, found))} |")
    return "\n".join((*rows, "", ""))


def table(figures: Mapping[str, Any]) -> str:
    """The measured figures as Markdown."""
    return "\n".join(_rows(figures)) + "\n"


def _rows(figures: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"Measured {figures['measured']} on the release half; in brackets 95 % intervals."
    yield ""
    yield "| rule | language | precision | recall | F1 | right | false alarms | missed |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    release = figures["release"]["scores"]
    for language, name in LANGUAGES.items():
        found = {code: Score(**counts) for code, counts in release[language].items()}
        for code, score in found.items():
            f1 = "–" if score.f1 is None else f"{score.f1:.2f}"
            rates = f"{percent(score.precision)} | {percent(score.recall)} | {f1}"
            counts = " | ".join(str(count) for count in score[:3])
            yield f"| {code} | {name} | {rates} | {counts} |"
        means = macro(found)
        if means is not None:
            shown = f"{means.precision:.0%} | {means.recall:.0%} | {means.f1:.2f}"
            yield f"| mean of the core four | {name} | {shown} | | | |"
    yield ""


def _today() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date().isoformat()


def main() -> None:
    """Measure both halves and write what was found."""
    figures = {
        "measured": _today(),
        "tolerance": TOLERANCE,
        "release": {"labelled_by": LABELLED_BY, **half("release")},
        "tuning": half("tuning"),
        "cases": marked_cases(),
    }
    FIGURES.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    page = TABLE.sub(lambda _: table(figures), page)
    PAGE.write_text(CASE_TABLE.sub(lambda _: case_table(figures), page), encoding="utf-8")
    print(table(figures))
    print("`krlint rule` shows the new figures: UPDATE_GOLDEN=1 pytest tests/test_golden.py")


if __name__ == "__main__":
    main()
