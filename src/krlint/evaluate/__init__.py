"""How right krlint is on key results that somebody has labelled: `krlint evaluate`."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from krlint.config import Config
from krlint.evaluate.records import Labelled, read
from krlint.lint import explain
from krlint.model import Analysis, Explanation, Judgement, Language, Rule, RuleError, Unread
from krlint.rulebook import choose, load
from krlint.run import failure
from krlint.score import Score

CORE = ("KR101", "KR201", "KR301", "KR401")
"""The rules over which the macro average is taken: see docs/accuracy.md."""


class Case(NamedTuple):
    """A labelled key result with krlint's judgements."""

    explanation: Explanation
    labels: Mapping[str, bool]


class Evaluation(NamedTuple):
    """The rules that were on, what they said of the labelled key results, and what was unread."""

    rules: tuple[Rule, ...]
    cases: tuple[Case, ...]
    unread: tuple[Unread, ...] = ()


class Difference(NamedTuple):
    """A key result on which a rule and its label differ."""

    kind: Literal["false alarm", "miss"]
    judgement: Judgement
    analysis: Analysis


class Macro(NamedTuple):
    """The unweighted means over the core rules."""

    precision: float
    recall: float
    f1: float


def evaluate(paths: Sequence[str], *, config: Config = Config()) -> Evaluation:
    """
    What the rules that `config` has on say of the labelled key results in files.

    Records that cannot be used stand in `unread` and do not stop the others.
    """
    rules = choose(load(config), config)
    labelled: list[Labelled] = []
    unread: list[Unread] = []
    for path in paths:
        found, missed = read(path, load(config), config)
        labelled += found
        unread += missed
    cases = []
    outcomes = explain([one.key_result for one in labelled], rules, config=config)
    for one, outcome in zip(labelled, outcomes, strict=True):
        if isinstance(outcome, RuleError):
            unread.append(failure(one.key_result, outcome))
        else:
            cases.append(Case(outcome, one.labels))
    return Evaluation(rules, tuple(cases), tuple(unread))


def scores(evaluation: Evaluation) -> dict[Language, dict[str, Score]]:
    """By language and rule code, for rules that are on and have a label."""
    counts: Counter[tuple[Language, str, bool, bool]] = Counter()
    for case in evaluation.cases:
        for judgement in case.explanation.judgements:
            code = judgement.rule.code
            if code in case.labels:
                said = judgement.flagged is True
                counts[case.explanation.analysis.language, code, case.labels[code], said] += 1
    found: dict[Language, dict[str, Score]] = {}
    for language, code in sorted({key[:2] for key in counts}, key=_japanese_first):
        score = Score(*(counts[language, code, *kind] for kind in _KINDS))
        found.setdefault(language, {})[code] = score
    return found


_KINDS = ((True, True), (False, True), (True, False), (False, False))
"""Label and finding, in the order of a Score's counts."""


def _japanese_first(key: tuple[Language, str]) -> tuple[bool, str]:
    return key[0] != "ja", key[1]


def macro(scores: Mapping[str, Score]) -> Macro | None:
    """The means over the core rules of one language; None where one of them has no figure."""
    core = [scores[code] for code in CORE if code in scores]
    rates = [(s.precision, s.recall, s.f1) for s in core]
    known = [(p.value, r.value, f) for p, r, f in rates if p and r and f is not None]
    if len(known) < len(CORE):
        return None
    return Macro(*(sum(each) / len(CORE) for each in zip(*known, strict=True)))


def differences(evaluation: Evaluation, code: str) -> Iterator[Difference]:
    """The false alarms and misses of one rule, in the order of the files."""
    for case in evaluation.cases:
        for judgement in case.explanation.judgements:
            label = case.labels.get(code)
            if judgement.rule.code != code or label is None:
                continue
            if label != (judgement.flagged is True):
                kind: Literal["miss", "false alarm"] = "miss" if label else "false alarm"
                yield Difference(kind, judgement, case.explanation.analysis)
