"""A rule's card as documentation."""

from collections.abc import Iterator, Sequence
from typing import Any

from krlint.config import as_toml
from krlint.model import Example, Language, Rule, Span, Step, Wording
from krlint.reports.card import ACCURACY, GOOD, MEND, SOURCES, said
from krlint.reports.cells import paint, visible, wrap
from krlint.reports.json import dumped, score_as_json
from krlint.reports.marks import Mark, marked
from krlint.reports.view import LANGUAGE, SEVERITY, STYLE, TEAM, View, choose, field_name, percent

_OPTIONS = Wording("設定（[rules.{}] に書けます）", "Options, for [rules.{}] in krlint.toml")
_BAD = Wording("直したい例と、書き直し", "To mend, and how it could read")
_RATES = Wording(
    "{}: 指摘のうち正しいもの {}、指摘すべきKRのうち見つけたもの {}（KR {}件で測定）",
    "{}: findings that are right {}, found of what it should find {} ({} key results)",
)
_MEASURED = Wording(
    "{}に測定。かっこの中は誤差の幅（95%信頼区間）。正解は{}。詳しくは docs/accuracy.md",
    "Precision and recall, measured {}; 95% intervals in brackets. Labelled by {}. "
    "More: docs/accuracy.md",
)
_TURN = Wording("In English: krlint rule {} --locale en", "日本語で: krlint rule {} --locale ja")


def as_list(rules: Sequence[Rule], language: Language, view: View) -> str:
    """All rules: code, name and severity, and what each says."""
    told: list[str] = []
    for rule in rules:
        severity = choose(SEVERITY[rule.severity], language)
        title = paint(f"{rule.code} {rule.name}", "bold", on=view.colour)
        told.append(f"{title}  {paint(severity, STYLE[rule.severity], on=view.colour)}")
        told += [f"  {line}" for line in _prose(rule.message, language, view.width - 2)]
    turn = choose(_TURN, language).format("KR201")
    return "\n".join((*told, "", paint(turn, "dim", on=view.colour)))


def as_page(rule: Rule, language: Language, view: View) -> str:
    """What the rule says, why, and its examples, in one language."""
    return "\n".join(_page(rule, language, view))


def as_json(rules: Sequence[Rule]) -> str:
    """The rules for programs, in both languages."""
    return dumped({"version": 1, "rules": [_rule(rule) for rule in rules]})


# --- For people ------------------------------------------------------------------------------


def _page(rule: Rule, language: Language, view: View) -> Iterator[str]:
    severity = choose(SEVERITY[rule.severity], language)
    title = paint(f"{rule.code} {rule.name}", "bold", on=view.colour)
    yield f"{title}  {paint(severity, STYLE[rule.severity], on=view.colour)}"
    yield ""
    yield from _prose(rule.message, language, view.width)
    suggestion, *others = _prose(rule.suggestion, language, view.width - 2)
    yield f"{paint('→', 'green', on=view.colour)} {suggestion}"
    yield from (f"  {line}" for line in others)
    yield ""
    yield from _prose(rule.why, language, view.width)
    yield from _mending(rule, language, view)
    shown = _in_words_of(rule, language)
    if rule.bad.get(shown):
        yield from _titled(_BAD, language, view)
    for example in rule.bad.get(shown, ()):
        yield from _bad(example, STYLE[rule.severity], language, view)
    if rule.good.get(shown):
        yield from _titled(GOOD, language, view)
    for example in rule.good.get(shown, ()):
        yield from _listed("○", example, language, view)
    yield from _options(rule, language, view)
    if rule.accuracy:
        yield from _titled(ACCURACY, language, view)
        yield from (f"  {line}" for line in _accuracy(rule, language, view.width - 2))
    if rule.sources:
        yield from _titled(SOURCES, language, view)
        for source in rule.sources:
            yield from (f"  {line}" for line in wrap(source, view.width - 2))
    yield ""
    yield paint(choose(_TURN, language).format(rule.code), "dim", on=view.colour)


def _in_words_of(rule: Rule, language: Language) -> Language:
    """The language of the examples: a company's card may have them in the other one only."""
    other: Language = "en" if language == "ja" else "ja"
    told = rule.bad.get(language) or rule.good.get(language)
    return language if told or not (rule.bad.get(other) or rule.good.get(other)) else other


