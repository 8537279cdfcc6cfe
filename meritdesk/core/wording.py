"""The wording of a plan: is it an achievement, is a target absolute, is a schedule or a consequence named.

A reading of the regulation's own examples (p. 51, 120-122), kept as word lists in a pack and open to the office's own
words. It warns and never blocks; every function answers for every text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from meritdesk.core.plan_parts import ControlLevel


class StatementKind(StrEnum):
    """What a planned result really says (child annex 1): only the first is a result."""

    ACHIEVEMENT = "ACHIEVEMENT"
    ACTIVITY = "ACTIVITY"
    CATEGORY = "CATEGORY"


class PostGroup(StrEnum):
    """The groups of posts for which p. 44 recommends a level of control."""

    ADMINISTRATOR = "ADMINISTRATOR"
    SUPERVISOR = "SUPERVISOR"
    TEAM_LEAD = "TEAM_LEAD"
    STAFF = "STAFF"
    JF_SENIOR = "JF_SENIOR"
    JF_OTHER = "JF_OTHER"


@dataclass(frozen=True, slots=True)
class PlanWording:
    """The word lists behind V-10, V-15, V-17, V-29 and V-30; all in lower case.

    ``softeners`` take the edge off an absolute word that follows them (``hampir tidak ada``), ``time_words`` after
    ``setiap`` make a schedule of it. ``passive_look_alikes`` begin with ``ter`` or ``di`` without being a passive,
    ``verb_look_alikes`` with ``me`` without being a verb. ``senior_tiers`` are the words in a JF title that stand for
    the tiers with a medium level of control.
    """

    absolute_words: tuple[str, ...]
    softeners: tuple[str, ...]
    time_words: tuple[str, ...]
    activity_nouns: tuple[str, ...]
    activity_redeemers: tuple[str, ...]
    category_nouns: tuple[str, ...]
    quality_words: tuple[str, ...]
    short_results: tuple[str, ...]
    verb_look_alikes: tuple[str, ...]
    passive_look_alikes: tuple[str, ...]
    schedule_words: tuple[str, ...]
    evidence_words: tuple[str, ...]
    consequence_words: tuple[str, ...]
    control_levels: Mapping[PostGroup, ControlLevel]
    senior_tiers: tuple[str, ...]

    def with_absolute_words(self, listed: Iterable[str]) -> PlanWording:
        """The same lists with the office's own list of absolute words; an empty list keeps the one of the pack."""
        own = tuple(dict.fromkeys(" ".join(word.split()).casefold() for word in listed if word.strip()))
        return replace(self, absolute_words=own) if own else self


_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*", re.UNICODE)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without punctuation."""
    return tuple(match.group().casefold() for match in _WORD.finditer(text))


def absolute_word(text: str, wording: PlanWording) -> str:
    """The first absolute marker in a target (R-25), as it stands in the list; empty when the target leaves a margin."""
    folded = " ".join(text.split()).casefold()
    found: tuple[int, str] | None = None
    for marker in wording.absolute_words:
        for match in _marker(marker).finditer(folded):
            before = words_of(folded[: match.start()])
            after = words_of(folded[match.end() :])
            if before and before[-1] in wording.softeners:
                continue
            if marker == "setiap" and after and after[0] in wording.time_words:
                continue
            if found is None or match.start() < found[0]:
                found = match.start(), marker
            break
    return found[1] if found is not None else ""


@lru_cache(maxsize=200)
def _marker(marker: str) -> re.Pattern[str]:
    """A marker as whole words; blanks in it match any blanks or none before a sign (``100 %`` and ``100%``)."""
    parts = [re.escape(part) for part in marker.split()]
    joined = r"\s+".join(parts) if all(part.isalnum() for part in marker.split()) else r"\s*".join(parts)
    return re.compile(rf"(?<![\w.,]){joined}(?!\w)")


def statement_kind(text: str, wording: PlanWording) -> StatementKind:
    """Whether a planned result is an achievement, an activity or a bare category (rules section 10).

    The first word decides: an active verb or a noun of doing is an activity, unless the noun is followed by what makes
    it a result; at most two words, or a noun of service without a word of quality, are a category.
    """
    words = words_of(text)
    if not words:
        return StatementKind.CATEGORY
    first, rest = words[0], f" {' '.join(words[1:])} "
    if _is_active_verb(first, wording):
        return StatementKind.ACTIVITY
    if first in wording.short_results:
        return StatementKind.ACHIEVEMENT
    if first in wording.activity_nouns and not _holds(rest, wording.activity_redeemers):
        return StatementKind.ACTIVITY
    if len(words) <= 2:
        return StatementKind.CATEGORY
    if first in wording.category_nouns:
        has_quality = _holds(rest, wording.quality_words) or any(_is_passive(word, wording) for word in words[1:])
        return StatementKind.ACHIEVEMENT if has_quality else StatementKind.CATEGORY
    return StatementKind.ACHIEVEMENT


def _is_active_verb(word: str, wording: PlanWording) -> bool:
    """Whether a word is an active verb (``menyusun``); ``meningkatnya`` is a state that was reached."""
    if not word.startswith("me") or len(word) < 5 or word.endswith("nya"):
        return False
    return word not in wording.verb_look_alikes


def _is_passive(word: str, wording: PlanWording) -> bool:
    if word in wording.passive_look_alikes or len(word) < 6:
        return False
    return word.startswith(("ter", "di"))


def _holds(padded: str, phrases: Iterable[str]) -> bool:
    return any(f" {phrase} " in padded for phrase in phrases)


def names_a_schedule(text: str, wording: PlanWording) -> bool:
    """Whether a line of the accountability scheme says when something is reported (Art. 12)."""
    return _holds(f" {' '.join(words_of(text))} ", wording.schedule_words)


def names_evidence(text: str, wording: PlanWording) -> bool:
    """Whether a line of the accountability scheme says what is shown as evidence (Art. 12)."""
    return _holds(f" {' '.join(words_of(text))} ", wording.evidence_words)


def names_a_consequence(text: str, wording: PlanWording) -> bool:
    """Whether a line says what follows from meeting or missing the expectation (Art. 13)."""
    return _holds(f" {' '.join(words_of(text))} ", wording.consequence_words)
