"""krlint as a spaCy component, found by its entry point alone."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import krlint
from krlint.model import KrlintError


@pytest.fixture(scope="module")
def ginza() -> Language:
    """The Japanese pipeline that krlint itself depends on, with the component at its end."""
    nlp = spacy.load("ja_ginza")
    nlp.add_pipe("krlint")
    return nlp


def test_a_japanese_pipeline_carries_the_findings_of_its_text(ginza: Language) -> None:
    """`doc._.krlint` is what `lint_text` says of the text."""
    text = "新しい勤怠システムを導入する"

    doc = ginza(text)

    assert krlint.lint_text(text, language="ja") == doc._.krlint
    assert "KR201" in {finding.code for finding in doc._.krlint}


def test_a_blank_english_pipeline_is_enough() -> None:
    """krlint asks nothing of the components before it."""
    nlp = spacy.blank("en")
    nlp.add_pipe("krlint")

    doc = nlp("Launch the partner portal")

    assert krlint.lint_text(doc.text, language="en") == doc._.krlint
    assert "KR201" in {finding.code for finding in doc._.krlint}


def test_pipe_gives_each_document_its_own_findings() -> None:
    """A stream keeps its order, whatever the size of the batches."""
    nlp = spacy.blank("en")
    nlp.add_pipe("krlint")
    texts = ["Launch the partner portal", "Cut churn from 4% to 2%", "Improve our onboarding"] * 3

    docs = list(nlp.pipe(texts, batch_size=2))

    assert [krlint.lint_text(text, language="en") for text in texts] == [
        doc._.krlint for doc in docs
    ]


def test_the_component_takes_rules_to_select_and_to_ignore() -> None:
    """A rule that is not selected, or is ignored, finds nothing."""
    text = "Launch the partner portal"
    selected, ignored = spacy.blank("en"), spacy.blank("en")
    selected.add_pipe("krlint", config={"select": ["KR201"]})
    ignored.add_pipe("krlint", config={"ignore": ["one-off-task"]})

    assert {"KR201"} == {finding.code for finding in selected(text)._.krlint}
    assert "KR201" not in {finding.code for finding in ignored(text)._.krlint}


def test_the_component_knows_whose_key_results_it_reads() -> None:
    """A need of the owner's own team is no dependency."""
    text = "Get the Legal team to approve 12 contract templates"
    others, own = spacy.blank("en"), spacy.blank("en")
    others.add_pipe("krlint", config={"team": "Sales"})
    own.add_pipe("krlint", config={"team": "Legal"})

    assert "KR401" in {finding.code for finding in others(text)._.krlint}
    assert "KR401" not in {finding.code for finding in own(text)._.krlint}


def test_a_pipeline_survives_the_disk(tmp_path: Path) -> None:
    """A saved pipeline finds krlint again with its settings."""
    nlp = spacy.blank("en")
    nlp.add_pipe("krlint", config={"ignore": ["KR101"]})
    nlp.to_disk(tmp_path)

    again = spacy.load(tmp_path)

    text = "Improve our onboarding"
    assert nlp(text)._.krlint == again(text)._.krlint


def test_a_pipeline_of_another_language_is_refused() -> None:
    """The message names the language and the two that krlint reads."""
    with pytest.raises(KrlintError, match="“fr”"):
        spacy.blank("fr").add_pipe("krlint")


def test_findings_reach_other_processes() -> None:
    """A stream over two processes brings the same findings back."""
    nlp = spacy.blank("en")
    nlp.add_pipe("krlint")
    texts = ["Launch the partner portal", "Cut churn from 4% to 2%"]

    found = [doc._.krlint for doc in nlp.pipe(texts, n_process=2)]

    assert [krlint.lint_text(text, language="en") for text in texts] == found
