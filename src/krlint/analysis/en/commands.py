"""English commands: the base form that opens a clause, told from a noun by its neighbours."""

from krlint.analysis.en.verbs import ends_as_statement, ends_statement
from krlint.analysis.en.words import Line

_FAR = 12
"""Words within which an object shows its end."""

_BEFORE_OBJECT = frozenset(("to", "from", "with", "at", "on", "into", "new", "more"))
_BEHIND_NOUN = frozenset(("of", "for", "in", "per", "by", "and", "or"))


def is_imperative(line: Line, index: int, end: int) -> bool:
    """A base form that opens a clause as a command, told from a noun by the words behind it."""
    if not line.is_base(index):
        return _is_unknown_imperative(line, index)
    if line.is_auxiliary(index + 1) or _is_half_a_verb(line, index):
        return False
    return not line.is_nominal(index) or _acts_as_verb(line, index, end)


def _is_half_a_verb(line: Line, index: int) -> bool:
    """“Lean governance”: known only with its particle; “Finance as a partner” does nothing."""
    last, groups = line.verb(index)
    bare = groups == ("phrasal",) and last == index + 1 and line.is_noun(last)
    role = line.is_nominal(index) and line.text(index + 1) == "as" and line.has(index + 2, "owner")
    return (bare and not line.is_name(last)) or role


def _acts_as_verb(line: Line, index: int, end: int) -> bool:
    """“launch”, “report”, “test” before an object rather than inside a compound."""
    after = index + 1
    if ends_statement(line, after):
        return False  # “Lift repaired”
    third = line.is_third(after) or (line.has(index, "plural") and line.is_base(after))
    if third and not line.is_nominal(after):
        return False  # “Finance sends …”, “Staff feel …”
    phrasal = line.verb(index)[0] > after
    bare = line.has(after, "unsubject") and not phrasal and not line.has(index, "process")
    if bare and ends_as_statement(line, after, end):
        return False  # “Study on tides published”
    if phrasal or _opens_object(line, after):
        return True
    if line.is_mark(after) or line.text(after) in _BEHIND_NOUN:
        return line.text(after) in ("and", "or", "/") and line.is_base(after + 1)
    if line.has(index, "change") or _moves_something(line, index):
        return True
    measure = line.has(after, "measure", "event_noun") and not line.is_name(after)
    if measure or line.is_gerund(after):
        return False
    if _is_compound(line, index, end):
        return False
    return not (_ends_in_measure(line, after) or ends_as_statement(line, after, end))


def _moves_something(line: Line, index: int) -> bool:
    """“Switch expense claims to the new tool”: a way behind the object tells the verb."""
    if not line.has(index, "event"):
        return False
    at = index + 1
    while line.is_noun(at) and at < index + _FAR:
        at += 1
    onto = line.text(at) in ("to", "onto", "into", "from") and line.has(at + 1, "determiner")
    return onto and at > index + 1


def _is_compound(line: Line, index: int, end: int) -> bool:
    """“Contract register”: as an object, a thing that is counted would have its determiner."""
    last = index + 1
    if line.has(index, "process") and not line.has(index, "noun_first"):
        return False
    if line.has(last, "artefact") and not line.text(last).endswith("s"):
        return True
    alone = line.is_noun(last) and not line.is_name(last) and not line.text(last).endswith("s")
    return alone and last + 1 >= end and not line.has(index, "undecided", "attain")


def _is_unknown_imperative(line: Line, index: int) -> bool:
    """A word before “the”, “our” … that no noun stands before: “Bottle the first wine”."""
    if line.is_verb(index) or not line.is_noun(index) or line.text(index).endswith("s"):
        return False
    return line.has(index + 1, "determiner") and line.text(index + 1) not in ("that", "this")


def _opens_object(line: Line, index: int) -> bool:
    """A determiner, number, name or pronoun: what stands behind a verb, not behind a noun."""
    if line.has(index, "determiner", "pronoun") or line.is_number(index):
        return True
    if line.text(index) in ("less", "fewer"):
        return True
    return line.text(index) in _BEFORE_OBJECT and not line.has(index + 1, "measure")


def _ends_in_measure(line: Line, index: int) -> bool:
    """“reading room seat occupancy”: a compound that is a measure."""
    last = index
    while line.is_noun(last + 1) and last < index + _FAR:
        last += 1
    return line.has(last, "measure") and not line.is_name(last)
