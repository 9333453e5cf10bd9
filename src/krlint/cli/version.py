"""The versions that decide what krlint finds."""

import platform
from importlib.metadata import PackageNotFoundError, version

_DECIDING = ("SudachiPy", "SudachiDict-core", "ginza", "ja-ginza", "spacy")


def versions() -> str:
    """krlint's version, with that of Python, dictionary and parser."""
    others = [f"Python {platform.python_version()}"]
    for name in _DECIDING:
        try:
            others.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            others.append(f"{name} -")
    return f"krlint {version('krlint')} ({', '.join(others)})"
