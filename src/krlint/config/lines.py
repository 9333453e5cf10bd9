"""On which line of a TOML file each key stands; tomllib does not say."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

_DEEPEST = 4
"""Keys below this depth are no setting of krlint: tool.krlint.rules.KR601 is the deepest table."""

_TOKEN = re.compile(
    # Quotes may stand before the three that end a text; what nothing ends goes on to the end,
    # so that it is read once.
    r'"""(?:\\.|[^\\])*?(?:""""{0,2}|\\?\Z)'
    r"|'''.*?(?:''''{0,2}|\Z)"
    r'|"(?:\\.|[^"\\\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*"
    r"|[\[{\]}\n]",
    re.DOTALL,
)


@lru_cache(maxsize=4)
def lines_of(text: str) -> Mapping[tuple[str, ...], int]:
    """The line of every key of a text that is valid TOML."""
    import tomllib

    lines: dict[tuple[str, ...], int] = {}
    header: tuple[str, ...] = ()
    for number, statement in _statements(text):
        paths = _paths(tomllib.loads(statement))
        if statement.startswith("["):
            header = max(paths, key=len, default=())
            paths = [header[:size] for size in range(1, len(header) + 1)]
        else:
            paths = [header + path for path in paths]
        for path in paths:
            lines.setdefault(path, number)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The headers and assignments of a text, each with its first line."""
    start, line, depth = 0, 1, 0
    for token in _TOKEN.finditer(text):
        said = token[0]
        depth += said in "[{"
        depth -= said in "]}"
        if said != "\n" or depth > 0:
            continue
        statement = text[start : token.start()]
        if statement.strip():
            yield line, statement.strip()
        line += statement.count("\n") + 1
        start = token.end()
    if text[start:].strip():
        yield line, text[start:].strip()


def _paths(table: Mapping[str, Any]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    inner: list[tuple[tuple[str, ...], Mapping[str, Any]]] = [((), table)]
    while inner:
        above, part = inner.pop(0)
        for key, value in part.items():
            found.append((*above, key))
            if isinstance(value, dict) and len(above) + 1 < _DEEPEST:
                inner.append((found[-1], value))
    return found
