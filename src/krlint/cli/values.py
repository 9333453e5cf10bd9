"""What an option may be given, and what is said of anything else."""

from collections.abc import Callable
from datetime import date

import click

from krlint.model import KrlintError, Wording


class Value(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.4
    """A value that `accept` turns into what the run needs; it raises ValueError for no such one."""

    def __init__(self, accept: Callable[[str], object], expected: Wording) -> None:
        self.name = "value"
        self.accept = accept
        self.expected = expected

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002 (click calls it so)
    ) -> object:
        """Take `value` or say what was expected. Raises KrlintError."""
        if not isinstance(value, str):
            return value
        try:
            return self.accept(value)
        except ValueError:
            option = param.opts[0] if param else ""
            raise KrlintError(
                Wording(
                    f"{option} に「{value}」は使えません。{self.expected.ja}",
                    f"{option} cannot be “{value}”. {self.expected.en}",
                )
            ) from None


def choice(*names: str) -> Value:
    """One of `names`."""

    def accept(value: str) -> str:
        if value not in names:
            raise ValueError
        return value

    *most, last = names
    return Value(
        accept,
        Wording(
            "、".join(names) + " のどれかを指定してください。",
            f"Use {', '.join(most)} or {last}.",
        ),
    )


def _count(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise ValueError
    return int(value)


COUNT = Value(_count, Wording("0以上の整数を指定してください。", "Use a whole number, 0 or more."))
DAY = Value(
    date.fromisoformat,
    Wording("2026-10-01 のように書いてください。", "Write it like 2026-10-01."),
)
