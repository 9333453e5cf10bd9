"""The command line: exit codes, where things are printed, and every way to misuse it."""

import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from krlint.cli import main
from krlint.reports.formats import FORMATS

GOOD = (
    "## Objective: Orders leave on time\n\n- KR1: Cut picking errors from 14 to 4\n"
    "- KR2: Raise orders shipped on the same day from 72% to 90%\n"
)
BAD = GOOD.replace("Cut picking errors from 14 to 4", "Launch a scanning app")
BAD_JA = (
    "## Objective: 決算が速い\n\n- KR1: 会計システムを導入する\n"
    "- KR2: 仕訳の修正を月60件から月15件に減らす\n"
)


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test runs in its own folder, outside of any CI."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


def _file(text: str, name: str = "okr.md") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def _stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


# --- Exit codes ------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        (GOOD, [], 0),
        (BAD, [], 1),
        (BAD, ["--fail-on", "never"], 0),
        (BAD, ["--ignore", "KR1,KR2", "--ignore", "KR3"], 0),
        (BAD, ["--select", "no-numeric-target"], 1),
        (BAD, ["--select", "one-off-task"], 0),
        (BAD, ["--select", "one-off-task", "--fail-on", "warning"], 1),
        (BAD, ["--select", "KR402"], 0),
        (GOOD, ["--fail-on", "info"], 0),
        ("no key result here\n", [], 2),
        ("no key result here\n", ["--allow-no-key-results"], 0),
    ],
)
def test_exit_codes_are_the_same_for_every_format(
    form: str, text: str, options: list[str], expected: int
) -> None:
    """0 nothing that matters, 1 findings, 2 something was not read."""
    assert expected == main(["check", _file(text), "--format", form, *options])


def test_warnings_fail_when_asked() -> None:
    """--fail-on warning and --max-warnings look at what --fail-on error lets pass."""
    file = _file("- KR1: 情報システム部に改修してもらい、差し戻しを月40件から10件に減らす\n")
    assert 0 == main(["check", file, "--select", "KR401"])
    assert 1 == main(["check", file, "--select", "KR401", "--fail-on", "warning"])
    assert 1 == main(["check", file, "--select", "KR401", "--max-warnings", "0"])
    assert 0 == main(["check", file, "--select", "KR401", "--max-warnings", "1"])


def test_an_unread_file_is_2_and_the_others_are_still_linted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A missing file hides neither itself nor the findings beside it."""
    assert 2 == main(["check", _file(BAD), "missing.md"])
    shown = capsys.readouterr()
    assert "KR201" in shown.out
    assert shown.err.startswith("missing.md: ")


def test_output_never_changes_the_exit_code() -> None:
    """Findings in a file are findings."""
    assert 1 == main(["check", _file(BAD), "--output", "out.txt"])
    assert "KR201" in Path("out.txt").read_text(encoding="utf-8")


# --- Where things are printed ----------------------------------------------------------------


def test_findings_go_to_standard_output_and_nothing_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is read and used is said on standard error, on demand."""
    Path("krlint.toml").write_text('ignore = ["KR101"]', encoding="utf-8")
    main(["check", _file(BAD), "--format", "json", "-v"])
    shown = capsys.readouterr()
    assert {"version", "findings", "suppressed", "unread", "summary"} == set(json.loads(shown.out))
    assert "krlint.toml: This config is used." in shown.err
    assert "okr.md: key results: 2" in shown.err


def test_several_formats_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """One on standard output, the others in their files."""
    assert 1 == main(
        ["check", _file(BAD), "--format", "text", "--format", "json=a.json", "--format", "github=b"]
    )
    assert "one-off-task" in capsys.readouterr().out
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["findings"]
    assert "::error " in Path("b").read_text(encoding="utf-8")


