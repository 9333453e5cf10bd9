"""The published JSON Schemas: what krlint accepts and writes, no more and no less."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from krlint.cli import main
from krlint.cli.starters import card as starting_card
from krlint.cli.starters import config as starting_config
from krlint.config.schema import PROPERTIES, config_schema
from krlint.config.settings import READER_NAMES, SETTINGS, Refused, fields
from krlint.rulebook.cards import CardError, read_card

ROOT = Path(__file__).parents[1]


def _validator(name: str) -> Any:
    schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker(["date"]))


CARD, CONFIG, REPORT = (_validator(name) for name in ("card", "config", "report"))
ANY_CONFIG = jsonschema.Draft7Validator(
    config_schema((), {}), format_checker=jsonschema.FormatChecker(["date"])
)


# --- Cards -----------------------------------------------------------------------------------


def _cards() -> list[Path]:
    folders = (ROOT / "rules", ROOT / "docs" / "examples" / "plugin")
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*.yaml"))
        if "lexicon" not in path.parts
    ]


@pytest.mark.parametrize("path", _cards(), ids=lambda path: path.stem)
def test_cards_are_as_their_schema_says(path: Path) -> None:
    """Ours, and those of the example package."""
    CARD.validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_krlint_writes_to_begin_with_is_as_the_schemas_say(language: Any) -> None:
    """The skeleton of a card, and the config of `krlint init` with all its lines in use."""
    CARD.validate(yaml.safe_load(starting_card("ACME001", "no-synergy", language)))
    CONFIG.validate(tomllib.loads(starting_config(language)))


_SOUND: dict[str, Any] = {
    "code": "ACME001",
    "name": "no-synergy",
    "severity": "warning",
    "phrases": {"en": ["synergy"]},
    "message": {"en": "“{phrase}” says little."},
    "suggestion": {"en": "[what] from [today] to [target]"},
    "why": {"en": "Nobody can tell."},
    "sources": ["us"],
    "examples": {"en": {"bad": ["[[Synergy]]"], "good": []}},
}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("code", "acme1"),
        ("name", "No Synergy"),
        ("severity", "fatal"),
        ("scope", "word"),
        ("phrases", {"fr": ["synergie"]}),
        ("phrases", {"en": "synergy"}),
        ("profiles", ["lenient"]),
        ("when", {"all": ["tsk"]}),
        ("when", {"any": ["task"]}),
        ("check", "module.function"),
        ("options", {"At Most": {"default": 1, "about": {"en": "x"}}}),
        ("options", {"at-most": {"default": 1}}),
        ("message", {}),
        ("message", "text"),
        ("sources", "us"),
        ("examples", {"en": {"bad": []}}),
        ("examples", {"en": {"bad": [{"txt": "x"}], "good": []}}),
        ("mend", {"en": [{"text": "", "say": "x"}]}),
        ("scope", "document"),
        ("phrase", {"en": ["synergy"]}),
    ],
)
def test_a_broken_card_is_broken_for_both(key: str, value: object, tmp_path: Path) -> None:
    """What an editor underlines is what krlint refuses."""
    path = tmp_path / "card.yaml"
    path.write_text(json.dumps(_SOUND | {key: value}), encoding="utf-8")

    assert CARD.is_valid(_SOUND)
    assert not CARD.is_valid(_SOUND | {key: value})
    with pytest.raises(CardError):
        read_card(path)


@pytest.mark.parametrize("key", [key for key in _SOUND if key != "phrases"])
def test_a_card_without_what_it_needs_is_broken_for_both(key: str, tmp_path: Path) -> None:
    """Each required key, and something to ask."""
    less = {name: value for name, value in _SOUND.items() if name != key}
    path = tmp_path / "card.yaml"
    path.write_text(json.dumps(less), encoding="utf-8")

    assert not CARD.is_valid(less)
    with pytest.raises(CardError):
        read_card(path)


# --- Config ----------------------------------------------------------------------------------


def test_every_setting_is_described() -> None:
    """And nothing that is none, but for `extends`, which is gone once it is followed."""
    assert {"extends", *SETTINGS} == set(PROPERTIES)
    described = CONFIG.schema["properties"].values()
    assert all(each["description"].endswith(".") for each in described)


def test_the_configs_of_the_documentation_are_as_the_schema_says() -> None:
    """Every block of TOML on a page, beside krlint's own files."""
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/how-to/**/*.md")]
    blocks = [
        block.split("```", 1)[0]
        for page in pages
        for block in page.read_text(encoding="utf-8").split("```toml\n")[1:]
    ]
    tables = [tomllib.loads("\n".join(line.strip() for line in b.splitlines())) for b in blocks]
    configs = [table for table in tables if not table.keys() & {"tool", "project", "build-system"}]

    assert len(configs) >= 6
    assert [] == [
        (config, fault.message) for config in configs for fault in CONFIG.iter_errors(_told(config))
    ]


