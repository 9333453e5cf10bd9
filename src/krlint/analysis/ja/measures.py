"""What a Japanese key result measures, or delivers."""

from collections.abc import Sequence

from krlint.analysis.ja.objects import is_single, is_thing
from krlint.analysis.ja.words import depths, is_noun, is_particle
from krlint.analysis.reading import Reading
from krlint.model import Evidence, Predicate, Span, Token


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
    """
    The thing made that a key result without a main predicate stops on: 「新しい受付票」.

    A level, a mood, a word that is only the beginning of a phrase are none: when in doubt, None.
    """
    words = reading.words
    if head(reading) is not None or metric(reading) is not None:
        return None
    outer = [index for index, level in enumerate(depths(words)) if level == 0]
    last = next((i for i in reversed(outer) if is_noun(words[i])), None)
    if last is None or not _stops_on(words, last, outer[-1]):
        return None
    if not reading.predicates and any(is_particle(words, i, "を") for i in outer):
        return None  # 「棚卸しを四半期ごとに1回」: a verb is left unsaid
    if not (is_thing(words, last, reading.lexicon) or is_single(words, last)):
        return None
    if "quality" in reading.phrases or any(_is_wished(p) for p in reading.predicates):
        return None  # 「誰もが速いと感じる画面」: a quality is wished for, nothing is made
    start = words[last].span.start
    if any(q.kind == "placeholder" and start in range(*q.span) for q in reading.quantities):
        return None  # 「出荷 XX箱/日」
    first = _phrase_start(words, last)
    return Evidence(Span(words[first].span.start, words[last].span.end))


def _stops_on(words: Sequence[Token], last: int, end: int) -> bool:
    """Behind the noun stand marks, counts and versions, no particle that leaves it open."""
    behind = words[last + 1 : end + 1]
    return all(word.tag.startswith(("補助記号", "記号", "名詞", "接尾辞")) for word in behind)


def _is_wished(predicate: Predicate) -> bool:
    """「愛される」「読める」: how the thing is to be."""
    wished = {"felt", "ability", "wish"}.intersection(predicate.groups)
    return predicate.clause == "relative" and bool(wished)
