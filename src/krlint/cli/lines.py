"""The lines of a document once more, for forms that count in bytes."""

from collections.abc import Sequence
from pathlib import Path

from krlint.config import Config


def lines_of(
    path: str, config: Config, given: bytes | None, name: str | None
) -> Sequence[str] | None:
    """
    The lines of a document that krlint has read; None where they are not to be had any more.

    `given` came on standard input, under that `name`.
    """
    from krlint.readers import ReadError, contents
    from krlint.readers.encoding import decode
    from krlint.readers.run import STANDARD_INPUT
    from krlint.readers.source import Source

    try:
        piped = given is not None and path == (name or STANDARD_INPUT)
        data = given if given is not None and piped else contents(Path(path))
        text, _ = decode(data, path, config.encoding)
    except ReadError:
        return None
    return [text[start:end] for start, end in Source(text).lines_between(0, len(text))]
