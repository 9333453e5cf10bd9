"""
Made-up key results for measuring: those of our own benchmark, each with names and numbers changed.

The same seed gives the same key results. No two are the same, so that no cache can make a program
look faster than it is on the plans of real people.
"""

import json
import random
import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

from krlint.model import Language

SEED = 20261124
SENTENCES = Path(__file__).parents[1] / "tests" / "benchmark"
FILES = ("tuning", "published-style")
Tongue = Literal["ja", "en", "mixed"]
TONGUES: tuple[Tongue, ...] = ("ja", "en", "mixed")
PLACES: Mapping[Language, tuple[str, ...]] = {
    "ja": (
        *("札幌", "青森", "盛岡", "仙台", "秋田", "山形", "福島", "水戸", "千葉", "横浜", "新潟"),
        *("富山", "金沢", "福井", "甲府", "長野", "岐阜", "静岡", "名古屋", "大津", "神戸", "奈良"),
        *("鳥取", "松江", "岡山", "広島", "徳島", "高松", "松山", "高知", "福岡", "長崎", "那覇"),
    ),
    "en": (
        *("Leeds", "York", "Hull", "Derby", "Bath", "Perth", "Oslo", "Bergen", "Turin", "Lyon"),
        *("Nantes", "Ghent", "Basel", "Graz", "Porto", "Malmö", "Tampere", "Gdynia", "Brno"),
        *("Austin", "Boise", "Tulsa", "Omaha", "Fresno", "Quebec", "Regina", "Halifax", "Hobart"),
    ),
}
SITES: Mapping[Language, tuple[str, ...]] = {
    "ja": ("支店", "工場", "営業所", "倉庫", "研究所", "本店", "配送所", "教室", "病院", "窓口"),
    "en": ("office", "plant", "depot", "shop", "clinic", "school", "branch", "lab", "yard", "hub"),
}
UNITS: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
    "ja": {"時間": ("時間", "分", "日"), "万円": ("万円", "億円"), "件": ("件", "通", "枚")},
    "en": {"hours": ("hours", "minutes", "days"), "days": ("days", "hours", "weeks")},
}
_FIGURE = re.compile(r"(?<![\w.,/:#-])[1-9]\d{0,3}(?![\d.,/:-]|[年月期]|[a-zA-Z])")
"""A whole number that is no part of a date, a ratio, a version or a name."""
_YEARS = range(1900, 2100)


class Sentence(NamedTuple):
    """A key result of the benchmark, and whose it is where that is said."""

    text: str
    objective: str
    team: str


def sentences(language: Language) -> list[Sentence]:
    """The key results of the published benchmark that need no fields to be understood."""
    found = []
    for name in FILES:
        path = SENTENCES / f"{language}.{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if not one["fields"]:
                found.append(Sentence(one["text"], one["objective"] or "", one["team"] or ""))
    return found


def key_results(language: Language, number: int, seed: int = SEED) -> Iterator[Sentence]:
    """`number` key results in that language, no two with the same text."""
    draw = random.Random(f"{seed} {language}")  # noqa: S311  made-up texts
    known = sentences(language)
    draw.shuffle(known)
    seen: set[str] = set()
    for turn in count():
        for sentence in known:
            if len(seen) == number:
                return
            varied = sentence if not turn else _varied(sentence, language, draw)
            if varied.text not in seen:
                seen.add(varied.text)
                yield varied


def _varied(sentence: Sentence, language: Language, draw: random.Random) -> Sentence:
    """The sentence with another place, other numbers in the same order, and another unit."""
    factor = draw.uniform(0.5, 1.5)
    text = _FIGURE.sub(lambda found: _scaled(found[0], factor), sentence.text)
    for unit, others in UNITS[language].items():
        if unit in text:
            text = text.replace(unit, draw.choice(others))
            break
    place, site = draw.choice(PLACES[language]), draw.choice(SITES[language])
    if language == "ja":
        return sentence._replace(text=f"{place}{site}の{text}")
    return sentence._replace(text=f"{text.rstrip('.')} at the {place} {site}")


def _scaled(figure: str, factor: float) -> str:
    """The number by that factor; percentages stay below 100, and years are left alone."""
    value = int(figure)
    if value in _YEARS:
        return figure
    most = 99 if value < 100 else 9999
    return str(min(most, max(1, round(value * factor))))
