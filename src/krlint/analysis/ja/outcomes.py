"""Which figures of a Japanese key result measure what changes, or count what piles up."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from krlint.analysis.ja.measures import head, is_measure
from krlint.analysis.ja.words import depths, is_noun, is_particle, runs_on
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Change, Predicate, Quantity, Token

_HABITS = ("毎", "隔", "常に")

_PERIODS = ("月", "週", "毎月", "毎週", "月間", "週間", "月に", "週に")
_ACCUMULATES_FROM = 3
"""From three on, a count is taken to need the whole period."""


class _Scene(NamedTuple):
    """What is asked of every figure, found once, and the predicate that the figure belongs to."""

    reading: Reading
    doing: Predicate | None
    depth: Mapping[int, int]
    runs: Mapping[int, int]
    noun_ends: frozenset[int]
    tries: bool
    """「3種を試し、1つを全店に配る」: what is counted are candidates, and one is chosen."""


def outcomes(reading: Reading) -> tuple[Quantity, ...]:
    """
    The figures that measure what changes, or count what piles up over the period.

    A placeholder ("XX件") is one whose value is still to come.
    """
    starts = (word.span.start for word in reading.words)
    depth = dict(zip(starts, depths(reading.words), strict=True))
    nouns = frozenset(p.span.end for p in reading.predicates if p.form == "noun")
    doing = head(reading)
    main = (p for p in reading.predicates if p.clause == "main" and p != doing)
    tries = any("trial" in p.groups for p in main) or _chooses_one(reading)
    scene = _Scene(reading, doing, depth, _runs(reading.quantities), nouns, tries)
    measured = (q for q in reading.figures if _is_outcome(_with_doing(scene, q), q))
    return (*measured, *(q for q in reading.quantities if q.kind == "placeholder"))


def _chooses_one(reading: Reading) -> bool:
    """「1つに決めて」「1案に絞り」."""
    for quantity in reading.quantities:
        index = bisect_left(reading.words, quantity.span.end, key=lambda word: word.span.start)
        one = quantity.low == quantity.high == 1 and is_particle(reading.words, index, "に")
        behind = reading.words[index + 1 : index + 2]
        if one and behind and "choose" in reading.lexicon.words.get(behind[0].lemma, ()):
            return True
    return False


def _with_doing(scene: _Scene, quantity: Quantity) -> _Scene:
    """The scene with the next main predicate behind the figure: 「20社を訪ね、手引きを配る」."""
    mains = [p for p in scene.reading.predicates if p.clause == "main"]
    behind = (p for p in mains if p.span.end > quantity.span.end)
    return scene._replace(doing=next(behind, scene.doing))


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
    if _is_of_the_change(change, quantity) or _stands_behind_what_it_counts(scene, quantity):
        return True
    if scene.reading.text.startswith(_HABITS, quantity.span.start):
        return _is_habit(scene, quantity)
    if _is_rate(scene, quantity):
        return True
    if _is_level(quantity):
        bracketed = scene.depth.get(quantity.span.start, 0)
        return not bracketed or quantity.low == 0 or quantity.kind == "percent"
    return _is_large_enough(scene, quantity)


def _is_rate(scene: _Scene, quantity: Quantity) -> bool:
    """「月2回開く」「週1本出す」: kept up over the period, however few."""
    words = scene.reading.words
    index = bisect_left(words, quantity.span.start, key=lambda word: word.span.start) - 1
    if index < 0 or words[index].text not in _PERIODS or quantity.high is None:
        return False
    return index == 0 or not words[index - 1].tag.startswith("名詞-数詞")


def _is_level(quantity: Quantity) -> bool:
    """A share, a bound or a zero says how far; a bare count may only tell a size."""
    counted = quantity.kind in ("number", "all")
    return not counted or quantity.comparator != "=" or quantity.low == 0


def _is_large_enough(scene: _Scene, quantity: Quantity) -> bool:
    """A bare amount or count: by the particle behind it and by what it counts."""
    amount = _is_amount(scene, quantity)
    case = _case_behind(scene, quantity)
    if scene.tries and not amount:
        return False
    if quantity.kind == "all":
        return _reaches_all(scene, quantity, case)
    if scene.depth.get(quantity.span.start, 0):
        return _counts_the_act(scene, quantity)
    if case == "で":
        if "attribute_counter" in scene.reading.lexicon.words.get(quantity.unit or "", ()):
            return False
        ends = scene.doing is not None and "finish" in scene.doing.groups
        repeats = _many(quantity) and (ends or _repeats(scene))
        return _takes_time_each_time(scene, quantity) if amount else repeats
    if case == "と" and _many(quantity) and _is_pact(scene, quantity):
        return True  # 「問屋4社との契約を更改する」
    if case == "の" and scene.doing is not None and sense(scene.doing) == "event":
        return _many(quantity) and _repeats(scene) and _is_of_the_act(scene, quantity)
    return amount or _counts_the_act(scene, quantity)


def _is_pact(scene: _Scene, quantity: Quantity) -> bool:
    counter = scene.reading.lexicon.words.get(quantity.unit or "", ())
    sealed = scene.doing is not None and "pact" in scene.doing.groups
    return sealed and "counted_party" in counter


def _takes_time_each_time(scene: _Scene, quantity: Quantity) -> bool:
    """「月次決算を5営業日で締める」「15分で検品する」; 「3か月で作る」 is a deadline."""
    if "short_time" in scene.reading.lexicon.words.get(quantity.unit or "", ()):
        return True
    return bool(scene.reading.phrases.get("recurring"))


def _is_of_the_act(scene: _Scene, quantity: Quantity) -> bool:
    """「記事5件の公開」「12名の研修受講を終える」, not the 「5言語の頁」 that are made."""
    groups = scene.reading.lexicon.words.get(quantity.unit or "", ())
    if scene.doing is None or "object_counter" in groups:
        return "object_counter" in groups
    if "counted_party" in groups and {"pact", "answered"}.intersection(scene.doing.groups):
        return True  # 「6社の年間計画を合意する」「20社の担当者に聞き取る」: with each of them
    words = scene.reading.words
    first = bisect_left(words, quantity.span.end, key=lambda word: word.span.start) + 1
    last = bisect_left(words, scene.doing.span.start, key=lambda word: word.span.start)
    between = range(first, last)
    return all(is_noun(words[i]) or is_particle(words, i, "と", "や") for i in between)


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


def _is_habit(scene: _Scene, quantity: Quantity) -> bool:
    """「毎週流す」「常に空けておく」: kept up over the period; 「毎月の会議」 only names one."""
    if scene.doing is not None and scene.doing.form == "state":
        return True  # 「毎朝体温を記入している」
    words = scene.reading.words
    index = bisect_left(words, quantity.span.end, key=lambda word: word.span.start)
    while _in_compound(words, index):
        index += 1  # 「毎月分析会を開く」 holds a meeting, 「毎月更新」 is an act
    if index >= len(words):
        return True
    thing = is_noun(words[index]) and "サ変" not in words[index].tag
    return not thing and not is_particle(words, index, "の")


def _reaches_all(scene: _Scene, quantity: Quantity, case: str) -> bool:
    """「全員が受講する」 is reached one by one; 「全店に適用する」「完全移行」 are one event."""
    doing = scene.doing
    if scene.reading.text.startswith("完全", quantity.span.start):
        return False
    one_by_one = {"repeatable", "finish"}
    if doing is not None and (not one_by_one.isdisjoint(doing.groups) or doing.form == "state"):
        return True  # 「全案件で記録されている」「全台の交換を終える」
    end = quantity.span.end
    adjoins = doing is not None and doing.span.start <= end <= doing.span.end
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
    counter = scene.reading.lexicon.words.get((quantity.unit or "").lower(), ())
    if aside:
        return "repeatable" in doing.groups and "object_counter" in counter
    if "attribute_counter" in counter:
        return False  # 「チラシを6言語で」: what one thing is like
    if sense(doing) == "attain":
        return True
    if sense(doing) not in ("event", "untold", "other"):
        return "repeatable" in doing.groups
    words = scene.reading.words
    index = bisect_left(words, quantity.span.end, key=lambda word: word.span.start)
    if is_particle(words, index, "を"):
        index += 1
    while _in_compound(words, index) and words[index].span.start < doing.span.start:
        index += 1  # 「4つ本番稼働」
    if index >= len(words) or words[index].span.start < doing.span.start:
        return "repeatable" in doing.groups and _counts_objects(scene, quantity, index)
    return True


def _in_compound(words: Sequence[Token], index: int) -> bool:
    return index < len(words) and is_noun(words[index]) and runs_on(words, index)


def _counts_objects(scene: _Scene, quantity: Quantity, index: int) -> bool:
    """「記事5件の公開」 counts what is published; 「5言語対応の頁」 tells what one page is like."""
    counter = scene.reading.lexicon.words.get((quantity.unit or "").lower(), ())
    words = scene.reading.words
    qualifies = is_particle(words, index, "の") or (index < len(words) and is_noun(words[index]))
    return "object_counter" in counter or not qualifies
