"""What follows from an appraisal: guidance where the predicate calls for it, and credit points on paper.

PermenPANRB 6/2022 Art. 27 names what follows (report, objection, ranking, reward, sanction); Art. 20 and 21 say what is
done with a performance that does not come forward. Which predicates call for guidance is data: no article says it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from meritdesk.core.evaluation import Evaluation, Predicate
from meritdesk.core.guidance import GuidanceKind, GuidanceRecord


@dataclass(frozen=True, slots=True)
class FollowUpRules:
    """Whose predicate calls for guidance, and which records are guidance (Art. 21: coaching, mentoring, training)."""

    guidance_for: frozenset[Predicate]
    is_guidance: frozenset[GuidanceKind]
    source: str


class GuidanceState(StrEnum):
    """How far the guidance of somebody is whose predicate calls for it."""

    MISSING = "MISSING"
    GUIDED = "GUIDED"
    EVALUATED = "EVALUATED"  # B.1.9 is written


class CreditState(StrEnum):
    """How far the sheet of an official's credit points is, and what keeps it."""

    TO_PRINT = "TO_PRINT"
    OUTDATED = "OUTDATED"  # printed, but the figures are others today
    PRINTED = "PRINTED"
    NOT_CLOSED = "NOT_CLOSED"
    NO_TIER = "NO_TIER"
    NO_MONTH = "NO_MONTH"


HAS_POINTS = frozenset({CreditState.TO_PRINT, CreditState.OUTDATED, CreditState.PRINTED})
"""The states of those whose points are known."""


def follows_since(evaluation: Evaluation) -> date:
    """The day from which guidance follows from an evaluation: the day after its period, or its closing if earlier."""
    after = evaluation.period.last_day + timedelta(days=1)
    return min(after, evaluation.closed_on) if evaluation.closed_on is not None else after


def guidance_since(records: Sequence[GuidanceRecord], since: date) -> tuple[GuidanceRecord, ...]:
    """The records from a day on, oldest first; what was done before was part of the year that is appraised."""
    return tuple(sorted((one for one in records if one.held_on >= since), key=lambda one: one.held_on))


def guidance_state(records: Sequence[GuidanceRecord], rules: FollowUpRules) -> GuidanceState:
    """How far guidance is: done at all, and then its evaluation of competencies (B.1.9, p. 84) not before it."""
    held = [one.held_on for one in records if one.kind in rules.is_guidance]
    if not held:
        return GuidanceState.MISSING
    is_evaluated = any(one.kind is GuidanceKind.COMPETENCY and one.held_on >= min(held) for one in records)
    return GuidanceState.EVALUATED if is_evaluated else GuidanceState.GUIDED
