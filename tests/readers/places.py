"""Looks up the source character that a key result's character is said to stand at."""

import re

from krlint.model import KeyResult, Span


def written(key_result: KeyResult, source: str) -> str:
    """The source's characters at the places of the text's, one each; a line's end is a newline."""
    lines = re.split(r"\r\n|\n|\r", source.removeprefix("\ufeff"))
    found = []
    for offset in range(len(key_result.text)):
        place = key_result.place(Span(offset, offset + 1))
        line = lines[place.line - 1] + "\n"
        found.append(line[place.column - 1])
    return "".join(found)
