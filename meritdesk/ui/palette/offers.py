"""What the palette can offer without the desk: commands, tabs, the actions of every page, settings; and their match."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from meritdesk.core.search_words import words_of
from meritdesk.resources import resource

LIST = "commands/page_actions.json"
LEAST_TYPO_LETTERS = 5
"""From this length on one letter of a command's word may be wrong, missing, too many or swapped."""
LEAST_INSIDE_LETTERS = 3


class OfferKind(StrEnum):
    """Under which heading a row stands, in the order of the headings."""

    RECENT = "RECENT"
    SENTENCE = "SENTENCE"
    PERSON = "PERSON"
    PLACE = "PLACE"
    UNIT = "UNIT"
    PAPER = "PAPER"
    COMMAND = "COMMAND"
    ACTION = "ACTION"
    SETTING = "SETTING"
    RESULT = "RESULT"
    TERM = "TERM"


@dataclass(frozen=True, slots=True)
class Found:
    """One row: words, and where it leads: a command, a room with filters and perhaps an action of that page, or a term.

    ``recall`` is the name under which the choice is remembered; what is about a person has none. ``why_not``
    says why whoever sits here may not do it.
    """

    words: str
    icon: str
    command: str = ""
    room: str = ""
    filters: Mapping[str, object] = field(default_factory=dict)
    kind: OfferKind = OfferKind.COMMAND
    detail: str = ""
    keys: str = ""
    action: str = ""
    term: str = ""
    recall: str = ""
    nip: str = ""
    why_not: str = ""


@cache
def page_actions() -> tuple[Mapping[str, Any], ...]:
    """The actions of every tab, as its page declares them: listed here so that no page is made only to be asked.

    The list is written by ``python -m meritdesk.ui.palette.listing``; a test compares it with the pages.
    """
    return tuple(json.loads(resource(LIST).read_text(encoding="utf-8")))


def matching(offers: Sequence[Found], asked: str, recent: Sequence[str] = (), limit: int = 8) -> list[Found]:
    """The offers that hold every word that was typed, the best first; among equals what was chosen lately."""
    words = words_of(asked)
    if not words:
        return []
    ranked = []
    for place, offer in enumerate(offers):
        score = match_score(words, words_of(f"{offer.words} {offer.detail}"))
        if score is not None:
            lately = recent.index(offer.recall) if offer.recall in recent else len(recent)
            ranked.append(((score, lately, place), offer))
    ranked.sort(key=lambda one: one[0])
    return [offer for _, offer in ranked[:limit]]


def begins_with(offer: Found, asked: str) -> bool:
    """Whether the words of an offer begin with the words typed, in their order."""
    return match_score(words_of(asked), words_of(offer.words)) == 0


def match_score(asked: Sequence[str], held: Sequence[str]) -> int | None:
    """How far the words are from those that are there: 0 begins with them, more is worse; ``None`` does not match."""
    total = 0
    for place, word in enumerate(asked):
        scores = [score for there, other in enumerate(held) if (score := _one(word, other, place == there)) is not None]
        if not scores:
            return None
        total += min(scores)
    return total


def _one(word: str, other: str, is_in_place: bool) -> int | None:
    if other.startswith(word):
        return 0 if is_in_place else 1
    if len(word) >= LEAST_INSIDE_LETTERS and word in other:
        return 2
    if len(word) >= LEAST_TYPO_LETTERS and is_nearly(word, other):
        return 3
    return None


def is_nearly(word: str, other: str) -> bool:
    """Whether a word is another, or its beginning, but for one letter: wrong, missing, too many, or two swapped."""
    return any(_one_letter_apart(word, other[:length]) for length in (len(word) - 1, len(word), len(word) + 1))


def _one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        rest, there = one[start:], other[start:]
        return rest[1:] == there[1:] or (rest[:2] == there[:2][::-1] and rest[2:] == there[2:])
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]
