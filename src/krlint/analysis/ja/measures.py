"""What a Japanese key result measures, and which of its figures do."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from krlint.analysis.ja.words import depths, is_noun, is_particle, runs_on
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Change, Evidence, Predicate, Quantity, Span, Token

_ACCUMULATES_FROM = 3
"""From three on, a count is taken to need the whole period."""


def head(reading: Reading) -> Predicate | None:
    """The last main predicate: Japanese puts what counts last."""
    main = [p for p in reading.predicates if p.clause == "main"]
    return main[-1] if main else None


def metric(reading: Reading) -> Evidence | None:
    """The noun phrase that ends in a measure (率, 件数, 時間 …), with what it is a measure of."""
    words = reading.words
    for index, word in enumerate(words):
        after = index + 1
        if is_measure(reading, index) and not (
            after < len(words) and is_noun(words[after]) and _joined(words, index)
        ):
            first = _phrase_start(words, index)
            return Evidence(Span(words[first].span.start, word.span.end))
    return None


def is_measure(reading: Reading, index: int) -> bool:
    """The word names an amount or a level: 残業, 解約率, 応募者数."""
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
    if last is None or is_particle(reading.words, outer[-1], "に", "へ"):
        return None  # 「業界平均並みに」: a verb of change is left unsaid
    first = _phrase_start(reading.words, last)
    return Evidence(Span(reading.words[first].span.start, reading.words[last].span.end))


# --- Outcomes ------------------------------------------------------------------------------------


class _Scene(NamedTuple):
    """What is asked of every figure, found once."""

    reading: Reading
    doing: Predicate | None
    depth: Mapping[int, int]
    runs: Mapping[int, int]
    noun_ends: frozenset[int]


def outcomes(reading: Reading) -> tuple[Quantity, ...]:
    """
    The figures that measure what changes, or count what piles up over the period.

    A placeholder ("XX件") is one whose value is still to come.
    """
    starts = (word.span.start for word in reading.words)
    depth = dict(zip(starts, depths(reading.words), strict=True))
    nouns = frozenset(p.span.end for p in reading.predicates if p.form == "noun")
    scene = _Scene(reading, head(reading), depth, _runs(reading.quantities), nouns)
    measured = (q for q in reading.figures if _is_outcome(scene, q))
    return (*measured, *(q for q in reading.quantities if q.kind == "placeholder"))


def _runs(quantities: Sequence[Quantity]) -> Mapping[int, int]:
    """Where the run of adjoining figures that begins at a position ends: 「全社員420名」."""
    ends: dict[int, int] = {}
    for quantity in sorted(quantities, key=lambda q: q.span.start, reverse=True):
        ends[quantity.span.start] = ends.get(quantity.span.end, quantity.span.end)
    return ends


def _is_outcome(scene: _Scene, quantity: Quantity) -> bool:
    change = scene.reading.change
    if quantity.field is not None:
        return quantity.kind != "number" or _many(quantity) or change.baseline is not None
    if _is_of_the_change(change, quantity):
        return True
    if _stands_behind_what_it_counts(scene, quantity):
        return True
    case = _case_behind(scene, quantity)
    if quantity.kind == "all":
        return _reaches_all(scene, quantity, case)
    level = quantity.kind != "number" or quantity.comparator != "=" or quantity.low == 0
    if case == "で" and not level:
        return _many(quantity) and _repeats(scene)
    if case == "の" and not level and scene.doing is not None and sense(scene.doing) == "event":
        counter = scene.reading.lexicon.words.get(quantity.unit or "", ())
        return "object_counter" in counter and _many(quantity) and _repeats(scene)
    if scene.depth.get(quantity.span.start, 0):
        return _counts_the_act(scene, quantity)
    return level or _is_amount(scene, quantity) or _counts_the_act(scene, quantity)


def _stands_behind_what_it_counts(scene: _Scene, quantity: Quantity) -> bool:
    """「商談化 30件」「DL数500」: a measure, or an act done more than once, with its figure."""
    if quantity.high is None or quantity.high < 2:
        return False
    words = scene.reading.words
    index = bisect_left(words, quantity.span.start, key=lambda word: word.span.start) - 1
    if index < 0 or quantity.span.start - words[index].span.end > 1:
        return False
    return is_measure(scene.reading, index) or words[index].span.end in scene.noun_ends


def _repeats(scene: _Scene) -> bool:
    return scene.doing is not None and "repeatable" in scene.doing.groups


def _is_of_the_change(change: Change, quantity: Quantity) -> bool:
    if change.baseline is None or change.target is None:
        return False
    spans = [slot.span for slot in (change.baseline, change.target) if slot.field is None]
    return any(span.start <= quantity.span.start < span.end for span in spans)


def _many(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high >= _ACCUMULATES_FROM


def _case_behind(scene: _Scene, quantity: Quantity) -> str:
    """The particle behind the figure and those that adjoin it."""
    end = scene.runs.get(quantity.span.start, quantity.span.end)
    words = scene.reading.words
    index = bisect_left(words, end, key=lambda word: word.span.start)
    return words[index].text if is_particle(words, index) else ""


def _reaches_all(scene: _Scene, quantity: Quantity, case: str) -> bool:
    """「全員が受講する」 is reached one by one; 「全店に適用する」「完全移行」 are one event."""
    doing = scene.doing
    if doing is not None and "repeatable" in doing.groups:
        return True
    adjoins = doing is not None and quantity.span.end == doing.span.start
    return not adjoins and case not in ("で", "に", "へ")


def _is_amount(scene: _Scene, quantity: Quantity) -> bool:
    """Money, time and shares are levels, not counts of things."""
    groups = scene.reading.lexicon.words.get((quantity.unit or "").lower(), ())
    return "amount_unit" in groups


def _counts_the_act(scene: _Scene, quantity: Quantity) -> bool:
    """The count is of the things done (12本公開, 記事を5件書く), not of their scope (2拠点で)."""
    doing, aside = scene.doing, scene.depth.get(quantity.span.start, 0)
    if doing is None:
        return not aside and quantity.high is not None and quantity.high > 1
    if not _many(quantity):
        return False
    if sense(doing) not in ("event", "other") or aside:
        return "repeatable" in doing.groups
    words = scene.reading.words
    index = bisect_left(words, quantity.span.end, key=lambda word: word.span.start)
    if is_particle(words, index, "を"):
        index += 1
    while runs_on(words, index) and words[index].span.start < doing.span.start:
        index += 1  # 「4つ本番稼働」
    if index >= len(words) or words[index].span.start < doing.span.start:
        return "repeatable" in doing.groups and _counts_objects(scene, quantity, index)
    return True


def _counts_objects(scene: _Scene, quantity: Quantity, index: int) -> bool:
    """「記事5件の公開」 counts what is published; 「5言語対応の頁」 tells what one page is like."""
    counter = scene.reading.lexicon.words.get((quantity.unit or "").lower(), ())
    words = scene.reading.words
    qualifies = is_particle(words, index, "の") or (index < len(words) and is_noun(words[index]))
    return "object_counter" in counter or not qualifies
