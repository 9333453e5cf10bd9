"""
The documentation site in `site/`, one tree a language: `make docs`.

A page is `docs/NAME.md` (English) with `docs/NAME.ja.md` beside it, or
`docs/rules/LANGUAGE/NAME.md`. Links keep the reader in their language; a page that only English
has is shown in it. Zensical renders the trees, and ends with an error where a link or an anchor
leads nowhere.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import relpath
from string import Template
from typing import Literal, get_args

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PARTS = DOCS / "site"
Language = Literal["en", "ja"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_NO_PAGES = (PARTS, DOCS / "examples")
_ELSEWHERE = {
    "contributing": ROOT / "CONTRIBUTING.md",
    "changelog": ROOT / "CHANGELOG.md",
    "plugin": DOCS / "examples" / "plugin" / "README.md",
}
_LINK = re.compile(r"(?<=\]\()([^)\s#]+)(#[^)\s]*)?(?=\))")
_FENCED = re.compile(r"(^ *```.*?^ *```$)", re.MULTILINE | re.DOTALL)
# GitHub sees a list or what is inside an item here, Python-Markdown does not.
_LIST = re.compile(r"(?:[-*]|\d+\.) ")
_SHALLOW = re.compile(r" {1,3}\S")
# A line of its own that leads to the page in the other language: the site has a button for it.
_SWITCH = re.compile(r"^\[(?:English|日本語)\]\([^)\s]+\)\n\n", re.MULTILINE)
# Japanese has no spaces: a line that is wrapped between two of its characters goes on without one.
_WIDE = "[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff60]"
_WRAPPED = re.compile(rf"(?<={_WIDE})\n *(?={_WIDE})")
_OTHERWISE = "leave a line empty before a list, and indent what is inside an item by four"
_SETTINGS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "description": "A linter for OKR key results",
        "copyright": "MIT licence",
        "dark": "Dark",
        "light": "Light",
    },
    "ja": {
        "description": "OKRのKRを読んで、期末に判定できないものを知らせる道具",
        "copyright": "MITライセンス",
        "dark": "暗い画面にする",
        "light": "明るい画面にする",
    },
}


class SiteError(Exception):
    """A page that cannot be made, with what to mend."""


@dataclass(frozen=True)
class Page:
    """One page, named by its path in the site without the ending, and its source by language."""

    name: str
    sources: Mapping[Language, Path]

    def source(self, language: Language) -> Path:
        """The source in this language, or in the other where that is the only one."""
        return self.sources.get(language) or next(iter(self.sources.values()))


def pages() -> dict[str, Page]:
    """Every page of the site by its name."""
    found: dict[str, dict[Language, Path]] = {
        name: {"en": path} for name, path in _ELSEWHERE.items()
    }
    for path in sorted(DOCS.rglob("*.md")):
        if not any(path.is_relative_to(folder) for folder in _NO_PAGES):
            name, language = _named(path)
            found.setdefault(name, {})[language] = path
    return {name: Page(name, sources) for name, sources in found.items()}


def _named(path: Path) -> tuple[str, Language]:
    """docs/ci.ja.md and docs/rules/ja/KR101.md → their name in the site and their language."""
    relative = path.relative_to(DOCS)
    for language in LANGUAGES:
        if language in relative.parts:
            parts = [part for part in relative.parts if part != language]
            return PurePosixPath(*parts).with_suffix("").as_posix(), language
    stem = relative.with_suffix("").as_posix()
    return (stem[:-3], "ja") if stem.endswith(".ja") else (stem, "en")


# --- One page --------------------------------------------------------------------------------


def content(page: Page, language: Language, names: Mapping[Path, str]) -> str:
    """The page's Markdown with its links as the site needs them."""
    source = page.source(language)
    text = _SWITCH.sub("", source.read_text(encoding="utf-8"), count=1)
    relinked = _Relinked(page.name, source, names)
    parts = _FENCED.split(text)
    for index in range(0, len(parts), 2):
        _check(source, parts[index])
        parts[index] = _LINK.sub(relinked, _WRAPPED.sub("", parts[index]))
    title, _, rest = "".join(parts).partition("\n\n")
    return f"{title}\n\n{'' if language in page.sources else _only_english(page.name)}{rest}"


