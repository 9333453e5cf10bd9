"""docs/rules is made from the cards: what people read is what krlint does."""

from docs.make_rules import FOLDER, pages
from krlint.rulebook import load


def test_the_pages_are_those_of_the_cards() -> None:
    """One page a rule and language and an index each, none stale, none left over."""
    made = {path.relative_to(FOLDER).as_posix(): content for path, content in pages().items()}
    there = {
        path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in FOLDER.glob("*/*.md")
    }

    stale = sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))
    assert [] == stale, "run `make pages`"
    assert 2 * (len(load()) + 1) == len(made)
