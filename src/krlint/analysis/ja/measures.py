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
        if _measures(reading, index) and not (
            after < len(words) and is_noun(words[after]) and _joined(words, index)
        ):
            first = _phrase_start(words, index)
            return Evidence(Span(words[first].span.start, word.span.end))
    return None


def _measures(reading: Reading, index: int) -> bool:
    word, known = reading.words[index], reading.lexicon.words
    if "measure" in known.get(word.lemma, ()):
        return True
    if not word.tag.startswith(("名詞-普通名詞", "接尾辞")) or "助数詞" in word.tag:
        return False
    compound = len(word.text) > 1 or (index > 0 and _joined(reading.words, index - 1))
    return (
        compound
        and "measure_suffix" in known.get(word.text[-1], ())
        and "no_measure" not in known.get(word.lemma, ())
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
    return first + 1 if is_particle(words, first) else first


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


# --- Outcomes ------------------------------------------------------------------------------------


def outcomes(reading: Reading) -> tuple[Quantity, ...]:
    """
    The figures that measure what changes, or count what piles up over the period.

    A placeholder ("XX件") is one whose value is still to come.
    """
    measured = (q for q in reading.figures if _is_outcome(reading, q))
    return (*measured, *(q for q in reading.quantities if q.kind == "placeholder"))


def _is_outcome(reading: Reading, quantity: Quantity) -> bool:
    if quantity.field is not None:
        return quantity.kind != "number" or _many(quantity) or reading.change.baseline is not None
    if _is_of_the_change(reading, quantity):
        return True
    case = _case_behind(reading, quantity)
    if case == "で" or quantity.kind == "all":
        return quantity.kind == "all" and _reaches_all(reading, case)
    if _is_aside(reading, quantity):
        return _counts_the_act(reading, quantity)
    level = quantity.kind != "number" or quantity.comparator != "=" or quantity.low == 0
    return level or _is_amount(reading, quantity) or _counts_the_act(reading, quantity)


def _is_of_the_change(reading: Reading, quantity: Quantity) -> bool:
    change = reading.change
    if change.baseline is None or change.target is None:
        return False
    spans = [slot.span for slot in (change.baseline, change.target) if slot.field is None]
    return any(span.start <= quantity.span.start < span.end for span in spans)


def _many(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high >= _ACCUMULATES_FROM


def _case_behind(reading: Reading, quantity: Quantity) -> str:
    """The particle behind the figure, other figures skipped (「全社員420名で」)."""
    end = quantity.span.end
    for other in reading.quantities:
        if other.field is None and other.span.start == end:
            end = other.span.end
    after = next((w for w in reading.words if w.span.start >= end), None)
    return after.text if after is not None and after.tag.startswith("助詞") else ""


def _reaches_all(reading: Reading, case: str) -> bool:
    """「全員が受講する」 is reached one by one; 「全店に適用する」 is the scope of one event."""
    doing = head(reading)
    one_by_one = doing is not None and "repeatable" in doing.groups
    return one_by_one or case not in ("で", "に", "へ")


def _is_aside(reading: Reading, quantity: Quantity) -> bool:
    level = zip(reading.words, depths(reading.words), strict=True)
    return any(depth for word, depth in level if word.span.start == quantity.span.start)


def _is_amount(reading: Reading, quantity: Quantity) -> bool:
    """Money, time and shares are levels, not counts of things."""
    groups = reading.lexicon.words.get((quantity.unit or "").lower(), ())
    return "amount_unit" in groups


def _counts_the_act(reading: Reading, quantity: Quantity) -> bool:
    """The count is of the things done (12本公開, 記事を5件書く), not of their scope (2拠点で)."""
    doing = head(reading)
    if doing is None:
        return quantity.high is not None and quantity.high > 1
    directly_before = quantity.span.end == doing.span.start
    repeatable = directly_before or "repeatable" in doing.groups
    return _many(quantity) and (repeatable or sense(doing) not in ("event", "other"))
