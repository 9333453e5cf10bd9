"""
Objectives and key results of a document of lines, Markdown or plain text.

A list item or line is a key result because of where it stands. Four kinds of evidence, the
stronger overriding the weaker: its own label ("KR1: …"); a list under "Key results"; a list right
under a labelled objective; a list under a heading of an OKR document that labels nothing.
"""

import re
from collections.abc import Iterable, Sequence

from krlint.config import Config
from krlint.model import Document
from krlint.readers import labels
from krlint.readers.drafts import Draft, Group, assemble
from krlint.readers.evidence import Walk, select
from krlint.readers.labels import Label, label_of, vocabulary
from krlint.readers.lines import Line, nest
from krlint.readers.source import Passage, Source


def read(
    lines: Iterable[Line],
    source: Source,
    path: str,
    config: Config,
    front: Sequence[Passage] = (),
    plain: bool = False,
) -> Document:
    """The document of these lines; `front` are the lines of its front matter."""
    names = vocabulary(config.readers)
    walk = Walk(names, plain)
    walk.front(front)
    walk.visit(nest(lines, names))
    groups = select(walk)
    return assemble(path, groups, config, source, team=walk.team or walk.title_team())
