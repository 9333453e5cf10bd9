"""`python -m krlint`, for where no command `krlint` is on the path."""

import sys
from contextlib import suppress
from pathlib import Path

if __name__ == "__main__":
    # `python -m` looks for modules in the current folder first, which may be a stranger's.
    with suppress(OSError):
        sys.path[:] = [place for place in sys.path if place not in ("", str(Path.cwd()))]

    from krlint.cli import main

    sys.exit(main())
