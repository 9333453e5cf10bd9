"""The names of others in an English text: departments, bodies, companies, and other capitals."""

from collections.abc import Iterator
from typing import NamedTuple

from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.subjects import AGENTS
from krlint.analysis.en.words import Line
from krlint.analysis.reading import Reading

_LONGEST_NAME = 4
_SHORTEST = 4
_NO_AGENT = ("thing", "measure", "audience", "process_noun", "event_noun", "job_title")
_FILLERS = frozenset(
    ("team", "department", "dept", "office", "group", "unit", "desk", "division")
) | frozenset(("and", "of", "the"))


class Mention(NamedTuple):
    """
    A party named by the words `first` to `last`, not included; `known` to the lexicon or not.

    Those who are `courted` (customers, readers, members) have to act only where it is said.
    """

    first: int
    last: int
    known: bool
    courted: bool = False


def mentions(line: Line) -> Iterator[Mention]:
    """Everybody named, in order; a longer name covers those within it."""
    index = 0
    while index < len(line):
        mention = _named_at(line, index)
        if mention is None:
            index += 1
        else:
            yield mention
            index = mention.last


def _named_at(line: Line, index: int) -> Mention | None:
    for length in range(_LONGEST_NAME, 0, -1):
        if _is_known(line, index, index + length):
            return Mention(_name_start(line, index), _name_end(line, index + length), True)
    partner = _partner(line, index)
    if partner is not None:
        return partner
    if line.has(index, "audience"):
        return Mention(index, index + 1, True, True)
    if _is_agent(line, index):
        return Mention(index, index + 1, True)
    return _grantor(line, index) or _capital(line, index)


def _is_known(line: Line, first: int, last: int) -> bool:
    if line.phrase_has(first, last, "authority", "company"):
        return True
    if not line.phrase_has(first, last, "department"):
        return False
    # “sales”, “support”, “data” are things unless written as a name, or followed by “team”.
    capital = line.words[first].text[0].isupper()
    return capital or last - first > 1 or line.has(last, "team_word")


def _name_start(line: Line, index: int) -> int:
    while line.is_name(index - 1):
        index -= 1
    return index


def _name_end(line: Line, index: int) -> int:
    while line.has(index, "team_word"):
        index += 1
    return index


def _is_agent(line: Line, index: int) -> bool:
    """“growers send …”, “clerks enter …”: by elimination, whoever hands something over."""
    if line.text(index - 1).endswith("s") and line.is_verb(index) and not line.has(index, *AGENTS):
        return False  # “so that clerks find answers”
    if line.has(index, *_NO_AGENT) or len(line.text(index)) < _SHORTEST:
        return False
    verb = index + 1
    while line.is_modal(verb) or line.is_adverb(verb):
        verb += 1
    if not line.is_noun(index) or verb >= len(line):
        return False
    if not line.verb_has(verb, "hands_over"):
        return False
    last, _ = line.verb(verb)
    # “speakers confirmed”, “async updates instead”: done to them, or the end of a compound.
    if line.words[index].text[0].isupper() and not line.text(index).endswith("s"):
        # “Zendesk answers …”: a capital may be the name of a tool.
        named = line.has(index, *AGENTS, "department")
        if not named and line.verb_has(verb, "machine_deed"):
            return False
    past = line.is_participle(verb) and not line.is_base(verb)
    return line.is_object(last) if past or line.is_third(verb) else True


def _partner(line: Line, index: int) -> Mention | None:
    """“Partner with local bootcamps”: whoever they are, they have to join in."""
    if line.text(index - 1) != "with" or not line.has(index - 2, "partnering"):
        return None
    head = head_noun(line, index, len(line))
    return None if head is None else Mention(index, head + 1, True)


def _grantor(line: Line, index: int) -> Mention | None:
    """“certified by the card scheme”: whoever it is, it gives its yes."""
    first = index - 1 if line.text(index - 1) in ("the", "our", "a", "an", "all") else index
    named = line.text(first) in ("the", "our", "a", "an")
    if line.text(first - 1) != "by" or not line.has(first - 2, "granting"):
        return None
    head = head_noun(line, index, len(line))
    if head is None or not line.is_noun(index):
        return None
    people = line.has(head, *AGENTS) and not line.has(head, "thing", "job_title")
    return Mention(index, head + 1, True) if named or people else None


def _capital(line: Line, index: int) -> Mention | None:
    if not line.is_name(index):
        return None
    last = index + 1
    while line.is_name(last) and not _is_known(line, last, last + 1):
        last += 1
    if line.has(last, "team_word"):
        return Mention(index, last + 1, True)
    return Mention(index, last, False)


def is_own(reading: Reading, name: str) -> bool:
    """The name is that of the team to which the key result belongs, or one of its other names."""
    team = reading.key_result.team
    if not team:
        return False
    named = _content(name)
    own = map(_content, (team, *reading.config.teams.get(team, ())))
    return bool(named) and any(words and (named <= words or words <= named) for words in own)


def _content(name: str) -> frozenset[str]:
    words = "".join(c if c.isalnum() else " " for c in name.lower()).split()
    return frozenset(words) - _FILLERS
