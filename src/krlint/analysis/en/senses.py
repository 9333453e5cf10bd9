"""What its object adds to the sense of an English verb."""

from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import Found
from krlint.analysis.en.words import Line
from krlint.analysis.senses import SENSES

_ONE = frozenset(("a", "an"))
_ONE_KNOWN = _ONE | {"the", "our"}
_BEFORE_COMMAND = ("", ",", "and", "to", ";", ".", ":", "we", "will", "-", "–", "—")
_GOES_ON = (",", "and", "in", "on", "at", "for", "with", "by", "during")
_CAUSING, _CAUSED = ("re", "un", "de", "dis", "en"), ("ify", "ise", "ize")
"""Affixes of verbs that bring a state about (Quirk et al. 1985, appendix I.20 ff. and I.55)."""

_NEAR = 3
"""Words between a state and the participle that shares its subject."""

_LONGEST = 30
"""Words of an object that are looked through for a comparative."""


def of_doing(line: Line, deed: Found) -> tuple[str, ...]:
    """The groups of a deed with what its object adds."""
    if deed.form != "plain":
        return deed.groups
    if line.lemma(deed.verb) == "stop" and line.is_gerund(deed.last):
        ended = line.verb(deed.last)[1]  # “stop printing”
        return ended if "event" in ended else deed.groups
    split = _split(line, deed)
    if split:
        return split
    if not deed.groups:
        return _of_unknown(line, deed)
    if _is_by_degrees(line, deed) or _is_manner(line, deed):
        return (*deed.groups, "process")
    if _keeps_paper(line, deed):
        return ("attain",)
    if _adds_support(line, deed) or _acquires_one(line, deed):
        return ("event", *(group for group in deed.groups if group != "process"))
    if line.has(deed.verb, "beginning") and "event" in deed.groups:
        return deed.groups  # what is begun may go on
    endless = _is_vague(line, deed) or _has_no_measure(line, deed)
    return (*deed.groups, "process") if endless else deed.groups


def _is_by_degrees(line: Line, deed: Found) -> bool:
    """“make the quay safer”, “publish more often”, “spend less time”."""
    if line.has(deed.verb, "make") and compares(line, deed.last):
        return True
    if line.has(deed.last, "comparative") and "event" in deed.groups:
        head = head_noun(line, deed.last, len(line))
        if head is not None:
            return line.text(head).endswith("s")  # “write cleaner requirements”
    if line.text(deed.last) not in ("more", "less", "fewer"):
        return False
    return "attain" in deed.groups or line.is_adverb(deed.last + 1)


def _of_unknown(line: Line, deed: Found) -> tuple[str, ...]:
    """A verb that the lexicon lacks is judged by its object: one thing made or moved, or none."""
    head = head_noun(line, deed.last, len(line))
    if head is None:
        return ("ongoing",)
    if line.has(head, "process_noun", "soft_object", "ill", "measure"):
        return ("process",)
    one = line.text(deed.last) in _ONE or line.is_number(deed.last) or line.is_name(head)
    if one or line.has(head, "artefact", "thing", "paper", "event_noun", "approval", "output"):
        return ("event",)
    definite = line.has(deed.last, "determiner")
    caused = line.text(deed.verb).startswith(_CAUSING) or line.text(deed.verb).endswith(_CAUSED)
    return () if definite and (caused or not line.text(head).endswith("s")) else ("ongoing",)


def _is_manner(line: Line, deed: Found) -> bool:
    """“publish often”, “close the books faster”, “handle parcels with care”: how, not what."""
    if "event" not in deed.groups and "phrasal" not in deed.groups:
        return False
    if line.text(deed.first - 1) not in _BEFORE_COMMAND or not line.is_base(deed.verb):
        return False
    head = head_noun(line, deed.last, len(line)) if line.is_object(deed.last) else None
    at = deed.last if head is None else head + 1
    if line.has(at - 1, "degree") and at - 1 > deed.verb:
        head, at = at - 2, at - 1  # “faster” was taken for the head
    if line.has(at, "degree") and (line.is_stop(at + 1) or line.text(at + 1) in _GOES_ON):
        return True
    single = head is not None and not line.text(head).endswith("s")
    if single and line.has(deed.last, "determiner"):
        return False
    with_care = line.text(at) == "with" and line.has(at + 1, "temper")
    closing = line.is_stop(at + 1) and (line.has(at, "usual") or line.has(at, "quality"))
    return with_care or closing


