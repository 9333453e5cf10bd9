"""English verbs in their places: imperatives, finite verbs, participles that end a statement."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from krlint.analysis.en.words import (
    BE,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    in_group,
    is_adverb,
    is_base,
    is_gerund,
    is_mark,
    is_modal,
    is_nominal_verb,
    is_noun,
    is_number,
    is_participle,
    is_verb,
    text_at,
)
from krlint.model import Lexicon, Token

Form = Literal["plain", "state", "request", "noun", "passive"]
_LONGEST_VERB = 4
_OWNERS = frozenset("our your their its his her my a an every each us them".split())

_NEXT_CLAUSE = frozenset("if when once unless until that which who whose so because while , to".split())


class Found(NamedTuple):
    """The words `first` to `last` (not included) of a predicate; `verb` carries its meaning."""

    first: int
    last: int
    verb: int
    form: Form
    groups: tuple[str, ...]


def verb_groups(
    words: Sequence[Token], index: int, lexicon: Lexicon
) -> tuple[int, tuple[str, ...]]:
    """Where the verb at `index` ends (“look into”) and the groups of its sense."""
    for length in range(min(_LONGEST_VERB, len(words) - index), 0, -1):
        rest = [word.text.lower() for word in words[index + 1 : index + length]]
        entry = lexicon.words.get(" ".join([words[index].lemma, *rest]), ())
        groups = tuple(group for group in entry if group in VERBS)
        if groups:
            return index + length, groups
    return index + 1, ()


def is_imperative(words: Sequence[Token], index: int, end: int, lexicon: Lexicon) -> bool:
    """A base form that opens a clause as a command, told from a noun by the words behind it."""
    after = index + 1
    if not is_base(words, index, lexicon):
        return _is_unknown_imperative(words, index, lexicon)
    if text_at(words, after) in BE | HAVE or is_modal(words, after):
        return False
    if not is_nominal_verb(words, index, lexicon):
        return True
    if _opens_object(words, after, lexicon) or verb_groups(words, index, lexicon)[0] > after:
        return True
    if is_mark(words, after) or text_at(words, after) in ("of", "for", "in", "per", "by", "and", "or"):
        return text_at(words, after) in ("and", "or", "/") and is_base(words, after + 1, lexicon)
    if in_group(words, index, lexicon, "change"):
        return True
    if in_group(words, after, lexicon, "measure", "event_noun") or is_gerund(words, after, lexicon):
        return False
    if _ends_in_measure(words, after, lexicon):
        return False
    return not _ends_as_statement(words, after, end, lexicon)


def _is_unknown_imperative(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A word before “the”, “our” … that is no noun's neighbour: “Bottle the first wine”."""
    if is_mark(words, index) or is_verb(words, index, lexicon):
        return False
    text = text_at(words, index)
    if not is_noun(words, index, lexicon) or text.endswith("s"):
        return False
    return text_at(words, index + 1) in DETERMINERS - {"that", "this"}


