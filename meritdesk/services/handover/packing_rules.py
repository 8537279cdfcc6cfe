"""Who can read a package, and when the one made before says the same (exchange 4 and 8)."""

from __future__ import annotations

from collections.abc import Sequence

from meritdesk.core.handover import KeyCard, PackageKind
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.periods import Period
from meritdesk.core.sending import APPLIED_STATES
from meritdesk.core.trust import is_in_force, region_cards
from meritdesk.services.ports import Work

STREAMS = {PackageKind.HANDOVER: PackageKind.HANDOVER.value}
"""What does not go up counts its own numbers."""


def recipients_of(cards: Sequence[KeyCard], kind: PackageKind, own: KeyCard) -> tuple[KeyCard, ...]:
    """The devices to which a package of this kind is written: the region now and next, or the colleagues."""
    if kind is PackageKind.EXPORT:
        return region_cards(cards)
    colleagues = (card for card in cards if card.agency_code == own.agency_code and card.device != own.device)
    return tuple(card for card in colleagues if not card.is_region and is_in_force(card))


def same_package(work: Work, kind: PackageKind, period: Period, content: str) -> OutgoingLine | None:
    """The newest package of this period and epoch, when it says the same; not when something was removed since.

    An older one that says the same is no answer: whoever holds the newest would take it for superseded.
    """
    epoch = work.ledger.epoch(STREAMS.get(kind, ""))
    line = next(
        (
            line
            for line in work.ledger.outgoing()
            if line.kind == kind.value and line.period == period.code and line.epoch == epoch
        ),
        None,
    )
    if line is None or line.content_digest != content:
        return None
    if work.travel.tombstones(work.ledger.change_set_of(line.package_id)):
        return None
    return line


def last_applied(work: Work, period: Period, kind: PackageKind) -> OutgoingLine | None:
    """The newest package of this kind and period that the other side holds."""
    return next(
        (
            line
            for line in work.ledger.outgoing()
            if line.kind == kind.value and line.period == period.code and line.state in APPLIED_STATES
        ),
        None,
    )
