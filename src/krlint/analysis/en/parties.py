"""Who of those named beside the team has to act: judged by the words around the name."""

from collections.abc import Sequence

from krlint.analysis.en.clauses import Clause, clauses
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.mentions import Mention, is_own, mentions
from krlint.analysis.en.verbs import ends_statement, is_finite
from krlint.analysis.en.words import Line, line
from krlint.analysis.reading import Reading
from krlint.model import Party, PartyRole

_FAR = 8
"""Words between a party and the act that shows its part; farther apart they are no one phrase."""

_NEAR = 3
"""Words between a party and “not yet agreed”: room for an auxiliary or two."""

_POSSESSIVE = ("'s", "’s", "'", "’")


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text, each with the part they play."""
    text = line(reading.words, reading.lexicon)
    where = clauses(text)
    asked = _asked(reading)
    found = []
    dated = {word_at(reading, day.span.end - 1) for day in reading.dates}
    for mention in mentions(text):
        if mention.last - 1 in dated:
            continue
        span = text.span(_with_article(text, mention.first), mention.last)
        name = reading.text[span.start : span.end]
        role: PartyRole = "own" if is_own(reading, name) else _role(text, mention, where, asked)
        if role == "needed" or (mention.known and not mention.courted):
            found.append(Party(span, name, role))
    return tuple(found)


def _with_article(text: Line, index: int) -> int:
    """“the landlord”, but “Legal”."""
    bare = text.words[index].text[0].islower() and text.has(index - 1, "determiner")
    return index - 1 if bare else index


def _asked(reading: Reading) -> frozenset[int]:
    """The words behind a request, where the one who is asked is named: “have Treasury open …”."""
    ends = (word_at(reading, p.span.end) for p in reading.predicates if p.form == "request")
    return frozenset(end for end in ends if end is not None)


def _role(
    text: Line, mention: Mention, where: Sequence[Clause], asked: frozenset[int]
) -> PartyRole:
    lead = _lead(text, mention.first)
    if _stands_behind(text, mention, where) or lead + 1 in asked or _gives_us(text, mention.last):
        return "needed"
    if mention.courted or not mention.known:
        return "beneficiary" if mention.courted else "other"
    if _gives_consent(text, mention.last) or _is_outstanding(text, mention.last):
        return "needed"
    if _acts(text, mention, where):
        return "needed"
    return "beneficiary" if text.text(lead) in ("for", "to") else "other"


def _lead(text: Line, index: int) -> int:
    """The word before a name, its determiners, numbers and “outside” left out."""
    at = index - 1
    while (
        text.has(at, "determiner")
        or text.is_number(at)
        or text.text(at)
        in (
            "outside",
            "external",
            "'s",
            "’s",
        )
    ):
        at -= 1
    return at


def _gives_us(text: Line, index: int) -> bool:
    """“clients let us name them”, “customers send us …”: what they do for us."""
    at = index
    while text.is_modal(at) or text.is_adverb(at):
        at += 1
    return text.text(at + 1) == "us" and text.is_verb(at) and not text.is_third(at + 1)


def _gives_consent(text: Line, index: int) -> bool:
    """“Legal's approval”, “board approval”, “IT sign-off”."""
    owner = text.text(index) in _POSSESSIVE
    return text.has(index + 1, "consent") if owner else text.has(index, "approval")


def _is_outstanding(text: Line, index: int) -> bool:
    """“manufacturer yet to confirm”, “sign-off by the union outstanding”."""
    return any(
        text.phrase_has(first, first + length, "not_agreed")
        for first in range(index, index + _NEAR)
        for length in (1, 2, 3)
    )


# --- What stands before the name ---------------------------------------------------------------


def _stands_behind(text: Line, mention: Mention, where: Sequence[Clause]) -> bool:
    """A preposition or verb in front says that the named party has to act."""
    lead = _listed_lead(text, mention.first)
    match text.text(lead):
        case "by":
            return _is_agent_of(text, mention, lead, where)
        case "with":
            return _acts_with(text, mention, lead)
        case "from":
            return _acts_near(text, lead, "consent")
        case "to" if text.has(lead - 1, "handed_over"):
            return True
        case _:
            return any(text.phrase_has(lead + 1 - length, lead + 1, "gate") for length in (1, 2, 3))


def _listed_lead(text: Line, index: int) -> int:
    """The word before a list of names: “with Product and Engineering”, “from all key vendors”."""
    at = _lead(text, index)
    for _ in range(_FAR):
        joined = text.text(at) in ("and", ",", "&", "/")
        if joined and (text.is_name(at - 1) or text.is_noun(at - 1)):
            at = _lead(text, at - 1)
        elif text.is_name(at) or (
            text.is_noun(at) and not text.has(at, "consent", "with_act", "gate")
        ):
            at = _lead(text, at)
        else:
            break
    return at


