"""Where findings stand, for programs."""

import os
from pathlib import Path

import pytest

from krlint.model import Anchor, KeyResult
from krlint.reports.places import Region, file_of, fingerprint, region_of, uri_of, words
from krlint.reports.view import View
from tests.reports.sample import finding, key_result


@pytest.mark.parametrize(
    ("path", "root", "expected"),
    [
        ("okr.md", None, "okr.md"),
        ("./team//okr.md", None, "team/okr.md"),
        ("/w/team/okr.md", "/w", "team/okr.md"),
        ("/w/..okr/a.md", "/w", "..okr/a.md"),
        ("/else/okr.md", "/w", "/else/okr.md"),
        ("./okr.md", "/w", "okr.md"),
        (None, "/w", "stdin"),
        ("", None, "stdin"),
    ],
)
def test_files_are_told_from_the_root(path: str | None, root: str | None, expected: str) -> None:
    """Without "./", and as they were given where they stand outside."""
    assert expected == file_of(path, View(root=root))


def test_a_run_in_a_folder_below_tells_files_from_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Relative paths are those of the current folder, not of the root."""
    (tmp_path / "team").mkdir()
    monkeypatch.chdir(tmp_path / "team")
    view = View(root=str(tmp_path))
    assert ["team/a.md", "b.md"] == [file_of("a.md", view), file_of("../b.md", view)]
    assert "a.md" == file_of(str(tmp_path / "team" / "a.md"), View())


def test_a_current_folder_that_is_gone_breaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path is told as it was given."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "/w/okr.md" == file_of("/w/okr.md", View())
    os.chdir(tmp_path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("計画 #1/a%b?.md", "%E8%A8%88%E7%94%BB%20%231/a%25b%3F.md"),
        ("c:okr.md", "c%3Aokr.md"),
        ("/else/a b.md", "file:///else/a%20b.md"),
        ("\ud800.md", "%3F.md"),
    ],
)
def test_uris_are_encoded(path: str, expected: str) -> None:
    """In a relative one no colon is left that would make a scheme of it."""
    assert expected == uri_of(path, View(root="/w") if path.startswith("/") else View())


def test_a_region_ends_with_its_first_line() -> None:
    """However many lines the text is wrapped over."""
    anchors = (Anchor(0, 8, 3), Anchor(4, 9, 1), Anchor(8, 10, 1))
    result = KeyResult("規程を\n全社で\n作成する", path="okr.md", anchors=anchors)
    assert Region(8, 3, 8, 6) == region_of(finding(result, "KR201"))
    assert Region(9, 1, 9, 3) == region_of(finding(result, "KR201", "全社"))
    assert Region(9, 3, 9, 4) == region_of(finding(result, "KR201", "で\n作"))


def test_a_workbook_has_no_lines() -> None:
    """1:1 stands for the cell, which the words name."""
    found = finding(key_result("受注を増やす", 12, path="a.xlsx", cell="Q4!C12"), "KR101")
    assert Region(1, 1, 1, 1) == region_of(found)
    assert "Q4!C12: KR101の事実。\n→ KR101の直し方" == words(found, View())


def test_words_stay_on_their_lines() -> None:
    """And none is a control character."""
    found = finding(key_result("a"), "KR101", message="a\r\nb\x1bc\u2028d")
    assert "a b␛c d → KR101の直し方" == words(found, View(), " → ")
    assert words(found, View(locale="en")).endswith("\n→ What to write for KR101")


def test_a_fingerprint_does_not_know_from_where_krlint_was_run() -> None:
    """A build machine's folder has another name each time."""
    marks = {
        fingerprint(finding(key_result("a", path=path), "KR101"), View(root=root))
        for path, root in [("okr.md", None), ("./okr.md", None), ("/w/okr.md", "/w")]
    }
    assert 1 == len(marks)
