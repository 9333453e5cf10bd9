"""Every card is tested by its own examples; no rule is named here."""

import pytest

from krlint.model import Example, Language, Rule
from krlint.rulebook import load
from krlint.testing import alarm, findings, praised, uncovered, unneeded

LANGUAGES: tuple[Language, ...] = ("ja", "en")
RULES = load()
BAD = [(rule, lang, one) for rule in RULES for lang in LANGUAGES for one in rule.bad[lang]]
GOOD = [(rule, lang, one) for rule in RULES for lang in LANGUAGES for one in rule.good[lang]]
PRAISED = [(rule, lang, one) for rule in RULES for lang in LANGUAGES for one in praised(rule, lang)]
MENDED = [(rule, lang) for rule in RULES for lang in LANGUAGES if rule.mend]
EXCUSES = [(rule, lang, excuse) for rule in RULES for lang in LANGUAGES for excuse in rule.none]


def _id(value: object) -> str | None:
    if isinstance(value, Rule):
        return value.code
    return value.text if isinstance(value, Example) else None


@pytest.mark.parametrize(("rule", "lang", "example"), BAD, ids=_id)
def test_bad_example_is_found_exactly_where_it_is_marked(
    rule: Rule, lang: Language, example: Example
) -> None:
    """The finding covers the [[marked]] characters; without a mark, the whole key result."""
    assert uncovered(rule, example, lang) is None


@pytest.mark.parametrize(("rule", "lang", "example"), PRAISED, ids=_id)
def test_what_a_card_praises_is_clean_under_every_rule(
    rule: Rule, lang: Language, example: Example
) -> None:
    """No rule of the default profile finds anything at warning or above in it."""
    assert alarm(rule, example, lang) is None


@pytest.mark.parametrize(("rule", "lang"), MENDED, ids=_id)
def test_mending_leads_from_a_flagged_text_to_a_clean_one(rule: Rule, lang: Language) -> None:
    """
    The first step is what the rule is about; the last is clean under every rule.

    Both stand beside what the card's first bad example stands beside.
    """
    first, *_, last = rule.mend[lang]
    beside = rule.bad[lang][0].fields

    first_found = findings(rule, Example(first.text, fields=beside), lang)
    assert rule.code in {one.code for one in first_found}
    assert () == findings(rule, Example(last.text, fields=beside), lang)


@pytest.mark.parametrize("rule", RULES, ids=_id)
def test_card_speaks_both_languages(rule: Rule) -> None:
    """Message, suggestion, reason and examples are there in Japanese and in English."""
    for wording in (rule.message, rule.suggestion, rule.why):
        assert wording.ja
        assert wording.en
        assert wording.ja != wording.en
    assert rule.mend.keys() == set(LANGUAGES) or rule.scope == "baseline"
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
    assert unneeded(rule, excuse, lang) is None
