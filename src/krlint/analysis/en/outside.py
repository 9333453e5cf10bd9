"""Where an English key result leaves it to others whether it is met."""

from collections.abc import Iterator

from krlint.analysis.en.acting import behind_phrase
from krlint.analysis.en.clauses import clauses
from krlint.analysis.en.measures import word_at
from krlint.analysis.en.nouns import head_noun
from krlint.analysis.en.verbs import is_finite, plain
from krlint.analysis.en.words import Line, line
from krlint.analysis.reading import Reading
from krlint.analysis.senses import sense
from krlint.model import Evidence, Predicate, Span

_OPENING = 4
"""Words within which a subject stands: “Wholesale diesel price falls …”."""

_FAR_AGENT = 8
"""Words between a passive and its agent, and of the agent itself."""

_DECIDERS = ("outside_actor", "sovereign", "bestowed_thing", "company")
_INTO = ("by", "in", "into", "on", "at", "from", "for", "to")
_CHOSEN_BEHIND = ("as", "among", "by", "for")
_NAMED_BEHIND = ("in", "best", "top", "#", "one", "most")


def outside(reading: Reading) -> tuple[Evidence, ...]:
    """The places where somebody or something else decides whether the whole is met."""
    text = line(reading.words, reading.lexicon)
    if _gates_own(text):
        return ()
    return (
        *_honours(reading, text),
        *_forces(reading, text),
        *_fate(reading, text),
        *_left_to_fate(text),
        *_choices(reading, text),
        *_bestowed(reading, text),
        *_contests(reading, text),
        *_verdict(reading, text),
        *_coverage(reading, text),
    )


