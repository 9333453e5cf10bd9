"""Files that are not what they should be: each gets a clear word in both languages."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from krlint import readers
from krlint.model import Span
from tests.readers.places import written

SUFFIXES = ("md", "txt", "yaml", "json", "csv", "tsv", "xlsx")
BROKEN: list[tuple[str, str, bytes, int | None, int | None]] = [
    ("empty", "a.md", b"", None, None),
    ("binary", "a.md", bytes(range(256)) * 40, None, None),
    ("invalid UTF-8", "a.md", b"ok\n- KR1: \xff\xfe", 2, 8),
    ("CP1252", "a.md", "- KR1: it’s “fine”".encode("cp1252"), 1, 10),
    ("half a UTF-16 character", "a.md", b"\xff\xfea", 1, 1),
    ("YAML of brackets", "a.yaml", b"[" * 50_000, 1, None),
    ("YAML of dashes", "a.yaml", b"- " * 50_000 + b"x", 1, 201),
    ("YAML with two equal keys", "a.yaml", b"okrs: 1\nokrs: 2\n", 2, 1),
    ("YAML with a tab", "a.yaml", b"okrs:\n\t- x\n", 2, 1),
    ("YAML with an unquoted @", "a.yaml", b"key_results:\n  - @sam\n", 2, 5),
    ("YAML alias bomb", "a.yaml", b"a0: &a0 [x, x]\n" + b"".join(
        b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 9)
    ) + b"key_results: *a8\n", 1, 1),
    ("JSON of brackets", "a.json", b"[" * 100_000, 1, 1001),
    ("JSON of objects", "a.json", b'{"a":' * 100_000, 1, None),
    ("JSON with two equal keys", "a.json", b'{"okrs": 1,\n "okrs": 2}', 2, 2),
    ("half a JSON file", "a.json", b'{"okrs": [', 1, 11),
    ("JSON with a bare newline and no quote", "a.json", b'{"okrs": "x\n', 1, None),
    ("100 MB", "a.md", b"a" * 100_000_000, None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "line", "column"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN]
)
def test_broken_files(name: str, data: bytes, line: int | None, column: int | None) -> None:
    """What cannot be read is refused with its place, never with another error."""
    with pytest.raises(readers.ReadError) as caught:
        readers.read(name, source=data)
    error = caught.value
    assert name == error.path
    assert error.wording.ja != error.wording.en
    assert (line, column or error.column) == (error.line, error.column)


@pytest.mark.parametrize(
    "text", ["- KR1: 会議の数を半分にする\n", "O1 窓口\n- KR1: 待ち時間を5分にする\n"]
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp932", "euc_jp"])
def test_encodings(text: str, encoding: str) -> None:
    """Japanese files are read in the encodings that are in use; all but UTF-8 with a note."""
    document = readers.read("a.md", source=text.encode(encoding))
    assert ["会議の数を半分にする", "待ち時間を5分にする"][text.startswith("O")] == (
        document.key_results[0].text
    )
    assert (encoding != "utf-8-sig") == bool(document.notes)


def test_a_list_inside_itself_holds_nothing() -> None:
    """An alias that holds itself is no end without beginning: there it is empty."""
    assert () == readers.read("a.yaml", source=b"key_results: &a [*a]").key_results


def test_only_a_byte_order_mark() -> None:
    """A file that holds nothing but a byte order mark is empty, and says how to fill it."""
    document = readers.read("a.md", source=b"\xef\xbb\xbf \n")
    assert () == document.key_results
    assert document.hint is not None


def test_control_characters_are_read_as_they_are() -> None:
    """A few control characters make no binary file; what shows them must strip them."""
    (result,) = readers.read("a.md", source=b"- KR1: a\x1b[31mb\x07c\x00d e\n").key_results
    assert "a\x1b[31mb\x07c" == result.text[:9]


def test_ragged_csv_with_an_open_quote() -> None:
    """Rows of any length are read; a quote that is never closed swallows no earlier row."""
    document = readers.read("a.csv", source=b'KR,Target\nfirst one\nsecond one,1,2,3\n"third')
    assert ["first one", "second one", "third"] == [kr.text for kr in document.key_results]


def test_half_a_surrogate_pair_in_json() -> None:
    """An escape that stands for no character is replaced, so that the text can be written."""
    (result,) = readers.read("a.json", source=rb'{"krs": ["\ud83d ab"]}').key_results
    assert "\ufffd ab" == result.text


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    """A missing file, a folder called okr.md, and a link to itself are refused."""
    (tmp_path / "okr.md").mkdir()
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    for name in ("none.md", "okr.md", "loop.md", "a\0b.md"):
        with pytest.raises(readers.ReadError):
            readers.read(tmp_path / name)


def test_a_file_without_permission(tmp_path: Path) -> None:
    """A file that may not be read is refused as such, but for those who may read everything."""
    path = tmp_path / "okr.md"
    path.write_text("- KR1: x y\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        assert 1 == len(readers.read(path).key_results)
        return
    with pytest.raises(readers.ReadError) as caught:
        readers.read(path)
    assert "permission" in caught.value.wording.en


WORST = {
    "quotes": ("a.md", b">" * 100_000),
    "bullets in bullets": ("a.md", b"* - " * 25_000 + b"KR1: x"),
    "stairs": ("a.md", b"".join(b"  " * n + b"- KR1: x\n" for n in range(300))),
    "brackets": ("a.md", b"[](" * 33_000),
    "emphasis": ("a.md", b"*a _b " * 16_000),
    "comments": ("a.md", b"<!-- krlint: " * 7_000),
    "labels": ("a.md", b"KR1: O1: " * 11_000),
    "bars": ("a.md", b"|" * 100_000),
    "escaped bars": ("a.md", b"|KR|\n|--|\n|`" + b"a\\|" * 33_000 + b"`|\n"),
    "colons": ("a.txt", b"a:" * 50_000),
    "numbers": ("a.txt", b"1.1." * 25_000),
    "wrapped": ("a.txt", b"KR1: x\n" + b"  y\n" * 25_000),
    "equal key results": ("a.md", b"# O1: a\n- KR1: b c\n" * 5_000),
    "folded YAML": ("a.yaml", b'krs:\n  - "' + b"a \\n b\n    c" * 8_000 + b'"'),
    "YAML comments": ("a.yaml", b"krs:\n" + b"  - ab c # krlint: ignore x\n" * 3_500),
    "escaped JSON": ("a.json", b'{"krs": ["' + b"\\n" * 50_000 + b'"]}'),
    "quotes in CSV": ("a.csv", b'KR,b\n"' + b'""' * 50_000 + b'",x'),
    "headers": ("a.csv", b"KR,Target\n" * 10_000),
    "stops": ("a.md", b"- KR1: a" + b";.," * 33_000 + b"x\n- KR1: b\n"),
    "rules": ("a.txt", b"=" * 100_000),
    "blanks in JSON": ("a.json", b'{"krs": [' + b" " * 100_000 + b'"x y"]}'),
    "one line of 10 MB": ("a.md", b"- KR1: " + b"ab " * 3_300_000),
}


@pytest.mark.parametrize(("name", "data"), WORST.values(), ids=WORST)
def test_worst_cases_end(name: str, data: bytes) -> None:
    """Each reader's worst case is read, in time linear in its length: it ends at all."""
    try:
        document = readers.read(name, source=data)
    except readers.ReadError:
        return
    assert name == document.path


