"""Heads of a journal that a file brings: compared on both sides, and what does not stand is kept for a person (F79)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from meritdesk.core.audit import HeadFinding, JudgedHead, judge_head, judge_stream
from meritdesk.core.handover import OpenedPackage, Receipt
from meritdesk.services.ports import Surroundings, Work


def note_stream(around: Surroundings, work: Work, opened: OpenedPackage) -> tuple[JudgedHead, ...]:
    """The region looks whether the heads it holds of a sender still stand in his journal, and keeps what does not."""
    snapshot, header = opened.snapshot, opened.header
    if snapshot is None or not snapshot.audit_head.digest:
        return ()
    held = work.audit.held_of(header.sender, header.epoch)
    earlier = {head.count: head.digest for head in snapshot.heads_before}
    older = [one for sequence, one in held if sequence < header.sequence]
    judged = judge_stream(snapshot.audit_head, earlier, older)
    broken = [one for one in judged if one.verdict.is_broken]
    _keep(around, work, broken, header.sender, header.epoch, header.sequence)
    return judged


def note_receipt(around: Surroundings, work: Work, receipt: Receipt) -> tuple[JudgedHead, ...]:
    """The agency looks whether the head that the region acknowledged still stands in its own journal."""
    held = [one for one in work.audit.acknowledged() if one.note == receipt.number]
    now, digests = work.journal.head(), work.audit.digests_at({one.count for one in held})
    judged = tuple(judge_head(one, now, digests) for one in held)
    broken = [one for one in judged if one.verdict.is_broken]
    _keep(around, work, broken, receipt.sender, receipt.epoch, receipt.sequence)
    return judged


def _keep(
    around: Surroundings, work: Work, broken: Iterable[JudgedHead], sender: str, epoch: str, sequence: int
) -> None:
    """Keep each break once: the same head, found as it was found before, is no news."""
    known = {(one.sender, one.epoch, one.held.count, one.held.digest, one.found) for one in work.audit.findings()}
    fresh = [one for one in broken if (sender, epoch, one.held.count, one.held.digest, one.found) not in known]
    now = around.clock()
    work.audit.save(
        [
            HeadFinding(str(uuid.uuid4()), sender, epoch, sequence, one.held, one.verdict, one.found, now)
            for one in fresh
        ]
    )
