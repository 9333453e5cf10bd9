"""The documents that programs are measured on."""

from pathlib import Path

import pytest

from benchmarks.corpus import FORMS, Form, write
from benchmarks.key_results import TONGUES, Tongue, key_results
from krlint.config import Config
from krlint.model import Language
from krlint.readers.run import read_all


@pytest.mark.parametrize("one_file", [True, False])
@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("form", FORMS)
def test_krlint_reads_every_key_result(
    form: Form, tongue: Tongue, one_file: bool, tmp_path: Path
) -> None:
    """Forty-five key results are written and read, in one file or three."""
    write(tmp_path / "made", 45, tongue, form, one_file=one_file)

    documents, unread = read_all([tmp_path / "made" / "documents"], config=Config())

    written = (tmp_path / "made" / "texts.txt").read_text(encoding="utf-8").splitlines()
    assert not unread
    assert (1 if one_file else 3) == len(documents)
    assert written == [kr.text for document in documents for kr in document.key_results]
    assert 45 == len(written)


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    """Two runs may be compared; another seed writes other texts."""
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write(tmp_path / name, 700, "mixed", "md", one_file=True, seed=seed)

    one, again, other = (
        (tmp_path / name / "documents" / "okr-00001.md").read_bytes()
        for name in ("one", "again", "other")
    )
    assert one == again
    assert one != other


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_two_key_results_are_the_same(language: Language) -> None:
    """A cache of texts gains nothing."""
    texts = [one.text for one in key_results(language, 5000)]

    assert 5000 == len(texts) == len(set(texts))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_numbers_vary_and_years_do_not(language: Language) -> None:
    """What a program learns of one figure does not help it with the next."""
    texts = " ".join(one.text for one in key_results(language, 5000))

    assert all(f" {year} " not in f" {texts} " for year in ("1013", "3039"))
    assert len({word for word in texts.replace("%", " ").split() if word.isdecimal()}) > 100
