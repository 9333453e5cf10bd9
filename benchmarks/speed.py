"""
What krlint costs beside other programs: `make bench` in minutes, `make bench-all` in hours.

Whole processes run in turn on made-up documents (`benchmarks/corpus.py`). Both write
benchmarks/costs.json, the tables of docs/benchmarks.md, and its drawings.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import page, programs
from benchmarks.corpus import FORMS
from benchmarks.measure import Command, Cost, in_turn
from benchmarks.programs import Work

ROOT = Path(__file__).parents[1]
COSTS = ROOT / "benchmarks" / "costs.json"
PAGE = ROOT / "docs" / "benchmarks.md"
TABLE = re.compile(r"(?<=<!-- costs -->\n).*?(?=<!-- /costs -->)", re.DOTALL)
QUICK = (
    *(Work(10, tongue, one_file=True) for tongue in ("ja", "en")),
    *(Work(number, tongue) for number in (100, 1_000) for tongue in ("ja", "en")),
)
FULL = (
    *(Work(10, tongue, one_file=True) for tongue in ("ja", "en")),
    *(Work(number, tongue) for number in (100, 1_000, 10_000) for tongue in ("ja", "en")),
    *(Work(number, "mixed") for number in (1_000, 10_000)),
    *(Work(1_000, "mixed", form, one) for form in FORMS for one in (True, False)),
    Work(10_000, "mixed", one_file=True),
    Work(100_000, "mixed"),
    Work(100_000, "mixed", one_file=True),
)
"""The languages apart where figures are read, both together where only the form changes."""


def measured(works: tuple[Work, ...]) -> Iterator[tuple[str, Mapping[str, Cost]]]:
    """What each work costs each program, and what is measured beside that."""
    yield "import", in_turn(_importing(), 11)
    with tempfile.TemporaryDirectory() as made:
        folders = {work: Path(made) / str(place) for place, work in enumerate(dict.fromkeys(works))}
        apart = [work for work in folders if work.tongue != "mixed"]
        for work in apart:
            yield work.name, _measured(work, folders[work])
        yield from _beside({work.name: folders[work] for work in apart})
        for work, folder in folders.items():
            if work.tongue == "mixed":
                yield work.name, _measured(work, folder)


def _measured(work: Work, folder: Path) -> Mapping[str, Cost]:
    _write(work, folder)
    return in_turn(programs.commands(work, folder), _runs(work))


def _beside(folders: Mapping[str, Path]) -> Iterator[tuple[str, Mapping[str, Cost]]]:
    document = str(folders["10 ja md one"] / "documents")
    parsing = programs.krlint("check", "--isolated", "--parse", "always", document)
    yield "parse", in_turn({"krlint": parsing}, 3)
    for number in (1_000, 10_000):
        if (folder := folders.get(f"{number} ja md many")) is not None:
            streaming = programs.alone("stream", str(folder / "texts.txt"))
            yield f"stream {number}", in_turn({"lint_texts": streaming}, 1)
    for tongue in ("ja", "en"):
        yield f"call {tongue}", {"krlint": _call(folders[f"1000 {tongue} md many"])}


def _runs(work: Work) -> int:
    """Many where a run is short, one where it takes minutes."""
    return next(
        runs
        for most, runs in ((10, 11), (100, 5), (1_000, 3), (100_000, 1))
        if work.key_results <= most
    )


def _importing() -> dict[str, Command]:
    names = {"python": "pass", "krlint": "import krlint", "click": "import click"}
    return {name: programs.python(program) for name, program in names.items()}


def _call(folder: Path) -> Cost:
    """The median of one warm call, in seconds."""
    words = programs.alone("calls", str(folder / "texts.txt")).words
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    wall, processor = (float(number) / 1000 for number in said.split())
    return Cost(wall, processor, 0)


def _write(work: Work, folder: Path) -> None:
    # In a process of its own: whoever measures must stay small.
    words = [sys.executable, "-m", "benchmarks.corpus", str(folder)]
    words += ["--key-results", str(work.key_results), "--language", work.tongue]
    words += ["--form", work.form, *(["--one-file"] if work.one_file else [])]
    subprocess.run(words, cwd=ROOT, check=True)


def _machine() -> str:
    # /proc is Linux's; elsewhere the processor's architecture has to do.
    try:
        about = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        about = ""
    name = re.search(r"^model name\s*:\s*(.+)$", about, re.MULTILINE)
    model = name[1] if name else platform.machine()
    return f"{os.cpu_count()} cores ({model}), {platform.system()}"


def main() -> None:
    """Measures, prints the bars, and writes what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="all sizes, forms and languages")
    asked = parser.parse_args()
    if not programs.node():
        print("Node.js or textlint is missing: textlint is left out.", file=sys.stderr)
    found: dict[str, Any] = {
        "day": datetime.now(UTC).date().isoformat(),
        "machine": _machine(),
        "load": f"{os.getloadavg()[0]:.1f}",
        "versions": programs.versions(),
        "costs": {},
    }
    for name, costs in measured(FULL if asked.all else QUICK):
        print(name, file=sys.stderr)
        found["costs"][name] = {program: each._asdict() for program, each in costs.items()}
        _keep(found)
    print("\n".join(page.bars(found["costs"])))
    write(found)


def _keep(found: Mapping[str, Any]) -> None:
    # After each work, since hours may be lost.
    COSTS.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write(found: Mapping[str, Any]) -> None:
    """The page's tables and its drawings."""
    from benchmarks import drawings

    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(TABLE.sub(lambda _: page.page(found), text), encoding="utf-8")
    drawings.draw(found["costs"], PAGE.parent)


if __name__ == "__main__":
    main()
