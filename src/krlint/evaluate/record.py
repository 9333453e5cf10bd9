"""One labelled key result as a file gives it, whatever its format."""

from collections.abc import Mapping
from typing import NamedTuple


class Record(NamedTuple):
    """Values as they were written, not yet checked; only the labels are known to be good."""

    text: object
    language: object
    objective: object
    team: object
    fields: object
    period: object
    labels: Mapping[str, bool]
