"""
What the rules about documents and whole runs cost: 2,000 documents of ten key results.

The documents are made up from a fixed seed: teams that wait for each other, some of it agreed,
some of it in the other's plan, and now and then the same promise twice. `krlint check` runs on
them with all rules and with the rules about one key result alone, in turn. What counts is the time
of the processor, which a busy machine changes little; the bar is a ratio of 1.5.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from krlint.rulebook import load

TEAMS = {
    "ja": ("法務", "経理", "人事", "営業", "物流", "情報システム", "品質保証", "広報"),
    "en": ("Legal", "Finance", "People", "Sales", "Logistics", "IT", "Quality", "Press"),
}
THINGS = {
    "ja": ("見積", "請求書", "契約書", "問い合わせ", "返品", "棚卸し", "応募", "障害"),
    "en": ("offers", "invoices", "contracts", "enquiries", "returns", "counts", "bids", "outages"),
}
PLAIN = {
    "ja": "{thing}{number}の処理を{start}日から{end}日にする",
    "en": "Days to handle {thing} {number} from {start} to {end}",
}
WAITING = {
    "ja": "{other}部の確認を経て、{thing}{number}の出し直しを{start}件から{end}件にする{agreed}",
    "en": "Redone {thing} {number} from {start} to {end}, reviewed by {other}{agreed}",
}
AGREED = {"ja": "（合意済み）", "en": " (agreed)"}
TITLE = {"ja": "# {team}部 {number} 2031年度上期\n", "en": "# {team} {number} 2031 Q1\n"}
AIM = {"ja": "## 目標: {thing}で待たせない\n", "en": "## Objective: Nobody waits for {thing}\n"}
SET_SCOPES = ("objective", "document", "set")


def document(language: str, number: int, draw: random.Random) -> Iterator[str]:
    """The lines of one document: two objectives of five key results."""
    yield TITLE[language].format(team=draw.choice(TEAMS[language]), number=number)
    for _ in range(2):
        thing = draw.choice(THINGS[language])
        yield AIM[language].format(thing=thing)
        for place in range(1, 6):
            pattern = draw.choice((PLAIN, PLAIN, WAITING))[language]
            end = draw.randrange(1, 20)
            yield (
                f"- KR{place}: "
                + pattern.format(
                    thing=thing,
                    number=draw.randrange(40),
                    start=end + draw.randrange(5, 60),
                    end=end,
                    other=draw.choice(TEAMS[language]),
                    agreed=draw.choice(("", AGREED[language])),
                )
                + "\n"
            )


def write(folder: Path, count: int) -> None:
    """`count` documents, every other one in Japanese."""
    draw = random.Random(20261124)  # noqa: S311  made-up documents
    for number in range(count):
        language = ("ja", "en")[number % 2]
        text = "".join(document(language, number, draw))
        (folder / f"okr-{number:05}.md").write_text(text, encoding="utf-8")


def seconds(command: list[str | Path]) -> float:
    """Seconds of the processor for one run; findings (exit 1) are no failure."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"{command}: exit {done.returncode}\n{done.stderr.decode()}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the medians, their ratio, and how many findings the rules compared have."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000, help="documents (2000)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each (5)")
    asked = parser.parse_args()
    wide = ",".join(rule.code for rule in load() if rule.scope in SET_SCOPES)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write(folder, asked.documents)
        start: list[str | Path] = [sys.executable, "-m", "krlint", "check", "--statistics", folder]
        commands: list[list[str | Path]] = [[*start], [*start, "--ignore", wide]]
        times = [[seconds(command) for command in commands] for _ in range(asked.runs)]
        found = subprocess.run(commands[0], capture_output=True, text=True, check=False).stdout
    every, narrow = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"krlint {version('krlint')}, Python {sys.version.split()[0]}, ", end="")
    print(f"{asked.documents} documents of ten key results, medians of {asked.runs} runs in turn\n")
    print("| all rules | without those about objectives, documents and runs | ratio |")
    print("| --- | --- | --- |")
    print(f"| {every:.1f} s | {narrow:.1f} s | {every / narrow:.2f} |\n\n{found}")


if __name__ == "__main__":
    main()
