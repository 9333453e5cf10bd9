"""action.yml and the GitLab template, their own steps run as the platforms run them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
DOCUMENT = (
    "## Objective: Orders leave on time\n\n- KR1: Launch a scanning app\n"
    "- KR2: Raise orders shipped on the same day from 72% to 90%\n"
)


@pytest.fixture(autouse=True)
def _checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout with one document, and `krlint` on the path as pip would put it there."""
    monkeypatch.chdir(tmp_path)
    shim = tmp_path / "bin" / "krlint"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m krlint "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    (tmp_path / "okr s.md").write_text(DOCUMENT, encoding="utf-8")


def _environment(**inputs: str) -> dict[str, str]:
    """What a runner hands to the step: inputs with their defaults, and its own files."""
    given = {name: each["default"] for name, each in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    here = Path.cwd()
    return {
        "PATH": f"{here / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(here),
        "GITHUB_OUTPUT": str(here / "output"),
        "GITHUB_STEP_SUMMARY": str(here / "summary"),
        "RUNNER_TEMP": str(here),
        **{f"INPUT_{name.upper().replace('-', '_')}": value for name, value in given.items()},
    }


def _run(**inputs: str) -> tuple[str, dict[str, str]]:
    """The log and the outputs of the step that runs krlint."""
    done = subprocess.run(
        [sys.executable, "-c", STEPS["Run krlint"]["run"]],
        env=_environment(**inputs),
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    lines = Path("output").read_text(encoding="utf-8").splitlines()
    return done.stdout, dict(line.split("=", 1) for line in lines)


def test_findings_are_annotated_counted_and_summed_up() -> None:
    """The log has workflow commands, the summary a table, the outputs the counts."""
    log, outputs = _run(paths="okr s.md\n")

    assert "::error " in log
    assert ("1", "1") == (outputs["exit-code"], outputs["errors"])
    assert int(outputs["findings"]) >= 2
    assert "Launch a scanning app" in Path("summary").read_text(encoding="utf-8")


def test_options_and_a_sarif_file_are_passed_on() -> None:
    """As in a shell, and with the absolute path as an output."""
    _, outputs = _run(
        paths="okr s.md", args="--select 'KR201'", upload_sarif="true", fail_on="info"
    )

    assert ("1", "1") == (outputs["exit-code"], outputs["findings"])
    assert Path(outputs["sarif-file"]).is_absolute()
    assert Path(outputs["sarif-file"]).exists()


@pytest.mark.parametrize("paths", ["nowhere.md", "$(touch hacked)", "`touch hacked`; touch hacked"])
def test_what_cannot_be_read_is_2_and_inputs_are_never_run(paths: str) -> None:
    """A path is a path, whatever stands in it."""
    _, outputs = _run(paths=paths)

    assert "2" == outputs["exit-code"]
    assert not Path("hacked").exists()


@pytest.mark.parametrize("code", ["0", "1", "2"])
def test_the_job_ends_as_krlint_did(code: str) -> None:
    """After the findings have been uploaded."""
    done = subprocess.run(
        ["bash", "-e", "-c", STEPS["Fail on findings"]["run"]],
        env={"PATH": os.environ["PATH"], "CODE": code},
        check=False,
    )

    assert int(code) == done.returncode


def test_no_script_holds_an_expression() -> None:
    """What stands in a script would be run: inputs come by the environment alone."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]

    assert scripts
    assert not any("${{" in script for script in scripts)


def test_the_gitlab_job_writes_its_report() -> None:
    """Its last line, run as a runner would, fails on the error and leaves the report."""
    job: dict[str, Any] = yaml.safe_load(
        (ROOT / "ci" / "krlint.gitlab-ci.yml").read_text(encoding="utf-8")
    )["krlint"]
    Path("okr s.md").rename("okr.md")
    environment = {name: value for name, value in _environment().items() if "GITHUB" not in name}

    done = subprocess.run(
        ["bash", "-e", "-c", job["script"][-1]],
        env={**environment, **job["variables"], "KRLINT_PATHS": "okr.md"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 1 == done.returncode, done.stderr
    assert "Launch" in Path(job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8")
