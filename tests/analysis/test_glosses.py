"""What krlint calls its signals when it explains itself."""

from krlint.analysis.glosses import GLOSSES
from krlint.analysis.signals import SIGNALS


def test_every_signal_has_a_gloss_of_its_own() -> None:
    """In both languages, and no two signals are called the same."""
    assert set(SIGNALS) == set(GLOSSES)
    assert len(SIGNALS) == len({gloss.ja for gloss in GLOSSES.values()})
    assert len(SIGNALS) == len({gloss.en for gloss in GLOSSES.values()})
