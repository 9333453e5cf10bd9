"""Why the rules say what they say of a key result, for people and for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from krlint.analysis.glosses import GLOSSES
from krlint.model import Analysis, Asked, Explanation, Judgement, Kind, Language, Wording
from krlint.reports.cells import paint, visible, wrap
from krlint.reports.view import STYLE, View, choose, field_name

KIND: dict[Kind, Wording] = {
    "metric": Wording("指標（数値で測る）", "metric (measured)"),
    "milestone": Wording("マイルストーン（できたかどうか）", "milestone (done or not)"),
    "baseline": Wording("ベースライン（初めて測る）", "baseline (measured for the first time)"),
    "activity": Wording("活動（終わりが書かれていない）", "activity (no end given)"),
}
KIND_NAME = Wording("種類", "Kind")
_PARSE_NAME = Wording("係り受け", "Parse")
_NO_PARSE = Wording("言葉だけで判断できた", "not needed: the words settled it")
_PARSED = Wording("解析して判断した", "asked: words alone left it open")
_OPEN = Wording("解析が要るが、使えなかった", "needed, but not at hand")
_FLAGGED = {
    True: Wording("指摘する", "flagged"),
    False: Wording("指摘しない", "not flagged"),
    None: Wording("決められない（指摘しない）", "cannot tell (not flagged)"),
}
_TRUTH = {
    True: Wording("ある", "yes"),
    False: Wording("ない", "no"),
    None: Wording("言葉だけでは不明", "unknown from words alone"),
}
_EXCUSED = Wording("これがあるので指摘しない", "and that excuses it")
_QUOTE = Wording("「{}」", "“{}”")
_IN_FIELD = Wording("{}「{}」", "{} “{}”")
_MOST = 4
"""Pieces of evidence that one line shows; more say nothing new."""


# --- For people ------------------------------------------------------------------------------
_CHECK = Wording("ルールに固有の判定", "the rule's own check")


def reasons(explanation: Explanation, language: Language, view: View) -> Iterator[str]:
    """Each rule's judgement with the signals it asked, and whether the parse was needed."""
    for judgement in explanation.judgements:
        yield from judgement_lines(judgement, explanation.analysis, language, view)
    told = choose(_parse(explanation), language)
    yield f"  {paint(choose(_PARSE_NAME, language), 'dim', on=view.colour)}  {told}"


def kind_line(analysis: Analysis, language: Language, view: View) -> str:
    """The kind of key result."""
    name = paint(choose(KIND_NAME, language), "dim", on=view.colour)
    return f"  {name}  {choose(KIND[analysis.kind], language)}"


def judgement_lines(
    judgement: Judgement, analysis: Analysis, language: Language, view: View
) -> Iterator[str]:
    """One rule's judgement; each signal that decided, in plain words, with what it rests on."""
    rule = judgement.rule
    verdict = choose(_FLAGGED[judgement.flagged], language)
    style = STYLE[rule.severity] if judgement.flagged else "dim"
    yield f"  {rule.code} {rule.name}  {paint(verdict, style, on=view.colour)}"
    for asked in _deciding(judgement):
        lines = wrap(visible(_signal(asked, analysis, language)), view.width - 6)
        yield f"    - {lines[0]}"
        yield from (f"      {line}" for line in lines[1:])


def _deciding(judgement: Judgement) -> Sequence[Asked]:
    """Where what a rule looks for is not there, nothing else matters: no excuse was needed."""
    absent = [one for one in judgement.asked if not one.excuses and one.truth is False]
    return absent or judgement.asked


def _signal(asked: Asked, analysis: Analysis, language: Language) -> str:
    gloss = choose(GLOSSES.get(asked.signal, _CHECK), language)
    told = choose(_TRUTH[asked.truth], language)
    if asked.truth and asked.evidence:
        told += (" " if language == "ja" else ", ") + _evidence(asked, analysis, language)
    if asked.truth and asked.excuses:
        told += ("、" if language == "ja" else ", ") + choose(_EXCUSED, language)
    parted = "（{}）: " if language == "ja" else " ({}): "
    return gloss + parted.format(asked.signal) + told


def _evidence(asked: Asked, analysis: Analysis, language: Language) -> str:
    quoted = []
    for evidence in asked.evidence:
        text = " ".join(analysis.text_of(evidence).split())
        if evidence.field is None:
            quoted.append(choose(_QUOTE, language).format(text))
        else:
            name = field_name(evidence.field, language)
            quoted.append(choose(_IN_FIELD, language).format(name, text))
    shown = list(dict.fromkeys(quoted))
    more = ["…"] if len(shown) > _MOST else []
    return ("" if language == "ja" else ", ").join([*shown[:_MOST], *more])


def _parse(explanation: Explanation) -> Wording:
    left_open = any(judgement.left_open for judgement in explanation.judgements)
    if not left_open:
        return _NO_PARSE
    return _OPEN if explanation.analysis.arcs is None else _PARSED


# --- For programs ----------------------------------------------------------------------------


def reasons_as_json(explanation: Explanation) -> dict[str, Any]:
    """Each rule's judgement with the signals it asked."""
    return {
        "parsed": explanation.analysis.arcs is not None,
        "rules": [
            judgement_as_json(judgement, explanation.analysis)
            for judgement in explanation.judgements
        ],
    }


def judgement_as_json(judgement: Judgement, analysis: Analysis) -> dict[str, Any]:
    """One rule's judgement; what is unknown is null."""
    return {
        "code": judgement.rule.code,
        "name": judgement.rule.name,
        "flagged": judgement.flagged,
        "needed_parse": judgement.left_open,
        "excused_by": next(
            (one.signal for one in judgement.asked if one.excuses and one.truth), None
        ),
        "signals": [
            {
                "name": asked.signal,
                "excuses": asked.excuses,
                "holds": asked.truth,
                "evidence": [
                    {
                        "text": analysis.text_of(evidence),
                        "span": None if evidence.field else list(evidence.span),
                        "field": evidence.field,
                    }
                    for evidence in asked.evidence
                ],
            }
            for asked in judgement.asked
        ],
    }
