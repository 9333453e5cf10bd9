"""The commands and their options, with their help."""

from typing import Any, NamedTuple

from krlint.cli.values import COUNT, DAY, choice
from krlint.model import Wording


class Command(NamedTuple):
    """One command: what it takes, and its help; `argument` may be given any number of times."""

    name: str
    argument: str
    metavar: str
    required: bool
    options: tuple["Option", ...]
    about: Wording
    examples: Wording


class Option(NamedTuple):
    """One option: its names, what stands for its value in the help ("" for a flag), its help."""

    names: str
    metavar: str
    help: Wording
    more: dict[str, Any]


def _option(names: str, metavar: str, ja: str, en: str, **more: object) -> Option:
    return Option(names, metavar, Wording(ja, en), more)


LOCALE = _option(
    "--locale",
    "auto|ja|en",
    "表示の言語。autoなら文書の言語",
    "Language of the messages; auto: that of each document",
    type=choice("auto", "ja", "en"),
    expose_value=False,
)

_CONFIGURING = (
    _option(
        "--config",
        "FILE|KEY=VALUE",
        "設定ファイル、または1つの設定（何度でも）",
        "A config file, or one setting (repeatable)",
        multiple=True,
    ),
    _option(
        "--isolated",
        "",
        "設定ファイルを使わない",
        "Use no config file",
    ),
)

_READING = (
    _option(
        "--language",
        "auto|ja|en",
        "文書の言語。autoなら文書ごとに判断",
        "Language of the text; auto: seen from each document",
        type=choice("auto", "ja", "en"),
    ),
    _option(
        "--parse",
        "auto|never|always",
        "係り受け解析を使うか。autoなら要るときだけ",
        "Whether to use the dependency parse; auto: where it is needed",
        type=choice("auto", "never", "always"),
    ),
    _option(
        "--today",
        "DATE",
        "今日とみなす日。例: 2026-10-01",
        "The day taken as today, such as 2026-10-01",
        type=DAY,
    ),
    *_CONFIGURING,
    _option(
        "--stdin-filename",
        "NAME",
        "標準入力の内容につけるファイル名",
        "The file name that standard input stands for",
    ),
)

_CHOOSING = (
    _option(
        "--select",
        "RULES",
        "使うルール（番号・名前・KR1など。コンマ区切り）。"
        "まとめて選ぶなら default・strict・early-stage",
        "Rules to use, with commas between: codes, names, prefixes such as KR1, "
        "or a profile: default, strict, early-stage",
        multiple=True,
    ),
    _option(
        "--extend-select", "RULES", "加えて使うルール", "Rules to use in addition", multiple=True
    ),
    _option("--ignore", "RULES", "使わないルール", "Rules not to use", multiple=True),
)

_CHECKING = (
    _option(
        "--exclude",
        "PATTERN",
        "フォルダーの中で読まないもの（何度でも）",
        "What to leave out of a folder (repeatable)",
        multiple=True,
    ),
    _option(
        "--force-exclude",
        "",
        "直接指定したファイルも、excludeに当たれば読まない",
        "Leave out what is excluded even where it is named",
    ),
    _option(
        "--no-respect-gitignore",
        "",
        "gitが無視するファイルも読む",
        "Also read what git ignores",
    ),
    _option(
        "--fail-on",
        "error|warning|info|never",
        "この重さ以上の指摘があれば終了コードを1にする（既定: error）",
        "Exit with 1 on findings of this severity or above (default: error)",
        type=choice("error", "warning", "info", "never"),
        default="error",
    ),
    _option(
        "--max-warnings",
        "N",
        "要確認（warning）がNを超えたら終了コードを1にする",
        "Exit with 1 on more than N warnings",
        type=COUNT,
    ),
    _option(
        "--format",
        "FORMAT[=FILE]",
        "text・json・csv・github・sarif・gitlab・junit・rdjson。=FILEでファイルへ（何度でも）",
        "text, json, csv, github, sarif, gitlab, junit or rdjson; "
        "with =FILE, into that file (repeatable)",
        multiple=True,
    ),
    _option("--output", "FILE", "結果をファイルに書く", "Write the result into a file"),
    _option(
        "--statistics",
        "",
        "指摘の代わりにルールごとの件数を示す",
        "Show the count of each rule instead of the findings",
    ),
    _option(
        "--baseline",
        "FILE",
        "すでにあった指摘の控え。ここにある指摘は示さない",
        "Findings that are known, and are not to be told again",
    ),
    _option(
        "--write-baseline",
        "",
        "いまの指摘をすべて控えに書く（既定: krlint-baseline.json）",
        "Write all present findings into the baseline (default: krlint-baseline.json)",
    ),
    _option(
        "--prune-baseline",
        "",
        "もう要らない控えを消す",
        "Remove what the baseline no longer needs",
    ),
    _option(
        "--show-suppressed",
        "",
        "krlint: ignore と控えで止めている指摘も示す",
        "Also show what suppressions and the baseline keep back",
    ),
    _option(
        "--allow-no-key-results",
        "",
        "KRのない文書があってもよい",
        "A document without key results is no trouble",
    ),
    _option("-q --quiet", "", "指摘だけを示す", "Show the findings, nothing else"),
    _option(
        "-v --verbose",
        "",
        "KRごとに判断の理由も示す。読んだファイルと使った設定も",
        "Say why, for each key result; also what was read, and which config was used",
    ),
    _option("--no-color", "", "色を付けない", "Use no colour"),
)

