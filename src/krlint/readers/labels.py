"""What the beginning of a line says it is: an objective, a key result, a section, a field."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from krlint.readers import patterns
from krlint.readers.fields import fold, known
from krlint.readers.headings import parked
from krlint.readers.widths import widths

Kind = Literal[
    "objective",  # "O1: text" or "Objective" alone
    "key_result",  # "KR1: text"
    "key_results",  # "Key results" alone: a list follows
    "maybe_key_results",  # "How we'll know:", taken where the document shows that it is one
    "parked",
    "team",
    "field",  # "Owner: text"
    "other",  # any other line that ends in a colon
]

# 「KR1は順調」 and "KR1 went well" speak of a key result, they do not give it.
_PARTICLES = "はのがをもとにでへ、。（"

# 「KR 5件」 and 「KR 3つ」 count them; 「KR1件数」 is a label.
_COUNTED = re.compile(r"(?<=\d)[件個本つ](?![数名])")

# "KR101 no-numeric-target" of a report of krlint's own.
_RULE = re.compile(r"KR\d{3}\s[a-z]+(?:-[a-z]+)+")

_JAPANESE = re.compile(r"[^\x00-\x7f]")


class Label(NamedTuple):
    """What a line's beginning says; the text behind it starts at `end`."""

    kind: Kind
    end: int
    number: str | None = None
    name: str = ""
    mark: str = ""  # "**" opened before the label and not closed within it
    weak: bool = False  # a word that also means something else: 目的, Goal


class Vocabulary(NamedTuple):
    """Names from the config, folded: what marks key results, objectives and teams; fields by "
    "name."""

    key_result: frozenset[str] = frozenset()
    objective: frozenset[str] = frozenset()
    team: frozenset[str] = frozenset()
    fields: Mapping[str, str] = {}


NO_NAMES = Vocabulary()


def vocabulary(readers: Mapping[str, tuple[str, ...]]) -> Vocabulary:
    """The config's `[readers]` table, ready for look-up."""
    sets = {key: frozenset(fold(name) for name in names) for key, names in readers.items()}
    special = ("key-result", "key_result", "objective", "team")
    return Vocabulary(
        sets.get("key-result", frozenset()) | sets.get("key_result", frozenset()),
        sets.get("objective", frozenset()),
        sets.get("team", frozenset()),
        {name: key.replace("-", "_") for key in sets if key not in special for name in sets[key]},
    )


def label_of(text: str, names: Vocabulary = NO_NAMES) -> Label | None:
    """What the beginning of a line says it is; None for a plain text."""
    head = widths(text[:160])
    start = _first_letter(head)
    if start is None:
        return None
    whole = len(text) <= 120
    return (
        _configured(head, start, names)
        or (_section(head, start) if whole else None)
        or _key_result(head, start, len(text))
        or _objective(head, start, len(text))
        or _field(head, start, names)
    )


def leads_in(text: str) -> bool:
    """Whether a line ends by announcing key results: "…, so here are the KRs:"."""
    return patterns.LEADS_IN.search(widths(text[-40:])) is not None


def is_definition(text: str) -> bool:
    """Whether a text behind a label explains the label instead of giving a result."""
    head = widths(text[:200]).lstrip(" *_~`-–—:")
    if patterns.DEFINITION.match(head):
        return True
    noun = patterns.DEFINITION_NOUN.match(head) or patterns.DEFINITION_END.search(head)
    return noun is not None and not re.search(r"\d", head)


def _first_letter(head: str) -> int | None:
    for index, char in enumerate(head[:14]):
        if char.isalnum():
            return index
    return None


def _configured(head: str, start: int, names: Vocabulary) -> Label | None:
    if not names.key_result and not names.objective and not names.team:
        return None
    found = patterns.FIELD.match(head, start)
    name = fold(found["name"] if found else head[start:])
    bare = re.sub(r"\d[\d.\-]{0,9}$", "", name)
    end = found.end() if found else len(head)
    section = end >= len(head.rstrip())
    if name in names.key_result or bare in names.key_result:
        return Label("key_results" if section else "key_result", end, mark=_open(head, start, end))
    if name in names.objective or bare in names.objective:
        return Label("objective", end, mark=_open(head, start, end))
    if name in names.team and not section:
        return Label("team", end, mark=_open(head, start, end))
    return None


