"""Packing: what goes up to the region, sealed, and written so that a stick can be trusted with it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import (
    PackageHeader,
    PackageKind,
    Snapshot,
)
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.periods import Period
from meritdesk.core.trust import region_cards
from meritdesk.services.changes import Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.handover.key_signing import list_version
from meritdesk.services.ports import Surroundings, Work

UNCONFIRMED = "UNCONFIRMED"

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class PackOutcome:
    """The file made for the region; ``reissued`` says that nothing had changed and the same file was written again."""

    path: Path
    header: PackageHeader
    counts: dict[str, int]
    size: int
    payload_digest: str
    drafts: int
    reissued: bool


@dataclass(frozen=True, slots=True)
class Packing:
    """Verbs of packing."""

    around: Surroundings

    def pack(self, period: Period, out: Path, step: Step = no_step) -> PackOutcome:
        """Pack everything closed in a period for the region, sign, encrypt and write it; read back after writing.

        The same content again gives the same file, byte for byte, and no new sequence number.
        """
        require(self.around.actor, Action.PACK)
        restored = self.around.store.restored
        if restored is not None:
            raise UsageRefusal("STO-694", day=restored.backup_of[:10])
        agency = self.around.store.agency
        exchange = self.around.exchange
        step(0, 4)
        with self.around.store.writing(self.around.actor, "handover.pack", reason=period.code) as work:
            step = work.watch(step)
            # The region now, and the keys it has announced for the next cycle.
            regions = region_cards(work.ledger.cards())
            if not regions:
                raise UsageRefusal("PKG-590")
            region = regions[0]
            snapshot, drafts = self._snapshot(work, period, lambda: step(0, 4))
            if not snapshot.evaluations:
                raise UsageRefusal("PKG-591", period=period.code)
            content = exchange.content_digest(snapshot, lambda: step(1, 4))
            step(1, 4)
            line = next(
                (
                    line
                    for line in work.ledger.outgoing()
                    if line.period == period.code
                    and line.content_digest == content
                    and line.epoch == work.ledger.epoch()
                ),
                None,
            )
            counts = _sizes(snapshot)
            if line is None:
                header = PackageHeader(
                    kind=PackageKind.EXPORT,
                    sender=f"{agency.code}/{agency.device}",
                    recipient=region.agency_code,
                    period=period.code,
                    epoch=work.ledger.epoch(),
                    sequence=work.ledger.next_sequence(),
                    previous=work.ledger.last_digest(),
                    package_id=str(uuid.uuid4()),
                    key_directory=list_version(work),
                    is_practice=agency.is_practice,
                )
                cards = (*regions, self.around.store.keys.card)
                sealed = exchange.pack(header, snapshot, self.around.store.keys, cards, lambda: step(2, 4))
                step(3, 4)
                header, data, name, digest = sealed.header, sealed.data, sealed.name, sealed.payload_digest
                fresh = OutgoingLine(
                    package_id=header.package_id,
                    file_name=name,
                    kind=header.kind.value,
                    period=period.code,
                    sequence=header.sequence,
                    epoch=header.epoch,
                    payload_digest=digest,
                    packed_at=self.around.clock(),
                    state=UNCONFIRMED,
                    content_digest=content,
                    counts=counts,
                )
                work.ledger.add_outgoing(fresh, data)
                work.commit()
            else:
                data, name, digest = work.ledger.outgoing_data(line.package_id), line.file_name, line.payload_digest
        path = exchange.write_package(data, ready_folder(out), name)
        if line is not None:
            header = exchange.inspect(path, (self.around.store.keys.card,)).header
        step(4, 4)
        return PackOutcome(path, header, counts, len(data), digest, drafts, line is not None)

    def _snapshot(self, work: Work, period: Period, beat: Callable[[], None]) -> tuple[Snapshot, int]:
        """What is closed in the period, whole; and how many evaluations are still open and stay at home."""

        def read(found: _Read) -> _Read:
            """Between two reads the clerk can stop."""
            beat()
            return found

        agency = self.around.store.agency
        evaluations = read(work.evaluations.of_period(period))
        closed = tuple(evaluation for evaluation in evaluations if evaluation.is_closed)
        years = (period.year, period.year - 1)
        snapshot = Snapshot(
            agency_code=agency.code,
            agency_name=agency.name,
            period=period.code,
            units=read(work.units.all()),
            people=read(work.people.all()),
            lines=read(work.reporting.all()),
            plans=read(work.plans.of_year(period.year)),
            actuals=read(tuple(work.actuals.of_period(period).values())),
            levels=tuple(level for level in work.levels.all() if level.period.year in years),
            evaluations=closed,
            audit_head=work.journal.head(),
            records=read(work.travel.read(period)),
            unknown=read(work.travel.unknown()),
        )
        return snapshot, len(evaluations) - len(closed)


def _sizes(snapshot: Snapshot) -> dict[str, int]:
    return {
        "units": len(snapshot.units),
        "people": len(snapshot.people),
        "plans": len(snapshot.plans),
        "actuals": len(snapshot.actuals),
        "levels": len(snapshot.levels),
        "evaluations": len(snapshot.evaluations),
    }
