"""
rules/lexicon as one frozen value a language.

A wheel carries it compiled to JSON; in a checkout the YAML is read, so that an edit takes effect
at once.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from krlint.model import Language, Lexicon, Words

_PACKAGE = Path(__file__).parent
COMPILED = _PACKAGE / "compiled"
RULES = next(
    (path for path in (_PACKAGE / "rules", _PACKAGE.parents[1] / "rules") if path.is_dir()),
    _PACKAGE / "rules",
)


def lexicon(language: Language, more: tuple[Words, ...] = ()) -> Lexicon:
    """The words of one language: krlint's own, and `more`."""
    return _extended(language, more) if more else _own(language)


@lru_cache(maxsize=64)  # a service may have words for each of its many customers
def _extended(language: Language, more: tuple[Words, ...]) -> Lexicon:
    own = _own(language)
    words = dict(own.words)
    for _, group, entries in (each for each in more if each.language == language):
        for entry in (unicodedata.normalize("NFKC", each).lower() for each in entries):
            words[entry] = tuple(dict.fromkeys((*words.get(entry, ()), group)))
    return Lexicon(words, own.lemmas, _longest(words, language))


@cache
def _own(language: Language) -> Lexicon:
    compiled = COMPILED / f"lexicon.{language}.json"
    if compiled.is_file():
        content = json.loads(compiled.read_text(encoding="utf-8"))
        words = {entry: tuple(groups) for entry, groups in content["words"].items()}
        return Lexicon(words, content["lemmas"], content["longest"])
    return from_folder(RULES / "lexicon" / language, language)


def from_folder(folder: Path, language: Language) -> Lexicon:
    """
    The lexicon that the YAML files of `folder` make together.

    A group has a `source` and `words` (met as they stand, or with the last word inflected);
    English groups may have `verbs` and `nouns`, whose regular forms are derived here, and a file
    `irregular.yaml` maps a lemma to the forms that are not regular.
    """
    import yaml

    words: dict[str, list[str]] = {}
    lemmas: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
        if path.name == "irregular.yaml":
            lemmas.update((form, lemma) for lemma, forms in content.items() for form in forms)
            continue
        for name, group in content.items():
            for entry in _entries(group):
                words.setdefault(entry.lower(), []).append(name)
            lemmas.update(_forms(group))
    return Lexicon(
        {entry: tuple(dict.fromkeys(groups)) for entry, groups in words.items()},
        {form: lemma for form, lemma in lemmas.items() if form != lemma},
        _longest(words, language),
    )


def _longest(entries: Iterable[str], language: Language) -> dict[str, int]:
    longest: dict[str, int] = {}
    for entry in entries:
        parts = entry if language == "ja" else entry.split(" ")
        longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    return longest


def _entries(group: Mapping[str, Any]) -> Iterator[str]:
    for key in ("words", "verbs", "nouns"):
        yield from (str(entry) for entry in group.get(key, ()))


def _forms(group: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for phrase in group.get("verbs", ()):
        verb = phrase.split()[0].lower()
        yield from ((form, verb) for form in verb_forms(verb))
    for phrase in group.get("nouns", ()):
        noun = phrase.split()[-1].lower()
        yield plural(noun), noun


def verb_forms(verb: str) -> tuple[str, ...]:
    """The regular -s, -ing and -ed forms of an English verb, doubled consonants included."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies", verb + "ing", verb[:-1] + "ied"
    forms = [plural(verb), stem + "ing", stem + "ed"]
    if verb.endswith(("ee", "oe", "ye")):
        forms[2] = verb + "d"
    if verb[-1] not in "aeiouwxyh" and verb[-2:-1] in "aeiou" and verb[-3:-2] not in "aeiou":
        forms += [verb + verb[-1] + "ing", verb + verb[-1] + "ed"]
    return tuple(forms)


def plural(noun: str) -> str:
    """The regular plural of a noun, which is also the -s form of a verb."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
