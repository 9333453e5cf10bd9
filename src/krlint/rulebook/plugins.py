"""Cards that installed packages bring, by the entry-point group `krlint.rules`."""

import sys
from functools import cache
from pathlib import Path

from krlint.model import KrlintError, Wording

GROUP = "krlint.rules"


@cache
def folders() -> tuple[Path, ...]:
    """
    The folders of cards of all installed packages; none of their code is run.

    Raises KrlintError where an entry point names what is not there.
    """
    # importlib.metadata takes as long as linting a document, so it is asked only when needed.
    if not any(map(_mentions_group, _entry_point_files())):
        return ()
    from importlib.metadata import entry_points

    return tuple(_folder(point.name, point.value) for point in entry_points(group=GROUP))


def _entry_point_files() -> list[Path]:
    found: list[Path] = []
    for place in dict.fromkeys(sys.path):
        try:
            found += Path(place or ".").glob("*.dist-info/entry_points.txt")
        except OSError:
            continue
    return found


def _mentions_group(path: Path) -> bool:
    try:
        return GROUP.encode() in path.read_bytes()
    except OSError:
        return False


def _folder(name: str, module: str) -> Path:
    """The folder of the package `module`, found without importing it."""
    from importlib.machinery import PathFinder

    places: list[str] | None = None
    for part in module.split("."):
        spec = PathFinder.find_spec(part, places)
        places = list(spec.submodule_search_locations or ()) if spec else []
        if not places:
            raise KrlintError(
                Wording(
                    f"パッケージのルール「{name} = {module}」がありません。入れ直してください。",
                    f"The rules of a package, “{name} = {module}”, are missing: install it anew.",
                )
            )
    return Path((places or [""])[0])
