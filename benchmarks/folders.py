"""
What a folder full of other files costs `krlint check`, beside the OKR document in it alone.

The files are made up from a fixed seed: sources and pictures, which are ruled out by their name,
or notes, settings and tables, which have to be looked into.
"""

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILES = 5_000
OKR = Path(__file__).with_name("okr-en.md")
KINDS = {
    "sources and pictures": (".py", ".ts", ".go", ".css", ".png"),
    "notes, settings and tables": (".md", ".json", ".yaml", ".csv", ".txt"),
}
_WORDS = (
    "the service reads its settings from a file and writes one line for each request that it "
    "could not serve in time while people wait for their orders"
).split()


def content(suffix: str, chance: random.Random) -> str:
    """Some kilobytes of a kind that stands in many repositories, without any OKR."""

    def words(count: int) -> str:
        return " ".join(chance.choice(_WORDS) for _ in range(count))

    match suffix:
        case ".json":
            items = (f'{{"id": {number}, "text": "{words(8)}"}}' for number in range(20))
            return f'{{"name": "{words(3)}", "items": [{", ".join(items)}]}}'
        case ".yaml":
            return "".join(
                f"{word}_{number}:\n  - name: {words(5)}\n    value: {number}\n"
                for number, word in enumerate(_WORDS)
            )
        case ".csv":
            rows = (f"{number},{words(3)},{2 * number}\n" for number in range(40))
            return "id,name,value\n" + "".join(rows)
    part = "# {}\n\n{}\n\n- {}\n- {}\n\n"
    return "".join(part.format(words(4), words(60), words(8), words(9)) for _ in range(4))


def fill(folder: Path, suffixes: tuple[str, ...]) -> None:
    """Make the files, in folders two deep, and put the OKR document beside them."""
    chance = random.Random(1)  # noqa: S311 (no secret)
    for number in range(FILES):
        suffix = suffixes[number % len(suffixes)]
        path = folder / f"{number % 97}" / f"{number % 7}" / f"{number}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content(suffix, chance), encoding="utf-8")
    (folder / OKR.name).write_bytes(OKR.read_bytes())


def seconds(path: Path) -> float:
    """Wall-clock seconds of `krlint check`; findings (exit 1) are no failure."""
    command = [sys.executable, "-m", "krlint", "check", str(path)]
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    spent = time.perf_counter() - begin
    if done.returncode not in (0, 1):
        sys.exit(f"{command}: exit {done.returncode}\n{done.stderr.decode()}")
    return spent


def main() -> None:
    """Print a table in Markdown; the two commands are run in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="runs of each command (7)")
    runs = parser.parse_args().runs
    print(f"| {FILES} files | with them | the document alone | ratio |\n| --- | --- | --- | --- |")
    for kind, suffixes in KINDS.items():
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            fill(folder, suffixes)
            targets = (folder, folder / OKR.name)
            times = [[seconds(target) for target in targets] for _ in range(runs + 1)][1:]
        all_of_it, alone = (statistics.median(column) for column in zip(*times, strict=True))
        row = f"{all_of_it * 1000:.0f} ms | {alone * 1000:.0f} ms | {all_of_it / alone:.2f}"
        print(f"| {kind} | {row} |")


if __name__ == "__main__":
    main()
