"""Whose name is the team's own."""

import re

from krlint.analysis.ja.mentions import Mention
from krlint.analysis.reading import Reading

_UNITS = "部課室係局"
_BETWEEN_NAMES = r"[・、,/／&＆+]"


def is_own(reading: Reading, mention: Mention) -> bool:
    """The mention names the team that owns the key result, or a post where no team is told."""
    team = reading.key_result.team
    if not team:  # a post is somebody else only beside a team that it is not in
        return "post" in reading.lexicon.words.get(reading.words[mention.last - 1].lemma, ())
    names = (team, *reading.config.teams.get(team, ()))
    parts = [part for name in names for part in re.split(_BETWEEN_NAMES, name)]
    return any(_is_same(reading, mention.text, name) for name in (*names, *parts))


def _is_same(reading: Reading, text: str, name: str) -> bool:
    """「総務」 is 総務部 and 開発2課 is 開発; 営業企画 is not 営業, データ提供元 not データ."""
    bare = text.rstrip(_UNITS)
    longer, shorter = (text, name.rstrip(_UNITS)) if len(text) > len(name) else (name, bare)
    if not shorter or shorter not in longer:
        return False
    before, _, after = longer.partition(shorter)
    rest = after.lstrip("第0123456789一二三四五六七八九十").split(" ")[0].split("　")[0]
    known = reading.lexicon.words.get(rest, ())
    suffix = not rest or not {"organisation_suffix", "person"}.isdisjoint(known)
    return suffix or before.endswith((" ", "　"))
