"""The desk: the rooms of the office as use cases, one verb per intention."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.store import AgencyInfo
from meritdesk.services.assessment import Assessment
from meritdesk.services.documents import Documents
from meritdesk.services.execution import Execution
from meritdesk.services.follow_up import FollowUp
from meritdesk.services.handover import Handover
from meritdesk.services.overview import Overview
from meritdesk.services.planning import Planning
from meritdesk.services.register import Register
from meritdesk.services.teams import Teams
from meritdesk.services.timekeeping import Timekeeping
from meritdesk.services.upkeep import Upkeep


@dataclass(frozen=True, slots=True)
class Desk:
    """One opened store with its rooms; made by ``bootstrap``, used by the window and the command line alike."""

    agency: AgencyInfo
    register: Register
    planning: Planning
    execution: Execution
    timekeeping: Timekeeping
    teams: Teams
    assessment: Assessment
    documents: Documents
    follow_up: FollowUp
    handover: Handover
    overview: Overview
    upkeep: Upkeep
