"""`krlint rule --new` and `krlint init`: files to begin with."""

import os.path
import re
from collections.abc import Sequence
from pathlib import Path

from krlint.cli import starters
from krlint.cli.outputs import create
from krlint.cli.terminal import say
from krlint.model import KrlintError, Language, Wording
from krlint.reports.view import Locale, language_of

_NAME = re.compile(r"(?P<code>[A-Z]{2,8}\d{3})-(?P<name>[a-z][a-z0-9-]{2,60})")


def card(name: str, folder: Path, language: Language) -> int:
    """
    Write the skeleton of a card "ACME001-no-synergy" into `folder`, and give the exit code.

    Raises KrlintError for a name that no card can have, and where the file is there already.
    """
    given = _NAME.fullmatch(name)
    if given is None:
        raise KrlintError(_BAD_NAME)
    path = folder / f"{name}.yaml"
    create(path, starters.card(given["code"], given["name"], language).encode())
    say(_NEXT_CARD, language, str(path))
    return 0


def start(locale: Locale | None, folders: Sequence[str], form: str) -> int:
    """
    Write a config and an OKR template, and give the exit code.

    Raises KrlintError where one of the two is there already; then none is written.
    """
    if len(folders) > 1:
        raise KrlintError(_ONE_FOLDER)
    folder = Path((*folders, ".")[0])
    language = language_of(folders) if locale is None or locale == "auto" else locale
    template = folder / f"okr.{form}"
    config = folder / "krlint.toml"
    for file in (template, config):
        if os.path.lexists(file):
            raise KrlintError(_THERE, str(file))
    made = starters.template(form, language)
    create(config, starters.config(language).encode())
    try:
        create(template, made)
    except KrlintError:
        config.unlink(missing_ok=True)
        raise
    say(Wording("設定です。", "The config."), language, str(config))
    say(_NEXT_TEMPLATE, language, str(template))
    return 0


_THERE = Wording(
    "もうあるので、何も書きませんでした。別のフォルダーで使うか、名前を変えてください。",
    "This is there already, so nothing was written: use another folder, or rename it.",
)
_ONE_FOLDER = Wording("フォルダーは1つだけ書いてください。", "Name one folder only.")
_BAD_NAME = Wording(
    "カードの名前は ACME001-no-synergy の形で書いてください。",
    "Name a card like this: ACME001-no-synergy.",
)
_NEXT_CARD = Wording(
    "ルールのひな形です。例を書きかえ、krlint test で確かめてください。",
    "The skeleton of a rule: write your own examples, then try them with krlint test.",
)
_NEXT_TEMPLATE = Wording(
    "OKRのひな形です。書きかえたら krlint check で確かめてください。",
    "An OKR template: make it yours, then try krlint check.",
)