def _section(head: str, start: int) -> Label | None:
    numbered = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s").match(head, start)
    bare = head[numbered.end() if numbered else start :].strip().rstrip(":*_~`—-–>】]」) ")
    opened = bare + ")" if bare.count("(") > bare.count(")") else bare
    if patterns.KR_SECTION.fullmatch(opened):
        return Label("key_results", len(head))
    if parked(bare) and (len(bare) <= 30 or head.rstrip(" *_").endswith(":")):
        return Label("parked", len(head))
    if patterns.MAYBE_SECTION.fullmatch(opened) and not re.search(r"[。.]\s*$|:.", opened):
        return Label("maybe_key_results", len(head))
    return None


def _key_result(head: str, start: int, length: int) -> Label | None:
    owned = patterns.OWNED.match(head, start)
    found = patterns.KEY_RESULT.match(head, owned.end() if owned else start)
    if found is None or (owned and found["separator"] != ":") or _RULE.match(head, start):
        return None
    label = _labelled(head, start, length, found, "key_result")
    if label is None:
        return None
    if not label.number and label.weak and label.end < length:
        return None  # 「成果：…」 tells what came out
    plural = found["word"].lower().endswith("s") and not label.number
    if plural and not re.search(r"\d", head[label.end :]):
        return Label("key_results", label.end)
    return label._replace(name=owned["role"].strip() if owned else "")


def _objective(head: str, start: int, length: int) -> Label | None:
    numbered = re.compile(r"\d{1,2}(?:\.\d{1,2})?[.)]\s{1,3}(?=objective|目標|O\d?\b)", re.I).match(
        head, start
    )
    found = patterns.OBJECTIVE.match(head, numbered.end() if numbered else start)
    if found is None:
        return None
    if found["word"] == "o" and not (found["number"] and found["separator"] == ":"):
        return None  # "o:" and "o2" are anything; "O:", "O2" and "o2:" are objectives
    label = _labelled(head, start, length, found, "objective")
    if label is None and found.end() >= length:
        return Label("objective", length, weak=patterns.WEAK.fullmatch(found["word"]) is not None)
    return label


def _labelled(head: str, start: int, length: int, found: re.Match[str], kind: Kind) -> Label | None:
    """The label, if number and separator make it one."""
    number, end = found["number"], _behind(head, start, found)
    close = found["close"]
    bracketed = any(char in close for char in "]】")
    behind = head[end : end + 1]
    apart = bool(found["separator"]) or bracketed or end >= length
    if number:
        if _COUNTED.match(head, end):
            return None
        apart = apart or (close != "" and not behind.islower())
        apart = apart or bool(_JAPANESE.match(behind) and behind not in _PARTICLES)
    elif found["separator"] in (".", ")", "・", "·", "•", "=") or (
        found["separator"] == "|" and not close
    ):
        apart = False
    if not apart or (
        end >= length and not number and not found["separator"] and kind == "key_result"
    ):
        return None
    weak = patterns.WEAK.fullmatch(found["word"]) is not None
    return Label(kind, min(end, length), number, "", _open(head, start, end), weak)


def _behind(head: str, start: int, found: re.Match[str]) -> int:
    """Where the text begins: marks behind a label belong to it only if they opened before it."""
    end = found.end()
    marked = any(mark in head[:start] for mark in "*_~`")
    tail = re.search(r"[*_~`\s]{0,20}$", head[start:end])
    if marked or tail is None:
        return end
    blanks = len(tail.group()) - len(tail.group().lstrip())
    return start + tail.start() + blanks


def _open(head: str, start: int, end: int) -> str:
    """The mark that opens before the label and is still open behind it."""
    for mark in ("**", "__", "~~", "*", "_", "`"):
        if mark in head[:start]:
            inside = head[start:end]
            return "" if mark in inside else mark
    return ""


def _field(head: str, start: int, names: Vocabulary) -> Label | None:
    found = patterns.FIELD.match(head, start)
    if found is None or (found.end() == found.start() + 1):
        return None
    name = found["name"].strip()
    if head[found.end() : found.end() + 2] == "//" or re.search(r"\d$", name):
        return None  # an address, or a time of day
    mark, end = _open(head, start, found.end()), _behind(head, start, found)
    if patterns.TEAM.match(name):
        return Label("team", end, name=name, mark=mark)
    if known(name, names.fields):
        return Label("field", end, name=name, mark=mark)
    return Label("other", end, name=name, mark=mark)
