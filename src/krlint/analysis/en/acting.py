"""What those named in an English text do, where they are the subject."""

from collections.abc import Sequence

from krlint.analysis.en.clauses import Clause
from krlint.analysis.en.mentions import Mention
from krlint.analysis.en.subjects import joins_subjects
from krlint.analysis.en.verbs import ends_statement, is_finite, is_perfect
from krlint.analysis.en.words import Line

_FAR = 8
"""Words between a party and its act; farther apart they are no one phrase."""

_BEFORE_NAME = ("outside", "external", "'s", "’s")
_QUANTIFIERS = ("each", "all", "both")
_OPENS = ("for", ",", "", "(", "-", "–", "—", ";", ":", ".", "and")


def lead(text: Line, index: int) -> int:
    """The word before a name, its determiners, numbers and “outside” left out."""
    at = index - 1
    while text.has(at, "determiner") or text.is_number(at) or text.text(at) in _BEFORE_NAME:
        at -= 1
    return at


def acts(text: Line, mention: Mention, where: Sequence[Clause]) -> bool:
    """“Compliance clears our factsheets”, “IT to build the mapping”, “the vendor has to …”."""
    at = behind_phrase(text, _behind_bracket(text, mention.last))
    last = _behind_list(text, at)
    joined, at = last > at or joins_subjects(text, at - 1), last
    at += text.text(at) in _QUANTIFIERS
    before = lead(text, mention.first)
    onward = at
    while text.is_adverb(onward):
        onward += 1
    if text.text(onward) == "to" and text.is_base(onward + 1):
        return text.text(before) in _OPENS or text.text(mention.first - 1) in ("'s", "’s")
    parted = text.text(before) == "of" and text.text(before - 1) in ("%", "all", "most", "half")
    if (text.has(before, "unsubject") and not parted) or text.has(at, "supposed"):
        return False
    if where[mention.first] == "bracket" and not text.is_modal(at):
        return False
    if text.text(at) in ("can", "could"):
        return False  # “Editors can schedule a post”: what the team makes possible
    verb = _acting_verb(text, at)
    if verb is None or _is_state(text, verb, mention) or _adopts(text, verb, mention):
        return False
    if _may_be_thing(text, mention) and not _is_done_by_people(text, verb):
        return False  # “Product returns 4% → 2%”
    if _is_thing_too(text, mention) and not text.verb_has(verb, "hands_over"):
        return False
    if text.text(verb + 1) == "us" and text.is_number(verb + 2):
        return False  # “Suppliers give us 4 of 5 stars”
    return verb > at or _takes_object(text, verb, mention, joined=joined)


def _behind_list(text: Line, index: int) -> int:
    """Behind “Sales, Marketing and R&D each”, where the list ends in an “and”; else `index`."""
    at, joined = index, False
    while at < index + _FAR and (text.text(at) in (",", "/", "and", "&")):
        joined = joined or text.text(at) in ("and", "&")
        at += 1
        while text.has(at, "determiner") and not text.text(at).startswith("each"):
            at += 1
        if not text.is_noun(at):
            return index
        while text.is_name(at) or text.has(at, "team_word") or _goes_on(text, at):
            at += 1
    if not joined:
        return index
    return at


def _goes_on(text: Line, index: int) -> bool:
    """A noun that stands between others of its list, or opens its last member."""
    if not text.is_noun(index):
        return False
    return text.text(index - 1) in (",", "/", "and", "&") or not text.is_verb(index)


def stated_end(text: Line, index: int) -> int:
    """Where the words end that go on without a mark from `index`."""
    end = index
    while end < index + _FAR and not text.is_mark(end):
        end += 1
    return end


def _is_state(text: Line, verb: int, mention: Mention) -> bool:
    """What they are or feel; a department that uses what we made takes part in it."""
    inside = any(text.has(at, "department") for at in range(mention.first, mention.last))
    return text.has(verb, "state_verb") and not (inside and text.has(verb, "practising"))


