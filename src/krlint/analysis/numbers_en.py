"""English quantities: at least 95%, 4 min 20 s, three of ten, £310,000, top 3, every permit type."""

import re
from collections.abc import Callable, Mapping

from krlint.analysis import numerals, units
from krlint.analysis.numbers_ja import QuantityKind
from krlint.model import Quantity, Span

_D = numerals.DIGITS
_ONES = "|".join(numerals.ONES[2:])
_TENS = "|".join(numerals.TENS)
_SPELLED = (
    rf"(?:(?:{_TENS})(?:[-\s](?:one|{_ONES}))?|{_ONES}|one(?!\s(?:of|another|more|place|or)\b)|a(?=\s(?:hundred|thousand|million|dozen)\b))"
    r"(?:\s(?:hundred|thousand|million|billion|dozen)\b){0,2}"
)
_PERIOD = r"(?:day|week|month|quarter|year|morning|evening|sprint)"
SCAN = re.compile(
    rf"""
    (?P<name>\d{{1,2}}:\d\d(?!\d)|24/7|\d+(?:-\d+){{2,}}|\d+-day\s(?:week|weekend)s?\b|\b\d+-[A-Z][a-z]+|\d+\.\d+(?=\s(?:version|release)\b)|\b[A-Za-z]+-\d[\w.]*|\d+(?:\.\d+){{2,}}|\b(?:{_ONES}|one)-[a-z][\w-]*
       |\b[a-z]+(?:-\w+)+-[a-z]+)
  | (?P<number>{_D}|\.\d+)
  | (?P<half>(?i:\b(?:(?:cut|reduced?|down|fall|drop)(?:s|ped)?\s)?(?:in|by)\s(?:a\s)?half\b|\bhalv(?:e[sd]?|ing)\b
       |(?<!first\s)(?<!second\s)(?<!other\s)\bhalf(?=\s(?:of|the|a[sl]l?|our)\b)))
  | (?P<share>(?i:\b(?:(?:one|two|three)[-\s]|a\s)(?:third|quarter|fifth|tenth)s?\b(?=\s+(?:of|fewer|less|more)\b|\s*(?:[,.;)]|$))(?!\sparty)))
  | (?P<multiple>(?i:\b(?:doubl(?:e[sd]?|ing)|trebl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|quadrupl(?:e[sd]?|ing)|twofold|threefold|tenfold)\b
       (?![\s-](?:check|opt|entry|click|blind))|\btwice\b(?!\sa\b)))
  | (?P<spelled>(?i:\b{_SPELLED}\b(?![-/])))
  | (?P<none>(?i:\b(?:zero(?![-\s](?:trust|based|day|downtime\sdeploy|touch|sum|knowledge))|none|no(?=\s[a-z])
       (?!\s(?:later|longer|more|less|fewer|matter|one|need|doubt|earlier|sooner|worse|better)\b)|nobody|no\sone)\b))
  | (?P<often>(?<=^)[A-Z][a-z]+\s(?:a\s|the\s)?(?:daily|weekly|fortnightly|biweekly|monthly|quarterly)(?=\s[a-z])
       |\b(?:daily|weekly|fortnightly|biweekly|monthly|quarterly)(?=\s*(?:[.;,)]|$))|\bevery\s{_PERIOD}\b(?!\send)
       |\bevery\s(?:two|three|other|\d+)\s{_PERIOD}s?\b|\bonce\s(?:a|per|every)\s{_PERIOD}\b|\bon\sa\s(?:daily|weekly|monthly|quarterly)\sbasis)
  | (?P<all>(?<!\bat\s)(?<!\bnot\s)(?<!\bafter\s)\b(?:[Aa]ll|[Ee]very|[Ee]ach)\b(?!-)(?!\s(?:time|kinds|sorts|about|in\sall|day)\b)(?=\s[(\w])|\balways\b|\b[Ee]very(?:one|body)\b)
  | (?P<hole>(?<![\w.])(?:[XYZxyz]{{1,3}}|[Nn]{{1,2}}|_{{2,}}|\?{{2,}})(?=\s?%|\+?\s[a-z]{{3}})(?!\s(?:axis|and|or|is))
       |(?<=\bto\s)(?:[XYZ]{{1,3}}|N)(?![\w-])|[$€£]\s?[XN]{{1,3}}[kKMm]?\b|\{{[^{{}}\s]{{1,30}}\}}
       |\[(?:[XYZN]{{1,3}}|[^\[\]]{{0,20}}(?:target|baseline|number|value|tbd|TBD)[^\[\]]{{0,12}})\]
       |\b(?:TBD|tbd|TBC|tbc|TBA)\b)
    """,
    re.VERBOSE,
)