def _check(source: Path, prose: str) -> None:
    """Raises SiteError where GitHub and the site would show a line differently."""
    before = ""
    for line in prose.split("\n"):
        is_list = _LIST.match(line) and before and not before.startswith(" ")
        if (is_list and not _LIST.match(before)) or (not before and _SHALLOW.match(line)):
            raise SiteError(f"{source.relative_to(ROOT)}: {_OTHERWISE}: {line}")
        before = line


def _only_english(name: str) -> str:
    way = relpath("how-to.md", str(PurePosixPath(name).parent))
    return (
        '!!! note "このページは英語だけです"\n\n'
        f"    日本語の説明は[やりたいことから探す]({way})にあります。\n\n"
    )


@dataclass(frozen=True)
class _Relinked:
    """A link between sources, as a link between pages."""

    name: str
    source: Path
    names: Mapping[Path, str]

    def __call__(self, link: re.Match[str]) -> str:
        to, anchor = link[1], link[2] or ""
        if ":" in to:
            return link[0]
        path = (self.source.parent / to).resolve()
        here = str(PurePosixPath(self.name).parent)
        if path in _drawings():
            return relpath(path.name, here)
        if path not in self.names:
            raise SiteError(f"{self.source.relative_to(ROOT)}: {to} is no page of the site")
        return relpath(f"{self.names[path]}.md", here) + anchor


def _drawings() -> list[Path]:
    """What pages show beside their text."""
    return sorted(DOCS.glob("*.svg"))


# --- The whole -------------------------------------------------------------------------------


def navigation(names: Sequence[str], language: Language) -> list[str | dict[str, list[str]]]:
    """All pages under the headings of docs/site/navigation.toml."""
    sections = tomllib.loads((PARTS / "navigation.toml").read_text(encoding="utf-8"))["section"]
    named = {name for section in sections for name in section["pages"]}
    made: list[str | dict[str, list[str]]] = []
    left = [name for name in names if name not in named]
    for section in sections:
        listed = list(_listed(section["pages"], names, left))
        if language not in section:
            made.extend(listed)
        elif listed:
            made.append({section[language]: listed})
    return made


def _listed(asked: Sequence[str], names: Sequence[str], left: list[str]) -> Iterator[str]:
    for name in asked:
        if not name.endswith("*"):
            yield from (f"{name}.md" for _ in range(name in names))
            continue
        for other in [other for other in left if other.startswith(name[:-1])]:
            left.remove(other)
            yield f"{other}.md"


def assemble(work: Path, language: Language) -> Path:
    """Write the sources of one language's tree; returns Zensical's settings for it."""
    found = pages()
    names = {path.resolve(): page.name for page in found.values() for path in page.sources.values()}
    names |= {ROOT / "README.md": "index", ROOT / "README.ja.md": "index"}
    tree = work / language
    for page in found.values():
        target = tree / f"{page.name}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content(page, language, names), encoding="utf-8")
    for path in (PARTS / "krlint.css", *_drawings()):
        shutil.copy2(path, tree)
    settings = work / f"{language}.toml"
    settings.write_text(_settings(work, language, sorted(found)), encoding="utf-8")
    return settings


def _settings(work: Path, language: Language, names: Sequence[str]) -> str:
    values = {
        **_SETTINGS[language],
        "language": language,
        "nav": navigation(names, language),
        "site": f"site/{language}",  # Zensical writes below its settings only
        "theme": relpath(PARTS / "theme", work),
    }
    template = Template((PARTS / "zensical.toml").read_text(encoding="utf-8"))
    return template.substitute({name: _inline(value) for name, value in values.items()})


def _inline(value: object) -> str:
    """A list, table or text as TOML on one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, dict):
        pairs = (f"{_inline(key)} = {_inline(item)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}"
    return json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Build both trees and the door that leads to them; 0 where all is well."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="where the site goes")
    parser.add_argument("--work", type=Path, default=ROOT / "build/site", help="for its sources")
    told = parser.parse_args()
    site, work = told.site.resolve(), told.work.resolve()
    for folder in (site, work):
        shutil.rmtree(folder, ignore_errors=True)
    for language in LANGUAGES:
        try:
            settings = assemble(work, language)
        except SiteError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", str(settings)]
        done = subprocess.run(command, check=False)  # noqa: S603  # our own settings
        if done.returncode:
            return done.returncode
    shutil.move(work / "site", site)
    shutil.copy2(PARTS / "index.html", site)
    return 0


if __name__ == "__main__":
    sys.exit(main())
