"""
The marked cases of the rules without a label of their own: tests/benchmark/rules/KR102.ja.jsonl …

One case a line: `flag` says whether the rule should speak. A case of a rule about one key result
or objective is its `text` with what stands beside it; one of a rule about documents is
`documents`, Markdown by path, with the text `at` which the finding should stand.
About half of the cases are near misses, so these figures say how well a rule tells the two apart,
not how often it is right on a document as people write it.
"""

import json
from pathlib import Path
from typing import Any

from krlint import readers
from krlint.config import Config
from krlint.lint import lint_documents, lint_texts
from krlint.model import Document, Finding, KeyResult, Language, Objective, Rule
from krlint.readers.fields import canonical
from krlint.rulebook import find, load
from krlint.score import Score

CASES = Path(__file__).parents[1] / "tests" / "benchmark" / "rules"


def files() -> list[tuple[Rule, Language, Path]]:
    """Each file with the rule and the language that its name gives."""
    found: list[tuple[Rule, Language, Path]] = []
    for path in sorted(CASES.glob("*.jsonl")):
        code, language = path.stem.split(".")
        found.append((find(load(), code), "ja" if language == "ja" else "en", path))
    return found


def cases(path: Path) -> list[dict[str, Any]]:
    """The cases of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score(rule: Rule, language: Language, path: Path) -> Score:
    """How often the rule and the marks of a file agree."""
    outcomes = [(case["flag"], speaks(rule, language, case)) for case in cases(path)]
    return Score(
        right=outcomes.count((True, True)),
        false_alarms=outcomes.count((False, True)),
        missed=outcomes.count((True, False)),
        silent=outcomes.count((False, False)),
    )


def speaks(rule: Rule, language: Language, case: dict[str, Any]) -> bool:
    """Whether the rule flags the case; where a case says at what text, exactly there."""
    found = _findings(case, language, Config(select=(rule.code,)), rule)
    wanted = case.get("at") if case["flag"] else None
    return any(wanted is None or finding.subject.text == wanted for finding in found)


def _findings(
    case: dict[str, Any], language: Language, config: Config, rule: Rule
) -> tuple[Finding, ...]:
    if "documents" in case:
        documents = [
            readers.read(path, source=text.encode(), config=config)
            for path, text in case["documents"].items()
        ]
        return lint_documents(documents, config=config).findings
    if rule.scope == "objective":
        objective = Objective(case["text"], 0, language, case.get("team"))
        return lint_documents([Document("", (), (objective,))], config=config).findings
    key_result = KeyResult(
        text=case["text"],
        language=language,
        objective=case.get("objective"),
        team=case.get("team"),
        fields=canonical(case.get("fields") or {}),
        period=case.get("period"),
    )
    return next(iter(lint_texts([key_result], config=config)))


if __name__ == "__main__":
    for rule, language, path in files():
        counts = score(rule, language, path)
        rates = [rate and round(rate.value, 2) for rate in (counts.precision, counts.recall)]
        print(rule.code, language, "precision, recall", *rates, tuple(counts))
