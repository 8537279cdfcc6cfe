"""What the rules of planning must know of a person beside the plan itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.study_guide import StudyGuide
from meritdesk.core.wording import PlanWording, PostGroup


@dataclass(frozen=True, slots=True)
class PlanContext:
    """The person a plan is for, as he stands on the day of the check.

    ``agreement`` are the indicators of the performance agreement of the unit he leads (V-05), ``entered`` which of them
    the cascade links to a result or measure of the plan, whatever its wording; ``leader_above`` says
    that the superior's results are those of a JPT, the head of an autonomous unit or the organisation (V-20);
    ``others`` are his other plans of the same year (V-46).
    """

    today: date
    wording: PlanWording
    guide: StudyGuide
    status: LegalStatus = LegalStatus.ACTIVE
    employment: EmploymentType = EmploymentType.PNS
    position_kind: PositionKind = PositionKind.STAFF
    position_title: str = ""
    is_team_lead: bool = False
    leader_above: bool = False
    on_study_leave: bool = False
    agreement: tuple[AgreementIndicator, ...] = ()
    entered: Mapping[str, str] = field(default_factory=dict)
    others: tuple[PerformancePlan, ...] = ()

    @property
    def post_group(self) -> PostGroup | None:
        """The group of posts for which p. 44 recommends a level of control; none for JPT and officials."""
        match self.position_kind:
            case PositionKind.ADMINISTRATOR:
                return PostGroup.ADMINISTRATOR
            case PositionKind.SUPERVISOR:
                return PostGroup.SUPERVISOR
            case PositionKind.STAFF:
                return PostGroup.TEAM_LEAD if self.is_team_lead else PostGroup.STAFF
            case PositionKind.JF:
                if self.is_team_lead:
                    return PostGroup.TEAM_LEAD
                title = f" {self.position_title.casefold()} "
                is_senior = any(f" {tier} " in title for tier in self.wording.senior_tiers)
                return PostGroup.JF_SENIOR if is_senior else PostGroup.JF_OTHER
            case _:
                return None
