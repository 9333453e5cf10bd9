"""
The parse: GiNZA for Japanese, an installed spaCy model for English where the config names one.

spaCy and GiNZA are imported here alone, and only when a key result needs them.
"""

import threading
from collections.abc import Sequence
from functools import cache
from typing import Any

from krlint.config import Config
from krlint.model import Arc, KrlintError, Language, Span, Wording

_GINZA = "ja_ginza"
_BATCH = 64
_NOT_NEEDED = ("ner", "morphologizer", "bunsetu_recognizer", "compound_splitter")
_LONGEST = 4_000
"""Code points of a text that are parsed: Sudachi refuses more than 49,149 bytes."""
_one_at_a_time = threading.Lock()


class ParseUnavailable(KrlintError):
    """A parse is needed and its model cannot be loaded."""


def available(language: Language, config: Config) -> bool:
    """A parse can be asked for in this language with this config."""
    return config.parse != "never" and (language == "ja" or config.english_model is not None)


def arcs(texts: Sequence[str], language: Language, config: Config) -> tuple[tuple[Arc, ...], ...]:
    """
    The dependencies of each text, in order; spans lie in the text given.

    Of a text that is longer than anybody's key result the beginning is parsed.

    Raises ParseUnavailable with what to install.
    """
    nlp = _pipeline(_GINZA if language == "ja" else config.english_model or "")
    # A spaCy pipeline holds one tokenizer, which two threads may not share (spaCy#13733).
    with _one_at_a_time:
        return tuple(
            _arcs(doc) for doc in nlp.pipe((text[:_LONGEST] for text in texts), batch_size=_BATCH)
        )


def _arcs(doc: Any) -> tuple[Arc, ...]:
    return tuple(Arc(_span(token), _span(token.head), token.dep_) for token in doc)


def _span(token: Any) -> Span:
    return Span(token.idx, token.idx + len(token))


def _installed(model: str) -> Any:
    import spacy

    # spaCy would also take a path, and a folder beside documents may hold code.
    if not spacy.util.is_package(model):
        raise OSError("it is no installed package")
    return spacy.load(model, exclude=_NOT_NEEDED)


@cache
def _pipeline(model: str) -> Any:
    try:
        return _installed(model)
    except (ImportError, OSError, ValueError, AttributeError) as error:
        raise ParseUnavailable(
            Wording(
                f"構文解析のモデル「{model}」を読み込めません（{error}）。"
                'pip install ginza ja-ginza で入れるか、parse = "never" と設定してください。',
                f"The model “{model}” for the parse cannot be loaded ({error}). "
                'Install it (`pip install ginza ja-ginza` for Japanese), or set parse = "never".',
            )
        ) from error
