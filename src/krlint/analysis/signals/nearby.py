"""The words around a place, as signals look at them."""

from bisect import bisect_left, bisect_right

from krlint.analysis.patterns import compiled
from krlint.model import Analysis, Evidence, Quantity, Span

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
    found = {place for group in groups for place in analysis.phrases.get(group, ())}
    return tuple(sorted(found))


def own_figures(analysis: Analysis) -> tuple[Quantity, ...]:
    """The quantities of the text that give a value: no placeholders, no quantifiers."""
    return tuple(q for q in analysis.quantities if q.kind not in ("placeholder", "all"))


def in_brackets(analysis: Analysis, position: int) -> bool:
    """Whether a bracket that opened before `position` is still open there."""
    text = analysis.key_result.text[:position]
    return max(map(text.rfind, "(（[")) > max(map(text.rfind, ")）]"))


def noun_start(analysis: Analysis, start: int) -> int:
    """Where the compound begins whose last noun starts at `start`: 保守費用 of 費用."""
    for token in reversed(analysis.tokens):
        if token.span.end == start and token.tag.startswith(("名詞-普通名詞", "接頭辞")):
            start = token.span.start
    return start


def noted(analysis: Analysis, pattern: str) -> tuple[Evidence, ...]:
    """The fields beside the text that hold a figure and words of `pattern`."""
    fields = analysis.key_result.fields
    given = {name: fields[name][:2_000] for name in _NOTES if name in fields}
    return tuple(
        Evidence(Span(0, len(fields[name])), name)
        for name, value in given.items()
        if compiled(pattern).search(value) and any(sign.isdigit() for sign in value)
    )
