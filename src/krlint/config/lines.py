"""On which line of a TOML file each key stands; tomllib does not say."""

from collections.abc import Iterator, Mapping
from typing import Any


def lines_of(text: str) -> dict[tuple[str, ...], int]:
    """The line of every key: statements grow line by line until they parse by themselves."""
    import tomllib

    lines: dict[tuple[str, ...], int] = {}
    header: tuple[str, ...] = ()
    pending, start = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        start = number if not pending else start
        pending += line + "\n"
        try:
            parsed = tomllib.loads(pending)
        except tomllib.TOMLDecodeError:
            continue
        paths = list(_paths(parsed))
        if pending.lstrip().startswith("["):
            header = max(paths, key=len, default=())
            for size in range(1, len(header) + 1):
                lines.setdefault(header[:size], start)
        else:
            for path in paths:
                lines.setdefault(header + path, start)
        pending = ""
    return lines


def _paths(table: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for key, value in table.items():
        yield (key,)
        if isinstance(value, dict):
            yield from ((key, *rest) for rest in _paths(value))
