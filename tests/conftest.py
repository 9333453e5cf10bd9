"""What holds for all tests."""

from hypothesis import settings

# A deadline is a timed assertion: it fails where the machine is busy, not where krlint is wrong.
settings.register_profile("krlint", deadline=None)
settings.load_profile("krlint")
