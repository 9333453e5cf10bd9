"""Which documents are whose: teams by the names that people, headings and the config give them."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from krlint.analysis.patterns import compiled

_FILLERS = frozenset(
    "the our a team teams department dept division group office unit squad of & and".split()
)
_PERIOD = (
    r"(?i)\b(?:fy\s?)?\d{2,4}\b|\b[qh][1-4]\b|\bokrs?\b|\d{2,4}年度?|[上下]半?期|第.四半期|\d学期"
)
_SUFFIX = r"(?:部門|本部|事業部|部|課|室|係|局|科|チーム|グループ|センター|ユニット|班)$"

Name = frozenset[str]


@lru_cache(maxsize=4096)
def name(said: str) -> Name:
    """What remains of a name when case, width, periods and words like “team” and 部 are gone."""
    plain = unicodedata.normalize("NFKC", said).casefold()
    plain = compiled(_PERIOD).sub(" ", plain)
    words = re.findall(r"[^\W_]+", plain)
    bare = (compiled(_SUFFIX).sub("", word) or word for word in words)
    return frozenset(word for word in bare if word not in _FILLERS)


def parts(said: str) -> tuple[str, ...]:
    """The names in a text that may give several: 「情報システム部（情シス）」, "Legal, Finance"."""
    found = compiled(r"[^()（）\[\]【】,、，;；/／|｜\n]+").findall(said)
    return tuple(part.strip() for part in found if name(part))


class Teams(NamedTuple):
    """What the config says: each team's names, and the team above it."""

    names: Mapping[str, tuple[str, ...]]
    parents: Mapping[str, str]

    def known_as(self, said: str) -> frozenset[Name]:
        """All names of the team that somebody calls `said`."""
        called = name(said)
        if not self.names:
            return frozenset((called,)) if called else frozenset()
        for team, others in self.names.items():
            every = {name(each) for each in (team, *others)}
            if called in every:
                return frozenset(every)
        return frozenset((called,)) if called else frozenset()

    def above(self, said: str) -> frozenset[Name]:
        """All names of the teams above the one called `said`."""
        if not self.parents:
            return frozenset()
        found: set[Name] = set()
        parent = self._parent(name(said))
        while parent and name(parent) not in found:
            found |= self.known_as(parent)
            parent = self._parent(name(parent))
        return frozenset(found)

    def _parent(self, called: Name) -> str | None:
        for team, parent in self.parents.items():
            if called in {name(each) for each in (team, *self.names.get(team, ()))}:
                return parent
        return None
