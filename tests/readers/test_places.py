"""Every character of a key result has its exact place in the file, however it is written."""

import textwrap

import pytest

from krlint import readers
from krlint.model import Anchor
from tests.readers.places import written
from tests.readers.test_notations import CASES

# (what it shows, file name, document, text, what stands at the text's places)
EXACT = [
    ("nested list behind tabs", "a.md", "- O: a b\n\t- KR1: c\td\n", "c\td"),
    ("CRLF", "a.md", "# O1: a b\r\n\r\n- KR1: cde\r\n- KR2: fgh\r\n", "cde|fgh"),
    ("CR alone", "a.md", "# O1: a b\r\r- KR1: cde\r- KR2: fgh\r", "cde|fgh"),
    ("byte order mark", "a.md", "\ufeff- KR1: cde\n", "cde"),
    ("front matter", "a.md", "---\nteam: x\n---\n\n- KR1: cde\n", "cde"),
    ("emoji and characters outside the BMP", "a.md", "- 🎯 KR1: 𠮷野の🦊を3件\n", "𠮷野の🦊を3件"),
    ("U+2028 breaks no line", "a.md", "- KR1: a\u2028b\n- KR2: cd\n", "a\u2028b|cd"),
    ("a table's cell", "a.md", "|  KR | T |\n|--|--|\n|  **cde f** | 1 |\n", "cde f"),
    ("full-width blanks in a text file", "a.txt", "Ｏ：あ\n　・い　う\n", "い　う"),
    ("quoted CSV", "a.csv", 'KR,T\n"a, b",1\n', "a, b"),
    ("quoted newline in CSV", "a.csv", 'KR,T\r\nx y,1\r\n"a\nb c",1\r\n', "x y|a\nb c"),
    ("YAML plain, quoted and block", "a.yaml",
     "key_results:\n  - ab c\n  - 'de f'\n  - \"gh i\"\n  - |\n    jk l\n", "ab c|de f|gh i|jk l"),
    ("YAML after NEL", "a.yaml", "a: x\ny: [b\x85]\nkey_results: [cd e]\n", "cd e"),
    ("JSON", "a.json", '{"あ": 1, "key_results": ["い う"]}', "い う"),
    ("bold and links stay", "a.md", "- KR1: **a** [b](c) `d`\n", "**a** [b](c) `d`"),
    ("a label in bold with its text", "a.md", "- **KR1: abc**\n- **KR2:** def\n", "abc|def"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "document", "texts"), [c[1:] for c in EXACT], ids=[c[0] for c in EXACT]
)
def test_places_are_where_the_text_stands(name: str, document: str, texts: str) -> None:
    """The text is found, and reading the file at its places gives the text again."""
    results = readers.read(name, source=document.encode()).key_results
    assert texts == "|".join(kr.text for kr in results)
    assert texts == "|".join(written(kr, document) for kr in results)


# (what it shows, file name, document, text, what stands at the text's places)
CHANGED = [
    ("an entity stands where its ampersand does", "a.md", "- KR1: a &amp; b\n", "a & b", "a & b"),
    ("an escape stands behind its backslash", "a.md", "- KR1: a \\* b\n", "a * b", "a * b"),
    ("a bar in a cell", "a.md", "|KR|\n|--|\n|a \\| b `c\\|d`|\n", "a | b `c|d`", "a | b `c|d`"),
    ("a wrapped line's blank is the line's end", "a.md", "- KR1: ab\n  cd\n", "ab cd", "ab\ncd"),
    ("a wrapped line of Japanese", "a.md", "- KR1: あい\n  うえ\n", "あいうえ", "あいうえ"),
    ("a comment within is left out", "a.md", "- KR1: ab <!-- x -->cd\n", "ab cd", "ab cd"),
    ("doubled quotes in CSV", "a.csv", 'KR,T\n"a ""b"" c",1\n', 'a "b" c', 'a "b" c'),
    ("doubled quotes in YAML", "a.yaml", "key_results:\n  - 'a''b c'\n", "a'b c", "a'b c"),
    ("folded YAML", "a.yaml", "key_results:\n  - >-\n    ab\n    cd\n", "ab cd", "ab\ncd"),
    ("YAML plain over two lines", "a.yaml", "key_results:\n  - ab\n    cd\n", "ab cd", "ab\ncd"),
    ("escapes in YAML", "a.yaml", 'key_results:\n  - "a\\tb \\u3042c"\n', "a\tb あc", "a\\b \\c"),
    ("escapes in JSON", "a.json", '{"krs": ["a\\"b \\ud83d\\ude00c"]}', 'a"b 😀c', "a\\b \\c"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "document", "text", "places"), [c[1:] for c in CHANGED], ids=[c[0] for c in CHANGED]
)
def test_places_of_what_is_written_otherwise(
    name: str, document: str, text: str, places: str
) -> None:
    """Where the file writes a text otherwise, the characters around keep their own places."""
    (result,) = readers.read(name, source=document.encode()).key_results
    assert text == result.text
    assert places == written(result, document)


@pytest.mark.parametrize(("name", "document"), [c[1:3] for c in CASES], ids=[c[0] for c in CASES])
def test_places_in_every_notation(name: str, document: str) -> None:
    """In each notation the places lead back to the text, but for blanks that join lines."""
    source = textwrap.dedent(document).lstrip("\n")
    for result in readers.read(name, source=source.encode()).key_results:
        places = written(result, source)
        assert len(result.text) == len(places)
        assert all(said in (read, " ") for said, read in zip(result.text, places, strict=True))


def test_utf16_and_cp932_count_characters() -> None:
    """Columns count characters of the text, not bytes of the file, in any encoding."""
    document = "# O1: 目標をそろえる\n- KR1: 😀は無理\n"
    (result,) = readers.read("a.md", source=document.encode("utf-16")).key_results
    assert (Anchor(0, 2, 8),) == result.anchors
    plain = document.replace("😀", "会議")
    (result,) = readers.read("a.md", source=plain.encode("cp932")).key_results
    assert plain.splitlines()[1][7:] == written(result, plain)
