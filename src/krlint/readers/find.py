"""Which files to read: those named, and in a folder those that may hold OKRs."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from krlint.config import Config
from krlint.model import Unread, Wording
from krlint.readers.excluded import Excluded, excludes_file
from krlint.readers.ignored import Layer, above, left_out, names_of, of_folder
from krlint.readers.wildcards import Pattern, pattern

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
    The files to read, each once: a file as it is named, the files of a folder or pattern sorted.

    Hidden folders, node_modules and the like, `config.exclude` and, unless `respect_gitignore` is
    off, what git ignores are skipped in folders; with `force_exclude`, `exclude` counts for named
    files too. What is not there comes as Unread.
    """
    seen: set[tuple[str, ...]] = set()
    for named in paths:
        for each in _found(str(named), config):
            if isinstance(each, Path):
                if (names := names_of(str(each))) in seen:
                    continue
                seen.add(names)
            yield each


def is_several(named: str) -> bool:
    """Whether a name stands for what is found there: a folder, or a pattern such as "okr/*.md"."""
    return os.path.isdir(named) or (  # noqa: PTH112 (Path.is_dir raises on a name too long)
        not os.path.lexists(named) and any(char in named for char in "*?[")
    )


def _found(named: str, config: Config) -> Iterator[Path | Unread]:
    path = Path(named)
    if os.path.isdir(named):  # noqa: PTH112
        yield from _folder(path, config)
    elif os.path.lexists(named):
        if not (config.force_exclude and excludes_file(config.exclude, named)):
            yield path
    elif is_several(named):
        yield from _pattern(path, config)
    else:
        yield Unread(named, _MISSING)


def _pattern(path: Path, config: Config) -> Iterator[Path | Unread]:
    """The files that a pattern fits, and those of the folders that it fits."""
    plain = next(i for i, name in enumerate(path.parts) if any(char in name for char in "*?["))
    root = Path(*path.parts[:plain])
    if not os.path.isdir(root):  # noqa: PTH112
        yield Unread(str(path), _MISSING)
        return
    wanted = pattern("/" + "/".join(path.parts[plain:]))
    for each in _folder(root, config, suffix=path.suffix):
        if isinstance(each, Unread) or (
            wanted is not None and _fits(wanted, each.relative_to(root).parts)
        ):
            yield each


def _fits(wanted: Pattern, names: tuple[str, ...]) -> bool:
    """Whether the pattern fits a file or a folder above it."""
    return any(
        wanted.fits(names[:size], folder=size < len(names)) for size in range(1, len(names) + 1)
    )


def carries_okr_label(data: bytes) -> bool:
    """
    Whether a file's raw bytes speak of OKRs.

    A file found in a folder that cannot be parsed counts as unread only where they do: a Helm
    template is simply no OKR document.
    """
    head = data[:5_000_000]
    plain = head.replace(b"\x00", b"") if b"\x00" in head[:200] else head
    return _LABELS.search(plain) is not None or any(word in head for word in _WORDS)


def _folder(root: Path, config: Config, suffix: str = "") -> Iterator[Path | Unread]:
    """The files below a folder that may hold OKRs, or that end in `suffix`."""
    around = above(str(root)) if config.respect_gitignore else ()
    excluded = Excluded(config.exclude, str(root))
    waiting: list[tuple[Path, tuple[Layer, ...]]] = [(root, around)]
    while waiting:
        here, layers = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            yield Unread(str(here), _FORBIDDEN)
            continue
        if config.respect_gitignore and any(entry.name == ".gitignore" for entry in entries):
            layers = (*layers, *of_folder(str(here)))
        below = []
        for entry in entries:
            folder = entry.is_dir(follow_symlinks=False)
            if not (_may_hold_folders(entry) if folder else _may_hold_okrs(entry, suffix)):
                continue
            path = here / entry.name
            names = names_of(str(path)) if layers or config.exclude else ()
            if excluded.holds(names, folder=folder) or left_out(layers, names, folder=folder):
                continue
            if folder:
                below.append((path, layers))
            else:
                yield path
        waiting += reversed(below)


def _may_hold_folders(entry: "os.DirEntry[str]") -> bool:
    return not entry.name.startswith(".") and entry.name not in _SKIPPED


def _may_hold_okrs(entry: "os.DirEntry[str]", suffix: str) -> bool:
    """
    By its name, and because it is no pipe, device or link to a folder.

    A link that leads nowhere is kept, so that it is said.
    """
    ending = os.path.splitext(entry.name)[1]  # noqa: PTH122 (a Path costs ten times as much)
    if ending.lower() not in SUFFIXES and not (suffix and ending == suffix):
        return False
    if entry.name.startswith((".", "~$")):
        return False
    if not entry.is_symlink():
        return entry.is_file(follow_symlinks=False)
    return os.path.isfile(entry.path) or not os.path.exists(entry.path)  # noqa: PTH110, PTH113


_MISSING = Wording(
    ja="ファイルもフォルダーもありません。名前と場所を確かめてください。",
    en="There is no such file or folder. Check the name and the place.",
)
_FORBIDDEN = Wording(
    ja="このフォルダーを見る許可がありません。権限を変えてください。",
    en="There is no permission to look into this folder. Change its permissions.",
)
