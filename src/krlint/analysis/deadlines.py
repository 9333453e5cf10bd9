"""Which date of a key result says by when."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from krlint.analysis.dates import dates as read_dates
from krlint.model import DateMention, Language, Slot, Span

_STRONG_AFTER = re.compile(r"\s?(?:まで|中に|内に|締|〆|を?(?:期限|目途|目処))")
_NOT_AFTER: Mapping[Language, re.Pattern[str]] = {
    "ja": re.compile(r"\s?(?:の(?!末|間に)|から|に比べ|に対し|と比べ|後|締め後|締めの|より|版|以降|比|[::は=]|時点|[にで][^、。]{1,20}た|実績|開始)"),
    "en": re.compile(r"(?:\s?:|'s\b|\s(?:levels?|plan|budget|figures?|results?|baseline|and\b|contract)|[\s-][A-Z][a-z])"),
}
_EN_BY = re.compile(r"\b(?:by|before|until|till|no\slater\sthan|due|latest)\s(?:the\s)?$", re.IGNORECASE)
_EN_MAY = re.compile(r"(?:\b(?:in|at|for|during|this|on)\s(?:the\s)?|[(\[@,–-]\s?)$", re.IGNORECASE)
_EN_NOT = re.compile(r"\b(?:from|since|after|vs\.?|versus|than|of|last|to|agreed\son|released\sin|as\sof)\s(?:the\s)?$", re.IGNORECASE)
_DATED = re.compile(r"[\d月期年末春夏秋冬]|[A-Z]|\b(?:end|year|quarter|month|half|next|this)\b|er\b|ing\b")
_FIGURE_NEXT = re.compile(r"\s?[:=]?\s?[\d~<>≤≥]")


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
    found = [(_claim(text, language, day), day) for day in dates]
    best = max(found, key=lambda item: item[0], default=None)
    if best is None or best[0] == 0:
        return None
    span = best[1].span
    return Slot(text[span.start : span.end], span)


def _claim(text: str, language: Language, day: DateMention) -> int:
    """How surely a date is a deadline: 2 by its particle or preposition, 1 by default, 0 not."""
    start, end = day.span
    words = text[start:end]
    if day.vague and not _DATED.search(words):
        return 0
    if _FIGURE_NEXT.match(text, end) or _NOT_AFTER[language].match(text, end):
        return 0
    if language == "ja":
        return 2 if _STRONG_AFTER.match(text, end) else 1
    before = text[max(0, start - 18) : start]
    if _EN_NOT.search(before):
        return 0
    if _EN_BY.search(before) or words.startswith(("within", "in the next")):
        return 2
    rest = text[end : end + 2].strip()
    ends = not rest or rest[0] in ").,;"
    return 1 if ends or _EN_MAY.search(before) or not before.strip() else 0
