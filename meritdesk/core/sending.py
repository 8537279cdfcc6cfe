"""What is known of a package after it was made: states only move forward (exchange 4 and 6, faults F27 and F60).

*Dikemas* (its number and bytes are kept here), *di flashdisk* (written and read back), *belum dikonfirmasi* (given
away), then what the region says. A receipt that comes late, twice, or after a better one changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from meritdesk.core.handover import PackageKind, ReceiptCode
from meritdesk.core.lines import OutgoingLine


class SendingState(StrEnum):
    """How far a package has come, as the clerk sees it."""

    PACKED = "PACKED"
    ON_STICK = "ON_STICK"
    UNCONFIRMED = "UNCONFIRMED"
    ACCEPTED = "ACCEPTED"
    NEEDS_WORK = "NEEDS_WORK"
    FORKED = "FORKED"


_RANKS: Mapping[str, int] = {
    SendingState.PACKED: 0,
    SendingState.ON_STICK: 1,
    SendingState.UNCONFIRMED: 2,
    ReceiptCode.DUPLICATE: 3,
    ReceiptCode.REJECTED: 3,
    ReceiptCode.FORK: 4,
    ReceiptCode.SUPERSEDED: 4,
    ReceiptCode.ERRORS: 5,
    ReceiptCode.ACCEPTED: 5,
}
_SEEN_AS: Mapping[str, SendingState] = {
    ReceiptCode.ACCEPTED: SendingState.ACCEPTED,
    ReceiptCode.DUPLICATE: SendingState.ACCEPTED,
    ReceiptCode.SUPERSEDED: SendingState.ACCEPTED,
    ReceiptCode.ERRORS: SendingState.NEEDS_WORK,
    ReceiptCode.REJECTED: SendingState.NEEDS_WORK,
    ReceiptCode.FORK: SendingState.FORKED,
}

OPEN_STATES: frozenset[str] = frozenset({SendingState.PACKED, SendingState.ON_STICK, SendingState.UNCONFIRMED})
"""As the ledger writes them: nothing was heard of the package yet."""

APPLIED_STATES: frozenset[str] = frozenset({ReceiptCode.ACCEPTED, ReceiptCode.ERRORS})
"""As the ledger writes them: the region holds what the package said."""


def advance(state: str, event: str) -> str:
    """The state after an event: one of the first three states, or the code of a receipt. It never goes back.

    What was once accepted is not taken back; of two events of one rank the first counts. An unknown word changes
    nothing.
    """
    return event if _RANKS.get(event, -1) > _RANKS.get(state, -1) else state


def seen_as(state: str) -> SendingState:
    """What the clerk is shown for the state that the ledger keeps."""
    return _SEEN_AS.get(state) or SendingState(state)


def waits_for_receipt(line: OutgoingLine) -> bool:
    """Whether the region has said nothing of a package yet; a colleague gives no receipt."""
    return line.kind != PackageKind.HANDOVER and line.state in OPEN_STATES
