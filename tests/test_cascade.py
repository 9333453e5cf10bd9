"""The parse is asked only where it can matter, and changes nothing that tokens settled."""

import builtins
from typing import Any

import pytest

import krlint
from krlint.analysis import analyse, parse, prepared
from krlint.config import Config
from krlint.model import KeyResult, Rule
from krlint.rulebook import load, scoped
from krlint.rulebook.verdict import asking, verdict

AMBIGUOUS = "経理が確認した伝票が増える"
"""確認する is an act and 増える is none: whose subject 経理 is, only a parse tells."""

TEXTS = [example.text for rule in load() for example in (*rule.bad["ja"], *rule.good["ja"])] + [
    AMBIGUOUS
]


def flagged(rule: Rule, key_result: KeyResult, *, parsed: bool) -> bool | None:
    """The rule's verdict with or without the parse."""
    arcs = None
    if parsed:
        (arcs,) = parse.arcs([prepared(key_result.text).text], "ja", Config())
    known = analyse(key_result, arcs=arcs)
    return verdict(rule, known, asking(known)).flagged


def test_an_ambiguous_subject_is_unknown_to_tokens_and_known_to_the_parse() -> None:
    """The one rule that asks who has to act waits for the parse."""
    rule = next(rule for rule in load() if rule.code == "KR401")
    key_result = KeyResult(AMBIGUOUS, language="ja")

    assert flagged(rule, key_result, parsed=False) is None
    assert flagged(rule, key_result, parsed=True) is True


def test_the_parse_changes_nothing_that_tokens_settled() -> None:
    """Fast path and parse agree on every verdict that the fast path gives."""
    key_results = [KeyResult(text, language="ja") for text in TEXTS]
    parsed = parse.arcs([prepared(text).text for text in TEXTS], "ja", Config())
    for key_result, arcs in zip(key_results, parsed, strict=True):
        fast, slow = analyse(key_result), analyse(key_result, arcs=arcs)
        for rule in scoped(load(), "key_result"):
            settled = verdict(rule, fast, asking(fast)).flagged
            if settled is not None:
                assert settled == verdict(rule, slow, asking(slow)).flagged, (
                    rule.code,
                    key_result.text,
                )


def test_a_verdict_still_unknown_is_no_finding() -> None:
    """When in doubt, krlint says nothing."""
    findings = krlint.lint_text(AMBIGUOUS, config=Config(parse="never", select=("KR401",)))

    assert () == findings


def test_auto_asks_the_parse_and_finds_it() -> None:
    """By default the parse settles what is unknown."""
    findings = krlint.lint_text(AMBIGUOUS, config=Config(select=("KR401",)))

    assert ["KR401"] == [finding.code for finding in findings]


def test_a_parse_that_cannot_be_loaded_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Never a milder result in silence."""
    parse._pipeline.cache_clear()
    real = builtins.__import__

    def without_spacy(name: str, *rest: Any) -> Any:
        if name == "spacy":
            raise ImportError("No module named 'spacy'")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_spacy)

    with pytest.raises(parse.ParseUnavailable) as caught:
        krlint.lint_text(AMBIGUOUS, config=Config(select=("KR401",)))

    assert "pip install ginza ja-ginza" in caught.value.wording.ja
    monkeypatch.undo()
    parse._pipeline.cache_clear()


def test_english_without_a_model_is_never_parsed() -> None:
    """No English model is a dependency: what tokens cannot settle there stays unsaid."""
    assert not parse.available("en", Config())
    assert parse.available("en", Config(english_model="en_core_web_sm"))
    assert not parse.available("ja", Config(parse="never"))
