"""People who leave for another agency, and people who come from one: packed, looked at, taken, and listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import PackageKind, Receipt, ReceiptCode
from meritdesk.core.moves import MoveState, Origin, Transfer, TransferWay, moves_of
from meritdesk.core.sending import seen_as
from meritdesk.services.changes import Step, no_step
from meritdesk.services.handover.transfer_judging import Placing
from meritdesk.services.handover.transfer_notes import TransferNotes
from meritdesk.services.handover.transfer_packing import TransferOrder, TransferOutcome, TransferPacking
from meritdesk.services.handover.transfer_passing import PassOutcome, TransferPassing
from meritdesk.services.handover.transfer_taking import TakeOutcome, TransferArrival, TransferTaking
from meritdesk.services.ports import Surroundings, Work

TAKEN = "TAKEN"
"""How a move stands at the agency that took the person in."""
AT_REGION = "AT_REGION"
"""How a move stands whose file the region has, which passes it on."""


@dataclass(frozen=True, slots=True)
class TransferLine:
    """A move in the list: ``state`` says how far its file has come, or that the person was taken in."""

    transfer: Transfer
    state: str
    receipt_number: str = ""


@dataclass(frozen=True, slots=True)
class Receiver:
    """An agency to which people can be let go: its keys are known here."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class TransferDesk:
    """Verbs of transfers between agencies."""

    around: Surroundings

    def lines(self) -> tuple[TransferLine, ...]:
        """Everybody who left or came, the newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            sent = {line.package_id: line for line in work.ledger.outgoing()}
            answers = self._answers(work)
            found = []
            for one in work.transfers.all():
                line = sent.get(one.package_id)
                if one.way is TransferWay.IN or line is None:
                    found.append(TransferLine(one, TAKEN))
                else:
                    given = answers.get(one.package_id, {})
                    number = given.get(one.other_code, line.receipt_number)
                    is_on_its_way = bool(given) and one.other_code not in given
                    found.append(TransferLine(one, AT_REGION if is_on_its_way else seen_as(line.state).value, number))
            return tuple(found)

    def _answers(self, work: Work) -> Mapping[str, Mapping[str, str]]:
        """By package of ours the numbers of the receipts that came for it, by the agency that gave them."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for line in work.ledger.incoming():
            receipt = work.ledger.receipt(line.receipt_number) if line.kind == PackageKind.RETURN else None
            if receipt is not None and line.code in (ReceiptCode.ACCEPTED, ReceiptCode.ERRORS):
                found[receipt.package_id][line.sender.partition("/")[0]] = receipt.number
        return found

    def moves(self) -> tuple[MoveState, ...]:
        """At the region: the moves of which agencies speak, those that wait for the other side first (faults F64)."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return moves_of(work.transfers.said())

    def receivers(self) -> tuple[Receiver, ...]:
        """The agencies whose keys are known here, by name."""
        require(self.around.actor, Action.READ)
        own = self.around.store.agency.code
        with self.around.store.reading() as work:
            names = {card.agency_code: card.agency_name for card in work.ledger.cards() if not card.is_region}
        return tuple(sorted((Receiver(*one) for one in names.items() if one[0] != own), key=lambda one: one.name))

    def origins(self, person_id: str = "") -> Mapping[tuple[str, str], Origin]:
        """The records that another agency made, by table and key: of one person, or of everybody."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            moves = {one.transfer_id for one in work.transfers.all() if person_id in ("", one.person_id)}
            return {place: one for place, one in work.transfers.origins().items() if one.transfer_id in moves}

    def pack(self, order: TransferOrder, out: Path, step: Step = no_step) -> TransferOutcome:
        """Let people go to another agency and write the file that carries them."""
        return TransferPacking(self.around).pack(order, out, step)

    def pass_on(self, path: Path, out: Path, reply_folder: Path | None = None, step: Step = no_step) -> PassOutcome:
        """At the region: lock a transfer anew for the agency to which it is addressed."""
        return TransferPassing(self.around).pass_on(path, out, reply_folder, step)

    @property
    def notes(self) -> TransferNotes:
        """Covering notes of transfer files."""
        return TransferNotes(self.around)

    def look(self, path: Path, step: Step = no_step) -> TransferArrival:
        """What a transfer file would do, without taking it."""
        return TransferTaking(self.around).look(path, step)

    def take(
        self,
        path: Path,
        reply_folder: Path | None = None,
        placings: Mapping[str, Placing] | None = None,
        step: Step = no_step,
        looked_at: str = "",
    ) -> TakeOutcome:
        """Take people in with all that is theirs, and write the receipt for the old agency."""
        return TransferTaking(self.around).take(path, reply_folder, placings, step, looked_at)


def require_own_receiver(work: Work, receipt: Receipt, agency_code: str) -> None:
    """``PKG-834`` when an agency answers for a file that was not written to it: it may speak only of its own."""
    if not any(one.package_id == receipt.package_id and one.other_code == agency_code for one in work.transfers.all()):
        raise FileRefusal("PKG-834", sender=agency_code, number=receipt.number)
