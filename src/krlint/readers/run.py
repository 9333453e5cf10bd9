"""All the documents of a run: what was named, what folders hold, and what could not be read."""

import os.path
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from krlint.config import Config
from krlint.model import Document, Unread, Wording
from krlint.readers import ReadError, carries_okr_label, find, read

STDIN = "-"
STANDARD_INPUT = "stdin.md"
"""The name of what comes on standard input without one."""


class Gathered(NamedTuple):
    """What was read, and what was asked for and could not be."""

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]


def read_all(
    paths: Sequence[str | Path],
    *,
    config: Config,
    stdin: bytes | None = None,
    stdin_filename: str | None = None,
    allow_no_key_results: bool = False,
) -> Gathered:
    """
    The documents of the files and folders named; "-" is standard input.

    A document that was named, or a folder, without a key result is unread, unless
    `allow_no_key_results`; a file in a folder is passed over where nothing marks it as OKRs.
    """
    documents: list[Document] = []
    unread: list[Unread] = []
    for path in dict.fromkeys(str(path) for path in paths):
        if path == STDIN:
            name = stdin_filename or STANDARD_INPUT
            found = list(_named(name, stdin or b"", config))
        elif os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises on a name too long to be one)
            found = list(_in_folder(path, config))
        else:
            found = [one for file in find([path], config) for one in _file(file, config)]
        documents += [one for one in found if isinstance(one, Document)]
        unread += [one for one in found if isinstance(one, Unread)]
        if not allow_no_key_results:
            unread += _without_key_results(path, found)
    return Gathered(tuple(documents), tuple(unread))


def _file(found: Path | Unread, config: Config) -> Iterator[Document | Unread]:
    return iter([found]) if isinstance(found, Unread) else _named(str(found), None, config)


def _named(path: str, source: bytes | None, config: Config) -> Iterator[Document | Unread]:
    try:
        yield read(path, source=source, config=config)
    except ReadError as error:
        yield _unread(error, path)


def _in_folder(folder: str, config: Config) -> Iterator[Document | Unread]:
    for found in find([folder], config):
        if isinstance(found, Unread):
            yield found
            continue
        try:
            document = read(found, config=config)
        except ReadError as error:
            if _speaks_of_okrs(found):
                yield _unread(error, str(found))
            continue
        planned = document.objectives and _names_okrs(found)
        if document.key_results or document.unread or planned:
            yield document


def _speaks_of_okrs(path: Path) -> bool:
    """Its bytes carry an OKR label; where even they cannot be read, nobody can rule it out."""
    try:
        return carries_okr_label(path.read_bytes())
    except OSError:
        return True


def _names_okrs(path: Path) -> bool:
    """The word itself is there: an "Objective:" alone may be that of a lesson."""
    return "okr" in str(path).lower() or b"okr" in path.read_bytes().lower()


def _unread(error: ReadError, path: str) -> Unread:
    return Unread(error.path or path, error.wording, error.line, error.column)


def _without_key_results(path: str, found: Sequence[Document | Unread]) -> Iterator[Unread]:
    if not found:
        yield Unread(path, _NO_OKRS)
    for document in found:
        if isinstance(document, Document) and not document.key_results and not document.unread:
            yield Unread(document.path, document.hint or _NO_OKRS)


_NO_OKRS = Wording(
    ja="OKRの書かれたファイルが見つかりませんでした。ファイルを直接指定してみてください。",
    en="No OKR document was found here. Try naming the file itself.",
)
