"""What a plan was and what it may become: versions kept when a plan is revised, and drafts not saved yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from meritdesk.core.plan import PerformancePlan


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A version of a plan as it was fixed and signed before a revision took its place (R-31)."""

    plan: PerformancePlan
    replaced_on: date
    replaced_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What somebody typed into a plan and did not save: offered again after a crash.

    ``stamp`` is that of the saved plan the typing began from; ``owner`` is who typed, at which device.
    """

    plan: PerformancePlan
    owner: str
    stamp: str
    kept_at: datetime