def test_auto_is_github_inside_its_actions(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the step's summary written where GitHub says; --format text stays text."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    main(["check", _file(BAD)])
    assert "::error title=" in capsys.readouterr().out
    assert r"KR201 one\-off\-task" in Path("summary.md").read_text(encoding="utf-8")
    main(["check", _file(BAD), "--format", "text"])
    assert "::error" not in capsys.readouterr().out


def test_standard_input_has_the_name_it_is_given(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The suffix of --stdin-filename says how it is read."""
    _stdin(monkeypatch, BAD)
    assert 1 == main(["check", "-", "--stdin-filename", "team/okr.md", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {"team/okr.md"} == {each["path"] for each in found}


def test_a_folder_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    """`krlint check` alone looks into the current folder."""
    _file(BAD)
    assert 1 == main(["check"])
    assert "okr.md:3:" in capsys.readouterr().out


def test_what_is_excluded_is_not_read() -> None:
    """--exclude leaves files of a folder out."""
    _file(GOOD)
    Path("old").mkdir()
    _file(BAD, "old/okr.md")
    assert 1 == main(["check"])
    assert 0 == main(["check", "--exclude", "old"])


def test_quiet_and_statistics(capsys: pytest.CaptureFixture[str]) -> None:
    """-q leaves the last line out, --statistics counts."""
    main(["check", _file(BAD), "--statistics", "-q"])
    shown = capsys.readouterr()
    assert ["1  KR101  no-numeric-target  error", "1  KR201  one-off-task       warning"] == sorted(
        line.strip() for line in shown.out.splitlines()
    )
    assert shown.err == ""


# --- Config ----------------------------------------------------------------------------------


def test_the_nearest_config_counts_and_the_command_line_goes_before_it() -> None:
    """From the document upwards; --isolated asks for none."""
    Path("team").mkdir()
    Path("krlint.toml").write_text('select = ["KR402"]', encoding="utf-8")
    file = _file(BAD, "team/okr.md")
    assert 0 == main(["check", file])
    assert 1 == main(["check", file, "--isolated"])
    assert 1 == main(["check", file, "--extend-select", "KR101"])
    assert 1 == main(["check", file, "--config", 'select=["KR101"]'])
    Path("other.toml").write_text('ignore = ["KR1", "KR2", "KR3"]', encoding="utf-8")
    assert 0 == main(["check", file, "--config", "other.toml"])


def test_select_on_the_command_line_starts_anew() -> None:
    """What the file ignores is found again when it is asked for."""
    Path("krlint.toml").write_text('ignore = ["KR101"]', encoding="utf-8")
    assert 1 == main(["check", _file(BAD), "--select", "KR101"])


@pytest.mark.parametrize("key", ["select", "extend-select", "ignore"])
def test_an_unknown_rule_in_the_config_has_its_line(
    capsys: pytest.CaptureFixture[str], key: str
) -> None:
    """The file, the line, and the rule that was meant."""
    Path("krlint.toml").write_text(f'parse = "never"\n\n{key} = ["one-of-task"]', encoding="utf-8")
    assert 2 == main(["check", _file(BAD)])
    said = capsys.readouterr().err
    assert "krlint.toml:3: " in said
    assert "“one-off-task”" in said


def test_the_day_can_be_fixed_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH makes a run repeatable; nonsense in it is misuse."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert 0 == main(["check", _file(GOOD)])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert 2 == main(["check", _file(GOOD)])


# --- Languages -------------------------------------------------------------------------------


def test_auto_speaks_the_language_of_each_document(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the machine's own is."""
    main(["check", _file(BAD), _file(BAD_JA, "keiri.md")])
    shown = capsys.readouterr().out
    assert "“Launch” is over" in shown
    assert "「導入する」は" in shown


def test_locale_decides_the_language_of_messages(capsys: pytest.CaptureFixture[str]) -> None:
    """From the command line, or from the config."""
    main(["check", _file(BAD_JA), "--locale", "en"])
    assert "要修正" not in capsys.readouterr().out
    Path("krlint.toml").write_text('locale = "ja"', encoding="utf-8")
    main(["check", _file(BAD)])
    assert "要修正" in capsys.readouterr().out
    main(["check", _file(BAD), "--locale=auto"])
    assert "要修正" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--help", "--locale", "ja"], "使い方: krlint"),
        (["check", "--locale=ja", "-h"], "オプション:"),
        (["--locale", "ja", "parse", "--help"], "使い方: krlint parse"),
        (["--help"], "Usage: krlint"),
        (["rule", "--help"], "Usage: krlint rule"),
        (["--version"], "SudachiDict-core"),
    ],
)
def test_help_in_both_languages(
    capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    """--locale is known before anything is said."""
    assert 0 == main(arguments)
    assert expected in capsys.readouterr().out


# --- Misuse ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ([], "Usage: krlint"),
        (["chek"], "“check”"),
        (["check", "--selct", "KR101"], "“--select”"),
        (["check", "--format"], "“--format” needs a value"),
        (["check", "--isolated=yes"], "takes no value"),
        (["check", "--format", "jsn"], "“json”"),
        (["check", "--format", "text", "--format", "json"], "a file"),
        (["check", "--format", "json=a", "--output", "b"], "--output"),
        (["check", "--select", "KR999", "okr.md"], "no rule"),
        (["check", "--ignore", "one-of-task", "okr.md"], "“one-off-task”"),
        (["check", "--fail-on", "fatal"], "error, warning, info or never"),
        (["check", "--max-warnings", "-1"], "whole number"),
        (["check", "--today", "2026-13-01"], "2026-10-01"),
        (["check", "--locale", "fr"], "auto, ja or en"),
        (["check", "--config", "none.toml"], "none.toml: "),
        (["check", "--config", "."], "folder"),
        (["check", "--config", "parze=never"], "“parse”"),
        (["check", "--config", "a.toml", "--config", "b.toml"], "one file"),
        (["check", "--isolated", "--config", "a.toml"], "--isolated"),
        (["check", "okr.md", "--output", "no/such/folder/a"], "no/such/folder/a: "),
        (["check", "okr.md", "--format", "json=."], "cannot be written"),
        (["parse"], "TEXT|PATH"),
        (["parse", "missing.md"], "missing.md: "),
        (["parse", "--format", "tabel", "x"], "table or json"),
        (["rule", "KR20X"], "no rule"),
    ],
)
def test_misuse_is_2_and_says_what_would_be_right(
    capsys: pytest.CaptureFixture[str], arguments: list[str], hint: str
) -> None:
    """On standard error, without a traceback."""
    _file(BAD)
    assert 2 == main(arguments)
    said = capsys.readouterr().err
    assert hint in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["check", "--selct", "経理.md"], "「--select」のことですか"),
        (["check", "経理.md"], "経理.md: "),
        (["--locale", "ja", "chek"], "「check」のことですか"),
        (["check", "--locale", "ja", "--max-warnings", "x"], "0以上の整数"),
    ],
)
def test_misuse_is_told_in_the_language_of_what_was_asked(
    capsys: pytest.CaptureFixture[str], arguments: list[str], hint: str
) -> None:
    """Japanese where the arguments are, or --locale says so."""
    assert 2 == main(arguments)
    assert hint in capsys.readouterr().err


