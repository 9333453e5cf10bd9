"""Which date of a key result says by when."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from krlint.analysis.dates import dates as read_dates
from krlint.model import DateMention, Language, Slot, Span

_JA_BY = re.compile(r"\s?(?:まで|中に|内に|締|〆|を?(?:期限|目途|目処))")
_NOT_AFTER: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(
        r"\s?(?:の(?!末|間に)|から|に比べ|に対し|と比べ|後|締め[後の]|より|版|期|以降|比|[:はが=]"
        r"|時点|実績|開始"
        r"|[にで][^、。]{1,20}た)"
    ),
    "en": re.compile(
        r"(?:\s?:|'s\b|\s(?:levels?|plan|budget|figures?|results?|baseline|and\b|contract)"
        r"|[\s-][A-Z][a-z])"
    ),
}
_EN_BY = re.compile(
    r"\b(?:by|before|until|till|no\slater\sthan|due|latest)\s(?:the\s)?$", re.IGNORECASE
)
_EN_MAY = re.compile(r"(?:\b(?:in|at|for|during|this|on)\s(?:the\s)?|[(\[@,–-]\s?)$", re.IGNORECASE)
_EN_NOT = re.compile(
    r"\b(?:from|since|after|vs\.?|versus|than|of|last|to|agreed\son|released\sin|as\sof)"
    r"\s(?:the\s)?$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[\d月期年末春夏秋冬]|[A-Z]|\b(?:end|year|quarter|month|half|next|this)\b|er\b|ing\b"
)
_FIGURE_NEXT = re.compile(r"\s?[:=]?\s?[\d~<>≤≥]")
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
    if day.vague and not _NAMED.search(text, start, end):
        return _NOT
    if _FIGURE_NEXT.match(text, end) or _NOT_AFTER[language].match(text, end):
        return _NOT
    if language == "ja":
        return _SURELY if _JA_BY.match(text, end) else _PERHAPS
    return _claim_en(text, start, end)


def _claim_en(text: str, start: int, end: int) -> int:
    reach = max(0, start - 18)
    if _EN_NOT.search(text, reach, start):
        return _NOT
    if _EN_BY.search(text, reach, start) or text.startswith(("within", "in the"), start):
        return _SURELY
    ends = text[end : end + 2].strip()[:1] in ("", ")", ".", ",", ";")
    may = ends or _EN_MAY.search(text, reach, start) or not text[reach:start].strip()
    return _PERHAPS if may else _NOT
