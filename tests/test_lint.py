"""The five steps together: texts, documents, files, and what breaks on the way."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import krlint
from krlint.config import Config
from krlint.model import Analysis, KeyResult, Rule
from krlint.rulebook import batch
from krlint.rulebook.verdict import Ask, Verdict, verdict

FAST = Config(parse="never")


def codes(text: str, **beside: object) -> list[str]:
    """The codes found in one key result, in the order shown."""
    return [finding.code for finding in krlint.lint_text(text, **beside)]  # type: ignore[arg-type]


def test_findings_come_most_telling_first() -> None:
    """A task without a number is first a task, then without a number."""
    assert ["KR201", "KR101"] == codes("備蓄倉庫の鍵を付け替える")
    assert ["KR201", "KR101"] == codes("Replace the locks of the storage room")


def test_fields_count_under_the_names_that_documents_use() -> None:
    """A target in the next column is a target, whatever the column is called."""
    assert ["KR101"] == codes("問い合わせの返信時間")
    assert [] == codes("問い合わせの返信時間", fields={"目標値": "4時間以内"})
    assert [] == codes("Reply time of the help desk", fields={"Goal": "under 4 hours"})


def test_language_is_told_by_script_unless_it_is_given() -> None:
    """Kana or kanji make a text Japanese; the caller may know better."""
    (japanese, *_) = krlint.lint_text("鍵を付け替える")
    (english, *_) = krlint.lint_text("Replace the locks")

    assert ("ja", "en") == (japanese.language, english.language)


def test_texts_are_linted_lazily_and_in_order() -> None:
    """An endless stream yields its first findings."""
    endless = (
        f"Visitors up from 10 to {20 + number}" if number % 2 else "Launch it" for number in count()
    )

    first = [bool(findings) for findings in islice(krlint.lint_texts(endless), 6)]

    assert [True, False, True, False, True, False] == first


def test_findings_survive_pickling() -> None:
    """Findings travel between processes."""
    findings = krlint.lint_text("鍵を付け替える", fields={"owner": "佐野"})

    assert findings == pickle.loads(pickle.dumps(findings))


def test_many_threads_get_what_one_gets() -> None:
    """Sudachi's tokenizer may not be shared; krlint keeps one a thread."""
    texts = ["鍵を付け替える", "在庫の誤差を8%から2%にする", "連携を強化する"] * 40

    with ThreadPoolExecutor(8) as pool:
        threaded = list(pool.map(krlint.lint_text, texts))

    assert [krlint.lint_text(text) for text in texts] == threaded


def test_a_rule_that_breaks_is_named_and_hides_no_other_key_result(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The report says which rule broke on which key result; the rest is linted."""
    whole = verdict

    def breaks_on_one(rule: Rule, analysis: Analysis, ask: Ask, *, explain: bool) -> Verdict:
        if "BOOM" in analysis.key_result.text and rule.code == "KR201":
            raise ZeroDivisionError("by zero")
        return whole(rule, analysis, ask, explain=explain)

    monkeypatch.setattr(batch, "verdict", breaks_on_one)
    path = tmp_path / "okr.md"
    path.write_text("# O1: Order\n\n- KR1: BOOM\n- KR2: Replace the locks\n", encoding="utf-8")

    report = krlint.lint_paths([path])

    (failure,) = report.failures
    assert "KR201 one-off-task" in failure.reason.en
    assert 3 == failure.line
    assert {"Replace the locks"} == {finding.subject.text for finding in report.findings}
    with pytest.raises(krlint.RuleError):
        krlint.lint_text("BOOM")


def test_parked_and_dropped_key_results_are_read_and_not_linted(tmp_path: Path) -> None:
    """What waits outside the plan is nobody's fault."""
    path = tmp_path / "okr.md"
    path.write_text(
        "# O1: 倉庫を整える\n\n- KR1: 鍵を付け替える\n\n## 保留\n\n- KR2: 棚を検討する\n",
        encoding="utf-8",
    )

    report = krlint.lint_paths([path])

    assert ["set", "parked"] == [kr.state for kr in report.documents[0].key_results]
    assert {"鍵を付け替える"} == {finding.subject.text for finding in report.findings}


def test_equal_findings_have_fingerprints_of_their_own(tmp_path: Path) -> None:
    """The same sentence under two objectives is two findings."""
    path = tmp_path / "okr.md"
    path.write_text(
        "# O1: Order\n\n- KR1: Replace the locks\n\n# O2: Safety\n\n- KR1: Replace the locks\n",
        encoding="utf-8",
    )

    prints = [finding.fingerprint for finding in krlint.lint_paths([path]).findings]

    assert len(prints) == len(set(prints)) > 2


def test_fingerprint_survives_a_move() -> None:
    """Moving a key result down the page makes no new finding; editing it does."""
    key_result = KeyResult("Replace the locks", path="okr.md", anchors=((0, 3, 3),))  # type: ignore[arg-type]
    (here, *_) = next(iter(krlint.lint_texts([key_result])))
    (moved, *_) = next(iter(krlint.lint_texts([replace(key_result, anchors=((0, 9, 5),))])))  # type: ignore[arg-type]
    (edited, *_) = next(
        iter(krlint.lint_texts([replace(key_result, text="Replace the front door")]))
    )

    assert here.fingerprint == moved.fingerprint
    assert here.fingerprint != edited.fingerprint


def test_place_follows_the_source_of_wrapped_text() -> None:
    """Characters behind a line break stand on the next line."""
    key_result = KeyResult(
        "abc def", anchors=(krlint.model.Anchor(0, 3, 5), krlint.model.Anchor(4, 4, 3))
    )

    place = key_result.place(krlint.Span(2, 7))

    assert (3, 7, 4, 6) == (place.line, place.column, place.end_line, place.end_column)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["ja", "en"]))
def test_no_text_breaks_the_analysis(text: str, language: krlint.model.Language) -> None:
    """Whatever is typed, every span lies in the text and linting ends."""
    analysis = krlint.analyse(text, language=language)

    spans = [token.span for token in analysis.tokens]
    spans += [quantity.span for quantity in analysis.quantities if quantity.field is None]
    spans += [predicate.span for predicate in analysis.predicates]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    krlint.lint_text(text, language=language, config=FAST)


@pytest.mark.parametrize(
    "unit",
    [
        "あ",
        "1",
        "（",
        "(",
        "%",
        "→",
        "、",
        "a ",
        "検討を",
        "12から",
        "*",
        "[x](",
        "=> ",
        "~",
        "<!-",
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_worst_cases_of_100_000_characters_end(unit: str, language: krlint.model.Language) -> None:
    """No pattern takes more than linear time; the suite's own limit would stop a quadratic one."""
    text = unit * (100_000 // len(unit))

    assert text == krlint.analyse(text, language=language).key_result.text
