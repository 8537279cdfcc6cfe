"""The export preview: what goes up, what stays and why, the control totals, and what changed since the region knew it.

Nothing is written; what it shows is what packing would do at this moment.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.handover import PackageKind, Snapshot, TableTotals
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.periods import Period
from meritdesk.core.snapshot_difference import DifferenceKind, RecordDifference, differences
from meritdesk.services.changes import Step, no_step
from meritdesk.services.handover.gathering import Gathering, Stays, weigh
from meritdesk.services.handover.packing_rules import STREAMS, last_applied, recipients_of, same_package
from meritdesk.services.ports import Surroundings


class PackingBlocker(StrEnum):
    """Why nothing can be packed now."""

    NO_REGION = "NO_REGION"
    NO_COLLEAGUE = "NO_COLLEAGUE"
    RESTORED = "RESTORED"
    NOTHING_CLOSED = "NOTHING_CLOSED"
    NOBODY = "NOBODY"


BLOCKER_CODES = {
    PackingBlocker.NO_REGION: "PKG-590",
    PackingBlocker.NO_COLLEAGUE: "PKG-610",
    PackingBlocker.RESTORED: "STO-694",
    PackingBlocker.NOTHING_CLOSED: "PKG-591",
    PackingBlocker.NOBODY: "PKG-611",
}
BLOCKER_ROOMS = {
    PackingBlocker.NO_REGION: "handover",
    PackingBlocker.NO_COLLEAGUE: "handover",
    PackingBlocker.RESTORED: "handover",
    PackingBlocker.NOTHING_CLOSED: "assessment",
    PackingBlocker.NOBODY: "register",
}
"""Where the clerk goes to take a blocker away."""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """One table of the package: its rows and totals, and how many of its records are not as the region knows them."""

    table: TableTotals
    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class NamedDifference:
    """A difference with the name of whom or what it is about."""

    difference: RecordDifference
    about: str
    nip: str = ""


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What a package made now would be.

    ``known`` is the last package that was accepted; without one everything is new and no differences are listed.
    ``same_as`` is the package that says the same already: packing writes that one again.
    """

    period: Period
    kind: PackageKind
    recipient: str
    sequence: int
    tables: tuple[TablePreview, ...]
    stays: tuple[Stays, ...]
    tombstones: int
    blockers: tuple[PackingBlocker, ...]
    known: OutgoingLine | None = None
    same_as: OutgoingLine | None = None
    differences: tuple[NamedDifference, ...] = ()
    size: int = 0

    @property
    def can_pack(self) -> bool:
        """Whether a package can be made now."""
        return not self.blockers


@dataclass(frozen=True, slots=True)
class Previewing:
    """Works the preview out."""

    around: Surroundings

    def preview(self, period: Period, kind: PackageKind, step: Step = no_step) -> ExportPreview:
        """What packing would do at this moment; it writes nothing."""
        exchange, store = self.around.exchange, self.around.store
        step(0, 4)
        with store.reading() as work:
            # Looked at between rows too: plans of a whole city take seconds to read, and nobody waits so long to stop.
            step = work.watch(step)
            recipients = recipients_of(work.ledger.cards(), kind, store.keys.card)
            gathering = Gathering.of(self.around, work, period, kind)
            weighed = weigh(exchange, gathering, step)
            known = last_applied(work, period, kind)
            same = same_package(work, kind, period, weighed.digest)
            sequence = work.ledger.next_sequence(STREAMS.get(kind, ""))
            stays, blockers = gathering.stays(), self._blockers(gathering, has_recipient=bool(recipients))
            content: Snapshot | None = None
            if known is not None and (same is None or same.package_id != known.package_id):
                # What changed is told record by record, and for that everything must be in hand at once.
                content, data = gathering.whole(lambda: step(2, 4)), work.ledger.outgoing_data(known.package_id)
        found: tuple[NamedDifference, ...] = ()
        if content is not None:
            before = exchange.reopen_beside(data, store.keys, content, weighed, lambda: step(2, 4))
            found = _named(differences(before, content), content)
        step(3, 4)
        counts = Counter((one.difference.table, one.difference.kind) for one in found)
        preview = ExportPreview(
            period=period,
            kind=kind,
            recipient=recipients[0].agency_code if recipients else "",
            sequence=same.sequence if same is not None else sequence,
            tables=tuple(
                TablePreview(
                    table,
                    counts[table.name, DifferenceKind.ADDED],
                    counts[table.name, DifferenceKind.CHANGED],
                    counts[table.name, DifferenceKind.REMOVED],
                )
                for table in weighed.tables
            ),
            stays=stays,
            tombstones=len(gathering.said.tombstones),
            blockers=tuple(blockers),
            known=known,
            same_as=same,
            differences=found,
            size=weighed.size,
        )
        step(4, 4)
        return preview

    def _blockers(self, gathering: Gathering, has_recipient: bool) -> list[PackingBlocker]:
        is_export = gathering.kind is PackageKind.EXPORT
        found = []
        if self.around.store.restored is not None:
            found.append(PackingBlocker.RESTORED)
        if not has_recipient:
            found.append(PackingBlocker.NO_REGION if is_export else PackingBlocker.NO_COLLEAGUE)
        if not gathering.has_anybody:
            found.append(PackingBlocker.NOBODY)
        elif not gathering.has_anything:
            found.append(PackingBlocker.NOTHING_CLOSED)
        return found


def _named(found: tuple[RecordDifference, ...], snapshot: Snapshot) -> tuple[NamedDifference, ...]:
    people = {person.person_id: person for person in snapshot.people}
    units = {unit.unit_id: unit.name for unit in snapshot.units}
    return tuple(
        NamedDifference(
            one,
            people[one.person_id].name if one.person_id in people else units.get(one.unit_id, ""),
            people[one.person_id].nip if one.person_id in people else "",
        )
        for one in found
    )