def _is_thing_too(text: Line, mention: Mention) -> bool:
    """“The importer reads zip files”: a trade in the singular that a program or device has too."""
    singular = not text.text(mention.last - 1).endswith("s")
    last = mention.last - 1
    return singular and text.has(last, "thing", "artefact") and not text.has(last, "department")


def _may_be_thing(text: Line, mention: Mention) -> bool:
    """“Platform handles 9,000 users”: at the front a capital does not tell a department."""
    if mention.last > mention.first + 1 or not text.is_stop(mention.first - 1):
        return False
    return text.has(mention.first, "thing_too")


def _is_done_by_people(text: Line, verb: int) -> bool:
    if text.is_nominal(verb) and text.text(verb + 2) == "%":
        return False
    done = text.verb_has(verb, "event") and not text.verb_has(verb, "attain")
    return done or text.verb_has(verb, "hands_over")


def _adopts(text: Line, index: int, mention: Mention) -> bool:
    """“suppliers file invoices through the portal”: they use what we offer, as customers do."""
    inside = any(text.has(at, "department") for at in range(mention.first, mention.last))
    if not inside and text.verb_has(index, "adopting"):
        return True
    for at in range(index, index + _FAR):
        if text.is_stop(at) or text.text(at) == ",":
            return False
        if text.text(at) in ("through", "via", "using"):
            return True
    return False


def _acting_verb(text: Line, index: int) -> int | None:
    """The verb behind “will”, “has to”, “still must”, “have”; None where none is finite."""
    at = index
    while (
        text.is_modal(at)
        or text.is_adverb(at)
        or (text.has(at, "need_to") and text.text(at + 1) == "to")
    ):
        at += 2 if text.text(at + 1) == "to" else 1
    if text.has(at, "have") and is_perfect(text, at + 1):
        at += 1
    known = text.is_verb(at) or _is_unknown_deed(text, at)
    return at if known and not text.has(at, "be") else None


def _is_unknown_deed(text: Line, index: int) -> bool:
    """“Legal vets every poster”: an -s between a name and a determiner."""
    thing = not text.is_noun(index) or text.has(index, "thing", "measure")
    if thing or not text.text(index).endswith("s"):
        return False
    named = index > 0 and text.words[index - 1].text[:1].isupper()
    return named and text.has(index + 1, "determiner") and text.text(index + 1) != "that"


def _takes_object(text: Line, index: int, mention: Mention, *, joined: bool) -> bool:
    """Told from a compound (“supplier visits”) by what stands behind the verb, and by number."""
    plural = joined or text.text(mention.last - 1).endswith("s")
    department = any(text.has(at, "department") for at in range(mention.first, mention.last))
    third = text.is_third(index)
    if not third and not text.is_base(index):
        return _is_unknown_deed(text, index)
    collective = department and (third or not text.is_nominal(index))
    if third == plural and not collective:
        return False
    last, groups = text.verb(index)
    if text.is_nominal(index) and said_later(text, last):
        return False  # “Support requests answered”
    if not groups:
        return False
    behind = text.is_object(index + 1) or (text.is_base(index + 1) and text.is_noun(index + 2))
    return not text.is_nominal(index) or last > index + 1 or behind


def said_later(text: Line, index: int) -> bool:
    """A verb or end state follows, so that what stands before is its subject."""
    for at in range(index, min(index + _FAR, len(text))):
        if text.is_stop(at) or text.text(at) == "," or text.has(at, "clause_opener"):
            return False
        if ends_statement(text, at) or (at > index and is_finite(text, at)):
            return True
    return False


def _behind_bracket(text: Line, index: int) -> int:
    """“Branch managers (Retail) complete …”: what a short bracket says of them goes by."""
    if text.text(index) != "(":
        return index
    closed = (at + 1 for at in range(index, index + _FAR) if text.text(at) == ")")
    return next(closed, index)


def behind_phrase(text: Line, index: int) -> int:
    """The word behind “in the Nordics” or “at the 22 schools” that follows a name."""
    if text.text(index) not in ("in", "at", "of", "on"):
        return index
    at = index + 1
    while at < index + _FAR and not is_finite(text, at) and not text.is_mark(at):
        at += 1
    return at
