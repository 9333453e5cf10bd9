"""What a document asks krlint to pass over is found, with its place, and belongs to something."""

import pytest

from krlint import readers
from krlint.model import Span

SAID = "ignore KR201 -- asked for"


@pytest.mark.parametrize(
    ("name", "source", "line", "column"),
    [
        ("a.md", f"- KR1: ab c <!-- krlint: {SAID} -->\n", 1, 26),
        ("a.md", f"- KR1: ab\n  c <!-- krlint: {SAID} -->\n", 2, 18),
        ("a.md", f"<!-- krlint: {SAID} -->\n\n- KR1: ab c\n", 1, 14),
        ("a.txt", f"KR1: ab c <!-- krlint: {SAID} -->\n", 1, 24),
        ("a.yaml", f"krs:\n  - ab c # krlint: {SAID}\n", 2, 20),
        ("a.yaml", f"krs:\n  # krlint: {SAID}\n  - text: ab c\n", 2, 13),
        ("a.csv", f"KR,krlint\nab c,{SAID}\n", 2, 1),
        ("a.csv", f"KR,krlint\nab c,krlint: {SAID}\n", 2, 1),
        ("a.json", f'{{"krs": [{{"text": "ab c", "krlint": "{SAID}"}}]}}', 1, 20),
    ],
)
def test_a_key_result_has_its_suppression(name: str, source: str, line: int, column: int) -> None:
    """A comment at its end or before it, a column or a key; it is no part of text or fields."""
    (result,) = readers.read(name, source=source.encode()).key_results

    (suppression,) = result.suppressions
    place = suppression.place(Span(0, 1))
    assert (SAID, line, column) == (suppression.text, place.line, place.column)
    assert ("ab c", {}) == (" ".join(result.text.split()), result.fields)


def test_an_objective_has_its_own() -> None:
    """At the end of its heading, or on the line before it."""
    source = (
        "## Objective: A <!-- krlint: ignore KR601 -->\n- KR1: ab c\n\n"
        "<!-- krlint: ignore KR701 -->\n## Objective: B\n- KR1: de f\n"
    )

    document = readers.read("a.md", source=source.encode())

    said = [(one.text, [each.text for each in one.suppressions]) for one in document.objectives]
    assert [("A", ["ignore KR601"]), ("B", ["ignore KR701"])] == said
    assert [(), ()] == [one.suppressions for one in document.key_results]


def test_what_belongs_to_nothing_is_kept() -> None:
    """Behind the last key result, and at a line that is none."""
    source = (
        "# OKRs <!-- krlint: ignore KR1 -->\n- KR1: ab c\n"
        "  - a note <!-- krlint: ignore KR2 -->\n\n<!-- krlint: ignore KR3 -->\n"
    )

    document = readers.read("a.md", source=source.encode())

    assert ["ignore KR1", "ignore KR2", "ignore KR3"] == [one.text for one in document.suppressions]


def test_a_fenced_block_shows_a_suppression_and_is_none() -> None:
    """A guide may print one."""
    source = f"- KR1: ab c\n\n```\n<!-- krlint: {SAID} -->\n```\n\n- KR2: de f\n"

    document = readers.read("a.md", source=source.encode())

    assert () == document.suppressions
    assert [(), ()] == [one.suppressions for one in document.key_results]
