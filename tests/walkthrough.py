"""
Plays a page of the documentation: writes the files that it shows and runs its commands, in order.

A fenced block with a title is a file; a table under a comment with a workbook's name is its sheet;
a block `console` holds commands after a dollar, each with what it prints.
"""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from krlint.cli import main

# What a command prints, given the words of its line.
Run = Callable[[list[str]], str]

_PIECE = re.compile(
    r"^```(?P<kind>\w+)(?: title=\"(?P<file>[^\"]+)\")?\n(?P<body>.*?)^```$"
    r"|^<!-- (?P<workbook>\S+\.xlsx) -->\n\n(?P<table>(?:^\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
_RULE_OF_A_TABLE = re.compile(r"[\s|:-]+")


def played(
    text: str, folder: Path, run: Run, shell: Callable[[str], object] = lambda _: None
) -> str:
    """
    The page with the output that its commands have; the files are written below `folder`.

    `shell` gets each block `sh`: commands whose output the page does not show.
    """

    def play(piece: re.Match[str]) -> str:
        if piece["workbook"]:
            _write_workbook(folder / piece["workbook"], piece["table"])
        elif piece["file"]:
            path = folder / piece["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(piece["body"], encoding="utf-8")
        elif piece["kind"] == "console":
            return f"```console\n{''.join(_answered(piece['body'], run))}```"
        elif piece["kind"] == "sh":
            shell(piece["body"])
        return piece[0]

    return _PIECE.sub(play, text)


def _answered(body: str, run: Run) -> Iterator[str]:
    for line in body.splitlines(keepends=True):
        if line.startswith("$ "):
            yield line
            yield run(shlex.split(line[2:]))


def _write_workbook(path: Path, table: str) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for line in table.splitlines():
        if not _RULE_OF_A_TABLE.fullmatch(line):
            sheet.append([cell.strip() or None for cell in line.strip("|").split("|")])
    path.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(path)


def krlint(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs krlint in this process; `echo $?` tells its exit code."""
    codes = [0]

    def run(words: list[str]) -> str:
        if words == ["echo", "$?"]:
            return f"{codes[-1]}\n"
        program, *arguments = words
        assert "krlint" == program, words
        codes.append(main(arguments))
        said = capsys.readouterr()
        return said.out + said.err

    return run
