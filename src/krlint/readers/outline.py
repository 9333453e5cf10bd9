"""
Objectives and key results of a document of lines, Markdown or plain text.

A list item or line is a key result because of where it stands. Five kinds of evidence, the
stronger overriding the weaker: its own label ("KR1: …"); a list under "Key results"; a list under
"How we'll know:"; a list right under a labelled objective; a list under a heading of an OKR
document that labels nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from krlint.config import Config
from krlint.model import Document
from krlint.readers import periods
from krlint.readers.blocks import select
from krlint.readers.drafts import assemble
from krlint.readers.headings import team_in
from krlint.readers.labels import vocabulary
from krlint.readers.lines import Line, nest
from krlint.readers.source import Passage, Source
from krlint.readers.walk import Walk


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
    lines = list(lines)
    walk = Walk(names, plain)
    walk.front(front)
    walk.visit(nest(lines, names))
    groups = select(walk.blocks, walk.okr)
    for group in groups:
        group.owner = group.owner or walk.owner
    document = assemble(
        path,
        groups,
        config,
        source,
        team=walk.team or team_in(walk.trail.title),
        term=walk.term or periods.words(walk.trail.title),
    )
    words = "\n".join(line.text for line in lines)
    return replace(document, title=walk.trail.title, words=words)
