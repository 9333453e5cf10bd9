"""krlint.toml and [tool.krlint]: found, read, and refused with the line."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from krlint.config import Config, ConfigError, source
from krlint.config.file import find, read
from krlint.config.lines import lines_of
from krlint.config.settings import READER_NAMES, assign
from krlint.readers.fields import KNOWN

FULL = """
select = ["KR1", "one-off-task"]
extend-select = ["KR302"]
ignore = ["KR402"]
parse = "never"
language = "ja"
locale = "en"
fiscal-year-start = 1
english-model = "en_core_web_sm"
today = 2026-10-01
exclude = ["archive/*"]
force-exclude = true
respect-gitignore = false
encoding = "Shift_JIS"

[teams]
"経理部" = ["経理", "Accounting"]
"法務部" = "法務"

[readers]
key-result = ["成果"]
"""


def _config(folder: Path, text: str, name: str = "krlint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _refused(path: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        read(path)
    assert caught.value.path == str(path)
    return caught.value


def test_every_key_becomes_its_field(tmp_path: Path) -> None:
    """All that a config file can say is said here."""
    expected = Config(
        select=("KR1", "one-off-task"),
        extend_select=("KR302",),
        ignore=("KR402",),
        parse="never",
        language="ja",
        locale="en",
        fiscal_year_start=1,
        english_model="en_core_web_sm",
        today=date(2026, 10, 1),
        exclude=(f"{tmp_path}/archive/*",),
        force_exclude=True,
        respect_gitignore=False,
        encoding="shift_jis",
        teams={"経理部": ("経理", "Accounting"), "法務部": ("法務",)},
        readers={"key-result": ("成果",)},
    )
    assert expected == read(_config(tmp_path, FULL))
    table = FULL.replace("[teams]", "[tool.krlint.teams]").replace(
        "[readers]", "[tool.krlint.readers]"
    )
    assert expected == read(_config(tmp_path, "[tool.krlint]" + table, "pyproject.toml"))


def test_a_byte_order_mark_is_no_character(tmp_path: Path) -> None:
    """What Notepad saves as UTF-8 is read."""
    path = tmp_path / "krlint.toml"
    path.write_bytes('\ufeffparse = "never"\n'.encode())
    assert "never" == read(path).parse


def test_the_nearest_file_counts_and_nothing_is_merged(tmp_path: Path) -> None:
    """Upwards from the document; a pyproject.toml without [tool.krlint] is passed over."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = _config(tmp_path, 'locale = "en"')
    _config(tmp_path / "a", '[project]\nname = "krlint-user"\n', "pyproject.toml")
    document = _config(inner, "- KR1: x", "okr.md")
    assert outer == find(document)
    nearest = _config(tmp_path / "a", '[tool.krlint]\nparse = "never"\n', "pyproject.toml")
    assert nearest == find(document)
    assert "auto" == read(nearest).locale


def test_a_team_may_name_the_one_above_it(tmp_path: Path) -> None:
    """A table holds its other names and its parent."""
    text = '[teams]\n"法務部" = {names = ["法務"], parent = "本部"}\n"総務部" = {parent = "本部"}\n'
    config = read(_config(tmp_path, text))

    assert {"法務部": ("法務",), "総務部": ()} == config.teams
    assert {"法務部": "本部", "総務部": "本部"} == config.parents


def test_krlint_toml_comes_before_pyproject(tmp_path: Path) -> None:
    """In one folder the file of our own name counts."""
    _config(tmp_path, "[tool.krlint]", "pyproject.toml")
    assert _config(tmp_path, "") == find(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "key", "hint"),
    [
        ('parse = "auto"\nselekt = ["KR101"]\n', 2, "selekt", "select"),
        ('select = [\n  "KR101",\n]\nparse = "sometimes"\n', 4, "parse", "never"),
        ('select = "KR101"\n', 1, "select", "select = ["),
        ("\n\nfiscal-year-start = 13\n", 3, "fiscal-year-start", "= 4"),
        ("fiscal-year-start = true\n", 1, "fiscal-year-start", "= 4"),
        ('today = "soon"\n', 1, "today", "2026-10-01"),
        ("today = 2026-10-01T10:00:00\n", 1, "today", "2026-10-01"),
        ('encoding = "utf-99"\n', 1, "encoding", "cp932"),
        ('note = """\nparse = 1\n"""\n', 1, "note", "設定"),
        ("teams = 3\n", 1, "teams", "経理部"),
        ("[teams]\nx = [1]\n", 1, "teams", "経理部"),
        ('[teams]\nx = {above = "y"}\n', 1, "teams", "経理部"),
        ("exclude = [1]\n", 1, "exclude", "archive"),
        ('encoding = "zlib"\n', 1, "encoding", "cp932"),
        ('encoding = "undefined"\n', 1, "encoding", "cp932"),
    ],
)
def test_what_cannot_be_followed_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, key: str, hint: str
) -> None:
    """The key, its line, and what could stand there, in both languages."""
    error = _refused(_config(tmp_path, text))
    assert line == error.line
    assert key in error.wording.ja
    assert key in error.wording.en
    assert hint in error.wording.ja


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\ntool = 1\n", None),
        ("[[tool]]\nkrlint = 1\n", None),
        ('[tool]\nkrlint = "auto"\n', 2),
        ("[project]\nx = 1\n[[tool.krlint]]\n", 3),
    ],
)
def test_a_tool_that_is_no_table(tmp_path: Path, text: str, line: int | None) -> None:
    """Where it is ours it is refused with its line; elsewhere it is another program's affair."""
    path = _config(tmp_path, text, "pyproject.toml")
    if line is None:
        assert path != find(tmp_path)
        return
    assert path == find(tmp_path)
    error = _refused(path)
    assert line == error.line
    assert "is a table" in error.wording.en


