"""Which files to read: those named, and in a folder those that may hold OKRs."""

import fnmatch
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from krlint.config import Config
from krlint.model import Unread, Wording

SUFFIXES = frozenset(
    (".md", ".markdown", ".yaml", ".yml", ".json", ".csv", ".tsv", ".xlsx", ".txt")
)
_SKIPPED = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))
# Looked for in the bytes of a file that does not parse, in UTF-8, CP932, EUC-JP and UTF-16.
_LABELS = re.compile(
    rb"\bkey[\s_-]{0,2}results?\b|\bkeyResults?\b|\bkrs?\b\s{0,2}[:\d\"']|\bobjectives?\s{0,2}[:\d\"']|\bokrs?\b",
    re.I,
)
_WORDS = tuple(
    word.encode(encoding)
    for word in ("主要な成果", "主要な結果", "主要成果", "成果指標", "ＫＲ", "目標と")
    for encoding in ("utf-8", "cp932", "euc_jp", "utf-16-le")
)


def find(paths: Iterable[str | Path], config: Config = Config()) -> Iterator[Path | Unread]:
    """
    The files to read, each once: a file as it is named, a folder's files sorted.

    Hidden folders, node_modules and the like and `config.exclude` are skipped in folders.
    What is not there comes as Unread.
    """
    seen: set[Path] = set()
    for named in paths:
        path = Path(named)
        try:
            found: Iterable[Path | Unread]
            if path.is_dir():
                found = _folder(path, config.exclude)
            elif path.exists() or path.is_symlink():
                found = (path,)
            else:
                found = (Unread(str(path), _MISSING),)
        except (OSError, ValueError):
            found = (Unread(str(path), _MISSING),)
        for each in found:
            if isinstance(each, Path):
                if each in seen:
                    continue
                seen.add(each)
            yield each


def carries_okr_label(data: bytes) -> bool:
    """
    Whether a file's raw bytes speak of OKRs.

    A file found in a folder that cannot be parsed counts as unread only where they do: a Helm
    template is simply no OKR document.
    """
    head = data[:5_000_000]
    plain = head.replace(b"\x00", b"") if b"\x00" in head[:200] else head
    return _LABELS.search(plain) is not None or any(word in head for word in _WORDS)


def _folder(root: Path, exclude: tuple[str, ...]) -> Iterator[Path | Unread]:
    problems: list[Unread] = []

    def forbidden(error: OSError) -> None:
        problems.append(Unread(str(error.filename), _FORBIDDEN))

    # Links to folders are not followed, so that a loop of them cannot be entered.
    for folder, folders, files in os.walk(root, onerror=forbidden):
        here = Path(folder)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _SKIPPED
            and not _excluded(here / name, root, exclude)
        )
        yield from problems
        problems.clear()
        for name in sorted(files):
            path = here / name
            if path.suffix.lower() not in SUFFIXES or name.startswith((".", "~$")):
                continue
            if not _excluded(path, root, exclude):
                yield path
    yield from problems


def _excluded(path: Path, root: Path, patterns: tuple[str, ...]) -> bool:
    """Whether a pattern fits the path, its name, or a folder above it."""
    inner = path.relative_to(root).as_posix()
    forms = (inner, path.as_posix(), path.name)
    return any(
        fnmatch.fnmatch(form, pattern.rstrip("/"))
        or fnmatch.fnmatch(form, f"{pattern.rstrip('/')}/*")
        for pattern in patterns
        for form in forms
    )


_MISSING = Wording(
    ja="ファイルもフォルダーもありません。名前と場所を確かめてください。",
    en="There is no such file or folder. Check the name and the place.",
)
_FORBIDDEN = Wording(
    ja="このフォルダーを見る許可がありません。権限を変えてください。",
    en="There is no permission to look into this folder. Change its permissions.",
)
