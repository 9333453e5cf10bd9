"""Who of those named beside the team has to act: judged by the words around the name."""

from collections.abc import Sequence

from krlint.analysis.en.acting import acts, lead, stated_end
from krlint.analysis.en.clauses import Clause, clauses
from krlint.analysis.en.commands import is_imperative
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.mentions import Mention, is_own, mentions
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import ends_statement, is_finite
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading
from krlint.model import Party, PartyRole

_FAR = 8
"""Words between a party and the act that shows its part; farther apart they are no one phrase."""

_NEAR = 3
"""Words between a party and “not yet agreed”: room for an auxiliary or two."""

_POSSESSIVE = ("'s", "’s", "'", "’")


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text, each with the part they play."""
    text: Line = reading.line
    where = clauses(text)
    asked = _asked(reading)
    found = []
    dated = {word_at(reading, day.span.end - 1) for day in reading.dates}
    for mention in mentions(text):
        if mention.last - 1 in dated:
            continue
        span = text.span(_with_article(text, mention.first), mention.last)
        name = reading.text[span.start : span.end]
        own = is_own(reading, name)
        role: PartyRole = "own" if own else _role(reading, text, mention, where, asked)
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
    reading: Reading, text: Line, mention: Mention, where: Sequence[Clause], asked: frozenset[int]
) -> PartyRole:
    before = lead(text, mention.first)
    agrees = text.text(mention.last) == "to" and text.has(mention.last + 1, "granting")
    asks = before + 1 in asked and (agrees or not mention.courted)
    if asks or _stands_behind(text, mention, where):
        return "needed"
    if (
        _takes_part(text, mention)
        or _gives_us(text, mention.last)
        or _is_helped(text, mention, before)
    ):
        return "needed"
    if text.text(mention.first - 1) == "our" and text.has(mention.last - 1, "profession"):
        return "other"
    if mention.courted or not mention.known:
        return "beneficiary" if mention.courted else "other"
    if _gives_consent(text, mention.last) or _is_outstanding(text, mention.last):
        return "needed"
    if not _is_colleague(reading, text, mention) and acts(text, mention, where):
        return "needed"
    return "beneficiary" if text.text(before) in ("for", "to") else "other"


def _is_colleague(reading: Reading, text: Line, mention: Mention) -> bool:
    """“Operators own …”: where no team is named, a role may be that of the owner's own people."""
    role = text.has(mention.last - 1, "job_title") and not _is_department(text, mention)
    return role and not reading.key_result.team


def _takes_part(text: Line, mention: Mention) -> bool:
    """“…, with the wards answering within an hour”: an act of theirs beside the whole."""
    before = lead(text, mention.first)
    if mention.courted or not mention.known or text.text(before) != "with":
        return False
    return text.is_gerund(mention.last) and not text.has(mention.last, "state_verb")


def _gives_us(text: Line, index: int) -> bool:
    """“clients let us name them”, “customers send us …”: what they do for us."""
    at = index
    while text.is_modal(at) or text.is_adverb(at):
        at += 1
    judges = text.has(at, "state_verb", "verdict") or text.is_number(at + 2)  # “see us as”
    return text.text(at + 1) == "us" and text.is_verb(at) and not judges


def _is_helped(text: Line, mention: Mention, before: int) -> bool:
    """“Support the Payments team in hardening …”: theirs is the work."""
    quantified = text.text(before + 1) in ("every", "all", "each", "any")
    if not text.has(before, "aiding") or quantified or not _is_department(text, mention):
        return False
    at = mention.last
    if text.text(at) in ("in", "with"):
        return text.is_gerund(at + 1)
    return text.is_base(at + (text.text(at) == "to"))


def _is_department(text: Line, mention: Mention) -> bool:
    named = text.is_name(mention.first) and text.has(mention.last - 1, "team_word")
    return named or any(text.has(at, "department") for at in range(mention.first, mention.last))


def _gives_consent(text: Line, index: int) -> bool:
    """“Legal's approval”, “board approval”, “IT sign-off”."""
    if text.text(index) in _POSSESSIVE:
        head = head_noun(text, index + 1, index + 1 + _NEAR)
        return text.has(index + 1, "consent") or _brings(text, index, head)
    return text.has(index, "approval")


def _brings(text: Line, index: int, head: int | None) -> bool:
    """“Get IT's event feed in”, “Marketing's page goes live”: theirs to hand over or to finish."""
    if head is None:
        return False
    first = index
    while first > 0 and not text.is_stop(first - 1):
        first -= 1
    asked = text.has(first, "procuring") and is_imperative(text, first, index)
    lives = is_finite(text, head + 1) and not text.is_auxiliary(head + 1)
    return asked or (lives and text.has(head, "artefact") and first + _NEAR > index)


def _is_outstanding(text: Line, index: int) -> bool:
    """“manufacturer yet to confirm”, “sign-off by the union outstanding”."""
    return any(
        text.phrase_has(first, first + length, "not_agreed")
        for first in range(index, min(index + _NEAR, stated_end(text, index)))
        for length in (1, 2, 3)
    )


# --- What stands before the name ---------------------------------------------------------------