def test_another_programs_pyproject_may_be_in_any_encoding(tmp_path: Path) -> None:
    """Only one that speaks of krlint is read as TOML."""
    (tmp_path / "pyproject.toml").write_bytes("# 経理\n[".encode("cp932"))
    assert tmp_path / "pyproject.toml" != find(tmp_path)


def test_a_tree_of_keys_may_be_deep(tmp_path: Path) -> None:
    """It is refused as what it is, and its line is found without going down to the end."""
    deep = ".".join("a" for _ in range(3000))
    error = _refused(_config(tmp_path, f'parse = "never"\nteams.{deep} = 1\n'))
    assert 2 == error.line


def test_lines_behind_texts_of_many_lines() -> None:
    """Brackets, quotes and keys within texts and comments are no keys."""
    text = (
        "# [teams] = 1\n"
        'note = """\nparse = [\n\\""" it"""\n'
        "other = '''\n[x\n'''\n"
        "select = [ # ]\n  \"KR101]\", '[',\n]\n"
        'quote = """a""""\n'
        "\n"
        'parse = "never"'
    )
    lines = lines_of(text)
    assert {"note": 2, "other": 5, "select": 8, "quote": 11, "parse": 13} == {
        key[0]: line for key, line in lines.items()
    }


def test_a_start_looks_up_no_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only an error, or `krlint config`, asks where a setting stands."""

    def unasked(_: str) -> dict[tuple[str, ...], int]:
        raise AssertionError

    monkeypatch.setattr(source, "lines_of", unasked)
    assert "never" == read(_config(tmp_path, 'parse = "never"\n')).parse


def test_a_long_value_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of many lines costs as many steps as it has lines, not their square."""
    parsed: list[str] = []
    whole = tomllib.loads

    def counted(text: str) -> dict[str, Any]:
        parsed.append(text)
        return whole(text)

    names = "".join(f'  "KR{number}",\n' for number in range(100, 900))
    text = f'select = [\n{names}]\nparse = "sometimes"\n'
    monkeypatch.setattr(tomllib, "loads", counted)

    assert 803 == _refused(_config(tmp_path, text)).line
    assert 3 == len(parsed)


def test_names_are_taken_in_the_width_of_what_is_compared(tmp_path: Path) -> None:
    """Full-width letters and half-width kana mean the same."""
    config = read(_config(tmp_path, '[teams]\n"情報" = ["ＩＴ", "情ｼｽ"]\n'))
    assert {"情報": ("IT", "情シス")} == config.teams


def test_readers_name_what_a_column_can_be(tmp_path: Path) -> None:
    """The names are those that the readers know, and another one is refused with its line."""
    assert {name.replace("-", "_") for name in READER_NAMES} == {
        *KNOWN,
        "objective",
        "key_result",
        "team",
    }
    error = _refused(_config(tmp_path, '[readers]\ntarget = ["めざす姿"]\nbase-line = ["いま"]\n'))
    assert 3 == error.line
    assert "“baseline”" in error.wording.en


def test_lines_are_right_in_pyproject(tmp_path: Path) -> None:
    """Keys of other tools and inline tables before ours do not confuse the count."""
    text = '[project]\nparse = {a = 1}\n\n[tool.krlint]\nignore = [\n]\nparse = "x"\n'
    path = _config(tmp_path, text, "pyproject.toml")
    assert 7 == _refused(path).line
    lines = lines_of(text)
    assert 5 == lines["tool", "krlint", "ignore"]
    assert ("tool", "krlint", "select") not in lines


@pytest.mark.parametrize(
    ("text", "place"), [("a = 1\nb = = 2\n", (2, 5)), ('select = ["KR101"', (1, None))]
)
def test_broken_toml_is_named_with_its_place(
    tmp_path: Path, text: str, place: tuple[int, int | None]
) -> None:
    """Line and column of the mistake."""
    error = _refused(_config(tmp_path, text))
    assert place == (error.line, error.column)
    assert "TOML" in error.wording.ja


@pytest.mark.parametrize("content", [b"\xff\xfe\x00p", '# 経理\nlocale = "ja"'.encode("cp932")])
def test_another_encoding_is_refused(tmp_path: Path, content: bytes) -> None:
    """TOML is UTF-8."""
    path = tmp_path / "krlint.toml"
    path.write_bytes(content)
    assert "UTF-8" in _refused(path).wording.en


def test_a_folder_or_nothing_is_no_config(tmp_path: Path) -> None:
    """Each is said as what it is."""
    assert "folder" in _refused(tmp_path).wording.en
    assert "cannot be read" in _refused(tmp_path / "none.toml").wording.en


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("parse=never", Config(parse="never")),
        ('parse = "never"', Config(parse="never")),
        ('select=["KR1"]', Config(select=("KR1",))),
        ("fiscal-year-start=1", Config(fiscal_year_start=1)),
        ("today=2026-10-01", Config(today=date(2026, 10, 1))),
    ],
)
def test_one_setting_on_the_command_line(setting: str, expected: Config) -> None:
    """TOML, or a bare word where a text is meant."""
    assert expected == assign(Config(), setting)


def test_a_setting_that_does_not_exist() -> None:
    """The nearest name is offered."""
    with pytest.raises(ConfigError) as caught:
        assign(Config(), "parze=never")
    assert "parse" in caught.value.wording.en
