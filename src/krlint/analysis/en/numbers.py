"""English quantities: at least 95%, 3 min 15 s, three of ten, £275,000, top 3, every client."""

import re
from collections.abc import Callable, Mapping

from krlint.analysis import comparators, numerals, units
from krlint.analysis.en import identifiers
from krlint.analysis.en import units as unit_words
from krlint.analysis.patterns import compiled
from krlint.model import Quantity, Span

_D = numerals.DIGITS
_ONES = "|".join(numerals.ONES[2:])
_TENS = "|".join(numerals.TENS)
_SPELLED = (
    rf"(?:(?:{_TENS})(?:[-\s](?:one|{_ONES}))?|{_ONES}|one(?!\s(?:of|another|more|place|or)\b)"
    r"|a(?=\s(?:hundred|thousand|million|dozen)\b))"
    r"(?:\s(?:hundred|thousand|million|billion|dozen)\b){0,2}"
)
_PERIOD = r"(?:day|week|month|quarter|year|morning|evening|sprint)"
_OFTEN = r"(?:daily|weekly|fortnightly|biweekly|monthly|quarterly)"
# Every alternative begins a word, so that a scan tries them once a word.
SCAN = rf"""(?x)(?<![A-Za-z\d])(?:
    (?P<share>(?i:(?:(?:one|two|three)[-\s]|a\s)(?:third|quarter|fifth|tenth)s?\b
       (?=\s(?:of|to|fewer|less|more|from|against|lower|higher)\b|\s?(?:[,.;)]|$))
       |(?<=\bby\s)a\s(?:third|quarter|fifth|tenth)\b))
  | (?P<clock>\d{{1,3}}(?:h\d{{1,2}}(?:m(?:in)?)?|m\d{{1,2}}s)(?![\w.]))
  | (?P<name>\d{{1,2}}:\d\d(?!\d)|24/7|360(?=[-\s](?:degree|feedback|review|appraisal|view))
       |\d+(?:[.-]\d+){{2,}}|\d+-day\s(?:week|weekend)s?\b
       |\d+-[A-Z][a-z]+|\d+\([a-z]\)|(?:{_ONES})[-\s]day\sweeks?\b|\d+\.\d+(?=\s(?:version|release)\b)
       |[A-Za-z]++-?(?!\d[\d.,]*+\s?(?:%|→|->))\d[\w.]*|(?:{_ONES}|one)-[a-z][\w-]*
       |[a-z]++(?:-\w+){{1,4}}-[a-z]+)
  | (?P<number>{_D}|\.\d+)
  | (?P<half>(?i:(?:(?:cut|reduced?|down|fall|drop)(?:s|ped)?\s)?(?:in|by)\s(?:a\s)?half\b
       |halv(?:e[sd]?|ing)\b|a\shalf(?=\s?(?:[.,;)]|$))|(?<!first\s)(?<!second\s)(?<!other\s)half(?=\s(?:of|the|a[sl]l?|our)\b)))
  | (?P<multiple>(?i:(?:doubl|trebl|tripl|quadrupl)(?:e[sd]?|ing)\b
       (?![\s-](?:check|opt|entry|click|blind|down\son))
       |(?:two|three|four|ten)fold\b|twice\b(?!\sa\b)))
  | (?P<spelled>(?i:{_SPELLED}\b(?![-/])))
  | (?P<none>(?i:(?:zero(?!-[a-z]|\s(?:trust|day|touch|sum|knowledge))|none|no(?=\s[a-z])
       (?!\s(?:later|longer|more|less|fewer|matter|one|need|doubt|earlier|sooner|worse|better)\b)
       |nobody|no\sone)\b))
  | (?P<often>(?i:{_OFTEN}(?=\s?(?:[.;,)]|$))|every\s{_PERIOD}\b(?!\send)
       |every\s(?:two|three|other|\d{{1,2}})\s{_PERIOD}s?\b|once\s(?:a|per|every)\s{_PERIOD}\b
       |on\sa\s{_OFTEN}\sbasis))
  | (?P<all>(?<!\bnot\s)(?:(?<!\bat\s)(?<!\bafter\s)(?i:all)|(?i:every|each))\b(?!-)
       (?!\s(?:time|kinds|sorts|about|in\sall|day|other)\b)(?=\s[(\w])|always\b|[Ee]very(?:one|body)\b(?!['’]s))
  | (?P<hole>(?:[XYZxyz]{{1,3}}|[Nn]{{1,3}}|(?<!_)_{{2,}}+|(?<!\?)\?{{2,}}+)(?=\s?%|\+?\s[a-z]{{3}})
       (?!\s(?:axis|and|is)\b)
       |(?<=\bto\s)(?:[XYZ]{{1,3}}|N|nnn?)(?![\w-])|<[a-z][a-z\s]{{0,20}}>
       |[$€£]\s?(?:[XN]{{1,3}}|_{{2,9}}|x,?xxx?)[kKMm]?\b|\{{[^{{}}\s]{{1,30}}\}}
       |\[(?:[XYZN]{{1,3}}|[^\[\]]{{0,20}}(?:target|baseline|number|value|amount|tbd|TBD)[^\[\]]{{0,20}})\]
       |(?:TBD|tbd|TBC|tbc|TBA)\b)
    )"""
