"""What the setting `exclude` leaves out."""

import os
from collections.abc import Sequence

from krlint.readers.ignored import Layer, layer, names_of


class Excluded:
    """
    What `exclude` leaves out of a run on one folder; its patterns are those of a .gitignore.

    A pattern with a slash starts from the folder that is searched, from the working directory,
    or, where it comes from a config file, from that file's folder: then it is absolute.
    """

    def __init__(self, patterns: Sequence[str], root: str) -> None:
        starts = dict.fromkeys((names_of(root), names_of(".")))
        absolute = [each for each in patterns if os.path.isabs(each.removeprefix("!"))]  # noqa: PTH117
        self._layers: list[tuple[tuple[str, ...], Layer]] = []
        if patterns:
            self._layers = [(start, layer(patterns, len(start))) for start in starts]
        if absolute:
            self._layers.append(((), layer(absolute)))

    def holds(self, names: Sequence[str], *, folder: bool) -> bool:
        """Whether the path with these names from the root is left out."""
        said = {
            each.says(names, folder=folder)
            for start, each in self._layers
            if len(names) > len(start) and tuple(names[: len(start)]) == start
        }
        return True in said and False not in said


def excludes_file(patterns: Sequence[str], path: str) -> bool:
    """Whether `exclude` leaves out a file that was named, or a folder above it."""
    names = names_of(path)
    excluded = Excluded(patterns, os.path.dirname(path))  # noqa: PTH120
    return any(
        excluded.holds(names[:size], folder=size < len(names)) for size in range(1, len(names) + 1)
    )