def _honours(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“featured on …”, “award won”: bestowed by somebody who owes the team nothing."""
    places = reading.phrases.get("outside_decision", ())
    where = clauses(text) if places else ()
    for place in places:
        at, behind = word_at(reading, place.span.start), word_at(reading, place.span.end)
        if at is None or where[at] != "main":
            continue
        single = at + 1 == (len(text) if behind is None else behind)
        if single and text.is_noun(at) and behind is not None and text.is_noun(behind):
            continue  # “award entries” are one's own
        won = reading.predicates[0] if reading.predicates else None
        at_first = won is not None and won.form == "plain" and won.span.end < place.span.start
        yield Evidence(won.span) if won is not None and at_first and single else place


def _gates_own(text: Line) -> bool:
    """“… in time for us to open”: it only gates what the team does then."""
    return any(
        text.texts[at : at + 3] == ("in", "time", "for") and text.text(at + 3) in ("us", "our")
        for at in range(len(text))
    )


def _fate(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“thanks to lower oil prices”, with what it is owed to."""
    for place in reading.phrases.get("depends_on_fate", ()):
        behind = word_at(reading, place.span.end)
        last = head_noun(text, behind, len(text)) if behind is not None else None
        end = place.span.end if last is None else text.words[last].span.end
        yield Evidence(Span(place.span.start, end))


def _forces(reading: Reading, text: Line) -> Iterator[Evidence]:
    """A price, a currency or the weather is the subject."""
    for place in reading.phrases.get("outside_force", ()):
        if any(p.span.start < place.span.start for p in reading.predicates):
            continue
        behind = word_at(reading, place.span.end) or 0
        compound = text.is_noun(behind) and not text.is_verb(behind)
        if 0 < behind <= _OPENING and not compound:
            yield place


def _left_to_fate(text: Line) -> Iterator[Evidence]:
    """“depending, of course, on what …”: the measure hangs on something not named."""
    for index in range(len(text)):
        behind = {text.text(at) for at in range(index + 1, index + 6)}
        if text.text(index) == "depending" and behind & {"what", "whether", "how"}:
            yield Evidence(text.span(index, index + 1))


# --- Who decides -------------------------------------------------------------------------------


def _choices(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“The regulator grants …”: a body outside is the subject of the first verb."""
    if reading.figures and any(p.clause == "purpose" for p in reading.predicates):
        return  # it only gates the team's own result
    places = [(p, group) for group in _DECIDERS for p in reading.phrases.get(group, ())]
    if not places:
        return
    first = next((at for at in range(len(text)) if is_finite(text, at)), len(text))
    for place, group in places:
        at = word_at(reading, place.span.end)
        if at is None or at > first:
            continue
        while text.is_name(at) or text.text(at) in ("'s", "’s"):
            at += 1
        at = behind_phrase(text, at)
        acts = is_finite(text, at) or text.text(at).endswith("s")
        while text.is_modal(at):
            at += 1
        if acts and _decides(text, group, at):
            yield place
            return


def _decides(text: Line, group: str, verb: int) -> bool:
    """What an actor of `group` does is for the actor alone to decide."""
    match group:
        case "sovereign":
            return text.is_verb(verb) and not text.has(verb, "receptive", "be", "have")
        case "outside_actor":
            return text.has(verb, "outside_choice")
        case "bestowed_thing":
            return text.verb_has(verb, "enters_force")
        case _ if text.has(verb, "decide"):
            return text.has(verb, "outside_choice")
    head = head_noun(text, plain(text, verb).last, len(text))
    return text.has(verb, "change") and head is not None and text.has(head, "price")


def _bestowed(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Trademark granted”, “is funded by parliament”: the passive of what only others do."""
    for predicate in reading.predicates:
        if predicate.clause != "main" or not _is_done_to(reading, predicate):
            continue
        groups = reading.lexicon.words.get(predicate.lemma, ())
        agent = _agent(reading, text, predicate.span.end)
        by_outsider = agent is not None and _is_outsider(text, agent)
        chosen = "outside_choice" in groups or "decide" in groups
        given = "bestowal" in groups or _is_bestowable(reading, text, predicate)
        if (chosen and by_outsider) or (given and (agent is None or by_outsider)):
            yield Evidence(predicate.span)


def _contests(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Our design wins the competition”, “win both appeals”: a jury or a court says so."""
    for predicate in reading.predicates:
        if predicate.clause != "main" or predicate.lemma != "win":
            continue
        behind = word_at(reading, predicate.span.end)
        head = None if behind is None else head_noun(text, behind, len(text))
        if head is not None and text.has(head, "contest"):
            yield Evidence(predicate.span)


def _is_done_to(reading: Reading, predicate: Predicate) -> bool:
    """“is accepted”, or “get our talk accepted”."""
    if predicate.form == "passive":
        return True
    words = reading.text[predicate.span.start : predicate.span.end].lower().split()
    return words[0] in ("get", "have") and len(words) > 2


def _is_bestowable(reading: Reading, text: Line, predicate: Predicate) -> bool:
    """Its subject is a right, a law or an entry; not “applications approved within 5 days”."""
    first = word_at(reading, predicate.span.start) or 0
    opens = predicate.form == "plain"
    last = word_at(reading, predicate.span.end - 1) or 0
    words = range(1, last) if opens else range(first)
    subject = [at for at in words if not any(text.has(far, "unsubject") for far in range(at))]
    groups = reading.lexicon.words.get(predicate.lemma, ())
    decided = not {"outside_choice", "decide"}.isdisjoint(groups)
    law = decided and any(text.has(at, "bestowed_thing") for at in subject)
    entry = "selecting" in groups and any(text.has(at, "submitted_thing") for at in subject)
    if not law and not entry:
        return False
    return not any(q.kind == "percent" or q.comparator in ("<", "<=") for q in reading.figures)


def _agent(reading: Reading, text: Line, position: int) -> int | None:
    """The word behind the “by” of a passive, or before the press that it stands in, if any."""
    behind = word_at(reading, position)
    if behind is None:
        return None
    near = range(behind, min(behind + _FAR_AGENT, len(text)))
    agent = next((at + 1 for at in near if text.text(at) == "by"), None)
    if agent is not None:
        return agent
    return next((at for at in near if text.has(at, "press")), None)


def _is_outsider(text: Line, first: int) -> bool:
    words = range(first, min(first + _FAR_AGENT, len(text)))
    groups = ("outside_actor", "sovereign", "press")
    return any(text.phrase_has(at, at + n, *groups) for at in words for n in (1, 2, 3))


# --- Verdicts and coverage ---------------------------------------------------------------------


def _verdict(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Named a Leader”, “be recognised as”, “Ranked #3 by”: what others call the team."""
    at = 0
    while text.is_mark(at) and at < len(text):
        at += 1
    if text.text(at) in ("be", "get", "become", "being"):
        at += 1
    past = text.is_participle(at) and not text.is_base(at)
    if not past or not text.has(at, "verdict"):
        return
    named = text.has(at + 1, "determiner", "quality") or text.text(at + 1) in _NAMED_BEHIND
    named = (named or text.is_number(at + 1)) and text.has(at, "naming")
    if named or text.text(at + 1) in _CHOSEN_BEHIND:
        yield Evidence(text.span(at, at + 1))


def _coverage(reading: Reading, text: Line) -> Iterator[Evidence]:
    """“Coverage in 5 newspapers”, “win a story on national radio”: what the press prints."""
    doing = next((p for p in reading.predicates if p.clause == "main"), None)
    if doing is not None and sense(doing) != "attain":
        return
    for at in range(len(text)):
        if not text.has(at, "coverage") or text.text(at + 1) not in _INTO:
            continue
        near = range(at + 2, min(at + _FAR_AGENT, len(text)))
        if any(text.has(far, "press") for far in near):
            yield Evidence(text.span(at, at + 1))
