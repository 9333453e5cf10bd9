"""What a predicate's words come to, in the order in which one outweighs another."""

from collections.abc import Collection
from typing import Literal

from krlint.model import Predicate

Sense = Literal["undecided", "establish", "process", "event", "change", "attain", "untold", "other"]

_ORDER: tuple[tuple[str, Sense], ...] = (
    ("others_deed", "attain"),
    ("habit", "attain"),
    ("undecided", "undecided"),
    ("negated", "attain"),
    ("begin", "event"),
    ("establish", "establish"),
    ("process", "process"),
    ("change", "change"),
    ("ability", "attain"),
    ("habitual", "attain"),
    ("event", "event"),
    ("attain", "attain"),
    ("ongoing", "attain"),
    ("repeatable", "event"),
    ("untold", "untold"),
)
SENSES = frozenset(group for group, _ in _ORDER)
"""The lexicon's groups that decide what a predicate comes to."""


def sense(predicate: Predicate) -> Sense:
    """
    What the predicate comes to.

    "Push the rollout on" is process although a rollout is an event; a predicate that the lexicon
    does not know is "other". To establish a system is an action with an unclear end: both at once.
    What somebody else does is for the team to attain, not to do; so is what people do from now on,
    what somebody can do, and what is not to happen. To begin what goes on is done on one day.
    """
    return sense_of(predicate.groups)


def sense_of(groups: Collection[str]) -> Sense:
    """What a predicate of these groups comes to."""
    return next((sense for group, sense in _ORDER if group in groups), "other")


def habit(predicate: Predicate) -> bool:
    """People are to do it from now on: “pupils read for pleasure”."""
    return sense(predicate) == "attain" and "habit" in predicate.groups


def finished(predicate: Predicate) -> bool:
    """The predicate says that something is over: 「調査を完了する」, "the survey is completed"."""
    return "finish" in predicate.groups