def _is_agent_of(text: Line, mention: Mention, lead: int, where: Sequence[Clause]) -> bool:
    """“installed by the vendor”; not where it only describes (“bugs found by QA are fixed”)."""
    before = lead - 1
    while text.is_adverb(before) or text.has(before, "preposition"):
        before -= 1
    granted = text.has(before, "granting")
    if mention.courted and not granted:
        return False
    if not text.is_participle(before) and not text.has(before, "event_noun", "consent"):
        return False
    if where[lead] in ("relative", "bracket") and not mention.known:
        return False
    return not any(
        is_finite(text, at) for at in range(mention.last, _clause_end(text, mention.last))
    )


def _clause_end(text: Line, index: int) -> int:
    end = index
    while end < index + _FAR and not text.is_mark(end):
        end += 1
    return end


def _acts_with(text: Line, mention: Mention, lead: int) -> bool:
    """“agree … with”, “plan … with Finance”; not “relationships with”, “satisfaction with”."""
    vague = text.has(lead - 1, "process_noun") and not text.has(lead - 1, "with_act")
    titled = not mention.known and text.has(mention.last - 1, "job_title")
    if text.is_mark(lead - 1) or titled or vague:
        return False
    inside = any(text.has(at, "department") for at in range(mention.first, mention.last))
    return _acts_near(text, lead, *(("with_act", "with_department") if inside else ("with_act",)))


def _acts_near(text: Line, index: int, *groups: str) -> bool:
    """A word of `groups` stands before `index` in the same clause."""
    for at in range(index - 1, max(-1, index - 1 - _FAR), -1):
        if text.text(at) in (".", ";", ":", "("):
            return False
        if text.has(at, *groups):
            return True
    return False


# --- What the party does -----------------------------------------------------------------------


def _acts(text: Line, mention: Mention, where: Sequence[Clause]) -> bool:
    """“Compliance clears our factsheets”, “IT to build the mapping”, “the vendor has to …”."""
    at = behind_phrase(text, mention.last)
    lead = _lead(text, mention.first)
    if text.text(at) == "to" and text.is_base(at + 1):
        return text.text(lead) in ("for", ",", "", "(", "-", "–", "—", ";", "and")
    if text.has(lead, "unsubject") or text.has(at, "supposed"):
        return False
    if where[mention.first] == "bracket" and not text.is_modal(at):
        return False
    verb = _acting_verb(text, at)
    if verb is None or text.has(verb, "state_verb"):
        return False
    if _adopts(text, verb):
        return False
    return verb > at or _takes_object(text, verb, mention)


def _adopts(text: Line, index: int) -> bool:
    """“suppliers file invoices through the portal”: they use what we offer, as customers do."""
    for at in range(index, index + _FAR):
        if text.is_stop(at) or text.text(at) == ",":
            return False
        if text.text(at) in ("through", "via", "using"):
            return True
    return False


def _acting_verb(text: Line, index: int) -> int | None:
    """The verb behind “will”, “has to”, “still must”; None where none is finite."""
    at = index
    while (
        text.is_modal(at)
        or text.is_adverb(at)
        or (text.has(at, "need_to") and text.text(at + 1) == "to")
    ):
        at += 2 if text.text(at + 1) == "to" else 1
    return at if text.is_verb(at) and not text.has(at, "be") else None


def _takes_object(text: Line, index: int, mention: Mention) -> bool:
    """Told from a compound (“supplier visits”) by what stands behind the verb, and by number."""
    name = text.text(mention.last - 1)
    department = any(text.has(at, "department") for at in range(mention.first, mention.last))
    third = text.is_third(index)
    if third == name.endswith("s") and not (third and department):
        return False
    if not third and not text.is_base(index):
        return False
    last, groups = text.verb(index)
    if text.is_nominal(index) and any(ends_statement(text, index + far) for far in (1, 2)):
        return False  # “Support requests answered”
    return bool(groups) and (
        not text.is_nominal(index) or last > index + 1 or text.is_object(index + 1)
    )


def behind_phrase(text: Line, index: int) -> int:
    """The word behind “in the Nordics” or “at the 22 schools” that follows a name."""
    if text.text(index) not in ("in", "at", "of", "on"):
        return index
    at = index + 1
    while at < index + _FAR and not is_finite(text, at) and not text.is_mark(at):
        at += 1
    return at
