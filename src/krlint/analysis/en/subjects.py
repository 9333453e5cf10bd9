"""What may stand before an English verb as its subject."""

from krlint.analysis.en.words import Line

_FAR = 12
"""Words within which a subject shows its verb."""

_AGENTIVE = ("ers", "ors", "ists", "ians", "ees")
"""Suffixes of agent nouns (Quirk et al. 1985, appendix I.32 ff.), in the plural."""

AGENTS = ("audience", "company", "authority", "job_title", "outside_actor")
"""The lexicon's groups of those who act."""


def has_agent(line: Line, index: int) -> bool:
    """The phrase that opens the clause names people or bodies: “Physicians on 4 wards ___”."""
    start = index
    while not line.is_stop(start - 1) and start > index - _FAR:
        start -= 1
    if joins_subjects(line, index - 1):
        return True
    for at in range(start, index):
        if line.has(at, "preposition"):
            break
        if line.text(at).endswith("s") and (line.has(at, *AGENTS) or _is_agentive(line, at)):
            return True
    return False


def _is_agentive(line: Line, index: int) -> bool:
    """“skippers”, “florists”: by their ending, where no thing is known by that name."""
    return line.text(index).endswith(_AGENTIVE) and not line.has(index, "thing", "measure")


def are_people(line: Line, index: int) -> bool:
    """The head of a subject names people by what they are: “pupils”, “squads”, “growers”."""
    if line.has(index, "audience", "job_title", "profession") or line.text(index) == "they":
        return True
    plural = line.text(index).endswith("s") or line.has(index, "plural")
    return plural and (line.has(index, "team_word", "plural") or _is_agentive(line, index))


def may_be_subject(line: Line, index: int) -> bool:
    """The last word of a subject: a noun, a pronoun, a number, or what may follow them."""
    if line.text(index) in (")", "]") or line.is_adverb(index) or line.has(index, "pronoun"):
        return True
    relative = line.text(index) in ("who", "which", "that")
    return relative or line.is_noun(index) or line.is_number(index)


def is_plural(line: Line, index: int) -> bool:
    """The last word of a subject that takes the base form: “we”, “clerks”, “Fire and Water”."""
    while line.is_adverb(index) or line.text(index) in ("each", "all", "both"):
        index -= 1
    if joins_subjects(line, index):
        return True
    text = line.text(index)
    if text in ("we", "they", "you", "who", ")") or line.has(index, "plural") or text.isdigit():
        return True
    return text.endswith("s") and not text.endswith("ss") and line.is_noun(index)


def joins_subjects(line: Line, index: int) -> bool:
    """“Fire, Water and Zoning”: the last of names that open a clause together."""
    first = index
    while line.is_noun(first) and first > index - _FAR:
        first -= 1
    if first == index or line.text(first) not in ("and", "&"):
        return False
    while line.is_noun(first - 1) or line.text(first - 1) in (",", "&", "the", "'s", "’s"):
        first -= 1
        if first < index - _FAR:
            return False
    return line.is_stop(first - 1)
