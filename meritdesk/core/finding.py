"""What is found by words anywhere in the store, and why: people, units, papers, the texts of plans, settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.search_words import indexed_words, is_part_of_number


class FoundKind(StrEnum):
    """What was found, in the order in which it is shown."""

    PERSON = "PERSON"
    UNIT = "UNIT"
    PAPER = "PAPER"
    RESULT = "RESULT"
    SETTING = "SETTING"


class EntryKind(StrEnum):
    """What the index holds besides people."""

    UNIT = "UNIT"
    PLAN = "PLAN"
    PAPER = "PAPER"


class FoundIn(StrEnum):
    """Where the words stand: why something was found."""

    NAME = "NAME"
    NIP = "NIP"
    POST = "POST"
    UNIT = "UNIT"
    NUMBER = "NUMBER"
    CODE = "CODE"
    RESULT = "RESULT"
    INDICATOR = "INDICATOR"
    SETTING = "SETTING"


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that was found.

    ``key`` is the person, unit, plan or document it is, or the name of the setting; ``title`` says what it is and
    ``detail`` whose or where. ``why`` is where the words stand and ``text`` what stands there. ``nip``, ``unit_id`` and
    ``year`` lead to the place, where there are any; ``count`` is the number of people in a unit.
    """

    kind: FoundKind
    key: str
    title: str
    detail: str
    why: FoundIn
    text: str
    nip: str = ""
    unit_id: str = ""
    year: int = 0
    form: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was found; of each kind at most as many as asked for, ``more`` kinds have others left."""

    matches: tuple[Match, ...]
    more: frozenset[FoundKind] = frozenset()

    def of_kind(self, kind: FoundKind) -> tuple[Match, ...]:
        """Those of one kind, in their order."""
        return tuple(match for match in self.matches if match.kind is kind)


def where_found(words: Sequence[str], places: Mapping[FoundIn, str]) -> FoundIn:
    """The place that holds the most of the words, the earlier one of two; the first one when none holds any."""
    held = {place: sum(holds(text, word) for word in words) for place, text in places.items()}
    return max(held, key=lambda place: held[place])


def holds(text: str, word: str) -> bool:
    """Whether a text has a word that begins so, or a number with these digits inside."""
    if is_part_of_number(word) and word in text:
        return True
    return any(one.startswith(word) for one in indexed_words((text,)).split(" "))


def holds_all(text: str, words: Sequence[str]) -> bool:
    """Whether a text holds each of the words."""
    return all(holds(text, word) for word in words)
