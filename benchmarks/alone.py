"""
What is measured beside krlint's command: tokenisers alone, and krlint as a library.

    python benchmarks/alone.py sudachi|ginza|stream|calls TEXTS

TEXTS holds one key result a line. `calls` prints the median of `lint_text`, in milliseconds on the
clock and of the processor, after a first round in which nothing is timed.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

UNNEEDED = ("ner", "morphologizer", "bunsetu_recognizer", "compound_splitter")
"""Components of ja_ginza that krlint does not load either."""
BATCH = 64


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as texts:
        for line in texts:
            yield line.rstrip("\n")


def sudachi(path: Path) -> None:
    """Every key result into Sudachi's longest words, and what is asked of each word."""
    from sudachipy import Dictionary  # type: ignore[attr-defined]  # re-exported untyped

    tokenizer = Dictionary().create()
    for text in _lines(path):
        for word in tokenizer.tokenize(text):
            word.dictionary_form()
            word.part_of_speech()


def ginza(path: Path) -> None:
    """Every key result parsed by GiNZA, as fast as krlint asks for it."""
    import spacy

    nlp = spacy.load("ja_ginza", exclude=UNNEEDED)
    for _ in nlp.pipe(_lines(path), batch_size=BATCH):
        pass


def stream(path: Path) -> None:
    """Every key result through `lint_texts`, none kept."""
    import krlint

    for _ in krlint.lint_texts(_lines(path)):
        pass


def calls(path: Path) -> None:
    """Every key result through a `lint_text` of its own."""
    import krlint

    texts = list(_lines(path))
    for text in texts[: len(texts) // 2]:
        krlint.lint_text(text)
    walls, processors = [], []
    for text in texts[len(texts) // 2 :]:
        wall, processor = time.perf_counter(), time.process_time()
        krlint.lint_text(text)
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
    print(statistics.median(walls) * 1000, statistics.median(processors) * 1000)


KINDS: Mapping[str, Callable[[Path], None]] = {
    "sudachi": sudachi,
    "ginza": ginza,
    "stream": stream,
    "calls": calls,
}


def main() -> None:
    """Does what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("texts", type=Path)
    asked = parser.parse_args()
    KINDS[asked.kind](asked.texts)


if __name__ == "__main__":
    main()
