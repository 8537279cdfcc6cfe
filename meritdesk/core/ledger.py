"""The ledger's verdict on an arriving package: next, gap, duplicate, superseded, fork or new epoch (exchange 4).

No rule looks at a clock. Within an epoch the same set of packages leads to the same applied data in whatever order
and however often they arrive.
"""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.handover import LedgerDecision, LedgerEntry, LedgerVerdict, PackageHeader, ReceiptCode

APPLIED = frozenset({ReceiptCode.ACCEPTED, ReceiptCode.ERRORS})
MAX_MISSING_LISTED = 1000

_RECORDED = APPLIED | {ReceiptCode.SUPERSEDED}


def decide(header: PackageHeader, payload_digest: str, entries: Sequence[LedgerEntry]) -> LedgerDecision:
    """What to do with a package of this header, given everything recorded so far (exchange 4, region rules).

    ``entries`` are in the order in which they were recorded; those of other senders are ignored, and rejected ones
    leave no trace in the stream, so that a package refused by an old program can be received by a newer one. A fork
    freezes its epoch: from then on only duplicates pass, until the sender starts a new epoch.
    """
    stream = [entry for entry in entries if entry.sender == header.sender]
    recorded = [entry for entry in stream if entry.code in _RECORDED]
    for entry in recorded:
        if entry.payload_digest == payload_digest:
            return LedgerDecision(LedgerVerdict.DUPLICATE, receipt_number=entry.receipt_number)
    if _is_fork(header, payload_digest, stream):
        return LedgerDecision(LedgerVerdict.FORK)
    epoch = [entry for entry in recorded if entry.epoch == header.epoch]
    missing = _missing_before(header.sequence, epoch)
    current = _current_epoch(recorded)
    if current and header.epoch != current:
        verdict = LedgerVerdict.SUPERSEDED if epoch else LedgerVerdict.NEW_EPOCH
        return LedgerDecision(verdict, () if epoch else missing)
    newer = [entry for entry in epoch if entry.code in APPLIED and entry.sequence > header.sequence]
    if any(entry.period == header.period for entry in newer):
        return LedgerDecision(LedgerVerdict.SUPERSEDED, missing)
    follows = header.sequence == 1 or header.sequence - 1 in {entry.sequence for entry in epoch}
    periods = frozenset(entry.period for entry in newer)
    return LedgerDecision(LedgerVerdict.NEXT if follows else LedgerVerdict.GAP, missing, newer_periods=periods)


def decide_transfer(header: PackageHeader, payload_digest: str, entries: Sequence[LedgerEntry]) -> LedgerDecision:
    """What to do with a transfer: each speaks of its own people, so none is overtaken by another, whatever its number.

    The same file again is a duplicate; two files under one number are a fork, as in every stream.
    """
    recorded = [entry for entry in entries if entry.sender == header.sender and entry.code in _RECORDED]
    for entry in recorded:
        if entry.payload_digest == payload_digest:
            return LedgerDecision(LedgerVerdict.DUPLICATE, receipt_number=entry.receipt_number)
    if _is_fork(header, payload_digest, [entry for entry in entries if entry.sender == header.sender]):
        return LedgerDecision(LedgerVerdict.FORK)
    epoch = [entry for entry in recorded if entry.epoch == header.epoch]
    missing = _missing_before(header.sequence, epoch)
    follows = header.sequence == 1 or header.sequence - 1 in {entry.sequence for entry in epoch}
    return LedgerDecision(LedgerVerdict.NEXT if follows else LedgerVerdict.GAP, missing)


def _is_fork(header: PackageHeader, payload_digest: str, stream: Sequence[LedgerEntry]) -> bool:
    """Whether two packages claim one place, or a link between neighbours does not hold, or the epoch is frozen."""
    for entry in stream:
        if entry.epoch != header.epoch:
            continue
        if entry.code is ReceiptCode.FORK:
            return True
        if entry.code not in _RECORDED:
            continue
        if entry.sequence == header.sequence:
            return True
        if entry.sequence == header.sequence - 1 and header.previous != entry.payload_digest:
            return True
        if entry.sequence == header.sequence + 1 and entry.previous != payload_digest:
            return True
    return False


def _current_epoch(recorded: Sequence[LedgerEntry]) -> str:
    """The epoch that was applied last begun; recording order decides, since a new epoch is confirmed by a person."""
    begun: dict[str, None] = {}
    for entry in recorded:
        if entry.code in APPLIED:
            begun.setdefault(entry.epoch)
    return next(reversed(begun), "")


def _missing_before(sequence: int, epoch: Sequence[LedgerEntry]) -> tuple[int, ...]:
    """The numbers below this one that never arrived, at most the newest thousand."""
    known = {entry.sequence for entry in epoch}
    missing: list[int] = []
    for number in range(sequence - 1, 0, -1):
        if number not in known:
            missing.append(number)
            if len(missing) == MAX_MISSING_LISTED:
                break
    return tuple(reversed(missing))
