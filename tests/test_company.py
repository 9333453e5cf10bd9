"""What a company adds to krlint: words, cards, severities, exceptions, and configs to share."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import krlint
from krlint import Config, rulebook
from krlint.cli import main
from krlint.config import ConfigError
from krlint.config.file import load, read
from krlint.model import KrlintError, Words
from krlint.rulebook import load as rules_of
from krlint.rulebook import plugins

CARD = """
code: ACME001
name: no-synergy
severity: warning
phrases:
  ja: [シナジー]
  en: [synergy, synergies]
message:
  ja: 「{phrase}」ではなく、何が起きるかを書いてください。
  en: "Say what happens instead of “{phrase}”."
suggestion: {ja: "[起きること]", en: "[what happens]"}
why: {ja: 社内の言葉です。, en: It is jargon.}
sources: [Acme writing guide]
examples:
  ja:
    bad: [{text: "[[シナジー]]を3件出す", instead: 共同提案を3件出す}]
    good: [共同提案を3件出す]
  en:
    bad: [{text: "Create 3 [[synergies]]", instead: Make 3 joint offers}]
    good: [Make 3 joint offers]
"""


def _file(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a card of its own and a config that names it."""
    monkeypatch.chdir(tmp_path)
    _file(tmp_path / "cards" / "ACME001.yaml", CARD)
    _file(tmp_path / "krlint.toml", 'rule-paths = ["cards"]\n')
    return tmp_path


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Find 3 SYNERGIES", ["SYNERGIES"]),
        ("Find 3 ｓｙｎｅｒｇｙ cases", ["ｓｙｎｅｒｇｙ"]),
        ("Find 3 synergyless cases", []),
        ("Find 3 cases [list](https://a.example/synergy)", []),
        ("ｼﾅｼﾞｰを3件出す", ["ｼﾅｼﾞｰ"]),
    ],
)
def test_a_card_without_python_bans_words(company: Path, text: str, covered: list[str]) -> None:
    """In any width and case, as whole words where letters of ASCII end them."""
    config = read(company / "krlint.toml")

    found = [one for one in krlint.lint_text(text, config=config) if one.code == "ACME001"]

    assert covered == [text[slice(*one.span)] for one in found]