def _opens_object(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A determiner, number, name or pronoun: what stands behind a verb, not behind a noun."""
    text = text_at(words, index)
    if text in DETERMINERS or text in PRONOUNS or is_number(words, index):
        return True
    return text in ("to", "from", "with", "at", "on", "into", "new", "more") and not in_group(
        words, index + 1, lexicon, "measure"
    )


def _ends_in_measure(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """“service desk first-contact resolution”: a compound that is a measure."""
    last = index
    while is_noun(words, last + 1, lexicon):
        last += 1
    return in_group(words, last, lexicon, "measure")


def _ends_as_statement(
    words: Sequence[Token], index: int, end: int, lexicon: Lexicon
) -> bool:
    """A finite verb or participle follows, so that what stands before is its subject."""
    for at in range(index, end):
        if text_at(words, at) in _NEXT_CLAUSE:
            return False
        finite = at > index and is_finite(words, at, lexicon)
        if finite or ends_statement(words, at, lexicon):
            return True
    return False


def is_finite(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A verb with a subject before it: an auxiliary, or the third person."""
    text, before = text_at(words, index), index - 1
    if text in BE or is_modal(words, index) or text in HAVE and text != "having":
        return True
    if before < 0 or text_at(words, before) in DETERMINERS | PREPOSITIONS | {"and", ","}:
        return False
    if _trends(words, index, lexicon):
        return True
    opens = text_at(words, index + 1) in DETERMINERS | PRONOUNS or is_number(words, index + 1)
    if not is_verb(words, index, lexicon):
        return is_noun(words, index, lexicon) and text.endswith("s") and (
            text_at(words, index + 1) in _OWNERS
        )
    if text.endswith("s") and words[index].lemma != text:
        return _is_subject(words, before, lexicon) and (
            not is_nominal_verb(words, index, lexicon) or opens or _moves(words, index, lexicon)
        )
    if not is_base(words, index, lexicon) or not _is_plural(words, before, lexicon):
        return False
    joined = text_at(words, index + 1) == "and" and is_base(words, index + 2, lexicon)
    adverb = is_adverb(words, index + 1) or joined
    return not is_nominal_verb(words, index, lexicon) or opens or adverb


def _trends(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """“tickets trending down”, “margins going up”."""
    return text_at(words, index + 1) in ("up", "down") and is_gerund(words, index, lexicon)


def _moves(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """“satisfaction increases from …”, “the guide sets clearer expectations”."""
    singular = not text_at(words, index - 1).endswith("s")
    after = text_at(words, index + 1)
    return singular and (after in ("from", "to") or in_group(words, index + 1, lexicon, "comparative"))


def _is_subject(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    text = text_at(words, index)
    return text in (")", "]") or is_adverb(words, index) or text in PRONOUNS or not (
        is_mark(words, index) or text in PREPOSITIONS
    ) and (is_noun(words, index, lexicon) or is_number(words, index))


def _is_plural(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    text = text_at(words, index)
    if text in ("we", "they", "you", "people", "staff", "who", ")"):
        return True
    plural = text.endswith("s") and not text.endswith("ss") and is_noun(words, index, lexicon)
    return plural or is_adverb(words, index) and _is_plural(words, index - 1, lexicon) or (
        text.isdigit()
    )


def ends_statement(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A participle or “live”, “in place” behind its noun: “X published”, “desk open”."""
    before, after = index - 1, index + 1
    if before < 0 or text_at(words, before) in DETERMINERS | PREPOSITIONS | {"and", ",", "&"}:
        return False
    if not _is_subject(words, before, lexicon) and text_at(words, before) != "%":
        return False
    length = ready_length(words, index, lexicon)
    if length:
        return _closes(words, index + length)
    if not is_participle(words, index, lexicon):
        return False
    return _closes(words, after) or is_number(words, after) or text_at(words, after) in DETERMINERS


def ready_length(words: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """How many words of an end state (“live”, “in place”) stand at `index`; 0 if none."""
    for length in range(min(3, len(words) - index), 0, -1):
        phrase = " ".join(word.text.lower() for word in words[index : index + length])
        if "ready" in lexicon.words.get(phrase, ()):
            return length
    return 0


def _closes(words: Sequence[Token], index: int) -> bool:
    text = text_at(words, index)
    return is_mark(words, index) or text in PREPOSITIONS or is_adverb(words, index) or text in (
        "and", "or", "so", "once", "if", "unless", "when", "using", "who", "that", "which",
    )


def resolved(words: Sequence[Token], index: int, lexicon: Lexicon) -> Found:
    """The predicate whose first finite word is at `index`, with its auxiliaries."""
    at, passive, auxiliary = index, False, False
    while text_at(words, at) in BE | HAVE or is_modal(words, at) or is_adverb(words, at):
        auxiliary = auxiliary or not is_adverb(words, at)
        passive = text_at(words, at) in BE or passive and is_adverb(words, at)
        at += 1
    if not auxiliary:
        return _bare(words, index, lexicon)
    length = ready_length(words, at, lexicon)
    if length:
        return Found(index, at + length, at, "state", ("event",))
    if passive and is_participle(words, at, lexicon):
        last, groups = verb_groups(words, at, lexicon)
        valued = text_at(words, at - 1) == "well"
        return Found(index, last, at, "passive", (*groups, "process") if valued else groups)
    if is_verb(words, at, lexicon) and (not passive or is_gerund(words, at, lexicon)):
        last, groups = verb_groups(words, at, lexicon)
        # “We are measuring” goes on; “we will measure” is done once.
        return Found(index, last, at, "plain", ("process", *groups) if passive else groups)
    return Found(index, max(at, index + 1), at - 1, "state", ("attain",))


def _bare(words: Sequence[Token], index: int, lexicon: Lexicon) -> Found:
    length = ready_length(words, index, lexicon)
    if length:
        return Found(index, index + length, index, "state", ("event",))
    last, groups = verb_groups(words, index, lexicon)
    if is_base(words, index, lexicon) and not is_participle(words, index, lexicon):
        # “Our platforms measure …” is what they do all the time.
        return Found(index, last, index, "plain", ("attain", *(g for g in groups if g != "event")))
    active = text_at(words, last) in DETERMINERS or is_number(words, last)
    past = is_participle(words, index, lexicon) and not active
    return Found(index, last, index, "passive" if past else "plain", groups)