def test_a_file_that_cannot_be_written_does_not_hide_the_findings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The other forms are still shown."""
    assert 2 == main(["check", _file(BAD), "--format", "json=no/a", "--format", "text"])
    assert "KR201" in capsys.readouterr().out


# --- parse and rule --------------------------------------------------------------------------


def test_parse_shows_what_was_understood(capsys: pytest.CaptureFixture[str]) -> None:
    """A small table, in the language of the key result."""
    assert 0 == main(["parse", "月次解約率を3.2%から2.0%に下げる"])
    rows = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()[1:])
    assert ("3.2%", "2.0%", "減らす") == (rows["現状"], rows["目標"], rows["向き"])


def test_parse_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The keys are a contract."""
    assert 0 == main(["parse", "--format", "json", _file(GOOD)])
    read = json.loads(capsys.readouterr().out)
    assert {"version", "documents", "unread"} == set(read)
    (document,) = read["documents"]
    result, _ = document["key_results"]
    expected = {
        "text": "Cut picking errors from 14 to 4",
        "state": "set",
        "line": 3,
        "column": 8,
        "cell": None,
        "objective": "Orders leave on time",
        "language": "en",
        "kind": "metric",
        "baseline": "14",
        "target": "4",
        "direction": "down",
        "parties": [],
    }
    assert "okr.md" == document["path"]
    assert expected == {key: result[key] for key in expected}
    assert {"team", "period", "fields", "metric", "unit", "deadline"} == set(result) - set(expected)


def test_parse_of_a_text_has_no_path(capsys: pytest.CaptureFixture[str]) -> None:
    """A text that merely ends like a file name is a text."""
    main(["parse", "--format", "json", "Write the README.md"])
    assert [None] == [each["path"] for each in json.loads(capsys.readouterr().out)["documents"]]


