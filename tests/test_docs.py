"""What the documentation shows is what krlint does."""

import doctest
import importlib
import io
import json
import os
import re
import shlex
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from docs import make_site
from krlint.cli import main
from tests.walkthrough import krlint, played

ROOT = Path(__file__).parents[1]
DOCUMENT = re.compile(r"^```markdown\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TOML = re.compile(r"^( *)```toml\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
CONSOLE = re.compile(r"^```console\n\$ krlint (.*?)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"^```(?:yaml|groovy)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"(?:^|[ /'`])krlint (check [^'`\n]+)")


def test_the_library_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of docs/library.md gives what the page says."""
    monkeypatch.chdir(ROOT)

    failed, tried = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False)

    assert failed == 0
    assert tried > 10


@pytest.mark.parametrize("page", ["README.md", "README.ja.md"])
def test_the_readme_shows_what_a_person_sees(
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each console block is the output of its command on the document shown before it."""
    text = (ROOT / page).read_text(encoding="utf-8")
    (tmp_path / "okr.md").write_text(DOCUMENT.findall(text)[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    shown = CONSOLE.findall(text)

    said = []
    for command, _ in shown:
        main(command.split())
        said.append((command, capsys.readouterr().out))

    assert shown
    assert shown == said


@pytest.mark.parametrize("page", ["README.md", "README.ja.md"])
def test_the_python_of_the_readme_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It prints a rule's code with its message."""
    (program,) = PYTHON.findall((ROOT / page).read_text(encoding="utf-8"))

    exec(program, {})  # noqa: S102  # our own page

    assert capsys.readouterr().out.startswith("KR201 ")


@pytest.mark.parametrize("page", ["README.md", "README.ja.md", "docs/ci.md"])
def test_the_config_of_a_page_is_accepted(page: str, tmp_path: Path) -> None:
    """A krlint.toml that somebody copies from a page is valid."""
    (_, content), *others = TOML.findall((ROOT / page).read_text(encoding="utf-8"))
    (tmp_path / "krlint.toml").write_text(textwrap.dedent(content), encoding="utf-8")
    document = tmp_path / "okr.md"
    document.write_text("- KR1: Cut churn from 4% to 2%\n", encoding="utf-8")

    assert not others
    assert main(["check", str(document)]) == 0


def test_the_accuracy_page_shows_what_a_person_sees(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each console block is the output of its command."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    shown = CONSOLE.findall(_accuracy())

    said = []
    for command, _ in shown:
        assert main(shlex.split(command)) == 0
        said.append((command, capsys.readouterr().out))

    assert len(shown) == 3
    assert shown == said


def test_what_the_accuracy_page_tells_a_team_to_write_is_read(tmp_path: Path) -> None:
    """Its table, its JSONL record and its config."""
    ((_, config),) = TOML.findall(_accuracy())
    (tmp_path / "krlint.toml").write_text(config, encoding="utf-8")
    (table,) = re.findall(r"^```csv\n(.*?)^```$", _accuracy(), re.DOTALL | re.MULTILINE)
    (tmp_path / "labelled.csv").write_text(table, encoding="utf-8")
    (record,) = re.findall(r"^```json\n(.*?)^```$", _accuracy(), re.DOTALL | re.MULTILINE)
    (tmp_path / "labelled.jsonl").write_text(record, encoding="utf-8")

    assert main(["evaluate", *map(str, tmp_path.glob("labelled.*"))]) == 0


def _accuracy() -> str:
    return (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")


def test_what_the_ci_page_tells_to_run_writes_what_it_then_uploads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command runs on a folder of OKRs, and each file that it is told to write is there."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "okr.md").write_text("- KR1: Cut churn from 4% to 2%\n", encoding="utf-8")
    commands = [
        shlex.split(found) for block in CODE.findall(page) for found in COMMAND.findall(block)
    ]

    assert len(commands) == 5
    assert [0] * 5 == [main(command) for command in commands]
    written = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert {
        "krlint.sarif",
        "gl-code-quality-report.json",
        "krlint.xml",
        "krlint-rd.json",
    } == written
    assert all(len(re.findall(rf"\b{re.escape(name)}\b", page)) > 1 for name in written)


def test_the_yaml_of_the_ci_page_is_yaml() -> None:
    """Whoever copies it gets no error of indentation."""
    import yaml

    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert all(yaml.safe_load(textwrap.dedent(block)) for block in blocks)
    assert len(blocks) >= 5


@pytest.mark.parametrize("language", make_site.LANGUAGES)
def test_every_page_can_stand_in_the_site(language: make_site.Language, tmp_path: Path) -> None:
    """Its links lead to pages, and GitHub and the site read its lists alike."""
    make_site.assemble(tmp_path, language)

    made = {path.relative_to(tmp_path / language) for path in tmp_path.rglob("*.md")}
    assert {Path(f"{name}.md") for name in make_site.pages()} == made


def _walkthroughs() -> list[str]:
    """Pages whose commands are those of the files shown before them."""
    pages = [*ROOT.glob("docs/index*.md")]
    for name in ("department", "excel", "monorepo"):
        pages += ROOT.glob(f"docs/tutorials/{name}*.md")
    return sorted(path.relative_to(ROOT).as_posix() for path in pages)


@pytest.mark.parametrize("page", _walkthroughs())
def test_a_walkthrough_shows_what_a_person_sees(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command prints what the page shows (UPDATE_GOLDEN=1 writes it there)."""
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 1 January 2027
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    said = played(text, tmp_path, krlint(capsys))

    assert "$ krlint" in said
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(said, encoding="utf-8")
    assert text == said or os.environ.get("UPDATE_GOLDEN")


SHELL = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", ["docs/how-to.md", "docs/how-to.ja.md"])
def test_what_the_how_to_tells_to_type_is_understood(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command is understood in a folder with the documents it names."""
    text = (ROOT / page).read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    language = "ja" if ".ja." in page else "en"
    assert main(["init", "okrs", "--locale", language]) == 0
    assert main(["init", "--locale", language]) == 0
    assert main(["init", "sheet", "--locale", language, "--format", "xlsx"]) == 0
    shutil.copy2(tmp_path / "sheet" / "okr.xlsx", tmp_path)
    commands = [line for block in SHELL.findall(text) for line in block.splitlines()]

    codes = {}
    for number, command in enumerate(commands):
        program, *arguments = shlex.split(command)
        assert program == "krlint"
        with monkeypatch.context() as context:
            if arguments[0] == "init":
                (tmp_path / "empty").mkdir()
                context.chdir(tmp_path / "empty")
            codes[number, command] = main(arguments)

    assert len(codes) >= 7
    assert dict.fromkeys(codes, 0) == codes


@pytest.mark.parametrize("page", ["docs/how-to.md", "docs/how-to.ja.md"])
def test_the_settings_of_the_how_to_are_accepted(page: str, tmp_path: Path) -> None:
    """Each piece of krlint.toml is valid by itself."""
    document = tmp_path / "okr.md"
    document.write_text("- KR1: Cut churn from 4% to 2%\n", encoding="utf-8")
    settings = [content for _, content in TOML.findall((ROOT / page).read_text(encoding="utf-8"))]

    codes = []
    for content in settings:
        (tmp_path / "krlint.toml").write_text(content, encoding="utf-8")
        codes.append(main(["check", str(document)]))

    assert len(codes) >= 4
    assert [0] * len(codes) == codes


@pytest.mark.parametrize("page", ["docs/tutorials/product.md", "docs/tutorials/product.ja.md"])
def test_krlint_inside_a_product_does_what_the_page_shows(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its examples give what it says; its service answers in JSON, and refuses what is too long."""
    path = ROOT / page
    played(path.read_text(encoding="utf-8"), tmp_path, krlint(capsys))
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("review", "service"):
        monkeypatch.delitem(sys.modules, name, raising=False)

    failed, tried = doctest.testfile(str(path), module_relative=False)
    service = importlib.import_module("service")
    kr = {"text": "Launch the partner portal"}
    status, answer = _posted(service.application, json.dumps(kr).encode())
    refused, _ = _posted(service.application, b" " * 10_001)
    for name in ("review", "service"):
        monkeypatch.delitem(sys.modules, name)

    assert (0, 6) <= (failed, tried) < (1, 0)
    assert ("200 OK", "413 Content Too Large") == (status, refused)
    first = json.loads(answer)["findings"][0]
    assert ("one-off-task", "Launch") == (first["rule"], kr["text"][first["start"] : first["end"]])


def _posted(application: Callable[..., Iterable[bytes]], body: bytes) -> tuple[str, bytes]:
    """The status and the body that a WSGI application answers with."""
    environ: dict[str, object] = {"HTTP_X_CUSTOMER": "acme", "CONTENT_LENGTH": str(len(body))}
    environ["wsgi.input"] = io.BytesIO(body)
    said: list[str] = []
    answer = application(environ, lambda status, _: said.append(status))
    return said[0], b"".join(answer)