def _mending(rule: Rule, language: Language, view: View) -> Iterator[str]:
    """From a text that the rule flags to one that none does."""
    steps = rule.mend.get(language, ())
    if not steps:
        return
    yield from _titled(MEND, language, view)
    for step in steps:
        sign = "○" if step is steps[-1] else "✗" if step is steps[0] else "→"
        yield from _listed(sign, Example(step.text), language, view)
        yield from (f"    {paint(line, 'dim', on=view.colour)}" for line in _remark(step, view))


def _remark(step: Step, view: View) -> list[str]:
    return wrap(visible(step.say), view.width - 4)


def _options(rule: Rule, language: Language, view: View) -> Iterator[str]:
    if rule.options:
        title = choose(_OPTIONS, language).format(rule.code)
        yield from _titled(Wording(title, title), language, view)
        for name, option in rule.options.items():
            about = choose(option.about, language)
            said = f"{name} = {as_toml(option.value)}  {about}"
            yield from (f"  {line}" for line in wrap(said, view.width - 2))


def _accuracy(rule: Rule, language: Language, limit: int) -> Iterator[str]:
    for of, accuracy in rule.accuracy.items():
        score = accuracy.score
        rates = percent(score.precision), percent(score.recall)
        name = choose(LANGUAGE[of], language)
        yield from wrap(choose(_RATES, language).format(name, *rates, score.key_results), limit)
    told = dict.fromkeys(
        choose(_MEASURED, language).format(each.measured, choose(each.labelled_by, language))
        for each in rule.accuracy.values()
    )
    for line in told:
        yield from wrap(line, limit)


def _prose(wording: Wording, language: Language, limit: int) -> list[str]:
    text = said(wording, language)
    return wrap(visible(text.replace("。 ", "。")), limit)


def _titled(title: Wording, language: Language, view: View) -> Iterator[str]:
    yield ""
    yield paint(choose(title, language), "bold", on=view.colour)


def _bad(example: Example, style: str, language: Language, view: View) -> Iterator[str]:
    covered = example.marked or Span(0, len(example.text))
    start, offset = "  ✗ ", 0
    for line in example.text.rstrip().split("\n"):
        end = min(covered.end - offset, len(line))
        span = Span(max(0, covered.start - offset), end)
        marks = [Mark("", span, None, style)] if span.start < span.end else []
        yield from marked(line, marks, view, start=start)
        start, offset = "    ", offset + len(line) + 1
    yield from _beside(example, language)
    if example.instead:
        yield from _listed("→", Example(example.instead), language, view)


def _listed(sign: str, example: Example, language: Language, view: View) -> Iterator[str]:
    lines = example.text.rstrip().split("\n")
    first, *others = (part for line in lines for part in wrap(visible(line), view.width - 4))
    yield f"  {paint(sign, 'green', on=view.colour)} {first}"
    yield from (f"    {line}".rstrip() for line in others)
    yield from _beside(example, language)


def _beside(example: Example, language: Language) -> Iterator[str]:
    """What the document says beside the text: fields, the owning team."""
    beside = [(field_name(name, language), value) for name, value in example.fields.items()]
    if example.team:
        beside.append((choose(TEAM, language), example.team))
    yield from (visible(f"      {name}: {value}") for name, value in beside)


# --- For programs ----------------------------------------------------------------------------


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "scope": rule.scope,
        "profiles": list(rule.profiles),
        "options": {
            name: {"default": option.value, "about": option.about._asdict()}
            for name, option in rule.options.items()
        },
        "refines": rule.refines,
        "message": rule.message._asdict(),
        "suggestion": rule.suggestion._asdict(),
        "why": rule.why._asdict(),
        "sources": list(rule.sources),
        "mend": {
            language: [step._asdict() for step in steps] for language, steps in rule.mend.items()
        },
        "label": rule.label,
        "accuracy": {
            language: {
                "measured": accuracy.measured,
                "labelled_by": accuracy.labelled_by._asdict(),
                **score_as_json(accuracy.score),
            }
            for language, accuracy in rule.accuracy.items()
        },
        "examples": {
            language: {
                "bad": [_example(example) for example in rule.bad.get(language, ())],
                "good": [_example(example) for example in rule.good.get(language, ())],
            }
            for language in ("ja", "en")
        },
    }


def _example(example: Example) -> dict[str, Any]:
    return {
        "text": example.text,
        "marked": list(example.marked) if example.marked else None,
        "instead": example.instead,
        "fields": dict(example.fields),
        "team": example.team,
    }
