"""What a document says of its objectives, and of the key results that it leaves blank."""

import textwrap

import pytest

from krlint import readers
from krlint.model import Document, Span


def _read(text: str, name: str = "a.md") -> Document:
    return readers.read(name, source=textwrap.dedent(text).strip().encode())


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("## O1: 早く届ける\n- KR1: 遅延を9件から2件にする", [("早く届ける", 1, 0)]),
        (
            "## O1: 早く届ける\n- KR1: 遅延を9件から2件にする\n### 保留\n- KR2: 便を増やす",
            [("早く届ける", 1, 1)],
        ),
        (
            "## O1: 早く\n- KR1: 遅延を9件から2件にする\n## 保留\n### O2: 遠く\n- KR1: 離島へ3便",
            [("早く", 1, 0), ("遠く", 0, 1)],
        ),
        (
            "## Objective: Arrive early\n- KR1: ~~Late trains from 9 to 2~~",
            [("Arrive early", 0, 1)],
        ),
    ],
    ids=["set", "parked below it", "under a parked heading", "struck through"],
)
def test_an_objective_counts_what_is_set_and_what_is_not(
    text: str, counts: list[tuple[str, int, int]]
) -> None:
    """Parked and dropped key results are counted apart."""
    assert counts == [(o.text, o.key_results, o.aside) for o in _read(text).objectives]


def test_an_objective_in_a_parked_section_without_key_results_is_none_yet() -> None:
    """It waits there until somebody takes it up."""
    document = _read("## O1: Ship\n- KR1: 9 ships\n## Parked\n### O2: Fly")

    assert ["Ship"] == [objective.text for objective in document.objectives]


def test_objectives_of_teams_stand_below_that_of_the_company() -> None:
    """Headings that go deeper, and items within items, are nested."""
    headings = (
        "## Objective: Sell\n### Objective: Hear\n- KR1: 9 calls\n## Objective: Ship\n- KR1: 3"
    )
    items = (
        "- Objective: Sell\n  - Objective: Hear\n    - KR1: 9 calls\n- Objective: Ship\n  - KR1: 3"
    )

    for text in (headings, items):
        nests = {objective.text: objective.nests for objective in _read(text).objectives}
        assert {"Sell": True, "Hear": False, "Ship": False} == nests


def test_the_same_objective_in_two_periods_is_two() -> None:
    """What is planned for each quarter is counted for that quarter."""
    text = "# 2031 Q1\n## O1: Ship\n- KR1: 3 ships\n# 2031 Q2\n## O1: Ship\n- KR1: 9 ships"

    assert [1, 1] == [objective.key_results for objective in _read(text).objectives]


@pytest.mark.parametrize(
    ("name", "text", "blanks"),
    [
        ("a.md", "## O1: Ship\n- KR1: 9 ships\n- KR2:", [("KR2:", 3, 3)]),
        ("a.md", "## O1: Ship\n### KR1\n9 ships\n### KR2\n", [("KR2", 4, 5)]),
        ("a.md", "| O | KR |\n|---|---|\n| Ship | KR1: 9 ships |\n| | KR2: |", [("KR2:", 4, 5)]),
        ("a.txt", "OKR 2031\nO1: Ship\nKR1: 9 ships\nKR2: ＿＿\n", [("KR2: ＿＿", 4, 1)]),
        ("a.yaml", "objective: Ship\nkey_results:\n  KR1: 9 ships\n  KR2:\n", [("KR2", 4, 3)]),
    ],
)
def test_a_key_result_left_blank_has_its_place(
    name: str, text: str, blanks: list[tuple[str, int, int]]
) -> None:
    """Its label is what can be seen of it."""
    found = [(one.text, *one.place(Span(0, 1))[1:3]) for one in _read(text, name).blanks]

    assert blanks == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "## O1: Ship\n- KR1: 9 ships\n  - Owner:\n"),
        ("a.md", "| O | KR | Owner |\n|---|---|---|\n| Ship | KR1: 9 ships | |"),
        ("a.yaml", "objective: Ship\nkey_results:\n  - title: 9 ships leave\n    owner:\n"),
        ("a.csv", "目標,KR,担当\n早く届ける,遅延を9件から2件にする,\n"),
    ],
)
def test_a_document_tells_what_it_leaves_empty(name: str, text: str) -> None:
    """A column, key or label without a name behind it is room for one."""
    assert "owner" in _read(text, name).slots


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "## O1: Ship\nOwner: Kim\n\n- KR1: 9 ships"),
        ("a.md", "# Harbour OKRs 2031\nOwner: Kim\n\n## O1: Ship\n- KR1: 9 ships"),
        ("a.yaml", "objective: Ship\nowner: Kim\nkey_results:\n  - 9 ships leave\n"),
    ],
)
def test_an_objective_may_have_an_owner(name: str, text: str) -> None:
    """Who owns the objective, or all of the document, owns what stands below it."""
    assert ["Kim"] == [objective.owner for objective in _read(text, name).objectives]
