"""The programs that are measured, how each is called, and which versions are installed."""

import json
import platform
import shutil
import sys
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import Form
from benchmarks.key_results import Tongue
from benchmarks.measure import Command

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
NODE = BIN.parent / "node"
"""Where `make bench` installs textlint."""
PRESET = "textlint-rule-preset-ja-technical-writing"


class Work(NamedTuple):
    """What there is to do: so many key results, in a language and a form, in one file or many."""

    key_results: int
    tongue: Tongue
    form: Form = "md"
    one_file: bool = False

    @property
    def name(self) -> str:
        """As in "10000 ja md many"."""
        return " ".join(
            (str(self.key_results), self.tongue, self.form, "one" if self.one_file else "many")
        )


def node() -> bool:
    """textlint can be run."""
    return shutil.which("node") is not None and (NODE / "node_modules" / "textlint").is_dir()


def versions() -> dict[str, str]:
    """The version of each program that is measured."""
    packages = ("krlint", "proselint", "yamllint", "SudachiPy", "SudachiDict-core", "ginza")
    found = {name: version(name) for name in packages}
    for name in ("textlint", PRESET) if node() else ():
        package = NODE / "node_modules" / name / "package.json"
        found[name] = json.loads(package.read_text(encoding="utf-8"))["version"]
    return found | {"Python": platform.python_version()}


def commands(work: Work, folder: Path) -> dict[str, Command]:
    """Each program that can do the work, on the corpus in `folder`; krlint first."""
    documents, texts = str(folder / "documents"), str(folder / "texts.txt")
    found = {"krlint": krlint("check", "--isolated", documents)}
    if work.form == "yaml":
        words = (str(BIN / "yamllint"), "-d", "relaxed", documents)
        found["yamllint"] = Command(words, folder)
    if work.form == "md" and work.key_results <= 10_000:
        found["proselint"] = Command((str(BIN / "proselint"), "check", documents), folder)
        if node() and not (work.one_file and work.key_results > 1_000):
            # One file of 10,000 key results had kept it busy for nine minutes when it was ended.
            found["textlint"] = _textlint(documents)
    if work.form == "md" and work.tongue == "ja":
        found["SudachiPy"] = alone("sudachi", texts)
        if work.key_results <= 1_000:
            found["GiNZA"] = alone("ginza", texts)
    return found


def krlint(*arguments: str) -> Command:
    """krlint's command."""
    return Command((str(BIN / "krlint"), *arguments), HERE)


def alone(kind: str, texts: str) -> Command:
    """One of `benchmarks/alone.py`."""
    return Command((sys.executable, str(HERE / "alone.py"), kind, texts), HERE)


def python(program: str) -> Command:
    """A program of one line."""
    return Command((sys.executable, "-c", program), HERE)


def _textlint(documents: str) -> Command:
    program = str(NODE / "node_modules" / ".bin" / "textlint")
    preset = PRESET.removeprefix("textlint-rule-preset-")
    return Command((program, "--no-textlintrc", "--preset", preset, documents), NODE)
