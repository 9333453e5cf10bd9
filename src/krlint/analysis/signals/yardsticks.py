"""Plans, earlier periods and others that a key result compares with instead of giving a value."""

from collections.abc import Iterator

from krlint.analysis.patterns import compiled
from krlint.analysis.signals.nearby import MOST, around, before, behind, noun_start, places, words
from krlint.model import Analysis, Evidence, Span

_JA_OF = (
    r"(?:の)?(?:同[期月週日]|同時期|同四半期)?(?:の)?(?:実績値?|水準|値|度|平均値?|期末|末|中央値)?"
    r"(?:時点)?(?:の)?"
)
_JA_MEASURES = (
    r"(?:対?比(?![較率例重])|並み?|どおり|通り|以上|以下|未満|(?:と|に)(?:比|くら|対し)|より"
    r"|[をに](?:上回|超え|超過|下回|切|達し|達す)|を(?:達成|クリア|突破)|まで)"
)
_JA_STARTS = rf"(?:{_JA_MEASURES}|を\d|から|を?起点|を?基準)"
_REACH = 120
"""Characters beside a yardstick in which its relation stands."""
_EN_OF = (
    r"(?:\s(?:the|our|its|their|a|an|that\sof|those\sof|same|sales|annual|quarterly|approved"
    r"|industry|market|sector|company|regional|national|historical|seasonal|all|main|closest|in|for|during|quarter|month|week|period|season|time))"
)
_EN_MEASURES = (
    r"(?:above|below|under|over|beyond|ahead\sof|behind|than|beats?|exceeds?|exceeding|outperforms?"
    r"|match(?:es)?|meets?|hits?|in\sline\swith|on\spar\swith|against|versus|vs\.?|relative\sto"
    r"|compared\s(?:to|with)|according\sto|per)"
)
_EN_STARTS = rf"(?:{_EN_MEASURES}|from|of|on|since|to|with)"
_JA_PERIOD = (
    r"(?:度|の)?(?:同[期月])?(?:の)?(?:対?比|に?比べ|に対し|基準"
    r"|(?:実績|水準|平均|期末|末)(?:の)?(?:より|から|に対し|比|に?比べ|基準))"
)
"""「4月から」 and 「4月より」 alone say when it begins."""
_JA_YEAR = (
    r"(?:\d{2,4}年度?|(?<!\d)\d{1,2}月|[Qq][1-4]|[1-4][Qq]|[上下]期)(?:の)?"
    r"(?:(?:実績|水準|平均)(?:の)?(?:より|から|に対し)|(?:実績|水準|平均)?(?:対?比(?![較率例重])|[にと]比べ)"
    r"|(?<=年度)より)"
)
_EN_YEAR = (
    r"\b(?:vs\.?|versus|from|than|over|on|against|to|below|above|under)"
    r"\s(?:the\s|in\s|our\s){0,2}(?:(?:19|20)\d\d|FY\s?\d\d|Q[1-4]|H[12])\b"
)
_EN_PERIOD = (
    r"\b(?:vs\.?|versus|from|than|over|on|against|to|with|below|above|under|of|in|for|since)"
    r"(?:\s(?:the|in|our|its|a|an|full))*\s(?:average\s|baseline\s)?$"
)


def measured_by(analysis: Analysis) -> tuple[Evidence, ...]:
    """What stands in for a value: 「計画どおり」「業界平均以上」, “ahead of plan”."""
    found = _related(analysis, "yardstick", "plan", ja=_JA_MEASURES, en=_EN_MEASURES)
    return (*places(analysis, "as_planned", "compared"), *found)


def compared_with(analysis: Analysis) -> tuple[Evidence, ...]:
    """What a change is told against, the present and earlier periods included."""
    groups = ("yardstick", "plan", "present")
    found = _related(analysis, *groups, ja=_JA_STARTS, en=_EN_STARTS)
    said = places(analysis, "as_planned", "comparison", "compared")
    return (*said, *found, *_periods(analysis))


def _related(analysis: Analysis, *groups: str, ja: str, en: str) -> Iterator[Evidence]:
    """Each yardstick with the words that make it one: 「業界平均以上」, “ahead of plan”."""
    related = _behind if analysis.language == "ja" else _in_front
    relation = ja if analysis.language == "ja" else en
    found = (related(analysis, place.span, relation) for place in places(analysis, *groups))
    return (Evidence(span) for span in found if span)


def _behind(analysis: Analysis, span: Span, relation: str) -> Span | None:
    start, rest = noun_start(analysis, span.start), words(analysis, span.end, span.end + _REACH)
    if before(analysis, start, most=1) == "対":
        return Span(start - 1, span.end)
    match = compiled(_JA_OF + relation).match(behind(analysis, span.end, most=9))
    if match is None:
        return None
    length, end = 0, span.end
    for word in rest:
        if length >= match.end():
            break
        length, end = length + len(word.text), word.span.end
    doing = around(analysis, end - 1)
    return Span(start, max(end, doing.span.end if doing else end))


def _in_front(analysis: Analysis, span: Span, relation: str) -> Span | None:
    text = before(analysis, span.start) + " "
    match = compiled(rf"\b{relation}{_EN_OF}{{0,3}}\s$").search(text)
    if match is None:
        return None
    led = words(analysis, max(0, span.start - _REACH), span.start)
    count = len(match.group().split())
    return Span(led[-count].span.start if count <= len(led) else span.start, span.end)


def _periods(analysis: Analysis) -> Iterator[Evidence]:
    """「2024年度比」「3月の実績より」, “from the Q2 average”, “than in 2024”."""
    told = _JA_YEAR if analysis.language == "ja" else _EN_YEAR
    year = compiled(told).search(analysis.key_result.text)
    if year:
        yield Evidence(Span(*year.span()))
    for day in analysis.dates[:MOST]:
        if analysis.language == "ja":
            text = behind(analysis, day.span.end, most=6)
            found = compiled(_JA_PERIOD).match(text)
        else:
            text = before(analysis, day.span.start)
            found = compiled(_EN_PERIOD).search(text + " ")
        if found:
            yield Evidence(day.span)
