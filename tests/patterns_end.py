"""
Run by test_patterns.py in a process of its own: every pattern of the package on its worst cases.

Prints each suspect before it is tried at full length, so that the last line names one that hangs.
"""

import ast
import faulthandler
import importlib
import itertools
import pkgutil
import re
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]  # the standard library's own reading
from types import ModuleType
from typing import Any

import krlint

SHORT, LONG = 6_000, 2_000_000
"""Characters of a first try and, where that took long for its length, of the one that tells."""
_SUSPECT = 0.01
"""Seconds of a first try above which a case is tried at full length; asserts nothing."""
_MOST = 8
"""Characters of a pattern that are paired with one another."""
_GUARD = 90
"""Seconds after which a case hangs: a quadratic one takes many minutes, another one seconds."""
_WORDS = re.compile(r"(?<!\\)[a-z]{2,}|[^\x00-\x7f]{2,}")
_OF_CATEGORY = {"DIGIT": "1", "WORD": "a_", "SPACE": " \n"}
_CALLS = {"compiled", "compile", "search", "match", "fullmatch", "findall", "finditer", "sub"}
_CALLS |= {"subn", "split"}


def modules() -> Iterator[ModuleType]:
    """Every module of the package but the one that runs it."""
    for found in pkgutil.walk_packages(krlint.__path__, "krlint."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns() -> Mapping[tuple[str, int], str]:
    """Pattern and flags of every expression, with the module that has it."""
    found: dict[tuple[str, int], str] = {}
    for module in modules():
        for value in (*vars(module).values(), *_called(module)):
            for pattern in _within(value):
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    found.setdefault((pattern.pattern, pattern.flags), module.__name__)
    return found


def _called(module: ModuleType) -> Iterator[object]:
    """What is compiled within functions, as far as it is a constant of the module."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        root = getattr(node.func, "value", None)
        if name not in _CALLS or (name != "compiled" and getattr(root, "id", "") != "re"):
            continue
        try:
            value = eval(  # noqa: S307  # the package's own constant
                compile(ast.Expression(node.args[0]), module.__name__, "eval"), vars(module)
            )
        except NameError:  # a variable of the function: the constant that it runs over is found
            value = [each for each in vars(module).values() if isinstance(each, tuple)]
        yield value if isinstance(value, re.Pattern) else list(_compiled(value))


def _compiled(value: object) -> Iterator[re.Pattern[str]]:
    for text in _strings(value):
        try:
            yield re.compile(text)
        except re.error:
            continue


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _strings(each)


def _within(value: object) -> Iterator[object]:
    if isinstance(value, (tuple, list)):
        for each in value:
            yield from _within(each)
    else:
        yield value


def units(pattern: str, flags: int) -> Iterator[str]:
    """What the worst cases repeat: characters and words of the pattern, singly and in pairs."""
    characters = list(dict.fromkeys(_characters(_parser.parse(pattern, flags))))
    words = list(dict.fromkeys(_WORDS.findall(pattern)))
    few = characters[:_MOST]
    yield from characters
    yield from words
    yield from (a + b for a, b in itertools.permutations(few, 2))
    yield from (word + c for word in words[:_MOST] for c in few)


def _characters(node: Any) -> Iterator[str]:
    """One character for each literal, range and category of a parsed pattern, in their order."""
    pair: Any = node if isinstance(node, tuple) and len(node) == 2 else (None, None)
    op, value = pair
    match str(op):
        case "LITERAL":
            yield chr(value)
        case "RANGE":
            yield chr(value[0])
        case "CATEGORY":
            yield from _OF_CATEGORY[str(value).rpartition("_")[2]]
        case "ANY" | "NOT_LITERAL" | "NEGATE":
            yield from "x "
        case _:
            for each in node if isinstance(node, (tuple, list, _parser.SubPattern)) else ():
                yield from _characters(each)


def tried(pattern: re.Pattern[str], unit: str, length: int) -> float:
    """Seconds of CPU that all matches in such a text, and the one from its beginning, take."""
    text = unit * (length // len(unit)) + "\0"
    start = time.process_time()
    for found in pattern.finditer(text):
        if len(found.group()) > length // 2:
            break
    pattern.match(text)
    return time.process_time() - start


def main() -> None:
    """Try them all; a case that has not ended after minutes ends the process."""
    every = patterns()
    for (text, flags), module in every.items():
        pattern = re.compile(text, flags)
        for unit in units(text, flags):
            short = tried(pattern, unit, SHORT)
            if short > _SUSPECT and tried(pattern, unit, 4 * SHORT) > 6 * short:
                sys.stdout.write(f"{module}: {unit!r} in {text[:150]!r}\n")
                sys.stdout.flush()
                faulthandler.dump_traceback_later(_GUARD, exit=True)
                tried(pattern, unit, LONG)
                faulthandler.cancel_dump_traceback_later()
    sys.stdout.write(f"{len(every)} patterns end\n")


main()
