"""What krlint may cost, and whether it does: each bar with how its figure follows from costs."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

Costs = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Of each work, of each program, its `wall`, `processor` (seconds) and `peak` (MiB)."""


class Bar(NamedTuple):
    """
    A bound for krlint. `figure` gives the value by time of the processor, or by the clock, or of
    memory; it raises KeyError where that was not measured.
    """

    work: str
    says: str
    limit: float
    figure: Callable[[Costs, str], float]
    unit: str = "×"
    kinds: tuple[str, ...] = ("processor", "wall")


def beside(work: str, other: str) -> Callable[[Costs, str], float]:
    """krlint's cost by that of the other program, on the same work."""
    return lambda costs, kind: costs[work]["krlint"][kind] / costs[work][other][kind]


def more(work: str, less: str, program: str) -> Callable[[Costs, str], float]:
    """A program's cost of one work by that of another."""
    return lambda costs, kind: costs[work][program][kind] / costs[less][program][kind]


def _importing(costs: Costs, kind: str) -> float:
    found = costs["import"]
    bare = found["python"][kind]
    return (found["krlint"][kind] - bare) / (found["click"][kind] - bare)


def _peak(work: str, program: str = "krlint") -> Callable[[Costs, str], float]:
    return lambda costs, kind: costs[work][program][kind]


def _call(language: str) -> Callable[[Costs, str], float]:
    return lambda costs, kind: costs[f"call {language}"]["krlint"][kind] * 1000


NAMES = {"ja": "Japanese", "en": "English"}
BARS = (
    *(
        Bar(f"one document of 10, {name}", f"krlint : {other}", limit, beside(work, other))
        for language, name in NAMES.items()
        for work in (f"10 {language} md one",)
        for other, limit in (("proselint", 2), ("textlint", 0.2))
    ),
    *(
        Bar(f"10,000 in 500 files, {name}", f"krlint : {other}", limit, beside(work, other))
        for language, name in NAMES.items()
        for work in (f"10000 {language} md many",)
        for other, limit in (("proselint", 0.5), ("textlint", 0.1), ("SudachiPy", 8))
        if (language, other) != ("en", "SudachiPy")
    ),
    *(
        Bar(
            f"growth, {name}, 20 a file",
            f"{bigger:,} : {bigger // 10:,}",
            11,
            more(f"{bigger} {language} md many", f"{bigger // 10} {language} md many", "krlint"),
        )
        for language, name in NAMES.items()
        for bigger in (1_000, 10_000)
    ),
    Bar(
        "memory of lint_texts",
        "10,000 : 1,000",
        1.1,
        more("stream 10000", "stream 1000", "lint_texts"),
        kinds=("peak",),
    ),
    *(
        Bar(f"memory, {work}", "most held at once", limit, _peak(name), "MiB", ("peak",))
        for work, name, limit in (
            ("10 Japanese, one document", "10 ja md one", 150),
            ("10 English, one document", "10 en md one", 150),
            ("10,000 Japanese in 500 files", "10000 ja md many", 150),
            ("10 Japanese, with the parse", "parse", 700),
        )
    ),
    Bar("import krlint", "beside import click, less Python's own start", 3, _importing),
    *(
        Bar(f"one lint_text call, warm, {name}", "median", 1, _call(language), "ms")
        for language, name in NAMES.items()
    ),
)
