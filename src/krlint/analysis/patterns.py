"""Regular expressions compiled when first used: a document is in one language, and short."""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, ready to match; compiling costs more than reading a short document with it."""
    return re.compile(pattern)