# "Hold weekly …", at the very start: elsewhere the adverb describes a metric (monthly churn).
# To begin or launch them is done once.
_OFTEN_FIRST = (
    r"\s?(?!Begin|Start|Institut|Introduc|Establish|Creat|Launch)[A-Z][a-z]{1,15}\s"
    rf"(?:a\s|the\s)?(?P<often>{_OFTEN})(?=\s[a-z])"
)
_RANGE = rf"(?:\s?[–—~〜]\s?|-|\sto\s|\sand\s)(?=({_D}))"
_FROM = r"(?i)\b(?:from|up|down)\s|:\s?$"
_OF = (
    rf"(?:\s(?:out\sof|of|in)\s(?:every\s|the\s|our\s)?(?:{_D}|{_ONES}|twenty|hundred)"
    r"(?!\s?%|[\s-](?:days?|weeks?|months?|quarters?|years?|hours?|minutes?|sprints?)\b)"
    rf"|\s?/\s?{_D}(?![/\d]))(?:\s[a-z]+s\b)?"
)
_PER = r"(?i)\bper\s$"
_SCALE = r"\s?(k|K|M|mn|m|bn|B|thousand|million|billion)(?![A-Za-z0-9])"
_TOP = r"(?i)\b(?:top|first)\s?$|(?:\bno\.|\bnumber|#)\s?$"
_RANKS = r"(?i)(?:\b(?:from|to|rank(?:ed|s)?|in|at|be|placed?|above|than|or)|,)\s$"
_SINGULAR = r"(?:\s[a-z][\w-]{0,30}(?<!s)(?<!ed)\b){1,2}"
_COUNTS = r"(?i)\b(?:to|by|than|least|most|only|just|from|exactly|under|below|over|is|are)\s$"
_THAT_ONE = (
    r"(?i)\b(?:a|the|this|that|which|old|new|other|previous|current|existing|first|second|last|next)"
    r"\s$"
)
_REACH = 10
_FOLDS = (("d", 2.0), ("tw", 2.0), ("q", 4.0), ("f", 4.0), ("te", 10.0))
_SHARES = {"third": 3.0, "quarter": 4.0, "fifth": 5.0, "tenth": 10.0}

Read = tuple[Quantity | None, int]


def read(text: str, match: re.Match[str], floor: int) -> Read:
    """
    The quantity that a match of SCAN begins, and where reading goes on.

    `floor` is the end of what was read before.
    """
    reader = _READERS.get(match.lastgroup or "")
    return reader(text, match, floor) if reader else (None, match.end())


def opening(text: str) -> Quantity | None:
    """The frequency that a text opens with: "Hold weekly …"."""
    found = compiled(_OFTEN_FIRST).match(text)
    return Quantity(Span(*found.span("often")), 1.0, 1.0, None, "=", "all") if found else None


def _number(text: str, match: re.Match[str], floor: int) -> Read:
    start, end = match.span()
    if text.startswith(("st", "nd", "rd", "th"), end):
        return _ordinal(text, match)
    value = numerals.digits(match.group())
    top = compiled(_TOP).search(text, max(floor, start - 8), start)
    if top:
        return _rank(text, top, end, value)
    after, value = _scaled(text, start, end, value)
    if after == end and identifiers.is_name(text, start, end):
        return None, identifiers.end_of_name(text, end)
    return _measured(text, Span(start, after), value, floor)


def _spelled(text: str, match: re.Match[str], floor: int) -> Read:
    value = numerals.english(match.group())
    top = compiled(_TOP).search(text, max(floor, match.start() - 8), match.start())
    if top:
        return _rank(text, top, match.end(), value)
    found, end = _measured(text, Span(*match.span()), value, floor)
    if found and match.group().lower() == "one" and _is_pronoun(text, match.start(), found):
        return None, end
    return found, end


def _is_pronoun(text: str, start: int, one: Quantity) -> bool:
    """Whether “one” is one of what was named ("adopt one", "the old one"), and no count."""
    before = text[max(0, start - _REACH) : start]
    return bool(
        compiled(_THAT_ONE).search(before)
        or (one.unit is None and not compiled(_COUNTS).search(before))
    )


def _clock(text: str, match: re.Match[str], floor: int) -> Read:
    """7m10s, 2h30: a duration in its larger unit."""
    digits = compiled(r"\d+").findall(match.group())
    value = float(digits[0]) + float(digits[1]) / 60
    unit = "h" if "h" in match.group() else "m"
    return _compared(text, Span(*match.span()), (value, value), unit, floor)


def _measured(text: str, span: Span, value: float, floor: int) -> Read:
    start, end = span
    out_of = compiled(_OF).match(text, end)
    if out_of:
        whole = Span(start, out_of.end())
        return _compared(text, whole, (value, value), out_of.group().strip(), floor)
    digits_end, (end, unit) = end, unit_words.unit(text, end, one=text[start:end].lower() == "one")
    if compiled(_PER).search(text, max(0, start - 4), start):
        return None, end
    high = value
    second = compiled(_RANGE).match(text, end)
    if second and numerals.digits(second[1]) > value and _is_range(text, start, second, unit):
        after, high = _scaled(text, second.start(1), second.end(1), numerals.digits(second[1]))
        digits_end, (end, unit) = after, unit_words.unit(text, after)
    whole = Span(start, end if unit else digits_end)
    return _compared(text, whole, (value, high), unit, floor)


