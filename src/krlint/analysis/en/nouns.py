"""English noun phrases: their heads, and those that stand for a verb (“implementation of …”)."""

from krlint.analysis.en.verbs import Found
from krlint.analysis.en.words import Line

_NOUN_GROUPS = ("process_noun", "event_noun", "undecided_noun")
_BEHIND_OBJECT = ("back", "together", "away", "forward")
_LONGEST = 30
"""Words that a noun phrase may have."""


def head_noun(line: Line, index: int, end: int) -> int | None:
    """The last noun of the phrase that starts at `index`: “engagement program” is a program."""
    head = None
    for at in range(index, min(end, index + _LONGEST)):
        if line.text(at) in _BEHIND_OBJECT and head is not None:
            break
        if (line.is_noun(at) or line.is_gerund(at)) and not _describes(line, at):
            head = at
        elif head is None:
            if not _in_front(line, at) and not _lists_adjectives(line, at):
                break
        elif not _goes_on(line, at):
            break
    return head


def _describes(line: Line, index: int) -> bool:
    """“fewer”, “fast”: an adjective before its noun or before another one."""
    goes_on = line.is_noun(index + 1) or line.text(index + 1) in (",", "and", "&")
    return goes_on and line.has(index, "comparative", "gradable", "quality")


def _goes_on(line: Line, index: int) -> bool:
    """“ISO 9001 certification”, “CI/QA practices”, “customer focused approach”."""
    if line.text(index) in ("/", "'s", "’s", "'", "’", "”", '"') or line.text(index).isdigit():
        return line.is_noun(index + 1)
    return line.is_participle(index)


def _in_front(line: Line, index: int) -> bool:
    """A word that may stand before a noun: determiner, number, adverb, adjective, participle."""
    return (
        line.has(index, "determiner")
        or line.is_number(index)
        or line.is_adverb(index)
        or line.is_participle(index)
        or _describes(line, index)
        or line.text(index) in ("more", "most", "less", "least", "as", "'s", "’s", "“", '"')
    )


def _lists_adjectives(line: Line, index: int) -> bool:
    """“tidier and better invoices”, “welcoming, up-to-date documentation”."""
    joins = line.text(index) in ("and", ",", "&")
    return joins and _in_front(line, index - 1) and not line.is_mark(index + 1)


def named_deed(line: Line, start: int, end: int) -> Found | None:
    """The noun phrase of a segment without a verb as what is done, if it names a deed."""
    head = head_noun(line, start, end)
    if head is None:
        return None
    if line.has(_first_word(line, start), "tentative"):
        return Found(start, head + 1, start, "noun", ("undecided",))
    directed = _directed(line, start, head, end)
    if directed is not None:
        return Found(directed, head + 1, directed, "noun", ("process",))
    groups = _deed_groups(line, head)
    return Found(head, head + 1, head, "noun", groups) if groups else None


def _first_word(line: Line, start: int) -> int:
    return start + line.has(start, "determiner")


def _directed(line: Line, start: int, head: int, end: int) -> int | None:
    """“Enhanced experience”, “simplified UX”: a direction as an adjective, without a “than”."""
    if any(line.text(at) == "than" for at in range(head, end)):
        return None
    endless = line.has(head, "ill", "process_noun", "soft_object")
    if line.texts[start : start + 2] == ("no", "more") and endless:
        return start
    role = line.text(head + 1) == "as" and line.has(head + 2, "determiner")
    if role and not line.is_third(head):
        return head  # “Finance as a partner”
    made = line.has(head, "artefact", "thing", "event_noun", "paper", "measure", "output")
    for at in range(start, head):
        if line.has(at, "comparative") and line.text(at - 1) != "no":
            return at
        if line.has(at, "gradable") and not made and at + 1 == head:
            return at  # “fair pay”
        if line.has(at, "process", "change") and line.is_participle(at):
            return at
    return None


def _deed_groups(line: Line, index: int) -> tuple[str, ...]:
    """The sense of the deed that a noun names; none where it names a measure or a thing."""
    if line.text(index + 1) == "of" and line.has(index, "event_of"):
        return ("event",)
    if line.has(index, "measure"):
        return ()
    named = tuple(g.removesuffix("_noun") for g in _NOUN_GROUPS if line.has(index, g))
    if not named and line.is_gerund(index):
        return line.verb(index)[1]
    return named
