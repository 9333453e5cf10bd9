"""The one place where a rule may fail with anything: it is anybody's code, and hides no other."""

from collections.abc import Callable
from typing import TypeVar

from krlint.model import Rule, RuleError, Wording

T = TypeVar("T")


def attempt(rule: Rule, judge: Callable[[], T]) -> T | RuleError:
    """What `judge` gives, or that the rule failed, in words for whoever runs krlint."""
    try:
        return judge()
    except (Exception, SystemExit) as error:  # noqa: BLE001  see above
        return _broken(rule, error)


def _broken(rule: Rule, error: BaseException) -> RuleError:
    kind = type(error).__name__
    return RuleError(
        Wording(
            f"ルール {rule.code} {rule.name} がここで止まりました（{kind}: {error}）。"
            "ルールの不具合です。",
            f"Rule {rule.code} {rule.name} broke here ({kind}: {error}). "
            "That is a fault of the rule, not of your text.",
        )
    )