def test_the_command_line_knows_a_companys_rules(
    company: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are selected, explained and suppressed like ours."""
    _file(company / "okr.md", "- KR1: Find 3 synergies\n")

    main(["check", "okr.md", "--select", "no-synergy"])
    assert "ACME001 no-synergy" in capsys.readouterr().out
    assert 0 == main(["rule", "ACME001", "--locale", "en"])
    assert "Acme writing guide" in capsys.readouterr().out


def test_code_beside_documents_is_never_run(company: Path) -> None:
    """A card may name checks of krlint and of installed packages only."""
    _file(company / "evil.py", "raise SystemExit('run')")
    _file(
        company / "cards" / "ACME002.yaml",
        CARD.replace("ACME001", "ACME002")
        .replace("no-synergy", "no-second")
        .replace("phrases:", "check: evil:check\nphrases:"),
    )

    with pytest.raises(KrlintError, match="never run") as caught:
        rules_of(read(company / "krlint.toml"))

    assert str(company / "cards" / "ACME002.yaml") == caught.value.path


def test_figures_beside_a_companys_cards_are_not_krlints(company: Path) -> None:
    """Only krlint's own accuracy.json is read, whatever lies beside other cards."""
    _file(company / "cards" / "accuracy.json", "{broken")

    assert "ACME001" in {rule.code for rule in rules_of(read(company / "krlint.toml"))}


@pytest.mark.parametrize("paths", [("nowhere",), ("empty",), ("n" * 300,), ("/dev/null",)])
def test_a_path_without_cards_is_refused(company: Path, paths: tuple[str, ...]) -> None:
    """With the path."""
    (company / "empty").mkdir()

    with pytest.raises(KrlintError, match=r"There is no card|A card is a file") as caught:
        rules_of(Config(rule_paths=paths))

    assert paths[0] == caught.value.path


@pytest.mark.parametrize(("old", "new"), [("ACME001", "KR101"), ("no-synergy", "one-off-task")])
def test_no_two_rules_have_one_name(company: Path, old: str, new: str) -> None:
    """Neither code nor name: nobody would know which one is meant."""
    _file(company / "cards" / "ACME001.yaml", CARD.replace(old, new))

    with pytest.raises(ConfigError, match=f"two rules called “{new}”"):
        rules_of(read(company / "krlint.toml"))


@pytest.mark.parametrize("word", ["groovy", "Groovy", "ｇｒｏｏｖｙ"])
def test_words_of_a_company_join_a_group(word: str) -> None:
    """A praise that only this company uses leaves its end to taste, whatever its width and case."""
    text = "Publish a groovy guide"
    config = Config(lexicon=(Words("en", "quality", (word,)),))

    before = {one.code for one in krlint.lint_text(text)}
    after = {one.code for one in krlint.lint_text(text, config=config)}

    assert {"KR301", "KR502"} == after - before


def test_an_unknown_group_has_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the nearest that there is."""
    monkeypatch.chdir(tmp_path)
    _file(tmp_path / "krlint.toml", '\n[lexicon.en]\ndepartmint = ["Mercury"]\n')
    _file(tmp_path / "okr.md", "- KR1: Find 3 cases\n")

    assert 2 == main(["check", "okr.md", "--locale", "en"])

    told = capsys.readouterr().err
    assert "krlint.toml:2" in told
    assert "“department”" in told


def test_a_severity_is_the_companys() -> None:
    """By code or name."""
    config = Config(severity={"one-off-task": "error", "KR101": "info"})

    found = {one.code: one.severity for one in krlint.lint_text("Launch it", config=config)}

    assert ("error", "info") == (found["KR201"], found["KR101"])


@pytest.mark.parametrize("pattern", ["draft.md", "old/*", "**/draft.md"])
def test_rules_are_off_for_some_files(company: Path, pattern: str) -> None:
    """By a file's name from anywhere, or by a path from the config's folder."""
    _file(company / "krlint.toml", f'[per-file-ignores]\n"{pattern}" = ["KR201"]\n')
    config = read(company / "krlint.toml")
    _file(company / "old" / "draft.md", "- KR1: Launch the portal\n")
    _file(company / "new.md", "- KR1: Launch the portal\n")

    report = krlint.lint_paths(["old/draft.md", "new.md"], config=config)

    assert ["new.md"] == [one.subject.path for one in report.findings if one.code == "KR201"]


@pytest.mark.parametrize("place", ["a/../team", "team [2027]", "team*"])
def test_the_folder_of_the_config_is_no_pattern(company: Path, place: str) -> None:
    """Neither “..” on the way to the config nor brackets in a folder's name disturb a pattern."""
    (company / "a").mkdir()
    folder = company / place
    _file(folder / "krlint.toml", '[per-file-ignores]\n"drafts/*.md" = ["KR201"]\n')
    _file(folder / "drafts" / "okr.md", "- KR1: Launch the portal\n")

    report = krlint.lint_paths([folder / "drafts"], config=read(folder / "krlint.toml"))

    assert report.documents
    assert "KR201" not in {one.code for one in report.findings}


def test_a_pattern_on_the_command_line_is_taken_from_the_current_folder(company: Path) -> None:
    """As paths are."""
    _file(company / "drafts" / "okr.md", "## Objective: A\n- KR1: Launch the portal\n")
    ignored = 'per-file-ignores={"drafts/*" = ["KR1", "KR2", "KR3", "KR6", "KR7"]}'

    assert 1 == main(["check", "drafts", "--isolated"])
    assert 0 == main(["check", "drafts", "--isolated", "--config", ignored, "--fail-on", "info"])


@pytest.mark.parametrize(("value", "fine"), [("1", True), ("0", True), ("-1", False)])
def test_options_count_things(company: Path, value: str, fine: bool) -> None:
    """Less than nothing is no number of key results."""
    config = read(_file(company / "krlint.toml", f"[rules.KR601]\nat-most = {value}\n"))
    if fine:
        assert rulebook.choose(rules_of(config), config)
        return
    with pytest.raises(ConfigError, match="“at-most” of KR601"):
        rulebook.choose(rules_of(config), config)


# --- Shared configs --------------------------------------------------------------------------


def test_a_config_extends_others(tmp_path: Path) -> None:
    """Later ones and the file itself go before; tables and added rules are joined."""
    _file(
        tmp_path / "company" / "base.toml",
        'extend-select = ["KR902"]\nparse = "never"\nbaseline = "known.json"\n'
        '[teams]\n"経理部" = ["経理"]\n',
    )
    path = _file(
        tmp_path / "team" / "krlint.toml",
        'extends = ["../company/base.toml"]\nextend-select = ["KR101"]\nparse = "always"\n'
        '[teams]\n"法務部" = ["法務"]\n',
    )

    config, origins = load(path)

    assert ("KR902", "KR101") == config.extend_select
    assert "always" == config.parse
    assert {"経理部", "法務部"} == set(config.teams)
    assert (tmp_path / "company" / "known.json").resolve() == Path(config.baseline or "").resolve()
    assert (path, 3) == origins["parse"]
    assert "base.toml" == origins["baseline"].path.name


def test_what_a_later_config_says_counts_also_where_it_is_the_default(tmp_path: Path) -> None:
    """A setting is followed because it stands there, not because it differs."""
    _file(tmp_path / "a.toml", 'parse = "never"\nexclude = ["old"]\n')
    _file(tmp_path / "b.toml", 'parse = "auto"\nexclude = []\n')
    path = _file(tmp_path / "krlint.toml", 'extends = ["a.toml", "b.toml"]\n')

    config, origins = load(path)

    assert ("auto", ()) == (config.parse, config.exclude)
    assert "b.toml" == origins["parse"].path.name


def test_a_team_named_anew_loses_its_parent(tmp_path: Path) -> None:
    """Its entry is replaced whole, as those of all tables are."""
    _file(
        tmp_path / "a.toml", '[teams]\n"法務部" = {parent = "本部"}\n"総務部" = {parent = "本部"}\n'
    )
    path = _file(tmp_path / "krlint.toml", 'extends = "a.toml"\n[teams]\n"法務部" = ["法務"]\n')

    assert {"総務部": "本部"} == read(path).parents


def test_configs_that_extend_one_another_widely_are_read_once_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice the same base in each of many steps does not double the work with each step."""
    (tmp_path / "x").mkdir()
    for number in range(15):
        below = f'extends = ["{number + 1}.toml", "x/../{number + 1}.toml"]\n'
        _file(tmp_path / f"{number}.toml", below)
    _file(tmp_path / "15.toml", 'parse = "never"\n')
    opened: list[Path] = []
    whole = Path.read_bytes

    def counted(path: Path) -> bytes:
        opened.append(path)
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", counted)

    assert "never" == read(tmp_path / "0.toml").parse
    assert 16 == len(opened)


def test_a_package_can_be_extended_and_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its krlint.toml counts."""
    _file(tmp_path / "acme_okr" / "__init__.py", "raise SystemExit('run')")
    _file(tmp_path / "acme_okr" / "krlint.toml", 'ignore = ["KR402"]\n')
    monkeypatch.syspath_prepend(tmp_path)
    path = _file(tmp_path / "work" / "krlint.toml", 'extends = "acme_okr"\n')

    assert ("KR402",) == read(path).ignore


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('extends = "nowhere.toml"', "is not there"),
        ('extends = "no_such_package"', "is not there"),
        ('extends = "__main__"', "is not there"),
        (f'extends = "{"n" * 300}.toml"', "is not there"),
        ('extends = "a\\u0000.toml"', "is not there"),
        ('extends = "https://example.org/krlint.toml"', "is not there"),
        ('extends = "/dev/zero"', "is not there"),
        ('extends = "krlint.toml"', "leads back"),
        ('extends = "other.toml"', "leads back"),
        ("extends = 3", "names files or packages"),
        ('parse = "never"\nextends = ""', "names files or packages"),
    ],
)
def test_what_cannot_be_extended_has_its_line(tmp_path: Path, text: str, said: str) -> None:
    """Missing, in a circle, or no name at all."""
    path = _file(tmp_path / "krlint.toml", f"# shared\n{text}\n")
    _file(tmp_path / "other.toml", 'extends = "krlint.toml"\n')

    with pytest.raises(ConfigError, match=said) as caught:
        read(path)

    assert caught.value.path is not None
    assert caught.value.line == (1 if "other" in text else 2 + text.count("\n"))


