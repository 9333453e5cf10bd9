"""Kleene's three-valued logic over signals."""

import pytest

from krlint.rulebook.verdict import kleene

TRUE, FALSE, UNKNOWN = True, False, None


@pytest.mark.parametrize(
    ("everything", "nothing", "flagged"),
    [
        ([TRUE], [], TRUE),
        ([TRUE], [FALSE], TRUE),
        ([TRUE], [TRUE], FALSE),
        ([FALSE], [UNKNOWN], FALSE),
        ([UNKNOWN], [TRUE], FALSE),
        ([UNKNOWN], [FALSE], UNKNOWN),
        ([TRUE], [UNKNOWN], UNKNOWN),
        ([TRUE, UNKNOWN], [], UNKNOWN),
        ([], [FALSE], TRUE),
    ],
)
def test_unknown_matters_only_where_it_could_change_the_verdict(
    everything: list[bool | None], nothing: list[bool | None], flagged: bool | None
) -> None:
    """A false `all` or a true `none` settles it, whatever the rest."""
    assert flagged is kleene(everything, nothing)
