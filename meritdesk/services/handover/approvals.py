"""Approve, lock and un-approve: the region's word on a period of an agency, and what changed since (decision 0034)."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.approvals import (
    NEXT_STATE,
    NO_HEAD,
    Approval,
    ApprovalLine,
    ApprovalState,
    WorkAfterLock,
    following,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import AuditHead, PackageKind
from meritdesk.core.journal import Changes
from meritdesk.core.ledger import APPLIED
from meritdesk.core.lines import IncomingLine
from meritdesk.core.periods import Period, parse_period
from meritdesk.services import second_person
from meritdesk.services.handover.returning import require_agency, require_region
from meritdesk.services.ports import Surroundings, Work

EPOCH = "approvals.epoch"
RESTORED_LEAP = 1000
"""How far the numbers of words count on after a backup came back: nobody knows how many were given in between."""


@dataclass(frozen=True, slots=True)
class AgencyApproval:
    """The region's word on a period of one agency; ``has_arrived`` says whether a package of it was ever taken in."""

    agency_code: str
    agency_name: str
    line: ApprovalLine
    has_arrived: bool = True


@dataclass(frozen=True, slots=True)
class ApprovalDesk:
    """Verbs of approvals: the region decides, the agency sees and writes down why it works on."""

    around: Surroundings

    def lines(self, agency_code: str = "") -> tuple[AgencyApproval, ...]:
        """Every agency and period of which something has arrived; at an agency, every period with a word on it."""
        require(self.around.actor, Action.READ)
        agency = self.around.store.agency
        if not agency.is_region:
            with self.around.store.reading() as work:
                notes = work.approvals.notes()
                return tuple(
                    AgencyApproval(agency.code, agency.name, self._line(work, one, notes, one.head.count))
                    for one in work.approvals.all()
                )
        with self.around.store.reading() as work:
            arrived = _arrived(work.ledger.incoming())
        found: list[AgencyApproval] = []
        for code in sorted(one for one in arrived if agency_code in ("", one)):
            with self.around.store.reading(code) as work:
                known = {one.period: one for one in work.approvals.all()}
                notes = work.approvals.notes()
                for period, name in sorted(arrived[code].items(), reverse=True):
                    approval = known.get(period) or self._unsaid(period)
                    line = self._line(work, approval, notes, approval.journal_number)
                    found.append(AgencyApproval(code, name, line))
        return tuple(found)

    def standing(self, period: Period) -> ApprovalLine | None:
        """What the region last said of a period of this agency; nothing while it has said nothing."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            approval = work.approvals.of_period(period)
            if approval is None or self.around.store.agency.is_region:
                return None
            return self._line(work, approval, work.approvals.notes(), approval.head.count)

    def complete(self, agency_code: str, period: Period, reason: str = "") -> Approval:
        """Say that everything expected of a period is here; that approves nothing yet.

        ``PKG-801`` nothing has arrived, ``PKG-802`` people are missing and no reason is given, ``PKG-800`` it is
        complete already, ``PKG-755`` at an agency.
        """
        return self._next(agency_code, period, ApprovalState.COMPLETE, reason)

    def approve(self, agency_code: str, period: Period, reason: str = "") -> Approval:
        """Say yes to what is held of a period; ``PKG-803`` before it is complete."""
        return self._next(agency_code, period, ApprovalState.APPROVED, reason)

    def lock(self, agency_code: str, period: Period, reason: str = "") -> Approval:
        """Ask that an approved period is left alone; ``PKG-804`` before it is approved."""
        return self._next(agency_code, period, ApprovalState.LOCKED, reason)

    def unapprove(self, agency_code: str, period: Period, reason: str) -> Approval:
        """Open a period again, with the reason that the agency will read; ``PKG-805`` it is open."""
        if not reason.strip():
            raise UsageRefusal("PKG-654")
        return self._next(agency_code, period, ApprovalState.OPEN, reason)

    def work_on(self, period: Period, reason: str) -> Changes:
        """Write down why work goes on in a locked period: from then on it can, is counted, and the region reads why.

        ``PKG-807`` the period is not locked, ``PKG-654`` no reason, ``PKG-757`` at the region.
        """
        require_agency(self.around)
        require(self.around.actor, Action.EDIT)
        if not reason.strip():
            raise UsageRefusal("PKG-654")
        with self.around.store.writing(self.around.actor, "handover.approvals.work_on", reason=reason.strip()) as work:
            second_person.ask(self.around, work, Deed.REOPEN)
            approval = work.approvals.of_period(period)
            if approval is None or not approval.is_locked:
                raise UsageRefusal("PKG-807", period=period.code)
            today = self.around.clock().date()
            note = WorkAfterLock(period.code, approval.number, reason.strip(), self.around.actor.name, today)
            work.approvals.note(note)
            return work.commit()

    def _next(self, agency_code: str, period: Period, state: ApprovalState, reason: str) -> Approval:
        require(self.around.actor, Action.RECEIVE)
        require_region(self.around)
        verb = f"handover.approvals.{_VERBS[state]}"
        with self.around.store.writing(self.around.actor, verb, reason=reason.strip(), agency_code=agency_code) as work:
            if state is ApprovalState.OPEN:
                second_person.ask(self.around, work, Deed.REOPEN)
            arrived = [one for one in _applied(work.ledger.incoming(), agency_code) if one.period == period.code]
            if not arrived:
                raise UsageRefusal("PKG-801", agency=agency_code, period=period.code)
            before = work.approvals.of_period(period) or self._unsaid(period.code)
            _require_step(before.state, state, period)
            line = self._line(work, before, (), before.journal_number)
            if state is ApprovalState.COMPLETE and not line.is_complete and not reason.strip():
                raise UsageRefusal("PKG-802", missing=max(0, line.due - line.closed), due=line.due)
            receipt = work.ledger.receipt(arrived[0].receipt_number)
            head = receipt.audit_head if receipt is not None else NO_HEAD
            approval = following(
                self._counted_on(work, before),
                state,
                self.around.actor.name,
                self.around.clock().date(),
                reason.strip(),
                head,
                # This word is a change set of its own, which is not to be counted.
                work.journal.head().count,
            )
            work.approvals.save(approval)
            work.commit()
        return approval

    def _counted_on(self, work: Work, before: Approval) -> Approval:
        """After a backup came back the numbers leap, so that the next word is newer than any the agency may hold."""
        epoch, known = work.ledger.epoch(), work.setting(EPOCH)
        if known != epoch:
            work.set_setting(EPOCH, epoch)
        if not known or known == epoch:
            return before
        return Approval(
            before.period, before.number + RESTORED_LEAP, before.state, before.decided_by, before.decided_on,
            before.reason, before.head, before.journal_number,
        )  # fmt: skip

    def _unsaid(self, period: str) -> Approval:
        return Approval(period, 0, ApprovalState.OPEN, "", self.around.clock().date(), head=AuditHead(0, ""))

    def _line(self, work: Work, approval: Approval, notes: tuple[WorkAfterLock, ...], since: int) -> ApprovalLine:
        period = parse_period(approval.period)
        board = work.progress(period)
        tops = [one for one in board if not one.parent_id or one.parent_id not in {unit.unit_id for unit in board}]
        note = next((n for n in reversed(notes) if (n.period, n.number) == (approval.period, approval.number)), None)
        changes = work.approvals.changes_since(period, since) if approval.is_approved else 0
        return ApprovalLine(approval, sum(one.due for one in tops), sum(one.closed for one in tops), changes, note)


_VERBS = {
    ApprovalState.COMPLETE: "complete",
    ApprovalState.APPROVED: "approve",
    ApprovalState.LOCKED: "lock",
    ApprovalState.OPEN: "unapprove",
}
_REFUSED = {
    ApprovalState.COMPLETE: "PKG-800",
    ApprovalState.APPROVED: "PKG-803",
    ApprovalState.LOCKED: "PKG-804",
    ApprovalState.OPEN: "PKG-805",
}


def _require_step(before: ApprovalState, state: ApprovalState, period: Period) -> None:
    """Forward one step at a time; back only all the way to open."""
    is_good = before is not ApprovalState.OPEN if state is ApprovalState.OPEN else NEXT_STATE.get(before) is state
    if not is_good:
        raise UsageRefusal(_REFUSED[state], period=period.code)


def _applied(incoming: tuple[IncomingLine, ...], agency_code: str) -> list[IncomingLine]:
    """The exports of an agency that were taken in, newest first."""
    return [
        line
        for line in incoming
        if line.kind == PackageKind.EXPORT.value
        and line.sender.partition("/")[0] == agency_code
        and line.code in {code.value for code in APPLIED}
    ]


def _arrived(incoming: tuple[IncomingLine, ...]) -> dict[str, dict[str, str]]:
    """By agency and period the name under which it sent."""
    found: dict[str, dict[str, str]] = {}
    for code in {line.sender.partition("/")[0] for line in incoming}:
        for line in reversed(_applied(incoming, code)):
            found.setdefault(code, {})[line.period] = line.sender_name
    return found
