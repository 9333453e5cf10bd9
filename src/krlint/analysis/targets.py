"""Which quantities of a text form a change from one to the other, and which one is the target."""

from collections.abc import Sequence
from itertools import pairwise

from krlint.analysis import units
from krlint.analysis.patterns import compiled
from krlint.analysis.references import is_promise, is_reference
from krlint.model import Language, Quantity, Span

_ARROW = r"(?:→|⇒|➡|⇨|➔|⟶|[-=–]{1,2}>)"
_ARROW_GAP = rf"[^→⇒.;。\d]{{0,24}}{_ARROW}\s?(?:1[日月年週]\s?)?[^\d。.;]{{0,12}}"
_JA_FROM = r"[^\d。、;]{0,6}(?:から|より)[^\d。;]{0,12}"
_JA_OBJECT = r"(?![にへま])(?:[^\d。;、]{0,14}|[^\d。;、]{0,11}、[これそ]{2})を[^\d。;、]{0,6}"
_JA_TO = r"\s?(?:まで|[にへ](?!つい|お|関|対|よ))"
_EN_FROM = r"\b[Ff]rom\s(?:about\s|around\s|roughly\s|the\s|an?\s)?$"
_EN_TO = r"[^.;\d]{0,40}\b(?:in)?to\s(?:about\s|around\s|the\s)?"
_EN_BACK_FROM = r"(,|\s(?:up|down))?(?:\sof\s[a-z]{1,20})?\sfrom\s(?:about\s|around\s)?"
_EN_LED_TO = r"\bto\s(?:about\s|around\s)?$"
_EN_BARE_TO = r"\sto\s"
_EN_ON_TO = r"[^.;,()\d]{0,20}\sto\s[^.;,()\d]{0,12}\d"
_LONGEST_GAP = 50
_CLAUSE_END = r"[;。\n]|\.\s"
_OPEN = r"[(（][^()（）]{0,60}$"
_SHARES = ("of ", "out of ", "/")
_GRADE = r"[「『“\"][^「」『』“”\"]{1,20}[」』”\"]以[上下]"
_SUBJECT_END = r"\bfrom\b|[:;(]|\d"
_ACRONYM = r"\b[A-Z]{2,5}\b"
_PLURAL = r"(?<![-\w])[A-Za-z](?:[a-z]|-(?!of-)){2,20}s\b"


def pair(
    text: str, language: Language, quantities: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """
    The first two figures that stand as from and to: 12%から18%に, "from 12 to 6", 75分⇒30分.

    Either may be a placeholder, but not both.
    """
    figures = (q for q in quantities if q.kind != "all")
    for first, second in pairwise(figures):
        gap = text[first.span.end : second.span.start]
        if len(gap) > _LONGEST_GAP or first.kind == second.kind == "placeholder":
            continue
        if language == "en" and _reversed(text, first, second, gap):
            return second, first
        if _joins(text, language, first, second, gap):
            return first, second
    return None


def _reversed(text: str, first: Quantity, second: Quantity, gap: str) -> bool:
    """To 75% from 68%; "5 reviews from 3 clients" is none."""
    turned = compiled(_EN_BACK_FROM).fullmatch(gap)
    if turned is None or first.kind != second.kind:
        return False
    if compiled(_EN_ON_TO).match(text, second.span.end):
        return False
    led = compiled(_EN_LED_TO).search(text, max(0, first.span.start - 12), first.span.start)
    return turned[1] is not None or led is not None


def _joins(text: str, language: Language, first: Quantity, second: Quantity, gap: str) -> bool:
    if compiled(_ARROW_GAP).fullmatch(gap):
        # 「7分に => 現在9分」: behind the arrow stands how it is now.
        return language == "en" or not is_reference(text, language, second)
    if language == "ja":
        follows = compiled(_JA_TO).match(text, second.span.end) is not None
        if compiled(_JA_FROM).fullmatch(gap):
            return follows or _comparable(first, second)
        return (
            follows
            and _comparable(first, second)
            and compiled(_JA_OBJECT).fullmatch(gap) is not None
        )
    if compiled(_EN_FROM).search(text, max(0, first.span.start - 16), first.span.start):
        return compiled(_EN_TO).fullmatch(gap) is not None
    measured = first.unit or second.unit or text[: first.span.start].rstrip().endswith(":")
    return bool(measured and second.kind != "none" and compiled(_EN_BARE_TO).fullmatch(gap))


def _comparable(first: Quantity, second: Quantity) -> bool:
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return True
    return units.seconds(first.unit) is not None and units.seconds(second.unit) is not None


def preferred(text: str, language: Language, quantities: Sequence[Quantity]) -> Quantity | None:
    """The quantity that is the target: the most telling one of the first clause that has any."""
    known = [
        q
        for q in quantities
        if q.kind != "placeholder"
        and not is_reference(text, language, q)
        and not is_promise(text, language, q)
    ]
    if not known:
        return None
    end = compiled(_CLAUSE_END).search(text, known[0].span.end)
    clause = [q for q in known if end is None or q.span.start < end.start()]
    return max(clause, key=lambda q: (_weight(text, q), -q.span.start))


def _weight(text: str, quantity: Quantity) -> int:
    """Rates tell more than bounds, those more than counts and “all”; what brackets hold least."""
    start, end = quantity.span
    if compiled(_OPEN).search(text, max(0, start - 60), start):
        return 0
    if quantity.kind == "none" and text[end : end + 1] == "の":
        return 1
    if quantity.kind in ("percent", "multiple", "none"):
        return 4
    if quantity.unit is not None and quantity.unit.startswith(_SHARES):
        return 4
    if quantity.kind == "rank":
        return 3 if quantity.unit in (None, "位") else 2
    if quantity.kind == "all":
        return 1
    return 3 if quantity.comparator != "=" or quantity.low == 0 else 2


def grade(text: str) -> Span | None:
    """A level that has a name instead of a figure: 「概ね良好」以上."""
    found = compiled(_GRADE).search(text)
    return Span(*found.span()) if found else None


def noun_counted(text: str, language: Language, *, whole: bool) -> str | None:
    """
    What a bare figure counts, by an English text: the acronym or plural of its subject.

    A figure that is not `whole` (4.6) scores rather than counts, and has no plural.
    """
    if language == "ja":
        return None
    end = compiled(_SUBJECT_END).search(text)
    subject = text[: end.start()] if end and end.start() else text
    found = compiled(_ACRONYM).search(subject)
    if found is None and whole:
        found = compiled(_PLURAL).search(subject)
    return found.group() if found else None
