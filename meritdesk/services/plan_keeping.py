"""Nothing of a fixed plan is lost: the version that gives way is kept as it was fixed and signed (R-31)."""

from __future__ import annotations

from meritdesk.core.plan import PerformancePlan, PlanState
from meritdesk.core.plan_versions import PlanVersion
from meritdesk.services.ports import Surroundings, Work


def keep_version(
    around: Surroundings, work: Work, before: PerformancePlan, after: PerformancePlan, reason: str
) -> None:
    """Keep a fixed plan beside the later version that takes its place; a draft that only goes on is not kept."""
    if before.state is PlanState.FIXED and after.version > before.version:
        work.plans.keep_version(PlanVersion(before, around.clock().date(), around.actor.name, reason))
