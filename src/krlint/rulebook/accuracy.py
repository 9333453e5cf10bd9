"""
`rules/accuracy.json`: how right the rules are, as measured on the published benchmark.

`make accuracy` writes it; docs/accuracy.md tells how the benchmark came about.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from krlint.model import Accuracy, Language, Wording
from krlint.score import Score


def accuracies(path: Path) -> Mapping[str, Mapping[Language, Accuracy]]:
    """
    What the file says of each rule, by code and language.

    Of the rules with a label the half that is kept for releases counts, of the others their marked
    cases.
    """
    if not path.is_file():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    found: dict[str, dict[Language, Accuracy]] = {}
    for part in ("cases", "release"):
        by = Wording(**content[part]["labelled_by"])
        for language, rules in content[part]["scores"].items():
            for code, counts in rules.items():
                of = Accuracy(Score(**counts), content["measured"], by)
                found.setdefault(code, {})[language] = of
    return found