_UPPER_START = re.compile(r"[A-Z]")
_BEFORE = re.compile(
    r"(?P<word>\b(?:at\sleast|at\smost|no\s(?:more|less|fewer|later)\sthan|not\smore\sthan|less\sthan|fewer\sthan|more\sthan"
    r"|greater\sthan|better\sthan|higher\sthan|lower\sthan|a\smaximum\sof|a\sminimum\sof|maximum|minimum|max\.?|min\.?|up\sto"
    r"|within|inside|under|below|over|above|exceed(?:s|ing)?|about|around|approx(?:imately|\.)?|roughly|nearly|almost|some"
    r"|between))?\s?"
    r"(?P<of>(?:of|the|a|an)\s)?(?P<sign>[≥≧≤≦<~≈]=?|(?<![-=–])>=?|±|\+/-|\+\s/\s-|[+\-−–])?\s?(?P<money>[$€£¥]|USD\s|EUR\s|GBP\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s?(?P<word>\+(?!\d)|(?:\sor\s)?(?:or\s(?:less|fewer|more|above|over|below|under|better|higher|lower|faster))\b|at\s(?:most|least)\b"
    r"|max(?:imum)?\b|min(?:imum)?\b(?!\d)|plus\b|ahead\b)"
)
_SIGNS: Mapping[str, str] = {
    "≥": ">=", "≧": ">=", ">=": ">=", "≤": "<=", "≦": "<=", "<=": "<=", "<": "<", ">": ">",
    "~": "~", "≈": "~", "±": "<=", "+/-": "<=", "+ / -": "<=", "+": "+", "-": "-", "−": "-",
    "–": "-",
}  # fmt: skip
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"at least|no less|no fewer|a minimum|minimum|min|or (?:more|above|over|better|higher)|plus|\+"), ">="),
    (re.compile(r"at most|no more|not more|no later|maximum|max|up to|within|inside|or (?:less|fewer|below|under|lower|faster)"), "<="),
    (re.compile(r"less than|fewer than|lower than|under|below"), "<"),
    (re.compile(r"more than|greater than|better than|higher than|over|above|exceed"), ">"),
    (re.compile(r"about|around|approx|roughly|nearly|almost|some"), "~"),
)
_BY = re.compile(r"\bby\s(?:about\s|around\s|a\s|an\s|another\s)?$")
_DOWN_BY = re.compile(r"\b(?:reduc|cut|lower|decreas|drop|fall|fell|down|shrink|short|sav|less|fewer)[a-z]*\b", re.IGNORECASE)
_RANGE = re.compile(rf"(?:\s?[–—~〜]\s?|-|\sto\s|\sand\s)(?=({_D}))")
_OF = re.compile(
    rf"(?:\s(?:out\sof|of|in)\s(?:every\s|the\s|our\s)?(?:{_D}|ten|twenty|hundred)(?!\s?%)|\s?/\s?{_D}(?![/\d]))(?:\s[a-z]+s\b)?"
)
_NAMED = re.compile(r"([A-Za-z][\w./&+]*)(\s?)$")
_STANDARD = re.compile(
    r"(?:ISO|IEC|IATF|SOC|WCAG|DSS|RFC|CVSS|PCI|EN|HTTP|TLS|Windows|Python|Android|iOS|macOS|[Pp]hase|[Tt]ier|[Ll]ine|[Ss]tep"
    r"|[Vv]ersion|[Vv]ol|[Rr]elease|[Pp]age|[Dd]ay|[Ww]eek|[Mm]onth|[Ss]ection|[Cc]hapter|[Aa]rticle|[Cc]lause|[Aa]nnex|[Pp]art|[Rr]oom"
    r"|[Gg]ate|[Ss]tage|[Cc]lass|[Cc]ategory|[Pp]riority|[Ss]everity|[Ss]ev|[Ii]ssue|[Tt]icket|[Ss]cope|KR|OKR|O|Objective|Level|Group|Team|Type|v|V|P)$"
)
_STRONG = re.compile(r"\s?(?:%|→|[-=]>|to\s\d|\+|x\b|points?\b|pts?\b)")
_PERCENT = re.compile(r"\s?(?:%|→|[-=]>)")
_TO_NEXT = re.compile(r"\sto\s(?=\d)")
_TOP = re.compile(r"\b(?:top|Top|TOP|first|No\.|no\.|number|Number|#)\s?$")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_RANKS = re.compile(r"\b(?:from|to|rank(?:ed|s)?|in|at|be|place[ds]?|above|than|or|,)\s$")
_HYPHENED = re.compile(r"-[a-z]{2,}")
_YEAR_NOUN = re.compile(r"\s(?:levels?|budget|plan|figures?|results?|baseline|average|edition|version|survey|season)\b|\s?[,.;)]|$")
_YEAR_BEFORE = re.compile(r"\b(?:in|since|of|from|to|by|than|until|for|vs\.?|on|the|end)\s$")
_SINGULAR = re.compile(r"(?:\s[a-z][\w-]*(?<!s)(?<!ed)\b){1,2}")
_FOLDS = {"d": 2.0, "tw": 2.0, "q": 4.0, "te": 10.0}
_SHARES = {"third": 3.0, "quarter": 4.0, "fifth": 5.0, "tenth": 10.0}


