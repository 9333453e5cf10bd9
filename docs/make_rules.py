"""What is made from the code: docs/rules from the cards, and schemas: `make pages`."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))  # run as a script, it knows docs/ alone

from docs.make_schemas import schemas
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
    """Write pages and schemas, and remove the pages of rules that are gone."""
    made = pages()
    for path in FOLDER.glob("*/*.md"):
        if path not in made:
            path.unlink()
    for path, content in (made | schemas()).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
