"""Guidance of performance: coaching, mentoring, training, and the feedback and competency evaluation after it (R-54).

Each record is a form of the regulation (B.1.6 to B.1.9) as facts. Counselling and the report of a behaviour problem are
confidential and stand in ``confidential``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class GuidanceKind(StrEnum):
    """The open records; the value is the form where the regulation draws one."""

    COACHING = "COACHING"  # B.1.6
    MENTORING = "MENTORING"  # B.1.7
    TRAINING = "TRAINING"  # formal or informal, without a form
    FEEDBACK = "FEEDBACK"  # B.1.8, by the employee
    COMPETENCY = "COMPETENCY"  # B.1.9, by the leader or coach


@dataclass(frozen=True, slots=True)
class CoachingGoal:
    """*What do I want to reach?* One line of the first block of B.1.6."""

    indicator: str
    baseline: str = ""
    target: str = ""
    strategy: str = ""


@dataclass(frozen=True, slots=True)
class CoachingFact:
    """*Where am I now?* One line of the second block of B.1.6."""

    target: str
    progress: str = ""
    obstacle: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class CoachingStep:
    """*What shall I do?* One line of the last block of B.1.6; ``adjusts_plan`` is its YA / TIDAK (V-54)."""

    indicator: str
    strategy: str = ""
    adjusts_plan: bool = False


@dataclass(frozen=True, slots=True)
class Coaching:
    """The contents of B.1.6 (p. 80)."""

    goals: tuple[CoachingGoal, ...] = ()
    facts: tuple[CoachingFact, ...] = ()
    opportunity: str = ""
    steps: tuple[CoachingStep, ...] = ()

    @property
    def adjusts_plan(self) -> bool:
        """Whether a change of the plan was agreed."""
        return any(step.adjusts_plan for step in self.steps)


@dataclass(frozen=True, slots=True)
class MentoringGoal:
    """*What do I want to reach with mentoring?* One line of the first block of B.1.7."""

    skill: str
    duration: str = ""
    change: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class MentoringMeeting:
    """One line of the mentoring journal of B.1.7."""

    when_and_where: str
    material: str = ""
    action: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Mentoring:
    """The contents of B.1.7 (p. 82)."""

    goals: tuple[MentoringGoal, ...] = ()
    journal: tuple[MentoringMeeting, ...] = ()


@dataclass(frozen=True, slots=True)
class Training:
    """A formal or informal training (p. 78): the regulation draws no form for it."""

    title: str
    organiser: str = ""
    is_formal: bool = True
    ends: date | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class GuidanceFeedback:
    """The contents of B.1.8 (p. 83): the employee's free words on each of the three subjects; there is no scale."""

    about_employee: str = ""
    about_leader: str = ""
    about_both: str = ""


class Competency(StrEnum):
    """The fixed competencies of B.1.9, in its order; technical ones are a free list."""

    INTEGRITY = "INTEGRITY"
    COOPERATION = "COOPERATION"
    COMMUNICATION = "COMMUNICATION"
    RESULTS = "RESULTS"
    SERVICE = "SERVICE"
    DEVELOPMENT = "DEVELOPMENT"
    CHANGE = "CHANGE"
    DECISION = "DECISION"
    UNITY = "UNITY"


LOWEST_SCORE = 1
HIGHEST_SCORE = 5


@dataclass(frozen=True, slots=True)
class CompetencyScore:
    """One line of B.1.9: a fixed competency or the name of a technical one, a score from 1 to 5 and its reason."""

    score: int
    reason: str = ""
    competency: Competency | None = None
    technical: str = ""


@dataclass(frozen=True, slots=True)
class CompetencyEvaluation:
    """The contents of B.1.9 (p. 84-85): no total and no average."""

    scores: tuple[CompetencyScore, ...] = ()
    recommendation: str = ""


Body: TypeAlias = Coaching | Mentoring | Training | GuidanceFeedback | CompetencyEvaluation

KIND_OF_BODY: Mapping[type[Body], GuidanceKind] = {
    Coaching: GuidanceKind.COACHING,
    Mentoring: GuidanceKind.MENTORING,
    Training: GuidanceKind.TRAINING,
    GuidanceFeedback: GuidanceKind.FEEDBACK,
    CompetencyEvaluation: GuidanceKind.COMPETENCY,
}


@dataclass(frozen=True, slots=True)
class GuidanceRecord:
    """One record of guidance: who guided whom, when, and the contents of its form.

    ``guide_id`` is the leader or coach where he is in the register, else ``guide_name`` alone names him. ``follows``
    is the coaching or mentoring that a B.1.8 or B.1.9 looks back on.
    """

    record_id: str
    person_id: str
    held_on: date
    body: Body
    guide_id: str = ""
    guide_name: str = ""
    place: str = ""
    follows: str = ""

    @property
    def kind(self) -> GuidanceKind:
        """Which record this is."""
        return KIND_OF_BODY[type(self.body)]
