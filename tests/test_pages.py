"""docs/rules and schemas/ are made from the code: what people read is what krlint does."""

from docs.make_rules import FOLDER, pages
from docs.make_schemas import schemas
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


def test_the_schemas_are_those_of_the_models() -> None:
    """What editors are told is what krlint accepts."""
    stale = [
        path.name
        for path, content in schemas().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != content
    ]
    assert [] == stale, "run `make pages`"
