"""Serah terima, mutasi antarinstansi: who left for another agency, who came from one, and how far each move is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from meritdesk.core.moves import MoveState, TransferWay
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.handover.transfer_packing import TransferOrder, TransferOutcome
from meritdesk.services.handover.transfer_passing import PassOutcome
from meritdesk.services.handover.transfer_taking import TakeOutcome, TransferArrival
from meritdesk.services.handover.transfers import Receiver, TransferLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.day_field import DayField
from meritdesk.ui.documents.sheet_dialog import Draw, Issue, SheetDialog
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.folders import Purpose, ask_file, ask_folder
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.handover.transfer_dialogs import LettingGoDialog, TakingInDialog
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

TRANSFERRED = frozenset({"transfers", "people", "history", "plans", "evaluations", "ledger"})


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move as the list shows it; ``state`` is the key of its words, ``told`` what stands beside it."""

    key: str
    state: str
    is_done: bool
    way: str
    name: str
    nip: str
    other: str
    since: date
    letter: str
    told: tuple[str, ...] = ()
    person_id: str = ""
    package_id: str = ""


class MoveColumn(IntEnum):
    """One move."""

    STATE = 0
    WAY = 1
    NAME = 2
    NIP = 3
    OTHER = 4
    SINCE = 5
    LETTER = 6


class MoveTable(LineTable[MoveRow]):
    """The moves, the newest first."""

    columns = MoveColumn
    named_by = frozenset({MoveColumn.NAME})

    def identity(self, line: MoveRow) -> object:
        return line.key

    def heading(self, column: int) -> str:
        """State, way, person, the other agency, the letter."""
        translate = QCoreApplication.translate
        return (
            translate("TransfersTab", "State"),
            translate("TransfersTab", "Way"),
            translate("TransfersTab", "Employee"),
            translate("TransfersTab", "NIP"),
            translate("TransfersTab", "Other agency"),
            translate("TransfersTab", "From"),
            translate("TransfersTab", "Letter"),
        )[column]

    def shown(self, line: MoveRow, column: int) -> str:
        """One cell."""
        label = self.words.messages.label
        return (
            f"{'✓' if line.is_done else '⚠'} {label(line.state)}",
            label(line.way) if line.way else "–",
            line.name,
            line.nip,
            line.other,
            self.words.day(line.since),
            line.letter,
        )[column]

    def colour(self, line: MoveRow, column: int) -> QColor | None:
        """What is on its way asks; what arrived is green."""
        if column != MoveColumn.STATE:
            return None
        return look.arrived() if line.is_done else look.asks()


