"""All the documents of a run: what was named, what folders hold, and what could not be read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from krlint.analysis.language import is_japanese
from krlint.config import Config
from krlint.model import Document, Language, Unread, Wording
from krlint.readers import ReadError, carries_okr_label, contents, find, is_several, read
from krlint.readers.encoding import decode
from krlint.readers.excluded import excludes_file
from krlint.readers.ignored import names_of

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
    documents: dict[tuple[str, ...], Document] = {}
    unread: dict[Unread, None] = {}
    for path in dict.fromkeys(str(path) for path in paths):
        if path == STDIN:
            name = stdin_filename or STANDARD_INPUT
            found = list(_stdin(name, stdin or b"", config))
        elif is_several(path):
            found = list(_in_folder(path, config))
            if not found and not allow_no_key_results:
                found = [Unread(path, _nothing_in(path, config))]
        else:
            found = [one for file in find([path], config) for one in _file(file, config)]
        # A file may be named, and lie in a folder that is named too.
        documents |= {names_of(one.path): one for one in found if isinstance(one, Document)}
        unread |= {one: None for one in found if isinstance(one, Unread)}
        if not allow_no_key_results:
            unread |= dict.fromkeys(_without_key_results(found, stdin if path == STDIN else None))
    return Gathered(tuple(documents.values()), tuple(unread))


def _stdin(name: str, source: bytes, config: Config) -> Iterator[Document | Unread]:
    if config.force_exclude and excludes_file(config.exclude, name):
        return iter(())
    return _named(name, source, config)


def _file(found: Path | Unread, config: Config) -> Iterator[Document | Unread]:
    return iter([found]) if isinstance(found, Unread) else _named(str(found), None, config)


def _named(path: str, source: bytes | None, config: Config) -> Iterator[Document | Unread]:
    try:
        yield read(path, source=source, config=config)
    except ReadError as error:
        yield _unread(error, path, source)


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


def _unread(error: ReadError, path: str, source: bytes | None = None) -> Unread:
    language = _language(path, source)
    return Unread(error.path or path, error.wording, error.line, error.column, language=language)


def _language(path: str, source: bytes | None = None) -> Language | None:
    """The language of a file that was not read, or held nothing; None where it has no words."""
    try:
        text, _ = decode(contents(Path(path)) if source is None else source, path)
    except ReadError:
        return None
    if is_japanese(text):
        return "ja"
    return "en" if any(map(str.isalpha, text)) else None


def _without_key_results(
    found: Sequence[Document | Unread], source: bytes | None
) -> Iterator[Unread]:
    for document in found:
        if isinstance(document, Document) and not document.key_results and not document.unread:
            language = document.language or _language(document.path, source)
            yield Unread(document.path, document.hint or _NO_OKRS, language=language)


def _nothing_in(path: str, config: Config) -> Wording:
    """What is said of a folder without an OKR document, with what was not looked at."""
    looked_at = sum(1 for _ in find([path], config))
    there = sum(1 for _ in find([path], replace(config, exclude=(), respect_gitignore=False)))
    aside = there - looked_at
    if aside <= 0:
        return _NO_OKRS
    return Wording(
        f"{_NO_OKRS.ja}git が無視するもの、exclude に書いたもの（{aside}件）は読んでいません。",
        f"{_NO_OKRS.en} Files that git ignores or “exclude” names were left out: {aside}.",
    )


_NO_OKRS = Wording(
    ja="OKRの書かれたファイルが見つかりませんでした。ファイルを直接指定してみてください。",
    en="No OKR document was found here. Try naming the file itself.",
)
