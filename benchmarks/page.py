"""The costs that were measured as tables of Markdown."""

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.bars import BARS, Bar, Costs

ORDER = ("krlint", "proselint", "textlint", "yamllint", "SudachiPy", "GiNZA")
TONGUES = {"ja": "Japanese", "en": "English", "mixed": "both"}
FORMS = {"md": "Markdown", "yaml": "YAML", "csv": "CSV", "xlsx": "XLSX"}


def page(measured: Mapping[str, Any]) -> str:
    """Machine, bars and costs."""
    return "\n".join(
        ("", *_head(measured), "", *bars(measured["costs"]), "", *_costs(measured["costs"]), "")
    )


def _head(measured: Mapping[str, Any]) -> Iterator[str]:
    versions = ", ".join(f"{name} {number}" for name, number in measured["versions"].items())
    yield f"{measured['day']}; {measured['machine']}; {versions}."
    yield f"Load of the machine when it began: {measured['load']}."


def bars(costs: Costs) -> Iterator[str]:
    """Each bar that was measured with its figure, met or missed by time of the processor."""
    yield "| work | what | bar | processor | clock | |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for bar in BARS:
        figures = [value(bar, costs, kind) for kind in bar.kinds]
        if None not in figures:
            yield _bar(bar, [figure for figure in figures if figure is not None])


def value(bar: Bar, costs: Costs, kind: str) -> float | None:
    """The bar's figure, None where it was not measured."""
    try:
        return bar.figure(costs, kind)
    except KeyError:
        return None


def _bar(bar: Bar, figures: list[float]) -> str:
    says = [
        f"{figure:.0f} {bar.unit}" if bar.unit == "MiB" else _short(figure, bar.unit)
        for figure in figures
    ]
    if len(says) == 1:
        says.append("")
    met = "met" if figures[0] <= bar.limit else "**missed**"
    return f"| {bar.work} | {bar.says} | ≤ {bar.limit} {bar.unit} | {says[0]} | {says[1]} | {met} |"


def _short(figure: float, unit: str) -> str:
    return f"{figure:.2f} {unit}"


def _costs(costs: Costs) -> Iterator[str]:
    yield "| key results | language | form | files | program | processor | clock | memory |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for work, programs in costs.items():
        number, *rest = work.split()
        if not number.isdecimal():
            continue
        tongue, form, files = rest
        what = f"{int(number):,} | {TONGUES[tongue]} | {FORMS[form]} | {files}"
        for name in sorted(programs, key=ORDER.index):
            each = programs[name]
            seconds = f"{each['processor']:.2f} s | {each['wall']:.2f} s"
            yield f"| {what} | {name} | {seconds} | {each['peak']:.0f} MiB |"