class TransfersTab(ListedTab[MoveRow]):
    """People who move between agencies: at an agency its own moves, at the region those of all."""

    room = "handover"
    nouns = frozenset({"transfers", "ledger", "people"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = MoveTable(words, self)
        self.build(
            "handover.transfers",
            self.table,
            [],
            {
                "covering_note": ("", self.show_note),
                "take_people_in": ("", self.choose_file),
                "pass_transfer_on": ("", self.choose_passing),
                "let_people_go": ("", self.let_go),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("TransfersTab", "Transfers")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)

        def read(step: Step) -> tuple[MoveRow, ...]:
            transfers = self.desk.handover.transfers
            if self.desk.agency.is_region:
                return tuple(map(row_of_move, transfers.moves()))
            made = Counter(one.transfer_id for one in transfers.origins().values())
            return tuple(row_of_line(line, made[line.transfer.transfer_id]) for line in transfers.lines())

        self.lane.ask(read, self.give, self.refused, key="handover-transfers")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TransfersTab", "Transfers"))
        self.lead.setText(
            translate(
                "TransfersTab", "Moves as both agencies state them; those that wait for the other side come first."
            )
            if self.desk.agency.is_region
            else translate(
                "TransfersTab",
                "Who leaves for another agency takes record, plans, closed evaluations and papers along in one file; "
                "both agencies keep their copy, and only its maker changes a record.",
            )
        )
        self.say_parts(
            {
                "covering_note": (
                    translate("TransfersTab", "Covering note..."),
                    translate("TransfersTab", "Covering note of the chosen transfer"),
                ),
                "pass_transfer_on": (
                    translate("TransfersTab", "Pass a file on..."),
                    translate(
                        "TransfersTab", "Pass a transfer file on to the new agency, or its receipt to the old one"
                    ),
                ),
                "take_people_in": (
                    translate("TransfersTab", "Take people in..."),
                    translate("TransfersTab", "Take in people who come from another agency"),
                ),
                "let_people_go": (
                    translate("TransfersTab", "Let people go..."),
                    translate("TransfersTab", "Let people go to another agency"),
                ),
            }
        )

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``search`` or ``nip`` finds people."""
        self.listing.narrow_to(str(filters.get("search", "") or filters.get("nip", "")))

    def offer_deeds(self, line: MoveRow | None) -> None:
        """Agencies let go and take in; the region passes on what is locked for it."""
        is_region = self.desk.agency.is_region
        has_file = line is not None and bool(line.package_id)
        for name, button in self.buttons.items():
            can = is_region if name == "pass_transfer_on" else not is_region
            button.setVisible(can)
            can = can and (has_file or name != "covering_note")
            button.setEnabled(can)
            self.deeds[name].setEnabled(can)

    def show_note(self) -> SheetDialog | None:
        """Look at the covering note of the chosen move as paper, and print it."""
        line = self.current()
        if line is None or not line.package_id:
            return None
        notes, person_id = self.desk.handover.transfers.notes, line.person_id
        return self.show_sheet(
            QCoreApplication.translate("TransfersTab", "Covering note: %1").replace("%1", line.name),
            lambda style: notes.preview(person_id, style),
            lambda folder, style: Path(notes.print(person_id, folder, style).file.path),
        )

    def show_sheet(self, title: str, draw: Draw, issue: Issue) -> SheetDialog:
        """A sheet as it will be printed."""
        dialog = SheetDialog(self.desk, self.lane, self.words, title, draw, issue, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet_dialog = dialog
        dialog.open()
        return dialog

    def choose_passing(self) -> None:
        """Ask for the file that is to be passed on, and where to."""
        words = QCoreApplication.translate("TransfersTab", "Transfer file")
        chosen = ask_file(self, words, "MeritDesk (*.merit)")
        if chosen is not None:
            self.pass_on(chosen)

    def pass_on(self, path: Path, folder: Path | None = None) -> None:
        """Lock a transfer anew for the agency to which it is addressed; the receipt goes beside the file."""
        self.refusal.tell(None)
        target = folder or self._folder()
        if target is None:
            return
        title = QCoreApplication.translate("TransfersTab", "Passing %1 on").replace("%1", path.name)
        self.lane.ask(
            lambda step: self.desk.handover.transfers.pass_on(path, target, None, step),
            self._passed,
            self.refusal.tell,
            title,
            touches=frozenset({"ledger"}),
        )

    def _passed(self, outcome: PassOutcome) -> None:
        translate = QCoreApplication.translate
        if outcome.unwritten is not None:
            self.refusal.tell(outcome.unwritten)
        if outcome.path is None:
            told = translate("TransfersTab", "Nothing was passed on to %1. The receipt says why: give it back.")
        elif outcome.is_receipt:
            told = translate("TransfersTab", "Receipt passed on to %1: %2. Give it to that agency.")
        else:
            told = translate("TransfersTab", "Passed on to %1: %2. Give the receipt back to the old agency.")
        name = outcome.path.name if outcome.path is not None else ""
        self.message.emit(told.replace("%1", outcome.receiver_name).replace("%2", name))

    def let_go(self) -> None:
        """Ask who moves where, then write the file."""

        def show(receivers: tuple[Receiver, ...]) -> None:
            since = DayField(self.words_today())
            self.letting_go = dialog = LettingGoDialog(self.desk, self.lane, receivers, since, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.confirmed.connect(lambda: self._let_go(dialog))
            keep_drafts(dialog, self, "transfer.out", "new", "")
            dialog.open()

        self.lane.ask(lambda step: self.desk.handover.transfers.receivers(), show, self.refusal.tell)

    def _let_go(self, dialog: LettingGoDialog) -> None:
        """First where to, then the file: without a folder the dialog stays open with everything in it."""
        folder = self._folder()
        if folder is not None:
            order = dialog.order
            dialog.accept()
            self.pack(order, folder)

    def words_today(self) -> date:
        """Today, by the clock of the desk."""
        return self.desk.handover.around.clock().date()

    def pack(self, order: TransferOrder, folder: Path | None = None) -> None:
        """Let them go and write the file to a folder, which is asked for when none is given."""
        target = folder or self._folder()
        if target is None:
            return
        title = QCoreApplication.translate("TransfersTab", "Packing a transfer")
        self.lane.ask(
            lambda step: self.desk.handover.transfers.pack(order, target, step),
            self._packed,
            self.refusal.tell,
            title,
            touches=TRANSFERRED,
        )

    def _packed(self, outcome: TransferOutcome) -> None:
        translate = QCoreApplication.translate
        if outcome.region:
            said = translate("TransfersTab", "Written for %1: %2. Give it to the region, which passes it on.")
        else:
            said = translate("TransfersTab", "Written for %1: %2. The receipt will say that they arrived.")
        self.message.emit(said.replace("%1", outcome.receiver_name).replace("%2", outcome.path.name))

    def choose_file(self) -> None:
        """Ask for the file with which people come."""
        words = QCoreApplication.translate("TransfersTab", "Transfer file")
        chosen = ask_file(self, words, "MeritDesk (*.merit)")
        if chosen is not None:
            self.take(chosen)

    def take(self, path: Path) -> None:
        """Look at the file, show who comes, and take them in when that is wanted."""
        self.refusal.tell(None)

        def read(step: Step) -> tuple[TransferArrival, tuple[OrgUnit, ...]]:
            return self.desk.handover.transfers.look(path, step), self.desk.register.units()

        title = QCoreApplication.translate("TransfersTab", "Looking into %1").replace("%1", path.name)

        def show(found: tuple[TransferArrival, tuple[OrgUnit, ...]]) -> None:
            self.show_arrival(path, *found)

        self.lane.ask(read, show, self.refusal.tell, title)

    def show_arrival(self, path: Path, arrival: TransferArrival, units: tuple[OrgUnit, ...]) -> TakingInDialog:
        """Who comes, before anything is written."""
        self.taking_in = dialog = TakingInDialog(arrival, units, self.words, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        digest = arrival.payload_digest

        def write() -> None:
            placings = dialog.placings
            self.lane.ask(
                lambda step: self.desk.handover.transfers.take(path, None, placings, step, digest),
                self._taken,
                self.refusal.tell,
                QCoreApplication.translate("TransfersTab", "Taking people in"),
                touches=TRANSFERRED,
            )

        dialog.accepted.connect(write)
        keep_drafts(dialog, self, "transfer.in", digest or path.name, arrival.agency_name, facts={"path": str(path)})
        dialog.open()
        return dialog

    def _taken(self, outcome: TakeOutcome) -> None:
        if outcome.unwritten is not None:
            self.refusal.tell(outcome.unwritten)
            said = QCoreApplication.translate(
                "TransfersTab", "Taken in under receipt %1; the receipt is not on the stick yet and stays owed."
            )
            self.message.emit(said.replace("%1", outcome.receipt.number))
            return
        if outcome.passed_by:
            said = QCoreApplication.translate(
                "TransfersTab", "Taken in under receipt %1; give it to %2, which passes it on to the old agency."
            )
        else:
            said = QCoreApplication.translate(
                "TransfersTab", "Taken in under receipt %1; give the stick back to the old agency."
            )
        self.message.emit(said.replace("%1", outcome.receipt.number).replace("%2", outcome.passed_by))

    def told_why(self, line: MoveRow) -> str:
        """Post, letter and receipt beside the line."""
        told = "".join(f"<p>{escape(text)}</p>" for text in line.told if text)
        return f"<h3>{escape(line.name)}</h3><p>{escape(self.words.messages.label(line.state))}</p>{told}"

    def _folder(self) -> Path | None:
        words = QCoreApplication.translate("TransfersTab", "Folder or stick for the transfer file")
        return ask_folder(self, words, Purpose.STICK)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        if self.desk.agency.is_region:
            return QCoreApplication.translate(
                "TransfersTab",
                "No agency has told of a move yet. A transfer file that is locked for you is passed on here, and so is "
                "its receipt.",
            )
        return QCoreApplication.translate("TransfersTab", "Nobody has moved to another agency or come from one.")


def row_of_line(line: TransferLine, made: int = 0) -> MoveRow:
    """A move of this agency as a row; ``made`` are the records that came with it and are only read here."""
    one = line.transfer
    said = QCoreApplication.translate("TransfersTab", "%1 records made by %2: read here, changed only there.")
    foreign = singular(said.replace("%1", str(made)).replace("%2", one.other_name or one.other_code)) if made else ""
    is_out = one.way is TransferWay.OUT
    is_done = not is_out or line.state == "ACCEPTED"
    return MoveRow(
        one.transfer_id, f"TRANSFERSTATE:{line.state}", is_done, f"TRANSFERWAY:{one.way.value}", one.name, one.nip,
        one.other_name or one.other_code, one.since, one.letter, (one.post, one.note, line.receipt_number, foreign),
        one.person_id, one.package_id if is_out else "",
    )  # fmt: skip


def row_of_move(one: MoveState) -> MoveRow:
    """A move as the region sees it."""
    state = "MATCHED" if one.is_matched else "ON_THE_WAY" if one.is_let_go else "NOT_LET_GO"
    other = f"{one.from_code} → {one.to_code}"
    key = f"{one.person_id}:{other}:{one.since}"
    return MoveRow(key, f"MOVESTATE:{state}", one.is_matched, "", one.name, one.nip, other, one.since, one.letter)
