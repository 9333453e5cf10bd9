"""The figures of `krlint evaluate`, for people and for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from krlint.evaluate import CORE, Difference, Evaluation, Macro, differences, macro, scores
from krlint.model import Language, Rule, Span, Wording
from krlint.reports.cells import pad, paint, visible, width, wrap
from krlint.reports.json import dumped, score_as_json, unread_as_json
from krlint.reports.reasons import judgement_as_json, judgement_lines
from krlint.reports.text import where
from krlint.reports.view import LANGUAGE, View, choose, percent
from krlint.score import Score

_HEAD = Wording("{}（ラベル付きのKR {}件）", "{} ({} labelled key results)")
_COLUMNS = (
    Wording("適合率", "precision"),
    Wording("再現率", "recall"),
    Wording("F1", "F1"),
    Wording("=", "="),
    Wording("+", "+"),
    Wording("-", "-"),
)
_WIDTHS = (14, 14, 4, 3, 3, 3)
_MACRO = Wording("平均 {}", "mean {}")
_LEGEND = Wording(
    "= 合っていた指摘、+ 余計な指摘、- 見逃し。かっこの中は95%信頼区間（ウィルソン）です。"
    "+ と - の文と理由を見るには: krlint evaluate --errors KR201 …",
    "= right findings, + false alarms, - misses; in brackets 95% intervals (Wilson). "
    "For the texts behind + and -, with the reasons: krlint evaluate --errors KR201 …",
)
_PARSED = Wording(
    "係り受け解析が要ったKR: {0}件中{1}件",
    "Key results that needed the parse: {1} of {0}",
)
_NOTHING = Wording(
    "ラベルと比べられるルールがありません。--select や --ignore を見直してください。",
    "No rule that is on has a label: look at --select and --ignore.",
)
_DIFFERENCES = Wording(
    "余計な指摘（+）{}件、見逃し（-）{}件", "false alarms (+): {}, misses (-): {}"
)


# --- For people ------------------------------------------------------------------------------


def as_text(evaluation: Evaluation, errors: Sequence[Rule], language: Language, view: View) -> str:
    """A table for each language, then the differences of the rules in `errors`."""
    blocks = [
        "\n".join(_table(*each, evaluation, language, view)) for each in _by_language(evaluation)
    ]
    if blocks:
        blocks.append("\n".join(wrap(choose(_LEGEND, language), view.width)))
        blocks.append(choose(_PARSED, language).format(*_parsed(evaluation)))
    elif evaluation.cases:
        blocks.append("\n".join(wrap(choose(_NOTHING, language), view.width)))
    for rule in errors if evaluation.cases else ():
        blocks += ["\n".join(block) for block in _differences(evaluation, rule, language, view)]
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def _by_language(evaluation: Evaluation) -> list[tuple[Language, dict[str, Score]]]:
    return list(scores(evaluation).items())


def _table(
    of: Language, found: dict[str, Score], evaluation: Evaluation, language: Language, view: View
) -> Iterator[str]:
    results = sum(case.explanation.analysis.language == of for case in evaluation.cases)
    title = choose(_HEAD, language).format(choose(LANGUAGE[of], language), results)
    yield paint(title, "bold", on=view.colour)
    names = {rule.code: f"{rule.code} {rule.name}" for rule in evaluation.rules}
    mean = choose(_MACRO, language).format(" ".join(CORE))
    left = max((width(names[code]) for code in found), default=0)
    heads = [choose(column, language) for column in _COLUMNS]
    yield paint(_line("", heads, left), "dim", on=view.colour)
    for code, score in found.items():
        yield _line(names[code], _cells(score), left)
    means = macro(found)
    if means is not None:
        yield _line(mean, [f"{value:.0%}" for value in means[:2]] + [f"{means.f1:.2f}"], left)


def _line(name: str, cells: Sequence[str], left: int) -> str:
    aligned = "".join(
        f" {' ' * (size - width(cell))}{cell}" for cell, size in zip(cells, _WIDTHS, strict=False)
    )
    return f"  {pad(name, left)}{aligned}"


def _cells(score: Score) -> list[str]:
    f1 = "–" if score.f1 is None else f"{score.f1:.2f}"
    counts = [str(count) for count in score[:3]]
    return [percent(score.precision), percent(score.recall), f1, *counts]


def _parsed(evaluation: Evaluation) -> tuple[int, int]:
    needed = sum(
        any(judgement.left_open for judgement in case.explanation.judgements)
        for case in evaluation.cases
    )
    return len(evaluation.cases), needed


def _differences(
    evaluation: Evaluation, rule: Rule, language: Language, view: View
) -> Iterator[Iterator[str]]:
    found = list(differences(evaluation, rule.code))
    alarms = sum(one.kind == "false alarm" for one in found)
    counted = choose(_DIFFERENCES, language).format(alarms, len(found) - alarms)
    yield iter([paint(f"{rule.code} {rule.name}: {counted}", "bold", on=view.colour)])
    for one in sorted(found, key=lambda one: one.kind == "miss"):
        yield _difference(one, language, view)


def _difference(one: Difference, language: Language, view: View) -> Iterator[str]:
    sign, style = ("-", "yellow") if one.kind == "miss" else ("+", "red")
    result = one.analysis.key_result
    yield f"{paint(sign, style, on=view.colour)} {visible(where(result, Span(0, 0)))}"
    yield from (f"  {line}" for line in wrap(visible(result.text), view.width - 2))
    yield from judgement_lines(one.judgement, one.analysis, language, view)


# --- For programs ----------------------------------------------------------------------------


def as_json(evaluation: Evaluation, errors: Sequence[Rule], view: View) -> str:
    """The same as one JSON object; what has no figure is null."""
    names = {rule.code: rule.name for rule in evaluation.rules}
    found = _by_language(evaluation)
    return dumped(
        {
            "version": 1,
            "key_results": len(evaluation.cases),
            "needed_parse": _parsed(evaluation)[1],
            "rules": [
                {"code": code, "name": names[code], "language": language} | score_as_json(score)
                for language, by_code in found
                for code, score in by_code.items()
            ],
            "macro": [
                _macro(language, means) for language, by_code in found if (means := macro(by_code))
            ],
            "errors": [
                _difference_as_json(one)
                for rule in errors
                for one in differences(evaluation, rule.code)
            ],
            "unread": [unread_as_json(each, view.locale) for each in evaluation.unread],
        }
    )


def _macro(language: Language, means: Macro) -> dict[str, Any]:
    return {"language": language, "rules": list(CORE), **means._asdict()}


def _difference_as_json(one: Difference) -> dict[str, Any]:
    result = one.analysis.key_result
    return {
        "kind": one.kind.replace(" ", "_"),
        "path": result.path,
        "line": result.place(Span(0, 0)).line,
        "text": result.text,
        "language": one.analysis.language,
        **judgement_as_json(one.judgement, one.analysis),
    }
