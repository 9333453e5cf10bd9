"""
What a card cannot say with signals: functions of Python that cards name as "module:name".

By the scope of the rule a check is
`(Analysis, settings) -> Answer` for a key result or an objective,
`(Understood, settings) -> Iterable[Flag | Remark]` for a document,
a `SetCheck` for all documents of a run.
`settings` are the values of the card's options, as this run has them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from krlint.model import Flag, Remark, Rule, Setting, Understood

Settings = Mapping[str, Setting]


class SetCheck(NamedTuple):
    """
    A check over all documents, in two steps, so that not every analysis has to be kept.

    `collect` takes from one document what `compare` needs of it.
    """

    collect: Callable[[Understood], Any]
    compare: Callable[[Sequence[Any], Settings], Iterable[Flag | Remark]]


@cache
def named(reference: str | None) -> Any:
    """The check at "module:name". Raises ImportError or AttributeError where there is none."""
    from pkgutil import resolve_name

    return resolve_name(reference or "")


def settings(rule: Rule) -> Settings:
    """The values of the rule's options."""
    return {name: option.value for name, option in rule.options.items()}
