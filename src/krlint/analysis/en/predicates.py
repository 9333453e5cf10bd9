"""
Where an English key result says what is done.

A segment opens with an imperative (“Launch …”, “We will launch”), or it is a statement with a
finite verb or participle behind its subject (“X is documented”, “X published”), or it is a noun
phrase, whose head noun may stand for a verb (“implementation of …”).
"""

from collections.abc import Iterator, Sequence

from krlint.analysis.en.clauses import Clause, Segment, clauses, segments
from krlint.analysis.en.statements import (
    Found,
    ends_statement,
    is_finite,
    is_imperative,
    resolved,
    verb_groups,
)
from krlint.analysis.en.words import (
    DETERMINERS,
    PREPOSITIONS,
    depths,
    in_group,
    is_adverb,
    is_base,
    is_gerund,
    is_mark,
    is_modal,
    is_noun,
    is_number,
    is_participle,
    is_verb,
    text_at,
)
from krlint.model import Lexicon, Predicate, Span, Token

_NOUN_GROUPS = ("process_noun", "event_noun", "undecided_noun")
_LEADS = frozenset("to we the our team i also then and please let's it's".split())
_QUESTIONS = frozenset("how what which who should shall can could do does is are why where".split())
_FAR = 8
"""Words between “get X” and what X is to do; more would be another clause."""


def predicates(words: Sequence[Token], lexicon: Lexicon) -> tuple[Predicate, ...]:
    """The verbs and verbal nouns of the text, in order, each with its form and clause."""
    clause = clauses(words, lexicon)
    found = []
    for segment in segments(words, depths(words)):
        for deed, where in _in_segment(words, segment, clause, lexicon):
            found.append(_predicate(words, deed, where, lexicon))
    return tuple(found)


def _predicate(
    words: Sequence[Token], deed: Found, clause: Clause, lexicon: Lexicon
) -> Predicate:
    span = Span(words[deed.first].span.start, words[deed.last - 1].span.end)
    groups = deed.groups
    if deed.form == "plain" and _acquires_one(words, deed, lexicon):
        groups = ("event", *groups)
    elif deed.form == "plain" and not {"event", "attain"}.isdisjoint(groups) and _of_abstract(words, deed.last, lexicon):
        groups = (*groups, "process")
    return Predicate(span, words[deed.verb].lemma, deed.form, clause, groups)


def _acquires_one(words: Sequence[Token], deed: Found, lexicon: Lexicon) -> bool:
    """“Get the export licence”, “run a survey”: one thing, that is there or not."""
    if not in_group(words, deed.verb, lexicon, "acquire") or deed.last > deed.verb + 1:
        return False
    articles = ("a", "an") if words[deed.verb].lemma in ("run", "give", "find", "do", "take") else (
        "a", "an", "the", "our"
    )
    head = head_noun(words, deed.last, len(words), lexicon)
    return (
        text_at(words, deed.last) in articles
        and not (head is not None and in_group(words, head, lexicon, "process_noun", "measure", "output"))
    )


