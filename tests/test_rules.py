"""Every card is tested by its own examples; no rule is named here."""

from dataclasses import replace

import pytest

from krlint.analysis import analyse
from krlint.config import Config
from krlint.model import Analysis, Example, KeyResult, Language, Rule, Span
from krlint.rulebook import load
from krlint.rulebook.verdict import verdict
from krlint.testing import findings

LANGUAGES: tuple[Language, ...] = ("ja", "en")
RULES = load()
BAD = [(rule, lang, one) for rule in RULES for lang in LANGUAGES for one in rule.bad[lang]]
GOOD = [(rule, lang, one) for rule in RULES for lang in LANGUAGES for one in rule.good[lang]]
PRAISED = [
    *GOOD,
    *(
        (rule, lang, Example(one.instead, None, None, one.fields, one.team))
        for rule, lang, one in BAD
        if one.instead
    ),
]
MENDED = [(rule, lang) for rule in RULES for lang in LANGUAGES if rule.mend]
EXCUSES = [(rule, lang, excuse) for rule in RULES for lang in LANGUAGES for excuse in rule.none]


def _id(value: object) -> str | None:
    if isinstance(value, Rule):
        return value.code
    return value.text if isinstance(value, Example) else None


def _analysis(example: Example, language: Language) -> Analysis:
    key_result = KeyResult(
        text=example.text, language=language, team=example.team, fields=example.fields
    )
    return analyse(key_result, config=Config(parse="never"))


@pytest.mark.parametrize(("rule", "lang", "example"), BAD, ids=_id)
def test_bad_example_is_found_exactly_where_it_is_marked(
    rule: Rule, lang: Language, example: Example
) -> None:
    """The finding covers the [[marked]] characters; without a mark, the whole key result."""
    told = findings(rule, example, lang, config=Config(extend_select=(rule.code,)))

    found = [one for one in told if one.code == rule.code]
    marked = example.marked or Span(0, len(example.text))
    covered = [example.text[slice(*one.span)] for one in found]
    assert [example.text[slice(*marked)]] == covered
    assert [marked] == [one.span for one in found]


@pytest.mark.parametrize(("rule", "lang", "example"), PRAISED, ids=_id)
def test_what_a_card_praises_is_clean_under_every_rule(
    rule: Rule, lang: Language, example: Example
) -> None:
    """No rule of the default profile finds anything at warning or above in it."""
    found = findings(rule, example, lang, config=Config(extend_select=(rule.code,)))

    assert [] == [one.code for one in found if one.severity != "info"]
    assert rule.code not in {one.code for one in found}


@pytest.mark.parametrize(("rule", "lang"), MENDED, ids=_id)
def test_mending_leads_from_a_flagged_text_to_a_clean_one(rule: Rule, lang: Language) -> None:
    """
    The first step is what the rule is about; the last is clean under every rule.

    Both stand beside what the card's first bad example stands beside.
    """
    first, *_, last = rule.mend[lang]
    beside = rule.bad[lang][0].fields

    assert rule.code in {
        one.code
        for one in findings(
            rule,
            Example(first.text, fields=beside),
            lang,
            config=Config(extend_select=(rule.code,)),
        )
    }
    assert () == findings(rule, Example(last.text, fields=beside), lang)


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_card_speaks_both_languages(rule: Rule) -> None:
    """Message, suggestion, reason and examples are there in Japanese and in English."""
    for wording in (rule.message, rule.suggestion, rule.why):
        assert wording.ja
        assert wording.en
        assert wording.ja != wording.en
    for language in LANGUAGES:
        # Nobody can write an example of a baseline into a document.
        least = 0 if rule.scope == "baseline" else 6 if rule.label else 4
        assert least <= len(rule.bad[language])
        assert least <= len(rule.good[language])
        assert all(example.instead for example in rule.bad[language])
    assert rule.sources


@pytest.mark.parametrize(("rule", "lang", "excuse"), EXCUSES, ids=_id)
def test_every_excuse_is_needed_by_an_example(rule: Rule, lang: Language, excuse: str) -> None:
    """Without it, one of the card's good examples would be flagged."""
    without = replace(rule, none=tuple(name for name in rule.none if name != excuse))

    tripped = [
        one.text for one in rule.good[lang] if verdict(without, _analysis(one, lang)).flagged
    ]

    assert tripped
