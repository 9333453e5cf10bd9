"""A rule that breaks is told as that rule's fault, and hides nothing else."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import krlint
from krlint.analysis.signals import Answer
from krlint.model import (
    Analysis,
    Document,
    Evidence,
    Flag,
    KeyResult,
    Remark,
    Report,
    Rule,
    RuleError,
    Span,
    Understood,
    Wording,
)
from krlint.rulebook import find, load
from krlint.rulebook.checks import SetCheck, Settings

TEXT = "Launch the portal"
DOCUMENT = Document("okr.md", (KeyResult(TEXT, path="okr.md"),))


def foreign(one: Understood, _: Settings) -> Iterator[Flag]:
    """A copy of the key result, which is none of the document's own."""
    yield Flag(replace(one.document.key_results[0]), Span(0, 1))


def outside(one: Understood, _: Settings) -> Iterator[Flag]:
    """Characters behind the end."""
    yield Flag(one.document.key_results[0], Span(3, 99))


def backwards(one: Understood, _: Settings) -> Iterator[Flag]:
    """A span that ends before it begins."""
    yield Flag(one.document.key_results[0], Span(3, 1))


def chatty(_: Understood, __: Settings) -> Iterator[str]:
    """Something else than flags."""
    yield "I found something"


def leaving(_: Understood, __: Settings) -> Iterator[Flag]:
    """The end of the whole process."""
    sys.exit(0)


def sound(one: Understood, _: Settings) -> Iterator[Flag | Remark]:
    """A flag and a remark as they should be."""
    yield Flag(one.document.key_results[0], Span(0, 6))
    yield Remark(one.document.path, Wording("…", "…"))


def _first(one: Understood) -> KeyResult:
    return one.document.key_results[0]


def _copied(collection: Sequence[KeyResult], _: Settings) -> Iterator[Flag]:
    yield Flag(replace(collection[0]), Span(0, 1))


over_all = SetCheck(_first, _copied)


def no_answer(_: Analysis, __: Settings) -> bool:
    """A bare truth."""
    return True


def evidence_outside(_: Analysis, __: Settings) -> Answer:
    """Evidence behind the end."""
    return Answer(True, (Evidence(Span(3, 99)),))


def no_such_field(_: Analysis, __: Settings) -> Answer:
    """Evidence in a field that the document does not have."""
    return Answer(True, (Evidence(Span(0, 1), "colour"),))


def _report(rule: Rule) -> Report:
    return krlint.lint_document(DOCUMENT, rules=(find(load(), "KR201"), rule))


def _rule(code: str, check: str) -> Rule:
    return replace(find(load(), code), check=check)


@pytest.mark.parametrize(
    ("code", "check", "said"),
    [
        ("KR601", "foreign", "no document of this run holds"),
        ("KR604", "over_all", "no document of this run holds"),
        ("KR601", "outside", "3:99 lies outside"),
        ("KR601", "backwards", "3:1 lies outside"),
        ("KR601", "chatty", "nothing else"),
        ("KR601", "leaving", "SystemExit"),
        ("KR110", "no_answer", "gave bool"),
        ("KR110", "evidence_outside", "3:99 lies outside"),
        ("KR110", "no_such_field", "“colour”"),
        ("KR601", "nowhere", "AttributeError"),
    ],
)
def test_what_no_report_could_show_is_the_rules_fault(code: str, check: str, said: str) -> None:
    """Told once with the rule's name, and no traceback anywhere behind."""
    report = _report(_rule(code, f"{__name__}:{check}"))

    (failure,) = report.failures
    assert code in failure.reason.en
    assert said in failure.reason.en


def test_the_findings_of_other_rules_stay() -> None:
    """A rule about the document that breaks hides no finding on its key results."""
    report = _report(_rule("KR601", f"{__name__}:foreign"))

    assert ["KR201"] == [finding.code for finding in report.findings]


def test_a_sound_check_is_heard() -> None:
    """What it marks is what is shown."""
    report = _report(_rule("KR601", f"{__name__}:sound"))

    assert () == report.failures
    assert ("KR601", Span(0, 6)) in [(one.code, one.span) for one in report.findings]
    assert 1 == len(report.remarks)


def test_a_plugin_that_ends_the_process_when_it_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a rule that broke, and krlint goes on."""
    (tmp_path / "leaves_at_once.py").write_text("raise SystemExit(0)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    (failure,) = _report(_rule("KR601", "leaves_at_once:check")).failures
    assert "SystemExit" in failure.reason.en

    with pytest.raises(RuleError, match="SystemExit"):
        krlint.lint_text(TEXT, rules=[_rule("KR110", "leaves_at_once:check")])
