"""`krlint test`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from krlint.cli.outputs import echo
from krlint.cli.settings import settings
from krlint.cli.terminal import view
from krlint.model import Language, Rule, Wording
from krlint.reports.cells import paint, visible, wrap
from krlint.reports.view import Locale, View, choose, language_of
from krlint.rulebook import load
from krlint.testing import Problem, problems, rules_at, spoken

_SOUND = Wording("例 {}件、すべて合っています", "{} examples, all as they say")
_UNSOUND = Wording("例 {}件、直すところ {}件", "{} examples, to mend: {}")


def test(locale: Locale | None, paths: Sequence[str]) -> int:
    """
    Run the examples of cards, and give the exit code: 1 where one is not as it says.

    Without paths the cards of the config's rule-paths, else krlint's own.
    """
    config = settings((), isolated=False, paths=(), given={"locale": locale}).config
    named = tuple(paths) or config.rule_paths
    rules = [rule for path in named for rule in rules_at(Path(path))] if named else list(load())
    # The examples say themselves what language they are in.
    config = replace(config, language="auto")
    shown = view(config.locale)
    said = [text for rule in rules for text in (rule.message.ja, *rule.why)]
    language = language_of(said if named else ()) if shown.locale == "auto" else shown.locale
    sound = True
    for rule in rules:
        found = problems(rule, config=config)
        sound = sound and not found
        echo("\n".join(_told(rule, found, language, shown)) + "\n")
    return 0 if sound else 1


def _told(rule: Rule, found: Sequence[Problem], language: Language, shown: View) -> list[str]:
    examples = sum(
        len(rule.bad.get(each, ())) + len(rule.good.get(each, ())) for each in spoken(rule)
    )
    verdict = choose(_UNSOUND if found else _SOUND, language).format(examples, len(found))
    style = "red" if found else "green"
    told = [f"{rule.code} {rule.name}  {paint(verdict, style, on=shown.colour)}"]
    for problem in found:
        told += [f"  {line}" for line in wrap(visible(problem.example), shown.width - 2)]
        said = visible(choose(problem.wording, language))
        told += [f"    {line}" for line in wrap(said, shown.width - 4)]
    return told
