"""
schemas/, made from what krlint accepts: `make pages`.

report.schema.json is no copy of anything: it is written by hand, and tests hold the reports to it.
"""

from pathlib import Path

from krlint.cli.schemas import of_cards, of_config
from krlint.reports.json import dumped
from krlint.rulebook import load

FOLDER = Path(__file__).parents[1] / "schemas"


def schemas() -> dict[Path, str]:
    """Every schema that is made, with its content."""
    return {
        FOLDER / "config.schema.json": dumped(of_config(load())),
        FOLDER / "card.schema.json": dumped(of_cards()),
    }
