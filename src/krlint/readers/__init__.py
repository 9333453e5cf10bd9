"""From a file to a document: the reader is picked by suffix."""

from pathlib import Path

from krlint.config import Config
from krlint.model import Document
from krlint.readers.errors import ReadError

__all__ = ["ReadError", "read"]


def read(path: str | Path, *, source: bytes | None = None, config: Config = Config()) -> Document:
    """
    The document in a file; `source` are its bytes where they came from elsewhere (standard input).

    Raises ReadError, with place and what to do, where the file cannot be read.
    """
    from krlint.readers import markdown, text
    from krlint.readers.source import Source

    data = Path(path).read_bytes() if source is None else source
    decoded = data.decode("utf-8-sig")
    module = markdown if str(path).endswith((".md", ".markdown")) else text
    return module.read(Source(decoded), str(path), config)
