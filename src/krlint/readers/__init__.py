"""From a file to a document: the reader is picked by suffix."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

from krlint.config import Config
from krlint.model import Document, Wording
from krlint.readers.errors import ReadError
from krlint.readers.find import carries_okr_label, find, is_several
from krlint.readers.source import Source

__all__ = ["ReadError", "carries_okr_label", "contents", "find", "is_several", "read"]

# The modules are named, not imported: a Markdown file needs neither YAML nor openpyxl.
_MODULES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".csv": "delimited",
    ".tsv": "delimited",
}
_WITHOUT_COMMENTS = (".csv", ".tsv", ".json")
# Workbooks above this take minutes to open.
_WORKBOOK_LIMIT = 50_000_000


def read(path: str | Path, *, source: bytes | None = None, config: Config = Config()) -> Document:
    """
    The document in a file; `source` are its bytes where they came from elsewhere (standard input).

    A suffix that is not known is read as Markdown. Raises ReadError, with place and what to do,
    where the file cannot be read.
    """
    name = str(path)
    data = contents(Path(path)) if source is None else source
    suffix = Path(path).suffix.lower()
    if not data.strip():
        raise ReadError(_EMPTY, name)
    if suffix in (".xlsx", ".xlsm"):
        from krlint.readers import xlsx

        if len(data) > _WORKBOOK_LIMIT:
            raise ReadError(_TOO_LARGE, name)
        return xlsx.read(data, name, config)
    from krlint.readers.encoding import decode

    text, notes = decode(data, name, config.encoding)
    module = import_module(f"krlint.readers.{_MODULES.get(suffix, 'markdown')}")
    whole = Source(text)
    document: Document = module.read(whole, name, config)
    return replace(_with_comments(document, whole, suffix), notes=notes)


def _with_comments(document: Document, source: Source, suffix: str) -> Document:
    """The document with its suppressions; formats without comments have a column or key."""
    if suffix in _WITHOUT_COMMENTS:
        return document
    from krlint.readers.suppressions import with_suppressions

    return with_suppressions(document, source, suffix)


def contents(path: Path) -> bytes:
    """The bytes of a file. Raises ReadError, with what to do, where there are none to be had."""
    try:
        if path.is_dir():
            raise ReadError(_FOLDER, str(path))
        size = path.stat().st_size
        if size > _WORKBOOK_LIMIT:
            raise ReadError(_TOO_LARGE, str(path))
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(_MISSING, str(path)) from None
    except PermissionError:
        raise ReadError(_FORBIDDEN, str(path)) from None
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise ReadError(
            Wording(f"読めません（{said}）。", f"This cannot be read ({said})."), str(path)
        ) from None


_EMPTY = Wording(
    ja="空のファイルです。OKRを書いて保存してください。",
    en="The file is empty. Write the OKRs and save it.",
)
_FOLDER = Wording(
    ja="ファイルではなくフォルダーです。中を調べるには、フォルダーとして指定してください。",
    en="This is a folder, not a file. Name the folder itself to have it searched.",
)
_MISSING = Wording(
    ja="ファイルがありません。名前と場所を確かめてください。",
    en="There is no such file. Check the name and the folder.",
)
_FORBIDDEN = Wording(
    ja="読み取りの許可がありません。ファイルの権限を変えてください。",
    en="There is no permission to read this. Change the file's permissions.",
)
_TOO_LARGE = Wording(
    ja="ファイルが大きすぎます（上限は 50 MB）。OKRの部分だけを別のファイルに分けてください。",
    en="The file is too large (the limit is 50 MB). Put the OKRs into a file of their own.",
)
