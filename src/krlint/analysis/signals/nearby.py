"""The words around a place, as signals look at them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from krlint.analysis.patterns import compiled
from krlint.model import Analysis, Evidence, Predicate, Quantity, Span, Token

MOST = 40
"""Words of a group, and figures, that are looked at: more are in no key result, only in attacks."""
_NEAR = 200
"""Characters before a place in which a bracket may have opened."""
_NOTES = ("note", "measure", "metric", "source")


def before(analysis: Analysis, position: int, *, most: int = 6) -> str:
    """At most `most` words that end at `position` or before, lower case, one space apart."""
    last = bisect_right(analysis.tokens, position, key=lambda token: token.span.end)
    return _joined(analysis, max(0, last - most), last)


def behind(analysis: Analysis, position: int, *, most: int = 6) -> str:
    """At most `most` words that start at `position` or behind, lower case, one space apart."""
    first = bisect_left(analysis.tokens, position, key=lambda token: token.span.start)
    return _joined(analysis, first, first + most)


def _joined(analysis: Analysis, first: int, last: int) -> str:
    glue = "" if analysis.language == "ja" else " "
    return glue.join(token.text for token in analysis.tokens[first:last]).lower()


def places(analysis: Analysis, *groups: str) -> tuple[Evidence, ...]:
    """Where words of the lexicon's groups stand, in the order of the text."""
    known = analysis.phrases
    found = {place for group in groups for place in known.get(group, ())[:MOST]}
    return tuple(sorted(found))


def own_figures(analysis: Analysis) -> tuple[Quantity, ...]:
    """The quantities of the text that give a value: no placeholders, no quantifiers."""
    figures = analysis.quantities[:MOST]
    return tuple(q for q in figures if q.kind not in ("placeholder", "all"))


def in_brackets(analysis: Analysis, position: int) -> bool:
    """Whether a bracket that opened before `position` is still open there."""
    text = analysis.key_result.text[max(0, position - _NEAR) : position]
    return max(map(text.rfind, "(（[")) > max(map(text.rfind, ")）]"))


def noun_start(analysis: Analysis, start: int) -> int:
    """Where the compound begins whose last noun starts at `start`: 保守費用 of 費用."""
    for token in reversed(words(analysis, start - _NEAR, start)):
        if token.span.end != start or not token.tag.startswith(("名詞-普通名詞", "接頭辞")):
            break
        start = token.span.start
    return start


def words(analysis: Analysis, start: int, end: int) -> Sequence[Token]:
    """The words that begin from `start` on and before `end`."""
    tokens = analysis.tokens
    first = bisect_left(tokens, start, key=lambda token: token.span.start)
    last = bisect_left(tokens, end, key=lambda token: token.span.start)
    return tokens[first:last]


def predicate_at(analysis: Analysis, start: int) -> Predicate | None:
    """The predicate that begins at `start`."""
    found = analysis.predicates
    index = bisect_left(found, start, key=lambda predicate: predicate.span.start)
    return found[index] if index < len(found) and found[index].span.start == start else None


def around(analysis: Analysis, position: int) -> Predicate | None:
    """The predicate in which the character at `position` stands."""
    found = analysis.predicates
    index = bisect_right(found, position, key=lambda predicate: predicate.span.start) - 1
    return found[index] if index >= 0 and position < found[index].span.end else None


def noted(analysis: Analysis, pattern: str) -> tuple[Evidence, ...]:
    """The fields beside the text that hold a figure and words of `pattern`."""
    fields = analysis.key_result.fields
    given = {name: fields[name][:2_000] for name in _NOTES if name in fields}
    return tuple(
        Evidence(Span(0, len(fields[name])), name)
        for name, value in given.items()
        if compiled(pattern).search(value) and any(sign.isdigit() for sign in value)
    )
