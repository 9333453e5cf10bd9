"""Who is named beside the team, and who of them has to act: judged by the words around the name."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from krlint.analysis.en.clauses import clauses
from krlint.analysis.en.statements import is_finite, verb_groups
from krlint.analysis.en.words import (
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    in_group,
    is_adverb,
    is_mark,
    is_modal,
    is_name,
    is_noun,
    is_number,
    is_participle,
    text_at,
)
from krlint.analysis.reading import Reading
from krlint.model import Lexicon, Party, PartyRole, Span, Token

_NAMES = ("department", "authority", "company")
_TEAM_WORDS = frozenset("team department dept office group unit desk division".split())
_FAR = 8
"""Words between a party and the act that shows its part; farther apart they are seldom one phrase."""

_NEAR = 12
"""Characters: room for an auxiliary or two."""

_LONGEST_NAME = 4
_AGENT = re.compile(r"(?:ers?|ors?|ists?|ians?|eers?|ants?)$")


class Mention(NamedTuple):
    """
    A party named by the words `first` to `last`, not included; `known` to the lexicon or not.

    Those who are `courted` (customers, readers, members) have to act only where it is said.
    """

    first: int
    last: int
    known: bool
    courted: bool = False


def parties(reading: Reading) -> tuple[Party, ...]:
    """Everybody named in the text, each with the part they play."""
    found = []
    where = clauses(reading.words, reading.lexicon)
    for mention in mentions(reading.words, reading.lexicon):
        first, last = reading.words[mention.first], reading.words[mention.last - 1]
        span = Span(first.span.start, last.span.end)
        text = reading.text[span.start : span.end]
        role: PartyRole = "own" if is_own(reading, text) else _role(reading, mention, where)
        if mention.known or role == "needed":
            found.append(Party(span, text, role))
    return tuple(found)


def mentions(words: Sequence[Token], lexicon: Lexicon) -> Iterator[Mention]:
    """Names of departments, bodies and companies, and any other name with a capital."""
    index = 0
    while index < len(words):
        mention = _named_at(words, index, lexicon)
        if mention is None:
            index += 1
        else:
            yield mention
            index = mention.last


def _named_at(words: Sequence[Token], index: int, lexicon: Lexicon) -> Mention | None:
    for length in range(_LONGEST_NAME, 0, -1):
        last = index + length
        if last <= len(words) and _is_known(words, index, last, lexicon):
            return Mention(_name_start(words, index), _name_end(words, last, lexicon), True)
    if in_group(words, index, lexicon, "audience"):
        return Mention(index, index + 1, True, True)
    if _is_agent(words, index, lexicon):
        return Mention(index, index + 1, True)
    if not is_name(words, index):
        return None
    last = index + 1
    while last < len(words) and is_name(words, last) and not _is_known(
        words, last, last + 1, lexicon
    ):
        last += 1
    if text_at(words, last) in _TEAM_WORDS:
        return Mention(index, last + 1, True)
    return Mention(index, last, False)


def _is_agent(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """“growers send …”, “riggers sign …”: an agent's noun before a verb of handing over."""
    if not _AGENT.search(text_at(words, index)) or in_group(
        words, index, lexicon, "thing", "measure", "audience", "process_noun", "event_noun"
    ):
        return False
    if len(text_at(words, index)) < 6 or not is_noun(words, index, lexicon):
        return False
    verb = index + 1
    while is_modal(words, verb) or is_adverb(words, verb):
        verb += 1
    length = verb_groups(words, verb, lexicon)[0] - verb if verb < len(words) else 0
    phrase = " ".join([words[verb].lemma, *(w.text.lower() for w in words[verb + 1 : verb + length])])  if length else ""
    return "hands_over" in lexicon.words.get(phrase, ())


