"""What a whole process costs, and what several cost when they are run in turn."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Command(NamedTuple):
    """What is run, and in which folder."""

    words: tuple[str, ...]
    folder: Path


class Cost(NamedTuple):
    """
    Seconds on the clock, seconds of the processor, the most memory held at once in MiB.

    The memory is that of the process itself, or of the largest that it started and waited for.
    """

    wall: float
    processor: float
    peak: float


def cost(command: Command) -> Cost:
    """
    What one run costs; findings (exit 1) are no failure.

    A process begins with the memory of the one that starts it, so whoever measures must be small.
    """
    begin = time.perf_counter()
    with subprocess.Popen(
        command.words,
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        spent = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"exit {process.returncode}: {' '.join(command.words)}")
    return Cost(spent, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turn(commands: Mapping[str, Command], runs: int) -> dict[str, Cost]:
    """
    The medians of times and the maximum of memory of each, run in turn: A B A B.

    A busy machine then slows all of them. Where there is more than one run, one before is not
    counted.
    """
    if runs > 1:
        for command in commands.values():
            cost(command)
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(cost(command))
    return {name: _middle(each) for name, each in costs.items()}


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(each.wall for each in costs),
        statistics.median(each.processor for each in costs),
        max(each.peak for each in costs),
    )