def test_rule_explains_one_or_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    """By code or by name, in either language."""
    assert 0 == main(["rule"])
    listed = capsys.readouterr().out
    assert all(code in listed for code in ("KR101", "KR201", "KR301", "KR302", "KR401", "KR402"))
    main(["rule", "kr201"])
    by_code = capsys.readouterr().out
    main(["rule", "one-off-task"])
    assert by_code == capsys.readouterr().out
    assert "Fine as they are" in by_code
    main(["rule", "KR201", "--locale", "ja"])
    assert "このままでよい例" in capsys.readouterr().out


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Both languages at once."""
    main(["rule", "--format", "json"])
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert sorted(each["code"] for each in rules) == [each["code"] for each in rules]
    shown = [each for each in rules if each["scope"] != "baseline"]
    assert all(each["examples"][language]["bad"] for each in shown for language in ("ja", "en"))


# --- A process of its own --------------------------------------------------------------------


_RUN = "import sys; from krlint.cli import main; sys.exit(main())"


def _krlint(*arguments: str, **more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _RUN, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **more},
    )


def test_a_reader_that_goes_away_ends_the_run_quietly() -> None:
    """`krlint check | head` keeps its exit code and says nothing."""
    _file("\n".join(f"- KR{number}: Launch the app" for number in range(1, 400)))
    process = _krlint("check", "okr.md")
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert b"" == process.stderr.read()
    assert 1 == process.wait()


@pytest.mark.parametrize("command", [["check", "okr.md"], ["rule"], ["parse", "okr.md"]])
def test_an_output_that_takes_nothing_is_said(command: list[str]) -> None:
    """Exit 2, and no traceback when Python flushes at its end."""
    _file(BAD)
    with Path(os.devnull).open() as not_for_writing:
        run = [sys.executable, "-c", _RUN, *command]
        done = subprocess.run(
            run, stdout=not_for_writing, stderr=subprocess.PIPE, text=True, check=False
        )
    assert 2 == done.returncode
    assert done.stderr.startswith("krlint: This cannot be written")
    assert 1 == done.stderr.count("\n")


def test_closed_streams_are_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python sets to None what was closed before it started."""
    _file(BAD)
    monkeypatch.setattr(sys, "stdin", None)
    assert 2 == main(["check", "-"])
    monkeypatch.setattr(sys, "stdout", None)
    assert 1 == main(["check", "okr.md"])


def test_an_interrupted_run_ends_quietly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is 130, as for every program that it stops."""

    class Interrupted(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _buffer: object) -> int:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Interrupted())))
    assert 130 == main(["check", "-"])
    shown = capsys.readouterr()
    assert ("", "") == (shown.out, shown.err.strip())


def test_a_name_too_long_to_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """It is not found, like any other."""
    long = "x" * 5000
    assert 2 == main(["check", _file(BAD), "--config", long])
    assert 2 == main(["check", "okr.md", "--config", f"a={long}"])
    assert 2 == main(["check", "okr.md", "--output", long])
    assert 2 == main(["test", long])
    assert 2 == main(["check", "x" * 5000 + ".md"])
    assert 2 == main(["parse", "x" * 5000 + ".md"])
    assert "Traceback" not in capsys.readouterr().err


def test_a_current_folder_that_has_been_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, and exit 2."""
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    code = main(["check", "okr.md", "--locale", "en"])

    monkeypatch.chdir(tmp_path)
    assert 2 == code
    assert "current folder" in capsys.readouterr().err


def test_an_encoding_that_knows_no_japanese_is_no_traceback() -> None:
    """What cannot be encoded is escaped."""
    process = _krlint("check", _file(BAD_JA), PYTHONIOENCODING="latin-1")
    out, err = process.communicate()
    assert (1, b"") == (process.returncode, err)
    assert rb"\u5c0e\u5165" in out


def test_no_colour_where_there_is_no_terminal() -> None:
    """A pipe gets plain text."""
    out, _ = _krlint("check", _file(BAD)).communicate()
    assert b"\x1b" not in out


def test_the_package_can_be_run_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m krlint` is the command, exit code included."""
    monkeypatch.setattr(sys, "argv", ["krlint", "rule", "KR999"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_module("krlint", run_name="__main__")

    assert 2 == ended.value.code


def test_suppressed_findings_are_counted_and_shown_when_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The summary counts them; with --show-suppressed they are there, and the exit code is 0."""
    Path("okr.md").write_text(
        "## Objective: A\n- KR1: Publish the list <!-- krlint: ignore KR101, KR201 -- decided -->\n"
        "- KR2: Cut delivery from 7 days to 3\n",
        encoding="utf-8",
    )

    assert 0 == main(["check", "okr.md"])
    quiet = capsys.readouterr().out
    assert 0 == main(["check", "okr.md", "--show-suppressed"])
    shown = capsys.readouterr().out

    assert "2 findings suppressed." in quiet
    assert "KR201 one-off-task" not in quiet
    assert "okr.md:2:8  KR201 one-off-task" in shown
