"""What a document asks of its objectives: key results, and neither too many nor too few."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from krlint.model import Flag, Objective, Span, Subject, Understood, Wording
from krlint.rulebook.checks import Settings

_OBJECTIVE = Wording("この目標", "This objective")
_CROWDED = Wording(
    "多いと、どれが大事かが伝わりません。", "With so many, nobody can tell what matters most."
)
_LONELY = Wording(
    "1つだけでは、その数字のためにほかが犠牲になっても気づけません。",
    "One alone does not show what is paid for it elsewhere.",
)
_FEWER = Wording(
    "いちばん効くKRに絞り、残りは「保留」に移すか、別の目標に分ける",
    "Keep the ones that matter most; park the rest, or give them an objective of their own",
)
_FEWER_AIMS = Wording(
    "今期に動かす目標に絞り、残りは「保留」に移すか、日ごろの指標として見守る",
    "Keep what must move this period; park the rest, or watch it as a health metric",
)
_MORE = Wording(
    "[別の面: 質・費用・速さなど]を測るKRを足すか、近い目標とまとめる",
    "Add one that measures [another side: quality, cost, speed], or merge with a kindred objective",
)


def without_key_results(one: Understood, _: Settings) -> Iterator[Flag]:
    """
    An objective with nothing below it, and a key result that was announced and left blank.

    What is parked or dropped is something; so are objectives that stand below this one.
    """
    empty = [o for o in one.document.objectives if not (o.key_results or o.aside or o.nests)]
    for objective in empty:
        yield _flag(objective, what=_OBJECTIVE)
    told = {objective.text for objective in empty}
    for blank in one.document.blanks:
        if blank.objective not in told:
            label = blank.text.rstrip(" :：.．-–—_＿…")
            yield _flag(blank, what=Wording(f"「{label}」", f"“{label}”"))


def too_many_or_few(one: Understood, settings: Settings) -> Iterator[Flag]:
    """
    Objectives with more or fewer key results than the options allow, then too many objectives.

    One that has none at all is another rule's affair, and so is one whose others are blank; parked
    ones count as thought of.
    """
    least, most = int(str(settings["at-least"])), int(str(settings["at-most"]))
    waiting = {blank.objective for blank in one.document.blanks}
    for objective in one.document.objectives:
        count = objective.key_results
        others = objective.aside or objective.nests or objective.text in waiting
        lonely = 0 < count < least and not others
        if count > most or lonely:
            yield _counted(objective, count, (least, most), few=lonely)
    yield from _too_many_objectives(
        one.document.objectives, int(str(settings["objectives-at-most"]))
    )


def _counted(objective: Objective, count: int, bounds: tuple[int, int], *, few: bool) -> Flag:
    least, most = bounds
    kr = "key result" if count == 1 else "key results"
    return _flag(
        objective,
        what=Wording("この目標のKR", "key results"),
        count=Wording(str(count), f"{count} {kr}"),
        bounds=Wording(f"{least}～{most}", f"{least} to {most}"),
        why=_LONELY if few else _CROWDED,
        do=_MORE if few else _FEWER,
    )


def _too_many_objectives(objectives: Iterable[Objective], most: int) -> Iterator[Flag]:
    """At the first objective of a team and period that is one too many."""
    planned: dict[tuple[str | None, str], list[Objective]] = defaultdict(list)
    for objective in objectives:
        if objective.key_results:
            planned[objective.team, objective.period].append(objective)
    for (team, _), of_team in planned.items():
        collected = team is None and len(of_team) > 2 * most  # of teams that it does not name
        if len(of_team) > most and not collected:
            yield _flag(
                of_team[most],
                what=Wording("目標", "objectives"),
                count=Wording(str(len(of_team)), f"{len(of_team)} objectives"),
                bounds=Wording(f"1～{most}", f"up to {most}"),
                why=_CROWDED,
                do=_FEWER_AIMS,
            )


def _flag(subject: Subject, **quotes: Wording) -> Flag:
    return Flag(subject, Span(0, len(subject.text)), quotes)