def _is_known(words: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    surfaces = [word.text.lower() for word in words[first:last]]
    lemmas = [*surfaces[:-1], words[last - 1].lemma]
    groups = lexicon.words.get(" ".join(surfaces), ()) + lexicon.words.get(" ".join(lemmas), ())
    if "authority" in groups or "company" in groups:
        return True
    if "department" not in groups:
        return False
    # “sales”, “support”, “data” are things unless written as a name, or followed by “team”.
    capital = words[first].text[0].isupper()
    return text_at(words, last) in _TEAM_WORDS or capital or last - first > 1


def _name_start(words: Sequence[Token], index: int) -> int:
    while is_name(words, index - 1) and index > 0:
        index -= 1
    return index


def _name_end(words: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    while text_at(words, index) in _TEAM_WORDS or in_group(words, index, lexicon, "department_part"):
        index += 1
    return index


def is_own(reading: Reading, text: str) -> bool:
    """The name is that of the team to which the key result belongs, or one of its other names."""
    team = reading.key_result.team
    if not team:
        return False
    names = (team, *reading.config.teams.get(team, ()))
    bare = _bare_words(text)
    return any(
        bare and own and (bare <= own or own <= bare) for own in map(_bare_words, names)
    )


def _bare_words(name: str) -> frozenset[str]:
    words = "".join(c if c.isalnum() else " " for c in name.lower()).split()
    return frozenset(words) - _TEAM_WORDS - {"and", "of", "the"}


# --- Roles ---------------------------------------------------------------------------------------


def _role(reading: Reading, mention: Mention, where: Sequence[str]) -> PartyRole:
    words, lexicon = reading.words, reading.lexicon
    after = mention.last
    if _gives_consent(words, after, lexicon) and mention.known:
        return "needed"
    if _stands_behind(reading, mention, where) or _is_asked(reading, mention):
        return "needed"
    if _is_open(reading, mention):
        return "needed"
    if mention.courted:
        return "needed" if _gives_us(words, after) else "beneficiary"
    if not mention.known:
        return "other"
    at = behind_phrase(words, after, lexicon)
    if _acts_on(words, at, mention, lexicon):
        return "needed"
    if _qualifies(words, after, lexicon):
        return "other"
    if _is_acting_subject(reading, mention, where):
        return "needed"
    return "beneficiary" if _before(words, mention.first) in ("for", "to") else "other"


def _before(words: Sequence[Token], index: int) -> str:
    """The word before a name, its determiners and adjectives left out."""
    return text_at(words, _lead(words, index))


def _lead(words: Sequence[Token], index: int) -> int:
    at = index - 1
    skipped = DETERMINERS | {"outside", "external", "'s", "’s"}
    while at >= 0 and (text_at(words, at) in skipped or is_number(words, at)):
        at -= 1
    return at


def _gives_consent(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """“Legal's approval”, “board approval”, “IT sign-off”."""
    owner = text_at(words, index) in ("'s", "’s", "'", "’")
    at = index + 1 if owner else index
    if not in_group(words, at, lexicon, "consent"):
        return False
    strict = in_group(words, at, lexicon, "approval")
    return owner or strict


def _qualifies(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """“marketing site”, “supplier portal”: the name only says which."""
    owner = text_at(words, index) in ("'s", "’s", "'", "’")
    return owner or (
        is_noun(words, index, lexicon)
        and not is_finite(words, index, lexicon)
        and not is_participle(words, index, lexicon)
    )


def _is_open(reading: Reading, mention: Mention) -> bool:
    """“(manufacturer yet to confirm)”, “IT not yet asked”: their word is outstanding."""
    end = reading.words[mention.last - 1].span.end
    return any(
        0 <= place.span.start - end <= _NEAR for place in reading.phrases.get("not_agreed", ())
    )


def _is_asked(reading: Reading, mention: Mention) -> bool:
    """“Have Treasury open an account”, “get IT to …”."""
    start = reading.words[_lead(reading.words, mention.first) + 1].span.start
    return any(p.form == "request" and 0 <= start - p.span.end <= 1 for p in reading.predicates)


def _gives_us(words: Sequence[Token], index: int) -> bool:
    """“clients let us name them”, “customers send us …”: what those we court do for us."""
    return text_at(words, index + 1) == "us" and not is_mark(words, index)


def _stands_behind(reading: Reading, mention: Mention, where: Sequence[str]) -> bool:
    """A preposition or verb in front says that the named party has to act."""
    words, lexicon = reading.words, reading.lexicon
    lead = _listed_lead(words, mention.first, lexicon)
    text = text_at(words, lead)
    if text == "by":
        return _by_agent(reading, mention, lead, where)
    if text == "with":
        return _acts_with(reading, mention, lead)
    if text == "from":
        return _acts_near(words, lead, lexicon, "consent")
    if text == "to" and in_group(words, lead - 1, lexicon, "handed_over"):
        return True
    if text in ("on", "for", "to", "of"):
        return _gated(words, lead, lexicon)
    return _gated(words, lead, lexicon)


def _acts_with(reading: Reading, mention: Mention, lead: int) -> bool:
    words, lexicon = reading.words, reading.lexicon
    vague = in_group(words, lead - 1, lexicon, "process_noun")
    titled = not mention.known and in_group(words, mention.last - 1, lexicon, "job_title")
    if is_mark(words, lead - 1) or titled:
        return False
    if vague and not in_group(words, lead - 1, lexicon, "with_act"):
        return False
    inside = any(
        in_group(words, at, lexicon, "department") for at in range(mention.first, mention.last)
    )
    groups = ("with_act", "with_department") if inside else ("with_act",)
    return _acts_near(words, lead, lexicon, *groups)


def _listed_lead(words: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """The word before a list of names: “with Product and Engineering”, “from all key vendors”."""
    at = _lead(words, index)
    for _ in range(_FAR):
        text = text_at(words, at)
        if text in ("and", ",", "&", "/") and (is_name(words, at - 1) or is_noun(words, at - 1, lexicon)):
            at = _lead(words, at - 1)
        elif is_name(words, at) or is_noun(words, at, lexicon) and not in_group(
            words, at, lexicon, "consent", "with_act", "gate"
        ):
            at = _lead(words, at)
        else:
            break
    return at


def _by_agent(reading: Reading, mention: Mention, lead: int, where: Sequence[str]) -> bool:
    """“installed by the vendor”; not “by April”, nor where it only describes (“bugs found by QA”)."""
    words, lexicon = reading.words, reading.lexicon
    before = lead - 1
    while before > 0 and (is_adverb(words, before) or text_at(words, before) in PREPOSITIONS):
        before -= 1
    deed = is_participle(words, before, lexicon) or in_group(words, before, lexicon, "event_noun", "consent")
    if mention.courted and not in_group(words, before, lexicon, "granting"):
        return False
    if not deed or where[lead] in ("relative", "bracket") and not mention.known:
        return False
    if any(day.span.start <= words[mention.first].span.start < day.span.end for day in reading.dates):
        return False
    return not any(is_finite(words, at, lexicon) for at in range(mention.last, _clause_end(words, mention.last)))


def _clause_end(words: Sequence[Token], index: int) -> int:
    while index < len(words) and not is_mark(words, index):
        index += 1
    return index


def _acts_near(words: Sequence[Token], index: int, lexicon: Lexicon, *groups: str) -> bool:
    """A word of `groups` stands before `index` in the same clause."""
    for at in range(index - 1, max(-1, index - 1 - _FAR), -1):
        if text_at(words, at) in (".", ";", ":", "("):
            return False
        if in_group(words, at, lexicon, *groups):
            return True
    return False


def _gated(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """“pending …”, “waiting for …”, “depends on …”, “subject to …”, “needs …” before the name."""
    for length in (1, 2, 3):
        first = max(0, index + 1 - length)
        phrase = " ".join(word.text.lower() for word in words[first : index + 1])
        if "gate" in lexicon.words.get(phrase, ()):
            return True
    return False


def _is_acting_subject(reading: Reading, mention: Mention, where: Sequence[str]) -> bool:
    """“Compliance clears our factsheets”: the party's own deed is the key result or its condition."""
    words, lexicon = reading.words, reading.lexicon
    at = behind_phrase(words, mention.last, lexicon)
    if text_at(words, at) in ("would", "could", "might"):
        return False
    if where[mention.first] == "bracket" and text_at(words, at) not in MODALS:
        return False
    if text_at(words, mention.last) == "to" and _before(words, mention.first) == "for":
        return True
    opens = mention.first == 0 or _before(words, mention.first) not in _BLOCKING
    if not opens or not is_finite(words, at, lexicon):
        return False
    while is_modal(words, at) or is_adverb(words, at):
        at += 1
    if text_at(words, at) in BE:
        return False
    _, groups = verb_groups(words, at, lexicon)
    return "state_verb" not in lexicon.words.get(words[at].lemma, ()) and (
        bool(groups) or words[at].text.endswith("s")
    )


_BLOCKING = frozenset("for of in at by with from to on about among per".split())


def _acts_on(words: Sequence[Token], index: int, mention: Mention, lexicon: Lexicon) -> bool:
    """“The tool shop returns sharpened cutters”, “pubs return empty kegs”: told from a compound by
    the object behind the verb, and by number."""
    if not index < len(words) or _before(words, mention.first) in _BLOCKING:
        return False
    plural = text_at(words, mention.last - 1).endswith("s")
    third = words[index].lemma != text_at(words, index)
    last, groups = verb_groups(words, index, lexicon)
    agrees = third and not plural and text_at(words, index).endswith("s") or plural and not third
    supposed = text_at(words, index - 1) in ("would", "could", "might")
    if supposed or not groups or not agrees or "state_verb" in lexicon.words.get(words[index].lemma, ()):
        return False
    behind = index + 1
    return last > behind or _is_object(words, behind, lexicon)


def _is_object(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    return (
        is_noun(words, index, lexicon)
        or is_participle(words, index, lexicon)
        or is_number(words, index)
        or text_at(words, index) in DETERMINERS | PRONOUNS
    )


def behind_phrase(words: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """The word behind “in the Nordics” or “at the 22 schools” that follows a name."""
    if text_at(words, index) not in ("in", "at", "of", "on"):
        return index
    at = index + 1
    while at < min(len(words), index + _FAR) and not is_finite(words, at, lexicon) and not is_mark(words, at):
        at += 1
    return at
