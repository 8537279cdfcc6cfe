"""Antrean cetak: orders for a whole agency, how far each has come, and who could not be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.core.print_order import OrderItem, OrderLine, OrderState, PrintWish
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.documents.orders import OrderOutcome
from meritdesk.ui import actions, look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.documents.order_dialog import OrderDialog
from meritdesk.ui.documents.order_tables import ErrorColumn, ErrorTable, OrderColumn, OrderTable
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

WATCH_MILLISECONDS = 500


class OrdersTab(RoomPage):
    """The print queue."""

    room = "documents"
    nouns = frozenset({"print_orders", "documents", "units"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._units: Sequence[OrgUnit] = ()
        self._lines: Sequence[OrderLine] = ()
        self._items: Sequence[OrderItem] = ()
        self._jobs: dict[str, Job] = {}
        self._wanted = ""
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._settle()

    def _build(self) -> None:
        self.heading = look.title(QLabel(self))
        self.new = QPushButton(self)
        self.new.setObjectName("primary")
        self.resume = QPushButton(self)
        self.stop = QPushButton(self)
        self.open_folder = QPushButton(self)
        self.save_errors = QPushButton(self)
        self.refusal = RefusalStrip(self.words, self)
        self.orders = OrderTable(self.words, self)
        self.listing = LineList(
            "documents.orders",
            self.orders,
            self,
            facets=[
                column_facet(self.orders, column, lambda: self._lines)
                for column in (OrderColumn.STATE, OrderColumn.WANTED, OrderColumn.DIVIDED)
            ],
            is_personal=False,
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("OrdersTab", "Print orders")
        self.listing.line_chosen.connect(lambda _: self._chosen())
        self.view = self.listing.view
        self.told = look.strong(QLabel(self))
        self.told.setWordWrap(True)
        self.errors = ErrorTable(self.words, self)
        self.error_list = LineList(
            "documents.order_errors",
            self.errors,
            self,
            facets=[
                column_facet(self.errors, column, lambda: self._items)
                for column in (ErrorColumn.FORM, ErrorColumn.CODE)
            ],
            led_by=self.listing,
        )
        self.error_list.title_words = lambda: QCoreApplication.translate("OrdersTab", "Who could not be printed")
        self.error_view = self.error_list.view
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setMargin(3 * look.RHYTHM)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MILLISECONDS)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        for button in (self.resume, self.stop, self.open_folder, self.new):
            top.addWidget(button)
        below = QWidget(self)
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        said = QHBoxLayout()
        said.addWidget(self.told, 1)
        said.addWidget(self.save_errors)
        under.addLayout(said)
        under.addWidget(self.error_list, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.listing)
        parts.addWidget(below)
        parts.setSizes([330, 220])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(parts)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.refusal)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(lambda: self.open_new())
        self.resume.clicked.connect(lambda: self.run_chosen())
        self.stop.clicked.connect(lambda: self.stop_chosen())
        self.open_folder.clicked.connect(lambda: self.show_folder())
        self.save_errors.clicked.connect(lambda: self.ask_errors_file())
        self._watch.timeout.connect(self._tell_progress)
        self._actions = {}
        for name, key, act in (
            ("new_order", "Ctrl+N", self.new.click),
            ("resume_order", "Ctrl+Return", self.resume.click),
            ("stop_order", "Ctrl+Backspace", self.stop.click),
            ("save_order_errors", "Ctrl+S", self.save_errors.click),
        ):
            action = actions.page_action(self, name, key)
            action.triggered.connect(act)
            self._actions[name] = action

    def load(self, period: Period) -> None:
        def work(step: Step) -> tuple[tuple[OrderLine, ...], Sequence[OrgUnit]]:
            return tuple(self._every_order()), self.desk.register.units()

        self.lane.ask(work, lambda found: self._show(*found), self.refusal.tell, key="print-orders")

    def primary_focus(self) -> QWidget:
        return self.view if self._lines else self.new

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.heading.setText(translate("OrdersTab", "Print queue"))
        self.new.setText(translate("OrdersTab", "New order…"))
        self.resume.setText(translate("OrdersTab", "Go on"))
        self.stop.setText(translate("OrdersTab", "Stop"))
        self.open_folder.setText(translate("OrdersTab", "Open the folder"))
        self.save_errors.setText(translate("OrdersTab", "Save the list…"))
        self.empty.setText(
            translate(
                "OrdersTab",
                "No order yet. New order… prints a whole agency, some units or one person: by unit or by rater, into "
                "one file or one for each person, with cover list and section sheets. You can go on working meanwhile, "
                "and an order that was interrupted goes on where it stopped.",
            )
        )
        for name, text in (
            ("new_order", translate("OrdersTab", "Give a new print order")),
            ("resume_order", translate("OrdersTab", "Go on with the chosen order")),
            ("stop_order", translate("OrdersTab", "Stop the chosen order")),
            ("save_order_errors", translate("OrdersTab", "Save who could not be printed")),
        ):
            self._actions[name].setText(text)
        self.listing.say()
        self.error_list.say()
        self._tell()

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``order`` chooses one; ``new`` opens the dialog."""
        self._wanted = str(filters.get("order", ""))
        if filters.get("new"):
            self.open_new()
        elif self._wanted:
            self.mark_stale()

    def chosen(self) -> OrderLine | None:
        """The order that is selected."""
        return self.listing.current()

    def open_new(self) -> OrderDialog | None:
        """Ask what is wanted; the order is entered and carried out at once, beside everything else."""
        if self.period is None:
            return None
        dialog = OrderDialog(self.desk.documents.forms, self._units, self.period, self._last_folder(), self.words, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def enter() -> None:
            entered = dialog.entered()
            if entered is None:
                return
            wish, folder = entered
            unit_id = dialog.unit_id()
            dialog.refusal.tell(None)
            dialog.set_busy(True)
            job = self.lane.beside.ask(
                lambda step: self._placed(wish, unit_id, folder, step),
                then,
                dialog.refusal.tell,
                QCoreApplication.translate("OrdersTab", "Counting the sheets"),
            )
            job.ended.connect(lambda: dialog.set_busy(False))

        def then(outcome: OrderOutcome) -> None:
            QSettings().setValue("print-folder", outcome.line.order.folder)
            keeper.saved()
            dialog.accept()
            self._wanted = outcome.line.order.order_id
            if outcome.parts:
                self._run(outcome.line.order.order_id)

        dialog.buttons.accepted.connect(enter)
        period = self.period
        keeper = keep_drafts(dialog, self, "documents.order", str(period), self.words.period(period))
        dialog.open()
        return dialog

    def run_chosen(self) -> None:
        """Go on with the chosen order where it stopped."""
        line = self.chosen()
        if line is not None and self.resume.isEnabled():
            self._run(line.order.order_id)

    def stop_chosen(self) -> None:
        """Stop the chosen order: finished files stay, the rest is taken away."""
        line = self.chosen()
        if line is None or not self.stop.isEnabled():
            return
        job = self._jobs.get(line.order.order_id)
        if job is not None:
            job.cancel()
            return
        order_id = line.order.order_id
        self.lane.ask(lambda step: self.desk.documents.orders.cancel(order_id), None, self.refusal.tell)

    def show_folder(self) -> None:
        """Open the folder of the chosen order in the file manager."""
        line = self.chosen()
        if line is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(line.order.folder))

    def ask_errors_file(self) -> None:
        """Ask where the list of errors goes."""
        line = self.chosen()
        if line is None or not self.save_errors.isEnabled():
            return
        title = QCoreApplication.translate("OrdersTab", "Save who could not be printed")
        stem = str(Path(line.order.folder) / f"{line.order.order_id}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, title, stem, "Excel (*.xlsx);;CSV (*.csv)")
        if chosen:
            self.write_errors(Path(chosen))

    def write_errors(self, path: Path) -> None:
        """Write the list of errors of the chosen order."""
        line = self.chosen()
        if line is None:
            return
        order_id = line.order.order_id
        heads = [self.errors.heading(column) for column in ErrorColumn]
        told = self.words.messages.sentence

        def done(count: int) -> None:
            said = QCoreApplication.translate("OrdersTab", "%1 rows written to %2.")
            self.message.emit(said.replace("%1", self.words.number(count)).replace("%2", str(path)))

        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.documents.orders.write_errors(order_id, path, heads, told), done, self.refusal.tell
        )

    def _placed(self, wish: PrintWish, unit_id: str, folder: Path, step: Step) -> OrderOutcome:
        if unit_id:
            wish = replace(wish, unit_ids=self.desk.register.branch(unit_id))
        return self.desk.documents.orders.place(wish, folder, step)

    def _run(self, order_id: str) -> None:
        if order_id in self._jobs:
            return
        self.refusal.tell(None)
        title = QCoreApplication.translate("OrdersTab", "Printing order %1").replace("%1", order_id)
        job = self.lane.beside.ask(
            lambda step: self.desk.documents.orders.run(order_id, step),
            self._finished,
            self.refusal.tell,
            title,
            shows_progress=True,
        )
        self._jobs[order_id] = job
        job.ended.connect(lambda: self._ended(order_id))
        self._watch.start()
        self._settle()

    def _finished(self, outcome: OrderOutcome) -> None:
        counts = outcome.line.counts
        said = QCoreApplication.translate(
            "OrdersTab", "Order %1: %2 sheets printed, %3 unchanged, %4 could not be printed."
        )
        for place, value in enumerate((counts.printed, counts.unchanged, counts.failed), 2):
            said = said.replace(f"%{place}", self.words.number(value))
        self.message.emit(said.replace("%1", outcome.line.order.order_id))

    def _ended(self, order_id: str) -> None:
        self._jobs.pop(order_id, None)
        if not self._jobs:
            self._watch.stop()
        self.mark_stale()
        self._settle()

    def _every_order(self) -> Iterator[OrderLine]:
        """All orders, block by block: there are as many as were ever given, not as there are sheets."""
        here: tuple[OrderLine, ...] = self.desk.documents.orders.lines()
        found = 0
        while here:
            yield from here
            found += len(here)
            here = self.desk.documents.orders.lines(found)

    def _show(self, lines: tuple[OrderLine, ...], units: Sequence[OrgUnit]) -> None:
        before = self.chosen()
        wanted = self._wanted or (before.order.order_id if before else "")
        self._wanted = ""
        self._units = units
        self._lines = lines
        self._stack.setCurrentIndex(0 if lines else 1)
        if any(line.order.order_id == wanted for line in lines):
            self.listing.choose(lambda line: line.order.order_id == wanted)
        self.listing.show_lines(lines)
        self._tell_progress()

    def _chosen(self) -> None:
        self._settle()
        line = self.chosen()
        if line is None:
            self._show_errors(())
            return
        order_id = line.order.order_id
        self.lane.ask(
            lambda step: self.desk.documents.orders.errors(order_id), self._show_errors, key="print-order-errors"
        )

    def _show_errors(self, items: tuple[OrderItem, ...]) -> None:
        self._items = items
        self.error_list.show_lines(items)
        self._settle()

    def _tell_progress(self) -> None:
        """How far the running orders are, without asking the store."""
        self.orders.show_progress({order_id: (job.done, job.total) for order_id, job in self._jobs.items()})
        self._tell()

    def _settle(self) -> None:
        line = self.chosen()
        is_running = line is not None and line.order.order_id in self._jobs
        self.resume.setEnabled(line is not None and line.can_resume and not is_running)
        self.stop.setEnabled(line is not None and (is_running or line.can_resume))
        self.open_folder.setEnabled(line is not None)
        self.save_errors.setEnabled(bool(self._items))
        self._tell()

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        line = self.chosen()
        if line is None:
            self.told.setText("")
            return
        if line.order.problem:
            said = self.words.messages.sentence(line.order.problem, line.order.problem_facts)
            self.told.setText(f"⚠ {said} ({line.order.problem})")
        elif self._items:
            count = self.words.number(len(self._items))
            self.told.setText(singular(translate("OrdersTab", "%1 sheets could not be printed").replace("%1", count)))
        elif line.order.state is OrderState.DONE:
            self.told.setText("✓ " + translate("OrdersTab", "Every sheet of this order is accounted for."))
        else:
            self.told.setText(translate("OrdersTab", "Nothing failed so far."))

    def _last_folder(self) -> Path:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(str(QSettings().value("print-folder", home)))
