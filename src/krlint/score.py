"""
How right a rule is: counts of key results on which it and their labels agree or differ.

All rates follow from the counts, so that counts are all that is ever stored.
"""

from typing import NamedTuple

_Z = 1.959963984540054
"""The normal quantile of a 95 % interval."""


class Rate(NamedTuple):
    """A share between 0 and 1 with its 95 % interval."""

    value: float
    low: float
    high: float


class Score(NamedTuple):
    """
    Key results by what a rule said and what their label says.

    `right` are findings that the label asks for, `false_alarms` those that it does not, `missed`
    the labels without a finding, `silent` what neither speaks of.
    """

    right: int = 0
    false_alarms: int = 0
    missed: int = 0
    silent: int = 0

    @property
    def key_results(self) -> int:
        """How many were judged and labelled."""
        return sum(self)

    @property
    def precision(self) -> Rate | None:
        """The share of findings that are right; None without a finding."""
        return rate(self.right, self.right + self.false_alarms)

    @property
    def recall(self) -> Rate | None:
        """The share of what is labelled that was found; None where nothing is."""
        return rate(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing to find."""
        told = 2 * self.right + self.false_alarms + self.missed
        return 2 * self.right / told if told else None


def rate(part: int, whole: int) -> Rate | None:
    """
    `part` of `whole` with Wilson's score interval, None for none of none.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22
    (1927), 209–212. It keeps its level for few cases and for shares near 0 and 1, where the
    textbook interval fails (Brown, Cai and DasGupta, Statistical Science 16, 2001, 101–133).
    """
    if not whole:
        return None
    share, square = part / whole, _Z * _Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    spread = share * (1 - share) / whole + square / (4 * whole * whole)
    half = _Z * spread**0.5 / (1 + square / whole)
    # The interval holds the share itself, also after rounding.
    return Rate(share, max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share)))
