"""The costs as drawings: how they grow, and what each program takes for one document."""

from pathlib import Path

from benchmarks.bars import Costs
from benchmarks.page import ORDER, TONGUES

SIZE = (7, 3.6)
STYLE = {"svg.fonttype": "none", "svg.hashsalt": "krlint", "font.family": "sans-serif"}
"""Text stays text, and the same costs give the same file."""


def draw(costs: Costs, folder: Path) -> None:
    """Writes benchmarks-growth.svg and benchmarks-document.svg into `folder`."""
    import matplotlib as mpl

    mpl.use("svg")
    with mpl.rc_context(STYLE):
        _growth(costs, folder / "benchmarks-growth.svg")
        _document(costs, folder / "benchmarks-document.svg")


def _growth(costs: Costs, target: Path) -> None:
    """Seconds of the processor against the number of key results, both in powers of ten."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, 2, figsize=SIZE, sharey=True, layout="constrained")
    for place, tongue in zip(axes, ("ja", "en"), strict=True):
        for program in ORDER:
            points = _points(costs, tongue, program)
            if len(points) > 1:
                place.loglog(*zip(*points, strict=True), marker="o", markersize=3, label=program)
        place.set(title=TONGUES[tongue], xlabel="key results, 20 a file")
        place.grid(alpha=0.3)
    axes[0].set_ylabel("seconds of the processor")
    axes[0].legend(frameon=False, fontsize="small")
    figure.savefig(target, metadata={"Date": None})
    pyplot.close(figure)


def _points(costs: Costs, tongue: str, program: str) -> list[tuple[int, float]]:
    found = []
    for number in (10, 100, 1_000, 10_000, 100_000):
        files = "one" if number == 10 else "many"
        cost = costs.get(f"{number} {tongue} md {files}", {}).get(program)
        if cost is not None:
            found.append((number, cost["processor"]))
    return found


def _document(costs: Costs, target: Path) -> None:
    """Seconds of the processor for one document of ten key results, a bar a program."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=SIZE, layout="constrained")
    for shift, tongue in enumerate(("ja", "en")):
        found = costs.get(f"10 {tongue} md one", {})
        shown = [name for name in ORDER if name in found]
        places = [ORDER.index(name) + 0.4 * shift for name in shown]
        seconds = [found[name]["processor"] for name in shown]
        drawn = axes.barh(places, seconds, height=0.38, label=TONGUES[tongue])
        axes.bar_label(drawn, fmt="%.2f", padding=3, fontsize="small")
    names = [name for name in ORDER if name in costs.get("10 ja md one", {})]
    axes.set_yticks([ORDER.index(name) + 0.2 for name in names], names)
    axes.invert_yaxis()
    axes.set(xlabel="seconds of the processor, one document of ten key results")
    axes.legend(frameon=False)
    figure.savefig(target, metadata={"Date": None})
    pyplot.close(figure)
