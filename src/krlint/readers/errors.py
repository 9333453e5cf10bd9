"""What a reader raises where a file cannot be read."""

from krlint.model import KrlintError


class ReadError(KrlintError):
    """A file that cannot be read: the place, and what to do about it."""
