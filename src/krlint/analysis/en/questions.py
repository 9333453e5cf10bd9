"""What an English key result asks, or has yet to say."""

from collections.abc import Iterator

from krlint.analysis.en.clauses import Clause, Segment
from krlint.analysis.en.commands import is_imperative
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import Found
from krlint.analysis.en.words import Line


def open_question(text: Line, segment: Segment) -> Iterator[tuple[Found, Clause]]:
    """“How do we …?” asks what is to be done, “TBC” has yet to say it."""
    first, last = segment
    blank = _blank(text, segment)
    if blank is None and _is_only_named(text, segment):
        blank = first
    if blank is not None:
        yield Found(blank, blank + 1, blank, "noun", ("undecided",)), "main"
    elif text.text(last) == "?" and text.has(first, "asking"):
        yield Found(first, last, first, "plain", ("undecided",)), "main"


def _is_only_named(text: Line, segment: Segment) -> bool:
    """“A newsletter?”: whether there will be one is asked."""
    first = segment.first
    if text.text(segment.last) != "?" or text.has(first, "asking") or text.is_auxiliary(first):
        return False
    return not any(text.is_verb(at) and not text.is_nominal(at) for at in range(*segment))


def _blank(text: Line, segment: Segment) -> int | None:
    """“TBC”, “Third goal tbd”: the content is still missing; “Churn TBD” lacks its amount only."""
    for at in range(*segment):
        if text.has(at, "placeholder"):
            if text.text(at + 1) == "%" or text.is_noun(at + 1):
                return None
            subject = head_noun(text, 0, at)
            return None if subject is not None and text.has(subject, "measure", "amount") else at
        if text.is_number(at) or text.is_participle(at) or is_imperative(text, at, segment.last):
            return None
    return None


def asked_verb(text: Line, segment: Segment) -> int:
    """The verb of “Have we made it easier?”, “Do members feel welcome?”."""
    verbs = (at for at in range(segment.first + 1, segment.last) if text.is_verb(at))
    return next(verbs, segment.last)
