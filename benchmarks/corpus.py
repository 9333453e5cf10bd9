"""
Writes documents of made-up key results: in Markdown, YAML, CSV or XLSX, in one file or many.

    python -m benchmarks.corpus FOLDER --key-results 1000 --language mixed --form yaml --one-file

Twenty key results a file, four an objective. They go into FOLDER/documents; FOLDER/texts.txt holds
the key results alone, one a line, for programs that read no documents.
"""

import argparse
import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from benchmarks.key_results import SEED, TONGUES, Sentence, Tongue, key_results
from krlint.model import Language

Form = Literal["md", "yaml", "csv", "xlsx"]
FORMS: tuple[Form, ...] = get_args(Form)
A_FILE, AN_OBJECTIVE = 20, 4
AIMS: Mapping[Language, str] = {"ja": "待たせない仕事 その{}", "en": "Nobody waits, part {}"}
TEAMS: Mapping[Language, str] = {"ja": "第{}課", "en": "Team {}"}
PERIODS: Mapping[Language, str] = {"ja": "2031年度上期", "en": "2031 Q1"}
COLUMNS = ("Objective", "Team", "Key Result")


class Plan(NamedTuple):
    """What one team plans for: its objectives, each with its key results."""

    language: Language
    team: str
    objectives: tuple[tuple[str, tuple[str, ...]], ...]


def plans(number: int, tongue: Tongue, seed: int = SEED) -> Iterator[Plan]:
    """Plans of at most twenty key results, in turn where two languages are asked for."""
    languages: tuple[Language, ...] = ("ja", "en") if tongue == "mixed" else (tongue,)
    streams = {language: key_results(language, number, seed) for language in languages}
    left, place = number, 0
    while left:
        language = languages[place % len(languages)]
        chosen = tuple(islice(streams[language], min(A_FILE, left)))
        place, left = place + 1, left - len(chosen)
        yield _plan(language, place, chosen)


def _plan(language: Language, place: int, chosen: Sequence[Sentence]) -> Plan:
    texts = [one.text for one in chosen]
    parts = [tuple(texts[start : start + AN_OBJECTIVE]) for start in range(0, len(texts), 4)]
    aims = [
        chosen[at * AN_OBJECTIVE].objective or AIMS[language].format(at + 1)
        for at in range(len(parts))
    ]
    return Plan(language, TEAMS[language].format(place), tuple(zip(aims, parts, strict=True)))


def markdown(written: Sequence[Plan]) -> bytes:
    """Headings and lists."""
    lines = []
    for plan in written:
        lines.append(f"# {plan.team} OKR {PERIODS[plan.language]}\n")
        for aim, texts in plan.objectives:
            lines.append(f"## Objective: {aim}\n")
            lines += [f"- KR{place}: {text}" for place, text in enumerate(texts, 1)]
            lines.append("")
    return "\n".join(lines).encode()


def yaml(written: Sequence[Plan]) -> bytes:
    """A list of objectives, each with its team and its list of key results."""
    import yaml as library

    content = [
        {"objective": aim, "team": plan.team, "key_results": list(texts)}
        for plan in written
        for aim, texts in plan.objectives
    ]
    return library.safe_dump(
        {"objectives": content}, allow_unicode=True, sort_keys=False, encoding="utf-8", width=1000
    )


def table(written: Sequence[Plan]) -> bytes:
    """One row a key result, with a byte order mark, as Excel writes it."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(_rows(written))
    return text.getvalue().encode("utf-8-sig")


def workbook(written: Sequence[Plan]) -> bytes:
    """One sheet, one row a key result."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("OKR")
    for row in _rows(written):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _rows(written: Sequence[Plan]) -> Iterator[tuple[str, ...]]:
    yield COLUMNS
    for plan in written:
        for aim, texts in plan.objectives:
            for text in texts:
                yield (aim, plan.team, text)


WRITERS: Mapping[Form, Callable[[Sequence[Plan]], bytes]] = {
    "md": markdown,
    "yaml": yaml,
    "csv": table,
    "xlsx": workbook,
}


def write(
    folder: Path,
    number: int,
    tongue: Tongue,
    form: Form,
    *,
    one_file: bool = False,
    seed: int = SEED,
) -> None:
    """Writes `number` key results into the new folder `folder`."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    made = list(plans(number, tongue, seed))
    for place, part in enumerate([made] if one_file else [[plan] for plan in made], 1):
        (documents / f"okr-{place:05}.{form}").write_bytes(WRITERS[form](part))
    texts = (text for plan in made for _, part in plan.objectives for text in part)
    (folder / "texts.txt").write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")


def main() -> None:
    """Writes what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--key-results", type=int, default=1000, help="how many (1000)")
    parser.add_argument("--language", choices=TONGUES, default="mixed")
    parser.add_argument("--form", choices=FORMS, default="md")
    parser.add_argument("--one-file", action="store_true", help="not twenty a file")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    write(
        asked.folder,
        asked.key_results,
        asked.language,
        asked.form,
        one_file=asked.one_file,
        seed=asked.seed,
    )


if __name__ == "__main__":
    main()
