"""
How long `krlint check` takes on a document of ten key results, beside `proselint check`.

Both are run from the same environment, in turn, so that a busy machine slows both. What counts is
the ratio of the medians; the bar is 2.
"""

import argparse
import statistics
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENTS = {"Japanese": HERE / "okr-ja.md", "English": HERE / "okr-en.md"}


def seconds(command: list[str | Path]) -> float:
    """Wall-clock seconds of one run; findings (exit 1) are no failure."""
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    spent = time.perf_counter() - begin
    if done.returncode not in (0, 1):
        sys.exit(f"{command}: exit {done.returncode}\n{done.stderr.decode()}")
    return spent


def measured(document: Path, runs: int) -> tuple[float, float]:
    """The medians of krlint and proselint on one document, in seconds, after a run to warm up."""
    programs = [Path(sys.executable).with_name(name) for name in ("krlint", "proselint")]
    commands: list[list[str | Path]] = [[program, "check", document] for program in programs]
    for command in commands:
        seconds(command)
    times = [[seconds(command) for command in commands] for _ in range(runs)]
    krlint, proselint = (statistics.median(column) for column in zip(*times, strict=True))
    return krlint, proselint


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11, help="runs of each program (11)")
    runs = parser.parse_args().runs
    print(f"krlint {version('krlint')}, proselint {version('proselint')},", end=" ")
    print(f"Python {sys.version.split()[0]}, medians of {runs} runs in turn\n")
    print("| ten key results in | krlint | proselint | ratio |\n| --- | --- | --- | --- |")
    for language, document in DOCUMENTS.items():
        krlint, proselint = measured(document, runs)
        ratio = krlint / proselint
        print(f"| {language} | {krlint * 1000:.0f} ms | {proselint * 1000:.0f} ms | {ratio:.2f} |")


if __name__ == "__main__":
    main()