_FORMAT_OR_SCHEMA = _option(
    "--format",
    "text|json|schema",
    "表示の形（既定: text）。schemaはエディター用のJSON Schema",
    "Form of the output (default: text); schema is a JSON Schema for editors",
    type=choice("text", "json", "schema"),
    default="text",
)
_FORMAT = {
    name: _option(
        "--format",
        f"{name}|json",
        f"表示の形（既定: {name}）",
        f"Form of the output (default: {name})",
        type=choice(name, "json"),
        default=name,
    )
    for name in ("table", "text")
}

_ERRORS = _option(
    "--errors",
    "RULES",
    "余計な指摘（+）と見逃し（-）を理由とともに示すルール",
    "Rules whose false alarms (+) and misses (-) to list, with the reasons",
    multiple=True,
)
_EXPLAIN = _option(
    "--explain",
    "",
    "ルールごとに、指摘するかどうかとその理由も示す",
    "Also show what each rule says of it, and why",
)
_NEW = _option(
    "--new",
    "NAME",
    "新しいルールのひな形を書く。例: ACME001-no-synergy",
    "Write the skeleton of a new rule, such as ACME001-no-synergy",
)
_TEMPLATE = _option(
    "--format",
    "md|yaml|csv|xlsx",
    "ひな形の形（既定: md）",
    "Form of the template (default: md)",
    type=choice("md", "yaml", "csv", "xlsx"),
    default="md",
)
_TEAM = _option("--team", "NAME", "KRを持つチームの名前", "The team that owns the key result")

HELP = Wording("この説明を表示する", "Show this help")
VERSION = Wording("バージョンを表示する", "Show the versions")

