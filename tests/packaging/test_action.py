"""action.yml and the GitLab job from the first step to the last, krlint being a wheel of this."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.packaging.environments import ROOT, Installed, run

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
JOB = yaml.safe_load((ROOT / "ci" / "krlint.gitlab-ci.yml").read_text(encoding="utf-8"))["krlint"]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
pytestmark = pytest.mark.clean_environment

# https://docs.github.com/actions/reference/workflow-syntax-for-github-actions
SHELLS = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"], "python": ["python"]}
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
DOCUMENT = (
    "# 目標\n\n## Objective: 注文を当日に出す\n\n- KR1: 検品アプリを導入する\n"
    "- KR2: 当日に出荷した注文の割合を72%から90%に上げる\n"
)


class Ended(NamedTuple):
    """How the steps ended: the first exit code that is not 0, and what they left."""

    code: int
    log: str
    summary: str
    outputs: Mapping[str, str]
    used: Mapping[str, Mapping[str, str]]
    """The actions that were called, with their inputs."""


def _filled(text: str, context: Mapping[str, str]) -> str:
    return EXPRESSION.sub(lambda found: context.get(found[1], ""), text)


def _holds(condition: str, context: Mapping[str, str], *, failed: bool) -> bool:
    """A condition of the form that action.yml has: comparisons joined by &&."""
    clauses = [clause.strip() for clause in condition.split("&&")]
    if failed and "always()" not in clauses:
        return False
    for clause in clauses:
        if clause and clause != "always()":
            left, operator, right = clause.split(" ")
            equal = context.get(left, "") == right.strip("'")
            if equal != (operator == "=="):
                return False
    return True


def _act(checkout: Path, variables: Mapping[str, str], given: Mapping[str, str]) -> Ended:
    """Run all steps as a runner does; a key of `given` is the name of an input."""
    runner = checkout.parent / "runner"
    runner.mkdir()
    inputs = {name: each["default"] for name, each in ACTION["inputs"].items()} | dict(given)
    context = {f"inputs.{name}": value for name, value in inputs.items()}
    context |= {"runner.temp": str(runner), "runner.os": "Linux", "runner.arch": "X64"}
    code, log, used = 0, "", dict[str, Mapping[str, str]]()
    for step in ACTION["runs"]["steps"]:
        if not _holds(step.get("if", ""), context, failed=code != 0):
            continue
        if "uses" in step:
            inputs_of_step = {name: _filled(each, context) for name, each in step["with"].items()}
            used[step["uses"].partition("@")[0]] = inputs_of_step
            continue
        done, outputs = _step(step, checkout, variables, context)
        code = code or done[0]
        log += done[1]
        context |= {f"steps.{step.get('id')}.outputs.{name}": each for name, each in outputs}
    summary = runner / "summary"
    return Ended(
        code,
        log,
        summary.read_text(encoding="utf-8") if summary.exists() else "",
        {name: _filled(each["value"], context) for name, each in ACTION["outputs"].items()},
        used,
    )


def _step(
    step: Mapping[str, Any], checkout: Path, more: Mapping[str, str], context: Mapping[str, str]
) -> tuple[tuple[int, str], list[tuple[str, str]]]:
    runner = Path(context["runner.temp"])
    script, output = runner / "script", runner / "output"
    script.write_text(step["run"], encoding="utf-8")
    output.write_text("", encoding="utf-8")
    variables = {name: _filled(each, context) for name, each in step.get("env", {}).items()}
    variables |= more
    variables |= {
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(checkout),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
        "RUNNER_TEMP": str(runner),
    }
    folder = checkout / _filled(step.get("working-directory", "."), context)
    done = run([*_found(SHELLS[step["shell"]], more["PATH"]), script], folder, variables)
    lines = output.read_text(encoding="utf-8").splitlines()
    pairs = [(name, each) for name, _, each in (line.partition("=") for line in lines)]
    return (done.returncode, done.stdout + done.stderr), pairs


def _found(command: list[str], path: str) -> list[str]:
    """The command by the PATH of the step, not by that of the tests."""
    folders = [Path(each) / command[0] for each in path.split(os.pathsep)]
    return [str(next(each for each in folders if each.exists())), *command[1:]]


@pytest.fixture
def python(install: Callable[..., Installed], wheel: Path) -> Mapping[str, str]:
    """Variables of a fresh Python for which the wheel is all that there is to install."""
    path = f"{install().python.parent}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheel.parent)}


@pytest.fixture
def okrs(tmp_path: Path) -> Path:
    """A checkout that holds OKRs in a folder of a folder, and a module named as krlint is."""
    folder = tmp_path / "checkout" / "経営 企画"
    (folder / "okrs").mkdir(parents=True)
    (folder / "okrs" / "q3 案.md").write_text(DOCUMENT, encoding="utf-8")
    (folder / "krlint.py").write_text("raise SystemExit('not this one')\n")
    return tmp_path / "checkout"


def test_the_action_installs_krlint_and_fails_on_findings(
    python: Mapping[str, str], okrs: Path
) -> None:
    """Annotations, a summary, counts, and SARIF handed on before the job fails."""
    ended = _act(
        okrs,
        python,
        {
            "paths": "okrs/q3 案.md",
            "args": "--select 'KR201'",
            "fail-on": "warning",
            "working-directory": "経営 企画",
            "upload-sarif": "true",
        },
    )

    assert ended.code == 1, ended.log
    assert "file=経営 企画/okrs/q3 案.md,line=5" in ended.log
    assert "検品アプリを導入する" in ended.summary
    assert ended.outputs["findings"] == "1"
    upload = ended.used["github/codeql-action/upload-sarif"]
    assert {"sarif_file": ended.outputs["sarif-file"], "category": "krlint"} == upload
    assert Path(upload["sarif_file"]) == okrs / "経営 企画" / "krlint.sarif"
    assert Path(upload["sarif_file"]).is_file()


def test_the_action_passes_where_nothing_is_found(python: Mapping[str, str], okrs: Path) -> None:
    """No SARIF file unless one is asked for, and nothing uploaded."""
    ended = _act(okrs, python, {"args": "--select KR402"})

    assert ended.code == 0, ended.log
    assert {"findings": "0", "errors": "0", "sarif-file": ""} == ended.outputs
    assert "github/codeql-action/upload-sarif" not in ended.used
    assert not list(okrs.rglob("*.sarif"))


def test_the_action_tells_misuse_from_findings(python: Mapping[str, str], okrs: Path) -> None:
    """A rule that is not there ends the job with 2; there are no counts, and nothing to upload."""
    ended = _act(okrs, python, {"args": "--select KR999", "upload-sarif": "true"})

    assert ended.code == 2, ended.log
    assert {"findings": "", "errors": "", "sarif-file": ""} == ended.outputs
    assert "github/codeql-action/upload-sarif" not in ended.used


def test_a_version_that_does_not_exist_fails_the_action(
    python: Mapping[str, str], okrs: Path
) -> None:
    """Nothing runs after an install that failed."""
    ended = _act(okrs, python, {"version": "0.0.99"})

    assert ended.code == 1
    assert "krlint==0.0.99" in ended.log
    assert set(ended.outputs.values()) == {""}


def test_the_gitlab_job_installs_krlint_and_fails_on_findings(
    python: Mapping[str, str], okrs: Path
) -> None:
    """Its whole script in one shell, as a runner has it, leaves the report that it uploads."""
    variables = JOB["variables"] | python | {"CI_PROJECT_DIR": str(okrs)}
    variables |= {"KRLINT_ARGS": "--select KR201 --fail-on warning", "PIP_CACHE_DIR": "pip-cache"}
    script = "set -eo pipefail\n" + "\n".join(JOB["script"])

    done = run(["bash", "-c", script], okrs, variables)

    assert done.returncode == 1, done.stderr
    report = okrs / JOB["artifacts"]["reports"]["codequality"]
    (found,) = yaml.safe_load(report.read_text(encoding="utf-8"))
    assert found["location"]["path"] == "経営 企画/okrs/q3 案.md"


def test_action_and_job_install_the_version_that_they_belong_to() -> None:
    """Whoever names a tag gets the krlint of that tag."""
    assert VERSION == ACTION["inputs"]["version"]["default"] == JOB["variables"]["KRLINT_VERSION"]
