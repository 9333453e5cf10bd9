"""
The results that a Japanese key result asks for, each with its own measure.

「NPSを30にし、解約率を2%に下げる」 asks for two; 「勉強会を開き、商談化率を18%に」 for
one and the way to it; 「品質を落とさずに」 guards a result and is none.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from krlint.analysis import units
from krlint.analysis.ja.measures import is_measure
from krlint.analysis.ja.words import depths, is_noun, is_particle
from krlint.analysis.patterns import compiled
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Predicate, Quantity, Result, Span, Token

_JOINTS = ("、", ",", ";", "。", "かつ", "および", "及び", "ならびに", "並びに")
_JOINTS_BEHIND_FIGURES = ("と", "・", "/", "&", "+")
_ASIDE = (
    "対象",
    "例外",
    "うち",
    "内",
    "その",
    "ただし",
    "但し",
    "なお",
    "特に",
    "例えば",
    "たとえば",
)
_BEHIND_SUBJECT = ("を", "が", "は", "も")
_BEHIND_TARGET = ("に", "へ", "まで", "を", "と", "が", "は", "とも", "までに", "にまで")
_BRACKET = r"\([^()]{0,60}\)"
_GOES_ON = ("とともに", "と共に", "と同時に", "ほか", "ほかに", "他", "こと", "だけでなく")
_NOUN_TAIL = "接尾辞-名詞的"
_NOT = ("ず", "ぬ", "ない", "無い")


_MOST = 40
"""Figures and predicates; where there are more, it is a page and no key result."""

ResultKind = Literal["level", "count", "event"]


class _Part(NamedTuple):
    """The words `first` to `last`, not included, between two joints of the sentence."""

    first: int
    last: int


class _Asked(NamedTuple):
    """
    A part that asks for a result: what is measured or made, with its last word, and its unit.

    `own` where the part has a predicate of its own, or names a measure.
    """

    result: Result
    subject: str
    head: str
    unit: str | None
    own: bool


def results(reading: Reading) -> tuple[Result, ...]:
    """What is to be reached where that is more than one thing, in the order of the text."""
    if not 2 <= len(reading.quantities) + len(reading.predicates) <= _MOST:
        return ()
    found: list[_Asked] = []
    for part in _parts(reading):
        asked = _asked(reading, part)
        if asked is not None and all(_differ(asked, other) for other in found):
            found.append(asked)
    kinds = [asked.result.kind for asked in found]
    if "level" in kinds:
        found = found[kinds.index("level") :]  # what stands before the first level leads to it
    else:
        found = [asked for asked in found if asked.result.kind == "count"]
    return tuple(asked.result for asked in found) if len(found) > 1 else ()


def _parts(reading: Reading) -> Iterator[_Part]:
    words = reading.words
    joints = (index for index in range(len(words)) if _is_joint(reading, index))
    depth = depths(words)
    outer = [index for index in joints if not depth[index]]
    for before, after in pairwise((-1, *outer, len(words))):
        if after - before > 2:
            yield _Part(before + 1, after)


def _is_joint(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    if any(q.span.start < word.span.start < q.span.end for q in reading.quantities):
        return False
    if word.text in _JOINTS:
        return True
    before = reading.words[index - 1].span.end
    behind = any(q.span.end == before for q in reading.quantities)
    return behind and word.text in _JOINTS_BEHIND_FIGURES


def _asked(reading: Reading, part: _Part) -> _Asked | None:
    """What the part asks for, None where it asks for nothing of its own."""
    words = reading.words
    doing = _predicate(reading, part)
    if words[part.first].text in _ASIDE or (doing is not None and _is_guard(words, doing)):
        return None
    figure = _closing_figure(reading, part, doing)
    index = _subject(reading, part, figure, doing)
    kind = _kind(figure, doing)
    if index is None or kind is None:
        return None
    first = index
    while first > part.first and is_noun(words[first - 1]):
        first -= 1
    named = words[index].tag.startswith("名詞-固有名詞")
    return _Asked(
        Result(_span(reading, part), kind),
        reading.text[words[first].span.start : words[index].span.end],
        words[index].text,
        figure.unit if figure else None,
        own=is_measure(reading, index) or (doing is not None and not named),
    )


def _predicate(reading: Reading, part: _Part) -> Predicate | None:
    """The predicate on which the part ends, 「とともに」 and 「ほか」 left aside."""
    start, end = _span(reading, part)
    within = [p for p in reading.predicates if start <= p.span.start < end]
    outer = [p for p in within if p.clause != "bracket"]
    if not outer:
        return None
    last = outer[-1]
    tail = compiled(_BRACKET).sub("", reading.text[last.span.end : end]).strip()
    return last if tail in _GOES_ON or (not tail and last.clause == "main") else None


def _span(reading: Reading, part: _Part) -> Span:
    words = reading.words
    return Span(words[part.first].span.start, words[part.last - 1].span.end)


def _is_guard(words: Sequence[Token], doing: Predicate) -> bool:
    """「維持し」「落とさず」: the result must not cost that."""
    within = (w for w in words if doing.span.start < w.span.start < doing.span.end)
    return "direction_keep" in doing.groups or any(word.lemma in _NOT for word in within)


def _kind(figure: Quantity | None, doing: Predicate | None) -> ResultKind | None:
    what = sense(doing) if doing is not None else None
    if figure is None:
        return "event" if what == "event" else None
    done = doing is not None and what == "event" and "wins" not in doing.groups
    if done and figure.kind == "rank":
        return None  # 「上位3つを特定し」
    return "count" if done else "level"


def _closing_figure(reading: Reading, part: _Part, doing: Predicate | None) -> Quantity | None:
    """The figure that the part comes to: 「2%に下げ」「90%以上」「5名行う」."""
    start, end = _span(reading, part)
    within = [q for q in reading.figures if _is_amount(q) and start <= q.span.start < end]
    outer = [q for q in within if not _is_bracketed(reading.text, start, q.span.start)]
    if not outer:
        return None
    figure = outer[-1]
    stop = doing.span.start if doing is not None else end
    rest = compiled(_BRACKET).sub("", reading.text[figure.span.end : stop]).strip()
    return figure if rest == "" or rest in _BEHIND_TARGET else None


def _is_amount(quantity: Quantity) -> bool:
    return quantity.field is None and quantity.kind != "all" and quantity.high is not None


def _is_bracketed(text: str, start: int, position: int) -> bool:
    return text.count("(", start, position) > text.count(")", start, position)


def _subject(
    reading: Reading, part: _Part, figure: Quantity | None, doing: Predicate | None
) -> int | None:
    """The noun that is measured or made: the last with a case before the figure or predicate."""
    words = reading.words
    start = words[part.first].span.start
    stop = doing.span.start if doing is not None else start
    if figure is not None:
        within = (q.span.start for q in reading.quantities if q.span.start >= start)
        stop = min((*within, figure.span.start))
    before = [i for i in range(part.first, part.last) if words[i].span.end <= stop]
    cased = (i for i in reversed(before) if is_particle(words, i, *_BEHIND_SUBJECT))
    index = next(cased, before[-1] + 1 if before else 0) - 1
    if index < part.first or not (is_noun(words[index]) or words[index].tag.startswith(_NOUN_TAIL)):
        return None
    dated = any(day.span.end == words[index].span.end for day in reading.dates)
    return None if dated else index


def _differ(one: _Asked, other: _Asked) -> bool:
    """They measure or make different things; 「SDRを1名、AEを3名採用」 is one family."""
    if one.subject == other.subject or (len(one.head) > 1 and one.head == other.head):
        return False
    if "event" in (one.result.kind, other.result.kind) or not units.alike(one.unit, other.unit):
        return True
    return one.own and other.own
