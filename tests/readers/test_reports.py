"""What krlint has written is no OKR document."""

from pathlib import Path

import pytest

import krlint
from krlint import readers
from krlint.config import Config
from krlint.reports.formats import FORMATS
from krlint.reports.view import Locale, View

PLAN = """# O1: 窓口が速い
- KR1: 勉強会を開催する
- KR2: 待ち時間を短くする
- KR3: TBD
  - 目標: 5分

# O2: Orders leave on time
- KR1: Launch a scanning app
- KR2: Many things
"""


@pytest.mark.parametrize("locale", ["auto", "ja", "en"])
@pytest.mark.parametrize("explain", [False, True])
def test_a_report_that_was_saved_holds_no_key_results(
    locale: Locale, explain: bool, tmp_path: Path
) -> None:
    """The next run reads the folder, and with it the report of the one before."""
    plan = tmp_path / "okr.md"
    plan.write_text(PLAN, encoding="utf-8")
    report = krlint.lint_paths([plan], config=Config(parse="never"), explain=explain)
    told = FORMATS["text"](report, View(locale=locale))

    assert "KR201" in told
    assert () == readers.read("report.txt", source=told.encode()).key_results


def test_what_stands_behind_a_report_is_read() -> None:
    """A report in a mail takes nothing from the mail."""
    mail = (
        "okr.md:3:8\n      | Launch it\n        ^^^^^^\n\nO1: Orders leave\nKR1: Cut errors to 4\n"
    )
    (result,) = readers.read("mail.txt", source=mail.encode()).key_results

    assert "Cut errors to 4" == result.text


def test_a_count_is_no_label() -> None:
    """「KR 5件」 counts key results, 「KR1件数」 is one."""
    texts = [
        [result.text for result in readers.read("a.txt", source=text.encode()).key_results]
        for text in ("O1：窓口\nKR 5件のうち2件が遅れています\n", "O1：窓口\nKR1件数を半分にする\n")
    ]

    assert [[], ["件数を半分にする"]] == texts
