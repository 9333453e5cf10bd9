"""
Findings that were there when krlint came, and are not to be told again.

A file of JSON beside the documents, one entry for each finding: the document's path from the
file's own folder, the rule's code, and the text as it stood. Where the text stands plays no part,
so entries survive moves and re-ordering; an edited text is new.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from krlint import filters
from krlint.analysis.language import detect
from krlint.model import (
    Anchor,
    Finding,
    Flag,
    KrlintError,
    Report,
    Rule,
    Span,
    Suppression,
    Wording,
    folded,
)
from krlint.rulebook.findings import flagged

FILE_NAME = "krlint-baseline.json"
_STALE = "KR903"


class Entry(NamedTuple):
    """A finding that is known: `path` is relative to the baseline's folder, `line` within it."""

    path: str
    code: str
    text: str
    line: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """What makes two entries the same wherever they stand."""
        return self.code, folded(self.text)


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a file. Raises KrlintError where it is missing or no baseline."""
    try:
        # A device has no end, and a pipe may never begin.
        content = path.read_bytes().decode("utf-8-sig") if path.is_file() else None
    except (OSError, ValueError):
        content = None
    if content is None:
        raise KrlintError(_MISSING, str(path))
    try:
        table = json.loads(content)
        entries = [_entry(each) for each in table["findings"]] if table["version"] == 1 else None
    except json.JSONDecodeError as error:
        raise KrlintError(_BROKEN, str(path), error.lineno, error.colno) from None
    except (KeyError, TypeError, ValueError, RecursionError):
        entries = None
    if entries is None:
        raise KrlintError(_BROKEN, str(path))
    lines = _lines(content, len(entries))
    return tuple(each._replace(line=at) for each, at in zip(entries, lines, strict=True))


def written(report: Report, entries: Sequence[Entry], path: Path) -> str:
    """
    The baseline of a run's findings, as the file at `path` is to hold it.

    The `entries` that it holds stay where this run looked neither at their document nor by their
    rule.
    """
    looked_at = _looked_at(report, path)
    kept = (entry for entry in entries if not looked_at(entry))
    return _dumped((*(_entry_of(finding, path) for finding in report.findings), *kept))


def pruned(report: Report, entries: Sequence[Entry], path: Path) -> str:
    """The baseline without the entries that this run did not need."""
    stale = Counter(_match(report, entries, path).stale)
    kept = []
    for entry in entries:
        if stale[entry]:
            stale[entry] -= 1
        else:
            kept.append(entry)
    return _dumped(kept)


def applied(report: Report, entries: Sequence[Entry], path: Path) -> Report:
    """The report without the findings of the baseline, and with KR903 on entries not needed."""
    match = _match(report, entries, path)
    rule = next((rule for rule in report.rules if rule.code == _STALE), None)
    told = filters.numbered(_stale(rule, entry, path) for entry in match.stale) if rule else ()
    return replace(
        report,
        findings=(*match.new, *told),
        known=match.known,
    )


# --- Which finding is which entry ------------------------------------------------------------


class _Match(NamedTuple):
    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    stale: tuple[Entry, ...]


def _match(report: Report, entries: Sequence[Entry], path: Path) -> _Match:
    """First within each document, then, for what is left, wherever a document has gone."""
    pairs = [(finding, _entry_of(finding, path)) for finding in report.findings]
    here = Counter((entry.path, *entry.key) for entry in entries)
    known: list[Finding] = []
    left = []
    for finding, entry in pairs:
        place = (entry.path, *entry.key)
        if here[place]:
            here[place] -= 1
            known.append(finding)
        else:
            left.append((finding, entry))
    stale = _unneeded(report, entries, here, path)
    moved = Counter(entry.key for entry in stale)
    new = []
    for finding, entry in left:
        if moved[entry.key]:
            moved[entry.key] -= 1
            known.append(finding)
        else:
            new.append(finding)
    return _Match(tuple(new), tuple(known), tuple(_remaining(stale, moved)))


def _unneeded(
    report: Report, entries: Sequence[Entry], here: Counter[tuple[str, str, str]], path: Path
) -> list[Entry]:
    """Entries that no finding took, of documents that were read in this run or are gone."""
    looked_at = _looked_at(report, path)
    left = here.copy()
    stale = []
    for entry in entries:
        place = (entry.path, *entry.key)
        if left[place] and looked_at(entry):
            left[place] -= 1
            stale.append(entry)
    return stale


def _looked_at(report: Report, path: Path) -> Callable[[Entry], bool]:
    """Whether a run would have found an entry anew: its rule was on, its document read or gone."""
    read_now = {_relative(document.path, path) for document in report.documents}
    on = {rule.code for rule in report.rules}

    def looked_at(entry: Entry) -> bool:
        there = os.path.exists(path.parent / entry.path)  # noqa: PTH110 (a name may be too long)
        return entry.code in on and (entry.path in read_now or not there)

    return looked_at


def _remaining(stale: Iterable[Entry], moved: Counter[tuple[str, str]]) -> Iterable[Entry]:
    """Those of the unneeded entries that no moved finding took."""
    for entry in stale:
        if moved[entry.key]:
            moved[entry.key] -= 1
            yield entry


def _stale(rule: Rule, entry: Entry, path: Path) -> Finding:
    known = Suppression(entry.text, path=_from_here(path), anchors=(Anchor(0, entry.line, 1),))
    quotes = {"code": entry.code, "path": entry.path, "text": entry.text}
    return flagged(rule, Flag(known, Span(0, len(entry.text)), quotes), detect(entry.text))


# --- The file --------------------------------------------------------------------------------


def _entry(content: Any) -> Entry:
    path, code, text = content["path"], content["code"], content["text"]
    if not all(isinstance(part, str) for part in (path, code, text)):
        raise TypeError
    return Entry(path, code, text)


def _entry_of(finding: Finding, path: Path) -> Entry:
    return Entry(_relative(finding.subject.path or "", path), finding.code, finding.subject.text)


def _from_here(path: Path) -> str:
    """The path as documents are told: from the current folder, where it lies there."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def _relative(document: str, path: Path) -> str:
    """The document's path from the baseline's folder, with forward slashes."""
    if not document:
        return ""
    try:
        return Path(os.path.relpath(document, path.parent)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(document).absolute().as_posix()


def _dumped(entries: Iterable[Entry]) -> str:
    """One entry a line, in a fixed order, so that a change shows what changed."""
    rows = [
        json.dumps({"path": e.path, "code": e.code, "text": e.text}, ensure_ascii=False)
        for e in sorted(entries)
    ]
    body = ",\n".join(f"  {row}" for row in rows)
    return (
        f'{{"version": 1, "findings": [\n{body}\n]}}\n'
        if rows
        else '{"version": 1, "findings": []}\n'
    )


def _lines(content: str, count: int) -> list[int]:
    """The line of each entry, as `_dumped` sets them; 1 in a file that was set otherwise."""
    lines = [n for n, line in enumerate(content.split("\n"), 1) if '"code"' in line]
    return lines if len(lines) == count else [1] * count


_MISSING = Wording(
    "ベースラインを読めません。まだなければ --write-baseline で作れます。",
    "The baseline cannot be read. If there is none yet, --write-baseline makes it.",
)
_BROKEN = Wording(
    "ベースラインとして読めません。直すか、--write-baseline で作り直してください。",
    "This is no baseline: mend it, or make it anew with --write-baseline.",
)
