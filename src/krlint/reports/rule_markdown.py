"""A rule's card as a page of Markdown, for docs/rules and for the site."""

import re
from collections.abc import Iterator, Mapping, Sequence

from krlint.config import as_toml
from krlint.model import Example, Language, Rule, Scope, Step, Wording
from krlint.reports.card import ACCURACY, GOOD, MEND, SOURCES, paragraph, said
from krlint.reports.view import LANGUAGE, SEVERITY, TEAM, choose, field_name, percent

_INSIDE = "    "  # of a list: what GitHub and Python-Markdown, which the site uses, both take
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|&]")
_CODE = re.compile(r"(`[^`\n]+`)")
_SCOPE: Mapping[Scope, Wording] = {
    "key_result": Wording("1つのKR", "one key result"),
    "objective": Wording("1つの目標（Objective）", "one objective"),
    "document": Wording("1つの文書", "one document"),
    "set": Wording("一度に確認する文書すべて", "all documents of a run"),
    "suppression": Wording("文書に書かれた「krlint: ignore」", "suppressions in documents"),
    "baseline": Wording("ベースライン", "the baseline"),
}
_FACTS = Wording(
    "{severity}・見るもの: {scope}・使われる設定: {profiles}",
    "{severity} · about {scope} · profiles: {profiles}",
)
_NO_PROFILE = Wording(
    "なし（名前で選んだときだけ使います）", "none (on where it is selected by name)"
)
_PROFILE: Mapping[str, Wording] = {
    "default": Wording("はじめの設定（default）", "default"),
    "strict": Wording("厳しい設定（strict）", "strict"),
    "early-stage": Wording("始めたばかりのチーム向け（early-stage）", "early-stage"),
}
_LISTED = Wording("、", ", ")
_WHY = Wording("なぜ見るのか", "Why")
_BAD = Wording("直したい例", "To mend")
_INSTEAD = Wording("こう書けます", "It could read")
_AT = Wording("指摘の場所", "Found at")
_OPTIONS = Wording("設定", "Options")
_OPTION_COLUMNS = Wording(
    "| 名前 | はじめの値 | 意味 |\n| --- | --- | --- |",
    "| name | default | meaning |\n| --- | --- | --- |",
)
_ACCURACY_COLUMNS = Wording(
    "| 文書の言語 | 指摘が正しかった割合 | 指摘すべきKRを見つけた割合 | 測ったKR |\n"
    "| --- | --- | --- | --- |",
    "| language | findings that are right | found of what it should find | key results |\n"
    "| --- | --- | --- | --- |",
)
_MEASURED = Wording(
    "{}に測定。かっこの中は、測ったKRの数が限られるための誤差の幅（95%信頼区間）。"
    "正解は{}。くわしくは[どれだけ当たるか](../../accuracy.md)。",
    "Precision and recall, measured {}; 95 % intervals in brackets. Labelled by {}. "
    "More in [accuracy](../../accuracy.md).",
)
_SUPPRESS = Wording("この指摘を止めるには", "How to suppress it")
_SUPPRESSING = Wording(
    """そのKRだけ止めるには、理由をそえて文書に書きます。`until=` は期限で、過ぎると指摘が戻ります。

| 書く場所 | 書きかた |
| --- | --- |
| Markdown（KRの末尾か、すぐ上の行） | `<!-- krlint: ignore {code} until=2026-Q4 -- 理由 -->` |
| YAML（同上） | `# krlint: ignore {code} -- 理由` |
| CSV・Excel | 「krlint」という列に `ignore {code} -- 理由` |

どの文書でも使わないなら、設定に `ignore = ["{code}"]` と書きます。""",
    """For one key result, say so in the document, with the reason; after `until=` it comes back.

| where | what to write |
| --- | --- |
| Markdown, at the end or above | `<!-- krlint: ignore {code} until=2026-Q4 -- reason -->` |
| YAML, likewise | `# krlint: ignore {code} -- reason` |
| CSV and Excel | in a column “krlint”: `ignore {code} -- reason` |

To do without the rule everywhere, write `ignore = ["{code}"]` in the config.""",
)
_INDEX = Wording("ルールの一覧", "The rules")
_INDEX_COLUMNS = Wording(
    "| ルール | | 何を言うか |\n| --- | --- | --- |",
    "| rule | | what it says |\n| --- | --- | --- |",
)


def as_markdown(rule: Rule, language: Language) -> str:
    """What the rule says, why, how to mend it, its options, examples and accuracy."""
    return "\n\n".join(_page(rule, language)) + "\n"


def as_index(rules: Sequence[Rule], language: Language) -> str:
    """All rules with what each says, linked to their pages."""
    rows = (
        f"| [{rule.code} {rule.name}]({rule.code}.md)"
        f" | {choose(SEVERITY[rule.severity], language)}"
        f" | {_said(rule.message, language)} |"
        for rule in rules
    )
    table = "\n".join((choose(_INDEX_COLUMNS, language), *rows))
    return f"# {choose(_INDEX, language)}\n\n{table}\n"


