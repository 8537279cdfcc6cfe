"""The hand-over page: pack for the region, receive what arrives, and two ledgers that say what is where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.errors import Refusal
from meritdesk.core.handover import NOTED, SNAPSHOT_KINDS, PackageKind, PackageView, ReceiptCode
from meritdesk.core.lines import IncomingLine, OutgoingLine, UnitProgress
from meritdesk.core.periods import Period
from meritdesk.core.sending import OPEN_STATES
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.handover import Arrival, Consent, Introduction, PackOutcome, Receipts, ReceiveOutcome
from meritdesk.services.handover.preview import ExportPreview
from meritdesk.ui import actions, arrivals, look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.folders import Purpose, ask_file, ask_folder, last_folder
from meritdesk.ui.handover import dialogs
from meritdesk.ui.handover.arrival_dialog import ArrivalDialog
from meritdesk.ui.handover.preview_dialog import PackingDialog
from meritdesk.ui.handover.reason_dialog import ReasonDialog
from meritdesk.ui.handover.tables import IncomingColumn, IncomingTable, OutgoingColumn, OutgoingTable
from meritdesk.ui.handover.what_came_back import brought_facts, offer_places
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.lists.line_view import LineView
from meritdesk.ui.notices import RefusalStrip, asks
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

T = TypeVar("T")

LEDGER = frozenset({"ledger"})
NEW_EPOCH = "PKG-592"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page shows: both ledgers, and what would travel now."""

    receipts: Receipts
    whole: UnitProgress