# --- Packages of cards -----------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which packages are installed."""
    folder = tmp_path / "lib" / "site-packages"
    folder.mkdir(parents=True)
    monkeypatch.syspath_prepend(folder)
    plugins.folders.cache_clear()
    yield folder
    plugins.folders.cache_clear()


def _install(folder: Path, cards: str = "acme_okr.cards") -> None:
    _file(folder / "acme_okr" / "__init__.py", "raise SystemExit('run')")
    _file(folder / "acme_okr" / "cards" / "ACME001.yaml", CARD)
    about = folder / "acme_okr-1.dist-info"
    _file(about / "entry_points.txt", f"[krlint.rules]\nacme = {cards}\n")
    _file(about / "METADATA", "Name: acme-okr\nVersion: 1\n")


def test_an_installed_package_brings_its_cards(site: Path) -> None:
    """By its entry point; its code is not run for that."""
    _install(site)

    assert [site / "acme_okr" / "cards"] == list(plugins.folders())


def test_an_entry_point_to_nothing_is_told(site: Path) -> None:
    """With the package's own words for it."""
    _install(site, "acme_gone.cards")

    with pytest.raises(KrlintError, match=r"acme_gone\.cards"):
        plugins.folders()


def test_what_only_looks_like_a_package_brings_nothing(
    company: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the documents there is no package, whatever Python's path says."""
    _install(company)
    monkeypatch.syspath_prepend(company)
    _file(company / "cards" / "ACME001.yaml", f"check: acme_okr:check\n{CARD}")

    assert () == plugins.folders()
    with pytest.raises(KrlintError, match="never run"):
        rules_of(read(company / "krlint.toml"))

    _install(site)
    assert plugins.is_installed("acme_okr:check")


def test_the_settings_of_a_run_are_shown(company: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its file and line; what no file says is a default."""
    _file(company / "okr.md", "- KR1: Find 3 cases\n")

    assert 0 == main(["config", "okr.md", "--locale", "en"])
    shown = capsys.readouterr().out
    assert 0 == main(["config", "okr.md", "--format", "json"])
    table = json.loads(capsys.readouterr().out)

    assert "krlint.toml:1" in shown
    assert 'parse = "auto"' in shown
    assert {"value": ["cards"], "path": "krlint.toml", "line": 1} == {
        **table["settings"]["rule-paths"],
        "value": [Path(each).name for each in table["settings"]["rule-paths"]["value"]],
        "path": Path(table["settings"]["rule-paths"]["path"]).name,
    }


def test_what_is_shown_could_be_a_config(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The settings shown, saved as a file, give the same config."""
    monkeypatch.chdir(tmp_path)
    _file(
        tmp_path / "a" / "base.toml",
        '[teams]\n"法務部" = {names = ["法務"], parent = "本部"}\n'
        '[lexicon.en]\nquality = ["groovy"]\n[rules.KR601]\nat-most = 7\n',
    )
    config = _file(
        tmp_path / "krlint.toml",
        'extends = "a/base.toml"\nbaseline = "known.json"\ntoday = 2026-10-01\n'
        '[teams]\n"総務部" = ["総務"]\n[lexicon.en]\nquality = ["dandy"]\n'
        '[per-file-ignores]\n"drafts/*" = ["KR1"]\n[severity]\nKR101 = "info"\n',
    )

    assert 0 == main(["config"])
    shown = capsys.readouterr().out
    again = read(_file(tmp_path / "b" / "krlint.toml", shown))

    assert 'parent = "本部"' in shown or '"parent" = "本部"' in shown
    wanted = read(config)
    words = {word for _, _, words in again.lexicon for word in words}
    assert {"groovy", "dandy"} == words
    for name in ("teams", "parents", "rules", "per_file_ignores", "severity", "today"):
        assert getattr(wanted, name) == getattr(again, name)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[rules.KR601]\nat-mots = 1\n", "krlint.toml:1: There is no option of KR601 “at-mots”"),
        ('select = ["KR999"]\n', "krlint.toml:1: There is no rule “KR999”"),
    ],
)
def test_settings_are_shown_only_where_a_run_would_follow_them(
    text: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An option that no rule has is refused as by `krlint check`."""
    monkeypatch.chdir(tmp_path)
    _file(tmp_path / "krlint.toml", text)

    assert 2 == main(["config", "--locale", "en"])
    assert said in capsys.readouterr().err


def test_settings_of_two_documents_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Each may have a config of its own, so one is asked for at a time."""
    assert 2 == main(["config", "a.md", "b.md", "--locale", "en"])
    assert "one document only" in capsys.readouterr().err
