"""What working in a team means for a member: the result in his SKP, and what lead and host say of him.

Nobody is rated by the lead (R-10). The rater decides whether the contribution is a main or an additional result; lead
and host give feedback, which prints with their role (R-42), and no proposed rating exists. A member from another agency
keeps his SKP and his rater there: the team reaches them in the files between agencies and region.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.plan import Indicator, PerformancePlan, PlanState, ResultKind, Target, WorkResult
from meritdesk.core.plan_editing import with_result
from meritdesk.core.plan_parts import AssignmentBasis


class TeamVoice(StrEnum):
    """In which role somebody speaks of a member: as the lead of the team, or as the head of the unit that hosts it."""

    LEAD = "LEAD"
    HOST = "HOST"


_ON_PAPER = {TeamVoice.LEAD: "Ketua Tim", TeamVoice.HOST: "Pimpinan Unit Penerima"}


def role_on_paper(voice: TeamVoice, number: str) -> str:
    """The role as it prints behind the name: ``Ketua Tim MSL-2025-0007``."""
    return f"{_ON_PAPER[voice]} {number}"


@dataclass(frozen=True, slots=True)
class GuestFeedback:
    """What lead or host say of a member from another agency; it travels to his own feedback log."""

    entry_id: str
    problem_id: str
    person_id: str
    given_on: date
    giver_role: str
    giver_name: str
    mark: FeedbackMark
    text: str


@dataclass(frozen=True, slots=True)
class TeamAbroad:
    """A team of another agency in which somebody of this one works, and what became of it here.

    ``consent_on`` is when his rater here agreed (R-41), ``result_id`` the result of his SKP that holds his part.
    """

    problem_id: str
    person_id: str
    number: str
    host_code: str
    host_name: str
    host_unit: str
    lead_name: str
    title: str
    result: str
    letter_number: str
    letter_on: date | None
    due_on: date
    mode: AssignmentMode = AssignmentMode.APPOINTED
    starts: date | None = None
    duty: str = ""
    solved_on: date | None = None
    consent_on: date | None = None
    result_id: str = ""

    @property
    def team_result(self) -> str:
        """What the team is to reach."""
        return self.result or self.title


@dataclass(frozen=True, slots=True)
class Contribution:
    """A member's part of the team's result, as a result of his SKP: main or additional, as his rater says."""

    kind: ResultKind
    text: str
    measure: str = ""
    target: Target | None = None


def guest_key(agency_code: str, nip: str) -> str:
    """How somebody of another agency is named in a team: no key of this register."""
    return f"{agency_code}:{nip}"


def with_contribution(
    plan: PerformancePlan,
    contribution: Contribution,
    result_id: str,
    indicator_id: str,
    team_result: str,
    assigned_by: str,
) -> PerformancePlan:
    """The draft plan with the contribution as a result whose parent is the team's result (PermenPANRB 7/2022).

    ``TEA-131`` when the plan is fixed, ``TEA-132`` without words.
    """
    if plan.state is PlanState.FIXED:
        raise UsageRefusal("TEA-131")
    if not contribution.text.strip():
        raise UsageRefusal("TEA-132")
    measures: tuple[Indicator, ...] = ()
    if contribution.target is not None:
        measures = (Indicator(indicator_id, contribution.measure.strip() or contribution.text, contribution.target),)
    result = WorkResult(
        result_id=result_id,
        number=0,
        kind=contribution.kind,
        text=contribution.text.strip(),
        parent_text=team_result,
        assigned_by=assigned_by,
        indicators=measures,
        basis=AssignmentBasis.CROSS_UNIT,
    )
    same_kind = sum(one.kind is contribution.kind for one in plan.results)
    return with_result(plan, result, same_kind)
