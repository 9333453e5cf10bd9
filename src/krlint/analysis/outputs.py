"""Figures that count what is put out (posts, workshops), not what comes of it."""

from bisect import bisect_left
from collections.abc import Sequence

from krlint.analysis import units
from krlint.analysis.patterns import compiled
from krlint.analysis.senses import sense
from krlint.model import Analysis, Quantity, Span

_FEW = 3
"""Fewer are a piece of work each, and for KR201 to speak of."""

_MOST = 20
"""Predicates or figures; where there are more, it is a page and no key result."""

_FAR = 40
"""Characters between a noun and the figure of it, at most."""

_RATE = r"\b(?:a|per|each|every)\s|/"
_EN_HOW_OFTEN = r"(?:\s(?:a|an|per|each|every)\s.*|\s?/.*)?"
_EN_HANGS_ON = r"(?<!number\s)\b(?:from|of|per|in|on|by|to|for|with)\s(?:[a-z-]+\s){0,2}$"
_EN_SCOPE = r"\b(?:with|of|in|across|for|on)\s$"
_EN_LEADS_ON = r"(?:[\s:=→>\d.,-]|\b(?:from|to|at|up|a|per|week|month|quarter|year)\b)*"
_EN_IN_FRONT = r"\s(?:[A-Za-z-]+\s){0,2}"
_PEOPLE = ("名", "人", "社", "組", "円", "万円", "億円")
_JA_LINKS = ("助詞", "接尾辞", "接頭辞", "名詞-数詞", "補助記号", "記号")


def puts_out(analysis: Analysis) -> bool:
    """What is done is to put more out, or nothing is said to be done."""
    if analysis.change.direction == "down" or len(analysis.predicates) > _MOST:
        return False
    main = [p for p in analysis.predicates if p.clause == "main"]
    acts = [*analysis.phrases.get("puts_out", ()), *analysis.phrases.get("put_out", ())]
    within = [p for p in main if any(p.span.start <= act.span.start < p.span.end for act in acts)]
    return all(p in within or sense(p) == "change" for p in main)


def count_output(analysis: Analysis, figures: Sequence[Quantity]) -> bool:
    """What stands at each figure is put out: 「記事を20本」, “20 blog posts”."""
    return len(figures) <= _MOST and all(_counts_output(analysis, one) for one in figures)


def _counts_output(analysis: Analysis, quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    often = compiled(_RATE).search(unit) is not None or any(
        place.span.end == quantity.span.start for place in analysis.phrases.get("how_often", ())
    )
    if quantity.kind != "number" or (not often and (quantity.high or 0) < _FEW):
        return False
    if unit.startswith(_PEOPLE) or units.seconds(unit) is not None:
        return False
    made = [place.span for place in analysis.phrases.get("put_out", ())]
    acts = [place.span for place in analysis.phrases.get("puts_out_itself", ())]
    if quantity.field is not None:
        return bool(made) and (analysis.language == "ja" or analysis.metric is None)
    near = _near_in_japanese if analysis.language == "ja" else _near_in_english
    if any(near(analysis, quantity, span) for span in made):
        return True
    answered = "answered" in analysis.phrases
    ahead = analysis.language == "en"  # “5 newspapers run it” is what others do
    acts = [span for span in acts if not ahead or span.start < quantity.span.start]
    return not answered and any(near(analysis, quantity, span) for span in acts)


def _near_in_english(analysis: Analysis, quantity: Quantity, span: Span) -> bool:
    text, (start, end) = analysis.key_result.text, quantity.span
    if compiled(_EN_SCOPE).search(text, max(0, start - _FAR), start):
        return False  # “a catalogue with 60 pages”
    if start <= span.start < end:
        if compiled(_RATE).search(text, start, span.start):
            return False  # “14 per session”
        return compiled(_EN_HOW_OFTEN).fullmatch(text, span.end, max(span.end, end)) is not None
    if end <= span.start <= end + _FAR:
        return (
            quantity.unit is None
            and compiled(_EN_IN_FRONT).fullmatch(text, end, span.start) is not None
        )
    if not span.end <= start <= span.end + _FAR:
        return False
    if compiled(_EN_HANGS_ON).search(text, max(0, span.start - _FAR), span.start):
        return False  # “enquiries from blog posts: 90”
    bare = quantity.unit is None or quantity.unit.startswith(("a ", "per ", "/", "times"))
    leads = compiled(_EN_LEADS_ON).fullmatch(text, span.end, start) is not None
    return leads and (bare or text[span.end : start] == " ")


def _near_in_japanese(analysis: Analysis, quantity: Quantity, span: Span) -> bool:
    first, last = sorted((span, quantity.span))
    if last.start < first.end or last.start > first.end + _FAR:
        return first.end > last.start
    words = analysis.tokens
    index = bisect_left(words, first.end, key=lambda word: word.span.start)
    ahead = first == quantity.span and index < len(words) and words[index].text == "の"
    while index < len(words) and words[index].span.start < last.start:
        qualifies = ahead and words[index].tag.startswith("名詞")  # 「12本の操作動画」
        if not qualifies and not _links(analysis, index):
            return False
        index += 1
    return True


def _links(analysis: Analysis, index: int) -> bool:
    """Between a noun and its figure: particles, figures, how often, what is done with it."""
    word = analysis.tokens[index]
    if word.text == "、":
        return False
    if word.tag.startswith(_JA_LINKS) or "助数詞" in word.tag:
        return True
    places = (*analysis.phrases.get("puts_out", ()), *analysis.phrases.get("how_often", ()))
    return any(place.span.start <= word.span.start < place.span.end for place in places)
