"""Targets whose value is still to be written, or stands somewhere else."""

from collections.abc import Iterator

from krlint.analysis.patterns import compiled
from krlint.analysis.senses import sense
from krlint.analysis.signals.answers import Answer, answer, mains, spot
from krlint.analysis.signals.nearby import MOST, before, places
from krlint.analysis.signals.yardsticks import measured_by
from krlint.model import Analysis, Evidence, Quantity, Span

_TO_COME = (
    r"(?i)(?:(?:tb[dca]|xxx?|未定|未設定|検討中|調整中|後日設定|要設定|\?{1,5}|？{1,5}|n/?d"
    r"|to\sbe\s(?:decided|determined|defined|set|confirmed|agreed))[.。]?"
    r"|[xXyYzZnN○◯〇●＿_]{1,3}\s?(?:[%％]|\w{1,12})?)"
)
_OF_A_TARGET = (
    r"(?i)(?:目標値?|指標|数値|基準値?|率|数|額|件数|target|targets|goal|kpi|criteria|metric"
    r"|value|number|threshold|to|by|at|than|least)\s?(?:は|を|が|:|：|is|of)?\s?$"
)
_NO_UNIT = ("tbd", "tbc", "tba", "未定")


def open_target(analysis: Analysis) -> Answer:
    """The value is a placeholder (「XX件」, “N deals”) or in another place (「計画どおり」)."""
    later = places(analysis, "placeholder") if analysis.language == "ja" else ()
    holes = (*_placeholders(analysis), *later, *_in_field(analysis))
    return answer([*holes, *_references(analysis)])


def _placeholders(analysis: Analysis) -> Iterator[Evidence]:
    for quantity in analysis.quantities[:MOST]:
        if quantity.kind == "placeholder" and _is_amount(analysis, quantity):
            yield spot(quantity)


def _is_amount(analysis: Analysis, quantity: Quantity) -> bool:
    """“TBD” alone may stand for a person or a date: only as a value is it a target."""
    text = analysis.key_result.text[quantity.span.start : quantity.span.end].lower()
    if text not in _NO_UNIT:
        return not _is_name(analysis, quantity)
    metric, start = analysis.metric, quantity.span.start
    if metric is not None and 0 <= start - metric.span.end <= len("は "):
        return True
    return compiled(_OF_A_TARGET).search(before(analysis, start, most=3)) is not None


def _is_name(analysis: Analysis, quantity: Quantity) -> bool:
    """“Model X”, “type N”; 「A社からN社まで」 counts through the alphabet."""
    text = analysis.key_result.text[:2_000]
    if analysis.language == "en":
        if compiled(r"\d[./-]$").search(text[: quantity.span.start][-2:]):
            return True
        led = before(analysis, quantity.span.start, most=1)
        return led in {analysis.text_of(e).lower() for e in places(analysis, "lettered")}
    letter, counter = text[quantity.span.start], text[quantity.span.start + 1 : quantity.span.end]
    listed = compiled(r"(?<![A-Za-z])[A-Z](?![A-Za-z])").finditer(text)
    others = (m for m in listed if m.group() != letter and text.startswith(counter, m.end()))
    if counter not in tuple("社店校案国県市") or not letter.isascii():
        return False
    return any(others) or _has_the_place_of_a_name(text, quantity)


def _has_the_place_of_a_name(text: str, quantity: Quantity) -> bool:
    """「競合X社が」「X社の」: a company whose name is left out."""
    start, end = quantity.span
    return text[start - 1 : start].strip() not in ("", "を", "に", "で") or text[
        end : end + 1
    ] in tuple("がのはへよ")


def _in_field(analysis: Analysis) -> Iterator[Evidence]:
    given = analysis.key_result.fields.get("target", "")
    if given and compiled(_TO_COME).fullmatch(given[:60].strip()):
        yield Evidence(Span(0, len(given)), "target")


def _references(analysis: Analysis) -> Iterator[Evidence]:
    """A yardstick, unless an event of a known day is meant (「計画どおり9月30日に移転」)."""
    events = any(sense(p) == "event" for p in mains(analysis))
    if not (events and analysis.dates):
        yield from measured_by(analysis)