def _stands_behind(text: Line, mention: Mention, where: Sequence[Clause]) -> bool:
    """A preposition or verb in front says that the named party has to act."""
    at = _listed_lead(text, mention.first)
    match text.text(at):
        case "by":
            return _is_agent_of(text, mention, at, where)
        case "with":
            return _acts_with(text, mention, at)
        case "from":
            return _comes_from(text, at)
        case "between":
            return text.is_name(mention.first) and _acts_near(text, at, "with_act")
        case "to" if _acts_near(text, at, "handed_over"):
            return not mention.courted
        case _:
            return any(text.phrase_has(at + 1 - length, at + 1, "gate") for length in (1, 2, 3))


def _listed_lead(text: Line, index: int) -> int:
    """The word before a list of names: “with Product and Engineering”, “from all key vendors”."""
    at = lead(text, index)
    for _ in range(_FAR):
        joined = text.text(at) in ("and", ",", "&", "/")
        if joined and (text.is_name(at - 1) or text.is_noun(at - 1)):
            at = lead(text, at - 1)
        elif text.is_name(at) or (
            (text.is_noun(at) or text.is_gerund(at))
            and not text.has(at, "consent", "with_act", "gate")
        ):
            at = lead(text, at)
        else:
            break
    return at


def _comes_from(text: Line, index: int) -> bool:
    """“approval from the board”, “needs a nod from …”; not “answer letters from residents”."""
    asks = index - 1
    while asks > 0 and not text.is_stop(asks - 1):
        asks -= 1
    opens = is_imperative(text, asks, index)
    if (
        opens
        and text.has(asks, "procuring")
        and not any(
            text.is_number(at) or text.has(at, "measure", "opinion") for at in range(asks, index)
        )
    ):
        return True  # “obtain samples from the foundry”
    return _acts_near(text, index, "consent", "needing", floor=asks + opens)


def _is_agent_of(text: Line, mention: Mention, at: int, where: Sequence[Clause]) -> bool:
    """“installed by the vendor”; not where it only describes (“bugs found by QA are fixed”)."""
    before = at - 1
    while text.is_adverb(before) or text.has(before, "preposition"):
        before -= 1
    granted = text.has(before, "granting")
    if text.text(mention.last) in _POSSESSIVE:
        return False
    if mention.courted and not granted:
        return False
    deed = text.has(before, "event_noun", "consent") or _is_named_deed(text, at)
    deed = deed or (mention.known and (_is_done_before(text, at) or _is_deed(text, before)))
    if (not text.is_participle(before) and not deed) or text.has(before, "measure"):
        return False
    if text.has(before, "raising") and _is_lessened(text, at):
        return False
    if where[at] in ("relative", "bracket") and not mention.known:
        return False
    return not any(
        is_finite(text, at) for at in range(mention.last, stated_end(text, mention.last))
    )


def _is_done_before(text: Line, index: int) -> bool:
    """“switched on in the test tenant by the vendor”."""
    return any(
        text.is_participle(at) and ends_statement(text, at)
        for at in range(max(0, index - _FAR), index)
    )


def _is_deed(text: Line, index: int) -> bool:
    """“needs a schema change by the Orders team”; not “cost by vendor”."""
    named = text.has(index + 2, "determiner") or text.is_name(index + 2)
    noun = text.is_noun(index - 1) or text.has(index - 1, "determiner")
    return named and noun and text.is_nominal(index) and not text.has(index, "measure")


def _is_named_deed(text: Line, index: int) -> bool:
    """“Rollout of the new till by the vendor”: the deed opens the phrase."""
    first = index
    while not text.is_stop(first - 1):
        first -= 1
    head = head_noun(text, first, index)
    return head is not None and text.has(head, "event_noun") and text.text(head + 1) == "of"


def _is_lessened(text: Line, index: int) -> bool:
    """“Reduce tickets raised by Sales”: they only cause what the team works on."""
    first = index
    while not text.is_stop(first - 1):
        first -= 1
    return text.has(first, "direction_down", "change") and text.is_base(first)


def _acts_with(text: Line, mention: Mention, at: int) -> bool:
    """“agree … with”, “plan … with Finance”; not “relationships with”, “satisfaction with”."""
    vague = text.has(at - 1, "process_noun") and not text.has(at - 1, "with_act")
    titled = not mention.known and text.has(mention.last - 1, "job_title")
    if (text.is_mark(at - 1) and text.text(at - 1) != "%") or titled or vague:
        return False
    if mention.courted:
        return text.has(at - 1, "with_act") or text.verb_has(at - 1, "with_act")
    inside = _is_department(text, mention)
    return _acts_near(text, at, *(("with_act", "with_department") if inside else ("with_act",)))


def _acts_near(text: Line, index: int, *groups: str, floor: int = 0) -> bool:
    """A word or verb of `groups` stands before `index` in the same clause, from `floor` on."""
    for at in range(index - 1, max(floor - 1, index - 1 - _FAR), -1):
        if text.text(at) in (".", ";", ":", "("):
            return False
        if text.has(at, *groups) or any(text.verb_has(at, group) for group in groups):
            return True
    return False