class HandoverPage(RoomPage):
    """Kirim & terima."""

    room = "handover"
    nouns = frozenset({"ledger", "evaluations", "people"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._standing: Standing | None = None
        self._sent: tuple[OutgoingLine, ...] = ()
        self._received_lines: tuple[IncomingLine, ...] = ()
        self._wanted_packages: frozenset[str] = frozenset()
        self._job: Job | None = None
        self._title = look.title(QLabel())
        self.pack_button = QPushButton()
        self.pack_button.setObjectName("primary")
        self.receive_button = QPushButton()
        self.card_button = QPushButton()
        self.trust_button = QPushButton()
        self.print_button = QPushButton()
        self.print_button.setEnabled(False)
        self.ready = QLabel()
        self.ready.setWordWrap(True)
        self.refusal = RefusalStrip(words)
        self.outgoing = OutgoingTable(words, self)
        self.incoming = IncomingTable(words, self)
        self._out_title = look.strong(QLabel())
        self._in_title = look.strong(QLabel())
        self.sent = LineList(
            "handover.sent",
            self.outgoing,
            self,
            facets=[
                column_facet(self.outgoing, column, lambda: self._sent)
                for column in (OutgoingColumn.PERIOD, OutgoingColumn.STATE)
            ],
            is_personal=False,
            is_main=False,
        )
        self.received = LineList(
            "handover.received",
            self.incoming,
            self,
            facets=[
                column_facet(self.incoming, column, lambda: self._received_lines)
                for column in (IncomingColumn.SENDER, IncomingColumn.KIND, IncomingColumn.PERIOD, IncomingColumn.RESULT)
            ],
            is_personal=False,
            is_main=False,
        )
        for listing, title in ((self.sent, self._out_title), (self.received, self._in_title)):
            listing.put_before(title)
            listing.title_words = title.text
            listing.line_chosen.connect(lambda _: self._say_receipt())
            listing.line_opened.connect(lambda _: self.print_receipt())
        self.sent.empty_words = self._told_nothing_sent
        self.received.empty_words = lambda how: (
            ""
            if how.is_narrowed
            else QCoreApplication.translate(
                "HandoverPage", "Nothing has arrived yet. Receive the file from the memory stick."
            )
        )
        self.outgoing_view, self.incoming_view = self.sent.view, self.received.view
        self._drop = QLabel()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        for button in (self.card_button, self.trust_button, self.print_button, self.receive_button, self.pack_button):
            top.addWidget(button)
        ledgers = QSplitter(Qt.Orientation.Vertical)
        ledgers.setChildrenCollapsible(False)
        ledgers.setHandleWidth(2 * look.RHYTHM)
        ledgers.addWidget(self.sent)
        ledgers.addWidget(self.received)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.ready)
        column.addWidget(self.refusal)
        column.addWidget(ledgers, 1)
        column.addWidget(self._drop)

    def _connect(self) -> None:
        self.pack_button.clicked.connect(lambda: self.look_before_packing())
        self.receive_button.clicked.connect(self._choose_arriving)
        self.card_button.clicked.connect(lambda: self.write_card())
        self.trust_button.clicked.connect(self._choose_card)
        self.print_button.clicked.connect(lambda: self.print_receipt())
        self._print_action = actions.page_action(self, "print_receipt", "Ctrl+P")
        self._print_action.triggered.connect(lambda: self.print_receipt())
        self._pack_action = actions.page_action(self, "pack", "Ctrl+Shift+K")
        self._pack_action.triggered.connect(lambda: self.look_before_packing())
        self._given_action = actions.page_action(self, "give_away", "Ctrl+Shift+G")
        self._given_action.triggered.connect(self.give_away)
        self._colleague_action = actions.page_action(self, "pack_for_colleague", "Ctrl+Shift+W")
        self._colleague_action.triggered.connect(lambda: self.look_before_packing(PackageKind.HANDOVER))
        self._again_action = actions.page_action(self, "write_again", "Ctrl+Shift+U")
        self._again_action.triggered.connect(lambda: self.write_again())
        self._receive_action = actions.page_action(self, "receive", "Ctrl+Shift+R")
        self._receive_action.triggered.connect(self._choose_arriving)
        self.sent.offer(
            self._print_action, self._given_action, self._again_action, self._colleague_action, self._pack_action
        )
        self._back_action = actions.page_action(self, "take_back")
        self._back_action.triggered.connect(lambda: self.take_back())
        self.received.offer(self._print_action, self._receive_action, self._back_action)

    def load(self, period: Period) -> None:
        """Read both ledgers and what is ready to travel."""
        self.lane.ask(
            lambda step: Standing(self.desk.handover.receipts(), self.desk.overview.status(period).whole),
            self._show,
            key="handover",
        )

    def places(self) -> tuple[QWidget, ...]:
        """The keys of both ledgers are the same; they work in the one that has the keyboard."""
        return (self, self.sent)

    def primary_focus(self) -> QWidget:
        """The next step: packing at the agency, receiving at the region."""
        return self.receive_button if self.desk.agency.is_region else self.pack_button

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A file that was dropped on the window; ``task`` outgoing with the ``packages`` that are to be looked at."""
        file = filters.get("file")
        if isinstance(file, Path):
            self.take(file)
        elif filters.get("task") == "outgoing":
            packages = filters.get("packages")
            self._wanted_packages = frozenset(map(str, packages)) if isinstance(packages, tuple) else frozenset()
            self._select_packages()
            self.outgoing_view.setFocus()

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        self._title.setText(actions.room_name(self.room))
        self.pack_button.setText(translate("HandoverPage", "Pack for the region..."))
        self.receive_button.setText(translate("HandoverPage", "Receive a file..."))
        self.card_button.setText(translate("HandoverPage", "Give my key card..."))
        self.trust_button.setText(translate("HandoverPage", "Take over a key card..."))
        self.card_button.setToolTip(
            translate("HandoverPage", "The other side needs this card once, to read and check your packages.")
        )
        self.trust_button.setToolTip(
            translate("HandoverPage", "Packages are only accepted from those whose key card is here.")
        )
        self.print_button.setText(translate("HandoverPage", "Print the receipt..."))
        self._print_action.setText(translate("HandoverPage", "Print the receipt"))
        self._pack_action.setText(translate("HandoverPage", "Pack for the region"))
        self._given_action.setText(translate("HandoverPage", "Note as given away"))
        self._colleague_action.setText(translate("HandoverPage", "Pack for a colleague's PC..."))
        self._colleague_action.setEnabled(not self.desk.agency.is_region)
        self._again_action.setText(translate("HandoverPage", "Write the same file again..."))
        self._receive_action.setText(translate("HandoverPage", "Receive a file"))
        self._back_action.setText(translate("HandoverPage", "Take the chosen file back..."))
        self.pack_button.setVisible(not self.desk.agency.is_region)
        self._pack_action.setEnabled(not self.desk.agency.is_region)
        self._out_title.setText(translate("HandoverPage", "Sent"))
        self._in_title.setText(translate("HandoverPage", "Received"))
        self.sent.say()
        self.received.say()
        self._drop.setText(translate("HandoverPage", "A file can also be dropped anywhere on this window."))
        look.colour(self._drop, look.quiet())
        self._say_ready()

    def print_receipt(self) -> SheetDialog | None:
        """Look at the receipt of the chosen line as paper, and print it."""
        number = self._receipt_number()
        if not number:
            return None
        papers = self.desk.handover.papers
        dialog = SheetDialog(
            self.desk,
            self.lane,
            self.words,
            QCoreApplication.translate("HandoverPage", "Receipt %1").replace("%1", number),
            lambda style: papers.preview(number, style),
            lambda folder, style: Path(papers.print(number, folder, style).file.path),
            self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet_dialog = dialog
        dialog.open()
        return dialog

    def _receipt_number(self) -> str:
        """The receipt of the line chosen last: of what arrived here, else of what was sent and is answered."""
        views: list[LineView[Any]] = [self.incoming_view, self.outgoing_view]
        views.sort(key=lambda view: not view.hasFocus())
        for view in views:
            line = view.current()
            if isinstance(line, IncomingLine | OutgoingLine) and line.receipt_number:
                # What only noted that a return came is no receipt that anybody signs.
                return "" if line.receipt_number.startswith(NOTED) else line.receipt_number
        return ""

    def _say_receipt(self) -> None:
        self.print_button.setEnabled(bool(self._receipt_number()))

    def look_before_packing(self, kind: PackageKind | None = None) -> None:
        """Show what would go up (or to a colleague), what stays and what changed; packing follows with a yes."""
        period = self.period
        if period is None or self._job is not None:
            return
        self._run(
            lambda step: self.desk.handover.outbox.preview(period, step, kind),
            self._previewed,
            QCoreApplication.translate("HandoverPage", "Looking at what would go"),
        )

    def _previewed(self, found: ExportPreview) -> None:
        dialog = PackingDialog(found, self.words, self.go_to.emit, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.pack_to(kind=found.kind))
        self.packing_dialog = dialog
        dialog.open()

    def give_away(self) -> None:
        """Note that the chosen package has left the office; it waits for its receipt from now on."""
        line = self.outgoing_view.current()
        if line is None or line.state not in OPEN_STATES:
            return
        self.lane.ask(
            lambda step: self.desk.handover.outbox.give_away(line.package_id),
            lambda changes: self.message.emit(
                QCoreApplication.translate("HandoverPage", "Noted: %1 was given away.").replace("%1", line.file_name)
            ),
            self.refusal.tell,
            touches=LEDGER,
        )

    def write_again(self, folder: Path | None = None) -> None:
        """Write the chosen package once more, the same bytes, on the stick that is asked for."""
        line = self.outgoing_view.current()
        if line is None or self._job is not None:
            return
        asked = QCoreApplication.translate("HandoverPage", "Where is the memory stick?")
        target = folder or ask_folder(self, asked, Purpose.STICK)
        if target is None:
            return
        self._run(
            lambda step: self.desk.handover.outbox.write_again(line.package_id, target),
            lambda path: self.message.emit(
                QCoreApplication.translate("HandoverPage", "Written again: %1").replace("%1", str(path))
            ),
            QCoreApplication.translate("HandoverPage", "Writing"),
        )

    def pack_to(self, folder: Path | None = None, kind: PackageKind | None = None) -> None:
        """Pack what may travel in the period; without a folder, ask for one."""
        period = self.period
        if period is None or self._job is not None:
            return
        asked = QCoreApplication.translate("HandoverPage", "Where is the memory stick?")
        target = folder or ask_folder(self, asked, Purpose.STICK)
        if target is None:
            return
        self._run(
            lambda step: self.desk.handover.outbox.pack(period, target, step, kind),
            self._packed,
            QCoreApplication.translate("HandoverPage", "Packing"),
        )

    def take(self, path: Path) -> None:
        """A file that arrived: a key card is asked about, of a package is shown what it would do."""
        self.refusal.tell(None)

        def look_at(step: Step) -> tuple[PackageView, Arrival | None] | None:
            if arrivals.is_key_card(path):
                return None
            view = self.desk.handover.inspect(path)
            is_data = view.is_verified and view.header.kind in SNAPSHOT_KINDS
            return view, self.desk.handover.look_into(path, step) if is_data else None

        def show(found: tuple[PackageView, Arrival | None] | None) -> None:
            if found is None:
                self.trust(path)
                return
            view, arrival = found
            if arrival is None:
                dialog = dialogs.arriving(view, path, self.desk.agency.code, self.words, self)
                dialog.accepted.connect(lambda: self.receive(path))
                dialog.open()
                return
            self.arrival_dialog = shown = ArrivalDialog(view, arrival, path, self.words, self)
            shown.accepted.connect(
                lambda: self.receive(path, shown.is_new_epoch, shown.consent, shown.arrival.payload_digest)
            )
            shown.open()

        title = QCoreApplication.translate("HandoverPage", "Looking into %1").replace("%1", path.name)
        self.lane.ask(look_at, show, self.refusal.tell, title)

    def receive(
        self, path: Path, confirm_new_epoch: bool = False, consent: Consent | None = None, looked_at: str = ""
    ) -> None:
        """Take a package in; a sender with a new PC is only believed after a yes."""

        def refused(error: Exception) -> None:
            if isinstance(error, Refusal) and error.code == NEW_EPOCH and self._is_new_epoch_confirmed(error):
                self.receive(path, True, consent, looked_at)
                return
            self.refusal.tell(error)

        self._run(
            lambda step: self.desk.handover.receive(path, None, step, confirm_new_epoch, consent, looked_at),
            self._received,
            QCoreApplication.translate("HandoverPage", "Receiving %1").replace("%1", path.name),
            refused,
        )

    def take_back(self, number: str = "") -> None:
        """Take a received package back out, the chosen one or the one just received, with a reason."""
        line = self.incoming_view.current()
        which = number or (line.receipt_number if line is not None else "")
        if not which or self._job is not None:
            return
        translate = QCoreApplication.translate
        told = translate("HandoverPage", "Everything that came with %1 goes, and the file can be received again.")
        dialog = ReasonDialog(
            translate("HandoverPage", "Take a file back"),
            told.replace("%1", which),
            translate("HandoverPage", "Take back"),
            self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take_back(which, dialog.answer))
        self.reason_dialog = dialog
        dialog.open()

    def _take_back(self, number: str, reason: str) -> None:
        said = QCoreApplication.translate("HandoverPage", "Taken back: %1").replace("%1", number)
        self._run(
            lambda step: self.desk.handover.take_back(number, reason),
            lambda changes: self.message.emit(said),
            QCoreApplication.translate("HandoverPage", "Taking back"),
        )

    def write_card(self, path: Path | None = None) -> None:
        """Write this PC's public key card; without a place, ask for one."""
        translate = QCoreApplication.translate
        target = path
        if target is None:
            agency = self.desk.agency
            proposed = Path(last_folder(Purpose.STICK)) / f"{agency.code}-{agency.device}-card.json"
            chosen, _ = QFileDialog.getSaveFileName(
                self, translate("HandoverPage", "Where to put the key card"), str(proposed), "JSON (*.json)"
            )
            if not chosen:
                return
            target = Path(chosen)
        name = target.name

        def written(shown: Introduction) -> None:
            self.message.emit(translate("HandoverPage", "Key card written: %1").replace("%1", name))

        place = target
        self.lane.ask(lambda step: self.desk.handover.card(place), written, self.refusal.tell)

    def trust(self, path: Path) -> None:
        """Take over the key card of the other side after a yes."""
        translate = QCoreApplication.translate
        if not asks(
            self,
            translate("HandoverPage", "Take over the key card in %1?").replace("%1", path.name),
            translate("HandoverPage", "Packages signed with this card will be believed from now on."),
            translate("HandoverPage", "Take it over"),
        ):
            return

        def done(shown: Introduction) -> None:
            dialogs.trusted(shown, self.words, self).open()

        self.lane.ask(lambda step: self.desk.handover.trust(path), done, self.refusal.tell, touches=LEDGER)

    def _run(
        self,
        work: Callable[[Step], T],
        then: Callable[[T], None],
        title: str,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.refusal.tell(None)
        job = self.lane.ask(work, then, failed or self.refusal.tell, title, shows_progress=True, touches=LEDGER)
        job.ended.connect(lambda: self._ended(job))
        self._job = job
        self._set_busy(True)

    def _ended(self, job: Job) -> None:
        """A refusal may have been answered by a second try, which then is the running one."""
        if self._job is job:
            self._job = None
            self._set_busy(False)

    def _set_busy(self, is_busy: bool) -> None:
        buttons = (self.pack_button, self.receive_button, self.trust_button)
        if is_busy and self.window().focusWidget() in buttons:
            # A button that goes grey gives the keyboard to the head of the window, where no key of this page works.
            ledger = self.incoming_view if self.desk.agency.is_region else self.outgoing_view
            (ledger if ledger.isVisible() else self.card_button).setFocus()
        for button in buttons:
            button.setEnabled(not is_busy)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self._sent, self._received_lines = standing.receipts.outgoing, standing.receipts.incoming
        self.sent.show_lines(self._sent)
        self.received.show_lines(self._received_lines)
        self._select_packages()
        self._say_ready()

    def _select_packages(self) -> None:
        """Mark the packages another page counted, once they are listed."""
        rows = [row for row, line in enumerate(self.outgoing.lines) if line.package_id in self._wanted_packages]
        if not rows:
            return
        self._wanted_packages = frozenset()
        self.outgoing_view.select_rows(rows, rows[0])
        self.outgoing_view.scrollTo(self.outgoing_view.currentIndex())

    def _told_nothing_sent(self, arrangement: Arrangement) -> str:
        translate = QCoreApplication.translate
        if arrangement.is_narrowed:
            return ""
        if self.desk.agency.is_region:
            return translate("HandoverPage", "Answers that you give back to agencies will stand here.")
        return translate("HandoverPage", "Nothing was sent yet. Close the evaluations, then pack them here.")

    def _say_ready(self) -> None:
        """What a package made now would hold, and what would stay at home."""
        if self._standing is None or self.period is None:
            self.ready.clear()
            return
        translate = QCoreApplication.translate
        whole = self._standing.whole
        if self.desk.agency.is_region:
            said = translate("HandoverPage", "%1: %2 closed evaluations have arrived here.")
        else:
            said = translate("HandoverPage", "%1: %2 closed evaluations can travel, %3 of them have not been sent; %4")
        said = f"{said}{self._owed(self._standing.receipts)}"
        self.ready.setText(
            singular(
                said.replace("%1", self.words.period(self.period))
                .replace("%2", self.words.number(whole.closed))
                .replace("%3", self.words.number(max(0, whole.closed - whole.sent)))
                .replace("%4", self._stays(whole.due - whole.closed))
            )
        )

    def _owed(self, receipts: Receipts) -> str:
        """What is taken and answered, but whose answer lies on no stick yet; an agency owes receipts for transfers."""
        if not receipts.owed:
            return ""
        translate = QCoreApplication.translate
        first = receipts.owed[0]
        said = translate(
            "HandoverPage",
            "⚠ %1 answers are not on a stick yet: put it in and write the same file again, or receive the file "
            "again. First of them: %2",
        )
        said = singular(said.replace("%1", self.words.number(len(receipts.owed))).replace("%2", first.file_name))
        if receipts.elsewhere:
            there = translate("HandoverPage", "In %1 lies another stick now: put in the one that brought %2.")
            other = receipts.elsewhere[0]
            said = f"{said}\n{there.replace('%1', other.folder).replace('%2', other.beside)}"
        return f"\n{said}"

    def _stays(self, count: int) -> str:
        translate = QCoreApplication.translate
        if count <= 0:
            return translate("HandoverPage", "nothing stays at home.")
        said = translate("HandoverPage", "%1 people stay at home because they are not closed.")
        return singular(said.replace("%1", self.words.number(count)))

    def _packed(self, outcome: PackOutcome) -> None:
        dialogs.packed(outcome, self.words, self).open()

    def _received(self, outcome: ReceiveOutcome) -> None:
        is_return = outcome.header.kind is PackageKind.RETURN
        parts = brought_facts(outcome, self.words) if is_return and outcome.code is not ReceiptCode.DUPLICATE else ()
        take_back = partial(self.take_back, outcome.receipt.number)
        dialog = dialogs.received(outcome, self.words, self, take_back, parts)
        offer_places(dialog, outcome, self.go_to.emit)
        self.received_dialog = dialog
        dialog.open()

    def _is_new_epoch_confirmed(self, error: Refusal) -> bool:
        translate = QCoreApplication.translate
        _, what, then = self.words.told(error)
        return asks(self, what, then, translate("HandoverPage", "I have called: the PC was replaced"))

    def _choose_arriving(self) -> None:
        translate = QCoreApplication.translate
        kinds = translate("HandoverPage", "Packages (*.merit);;All files (*)")
        chosen = ask_file(self, translate("HandoverPage", "Which file has arrived?"), kinds)
        if chosen is not None:
            self.take(chosen)

    def _choose_card(self) -> None:
        asked = QCoreApplication.translate("HandoverPage", "Which key card?")
        chosen = ask_file(self, asked, "JSON (*.json)")
        if chosen is not None:
            self.trust(chosen)
