"""Words by which two readers think of different things."""

from bisect import bisect_left

from krlint.analysis.patterns import compiled
from krlint.analysis.signals.answers import Answer, answer, is_enclosed
from krlint.analysis.signals.doing import praise
from krlint.model import Analysis, Evidence

_MOST = 20
"""Words that are looked at; more of them say nothing new."""

_EXAMPLES = r"\b(?:e\.g|such as|for example|including)\b"
_DEFINED = r"[^()（）、,。.;\d]{0,24}[(（][^()（）]{0,60}\d"


def vague_word(analysis: Analysis) -> Answer:
    """A word praises or blurs where a figure or a name could stand: “adequate”, 「大幅に」."""
    blurs = analysis.phrases.get("vague", ())
    if analysis.change.baseline is not None:
        # “Flexible working requests answered in time: 55% → 95%”: it is part of the metric's name.
        places = [place for place in blurs if _tells_how(analysis, place)]
    else:
        places = [*praise(analysis), *blurs]
    loose = (place for place in places[:_MOST] if not _is_bound(analysis, place))
    return answer(sorted(loose, key=lambda place: place.span.start))


def _tells_how(analysis: Analysis, place: Evidence) -> bool:
    """An adverb: “significantly”, “as much as possible”, 「大幅に」."""
    word = analysis.text_of(place).lower()
    return word.endswith(("ly", "possible", "に", "く", "も", "ずつ"))


def _is_bound(analysis: Analysis, place: Evidence) -> bool:
    """Its sense is fixed: within quotes, brackets or a term, or by a figure in brackets."""
    text, (start, end) = analysis.key_result.text, place.span
    if is_enclosed(text, start):
        return True
    if text.startswith("etc", start) and compiled(_EXAMPLES).search(text, 0, start):
        return True
    return compiled(_DEFINED).match(text, end) is not None or _is_of_a_term(analysis, place)


def _is_of_a_term(analysis: Analysis, place: Evidence) -> bool:
    """「迅速検査キット」 names a thing, 「二十分」 a time; “clears” is a verb of the same form."""
    words, (start, end) = analysis.tokens, place.span
    first, after = (bisect_left(words, at, key=lambda word: word.span.start) for at in (start, end))
    last = words[after - 1]
    if analysis.language == "en":
        return last.text.lower() != last.lemma and last.text.endswith("s")
    counts = words[first - 1 : first] and words[first - 1].tag.startswith("名詞-数詞")
    joined = after < len(words) and words[after].span.start == end
    compound = joined and words[after].tag.startswith("名詞")
    return bool(counts) or (compound and last.tag.startswith(("形状詞", "名詞")))