def read(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    """
    The quantity that a match of SCAN begins, and where reading goes on.

    `floor` is the end of what was read before: a comparator cannot reach back beyond it.
    """
    kind = match.lastgroup or ""
    reader = _READERS.get(kind)
    return reader(text, match, floor) if reader else (None, match.end())


def _number(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    start, end = match.span()
    if top := _TOP.search(text, max(floor, start - 8), start):
        return _rank(text, match, top)
    if _ORDINAL.match(text, end):
        return _ordinal(text, match, floor)
    if _is_name(text, start, end):
        return None, _name_end(text, end)
    value = numerals.digits("0" + match.group() if match.group()[0] == "." else match.group())
    end, value = _scaled(text, start, end, value)
    return _measured(text, Span(start, end), value, floor)


def _measured(
    text: str, span: Span, value: float, floor: int
) -> tuple[Quantity | None, int]:
    start, end = span
    low = high = value
    out_of = _OF.match(text, end)
    if out_of:
        return _compared(text, Span(start, out_of.end()), low, high, out_of.group().strip(), floor)
    end, unit = units.english(text, end)
    if text[max(0, start - 4) : start].lower() == "per ":
        return None, end
    second = _RANGE.match(text, end)
    if second and numerals.digits(second[1]) > low and _is_range(text, start, second, unit):
        after, high = _scaled(text, second.start(1), second.end(1), numerals.digits(second[1]))
        end, unit = units.english(text, after)
    return _compared(text, Span(start, end), low, high, unit, floor)


def _is_range(text: str, start: int, joint: re.Match[str], unit: str | None) -> bool:
    before = text[max(0, start - 30) : start].lower()
    joined = joint.group().strip()
    if joined == "and":
        return before.rstrip().endswith("between")
    return joined != "to" or (unit is None and not re.search(r"\b(?:from|up|down)\s", before))


def _scaled(text: str, start: int, end: int, value: float) -> tuple[int, float]:
    scale = re.compile(r"\s?(k|K|M|mn|m|bn|B|thousand|million|billion)(?![A-Za-z0-9])").match(text, end)
    if not scale:
        return end, value
    money = text[max(0, start - 1) : start] in units.CURRENCY and start > 0
    name = scale[1]
    if name in ("m", "B") and not money:
        return end, value
    return scale.end(), value * numerals.SCALES[name]


def _compared(
    text: str, span: Span, low: float | None, high: float | None, unit: str | None, floor: int
) -> tuple[Quantity, int]:
    """The quantity with what stands before and behind it: currency, sign, comparator."""
    start, end = span
    comparator = "="
    before = _BEFORE.search(text, max(floor, start - 26), start)
    if before and before.group().strip() and (before["word"] or not before["of"]):
        if not _is_dash(text, before):
            sign = before["sign"]
            comparator = _SIGNS.get(sign, "=") if sign else _comparator(before["word"] or "")
            unit = _with_money(before["money"], unit)
            start = before.start() + len(before.group()) - len(before.group().lstrip())
    after = _AFTER.match(text, end)
    if after and comparator == "=":
        end, comparator = after.end(), _comparator(after["word"])
    elif comparator == "=" and _BY.search(text, max(floor, start - 16), start):
        falls = _DOWN_BY.search(text, max(0, start - 80), start)
        comparator = "-" if falls else "+"
    kind: QuantityKind = "placeholder" if low is None else _kind(unit)
    return Quantity(Span(start, end), low, high, unit, comparator, kind), end


def _with_money(money: str | None, unit: str | None) -> str | None:
    if not money:
        return unit
    money = money.strip()
    return f"{money} {unit}" if unit and unit.startswith(("a ", "an ", "per ", "each ", "/")) else money


def _comparator(words: str) -> str:
    words = words.lower()
    return next((sign for pattern, sign in _WORDS if pattern.search(words)), "=")


def _is_dash(text: str, before: re.Match[str]) -> bool:
    """A dash between two words is punctuation, not a sign."""
    if before["sign"] not in ("-", "−", "–") or before["word"]:
        return False
    at = before.start("sign")
    return (at > 0 and not text[at - 1].isspace() and text[at - 1] != "(") or text[
        at + 1 : at + 2
    ] == " "


def _kind(unit: str | None) -> QuantityKind:
    if unit is None:
        return "number"
    if unit[0] == "%" or unit.lower().startswith(("percent", "per cent", "pp", "pt", "point")):
        return "percent"
    return "multiple" if unit[0] in "x×" and len(unit) < 3 else "number"


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a name, a version, a section or a year."""
    if text[end : end + 1] in (":", ".") and text[end + 1 : end + 2].isdigit():
        return True
    after = text[end : end + 1]
    if after.isalpha() and _scaled(text, start, end, 1.0)[0] == end and not units.GLUED.match(text, end):
        return True
    if _HYPHENED.match(text, end) and not re.search(r"\b(?:a|an|than|least)\s$", text[:start][-6:]):
        return True
    if _is_year(text, start, end):
        return True
    named = _NAMED.search(text, max(0, start - 20), start)
    return named is not None and _named(text, named, start, end)


def _named(text: str, named: re.Match[str], start: int, end: int) -> bool:
    word, gap = named[1], named[2]
    strong = _STRONG.match(text, end) is not None
    if not gap:
        return not (strong and word.isupper() and len(word) > 1)
    if _STANDARD.match(word):
        return not _PERCENT.match(text, end)
    if strong or not word[0].isupper():
        return False
    number = text[start:end]
    if word.isupper():
        return len(number) > 3 and number.isdigit()
    inner = named.start() > 0 and text[named.start() - 2 : named.start() - 1] not in (".", ":", ";", "-", "")
    return inner and units.english(text, end)[1] is None


def _is_year(text: str, start: int, end: int) -> bool:
    if end - start != 4 or not "1990" <= text[start:end] <= "2049":
        return False
    return bool(_YEAR_NOUN.match(text, end) or _YEAR_BEFORE.search(text, max(0, start - 8), start))


def _name_end(text: str, end: int) -> int:
    while end < len(text) and (
        text[end].isalnum() or (text[end] in ".:-" and text[end + 1 : end + 2].isalnum())
    ):
        end += 1
    onward = _TO_NEXT.match(text, end)
    return _name_end(text, onward.end()) if onward else end


def _rank(
    text: str, match: re.Match[str], top: re.Match[str]
) -> tuple[Quantity | None, int]:
    if top.group().strip() == "#" or top.group().strip().lower() in ("no.", "number"):
        if match.group() != "1":
            return None, match.end()
    value = numerals.digits(match.group())
    end, unit = units.english(text, match.end())
    if top.group().strip().lower() == "first":
        return Quantity(Span(match.start(), end), value, value, unit, "=", "number"), end
    return Quantity(Span(top.start(), end), value, value, unit, "<=", "rank"), end


def _ordinal(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    end = match.end() + 2
    if not _RANKS.search(text.lower(), max(0, match.start() - 9), match.start()):
        return None, end
    value = numerals.digits(match.group())
    return Quantity(Span(match.start(), end), value, value, None, "=", "rank"), end


def _spelled(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    if top := _TOP.search(text, max(floor, match.start() - 6), match.start()):
        if top.group().strip().lower() == "top":
            value = numerals.english(match.group())
            end, unit = units.english(text, match.end())
            return Quantity(Span(top.start(), end), value, value, unit, "<=", "rank"), end
    return _measured(text, Span(*match.span()), numerals.english(match.group()), floor)


def _half(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    if match.group().lower() == "half":
        return Quantity(Span(*match.span()), 50.0, 50.0, None, "=", "percent"), match.end()
    return Quantity(Span(*match.span()), 0.5, 0.5, None, "=", "multiple"), match.end()


def _share(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    words = match.group().lower()
    below = next(value for name, value in _SHARES.items() if name in words)
    above = next((float(numerals.ONES.index(w)) for w in ("two", "three") if w in words), 1.0)
    return _compared(text, Span(*match.span()), above / below, above / below, None, floor)


def _multiple(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    word = match.group().lower()
    value = next((v for start, v in _FOLDS.items() if word.startswith(start)), 3.0)
    return Quantity(Span(*match.span()), value, value, None, "=", "multiple"), match.end()


def _none(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    if match.group().lower() in ("zero", "no"):
        end, unit = units.english(text, match.end())
        return Quantity(Span(match.start(), end), 0.0, 0.0, unit, "=", "none"), end
    return Quantity(Span(*match.span()), 0.0, 0.0, None, "=", "none"), match.end()


def _all(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    end = match.end()
    if match.group().lower() == "all":
        end, _ = units.english(text, end)
    if end == match.end() and (noun := _SINGULAR.match(text, end)):
        end = noun.end()
    return Quantity(Span(match.start(), end), 1.0, 1.0, None, "=", "all"), match.end()


def _often(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    start = match.start()
    if match.group()[0].isupper():
        start = match.group().rfind(" ") + 1 + start
    return Quantity(Span(start, match.end()), 1.0, 1.0, None, "=", "all"), match.end()


def _hole(text: str, match: re.Match[str], floor: int) -> tuple[Quantity | None, int]:
    end, unit = units.english(text, match.end())
    return _compared(text, Span(match.start(), end), None, None, unit, floor)


_READERS: Mapping[
    str, Callable[[str, re.Match[str], int], tuple[Quantity | None, int]]
] = {
    "number": _number, "spelled": _spelled, "half": _half, "share": _share, "none": _none,
    "multiple": _multiple, "all": _all, "often": _often, "hole": _hole,
}  # fmt: skip
