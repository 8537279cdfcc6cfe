"""A period that the region has locked: work in it asks for a reason first, and is counted (decision 0034)."""

from __future__ import annotations

from meritdesk.core.approvals import Approval
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period
from meritdesk.services.ports import Work

LOCKED = "PKG-806"


def require_unlocked(work: Work, period: Period) -> None:
    """``PKG-806`` in a locked period, until somebody at this desk has written down why work goes on."""
    approval = lock_on(work, period)
    if approval is not None:
        raise UsageRefusal(LOCKED, **lock_facts(approval))


def lock_on(work: Work, period: Period) -> Approval | None:
    """The lock that stops work in a period; nothing where nobody locked it or a reason to work on is written down."""
    approval = work.approvals.of_period(period)
    if approval is None or not approval.is_locked:
        return None
    if any(note.period == period.code and note.number == approval.number for note in work.approvals.notes()):
        return None
    return approval


def lock_facts(approval: Approval) -> dict[str, str]:
    """What the refusal says of a lock: which period, who locked it, and when."""
    return {"period": approval.period, "name": approval.decided_by, "day": approval.decided_on.isoformat()}
