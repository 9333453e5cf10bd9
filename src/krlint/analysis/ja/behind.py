"""What a Japanese party is followed by: the acts that show its part."""

from bisect import bisect_right

from krlint.analysis.ja.mentions import groups_of
from krlint.analysis.ja.words import is_noun, is_particle
from krlint.analysis.reading import Reading
from krlint.model import Predicate

FAR = 6
"""Words between a party and the act that shows its part: farther apart they seldom belong."""


def acts_behind(reading: Reading, index: int, group: str, *, far: bool = False) -> bool:
    """A word of `group` follows from `index` on within the same phrase (or clause, if `far`)."""
    words = reading.words
    for step in range(index, min(index + (2 * FAR if far else FAR), len(words))):
        word = words[step]
        pair = word.text + words[step + 1].text if step + 1 < len(words) else ""
        if group in (*groups_of(reading, words, step), *reading.lexicon.words.get(pair, ())):
            return "absent" not in groups_of(reading, words, step + 1)
        if word.text in ("、", "。", ",") or (
            not far and not (is_noun(word) or is_particle(words, step, "の"))
        ):
            return False
    return False


def predicates_behind(reading: Reading, position: int) -> tuple[Predicate, ...]:
    """The next predicates that begin behind `position`; those of another sentence do not matter."""
    first = bisect_right(reading.predicates, position, key=lambda p: p.span.start)
    return reading.predicates[first : first + FAR]
