"""From a key result's text to what is known of it."""

from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Any

from krlint.analysis import change as changes
from krlint.analysis.dates import dates
from krlint.analysis.folding import Folded, fold
from krlint.analysis.judged import judged
from krlint.analysis.kind import kind
from krlint.analysis.language import detect
from krlint.analysis.numbers import quantities
from krlint.analysis.phrases import phrases
from krlint.analysis.reading import Reading
from krlint.analysis.terms import untimely
from krlint.config import Config
from krlint.lexicon import lexicon
from krlint.model import Analysis, Arc, KeyResult, Language, Span

_START: Mapping[Language, int] = {"ja": 4, "en": 1}
"""The month in which a fiscal year starts where the config does not say: 年度 is from April."""


def year_start(language: Language, config: Config) -> int:
    """The month in which the fiscal years of documents in that language start."""
    return config.fiscal_year_start or _START[language]


def prepared(text: str) -> Folded:
    """The part of a key result's text that is judged, in NFKC, with its way back."""
    return fold(judged(text))


def analyse(
    key_result: KeyResult,
    *,
    config: Config = Config(),
    arcs: tuple[Arc, ...] | None = None,
) -> Analysis:
    """
    What is known of `key_result`.

    `arcs` are the parse of `prepared(key_result.text).text`, if it was asked for.
    """
    language = language_of(key_result, config)
    folded = prepared(key_result.text)
    reading = _read(key_result, folded.text, language, config, arcs)
    return _understood(reading, language, folded)


def language_of(key_result: KeyResult, config: Config) -> Language:
    """The configured language, else the key result's own, else what its characters say."""
    if config.language != "auto":
        return config.language
    return key_result.language or detect(key_result.text)


@cache
def _grammar(language: Language) -> ModuleType:
    # Imported when first met: an English document needs no Sudachi.
    if language == "ja":
        from krlint.analysis import ja

        return ja
    from krlint.analysis import en

    return en


def _read(
    key_result: KeyResult,
    text: str,
    language: Language,
    config: Config,
    arcs: tuple[Arc, ...] | None,
) -> Reading:
    words_of_language = lexicon(language, config.lexicon)
    days = dates(text, language, today=config.today, fiscal_year_start=year_start(language, config))
    amounts = quantities(text, language, [day.span for day in days])
    change = changes.change(text, language, amounts, days, key_result.fields)
    grammar = _grammar(language)
    words = grammar.tokens(text, words_of_language)
    line = grammar.line(words, words_of_language)
    return Reading(
        key_result=key_result,
        text=text,
        lexicon=words_of_language,
        config=config,
        words=words,
        line=line,
        phrases=phrases(words, words_of_language, language),
        predicates=grammar.predicates(line, words_of_language),
        quantities=amounts,
        figures=changes.figures(text, amounts, change, key_result.fields),
        dates=days,
        change=change,
        untimely=untimely(
            text, language, change.deadline, key_result.period, config.fiscal_year_start
        ),
        arcs=arcs,
    )


def _understood(reading: Reading, language: Language, folded: Folded) -> Analysis:
    grammar = _grammar(language)
    found: dict[str, Any] = {
        "tokens": reading.words,
        "phrases": reading.phrases,
        "quantities": reading.quantities,
        "figures": reading.figures,
        "dates": reading.dates,
        "change": reading.change,
        "untimely": reading.untimely,
        "predicates": reading.predicates,
        "head": grammar.head(reading),
        "metric": grammar.metric(reading),
        "deliverable": grammar.deliverable(reading),
        "outcomes": grammar.outcomes(reading),
        "parties": grammar.parties(reading),
        "agreements": grammar.agreements(reading),
        "outside": grammar.outside(reading),
        "results": grammar.results(reading),
    }
    found["kind"] = kind(reading, found["outcomes"], found["head"])
    if folded.starts is not None:
        found = {name: _back(value, folded) for name, value in found.items()}
    return Analysis(key_result=reading.key_result, language=language, arcs=reading.arcs, **found)


def _back(value: Any, folded: Folded) -> Any:
    """Every span within `value` moved from the folded text to the text as given."""
    if isinstance(value, Span):
        return folded.back(value)
    if isinstance(value, Mapping):
        return {name: _back(item, folded) for name, item in value.items()}
    if isinstance(value, tuple):
        if getattr(value, "field", None) is not None:
            return value
        moved = [_back(item, folded) for item in value]
        return type(value)(*moved) if hasattr(value, "_fields") else tuple(moved)
    return value
