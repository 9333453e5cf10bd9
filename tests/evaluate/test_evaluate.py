"""From labelled key results to figures, and to the reasons of what differs."""

import json
from pathlib import Path

import pytest

from krlint.cli import main
from krlint.config import Config
from krlint.evaluate import CORE, differences, evaluate, macro, scores
from krlint.score import Score

RECORDS = [
    ("Launch the parcel app", {"KR101": True, "KR201": True, "KR301": False, "KR401": False}),
    ("Improve parcel tracking", {"KR101": True, "KR201": True, "KR301": True, "KR401": False}),
    ("Lost parcels from 40 to 5", {"KR101": True, "KR201": False, "KR301": False, "KR401": False}),
    ("倉庫の棚を入れ替える", {"KR201": False}),
]


@pytest.fixture
def labelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file in which three labels are not krlint's."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    lines = [json.dumps({"text": text, "labels": labels}) for text, labels in RECORDS]
    Path("labelled.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return "labelled.jsonl"


def test_counts_by_language_and_rule(labelled: str) -> None:
    """Only what has a label is counted."""
    found = scores(evaluate([labelled]))

    assert ["ja", "en"] == list(found)
    assert {"KR201": Score(0, 1, 0, 0)} == found["ja"]
    assert {
        "KR101": Score(2, 0, 1, 0),
        "KR201": Score(1, 0, 1, 1),
        "KR301": Score(1, 0, 0, 2),
        "KR401": Score(0, 0, 0, 3),
    } == found["en"]


def test_the_mean_is_taken_over_the_core_alone() -> None:
    """It is unweighted, and there is none where a core rule has no figure."""
    found = {code: Score(9, 1, 1, 50) for code in CORE} | {"KR402": Score(0, 5, 5, 0)}
    means = macro(found | {CORE[0]: Score(1, 0, 1, 0)})

    assert means is not None
    assert (1 + 3 * 0.9) / 4 == pytest.approx(means.precision)
    assert (0.5 + 3 * 0.9) / 4 == pytest.approx(means.recall)
    assert (2 / 3 + 3 * 0.9) / 4 == pytest.approx(means.f1)
    assert macro(found | {CORE[0]: Score(silent=9)}) is None


def test_differences_say_why(labelled: str) -> None:
    """The rule's own answers, with the words they rest on."""
    evaluation = evaluate([labelled])
    (miss, alarm) = differences(evaluation, "KR201")

    assert ("miss", "false alarm") == (miss.kind, alarm.kind)
    assert "Improve parcel tracking" == miss.analysis.key_result.text
    (task, _) = alarm.judgement.asked
    assert ["入れ替える"] == [alarm.analysis.text_of(place) for place in task.evidence]
    assert 4 == alarm.analysis.key_result.place(task.evidence[0].span).line


def test_only_rules_that_are_on_are_counted(labelled: str) -> None:
    """The config decides, as for `krlint check`."""
    found = scores(evaluate([labelled], config=Config(ignore=("KR1", "KR4"))))

    assert ["KR201", "KR301"] == list(found["en"])


def test_the_command_shows_figures_and_reasons(
    labelled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 0 whatever the figures are: they are what was asked for."""
    assert 0 == main(["evaluate", labelled, "--errors", "one-off-task", "--locale", "en"])

    shown = capsys.readouterr().out
    assert "English (3 labelled key results)" in shown
    assert "KR201 one-off-task: false alarms (+): 1, misses (-): 1" in shown
    assert "+ labelled.jsonl:4:1" in shown
    assert "something that is over once it is done (task): yes, “入れ替える”" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_the_command_for_programs(labelled: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Rates with their intervals and counts; differences with their signals; null for nothing."""
    assert 0 == main(["evaluate", labelled, "--errors", "KR101,KR201", "--format", "json"])

    told = json.loads(capsys.readouterr().out)
    assert {"version", "key_results", "needed_parse", "rules", "macro", "errors", "unread"} == set(
        told
    )
    by_rule = {(each["language"], each["code"]): each for each in told["rules"]}
    assert 1.0 == by_rule["en", "KR101"]["precision"]["value"]
    assert by_rule["en", "KR401"]["f1"] is None
    assert ["KR101", "KR201", "KR201"] == [each["code"] for each in told["errors"]]
    assert "figure" == told["errors"][0]["excused_by"]
    assert [] == told["macro"] == told["unread"]


def test_a_bad_record_is_2_and_the_others_are_counted(
    labelled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """File and line stand on standard error."""
    with Path(labelled).open("a", encoding="utf-8") as stream:
        stream.write('\n{"text": "Open a shop"}\n')

    assert 2 == main(["evaluate", labelled, "missing.csv", "--locale", "en"])

    shown = capsys.readouterr()
    assert "English (3 labelled key results)" in shown.out
    told = shown.err.splitlines()
    assert told[0].startswith("labelled.jsonl:5: There are no labels")
    assert told[1].startswith("missing.csv: There is no such file")
    assert 2 == len(told)


@pytest.mark.usefixtures("labelled")
@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ([], "“FILE…” is missing"),
        (["labelled.jsonl", "--errors", "one-of-task"], "“one-off-task”"),
        (["labelled.jsonl", "--select", "KR999"], "no rule"),
        (["labelled.jsonl", "--format", "jsn"], "text or json"),
    ],
)
def test_misuse_is_2_with_a_hint(
    capsys: pytest.CaptureFixture[str], arguments: list[str], hint: str
) -> None:
    """As for every other command."""
    assert 2 == main(["evaluate", *arguments])
    assert hint in capsys.readouterr().err


def test_rules_that_are_off_leave_nothing_to_compare(
    labelled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """That is said rather than shown as an empty table."""
    assert 0 == main(["evaluate", labelled, "--select", "KR402", "--locale", "en"])
    assert "No rule that is on has a label" in capsys.readouterr().out
