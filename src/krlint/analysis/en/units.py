"""Which words behind an English number are its unit: an open set, cut off by grammar."""

from krlint.analysis.patterns import compiled
from krlint.analysis.units import MEASURES

_SYMBOL = (
    rf"\s?%(?:\spercent\b)?|\s(?:percent(?:age\spoints?)?|per\scent)\b"
    rf"|-?\s?(?:{MEASURES})(?![A-Za-z0-9'’])"
)
_WORD = r"\s([A-Za-z][\w'’/&-]{0,40})"
# Function words (Quirk et al. 1985, §2.39) and the adverbs that stand behind a figure: a noun
# phrase ends before them.
_STOP = (
    r"(?:a|an|the|to|of|in|on|at|by|per|for|from|with|and|or|but|is|are|was|were|be|been|as|than"
    r"|that|who|which|while|when|if|so|then|into|over|under|above|below|within|without|until"
    r"|before|after|during|between|across|against|via|vs|versus|plus|less|more|fewer|this|these"
    r"|those|has|have|had|do|does|did|not|no|nor|its|their|our|your|his|her|can|will|would|may"
    r"|must|should|now|today|currently|last|next|other|each|every|all|both|yes|up|down|out|off"
    r"|least|most|ahead|early|late|max|min)"
)
_IRREGULAR = ("people", "men", "women", "children", "staff", "data", "media", "feet", "crew", "kwh")
_ACRONYM = r"[A-Z]{2,5}"
_PER = (
    r"/\s?(?:\d[\d,]{0,12}\s?)?[A-Za-z]{1,12}(?![A-Za-z\d])"
    # “70% / OEE” is the next item of a list.
    r"|\s/\s?(?:days?|weeks?|months?|quarters?|years?|hours?|sprints?|shifts?|[hdwmy])\b"
    r"|\s(?:a|an|each|every)\s(?:days?|weeks?|months?|quarters?|years?|hours?|sprints?|shifts?)\b"
    r"|\sper\s(?:[\d,]{1,12}\s)?[A-Za-z][\w-]{0,30}(?:\sper\s[A-Za-z][\w-]{0,30})?"
)
_LONGEST = 4


def unit(text: str, start: int, *, one: bool = False) -> tuple[int, str | None]:
    """
    Where the unit that begins at `start` ends, and the unit; None where no unit follows.

    `one` asks for a noun in the singular.
    """
    symbol = compiled(_SYMBOL).match(text, start)
    if symbol:
        end, found = symbol.end(), symbol.group().strip(" -") or None
    else:
        end, found = _singular(text, start) if one else _plural(text, start)
    per = compiled(_PER).match(text, end)
    if per:
        return per.end(), ((found or "") + per.group()).strip()
    return end, found


def _plural(text: str, start: int) -> tuple[int, str | None]:
    """The noun that a number counts: the first plural that follows it, or an acronym (3 FTE)."""
    position, first = start, compiled(_WORD).match(text, start)
    for _ in range(_LONGEST):
        word = compiled(_WORD).match(text, position)
        if not word or compiled(_STOP).fullmatch(word[1].lower()):
            break
        position = word.end()
        if _is_plural(word[1].lower()):
            return position, text[start:position].strip()
    if first and compiled(_ACRONYM).fullmatch(first[1]):
        return first.end(), first[1]
    return start, None


def _singular(text: str, start: int) -> tuple[int, str | None]:
    position = start
    for _ in range(_LONGEST - 1):
        word = compiled(_WORD).match(text, position)
        if not word or compiled(_STOP).fullmatch(word[1].lower()) or _is_plural(word[1].lower()):
            break
        position = word.end()
    return position, text[start:position].strip() or None


def _is_plural(word: str) -> bool:
    regular = len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
    return regular or word in _IRREGULAR
