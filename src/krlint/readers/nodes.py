"""The values of a YAML or JSON file as readers see them, and what is wrong with a bad one."""

from typing import NamedTuple, TypeAlias

from krlint.model import Wording
from krlint.readers.errors import ReadError
from krlint.readers.source import Passage

MAX_NODES = 100_000
MAX_LEVELS = 60


class Scalar(NamedTuple):
    """A text; numbers and dates are as the file writes them."""

    passage: Passage

    @property
    def text(self) -> str:
        """The characters alone."""
        return self.passage.text


class Sequence(NamedTuple):
    """A list."""

    items: tuple["Node", ...]


class Mapping(NamedTuple):
    """Keys and values in the order of the file."""

    entries: tuple[tuple["Node", "Node"], ...]


Node: TypeAlias = Scalar | Sequence | Mapping


class Budget:
    """What a walk may visit: aliases can make a small file endless, or hold itself."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._left = MAX_NODES

    def spend(self, level: int = 0) -> None:
        """One node at this depth; raises ReadError beyond the limits."""
        self._left -= 1
        if self._left < 0:
            raise ReadError(TOO_MANY, self._path, 1, 1)
        if level > MAX_LEVELS:
            raise ReadError(TOO_DEEP, self._path, 1, 1)


TOO_DEEP = Wording(
    ja="入れ子が深すぎて読めません。括弧や字下げの閉じ忘れを確かめてください。",
    en="The nesting is too deep to read. Look for a bracket or indent that is never closed.",
)
TOO_MANY = Wording(
    ja=(
        f"項目が多すぎます（{MAX_NODES:,} を超えました）。"
        "エイリアス（*名前）の繰り返しを確かめてください。"
    ),
    en=(
        f"There are too many values (over {MAX_NODES:,})."
        " Look for aliases (*name) that repeat one another."
    ),
)


def duplicate(key: str) -> Wording:
    """Two equal keys: one of them would be lost."""
    return Wording(
        ja=(
            f"キー「{key[:60]}」が同じところに二つあります。"
            "片方の名前を変えるか、一つにまとめてください。"
        ),
        en=f"The key “{key[:60]}” stands twice in one place. Rename one of them, or merge the two.",
    )