def _has_no_measure(line: Line, deed: Found) -> bool:
    """“Attract talent”, “win customers”: how many of them is not said."""
    commanded = line.text(deed.first - 1) in _BEFORE_COMMAND and line.is_base(deed.verb)
    if not commanded or "attain" not in deed.groups or "event" in deed.groups:
        return False
    if not line.is_noun(deed.last) or line.is_name(deed.last):
        return False
    head = head_noun(line, deed.last, len(line))
    mass = head is not None and not line.has(
        head, "measure", "amount", "paper", "artefact", "thing"
    )
    return mass and not line.has(head or 0, "event_noun", "others_work", "approval")


def _is_vague(line: Line, deed: Found) -> bool:
    """“build trust”, “win hearts”: no thing that is there or not."""
    head = head_noun(line, deed.last, len(line))
    if head is None or {"event", "attain"}.isdisjoint(deed.groups):
        return False
    soft = line.has(head, "soft_object") and line.has(deed.verb, "build_up")
    many = line.has(head, "ill") and line.text(deed.last) not in _ONE
    return soft or many or line.has(head, "process_noun")


def _split(line: Line, deed: Found) -> tuple[str, ...]:
    """“Bring the crews together”, “put a roof in place”: the particle stands behind the object."""
    head = head_noun(line, deed.last, len(line)) if deed.last == deed.verb + 1 else None
    if head is None or line.has(head, "ill"):
        return ()
    if line.has(head, "ready") and line.has(head - 1, "artefact", "thing"):
        head -= 1  # “make the API public”
    for length in (4, 3, 2, 1):
        phrase = " ".join((line.lemma(deed.verb), *line.texts[head + 1 : head + 1 + length]))
        if length == 1 and line.has(head + 1, "unsubject", "relator"):
            break  # “build a quay on …” is not “build on”
        known = tuple(g for g in line.lexicon.words.get(phrase, ()) if g in SENSES)
        if known and " " in phrase and not line.is_number(head + 1 + length):
            return known
    return ()


def _adds_support(line: Line, deed: Found) -> bool:
    """“Support Python 3.13”: a feature; other support has no end."""
    named = line.lemma(deed.verb) == "support" and line.is_name(deed.last)
    return named and line.text(deed.last + 1)[:1].isdigit()


def _keeps_paper(line: Line, deed: Found) -> bool:
    """“Keep our ISO certificate”: there at the end or not."""
    if not line.has(deed.verb, "direction_keep"):
        return False
    head = head_noun(line, deed.last, len(line))
    return head is not None and line.has(head, "approval", "paper", "others_work")


def compares(line: Line, index: int) -> bool:
    """“make the build more reliable”, “sets clearer expectations”: better by how much is open."""
    for at in range(index, min(len(line), index + _LONGEST)):
        if line.is_stop(at):
            return False
        if line.has(at, "comparative"):
            return not any(line.text(far) == "than" for far in range(at, at + _NEAR + _NEAR))
    return False


def _acquires_one(line: Line, deed: Found) -> bool:
    """“Get the export licence”, “run a survey”: one thing, that is there or not."""
    if not line.has(deed.verb, "acquire") or deed.last > deed.verb + 1:
        return False
    head = head_noun(line, deed.last, len(line))
    if head is not None and line.has(head, "event_noun", "others_work", "approval", "paper"):
        return True
    if head is not None and line.has(head, "soft_object", "process_noun"):
        return False
    counted = line.lemma(deed.verb) in ("run", "give", "find", "do", "take", "make")
    if line.text(deed.last) not in (_ONE if counted else _ONE_KNOWN):
        return False
    return head is None or not line.has(head, "process_noun", "measure", "output")
