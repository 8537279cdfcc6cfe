"""Continuous feedback (umpan balik berkelanjutan): who said what about whom, when and on what ground (Art. 17-19).

The leader must give scheduled feedback and may give it at any time; peers, subordinates and others may give both. No
weights, no scores, no least number (R-52): the mark only says whether an item is positive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meritdesk.core.periods import Period
from meritdesk.core.plan import BehaviourValue
from meritdesk.core.scoring.suggestion import FeedbackTally


class FeedbackGiver(StrEnum):
    """Who speaks, in the order of the regulation (p. 69)."""

    LEADER = "LEADER"
    PEER = "PEER"
    SUBORDINATE = "SUBORDINATE"
    OTHER = "OTHER"


class FeedbackRhythm(StrEnum):
    """As agreed beforehand, or when there was reason to."""

    SCHEDULED = "SCHEDULED"
    INCIDENTAL = "INCIDENTAL"


class FeedbackChannel(StrEnum):
    """Face to face, or through another person or a medium."""

    DIRECT = "DIRECT"
    INDIRECT = "INDIRECT"


class FeedbackMark(StrEnum):
    """Whether an item speaks for the employee."""

    POSITIVE = "POSITIVE"
    NEUTRAL = "NEUTRAL"
    NEGATIVE = "NEGATIVE"


@dataclass(frozen=True, slots=True)
class FeedbackEntry:
    """One item of feedback, about a work result or a behaviour value.

    ``result_id`` or ``behaviour`` is filled, not both. ``giver_id`` is the person where he is in the register, else
    ``giver_name`` alone names him. ``evidence`` says in words what it rests on; files are attached as ``Evidence``.
    ``is_requested`` marks an answer to a question of the employee (two-way, R-52). ``giver_role`` is the role in which
    somebody outside the own line speaks, such as the lead of a team, and prints behind his name (R-42); ``problem_id``
    is the team's problem.
    """

    entry_id: str
    person_id: str
    given_on: date
    giver: FeedbackGiver
    giver_name: str
    text: str
    mark: FeedbackMark
    giver_id: str = ""
    rhythm: FeedbackRhythm = FeedbackRhythm.INCIDENTAL
    channel: FeedbackChannel = FeedbackChannel.DIRECT
    result_id: str = ""
    behaviour: BehaviourValue | None = None
    evidence: str = ""
    is_requested: bool = False
    giver_role: str = ""
    problem_id: str = ""

    @property
    def named_giver(self) -> str:
        """Who speaks, as on paper: the name, and the role in which it is said."""
        return ", ".join(part for part in (self.giver_name, self.giver_role) if part)


def entries_in(entries: Iterable[FeedbackEntry], period: Period) -> tuple[FeedbackEntry, ...]:
    """The feedback that was given inside a period, in the order of its dates."""
    inside = (entry for entry in entries if period.first_day <= entry.given_on <= period.last_day)
    return tuple(sorted(inside, key=lambda entry: (entry.given_on, entry.entry_id)))


def feedback_tally(entries: Iterable[FeedbackEntry], period: Period | None = None) -> FeedbackTally:
    """How many items on the results were given and how many of them are positive: step 5 of the suggestion (R-63).

    A neutral item counts as given and not positive, as the guide says *not positive* and never *negative*. Items on
    behaviour are left out. Without ``period`` all entries count.
    """
    counted = entries if period is None else entries_in(entries, period)
    marks = [entry.mark for entry in counted if entry.result_id]
    return FeedbackTally(positive=marks.count(FeedbackMark.POSITIVE), total=len(marks))


def feedback_tallies(entries: Iterable[FeedbackEntry], period: Period) -> Mapping[str, FeedbackTally]:
    """The tally of each person who was spoken of in a period."""
    theirs: dict[str, list[FeedbackEntry]] = {}
    for entry in entries_in(entries, period):
        theirs.setdefault(entry.person_id, []).append(entry)
    return {person_id: feedback_tally(mine) for person_id, mine in theirs.items()}
