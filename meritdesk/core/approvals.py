"""The region's word on an agency's period: complete, approved, locked; complete is not yet approved.

The word travels by file, so it cannot hold anybody's hand at a desk without a network. What it does is make every later
change visible: both sides count from their journals how many records of the period were touched since, and whoever
works on in a locked period first writes down why (decision 0034).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from meritdesk.core.handover import AuditHead

NO_HEAD = AuditHead(0, "")


class ApprovalState(StrEnum):
    """How far the region has gone with a period."""

    OPEN = "OPEN"
    COMPLETE = "COMPLETE"
    APPROVED = "APPROVED"
    LOCKED = "LOCKED"


NEXT_STATE = {
    ApprovalState.OPEN: ApprovalState.COMPLETE,
    ApprovalState.COMPLETE: ApprovalState.APPROVED,
    ApprovalState.APPROVED: ApprovalState.LOCKED,
}
"""One step at a time; back there is only un-approving, which opens the period again."""


@dataclass(frozen=True, slots=True)
class Approval:
    """The region's newest word on one period of an agency.

    ``number`` counts the words: of two the higher one holds, whenever it arrives. ``head`` is the agency's journal as
    the approved package stated it: from there the agency counts. ``journal_number`` is this desk's own journal at that
    moment: from there the region counts.
    """

    period: str
    number: int
    state: ApprovalState
    decided_by: str
    decided_on: date
    reason: str = ""
    head: AuditHead = NO_HEAD
    journal_number: int = 0

    @property
    def is_locked(self) -> bool:
        """Whether work in the period asks for a reason."""
        return self.state is ApprovalState.LOCKED

    @property
    def is_approved(self) -> bool:
        """Whether the region has said yes to what it holds."""
        return self.state in (ApprovalState.APPROVED, ApprovalState.LOCKED)


@dataclass(frozen=True, slots=True)
class WorkAfterLock:
    """Why an agency works on in a period that the region has locked; it goes up with the next export."""

    period: str
    number: int
    reason: str
    noted_by: str
    noted_on: date


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """One period as both sides list it: the region's word, how complete it is, and what was changed since.

    ``due`` and ``closed`` are people; ``changes`` counts records of the period touched since the approval, and is zero
    before there is one. ``after_lock`` is why the agency works on.
    """

    approval: Approval
    due: int
    closed: int
    changes: int
    after_lock: WorkAfterLock | None = None

    @property
    def is_complete(self) -> bool:
        """Whether everybody who is due has a closed evaluation here; that alone is no approval."""
        return self.due > 0 and self.closed >= self.due


def newer(known: Approval | None, arriving: Approval) -> bool:
    """Whether an arriving word takes the place of the known one; nothing else decides, above all no clock."""
    return known is None or arriving.number > known.number


def following(before: Approval, state: ApprovalState, by: str, on: date, reason: str, head: AuditHead,
              journal_number: int) -> Approval:  # fmt: skip
    """The region's next word. Locking what is approved keeps the place from which changes are counted."""
    keeps_place = state is ApprovalState.LOCKED
    return replace(
        before,
        number=before.number + 1,
        state=state,
        decided_by=by,
        decided_on=on,
        reason=reason,
        head=before.head if keeps_place else head,
        journal_number=before.journal_number if keeps_place else journal_number,
    )
