"""
Feed krlint what a coverage-guided fuzzer makes of documents, until something breaks.

    pip install atheris
    python -m benchmarks.fuzz md          # or yaml, json, csv, xlsx, txt, ja, en
    python -m benchmarks.fuzz ja -max_total_time=600

What follows the target is handed to libFuzzer; without it ten minutes are fuzzed. An input that
breaks krlint is left in the current folder as crash-…, one that takes too long as timeout-….
"""

import io
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]  # who fuzzes installs it

with atheris.instrument_imports(include=["krlint"]):
    import krlint
    import krlint.analysis.en
    import krlint.analysis.ja
    import krlint.readers.delimited
    import krlint.readers.json
    import krlint.readers.markdown
    import krlint.readers.text
    import krlint.readers.xlsx
    import krlint.readers.yaml
    from krlint import readers
    from krlint.config import Config
    from krlint.model import Language, Span

FAST = Config(parse="never")
_SHEET = "xl/worksheets/sheet1.xml"
_TEXTS = (
    "Raise the share of orders shipped on time from 72% to 90% by end of March",
    "Launch the partner portal with the sales team, agreed with legal",
    "問い合わせの一次回答を8時間から2時間以内に短縮する（9月末まで、情シスと合意済み）",
    "勉強会を開催し、商談化率を12％から１８％に上げる",
)
_MARKDOWN = """---
team: 営業部
---
# OKR 2026 Q3
## Objective 1: Orders leave on time
- **KR1:** Cut picking errors from 14 to 4 => 9 @sam
  - [ ] a step <!-- krlint: ignore KR201 -- reason -->
1. KR2: 会議を半分にする
   Owner: 佐藤

| Objective | Key Result | Target | Progress |
|---|---|---|---|
| 窓口 | 待ち時間を5分にする | 5分 | 40% |

### 保留
* ~~KR3: x~~
"""
_YAML = """okrs:
  - &a objective: x
    key_results:
      - title: 'a ''b'
        target: 5
      - |
        c d
      - "e\\u3042" # krlint: ignore KR101
  - <<: *a
"""
_SEEDS: Mapping[str, tuple[bytes, ...]] = {
    "md": (_MARKDOWN.encode(),),
    "txt": (_MARKDOWN.encode(), "O1 窓口\n  KR1 待ち時間を5分にする\n\tKR2: x y\n".encode()),
    "yaml": (_YAML.encode(),),
    "json": (
        b'{"okrs": [{"objective": "x", "krs": ["a\\u3042 b", {"title": "c", "target": 5}]}]}',
    ),
    "csv": ('目標,KR,目標値\nx,"a\n""b""",5\n,c,\n'.encode(), b"Objective\tKR\n1\tx y\n"),
    "xlsx": (),
    "ja": tuple(text.encode() for text in _TEXTS),
    "en": tuple(text.encode() for text in _TEXTS),
}


def document(data: bytes, suffix: str) -> None:
    """Read and check a document: nothing but ReadError may be raised, and no rule may break."""
    try:
        read = readers.read(f"okr.{suffix}", source=data, config=FAST)
    except readers.ReadError:
        return
    for result in read.key_results:
        place = result.place(Span(0, len(result.text)))
        _demand((place.line, place.column) <= (place.end_line, place.end_column), result)
    report = krlint.lint_document(read, config=FAST)
    _demand(not report.failures, report.failures)
    for finding in report.findings:
        _inside(finding.span, finding.subject.text)


def text(data: bytes, language: Language) -> None:
    """Check a key result; what stands behind a line break is its target, then its deadline."""
    said, *fields = data.decode(errors="surrogateescape").split("\n", 3)
    beside = dict(zip(("target", "deadline", "note"), fields, strict=False))
    analysis = krlint.analyse(said, language=language, fields=beside, period="2026 Q3")
    for token in analysis.tokens:
        _demand(token.span.start < token.span.end, token)
        _inside(token.span, said)
    for finding in krlint.lint_text(said, language=language, fields=beside, config=FAST):
        _inside(finding.span, said)


def _inside(span: Span, said: str) -> None:
    _demand(0 <= span.start <= span.end <= len(said), span)


def _demand(holds: bool, told: object) -> None:
    if not holds:
        raise AssertionError(told)


def workbook(sheet: bytes) -> bytes:
    """A workbook with these bytes as its only sheet."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_workbook())) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == _SHEET else old.read(name))
    return packed.getvalue()


def _workbook() -> bytes:
    import openpyxl

    book, packed = openpyxl.Workbook(), io.BytesIO()
    for row in (["Objective", "KR", "目標値"], ["x", "launch it", 0.4]):
        book.worksheets[0].append(row)
    book.save(packed)
    return packed.getvalue()


def _one(target: str, data: bytes) -> None:
    if target == "ja":
        text(data, "ja")
    elif target == "en":
        text(data, "en")
    else:
        document(workbook(data) if target == "xlsx" else data, target)


def _seeds(target: str, folder: str) -> None:
    seeds = _SEEDS[target]
    if target == "xlsx":
        with zipfile.ZipFile(io.BytesIO(_workbook())) as book:
            seeds = (book.read(_SHEET),)
    for number, seed in enumerate(seeds):
        (Path(folder) / str(number)).write_bytes(seed)


def main() -> None:
    """Fuzz the target that is named first."""
    if len(sys.argv) < 2 or sys.argv[1] not in _SEEDS:
        sys.exit(__doc__)
    target, options = sys.argv[1], sys.argv[2:]
    if not any(option.startswith("-max_total_time=") for option in options):
        options.append("-max_total_time=600")
    with tempfile.TemporaryDirectory() as folder:
        _seeds(target, folder)
        arguments = [sys.argv[0], "-timeout=20", "-rss_limit_mb=2048", "-max_len=4096"]
        atheris.Setup([*arguments, *options, folder], lambda data: _one(target, data))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
