"""Bytes to characters: BOM, UTF-8, then the two old Japanese encodings, else a clear no."""

import codecs
import re

from krlint.model import Wording
from krlint.readers.errors import ReadError

# Text files above this are no OKR documents; reading one would take minutes.
LIMIT = 20_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KANA = r"[\u3041-\u3096\u30a1-\u30fa]|[\u3400-\u9fff\uf900-\ufaff]{2}"
_HALF_KANA = r"[\uff66-\uff9f]"
# Tab, line feed, form feed, carriage return and escape occur in texts; the others do not.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, tuple[Wording, ...]]:
    """
    The text, and what is to be said of how it was decoded.

    `encoding` is the config's and is tried alone. Raises ReadError where the bytes are no text
    in any encoding that is tried.
    """
    if len(data) > LIMIT:
        raise ReadError(_too_large(len(data)), path)
    if encoding is not None:
        return _configured(data, path, encoding), ()
    for bom, name in _BOMS:
        if data.startswith(bom):
            told = _strict(data[len(bom) :], name)
            if told is None:
                raise ReadError(_BROKEN_BOM, path, 1, 1)
            return told, () if name == "utf-8" else (_note(name.upper()[:6]),)
    if b"\x00" in data[:4096] and (wide := _wide(data)):
        text = _strict(data, wide)
        if text is not None:
            return text, (_note("UTF-16"),)
    text = _strict(data, "utf-8")
    if text is not None:
        if len(_CONTROL.findall(data[:65536])) > max(8, len(data[:65536]) // 20):
            raise ReadError(_BINARY, path)
        return text, ()
    return _japanese(data, path)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a BOM: every other byte of ASCII is zero."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) == 0 and max(even, odd) * 4 >= len(head) // 2:
        return "utf-16-le" if odd else "utf-16-be"
    return None


def _japanese(data: bytes, path: str) -> tuple[str, tuple[Wording, ...]]:
    if len(_CONTROL.findall(data[:65536])) > max(8, len(data[:65536]) // 100):
        raise ReadError(_BINARY, path)
    windows, unix = _strict(data, "cp932"), _strict(data, "euc_jp")
    text, name = (windows, "CP932 (Shift_JIS)")
    if windows is None or (unix is not None and _half(windows) >= 0.25):
        text, name = unix, "EUC-JP"
    if text is None or not re.search(_KANA, text):
        raise ReadError(_undecodable(data), path, *_bad_place(data))
    return text, (_note(name),)


def _half(text: str) -> float:
    """The share of half-width katakana among what is not ASCII: high where EUC-JP is misread."""
    wide = sum(1 for char in text if ord(char) > 0x7F)
    return len(re.findall(_HALF_KANA, text)) / wide if wide else 0.0


def _configured(data: bytes, path: str, encoding: str) -> str:
    try:
        text = data.decode("utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding)
    except LookupError:
        ja = (
            f"krlint.toml の encoding「{encoding}」という文字コードはありません。utf-8、cp932、"
            "euc_jp などと書いてください。"
        )
        en = (
            f"There is no encoding “{encoding}” (set in krlint.toml). Write utf-8, cp932, euc_jp "
            "or the like."
        )
        raise ReadError(Wording(ja, en), path) from None
    except (UnicodeError, ValueError) as error:
        start = getattr(error, "start", 0)
        ja = (
            f"{encoding} として読めないバイトがあります（{start + 1} バイト目）。krlint.toml の "
            "encoding を直すか、UTF-8 で保存し直してください。"
        )
        en = (
            f"Byte {start + 1} is not valid {encoding}. Correct “encoding” in krlint.toml, or "
            "save the file as UTF-8."
        )
        raise ReadError(Wording(ja, en), path) from None
    return text.removeprefix("\ufeff")


def _bad_place(data: bytes) -> tuple[int, int]:
    """Line and column of the first byte that is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        return before.count("\n") + 1, len(before) - before.rfind("\n")
    return 1, 1


def _undecodable(data: bytes) -> Wording:
    line, column = _bad_place(data)
    return Wording(
        ja=(
            f"文字コードが分かりません（{line} 行 {column} 文字目が UTF-8 ではありません）。"
            "UTF-8 で保存し直すか、"
            'krlint.toml に encoding = "cp1252" のように書いてください。'
        ),
        en=(
            f"The encoding is unclear (line {line}, column {column} is not UTF-8). Save the "
            "file as UTF-8,"
            ' or name its encoding in krlint.toml: encoding = "cp1252".'
        ),
    )


def _note(name: str) -> Wording:
    return Wording(ja=f"{name} として読みました。", en=f"Read as {name}.")


def _too_large(size: int) -> Wording:
    megabytes = size / 1_000_000
    limit = LIMIT // 1_000_000
    return Wording(
        ja=(
            f"ファイルが大きすぎます（{megabytes:.0f} MB、上限は {limit} MB）。"
            "OKRの部分だけを別のファイルに分けてください。"
        ),
        en=(
            f"The file is too large ({megabytes:.0f} MB; the limit is {limit} MB). Put the OKRs "
            "into a file of their own."
        ),
    )


_BINARY = Wording(
    ja=(
        "テキストではないファイルです。Markdown、YAML、JSON、CSV、XLSX "
        "かテキストで保存してください。"
    ),
    en="This is not a text file. Save it as Markdown, YAML, JSON, CSV, XLSX or plain text.",
)
_BROKEN_BOM = Wording(
    ja="先頭のBOM（文字コードの目印）と中身が合いません。UTF-8 で保存し直してください。",
    en="The byte order mark and the contents do not agree. Save the file as UTF-8.",
)
