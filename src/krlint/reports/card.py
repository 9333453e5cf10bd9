"""What the pages and formats that show a card say alike."""

import re

from krlint.model import Language, Wording
from krlint.reports.view import choose

MEND = Wording("書き直しかた", "How to mend it, step by step")
GOOD = Wording("このままでよい例", "Fine as they are")
ACCURACY = Wording("どれだけ当たるか", "How often it is right")
SOURCES = Wording("出典", "Sources")
_SLOT = re.compile(r"\{\w+\}")


def said(wording: Wording, language: Language) -> str:
    """A message without a key result to fill its slots with."""
    return _SLOT.sub("…", choose(wording, language))


def paragraph(wording: Wording, language: Language) -> str:
    """A text of several lines as one; between Japanese sentences stands no blank."""
    return " ".join(choose(wording, language).split()).replace("。 ", "。")