def _page(rule: Rule, language: Language) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield choose(_FACTS, language).format(
        severity=choose(SEVERITY[rule.severity], language),
        scope=choose(_SCOPE[rule.scope], language),
        profiles=_profiles(rule, language) or choose(_NO_PROFILE, language),
    )
    suggestion = _said(rule.suggestion, language)
    yield f"> {_said(rule.message, language)}\n>\n> → {suggestion}"
    yield from (f"## {choose(_WHY, language)}", _paragraph(rule.why, language))
    yield from _mending(rule, language)
    if rule.bad.get(language):
        yield f"## {choose(_BAD, language)}"
        yield from (_bad(example, language) for example in rule.bad[language])
    if rule.good.get(language):
        yield f"## {choose(GOOD, language)}"
        yield from (_quoted(example, language) for example in rule.good[language])
    yield from _options(rule, language)
    yield from _accuracy(rule, language)
    yield f"## {choose(_SUPPRESS, language)}"
    yield choose(_SUPPRESSING, language).format(code=rule.code)
    yield f"## {choose(SOURCES, language)}"
    yield "\n".join(f"- {_plain(source)}" for source in rule.sources)


def _profiles(rule: Rule, language: Language) -> str:
    told = (choose(_PROFILE.get(name, Wording(name, name)), language) for name in rule.profiles)
    return choose(_LISTED, language).join(told)


def _mending(rule: Rule, language: Language) -> Iterator[str]:
    steps = rule.mend.get(language, ())
    if steps:
        yield f"## {choose(MEND, language)}"
        items = (_item(step, str(number)) for number, step in enumerate(steps, 1))
        yield "\n\n".join(items)


def _item(step: Step, number: str) -> str:
    """One step of the list; several lines come after the remark, since no item may begin so."""
    text, say = _text(step.text), _plain(step.say)
    first, second = (say, text) if "\n" in text else (text, say)
    second = second.replace("\n", f"\n{_INSIDE}")
    return f"{number}. {first}\n\n{_INSIDE}{second}"


def _options(rule: Rule, language: Language) -> Iterator[str]:
    if not rule.options:
        return
    yield f"## {choose(_OPTIONS, language)}"
    rows = (
        f"| `{name}` | `{as_toml(option.value)}` | {_plain(choose(option.about, language))} |"
        for name, option in rule.options.items()
    )
    yield "\n".join((choose(_OPTION_COLUMNS, language), *rows))
    settings = "\n".join(
        f"{name} = {as_toml(option.value)}" for name, option in rule.options.items()
    )
    yield f"```toml\n[rules.{rule.code}]\n{settings}\n```"


def _accuracy(rule: Rule, language: Language) -> Iterator[str]:
    if not rule.accuracy:
        return
    yield f"## {choose(ACCURACY, language)}"
    rows = (
        f"| {choose(LANGUAGE[of], language)} | {percent(accuracy.score.precision)}"
        f" | {percent(accuracy.score.recall)} | {accuracy.score.key_results} |"
        for of, accuracy in rule.accuracy.items()
    )
    yield "\n".join((choose(_ACCURACY_COLUMNS, language), *rows))
    yield from dict.fromkeys(
        choose(_MEASURED, language).format(each.measured, choose(each.labelled_by, language))
        for each in rule.accuracy.values()
    )


def _bad(example: Example, language: Language) -> str:
    instead = _text(example.instead or "")
    quote = "" if "\n" in instead else "> "
    return f"{_quoted(example, language)}\n\n{choose(_INSTEAD, language)}:\n\n{quote}{instead}"


def _quoted(example: Example, language: Language) -> str:
    """The example with the characters that a finding covers in bold, and what stands beside it."""
    text, marked = example.text, example.marked
    if "\n" in text:
        shown = _text(text)
        if marked is not None:
            shown += f"\n\n{choose(_AT, language)}: **{_plain(text[slice(*marked)])}**"
    elif marked is None:
        shown = _plain(text)
    else:
        before, covered, after = text[: marked[0]], text[slice(*marked)], text[marked[1] :]
        shown = f"{_plain(before)}**{_plain(covered)}**{_plain(after)}"
    beside = [(field_name(name, language), value) for name, value in example.fields.items()]
    if example.team:
        beside.append((choose(TEAM, language), example.team))
    told = "".join(f"\n> {_plain(name)}: {_plain(value)}" for name, value in beside)
    return shown if "\n" in text else f"> {shown}{'  ' if told else ''}{told}"


def _text(text: str) -> str:
    """A text in the flow of the page; several lines, as a document has them, as they stand."""
    return f"```markdown\n{text.strip()}\n```" if "\n" in text.strip() else _plain(text)


def _paragraph(wording: Wording, language: Language) -> str:
    parts = _CODE.split(paragraph(wording, language))
    return "".join(part if _CODE.fullmatch(part) else _plain(part) for part in parts)


def _said(wording: Wording, language: Language) -> str:
    return _plain(said(wording, language))


def _plain(text: str) -> str:
    """Text in which nothing is Markdown or HTML."""
    return _SPECIAL.sub(r"\\\g<0>", text)