def _of_abstract(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """The object is no thing that is there or not: “build trust”, “create a great atmosphere”."""
    head = head_noun(words, index, len(words), lexicon)
    return head is not None and in_group(words, head, lexicon, "process_noun")


def head_noun(words: Sequence[Token], index: int, end: int, lexicon: Lexicon) -> int | None:
    """The last noun of the phrase that starts at `index`: “engagement program” is a program."""
    head = None
    while index < end:
        if is_noun(words, index, lexicon) or is_gerund(words, index, lexicon):
            head = index
        elif not _in_front(words, index, lexicon) and not _lists_adjectives(words, index, lexicon):
            break
        elif head is not None and not is_participle(words, index, lexicon):
            break
        index += 1
    return head


def _lists_adjectives(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """“simplified and improved UX”, “welcoming, up-to-date documentation”."""
    joins = text_at(words, index) in ("and", ",", "&")
    return joins and _in_front(words, index - 1, lexicon) and not is_mark(words, index + 1)


def _in_front(words: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """A word that may stand before a noun: determiner, number, adverb, adjective, participle."""
    text = text_at(words, index)
    return (
        text in DETERMINERS
        or is_number(words, index)
        or is_adverb(words, index)
        or text in ("more", "most", "less", "least", "as", "'s", "’s", "“", '"')
        or is_participle(words, index, lexicon)
    )


# --- One segment -------------------------------------------------------------------------------


def _deeds(
    words: Sequence[Token], segment: Segment, clause: Sequence[Clause], lexicon: Lexicon
) -> Iterator[tuple[Found, Clause]]:
    start = _start(words, segment, lexicon)
    end = segment.last
    if start >= end:
        return
    first = _opening(words, start, end, lexicon)
    if first is not None:
        yield first, "main"
        if first.form == "passive":
            yield from _stated(words, first.last - 1, end, clause, lexicon)
        yield from _coordinated(words, first.last, end, clause, lexicon)
        return
    stated = tuple(_stated(words, start, end, clause, lexicon))
    if stated:
        yield from stated
        return
    deed = _named_deed(words, start, end, lexicon)
    if deed is not None:
        yield deed, clause[start] if clause[start] != "purpose" else "main"
    yield from _means(words, start, end, lexicon)


def _in_segment(
    words: Sequence[Token], segment: Segment, clause: Sequence[Clause], lexicon: Lexicon
) -> Iterator[tuple[Found, Clause]]:
    yield from _question(words, segment, lexicon)
    yield from _deeds(words, segment, clause, lexicon)


def _question(
    words: Sequence[Token], segment: Segment, lexicon: Lexicon
) -> Iterator[tuple[Found, Clause]]:
    """“How do we …?” asks what is to be done, “TBC” has yet to say it."""
    if segment.first == 0 and in_group(words, 0, lexicon, "placeholder"):
        yield Found(0, 1, 0, "noun", ("undecided",)), "main"
    if text_at(words, segment.last) == "?" and text_at(words, segment.first) in _QUESTIONS:
        yield Found(segment.first, segment.last, segment.first, "plain", ("undecided",)), "main"


def _start(words: Sequence[Token], segment: Segment, lexicon: Lexicon) -> int:
    """Behind “By 31 May,”, “We will”, “Successfully”."""
    index, end = segment
    text = text_at(words, index)
    if text in PREPOSITIONS | {"using", "if", "once", "when"}:
        comma = next((i for i in range(index, end) if words[i].text == ","), None)
        if comma is not None:
            index = comma + 1
    while index < end and (is_mark(words, index) or is_adverb(words, index)):
        index += 1
    after = index
    while after < end and text_at(words, after) in _LEADS | {"will", "shall", "must", "can"}:
        after += 1
    perfect = text_at(words, after) == "have" and is_participle(words, after + 1, lexicon)
    lead = is_base(words, after, lexicon) and text_at(words, after - 1) not in ("the", "our", "team")
    return after if lead and after < end and not perfect else index


def _opening(words: Sequence[Token], index: int, end: int, lexicon: Lexicon) -> Found | None:
    """The verb that opens a segment, or None where it opens with a noun phrase."""
    object_next = text_at(words, index + 1) in DETERMINERS or is_number(words, index + 1)
    doing = is_gerund(words, index, lexicon) or is_participle(words, index, lexicon)
    result = is_participle(words, index, lexicon) and _follows_result(words, index + 1)
    if is_imperative(words, index, end, lexicon):
        return _asked(words, index, end, lexicon)
    if result:
        return resolved(words, index, lexicon)
    if doing and object_next:
        last, groups = verb_groups(words, index, lexicon)
        return Found(index, last, index, "plain", groups)
    return None


def _follows_result(words: Sequence[Token], index: int) -> bool:
    """“approved by the board”, behind a colon or comma."""
    return text_at(words, index) in ("by", "with") or is_mark(words, index)


def _asked(words: Sequence[Token], index: int, end: int, lexicon: Lexicon) -> Found:
    """The imperative at `index`; “get X to run”, “get X released” rest on the second verb."""
    last, groups = verb_groups(words, index, lexicon)
    if "request" not in groups:
        return Found(index, last, index, "plain", groups)
    for at in range(last, min(last + _FAR, end)):
        asks = text_at(words, at - 1) == "to" or words[index].lemma in ("have", "let")
        if asks and is_base(words, at, lexicon) and not is_mark(words, at - 1):
            return Found(index, last, at, "request", verb_groups(words, at, lexicon)[1])
        bare = at == last and not is_noun(words, at + 1, lexicon)
        if is_participle(words, at, lexicon) and (bare or ends_statement(words, at, lexicon)):
            done = verb_groups(words, at, lexicon)
            return Found(index, done[0], at, "plain", done[1])
    return Found(index, last, index, "plain", groups)


def _coordinated(
    words: Sequence[Token], index: int, end: int, clause: Sequence[Clause], lexicon: Lexicon
) -> Iterator[tuple[Found, Clause]]:
    """Further imperatives behind “and” or a comma, and means: “by creating …”."""
    for at in range(index, end):
        joined = text_at(words, at - 1) in ("and", "or", "&", ",", "/", "then", "while", "also")
        verbs_meet = at == index + 1
        if joined and is_base(words, at, lexicon) and clause[at] != "relative":
            if verbs_meet or is_imperative(words, at, end, lexicon):
                last, groups = verb_groups(words, at, lexicon)
                yield Found(at, last, at, "plain", groups), clause[at]
        elif clause[at] == "purpose" and text_at(words, at - 1) == "to" and is_base(words, at, lexicon):
            last, groups = verb_groups(words, at, lexicon)
            yield Found(at, last, at, "plain", groups), "purpose"
    yield from _means(words, index, end, lexicon)


def _means(
    words: Sequence[Token], index: int, end: int, lexicon: Lexicon
) -> Iterator[tuple[Found, Clause]]:
    for at in range(index, end):
        if text_at(words, at - 1) == "by" and is_gerund(words, at, lexicon):
            last, groups = verb_groups(words, at, lexicon)
            yield Found(at, last, at, "plain", groups), "main"


def _stated(
    words: Sequence[Token], start: int, end: int, clause: Sequence[Clause], lexicon: Lexicon
) -> Iterator[tuple[Found, Clause]]:
    """The finite verbs and final participles behind a subject."""
    found: list[tuple[Found, bool, Clause]] = []
    index = start + 1
    while index < end:
        finite = is_finite(words, index, lexicon)
        if finite or ends_statement(words, index, lexicon) or _joins(
            words, index, found, lexicon
        ) or _joins_base(words, index, found, lexicon):
            deed = resolved(words, index, lexicon)
            deed = _weighed(words, start, deed, found, lexicon)
            found.append((deed, finite, clause[index]))
            index = max(deed.last, index + 1)
        else:
            index += 1
    finite_main = [i for i, (_, finite, where) in enumerate(found) if finite and where == "main"]
    for i, (deed, _, where) in enumerate(found):
        reduced = where == "main" and (
            (finite_main and i < finite_main[0])
            or (not finite_main and _goes_on(words, found, i))
        )
        yield deed, "relative" if reduced else where


def _weighed(
    words: Sequence[Token],
    start: int,
    deed: Found,
    found: Sequence[tuple[Found, bool, Clause]],
    lexicon: Lexicon,
) -> Found:
    """The deed with what its subject and the deed before it add to its sense."""
    if deed.form == "plain" and _others_deed(words, start, deed, lexicon) or any(
        "outside_decision" in lexicon.words.get(f"{text_at(words, at)} {text_at(words, at + 1)}", ())
        for at in (deed.verb - 1, deed.verb)
    ):
        return deed._replace(groups=("others_deed", *deed.groups))
    if deed.form != "passive":
        return deed
    subject = head_noun(words, start, deed.first, lexicon)
    vague = subject is not None and in_group(words, subject, lexicon, "process_noun")
    joined = bool(found) and found[-1][0].form == "state" and "attain" in found[-1][0].groups
    return deed._replace(groups=(*deed.groups, "process")) if vague or joined else deed


def _others_deed(words: Sequence[Token], start: int, deed: Found, lexicon: Lexicon) -> bool:
    """The subject is another organisation, and acts: “the central bank lowers its rate”."""
    able = any(is_modal(words, at) for at in range(deed.first, deed.verb))
    subject = head_noun(words, start, deed.first, lexicon)
    if able or subject is None:
        return False
    before = max(start, subject - 1)
    phrases = (
        " ".join([*(w.text.lower() for w in words[first:subject]), words[subject].lemma])
        for first in {before, subject}
    )
    others = {"outside_actor", "company", "authority"}
    return any(not others.isdisjoint(lexicon.words.get(phrase, ())) for phrase in phrases)


def _goes_on(
    words: Sequence[Token], found: Sequence[tuple[Found, bool, Clause]], index: int
) -> bool:
    """Another participle follows without a comma: the first only describes (“caused by X cut”)."""
    if index + 1 >= len(found):
        return False
    after = found[index + 1][0].first
    between = {word.text.lower() for word in words[found[index][0].last : after]}
    return between.isdisjoint((",", "and", "or"))


def _joins(
    words: Sequence[Token],
    index: int,
    found: Sequence[tuple[Found, bool, Clause]],
    lexicon: Lexicon,
) -> bool:
    """“is defined, documented, and shared”."""
    if text_at(words, index - 1) not in (",", "and", "or", "&", "/"):
        return False
    if not is_participle(words, index, lexicon) or is_noun(words, index + 1, lexicon):
        return False
    return bool(found) or text_at(words, index + 1) in ("by", "with")


def _joins_base(
    words: Sequence[Token],
    index: int,
    found: Sequence[tuple[Found, bool, Clause]],
    lexicon: Lexicon,
) -> bool:
    """“platforms measure and improve”."""
    if not found or text_at(words, index - 1) != "and" or not is_base(words, index, lexicon):
        return False
    return is_base(words, found[-1][0].verb, lexicon) and found[-1][0].last == index - 1


# --- Nouns that stand for verbs ----------------------------------------------------------------


def _named_deed(words: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Found | None:
    head = head_noun(words, start, end, lexicon)
    if head is None:
        return None
    opening = _process_in_front(words, start, head, lexicon)
    if opening is not None:
        return opening
    groups = _noun_groups(words, head, lexicon)
    if not groups and is_gerund(words, head, lexicon):
        groups = verb_groups(words, head, lexicon)[1]
    return Found(head, head + 1, head, "noun", groups) if groups else None


def _process_in_front(
    words: Sequence[Token], start: int, head: int, lexicon: Lexicon
) -> Found | None:
    """“Enhanced experience”, “simplified UX”: a direction as an adjective."""
    for index in range(start, head):
        directed = in_group(words, index, lexicon, "process", "change", "comparative")
        if directed and (
            is_participle(words, index, lexicon) or in_group(words, index, lexicon, "comparative")
        ):
            return Found(index, head + 1, index, "noun", ("process",))
    return None


def _noun_groups(words: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, ...]:
    word = words[index]
    if text_at(words, index + 1) == "of" and in_group(words, index, lexicon, "event_of"):
        return ("event",)
    known = lexicon.words.get(word.text.lower(), ()) + lexicon.words.get(word.lemma, ())
    if "measure" in known:
        return ()
    return tuple(g.removesuffix("_noun") for g in dict.fromkeys(known) if g in _NOUN_GROUPS)