def _told(value: Any) -> Any:
    """A value of TOML as JSON has it: dates are texts."""
    match value:
        case date():
            return value.isoformat()
        case dict():
            return {key: _told(each) for key, each in value.items()}
        case list():
            return [_told(each) for each in value]
    return value


_WORDS = st.sampled_from(
    ["", "KR101", "auto", "ja", "never", "error", "names", "parent", "key-result", "depends_on",
     "department", "2026-10-01", "2026-13-01", *READER_NAMES[:3]]
)  # fmt: skip
_VALUES = st.recursive(
    _WORDS | st.integers(-1, 13) | st.booleans() | st.just(1.5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(_WORDS, inner, max_size=2)
        | st.lists(_WORDS, max_size=2)
        | st.dictionaries(_WORDS, _WORDS | st.lists(_WORDS, max_size=2), max_size=2)
    ),
    max_leaves=6,
)


@given(name=st.sampled_from(sorted(SETTINGS)), value=_VALUES)
@settings(max_examples=600, deadline=None)
def test_the_schema_accepts_what_krlint_accepts(name: str, value: Any) -> None:
    """Any value of any setting; that an encoding exists, a schema cannot tell."""
    try:
        fields({name: value})
    except Refused:
        accepted = False
    else:
        accepted = True

    valid = ANY_CONFIG.is_valid({name: value})

    assert valid or not accepted
    assert accepted or not valid or name == "encoding"


@pytest.mark.parametrize(
    "config",
    [
        {"selct": ["KR1"]},
        {"rules": {"KR601": {"at-mst": 3}}},
        {"rules": {"KR601": {"at-most": "3"}}},
        {"lexicon": {"en": {"departmnt": ["x"]}}},
        {"extends": 1},
    ],
)
def test_names_are_checked(config: Mapping[str, object], tmp_path: Path) -> None:
    """Of settings, options and groups of words; krlint says the same."""
    lines = json.dumps(config)[1:-1].replace('": ', '" = ')
    (tmp_path / "krlint.toml").write_text(lines, encoding="utf-8")
    (tmp_path / "okr.md").write_text("- KR1: Cut churn from 4% to 2%\n", encoding="utf-8")

    assert not CONFIG.is_valid(config)
    assert main(["check", str(tmp_path / "okr.md")]) == 2


def test_the_command_line_gives_the_schemas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those of the repository; of the config with a company's own rules, too."""
    monkeypatch.chdir(tmp_path)
    assert main(["rule", "--format", "schema"]) == 0
    assert CARD.schema == json.loads(capsys.readouterr().out)
    assert main(["config", "--format", "schema"]) == 0
    assert CONFIG.schema == json.loads(capsys.readouterr().out)

    (tmp_path / "ACME001.yaml").write_text(json.dumps(_SOUND), encoding="utf-8")
    (tmp_path / "krlint.toml").write_text('rule-paths = ["ACME001.yaml"]', encoding="utf-8")
    assert main(["config", "--format", "schema"]) == 0
    own = json.loads(capsys.readouterr().out)
    assert "no-synergy" in own["properties"]["severity"]["properties"]


# --- Reports ---------------------------------------------------------------------------------


def test_reports_are_as_the_schema_says_and_leave_nothing_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Version 1 of the form.

    A key that goes, or changes its kind, breaks programs: then the version rises. A new one is
    described first. The run has findings of key results and objectives, suppressed ones, a
    workbook's cell and an unread file.
    """
    documents = tmp_path / "okr.md"
    documents.write_text(
        "# Sales OKRs 2026 Q3\n\n## O1: Win back trust\n\n- KR1: Launch the partner portal\n"
        "- KR2: Hold a kick-off <!-- krlint: ignore KR201 -- decided by the board -->\n"
        "- KR3: Cut churn from 4% to 2%\n\n## O2: Ship the app\n\n"
        "### Parked\n\n- KR: Robots\n",
        encoding="utf-8",
    )
    (tmp_path / "broken.csv").write_bytes(b"KR,\x00\x00\x01\xff\xfe\x80")
    main(["init", "--format", "xlsx", str(tmp_path / "book")])
    capsys.readouterr()

    code = main(["check", "--format", "json", "--show-suppressed", str(documents),
                 str(tmp_path / "broken.csv"), str(tmp_path / "book" / "okr.xlsx"),
                 "--select", "all"])  # fmt: skip
    told = json.loads(capsys.readouterr().out)

    assert code == 2
    assert told["findings"]
    assert told["suppressed"]
    assert told["unread"]
    REPORT.validate(told)
    closed = jsonschema.Draft7Validator(_closed(REPORT.schema))
    assert [] == [fault.message for fault in closed.iter_errors(told)]


def _closed(schema: Any) -> Any:
    """The schema with no key but those that it names."""
    match schema:
        case {"properties": dict(), **rest}:
            inner = {key: _closed(value) for key, value in rest.items()}
            properties = {key: _closed(value) for key, value in schema["properties"].items()}
            return {**inner, "properties": properties, "additionalProperties": False}
        case dict():
            return {key: _closed(value) for key, value in schema.items()}
        case list():
            return [_closed(each) for each in schema]
    return schema
