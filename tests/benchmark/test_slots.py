"""
60 measured key results a language with what `krlint parse` is to read from them.

A slot counts when it equals the label after folding width, spaces and case, or holds it or is held
by it with the same digits. They were labelled before krlint read them and have since shown
mistakes, so the floors guard against loss. A count without a word of direction has none in
Japanese.
"""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import krlint

FLOORS = {"baseline": 0.95, "target": 0.95, "unit": 0.95, "direction": 0.93, "deadline": 0.93}


def _folded(text: str) -> str:
    return re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text)).lower()


def _same(wanted: str, said: str) -> bool:
    first, second = _folded(wanted), _folded(said)
    digits = [re.findall(r"\d+", text) for text in (first, second)]
    return first == second or (digits[0] == digits[1] and (first in second or second in first))


def _f1(records: list[dict[str, Any]], slot: str) -> float:
    right = wrong = missed = 0
    for record in records:
        analysis = krlint.analyse(record["text"], language=record["lang"], fields=record["fields"])
        wanted, said = record["slots"][slot], analysis.slots()[slot]
        hit = wanted is not None and said is not None and _same(wanted, said)
        right += hit
        wrong += said is not None and not hit
        missed += wanted is not None and not hit
    return 2 * right / (2 * right + wrong + missed)


@pytest.mark.parametrize("slot", FLOORS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_f1_of_each_slot_stays_above_its_floor(language: str, slot: str) -> None:
    """Precision and recall of each slot, taken together."""
    path = Path(__file__).parent / f"slots.{language}.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    assert _f1(records, slot) >= FLOORS[slot]
