"""What krlint understood of key results, for `krlint parse`."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from krlint.model import (
    Analysis,
    Document,
    Explanation,
    Language,
    PartyRole,
    Span,
    State,
    Unread,
    Wording,
)
from krlint.reports.cells import pad, paint, visible, width, wrap
from krlint.reports.json import dumped, unread_as_json
from krlint.reports.reasons import KIND, KIND_NAME, reasons, reasons_as_json
from krlint.reports.view import TEAM, View, choose, field_name

_ROLE: dict[PartyRole, Wording] = {
    "own": Wording("自チーム", "own team"),
    "beneficiary": Wording("受け手", "beneficiary"),
    "measured": Wording("測る対象", "what is measured"),
    "needed": Wording("協力が必要", "needed"),
    "other": Wording("その他", "other"),
}
_STATE: dict[State, Wording] = {
    "set": Wording("", ""),
    "parked": Wording("保留", "parked"),
    "dropped": Wording("取り消し", "dropped"),
}
_STATE_NAME = Wording("状態", "State")
_OBJECTIVE = Wording("目的（O）", "Objective")
_PARTY = Wording("関係者", "Party")
_DIRECTION = {
    "up": Wording("増やす", "up"),
    "down": Wording("減らす", "down"),
    "keep": Wording("保つ", "keep"),
}


class Understood(NamedTuple):
    """A document with what was understood of its key results; a bare text has the path ""."""

    document: Document
    explanations: Sequence[Explanation]


# --- For programs ----------------------------------------------------------------------------


def as_json(understood: Sequence[Understood], unread: Sequence[Unread], view: View) -> str:
    """What `krlint parse --format json` prints."""
    documents = [
        {
            "path": each.document.path or None,
            "key_results": [_key_result(one) for one in each.explanations],
        }
        for each in understood
    ]
    missed = [unread_as_json(each, view.locale) for each in unread]
    return dumped({"version": 1, "documents": documents, "unread": missed})


def _key_result(explanation: Explanation) -> dict[str, Any]:
    analysis = explanation.analysis
    result = analysis.key_result
    place = result.place(Span(0, len(result.text)))
    return {
        "text": result.text,
        "state": result.state,
        "line": place.line,
        "column": place.column,
        "cell": result.cell,
        "objective": result.objective,
        "team": result.team,
        "period": result.period,
        "fields": dict(result.fields),
        "language": analysis.language,
        "kind": analysis.kind,
        "metric": analysis.text_of(analysis.metric) if analysis.metric else None,
        **analysis.slots(),
        "parties": [{"text": party.text, "role": party.role} for party in analysis.parties],
        **({"reasons": reasons_as_json(explanation)} if explanation.judgements else {}),
    }


# --- For people ------------------------------------------------------------------------------


def as_table(understood: Sequence[Understood], view: View) -> str:
    """What `krlint parse` prints: a small table of two columns for each key result."""
    blocks = ["\n".join(_table(one, view)) for each in understood for one in each.explanations]
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def _table(explanation: Explanation, view: View) -> Iterator[str]:
    analysis = explanation.analysis
    language = analysis.language if view.locale == "auto" else view.locale
    result = analysis.key_result
    if result.path:
        place = result.place(Span(0, 0))
        where = place.cell or f"{place.line}:{place.column}"
        yield paint(visible(f"{result.path}:{where}"), "bold", on=view.colour)
    yield from wrap(visible(result.text), view.width)
    rows = list(_rows(analysis, language))
    left = max(width(name) for name, _ in rows)
    for name, value in rows:
        first, *others = wrap(visible(value), max(view.width - left - 4, 10))
        yield f"  {paint(pad(name, left), 'dim', on=view.colour)}  {first}"
        yield from (f"  {'':{left}}  {line}" for line in others)
    if explanation.judgements:
        yield from reasons(explanation, language, view)


def _rows(analysis: Analysis, language: Language) -> Iterator[tuple[str, str]]:
    result = analysis.key_result
    if result.state != "set":
        yield choose(_STATE_NAME, language), choose(_STATE[result.state], language)
    if result.objective:
        yield choose(_OBJECTIVE, language), result.objective
    if result.team:
        yield choose(TEAM, language), result.team
    yield choose(KIND_NAME, language), choose(KIND[analysis.kind], language)
    if analysis.metric:
        yield field_name("metric", language), analysis.text_of(analysis.metric)
    for slot, value in analysis.slots().items():
        if value is not None:
            shown = choose(_DIRECTION[value], language) if slot == "direction" else value
            yield field_name(slot, language), shown
    for party in analysis.parties:
        role = f" ({choose(_ROLE[party.role], language)})" if party.role else ""
        yield choose(_PARTY, language), party.text + role
    for name, value in result.fields.items():
        if name not in analysis.slots():
            yield visible(field_name(name, language)), value
