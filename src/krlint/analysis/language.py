"""Japanese or English, by script."""

from krlint.model import Language


def detect(text: str) -> Language:
    """Japanese where kana or kanji occur, else English."""
    return (
        "ja" if any("\u3041" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" for c in text) else "en"
    )
