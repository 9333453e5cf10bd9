"""Whole documents of every format, damaged: they are read or refused, and never wrongly placed."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import openpyxl
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import krlint
from krlint import readers
from krlint.config import Config
from krlint.model import Document, Span
from tests.readers.places import written

FAST = Config(parse="never")
TEXT = st.sampled_from(
    ["Launch it", "Cut errors from 14 to 4", "待ち時間を5分にする", "勉強会を開催する", "TBD",
     "a | b", "c: d", "\u3000", "e\u0301 f", "「KR」を書く", "=1+1", "60%", "𠮷野家へ", "-",
     "\"q\"", "x y"]
)  # fmt: skip
NAME = st.sampled_from(
    [
        "Objective",
        "目標",
        "KR",
        "Key Result",
        "Target",
        "目標値",
        "Owner",
        "状態",
        "krlint",
        "x",
        "",
    ]
)
KEY = st.sampled_from(
    ["objective", "title", "key_results", "krs", "okrs", "target", "status", "team", "目標", "a"]
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(
            ["# O1: ", "## ", "# ", "- KR1: ", "- ", "  - ", "    - ", "1. ", "* [ ] ", "> ",
             "KR2：", "Owner: ", "", "\t", "O: ", "**KR3:** ", "~~", "| ",
             "<!-- krlint: ignore KR201 -->"]
        ),
        TEXT,
        st.sampled_from(["\n", "\n\n", "\r\n", " |\n|--|\n", " => 4\n", "  \n", "~~\n", "\r"]),
    ).map("".join),
    max_size=25,
).map("".join)  # fmt: skip
TREE: st.SearchStrategy[Any] = st.recursive(
    TEXT | st.integers() | st.none() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEY, inner, max_size=5),
    max_leaves=25,
)
ROWS = st.lists(st.lists(TEXT | NAME, max_size=6), min_size=1, max_size=12)


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _xlsx(rows: list[list[str]]) -> bytes:
    book, packed = openpyxl.Workbook(), io.BytesIO()
    for title in ("営業部", "Sheet2"):
        for row in rows:
            (book[title] if title in book else book.create_sheet(title)).append(row)
    book.save(packed)
    return packed.getvalue()


def _yaml(tree: object) -> bytes:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()


def _json(tree: object) -> bytes:
    return json.dumps(tree, default=str, ensure_ascii=False, indent=1).encode()


FILES = st.one_of(
    st.tuples(st.sampled_from(["md", "txt"]), LINES.map(str.encode)),
    st.tuples(st.just("yaml"), TREE.map(_yaml)),
    st.tuples(st.just("json"), TREE.map(_json)),
    st.tuples(st.just("csv"), ROWS.map(_csv)),
)
BOOKS = st.tuples(st.just("xlsx"), ROWS.map(_xlsx))

Damage = Callable[[bytes], bytes]


def _at(data: bytes, share: float) -> int:
    return int(len(data) * share)


_SHARE = st.floats(0, 1)
DAMAGES: st.SearchStrategy[Damage] = st.one_of(
    st.builds(lambda at: lambda data: data[: _at(data, at)], _SHARE),
    st.builds(
        lambda at, put: lambda data: data[: _at(data, at)] + put + data[_at(data, at) :],
        _SHARE,
        st.binary(min_size=1, max_size=4),
    ),
    st.builds(
        lambda at, flip: (
            lambda data: (
                data[: _at(data, at)]
                + bytes(byte ^ flip for byte in data[_at(data, at) : _at(data, at) + 1])
                + data[_at(data, at) + 1 :]
            )
        ),
        _SHARE,
        st.integers(1, 255),
    ),
    st.builds(
        lambda one, two: (
            lambda data: data + data[_at(data, min(one, two)) : _at(data, max(one, two))]
        ),
        _SHARE,
        _SHARE,
    ),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-32", "cp932", "euc_jp", "latin-1"]).map(
        lambda name: lambda data: data.decode(errors="replace").encode(name, errors="replace")
    ),
)


def _checked(suffix: str, data: bytes) -> Document | None:
    """The document, which has been linted; None where it was refused with a reason."""
    try:
        document = readers.read(f"okr.{suffix}", source=data, config=FAST)
    except readers.ReadError:
        return None
    report = krlint.lint_document(document, config=FAST)
    assert () == report.failures
    for finding in report.findings:
        text = finding.subject.text
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.place.line >= 1
    for result in document.key_results:
        place = result.place(Span(0, len(result.text)))
        assert (place.line, place.column) <= (place.end_line, place.end_column)
    return document


@given(FILES)
@settings(max_examples=300, deadline=None)
def test_whole_documents(file: tuple[str, bytes]) -> None:
    """Every character of a key result in lines stands where its place says."""
    suffix, data = file
    document = _checked(suffix, data)
    if document is None or suffix not in ("md", "txt"):
        return
    source = data.decode()
    for result in document.key_results:
        pairs = zip(result.text, written(result, source), strict=True)
        assert all(said == there or said.isspace() for said, there in pairs)


@given(FILES, st.lists(DAMAGES, min_size=1, max_size=3))
@settings(max_examples=400, deadline=None)
def test_damaged_documents(file: tuple[str, bytes], damages: list[Damage]) -> None:
    """Bytes that are cut, put in, flipped or doubled, and other encodings, break nothing."""
    suffix, data = file
    for damage in damages:
        data = damage(data)

    _checked(suffix, data)


@given(BOOKS, st.lists(DAMAGES, max_size=2))
@settings(max_examples=60, deadline=None)
def test_damaged_workbooks(file: tuple[str, bytes], damages: list[Damage]) -> None:
    """A workbook is read or refused as one that cannot be opened."""
    suffix, data = file
    for damage in damages:
        data = damage(data)

    _checked(suffix, data)
