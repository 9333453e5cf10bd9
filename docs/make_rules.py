"""docs/rules, made from the cards: `make pages`."""

from pathlib import Path

from krlint.model import Language
from krlint.reports.rule_markdown import as_index, as_markdown
from krlint.rulebook import load

FOLDER = Path(__file__).parent / "rules"
LANGUAGES: tuple[Language, ...] = ("ja", "en")


def pages() -> dict[Path, str]:
    """Every page with its content."""
    made = {}
    for language in LANGUAGES:
        made[FOLDER / language / "index.md"] = as_index(load(), language)
        for rule in load():
            made[FOLDER / language / f"{rule.code}.md"] = as_markdown(rule, language)
    return made


def main() -> None:
    """Write the pages, and remove those of rules that are gone."""
    made = pages()
    for path in FOLDER.glob("*/*.md"):
        if path not in made:
            path.unlink()
    for path, content in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
