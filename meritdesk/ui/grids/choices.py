"""Cells that choose among a few words of law: read from a word or its initials, in either language."""

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
    """Every way to type a member: its words and their initials in both languages; what is ambiguous is left out."""
    found: dict[str, Member] = {}
    doubtful: set[str] = set()
    for language in LANGUAGES:
        for member, label in _labels(tuple(members), language):
            words = folded(label.partition("(")[0])
            for way in {folded(label), words, "".join(word[0] for word in words.split())}:
                if found.setdefault(way, member) is not member:
                    doubtful.add(way)
    return {way: member for way, member in found.items() if way not in doubtful}


@lru_cache(maxsize=16)
def _labels(members: tuple[Member, ...], language: str) -> tuple[tuple[Member, str], ...]:
    messages = Messages(language)
    return tuple((member, messages.label_of(member)) for member in members)
