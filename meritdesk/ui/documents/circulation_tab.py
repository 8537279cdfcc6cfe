"""Di luar: which papers are out, with whom and how long; moved in bulk by selecting or by scanning their QR."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.circulation import OUT_STAGES, PaperStage, PaperStep
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.documents.cancelling import CancelOutcome
from meritdesk.services.documents.circulation import CirculationBoard, CirculationQuery, PaperLine
from meritdesk.services.documents.reprinting import ReprintOutcome
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.services.paper_moves import MoveOutcome
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import BranchChip
from meritdesk.ui.documents.circulation_table import CirculationColumn, CirculationTable
from meritdesk.ui.documents.move_dialog import MoveDialog
from meritdesk.ui.documents.paper_html import paper_html
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.line_table import VALUE
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_TYPING_MS = 150
_REFUSED_SHOWN = 4
FILTERS: Mapping[str, frozenset[PaperStage]] = {
    "out": OUT_STAGES,
    "recalled": OUT_STAGES,
    "overdue": frozenset(PaperStage),
    "printed": frozenset({PaperStage.PRINTED}),
    "returned": frozenset({PaperStage.RETURNED}),
    "scanned": frozenset({PaperStage.SCANNED}),
    "gone": frozenset({PaperStage.LOST, PaperStage.WITHDRAWN}),
    "all": frozenset(PaperStage),
}
_WIDTHS = {
    CirculationColumn.MARK: 24,
    CirculationColumn.STAGE: 128,
    CirculationColumn.NUMBER: 186,
    CirculationColumn.SINCE: 88,
    CirculationColumn.DAYS: 44,
    CirculationColumn.LIMIT: 96,
    CirculationColumn.NEXT: 122,
}


class CirculationTab(RoomPage):
    """The papers of the year of the period."""

    room = "documents"
    nouns = frozenset(
        {"documents", "circulation", "processes", "evaluations", "plans", "people", "holidays", "settings"}
    )

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._board: CirculationBoard | None = None
        self._lines: tuple[PaperLine, ...] = ()
        self._wanted: dict[str, str] = {}
        self.branch = BranchChip(self._filter, self)
        self.tray: dict[str, PaperLine] = {}
        self._title = look.title(QLabel(self))
        self.move_papers = QPushButton(self)
        self.move_papers.setObjectName("primary")
        self.move_papers.clicked.connect(self.open_move)
        self.call_back = QPushButton(self)
        self.call_back.clicked.connect(self.ask_call_back)
        self.cancel = QPushButton(self)
        self.cancel.clicked.connect(self.ask_cancel)
        self.again = QPushButton(self)
        self.again.clicked.connect(self.ask_reprint)
        self.scan = QLineEdit(self)
        self.scan.setClearButtonEnabled(True)
        self.scan.returnPressed.connect(self.take_scanned)
        self.tray_label = QLabel(self)
        self.empty_tray = QPushButton(self)
        self.empty_tray.clicked.connect(self.clear_tray)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.where, self.form, self.holder, self.unit = (QComboBox(self) for _ in range(4))
        for name in FILTERS:
            self.where.addItem("", name)
        remembered = self.where.findData(str(QSettings().value("documents/circulation", "out")))
        self.where.setCurrentIndex(max(remembered, 0))
        for box, least in ((self.form, 9), (self.holder, 18), (self.unit, 18)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(least)
        for box in (self.where, self.form, self.holder, self.unit):
            box.currentIndexChanged.connect(lambda _: self._filter())
        self.refusal = RefusalStrip(words, self)
        self.summary = QLabel(self)
        self.table = CirculationTable(words, self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.view.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(CirculationColumn.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(CirculationColumn.HOLDER, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(lambda *_: self._filter())
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        self.view.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._settle())
        self.view.doubleClicked.connect(lambda _: self.open_move())
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setMargin(3 * look.RHYTHM)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.detail = QTextBrowser(self)
        self.detail.setOpenLinks(False)
        self._actions = {}
        for name, key, act in (
            ("search_papers", "Ctrl+F", self.search.setFocus),
            ("scan_papers", "Ctrl+L", self.scan.setFocus),
            ("move_papers", "Ctrl+D", self.open_move),
            ("call_papers_back", "Ctrl+P", self.ask_call_back),
            ("cancel_paper", "Ctrl+B", self.ask_cancel),
            ("print_again", "Ctrl+Shift+P", self.ask_reprint),
        ):
            action = actions.page_action(self, name, key)
            action.triggered.connect(act)
            self._actions[name] = action
        self._lay_out()
        self.retranslate()
        self._settle()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self.again, self.cancel, self.call_back, self.move_papers):
            top.addWidget(button)
        scanning = QHBoxLayout()
        scanning.addWidget(self.scan, 1)
        scanning.addWidget(self.tray_label)
        scanning.addWidget(self.empty_tray)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(self.branch)
        for box in (self.where, self.form, self.holder, self.unit):
            filters.addWidget(box)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([955, 230])
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addLayout(scanning)
        column.addLayout(filters)
        column.addWidget(self.refusal)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.summary)

    def load(self, period: Period) -> None:
        query = CirculationQuery(period.year, frozenset(PaperStage))

        def work(step: Step) -> CirculationBoard:
            return self.desk.documents.circulation.board(query)

        self.lane.ask(work, self._show, self._cannot, key="circulation")

    def primary_focus(self) -> QWidget:
        return self.scan

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``where`` chooses a filter (out, recalled, overdue, printed, returned, scanned, gone, all).

        ``holder`` keeps what one person has, ``unit`` (``units`` with those below it) whose papers; ``search``.
        """
        self.where.setCurrentIndex(max(self.where.findData(str(filters.get("where", "out"))), 0))
        self.search.setText(str(filters.get("search", "") or filters.get("nip", "")))
        self.branch.narrow(filters)
        self._wanted = {name: str(filters.get(name, "")) for name in ("holder", "unit")}
        if self.branch.units:
            self._wanted["unit"] = ""
        self.form.setCurrentIndex(0)
        self._fill()
        self._filter()

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("CirculationTab", "Papers in circulation"))
        self.move_papers.setText(translate("CirculationTab", "What happened…"))
        self.call_back.setText(translate("CirculationTab", "Call-back sheets…"))
        self.cancel.setText(translate("CirculationTab", "Cancel the number…"))
        self.again.setText(translate("CirculationTab", "Print again…"))
        self.scan.setPlaceholderText(translate("CirculationTab", "Scan the QR or type a number, then Enter"))
        self.scan.setAccessibleName(translate("CirculationTab", "Scan the QR or type a number, then Enter"))
        self.empty_tray.setText(translate("CirculationTab", "Empty the tray"))
        self.search.setPlaceholderText(translate("CirculationTab", "Search number, name, NIP or holder"))
        self.search.setAccessibleName(translate("CirculationTab", "Search number, name, NIP or holder"))
        for box, said in (
            (self.where, translate("CirculationTab", "Which papers are shown")),
            (self.form, translate("CirculationTab", "Form")),
            (self.holder, translate("CirculationTab", "With whom")),
            (self.unit, translate("CirculationTab", "Unit")),
        ):
            box.setAccessibleName(said)
        for place, said in enumerate(
            (
                translate("CirculationTab", "Out"),
                translate("CirculationTab", "To be called back"),
                translate("CirculationTab", "Overdue"),
                translate("CirculationTab", "Printed, still here"),
                translate("CirculationTab", "Returned"),
                translate("CirculationTab", "Scanned"),
                translate("CirculationTab", "Lost or withdrawn"),
                translate("CirculationTab", "All papers"),
            )
        ):
            self.where.setItemText(place, said)
        self.view.setAccessibleName(translate("CirculationTab", "Papers, those to act on first"))
        self.detail.setAccessibleName(translate("CirculationTab", "History of the selected paper"))
        for name, said in (
            ("search_papers", translate("CirculationTab", "Search the papers")),
            ("scan_papers", translate("CirculationTab", "Scan or type a paper")),
            ("move_papers", translate("CirculationTab", "Note what happened to the chosen papers")),
            ("call_papers_back", translate("CirculationTab", "Print the call-back sheets")),
            ("cancel_paper", translate("CirculationTab", "Cancel the number of the selected paper")),
            ("print_again", translate("CirculationTab", "Print the selected paper again as it was")),
        ):
            self._actions[name].setText(said)
        self.table.retranslate()
        self._fill()
        self._filter()

    # The tray

    def take_scanned(self) -> None:
        """Put the paper whose QR or number stands in the line into the tray, ready for the next one."""
        text = self.scan.text().strip()
        if not text:
            return
        self.refusal.tell(None)
        self.scan.clear()
        self.lane.ask(
            lambda step: self.desk.documents.circulation.find(text),
            self._found,
            self.refusal.tell,
        )

    def clear_tray(self) -> None:
        """Take everything out of the tray."""
        self.tray.clear()
        self._tray_changed()
        self.scan.setFocus()

    def _found(self, line: PaperLine) -> None:
        self.tray[line.view.paper.document_id] = line
        self._tray_changed()
        for place, shown in enumerate(self.table.lines):
            if shown.view.paper.document_id == line.view.paper.document_id:
                self.view.setCurrentIndex(self.table.index(place, CirculationColumn.STAGE))
                break
        else:
            self.detail.setHtml(paper_html(line, self.words))
        self.scan.setFocus()

    def _tray_changed(self) -> None:
        self.table.mark(frozenset(self.tray))
        self._settle()

    def chosen(self) -> tuple[PaperLine, ...]:
        """What is meant: everything in the tray, else the selected rows in the order of the list."""
        if self.tray:
            return tuple(self.tray.values())
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.table.lines[row] for row in rows)

    # What can be done

    def open_move(self) -> MoveDialog | None:
        """Ask what happened to the chosen papers; their common next step stands there already."""
        lines = self.chosen()
        if not lines or self._board is None:
            return None
        steps = [line.next_step for line in lines]
        expected = max(dict.fromkeys(steps), key=steps.count)
        paper = lines[0].view.paper
        dialog = MoveDialog(
            self.words, len(lines), f"{paper.number} · {paper.name}", PaperStep(expected), self._board.today, self
        )
        keys = tuple(line.view.paper.document_id for line in lines)

        def enter() -> None:
            noted = dialog.noted()
            self.refusal.tell(None)
            self.lane.ask(
                lambda step: noted.carry_out(self.desk.documents.circulation, keys), self._moved, self.refusal.tell
            )

        dialog.accepted.connect(enter)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_drafts(dialog, self, "documents.move", f"{keys[0]}|{len(keys)}", f"{paper.number} · {paper.name}")
        dialog.open()
        return dialog

    def ask_cancel(self) -> None:
        """Ask for the reason and cancel the number of the selected paper."""
        lines = self.chosen()
        if len(lines) != 1:
            return
        number = lines[0].view.paper.number
        translate = QCoreApplication.translate
        said = translate("CirculationTab", "%1 becomes void with all its copies. Why?").replace("%1", number)
        reason, is_said = QInputDialog.getText(self, translate("CirculationTab", "Cancel the number"), said)
        if is_said:
            self.cancel_number(number, reason)

    def cancel_number(self, number: str, reason: str) -> None:
        """Cancel one number on the lane."""
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.documents.cancel(number, reason), self._cancelled, self.refusal.tell)

    def ask_reprint(self) -> None:
        """Ask for a folder and print the selected paper again as it was."""
        if len(self.chosen()) != 1:
            return
        folder = QFileDialog.getExistingDirectory(self, QCoreApplication.translate("CirculationTab", "Folder"))
        if folder:
            self.reprint(Path(folder))

    def reprint(self, folder: Path) -> None:
        """Print the selected paper again; what no longer stands says so across the page."""
        paper = self.chosen()[0].view.paper
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.documents.circulation.reprint(paper.number, folder, paper.version),
            self._reprinted,
            self.refusal.tell,
        )

    def ask_call_back(self) -> None:
        """Ask for a folder and print one call-back sheet for every holder shown."""
        folder = QFileDialog.getExistingDirectory(
            self, QCoreApplication.translate("CirculationTab", "Folder for the call-back sheets")
        )
        if folder:
            self.print_call_back(Path(folder))

    def print_call_back(self, folder: Path) -> None:
        """Print the call-back sheets of the holder that is filtered for, or of everybody."""
        if self.period is None:
            return
        year, holder = self.period.year, str(self.holder.currentData() or "")
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.documents.circulation.print_call_back(year, folder, holder, step=step),
            self._printed,
            self.refusal.tell,
            title=QCoreApplication.translate("CirculationTab", "Printing call-back sheets"),
            shows_progress=True,
        )

    # What came of it

    def _printed(self, outcome: PapersOutcome) -> None:
        facts = {"count": self.words.number(len(outcome.numbers)), "file": Path(outcome.file.path).name}
        self.message.emit(self.words.messages.reason("CLI-CALL-BACK", facts))

    def _reprinted(self, outcome: ReprintOutcome) -> None:
        facts = {
            "number": f"{outcome.number} #{outcome.copy}",
            "standing": self.words.messages.label_of(outcome.standing),
            "file": Path(outcome.file.path).name,
        }
        self.message.emit(self.words.messages.reason("CLI-REPRINTED", facts))

    def _cancelled(self, outcome: CancelOutcome) -> None:
        facts = {"number": outcome.number, "copies": self.words.number(outcome.copies)}
        said = self.words.messages.reason("CLI-CANCELLED", facts)
        if outcome.holders:
            said += " " + self.words.messages.reason("CLI-STILL-OUT", {"holders": ", ".join(outcome.holders)})
        self.tray.clear()
        self._tray_changed()
        self.offer_undo.emit(said, outcome.changes.change_set_id)

    def _moved(self, outcome: MoveOutcome) -> None:
        said = QCoreApplication.translate("CirculationTab", "%1 papers moved, %2 unchanged, %3 refused.")
        for place, number in enumerate((len(outcome.moved), outcome.same, len(outcome.refused)), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        told = [self.words.messages.reason(one.code, one.facts) for one in outcome.refused[:_REFUSED_SHOWN]]
        told += [self.words.messages.reason(one.reason) for one in outcome.remarks[:_REFUSED_SHOWN]]
        said = " ".join([said, *told])
        for key in outcome.moved:
            self.tray.pop(key, None)
        self._tray_changed()
        self.scan.setFocus()
        if outcome.changes.change_set_id:
            self.offer_undo.emit(said, outcome.changes.change_set_id)
        else:
            self.message.emit(said)

    def _cannot(self, error: Exception) -> None:
        self._board = None
        self._lines = ()
        self.refusal.tell(error)
        self._filter()

    def _show(self, board: CirculationBoard) -> None:
        self._board = board
        self._lines = board.lines
        self.refusal.tell(None)
        self._fill()
        self._filter()

    # Filters and words

    def _fill(self) -> None:
        translate = QCoreApplication.translate
        out = [line for line in self._lines if line.view.state.stage.is_out]
        held: dict[str, int] = {}
        for line in out:
            name = line.view.state.holder
            if name:
                held[name] = held.get(name, 0) + 1
        holders = sorted(held.items(), key=lambda one: (-one[1], one[0]))
        forms = sorted({line.view.paper.form.value for line in self._lines})
        units = self._board.units if self._board is not None else ()
        for box, everything, items in (
            (self.form, translate("CirculationTab", "All forms"), [(form, form) for form in forms]),
            (
                self.holder,
                translate("CirculationTab", "With anybody"),
                [(f"{name} ({self.words.number(count)})", name) for name, count in holders],
            ),
            (self.unit, translate("CirculationTab", "All units"), [(name, key) for key, name in units]),
        ):
            wanted = self._wanted.get({self.holder: "holder", self.unit: "unit"}.get(box, ""))
            kept = wanted if wanted is not None else box.currentData() or ""
            box.blockSignals(True)
            box.clear()
            box.addItem(everything, "")
            for said, key in items:
                box.addItem(said, key)
            box.setCurrentIndex(max(box.findData(kept), 0))
            box.blockSignals(False)
        if self._lines:
            self._wanted = {}

    def _filter(self) -> None:
        name = str(self.where.currentData())
        QSettings().setValue("documents/circulation", name)
        current = self.view.currentIndex()
        kept = current.data(VALUE) if current.isValid() else None
        lines = [line for line in self._lines if self._is_shown(line, name)]
        header = self.view.horizontalHeader()
        column = header.sortIndicatorSection()
        if 0 <= column < len(CirculationColumn):
            is_falling = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            lines.sort(key=lambda line: self.table.sort_key(line, column), reverse=is_falling)
        self.table.show_lines(lines)
        key = kept.view.paper.document_id if kept is not None else ""
        place = next((n for n, line in enumerate(lines) if line.view.paper.document_id == key), 0)
        if lines:
            self.view.setCurrentIndex(self.table.index(place, CirculationColumn.STAGE))
        else:
            self.detail.clear()
        self._stack.setCurrentWidget(self.view if lines else self.empty)
        self._tell()
        self._settle()

    def _is_shown(self, line: PaperLine, name: str) -> bool:
        paper, state = line.view.paper, line.view.state
        if state.stage not in FILTERS[name]:
            return False
        if (name == "recalled" and not line.is_recalled) or (name == "overdue" and not line.is_overdue):
            return False
        form, holder, unit = (str(box.currentData() or "") for box in (self.form, self.holder, self.unit))
        if self.branch.units and paper.unit_id not in self.branch.units:
            return False
        if (form and paper.form.value != form) or (holder and state.holder != holder):
            return False
        if unit and paper.unit_id != unit:
            return False
        words = self.search.text().casefold().split()
        return all(word in f"{paper.number} {paper.name} {paper.nip} {state.holder}".casefold() for word in words)

    def _row_chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        line = now.data(VALUE) if now.isValid() else None
        if isinstance(line, PaperLine):
            self.detail.setHtml(paper_html(line, self.words))
        else:
            self.detail.clear()

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        board = self._board
        if board is None:
            self.summary.clear()
            self.empty.setText(translate("CirculationTab", "The papers are being read."))
            return
        out = sum(board.stages.get(stage, 0) for stage in OUT_STAGES)
        said = translate("CirculationTab", "%1 shown · %2 out · %3 overdue · %4 to be called back · %5 scanned")
        figures = (
            len(self.table.lines), out, board.overdue, board.recalled, board.stages.get(PaperStage.SCANNED, 0),
        )  # fmt: skip
        for place, number in enumerate(figures, 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)
        if not self._lines:
            self.empty.setText(
                translate("CirculationTab", "Nothing was printed for this year yet. Print forms on the first tab.")
            )
        elif out or str(self.where.currentData()) != "out":
            self.empty.setText(translate("CirculationTab", "Nothing fits. Choose “All papers” to see all."))
        else:
            self.empty.setText(
                translate(
                    "CirculationTab",
                    "Nothing is out. Scan the papers that you hand out, then “What happened”.",
                )
            )

    def _settle(self) -> None:
        translate = QCoreApplication.translate
        count = len(self.chosen())
        self.move_papers.setEnabled(count > 0)
        self.cancel.setEnabled(count == 1)
        self.again.setEnabled(count == 1)
        self.call_back.setEnabled(self._board is not None and self._board.recalled > 0)
        self.empty_tray.setVisible(bool(self.tray))
        said = translate("CirculationTab", "Tray: %1 papers").replace("%1", self.words.number(len(self.tray)))
        chosen = translate("CirculationTab", "%1 selected").replace("%1", self.words.number(count))
        self.tray_label.setText(said if self.tray else chosen)
