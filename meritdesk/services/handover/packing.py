"""Packing: what goes up to the region, or across to a colleague, as a signed, encrypted file, and what is known of it.

The number and the bytes of a package are kept in one transaction before anything is written to a stick, so that a
number is used once and the same package can be written again byte for byte (exchange 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import KeyCard, PackageHeader, PackageKind, Snapshot, WeighedContent
from meritdesk.core.journal import Changes
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.merging import ACTUALS, EVALUATIONS, LEVELS, PEOPLE, PLANS, UNITS
from meritdesk.core.periods import Period
from meritdesk.core.sending import SendingState, advance
from meritdesk.core.trust import DeviceRole, role_of
from meritdesk.services.changes import Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.handover.answering import settle_answers
from meritdesk.services.handover.gathering import Gathering, weigh
from meritdesk.services.handover.outgoing import enter_outgoing, next_header
from meritdesk.services.handover.packing_rules import STREAMS, recipients_of, same_package
from meritdesk.services.handover.preview import ExportPreview, Previewing
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.taken_out import note_taken
from meritdesk.uncollected import uncollected
from meritdesk.wall_clock import noted_moment

_NOUNS = {
    "units": UNITS,
    "people": PEOPLE,
    "plans": PLANS,
    "actuals": ACTUALS,
    "levels": LEVELS,
    "evaluations": EVALUATIONS,
}


@dataclass(frozen=True, slots=True)
class PackOutcome:
    """The file made; ``reissued`` says that nothing had changed and the same file was written again."""

    path: Path
    header: PackageHeader
    counts: dict[str, int]
    size: int
    payload_digest: str
    drafts: int
    reissued: bool
    state: str = SendingState.ON_STICK.value


@dataclass(frozen=True, slots=True)
class Packing:
    """Verbs of packing."""

    around: Surroundings

    @uncollected()
    def pack(self, period: Period, out: Path, step: Step = no_step, kind: PackageKind | None = None) -> PackOutcome:
        """Pack a period, sign, encrypt and write it; read back from the medium before the final name appears.

        Without a ``kind`` the primary PC packs for the region, any other for its colleagues. The same content again
        gives the same file, byte for byte, and no new number.
        """
        require(self.around.actor, Action.PACK)
        self._require_settled()
        exchange, store = self.around.exchange, self.around.store
        step(0, 4)
        with store.writing(self.around.actor, "handover.pack", reason=period.code) as work:
            step = work.watch(step)
            kind = kind or self._own_kind(work)
            recipients = self._recipients(work, kind)
            gathering = Gathering.of(self.around, work, period, kind)
            gathering.require_content()
            drafts = gathering.drafts
            weighed = weigh(exchange, gathering, step, to_pack=True)
            line = same_package(work, kind, period, weighed.digest)
            if line is None:
                line, data = self._freeze(work, gathering.said, kind, recipients, weighed, step)
                reissued = False
                work.commit()
            else:
                data, reissued = work.ledger.outgoing_data(line.package_id), True
        step(3, 4)
        path = self._write(line, data, out)
        header = exchange.inspect(path, (store.keys.card,)).header
        step(4, 4)
        counts = _sizes(weighed)
        return PackOutcome(path, header, counts, len(data), line.payload_digest, drafts, reissued, self._state_of(line))

    def preview(self, period: Period, step: Step = no_step, kind: PackageKind | None = None) -> ExportPreview:
        """What a package made now would hold, what stays at home, and what is other than the region last accepted."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            chosen = kind or self._own_kind(work)
        return Previewing(self.around).preview(period, chosen, step)

    def write_again(self, package_id: str, out: Path) -> Path:
        """Write a package that was made before once more, byte for byte; ``PKG-612`` when it is not one of ours."""
        is_region = self.around.store.agency.is_region
        require(self.around.actor, Action.RECEIVE if is_region else Action.PACK)
        self._require_settled()
        with self.around.store.reading() as work:
            line = _line(work, package_id)
            data = work.ledger.outgoing_data(package_id)
        path = self._write(line, data, out)
        note_taken(self.around, line.file_name, [path])
        settle_answers(self.around, [package_id])
        return path

    def give_away(self, package_id: str) -> Changes:
        """The stick has left: from now on the package waits for its receipt; ``PKG-612`` when it is not one of ours."""
        require(self.around.actor, Action.PACK)
        with self.around.store.writing(self.around.actor, "handover.give_away") as work:
            work.ledger.move(_line(work, package_id).package_id, SendingState.UNCONFIRMED)
            return work.commit()

    def _own_kind(self, work: Work) -> PackageKind:
        """What this PC sends: the primary to the region, every other to its colleagues."""
        own = self.around.store.keys.card
        known = next((card for card in work.ledger.cards() if card.minisign_key == own.minisign_key), own)
        return PackageKind.HANDOVER if role_of(known) is DeviceRole.SECONDARY else PackageKind.EXPORT

    def _write(self, line: OutgoingLine, data: bytes, out: Path) -> Path:
        """Write the file and, once it was read back whole, note that it is on the stick."""
        path = self.around.exchange.write_package(data, ready_folder(out), line.file_name)
        if line.state == SendingState.PACKED:
            with self.around.store.writing(self.around.actor, "handover.wrote", reason=line.file_name) as work:
                work.ledger.move(line.package_id, SendingState.ON_STICK)
                work.commit()
        return path

    def _state_of(self, line: OutgoingLine) -> str:
        """What is known of a package once its file was written."""
        return advance(line.state, SendingState.ON_STICK.value)

    def _freeze(
        self,
        work: Work,
        said: Snapshot,
        kind: PackageKind,
        recipients: Sequence[KeyCard],
        weighed: WeighedContent,
        step: Step,
    ) -> tuple[OutgoingLine, bytes]:
        """Give the package its number and keep its bytes, in the transaction of the caller."""
        store = self.around.store
        agency_code = recipients[0].agency_code
        header = next_header(self.around, work, kind, agency_code, said.period, STREAMS.get(kind, ""))
        cards = (*recipients, store.keys.card)
        sealed = self.around.exchange.pack(header, said, store.keys, cards, lambda: step(2, 4), weighed)
        line = enter_outgoing(
            self.around,
            work,
            header,
            sealed,
            SendingState.PACKED.value,
            content_digest=weighed.digest,
            counts=_sizes(weighed),
        )
        return line, sealed.data

    def _recipients(self, work: Work, kind: PackageKind) -> tuple[KeyCard, ...]:
        """Who can read the package; ``PKG-590`` without a region, ``PKG-610`` without a colleague."""
        found = recipients_of(work.ledger.cards(), kind, self.around.store.keys.card)
        if not found:
            raise UsageRefusal("PKG-590" if kind is PackageKind.EXPORT else "PKG-610")
        return found

    def _require_settled(self) -> None:
        """After a restore nothing is sent until the clerk has compared with the region."""
        restored = self.around.store.restored
        if restored is not None:
            raise UsageRefusal("STO-694", day=noted_moment(restored.backup_of).date())


def _line(work: Work, package_id: str) -> OutgoingLine:
    line = next((line for line in work.ledger.outgoing() if line.package_id == package_id), None)
    if line is None:
        raise UsageRefusal("PKG-612", package=package_id)
    return line


def _sizes(weighed: WeighedContent) -> dict[str, int]:
    rows = {one.name: one.rows for one in weighed.tables}
    return {noun: rows[table] for noun, table in _NOUNS.items()}
