"""Which date of a key result says by when."""

import unicodedata
from collections.abc import Mapping, Sequence

from krlint.analysis.dates import dates as read_dates
from krlint.analysis.patterns import compiled
from krlint.model import DateMention, Language, Slot, Span

_JA_BY = r"\s?(?:まで|中に|内に|締|〆|を?(?:期限|目途|目処))"
_NOT_AFTER: Mapping[Language, str] = {
    "ja": (
        r"\s?(?:の(?!末|間に)|から|に比べ|に対し|と比べ|後|締め[後の]|より|版|期|以降|比|[:はが=]"
        r"|(?<!末)時点|時点[^()]{0,20}\)|実績|開始"
        r"|[にで][^、。]{1,20}た)"
    ),
    "en": (
        r"(?:\s?:|'s\b|\s(?:levels?|plan|budget|figures?|results?|baseline|and\b|contract)"
        r"|[\s-][A-Z][a-z])"
    ),
}
_EN_BY = r"(?i)\b(?:by|before|until|till|no\slater\sthan|due|latest)\s(?:the\s)?$"
_EN_MAY = r"(?i)(?:\b(?:in|at|for|during|this|on)\s(?:the\s)?|[(\[@,–-]\s?)$"
_EN_NOT = (
    r"(?i)\b(?:from|since|after|vs\.?|versus|(?<!later\s)than|against|of|last|to|agreed\son|released\sin|as\sof)"
    r"\s(?:in\s)?(?:the\s)?$"
)
_EN_STOOD = r"\([^()\d]{0,12}\d[^()]{0,16}\s(?:in|for)\s$"
"""Before the period of a figure in brackets: "(21 days in Q1)"."""
_NAMED = r"[\d月期年末春夏秋冬]|[A-Z]|\b(?:end|year|quarter|month|half|next|this)\b|er\b|ing\b"
_FIGURE_NEXT = r"\s?[:=]?\s?[\d~<>≤≥]"
_TERM = ("今期", "当期", "今年度", "本年度", "年内", "年度内", "期末", "今月")
_LASTS = (
    r"(?i)\b(?:run(?:ning|s)?|valid|last(?:ing|s)?|expir\w{2,4}|open|ends?|ending)"
    r"\s(?:until|till|by)\s(?:the\s)?$"
)
_JA_WITHIN = r"(?:まで|中に|内に|締|〆|を?期限)|(?<=[内中末])(?:に(?!向|備|控|開|施|発|予)|、)"
_NAMED_BEFORE: Mapping[Language, str] = {
    "ja": r"(?:期限|締め?切り?|納期|期日)\s?(?:[:は]|を)?\s?$",
    "en": r"(?i)\b(?:deadline|due|due\sdate)\s?(?:is\s|:\s?)?$",
}
_SURELY, _PERHAPS, _NOT = 2, 1, 0


def deadline(
    text: str, language: Language, dates: Sequence[DateMention], fields: Mapping[str, str]
) -> Slot | None:
    """The date by which, from the field of that name or from the text."""
    value = fields.get("deadline", "").strip()
    if value:
        folded = unicodedata.normalize("NFKC", value)
        other: Language = "en" if language == "ja" else "ja"
        known = read_dates(folded, language) or read_dates(folded, other)
        return Slot(value, Span(0, len(value)), "deadline") if known else None
    claims = ((_claim(text, language, day), day) for day in dates)
    sure, best = max(claims, key=lambda claim: claim[0], default=(_NOT, None))
    if best is None or sure == _NOT:
        return None
    return Slot(text[best.span.start : best.span.end], best.span)


def _claim(text: str, language: Language, day: DateMention) -> int:
    """How surely a date is a deadline, by the particle behind it or the preposition before."""
    start, end = day.span
    if day.vague and not compiled(_NAMED).search(text, start, end):
        return _NOT
    if compiled(_NOT_AFTER[language]).match(text, end):
        return _NOT
    if compiled(_FIGURE_NEXT).match(text, end) and text[start:end] not in _TERM:
        return _NOT
    if language == "ja":
        return _SURELY if compiled(_JA_BY).match(text, end) else _PERHAPS
    return _claim_en(text, start, end)


def is_firm(text: str, language: Language, span: Span) -> bool:
    """
    Whether the date surely says by when: 9月末までに, "by 30 September".

    A date that may belong to what is talked of does not: "the January intake", 10月施行の法改正.
    """
    start, end = span
    if compiled(_NAMED_BEFORE[language]).search(text, max(0, start - 12), start):
        return True
    if language == "ja":
        return compiled(_JA_WITHIN).match(text, end) is not None
    reach = max(0, start - 28)
    if compiled(_LASTS).search(text, reach, start):
        return False
    return compiled(_EN_BY).search(text, reach, start) is not None


def _claim_en(text: str, start: int, end: int) -> int:
    reach = max(0, start - 18)
    if compiled(_EN_NOT).search(text, reach, start):
        return _NOT
    if compiled(_EN_STOOD).search(text, max(0, start - 40), start):
        return _NOT
    if compiled(_EN_BY).search(text, reach, start) or text.startswith(("within", "in the"), start):
        return _SURELY
    ends = text[end : end + 2].strip()[:1] in ("", ")", ".", ",", ";")
    opens = not text[reach:start].strip() and not text[end : end + 2].strip().islower()
    may = ends or opens or compiled(_EN_MAY).search(text, reach, start)
    return _PERHAPS if may else _NOT
