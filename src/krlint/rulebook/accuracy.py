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
    """What the file says of each rule, by code and language: the half kept for releases counts."""
    if not path.is_file():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    measured, by = content["measured"], Wording(**content["labelled_by"])
    found: dict[str, dict[Language, Accuracy]] = {}
    for language, rules in content["release"]["scores"].items():
        for code, counts in rules.items():
            found.setdefault(code, {})[language] = Accuracy(Score(**counts), measured, by)
    return found
