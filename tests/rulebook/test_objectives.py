"""How many key results and objectives, and what is left blank: KR601, KR603, KR703."""

import pytest

from krlint import Config, lint_document, readers
from krlint.model import Finding, Setting

KR = "- KR{}: Queues down from {} to 2 minutes\n"


def _results(count: int) -> str:
    return "".join(KR.format(number, number + 8) for number in range(1, count + 1))


def _findings(
    text: str, code: str, options: dict[str, Setting] | None = None, name: str = "a.md"
) -> list[Finding]:
    config = Config(select=(code,), rules={code: options or {}})
    document = readers.read(name, source=text.encode(), config=config)
    return list(lint_document(document, config=config).findings)


@pytest.mark.parametrize(
    ("count", "options", "flagged"),
    [
        (1, {}, True),
        (2, {}, False),
        (5, {}, False),
        (6, {}, True),
        (1, {"at-least": 1}, False),
        (6, {"at-most": 8}, False),
        (3, {"at-most": 2}, True),
    ],
)
def test_the_bounds_are_options(count: int, options: dict[str, Setting], flagged: bool) -> None:
    """Two to five key results, unless the config says otherwise."""
    found = _findings(f"## Objective: No waiting\n{_results(count)}", "KR601", options)

    assert flagged == bool(found)
    assert {"No waiting"} >= {finding.subject.text for finding in found}


def test_objectives_are_counted_by_team_and_period() -> None:
    """Six of one team are one too many; six of two teams are not."""
    six = [f"### Objective: Aim {number}\n{_results(2)}" for number in range(6)]
    one = "# OKR 2031 Q1\n## Sales team\n" + "".join(six)
    two = "# OKR 2031 Q1\n## Sales team\n" + "".join((*six[:3], "## Support team\n", *six[3:]))

    assert ["Aim 5"] == [finding.subject.text for finding in _findings(one, "KR601")]
    assert [] == _findings(two, "KR601")
    assert [] == _findings(one, "KR601", {"objectives-at-most": 6})


def test_one_beside_a_blank_is_not_lonely() -> None:
    """The blank is said to be one, once."""
    text = f"## Objective: No waiting\n{_results(1)}- KR2:\n"

    assert [] == _findings(text, "KR601")
    assert ["KR2:"] == [finding.subject.text for finding in _findings(text, "KR703")]


def test_an_objective_of_blanks_is_said_once() -> None:
    """At the objective, not at each of them."""
    text = f"## O1: No waiting\n- KR1:\n- KR2:\n## O2: No queues\n{_results(2)}"

    assert ["No waiting"] == [finding.subject.text for finding in _findings(text, "KR703")]


def test_a_blank_has_its_own_place() -> None:
    """The finding stands at the label, in the language of the document."""
    text = "## 目標: 待たせない\n- KR1: 待ち時間を9分から2分にする\n- KR2:\n"
    (finding,) = _findings(text, "KR703")

    assert (3, 3, 7) == (finding.place.line, finding.place.column, finding.place.end_column)
    assert "ja" == finding.language
    assert finding.message.ja.startswith("「KR2」")


def test_a_document_of_objectives_alone_is_one() -> None:
    """Labelled objectives of a period are read even where no key result is there yet."""
    text = "# Ward 9 – 2031 Q3\n## Objective: Quiet nights\nMore patients than ever.\n"

    assert ["Quiet nights"] == [finding.subject.text for finding in _findings(text, "KR703")]


def test_a_lesson_is_no_plan() -> None:
    """An “Objective:” without a period is not taken for an empty OKR."""
    assert [] == _findings("# Knots\n## Objective: Tie a bowline\nTake a rope.\n", "KR703")


@pytest.mark.parametrize(
    ("name", "text", "alone"),
    [
        (
            "a.csv",
            "Objective,KR,Owner\nCalm,Calls from 9 to 2,Kim\nCalm,Queues from 8 to 3,\n",
            ["Queues from 8 to 3"],
        ),
        ("a.csv", "Objective,KR,Owner\nCalm,Calls from 9 to 2,\nCalm,Queues from 8 to 3,\n", None),
        (
            "a.yaml",
            "objective: Calm\nowner: Kim\nkey_results:\n  - title: Calls from 9 to 2\n    owner:\n",
            [],
        ),
        (
            "a.csv",
            "O,KR,Owner\nA,Calls from 9 to 2,Kim\n,Lines: 8 to 3,\nB,Waits: 7,Lee\n,Steps: 6,\n",
            [],
        ),
        ("a.md", f"## Objective: Calm\n{_results(5)}- KR6: Calls from 9 to 2 @kim\n", []),
    ],
    ids=["one empty", "all empty", "the objective's", "in first rows", "one name in passing"],
)
def test_owners_are_missed_where_there_is_room_for_them(
    name: str, text: str, alone: list[str] | None
) -> None:
    """A column left empty is room; an objective's owner answers for what is below it."""
    found = [finding.subject.text for finding in _findings(text, "KR603", name=name)]

    assert (["Calls from 9 to 2", "Queues from 8 to 3"] if alone is None else alone) == found
