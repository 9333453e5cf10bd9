"""What krlint costs, in counts that are the same on every machine."""

import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import krlint
from benchmarks.corpus import write
from benchmarks.key_results import key_results
from krlint.analysis.ja import words
from krlint.analysis.language import detect
from krlint.lexicon import RULES
from krlint.model import Language
from krlint.rulebook.compiled import write as compile_rules

WATCHED = """
import contextlib, io, json, pathlib, re, sys
import re._compiler as compiler
compiled, opened, compile_one = [], [], compiler.compile
def watched(pattern, *rest):
    compiled.append(1)
    return compile_one(pattern, *rest)
def audit(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.append(arguments[0])
def modules():
    return [name for name in sys.modules if name.split(".")[0] == "krlint"]
compiler.compile = re._compiler.compile = watched
import krlint, krlint.lexicon, krlint.rulebook
at_import = {"modules": len(modules()), "patterns": len(compiled)}
krlint.lexicon.COMPILED = krlint.rulebook.COMPILED = pathlib.Path(sys.argv[1])
from krlint.cli import main
sys.addaudithook(audit)
with contextlib.redirect_stdout(io.StringIO()):
    main(["check", "--isolated", *sys.argv[2:]])
print(json.dumps({
    "import": at_import,
    "check": {"modules": len(modules()), "patterns": len(compiled)},
    "packages": sorted({name.split(".")[0] for name in sys.modules}),
    "opened": opened,
}))
"""
HEAVY = {"spacy", "ginza", "pydantic", "yaml", "openpyxl", "tqdm", "numpy"}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rules and words as the wheel has them."""
    target = tmp_path_factory.mktemp("compiled")
    compile_rules(RULES, target)
    return target


def watch(compiled: Path, documents: Path) -> Any:
    """What a fresh Python imports, compiles and opens to check the documents."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, compiled, documents],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_one_document_brings_in_little(language: Language, compiled: Path, tmp_path: Path) -> None:
    """Whoever passes a bound has made every run slower: import later, or say why not."""
    write(tmp_path / "made", 10, language, "md", one_file=True)

    seen = watch(compiled, tmp_path / "made" / "documents")

    assert set() == HEAVY & set(seen["packages"])
    assert seen["import"]["modules"] <= MODULES_AT_IMPORT
    assert seen["import"]["patterns"] <= PATTERNS_AT_IMPORT
    assert seen["check"]["modules"] <= MODULES[language]
    assert seen["check"]["patterns"] <= PATTERNS[language]


MODULES_AT_IMPORT, PATTERNS_AT_IMPORT = 70, 15
MODULES = {"ja": 164, "en": 168}
PATTERNS = {"ja": 163, "en": 175}
"""Of krlint's own modules and regular expressions, what one document needs, and a tenth more."""


def test_each_document_is_opened_once(compiled: Path, tmp_path: Path) -> None:
    """Neither the search for documents nor the report reads a file a second time."""
    write(tmp_path / "made", 100, "mixed", "md")
    documents = tmp_path / "made" / "documents"

    seen = watch(compiled, documents)

    opened = [path for path in seen["opened"] if path.startswith(str(documents))]
    assert sorted(opened) == sorted(str(path) for path in documents.iterdir())


def test_each_japanese_text_is_tokenised_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rules ask, Sudachi is asked once."""
    texts = [text for one in key_results("ja", 300) if detect(text := one.text) == "ja"]
    consume(texts)  # single words that the rules asked about are known from now on
    asked: list[str] = []
    real = words._tokenizer()

    class Counting:
        def tokenize(self, text: str) -> Any:
            asked.append(text)
            return real.tokenize(text)

    monkeypatch.setattr(words, "_tokenizer", Counting)
    consume(texts)

    assert len(texts) == len(asked)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_ten_times_the_key_results_make_ten_times_the_calls(language: Language) -> None:
    """Nothing looks at all key results for each of them: ten parts cost what the whole costs."""
    texts = [one.text for one in key_results(language, 200)]
    consume(texts)

    parts = sum(calls(texts[start : start + 20]) for start in range(0, 200, 20))
    whole = calls(texts)

    assert parts > 20_000
    assert whole <= 1.1 * parts


def test_memory_of_a_stream_does_not_grow() -> None:
    """
    Four times the key results, made as they are asked for, need no more memory at once.

    Caches of bounded size may still fill up; what was known of each key result may not stay.
    """
    consume(stream(64))

    peaks = []
    for number in (300, 1200):
        tracemalloc.start()
        consume(stream(number))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] <= 2 * peaks[0]


def stream(number: int) -> Iterator[str]:
    """Key results in English, none held."""
    return (f"Cut errors of line {place} from {place + 9} to 4 a month" for place in range(number))


def consume(texts: Iterable[str]) -> None:
    """Lint all of them, and keep nothing."""
    for _ in krlint.lint_texts(texts):
        pass


def calls(texts: list[str]) -> int:
    """How many functions of Python and C are called to lint the texts."""
    counted = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        consume(texts)
    finally:
        sys.setprofile(before)
    return counted
