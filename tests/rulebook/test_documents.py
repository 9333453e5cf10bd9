"""Rules about objectives, documents and all documents of a run, with cards made for the test."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from krlint import Config, lint_documents
from krlint.model import (
    Document,
    Flag,
    KeyResult,
    Objective,
    Option,
    Remark,
    Rule,
    Span,
    Understood,
    Wording,
)
from krlint.rulebook import choose, load
from krlint.rulebook.checks import SetCheck, Settings

WORDS = Wording("「{count}」です。", "It is {count}.")
PLAIN = replace(
    load()[0],
    code="ZZ100",
    name="made-for-a-test",
    all=(),
    none=(),
    message=WORDS,
    suggestion=WORDS,
)


def long_text(one: Understood, settings: Settings) -> Iterator[Flag]:
    """Flags each key result longer than the option says."""
    for known in one.key_results:
        length = len(known.key_result.text)
        if length > int(str(settings["at-most"])):
            yield Flag(known.key_result, Span(0, 1), {"count": str(length)})


def _all_texts(one: Understood) -> list[KeyResult]:
    return [known.key_result for known in one.key_results]


def _repeated(collections: Sequence[list[KeyResult]], _: Settings) -> Iterator[Flag | Remark]:
    seen: set[str] = set()
    for result in (result for texts in collections for result in texts):
        if result.text in seen:
            yield Flag(result, Span(0, 1), {"count": "twice"})
        seen.add(result.text)
    yield Remark("", Wording("終わり", "done"))


repeated = SetCheck(_all_texts, _repeated)


def broken(one: Understood, settings: Settings) -> Iterator[Flag]:
    """A check with a fault."""
    raise LookupError(f"no such thing in {one.document.path}, {settings}")


def _rules(monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> None:
    monkeypatch.setattr("krlint.lint.load", lambda _: rules)


def _document(path: str, *texts: str) -> Document:
    return Document(path, tuple(KeyResult(text, "en", path=path) for text in texts))


def test_a_rule_about_documents_has_its_options_from_the_config(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The default counts until the config says otherwise."""
    option = {"at-most": Option(5, Wording("長さ", "length"))}
    rule = replace(PLAIN, scope="document", check=f"{__name__}:long_text", options=option)
    monkeypatch.setattr("krlint.rulebook.documents.named", lambda _: long_text)
    _rules(monkeypatch, rule)
    documents = [_document("a.md", "abc", "abcdefg")]

    (finding,) = lint_documents(documents).findings
    none = lint_documents(documents, config=Config(rules={"ZZ100": {"at-most": 7}})).findings

    assert ("abcdefg", "It is 7.") == (finding.subject.text, finding.message.en)
    assert () == none


def test_a_rule_about_the_run_compares_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """The finding stands at the second of two equal texts, and a remark is kept."""
    rule = replace(PLAIN, scope="set", check=f"{__name__}:repeated")
    monkeypatch.setattr("krlint.rulebook.documents.named", lambda _: repeated)
    _rules(monkeypatch, rule)

    report = lint_documents([_document("a.md", "x", "y"), _document("b.md", "y")])

    assert ["b.md"] == [finding.subject.path for finding in report.findings]
    assert ["done"] == [remark.wording.en for remark in report.remarks]


def test_a_check_that_breaks_hides_no_other_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a failure of the run, with the document's path."""
    rule = replace(PLAIN, scope="document", check=f"{__name__}:broken")
    monkeypatch.setattr("krlint.rulebook.documents.named", lambda _: broken)
    (task,) = (each for each in load() if each.code == "KR201")
    _rules(monkeypatch, rule, task)

    report = lint_documents([_document("a.md", "Launch the portal")])

    assert ["KR201"] == [finding.code for finding in report.findings]
    assert ["a.md"] == [failure.path for failure in report.failures]
    assert "LookupError: no such thing in a.md" in report.failures[0].reason.en


def test_a_rule_that_cannot_take_in_a_document_hides_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The other documents are compared all the same, and the run says where it broke."""

    def collect(one: Understood) -> list[KeyResult]:
        return [] if one.document.path != "b.md" else [one.key_results[9].key_result]

    faulty = SetCheck(collect, _repeated)
    rule = replace(PLAIN, scope="set", check=f"{__name__}:faulty")
    monkeypatch.setattr("krlint.rulebook.documents.named", lambda _: faulty)
    _rules(monkeypatch, rule)

    report = lint_documents([_document("a.md", "x"), _document("b.md", "x")])

    assert ["b.md"] == [failure.path for failure in report.failures]
    assert ["done"] == [remark.wording.en for remark in report.remarks]


def test_an_objective_is_judged_by_signals_and_stands_before_its_key_results(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The finding covers the figure in the objective, at the objective's place."""
    words = Wording("{figure}", "{figure}")
    rule = replace(PLAIN, scope="objective", all=("figure",), message=words, suggestion=words)
    _rules(monkeypatch, rule)
    aim = Objective("Hit 40 signed pilots", 1, "en", path="a.md")
    document = replace(_document("a.md", "NPS up from 20 to 40"), objectives=(aim,))

    (finding,) = lint_documents([document]).findings

    assert aim == finding.subject
    assert "40" in aim.text[slice(*finding.span)]


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({"KR101": {"at-most": 3}}, "There is no option of KR101 “at-most”."),
        ({"KR991": {}}, "There is no rule “KR991”."),
    ],
)
def test_an_option_that_no_rule_has_is_refused(rules: dict[str, dict[str, int]], said: str) -> None:
    """The nearest name is offered."""
    with pytest.raises(Exception, match="There is no") as caught:
        choose(load(), Config(rules=rules))

    assert said in str(caught.value)
