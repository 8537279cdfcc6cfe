"""A period that the region has locked: work in it asks for a reason first, and is counted (decision 0034)."""

from __future__ import annotations

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period
from meritdesk.services.ports import Work


def require_unlocked(work: Work, period: Period) -> None:
    """``PKG-806`` in a locked period, until somebody at this desk has written down why work goes on."""
    approval = work.approvals.of_period(period)
    if approval is None or not approval.is_locked:
        return
    if any(note.period == period.code and note.number == approval.number for note in work.approvals.notes()):
        return
    raise UsageRefusal("PKG-806", period=period.code, name=approval.decided_by, day=approval.decided_on.isoformat())
