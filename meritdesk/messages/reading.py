"""Words of law read back: a choice typed by its word or its initials, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from typing import TypeVar

from meritdesk.messages import LANGUAGES, Messages

Member = TypeVar("Member", bound=Enum)


def folded(text: str) -> str:
    """A word as it is compared: one space between words, letter case and trailing marks left away."""
    return " ".join(text.casefold().split()).strip(" .")


def ways_to_say(members: Iterable[Member]) -> Mapping[str, Member]:
    """Every way to type a member: its own name, its words and their initials in both languages.

    What could mean two members means none.
    """
    known = tuple(members)
    found: dict[str, Member] = {}
    doubtful: set[str] = set()
    for member, way in (pair for language in LANGUAGES for pair in _ways(known, language)):
        if found.setdefault(way, member) is not member:
            doubtful.add(way)
    return {way: member for way, member in found.items() if way not in doubtful}


@lru_cache(maxsize=32)
def _ways(members: tuple[Member, ...], language: str) -> tuple[tuple[Member, str], ...]:
    messages = Messages(language)
    ways = []
    for member in members:
        label = messages.label_of(member)
        words = folded(label.partition("(")[0])
        initials = "".join(word[0] for word in words.split())
        ways += [(member, way) for way in {folded(label), words, initials, folded(member.name)} if way]
    return tuple(ways)