def _is_range(text: str, start: int, joint: re.Match[str], unit: str | None) -> bool:
    joined = joint.group().strip()
    if joined == "and":
        return text[max(0, start - 8) : start].lower() == "between "
    if joined != "to":
        return True
    return unit is None and not compiled(_FROM).search(text, max(0, start - 30), start)


def _scaled(text: str, start: int, end: int, value: float) -> tuple[int, float]:
    """10k, $2.4M, 3 million; m and B only behind a currency sign."""
    scale = compiled(_SCALE).match(text, end)
    if not scale:
        return end, value
    money = start > 0 and text[start - 1] in units.CURRENCY
    if scale[1] in ("m", "B") and not money:
        return end, value
    return scale.end(), value * numerals.SCALES[scale[1]]


def _compared(
    text: str, span: Span, values: tuple[float, float] | None, unit: str | None, floor: int
) -> Read:
    whole, comparator, money = comparators.bound(text, span, "en", floor)
    unit = _with_money(money, unit)
    if values is None:
        return Quantity(whole, None, None, unit, comparator, "placeholder"), whole.end
    return Quantity(whole, *values, unit, comparator, units.kind(unit)), whole.end


def _with_money(money: str | None, unit: str | None) -> str | None:
    if not money:
        return unit
    rated = unit and unit.startswith(("a ", "an ", "per ", "each ", "every ", "/"))
    return f"{money} {unit}" if rated else money


def _rank(text: str, top: re.Match[str], end: int, value: float) -> Read:
    word = top.group().strip().lower()
    after, unit = unit_words.unit(text, end)
    if word == "first":
        return Quantity(Span(top.end(), after), value, value, unit, "=", "number"), after
    if word != "top" and value != 1:
        return None, end
    return Quantity(Span(top.start(), after), value, value, unit, "<=", "rank"), after


def _ordinal(text: str, match: re.Match[str]) -> Read:
    """1st and 83rd are ranks behind a preposition or a verb of rank, else they only order."""
    start, end = match.start(), match.end() + 2
    if text[end : end + 1].isalnum() or not compiled(_RANKS).search(text, max(0, start - 9), start):
        return None, end
    value = numerals.digits(match.group())
    return Quantity(Span(start, end), value, value, None, "=", "rank"), end


def _half(text: str, match: re.Match[str], floor: int) -> Read:
    if match.group().lower() in ("half", "a half"):
        found, end = _compared(text, Span(*match.span()), (50.0, 50.0), None, floor)
        return found and found._replace(kind="percent"), end
    return Quantity(Span(*match.span()), 0.5, 0.5, None, "=", "multiple"), match.end()


def _share(text: str, match: re.Match[str], floor: int) -> Read:
    words = match.group().lower()
    below = next(value for name, value in _SHARES.items() if name in words)
    above = next((float(numerals.ONES.index(w)) for w in ("two", "three") if w in words), 1.0)
    value = 100 * above / below
    found, end = _compared(text, Span(*match.span()), (value, value), None, floor)
    return found and found._replace(kind="percent"), end


def _multiple(_text: str, match: re.Match[str], _floor: int) -> Read:
    word = match.group().lower()
    value = next((v for start, v in _FOLDS if word.startswith(start)), 3.0)
    return Quantity(Span(*match.span()), value, value, None, "=", "multiple"), match.end()


def _none(text: str, match: re.Match[str], _floor: int) -> Read:
    end, unit = match.end(), None
    if match.group().lower() in ("zero", "no"):
        end, unit = unit_words.unit(text, end)
    return Quantity(Span(match.start(), end), 0.0, 0.0, unit, "=", "none"), end


def _all(text: str, match: re.Match[str], _floor: int) -> Read:
    end = match.end()
    if match.group().lower() == "all":
        end, _ = unit_words.unit(text, end)
    if end == match.end() and (noun := compiled(_SINGULAR).match(text, end)):
        end = noun.end()
    return Quantity(Span(match.start(), end), 1.0, 1.0, None, "=", "all"), match.end()


def _often(_text: str, match: re.Match[str], _floor: int) -> Read:
    return Quantity(Span(*match.span()), 1.0, 1.0, None, "=", "all"), match.end()


def _hole(text: str, match: re.Match[str], floor: int) -> Read:
    end, unit = unit_words.unit(text, match.end())
    return _compared(text, Span(match.start(), end), None, unit, floor)


_READERS: Mapping[str, Callable[[str, re.Match[str], int], Read]] = {
    "number": _number,
    "clock": _clock,
    "spelled": _spelled,
    "half": _half,
    "share": _share,
    "multiple": _multiple,
    "none": _none,
    "often": _often,
    "all": _all,
    "hole": _hole,
}
