"""`python -m krlint`, for where no command `krlint` is on the path."""

import sys

from krlint.cli import main

sys.exit(main())
