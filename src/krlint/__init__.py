"""krlint: a linter for key results."""