KRLINT = Wording(
    "OKRの主な結果（KR）を読み、達成したかどうかが分かる書き方になっているかを確かめます。",
    "Reads the key results of your OKRs, and says where nobody could tell whether one was met.",
)
_ABOUT_CHECK = Wording(
    "OKRの文書を読み、直したほうがよいKRと直し方を示します。"
    "フォルダーを渡すと、その中のOKRの文書をすべて読みます。「-」は標準入力です。"
    "終了コード: 0 問題なし、1 指摘あり、2 読めないものがあった、または使い方の誤り。",
    "Reads OKR documents, and says which key results to mend, and how. "
    "In a folder it reads every OKR document; “-” is standard input. "
    "Exit codes: 0 nothing found, 1 findings, 2 something could not be read, or misuse.",
)
_ABOUT_PARSE = Wording(
    "KRから読み取ったもの（指標、現状と目標、期限、関係者など）を示します。",
    "Shows what krlint understood of key results: "
    "metric, baseline and target, deadline, other parties.",
)
_ABOUT_RULE = Wording(
    "ルールの理由と例を示します。名前を渡さなければ、すべてのルールの一覧です。",
    "Explains rules, with reasons and examples. Without a name it lists all rules.",
)
_ABOUT_EVALUATE = Wording(
    "ラベルを付けたKR（JSONL・CSV）で、ルールごとの適合率・再現率・F1を出します。"
    "ラベルの付け方は docs/accuracy.md にあります。"
    "終了コード: 0 すべて読めた、2 読めない行があった、または使い方の誤り。",
    "Measures precision, recall and F1 of each rule on key results that you have labelled, "
    "in JSONL or CSV; docs/accuracy.md tells how to label. "
    "Exit codes: 0 all was read, 2 a record could not be used, or misuse.",
)
_ABOUT_TEST = Wording(
    "ルールカードの例を、カードの言うとおりに指摘するか、しないかを確かめます。"
    "何も渡さなければ、設定の rule-paths のカードです。"
    "終了コード: 0 すべて合っている、1 合わない例がある、2 カードを読めない。",
    "Runs the examples of rule cards: is found what should be, and nothing else? "
    "Without a path it takes the cards of the config's rule-paths. "
    "Exit codes: 0 all are as they say, 1 one is not, 2 a card cannot be used.",
)
_EXAMPLES_TEST = Wording("krlint test okr-rules/", "krlint test okr-rules/")
_ABOUT_INIT = Wording(
    "設定ファイル（krlint.toml）とOKRのひな形を書きます。すでにあるファイルには触りません。",
    "Writes a config (krlint.toml) and an OKR template. Files that are there stay as they are.",
)
_EXAMPLES_INIT = Wording(
    "krlint init\nkrlint init --format xlsx okr/",
    "krlint init\nkrlint init --format xlsx okr/",
)
_ABOUT_CONFIG = Wording(
    "その文書に使われる設定を、どのファイルの何行目に書かれたものかとともに示します。",
    "Shows the settings that count for a document, and the file and line that each comes from.",
)
_EXAMPLES_CONFIG = Wording(
    "krlint config okr.md\nkrlint config --format json",
    "krlint config okr.md\nkrlint config --format json",
)
_EXAMPLES_CHECK = Wording(
    "krlint check okr.md                       1つの文書\n"
    "krlint check                              いまのフォルダーにあるすべて\n"
    "krlint check --ignore KR402 okr/          ルールを1つ外して\n"
    "krlint check --format csv=found.csv okr/  Excelで開ける表に",
    "krlint check okr.md                       one document\n"
    "krlint check                              all there are in this folder\n"
    "krlint check --ignore KR402 okr/          without one of the rules\n"
    "krlint check --format csv=found.csv okr/  as a table for Excel",
)
_EXAMPLES_PARSE = Wording(
    'krlint parse "月次解約率を3.2%から2.0%に下げる"\nkrlint parse okr.md',
    'krlint parse "Cut monthly churn from 3.2% to 2.0%"\nkrlint parse okr.md',
)
_EXAMPLES_RULE = Wording(
    "krlint rule\nkrlint rule KR201\nkrlint rule --locale en one-off-task",
    "krlint rule\nkrlint rule KR201\nkrlint rule --locale ja one-off-task",
)
_EXAMPLES_EVALUATE = Wording(
    "krlint evaluate labelled.csv\nkrlint evaluate --errors KR401 labelled.jsonl",
    "krlint evaluate labelled.csv\nkrlint evaluate --errors KR401 labelled.jsonl",
)
EXAMPLES = Wording(
    "krlint check okr.md\nkrlint --help --locale en   (in English)",
    "krlint check okr.md\nkrlint --help --locale ja   （日本語の説明）",
)

CHECK = Command(
    name="check",
    argument="paths",
    metavar="[PATH…|-]",
    required=False,
    options=_CHOOSING + _CHECKING + _READING,
    about=_ABOUT_CHECK,
    examples=_EXAMPLES_CHECK,
)
PARSE = Command(
    name="parse",
    argument="texts",
    metavar="TEXT|PATH…",
    required=True,
    options=(_FORMAT["table"], _EXPLAIN, _TEAM, *_READING),
    about=_ABOUT_PARSE,
    examples=_EXAMPLES_PARSE,
)
RULE = Command(
    name="rule",
    argument="names",
    metavar="[NAME|CODE…]",
    required=False,
    options=(_FORMAT_OR_SCHEMA, _NEW),
    about=_ABOUT_RULE,
    examples=_EXAMPLES_RULE,
)
EVALUATE = Command(
    name="evaluate",
    argument="files",
    metavar="FILE…",
    required=True,
    options=(_ERRORS, *_CHOOSING, _FORMAT["text"], *_READING[:-1]),
    about=_ABOUT_EVALUATE,
    examples=_EXAMPLES_EVALUATE,
)
CONFIG = Command(
    name="config",
    argument="paths",
    metavar="[PATH]",
    required=False,
    options=(_FORMAT_OR_SCHEMA, *_CONFIGURING),
    about=_ABOUT_CONFIG,
    examples=_EXAMPLES_CONFIG,
)
TEST = Command(
    name="test",
    argument="paths",
    metavar="[PATH…]",
    required=False,
    options=(),
    about=_ABOUT_TEST,
    examples=_EXAMPLES_TEST,
)
INIT = Command(
    name="init",
    argument="folder",
    metavar="[FOLDER]",
    required=False,
    options=(_TEMPLATE,),
    about=_ABOUT_INIT,
    examples=_EXAMPLES_INIT,
)
COMMANDS = (CHECK, PARSE, RULE, INIT, TEST, EVALUATE, CONFIG)
