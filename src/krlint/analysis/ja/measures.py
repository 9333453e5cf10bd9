"""What a Japanese key result measures, and which of its figures do."""

from collections.abc import Sequence

from krlint.analysis.ja.words import depths, is_noun, is_particle
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Evidence, Predicate, Quantity, Span, Token

_ACCUMULATES_FROM = 3
"""CATALOGUE, KR201: counts of three or more take the period."""


def head(reading: Reading) -> Predicate | None:
    """The last main predicate: Japanese puts what counts last."""
    main = [p for p in reading.predicates if p.clause == "main"]
    return main[-1] if main else None


def metric(reading: Reading) -> Evidence | None:
    """The noun phrase that ends in a measure (率, 件数, 時間 …), with what it is a measure of."""
    words = reading.words
    for index, word in enumerate(words):
        after = index + 1
        if _measures(reading, word) and not (
            after < len(words) and is_noun(words[after]) and _joined(words, index)
        ):
            first = _phrase_start(words, index)
            return Evidence(Span(words[first].span.start, word.span.end))
    return None


def _measures(reading: Reading, word: Token) -> bool:
    groups = reading.lexicon.words.get(word.lemma, ())
    if "measure" in groups:
        return True
    suffixed = word.tag.startswith("名詞") and len(word.text) > 1
    return (suffixed or word.tag.startswith("接尾辞")) and "measure_suffix" in (
        reading.lexicon.words.get(word.text[-1], ())
    )


def _joined(words: Sequence[Token], index: int) -> bool:
    return words[index].span.end == words[index + 1].span.start


def _phrase_start(words: Sequence[Token], index: int) -> int:
    """The first word of the noun phrase that ends at `index`; の joins, other particles do not."""
    first = index
    while first > 0:
        before = words[first - 1]
        nominal = is_noun(before) or before.tag.startswith(("接尾辞", "名詞-数詞", "形状詞"))
        if not (nominal or (is_particle(words, first - 1, "の") and first - 1 > 0)):
            break
        first -= 1
    return first


def deliverable(reading: Reading) -> Evidence | None:
    """The noun phrase that a key result without a main predicate stops on, if it is no measure."""
    if head(reading) is not None or metric(reading) is not None:
        return None
    depth = depths(reading.words)
    outer = [index for index, level in enumerate(depth) if level == 0]
    last = next((i for i in reversed(outer) if is_noun(reading.words[i])), None)
    if last is None:
        return None
    first = _phrase_start(reading.words, last)
    return Evidence(Span(reading.words[first].span.start, reading.words[last].span.end))


def outcomes(reading: Reading) -> tuple[Quantity, ...]:
    """The figures that measure what changes, or count what piles up over the period."""
    return tuple(q for q in reading.figures if _is_outcome(reading, q))


def _is_outcome(reading: Reading, quantity: Quantity) -> bool:
    if quantity.field is not None:
        return quantity.kind != "number" or _piles_up(quantity) or reading.change.baseline is not None
    if reading.change.baseline is not None or metric(reading) is not None:
        return not _is_aside(reading, quantity)
    if quantity.kind in ("all", "number") and quantity.comparator == "=":
        return not _is_aside(reading, quantity) and _counts_the_act(reading, quantity)
    return not _is_aside(reading, quantity)


def _piles_up(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high >= _ACCUMULATES_FROM


def _is_aside(reading: Reading, quantity: Quantity) -> bool:
    """In brackets, or in a clause that only describes the object or the aim."""
    depth = depths(reading.words)
    inside = [
        depth[i] for i, word in enumerate(reading.words) if word.span.start >= quantity.span.start
    ]
    return bool(inside and inside[0])


def _counts_the_act(reading: Reading, quantity: Quantity) -> bool:
    """The count is of the things done (12本公開, 記事を5件書く), not of their scope (2拠点で)."""
    after = [w for w in reading.words if w.span.start >= quantity.span.end]
    if after and after[0].text in ("で", "から", "に") and quantity.kind != "all":
        return False
    doing = head(reading)
    if doing is None:
        return quantity.kind == "all" or _piles_up(quantity)
    if quantity.kind == "all":
        return not (after and after[0].text in ("に", "で", "へ")) or "repeatable" in doing.groups
    repeatable = "repeatable" in doing.groups or sense(doing) not in ("event", "other")
    return _piles_up(quantity) and repeatable
