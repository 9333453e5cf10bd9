"""Full-width and circled signs as ASCII, every position kept."""

from functools import lru_cache

_CIRCLED = {chr(0x2460 + n): str((n + 1) % 10) for n in range(20)}

_WIDTHS = str.maketrans(
    {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
    | {"\u3000": " ", "\u00a0": " ", "\t": " ", "―": "—", "－": "-", "−": "-"}
    | _CIRCLED
)


@lru_cache(maxsize=4096)
def widths(text: str) -> str:
    """Full-width letters, digits and signs as ASCII, ① as 1, every position kept."""
    return text.translate(_WIDTHS)