MARKUP = st.sampled_from(
    ["O1: ", "KR1: ", "KR2：", "- ", "* ", "1. ", "# ", "## ", "### ", "> ", "  ", "\t", "\n",
     "\n\n",
     "\r\n", "\r", "|", "|--|--|\n", "**", "~~", "`", "```\n", "<!-- ", " -->", "&amp;", "\\*",
     "[a](b)", "---\n", "Objective", "Key Results", "目標", "主要な成果", "担当：", "Owner: ",
     "key_results:", "objective: ", "{", "}", "[", "]", '"', "'", ",", ":", "#", "&a ", "*a",
     "\u2028", "\x85", "\ufeff", "\x00", "😀", "𠮷", "　", "あい", "ab", " "]
)  # fmt: skip


@given(st.lists(MARKUP, max_size=60).map("".join), st.sampled_from(SUFFIXES))
@settings(max_examples=400, deadline=None)
@example("- KR1: \r", "md")
@example('KR1: ,"O1: cut\n\x00"', "csv")
def test_any_text_is_read_or_refused(text: str, suffix: str) -> None:
    """Nothing but ReadError is raised, and every place lies in the file."""
    try:
        document = readers.read(f"a.{suffix}", source=text.encode())
    except readers.ReadError:
        return
    for result in document.key_results:
        assert result.text.strip() == result.text != ""
        assert len(result.text) == len(written(result, text))
        place = result.place(Span(0, len(result.text)))
        assert (place.line, place.column) <= (place.end_line, place.end_column)


@given(st.binary(max_size=400), st.sampled_from(SUFFIXES))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    """Whatever the bytes, the answer is a document or a ReadError."""
    try:
        path: str | None = readers.read(f"a.{suffix}", source=data).path
    except readers.ReadError as error:
        path = error.path
    assert f"a.{suffix}" == path


TEXTS = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"),
        exclude_characters="\ufeff*_`~[]()<>&\\|#-+:：\"',",
    ),
    min_size=1,
    max_size=20,
)  # fmt: skip


@given(st.lists(TEXTS, min_size=1, max_size=5))
@settings(max_examples=200, deadline=None)
def test_plain_texts_come_back_as_they_were_written(words: list[str]) -> None:
    """A labelled text of any characters comes back, and its places lead to it."""
    text = "x" + " ".join(words) + "x"
    source = f"# O1: a\n\n- KR1: {text}\n"
    (result,) = readers.read("a.md", source=source.encode()).key_results
    assert text == result.text == written(result, source)
