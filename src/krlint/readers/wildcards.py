"""
Patterns of paths in the syntax of .gitignore, as gitignore(5) describes it.

Matched in time that grows with the length of pattern times path: a translation into regular
expressions takes seconds on a name of 120 characters, and the patterns come from strangers.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

Fits = Callable[[str], bool]
"""Whether one character fits one place of a pattern."""

_Part = TypeVar("_Part")
_Item = TypeVar("_Item")

_CLASSES: dict[str, Fits] = {
    "alnum": str.isalnum,
    "alpha": str.isalpha,
    "blank": lambda char: char in " \t",
    "digit": str.isdigit,
    "lower": str.islower,
    "punct": lambda char: char.isprintable() and not char.isalnum() and not char.isspace(),
    "space": str.isspace,
    "upper": str.isupper,
    "xdigit": lambda char: char in "0123456789abcdefABCDEF",
}


class Pattern(NamedTuple):
    """
    One line of a .gitignore, or one value of `exclude`.

    `name` is what it comes to where it names one thing, without a wildcard, on any level; else
    `parts` are its names from the folder downwards, None for any number of folders.
    """

    keeps: bool
    only_folders: bool
    name: str | None
    parts: tuple[str | None, ...]

    def fits(self, path: Sequence[str], *, folder: bool) -> bool:
        """Whether it fits the names of a path, from the folder that the pattern belongs to."""
        if not path or (self.only_folders and not folder):
            return False
        if self.name is not None:
            return self.name == path[-1]
        return _fits(self.parts, path, _name_fits)


def pattern(line: str) -> Pattern | None:
    """The pattern of one line, None for blank lines and comments."""
    text = _trimmed(line)
    if not text or text.startswith("#"):
        return None
    keeps = text.startswith("!")
    text = text[1:] if keeps else text
    only_folders = text.endswith("/")
    text = text[:-1] if only_folders else text
    if not text:
        return None
    names = text.removeprefix("/").split("/")
    if "/" not in text:
        plain = not any(char in text for char in "*?[\\")
        return Pattern(keeps, only_folders, text if plain else None, (None, names[0]))
    parts = [None if name == "**" else name for name in names]
    # "a/**" is what lies in a, and not a itself.
    return Pattern(keeps, only_folders, None, (*parts, *(("*",) if parts[-1] is None else ())))


def _trimmed(line: str) -> str:
    """A line without the blanks at its end, but for one behind a backslash."""
    text = line.removesuffix("\r")
    short = text.rstrip(" ")
    slashes = len(short) - len(short.rstrip("\\"))
    return text[: len(short) + 1] if slashes % 2 else short


def _fits(
    parts: Sequence[_Part | None], items: Sequence[_Item], fit: Callable[[_Part, _Item], bool]
) -> bool:
    """Whether items fit parts one by one, where None takes any number of them."""
    part = item = 0
    star, mark = -1, 0
    while item < len(items):
        here = parts[part] if part < len(parts) else None
        if part < len(parts) and here is None:
            star, mark = part, item
            part += 1
        elif here is not None and fit(here, items[item]):
            part += 1
            item += 1
        elif star >= 0:
            mark += 1
            part, item = star + 1, mark
        else:
            return False
    return all(rest is None for rest in parts[part:])


def _name_fits(wanted: str, name: str) -> bool:
    places = _places(wanted)
    return places is not None and _fits(places, name, lambda place, char: place(char))


@lru_cache(maxsize=4096)
def _places(wanted: str) -> tuple[Fits | None, ...] | None:
    """What each character of a name has to be, None for a star; None where nothing can fit."""
    places: list[Fits | None] = []
    at = 0
    while at < len(wanted):
        char = wanted[at]
        if char == "*":
            if not places or places[-1] is not None:
                places.append(None)
            at += 1
            continue
        if char == "[":
            bracket = _bracket(wanted, at + 1)
            if bracket is None:
                return None
            place, at = bracket
            places.append(place)
            continue
        if char == "\\":
            at += 1
            if at == len(wanted):
                return None
        places.append(_any if char == "?" else wanted[at].__eq__)
        at += 1
    return tuple(places)


def _any(_char: str) -> bool:
    return True


def _bracket(wanted: str, at: int) -> tuple[Fits, int] | None:
    """What a "[…]" takes, and where the pattern goes on; None where it is never closed."""
    negated = wanted[at : at + 1] in ("!", "^")
    at += negated
    fits: list[Fits] = []
    first = at
    while at < len(wanted) and (wanted[at] != "]" or at == first):
        if wanted.startswith("[:", at) and (end := wanted.find(":]", at)) > 0:
            known = _CLASSES.get(wanted[at + 2 : end])
            if known is None:
                return None
            fits.append(known)
            at = end + 2
            continue
        low, at = _literal(wanted, at)
        high = low
        if wanted[at : at + 1] == "-" and wanted[at + 1 : at + 2] not in ("", "]"):
            high, at = _literal(wanted, at + 1)
        fits.append(_range(low, high))
    if at >= len(wanted):
        return None
    return (lambda char: negated != any(fit(char) for fit in fits)), at + 1


def _range(low: str, high: str) -> Fits:
    return lambda char: low <= char <= high


def _literal(wanted: str, at: int) -> tuple[str, int]:
    at += wanted[at] == "\\" and at + 1 < len(wanted)
    return wanted[at], at + 1
