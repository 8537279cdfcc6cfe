"""Tenggat: who must sign, hand over, return, report or decide what, until when; days entered for many at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
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

from meritdesk.core.deadlines import DeadlineState
from meritdesk.core.duties import Duty
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.assessment.process import DatesOutcome, DeadlineBoard, OfficeDeadline, PersonProcess
from meritdesk.services.changes import Step
from meritdesk.services.clocks import URGENCY
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.ui import actions, look
from meritdesk.ui.assessment.dates_dialog import DatesDialog
from meritdesk.ui.assessment.deadline_table import SIGNS, BoardRow, DeadlineColumn, DeadlineTable, state_colour
from meritdesk.ui.assessment.process_html import process_html
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import BranchChip
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.line_table import VALUE
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_TYPING_MS = 150
_REFUSED_SHOWN = 5
_UNITS_NAMED = 3
FILTERS: Mapping[str, frozenset[DeadlineState]] = {
    "pressing": frozenset({DeadlineState.LATE, DeadlineState.DUE}),
    "late": frozenset({DeadlineState.LATE}),
    "due": frozenset({DeadlineState.DUE}),
    "running": frozenset({DeadlineState.LATE, DeadlineState.DUE, DeadlineState.RUNNING}),
    "barred": frozenset({DeadlineState.TIME_BARRED}),
    "all": frozenset(DeadlineState),
}
_WIDTHS = {
    DeadlineColumn.STATE: 92,
    DeadlineColumn.DUTY: 154,
    DeadlineColumn.WHO: 104,
    DeadlineColumn.LIMIT: 106,
    DeadlineColumn.DAYS: 157,
    DeadlineColumn.HAND_OVER: 116,
}


@dataclass(frozen=True, slots=True)
class _Answer:
    board: DeadlineBoard


class DeadlinesTab(RoomPage):
    """The deadline board of the period."""

    room = "assessment"
    nouns = frozenset(
        {"processes", "objections", "evaluations", "plans", "holidays", "settings", "people", "levels", "agreements"}
    )

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._board: DeadlineBoard | None = None
        self._card: PersonProcess | None = None
        self._wanted_unit = ""
        self._title = look.title(QLabel(self))
        self.dates = QPushButton(self)
        self.dates.setObjectName("primary")
        self.dates.clicked.connect(self.open_dates)
        self.object = QPushButton(self)
        self.object.clicked.connect(self.open_objection)
        self.call = QPushButton(self)
        self.call.clicked.connect(self.ask_call_sheets)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.states = QComboBox(self)
        for name in FILTERS:
            self.states.addItem("", name)
        self.states.currentIndexChanged.connect(lambda _: self._filter())
        self.branch = BranchChip(self._filter, self)
        self.duty = QComboBox(self)
        self.duty.addItem("", "")
        for duty in Duty:
            self.duty.addItem("", duty.value)
        self.duty.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.duty.setMinimumContentsLength(22)
        self.duty.currentIndexChanged.connect(lambda _: self._filter())
        self.unit = QComboBox(self)
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMinimumContentsLength(28)
        self.unit.currentIndexChanged.connect(lambda _: self._filter())
        self.refusal = RefusalStrip(words, self)
        self.summary = QLabel(self)
        self.office = QLabel(self)
        self.office.setWordWrap(True)
        self.office.hide()
        self.table = DeadlineTable(words, self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(DeadlineColumn.NAME, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(lambda *_: self._filter())
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        self.view.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._settle())
        self.view.doubleClicked.connect(lambda _: self.open_dates())
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setMargin(3 * look.RHYTHM)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.detail = QTextBrowser(self)
        self.detail.setOpenLinks(False)
        self._actions = {}
        for name, key, act in (
            ("search_deadlines", "Ctrl+F", self.search.setFocus),
            ("enter_dates", "Ctrl+D", self.open_dates),
            ("call_sheets", "Ctrl+P", self.ask_call_sheets),
            ("raise_objection", "Ctrl+B", self.open_objection),
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
        for button in (self.call, self.object, self.dates):
            top.addWidget(button)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(self.states)
        filters.addWidget(self.branch)
        filters.addWidget(self.duty)
        filters.addWidget(self.unit)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self._stack)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([880, 300])
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addLayout(filters)
        column.addWidget(self.office)
        column.addWidget(self.refusal)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.summary)

    def load(self, period: Period) -> None:
        def work(step: Step) -> _Answer:
            return _Answer(self.desk.assessment.process.board(period))

        self.lane.ask(work, self._show, self._cannot, key="deadlines")

    def primary_focus(self) -> QWidget:
        return self.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``state`` chooses a filter (pressing, late, due, running, barred, all); ``duty`` one clock by its number.

        ``unit`` keeps the people of a unit or, where units are below it, of its whole branch; ``search``, ``nip``.
        """
        self.branch.narrow(filters)
        self._wanted_unit = "" if self.branch.units else str(filters.get("unit", ""))
        if self.branch.units:
            self.unit.setCurrentIndex(0)
        self.duty.setCurrentIndex(max(self.duty.findData(str(filters.get("duty", ""))), 0))
        place = self.states.findData(str(filters.get("state", "pressing")))
        self.states.setCurrentIndex(max(place, 0))
        self.search.setText(str(filters.get("search", "") or filters.get("nip", "")))
        self._fill_units()
        self._filter()

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("DeadlinesTab", "Deadlines of the papers"))
        self.dates.setText(translate("DeadlinesTab", "Enter days…"))
        self.object.setText(translate("DeadlinesTab", "Objection…"))
        self.call.setText(translate("DeadlinesTab", "Print call sheets…"))
        self.search.setPlaceholderText(translate("DeadlinesTab", "Search name, NIP or rater"))
        self.search.setAccessibleName(translate("DeadlinesTab", "Search name, NIP or rater"))
        self.states.setAccessibleName(translate("DeadlinesTab", "Which deadlines are shown"))
        for place, said in enumerate(
            (
                translate("DeadlinesTab", "Late and due this week"),
                translate("DeadlinesTab", "Only late"),
                translate("DeadlinesTab", "Only due this week"),
                translate("DeadlinesTab", "Everything running"),
                translate("DeadlinesTab", "Only time-barred"),
                translate("DeadlinesTab", "All deadlines"),
            )
        ):
            self.states.setItemText(place, said)
        self.duty.setAccessibleName(translate("DeadlinesTab", "Which duty"))
        self.duty.setItemText(0, translate("DeadlinesTab", "All duties"))
        for place, duty in enumerate(Duty, 1):
            self.duty.setItemText(place, f"{duty.value} {self.words.messages.label_of(duty)}")
        self.unit.setAccessibleName(translate("DeadlinesTab", "Unit"))
        self.view.setAccessibleName(translate("DeadlinesTab", "Deadlines, the most urgent first"))
        self.detail.setAccessibleName(translate("DeadlinesTab", "Papers and deadlines of the selected person"))
        for name, said in (
            ("search_deadlines", translate("DeadlinesTab", "Search the deadlines")),
            ("enter_dates", translate("DeadlinesTab", "Enter days for the selected people")),
            ("call_sheets", translate("DeadlinesTab", "Print the call sheets")),
            ("raise_objection", translate("DeadlinesTab", "Enter an objection of the selected person")),
        ):
            self._actions[name].setText(said)
        self.table.retranslate()
        self._fill_units()
        self._tell()
        self._show_detail()

    def chosen_nips(self) -> tuple[str, ...]:
        """The selected people, each once, in the order of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(dict.fromkeys(self.table.lines[row].line.person.nip for row in rows))

    def open_dates(self) -> DatesDialog | None:
        """Ask for days for everybody who is selected."""
        nips = self.chosen_nips()
        if not nips or self.period is None or self._board is None:
            return None
        period = self.period
        name = next(row.line.person.full_name for row in self.table.lines if row.line.person.nip == nips[0])
        dialog = DatesDialog(self.words, len(nips), name, self._board.today, self)

        def enter() -> None:
            days, form, signer = dialog.days(), dialog.paper(), dialog.signer()
            self.refusal.tell(None)
            self.lane.ask(
                lambda step: self.desk.assessment.process.enter(period, nips, days, form, signer),
                self._entered,
                self.refusal.tell,
            )

        dialog.accepted.connect(enter)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_drafts(dialog, self, "assessment.dates", f"{nips[0]}|{len(nips)}|{period}", name, facts={"nip": nips[0]})
        dialog.open()
        return dialog

    def open_objection(self) -> None:
        """Go to the register of objections with a new one for the selected person."""
        nips = self.chosen_nips()
        if nips:
            self.go_to.emit(self.room, {"tab": "objections", "new": nips[0]})

    def ask_call_sheets(self) -> None:
        """Ask for a folder and print the call sheets of the units shown."""
        folder = QFileDialog.getExistingDirectory(
            self, QCoreApplication.translate("DeadlinesTab", "Folder for the call sheets")
        )
        if folder:
            self.print_call_sheets(Path(folder))

    def print_call_sheets(self, folder: Path) -> None:
        """Print one call sheet for every unit shown in which something is open."""
        if self.period is None:
            return
        period, unit = self.period, self.unit.currentData()
        units = [unit] if unit else []
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.assessment.process.print_call_sheets(period, folder, units, step=step),
            self._printed,
            self.refusal.tell,
            title=QCoreApplication.translate("DeadlinesTab", "Printing call sheets"),
            shows_progress=True,
        )

    def _printed(self, outcome: PapersOutcome) -> None:
        facts = {"count": self.words.number(len(outcome.numbers)), "file": Path(outcome.file.path).name}
        self.message.emit(self.words.messages.reason("CLI-CALL-SHEETS", facts))

    def _entered(self, outcome: DatesOutcome) -> None:
        said = QCoreApplication.translate("DeadlinesTab", "Days entered for %1 people, %2 unchanged, %3 refused.")
        for place, number in enumerate((len(outcome.changed), outcome.same, len(outcome.refused)), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        for one in outcome.refused[:_REFUSED_SHOWN]:
            said += f" {one.name or one.nip}: {self.words.messages.reason(one.code, one.facts)}"
        if outcome.changes.change_set_id:
            self.offer_undo.emit(said, outcome.changes.change_set_id)
        else:
            self.message.emit(said)

    def _cannot(self, error: Exception) -> None:
        self._board = None
        self.refusal.tell(error)
        self._filter()

    def _show(self, answer: _Answer) -> None:
        self._board = answer.board
        self.refusal.tell(None)
        self._fill_units()
        self._filter()

    def _fill_units(self) -> None:
        if self._board is None:
            return
        chosen = self._wanted_unit or self.unit.currentData() or ""
        translate = QCoreApplication.translate
        self.unit.blockSignals(True)
        self.unit.clear()
        self.unit.addItem(translate("DeadlinesTab", "All units"), "")
        for one in sorted(self._board.units, key=lambda one: (-one.late, -one.due, one.name)):
            said = translate("DeadlinesTab", "%1: %2 late, %3 this week").replace("%1", one.name)
            said = said.replace("%2", self.words.number(one.late)).replace("%3", self.words.number(one.due))
            self.unit.addItem(said, one.unit_id)
        self.unit.setCurrentIndex(max(self.unit.findData(chosen), 0))
        self.unit.blockSignals(False)
        self._wanted_unit = ""

    def _filter(self) -> None:
        current = self.view.currentIndex()
        kept = current.data(VALUE) if current.isValid() else None
        self.table.show_lines(self._rows())
        lines = self.table.lines
        place = next(
            (
                number
                for number, row in enumerate(lines)
                if kept and row.line.person == kept.line.person and row.deadline.duty is kept.deadline.duty
            ),
            0,
        )
        if lines:
            self.view.setCurrentIndex(self.table.index(place, DeadlineColumn.STATE))
        else:
            self._card = None
            self._show_detail()
        self._stack.setCurrentWidget(self.view if lines else self.empty)
        self._tell()
        self._settle()

    def _rows(self) -> Sequence[BoardRow]:
        if self._board is None:
            return ()
        states = FILTERS[self.states.currentData() or "pressing"]
        unit = self.unit.currentData() or ""
        duty = self.duty.currentData() or ""
        wanted = self.search.text().strip().casefold()
        rows = [
            BoardRow(line, deadline)
            for line in self._board.lines
            if (not unit or line.person.unit_id == unit)
            and (not self.branch.units or line.person.unit_id in self.branch.units)
            and (
                not wanted
                or wanted in line.person.full_name.casefold()
                or wanted in line.person.nip
                or (line.rater is not None and wanted in line.rater.full_name.casefold())
            )
            for deadline in line.deadlines
            if deadline.state in states and duty in ("", deadline.duty.value)
        ]
        rows.sort(key=lambda row: (URGENCY.index(row.deadline.state), row.deadline.limit or date.max))
        header = self.view.horizontalHeader()
        section = header.sortIndicatorSection()
        if section in tuple(DeadlineColumn):
            is_down = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            rows.sort(key=lambda row: self.table.sort_key(row, section), reverse=is_down)
        return rows

    def _row_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        row = current.data(VALUE) if current.isValid() else None
        if row is None or self.period is None:
            return
        period, nip = self.period, row.line.person.nip

        def then(card: PersonProcess) -> None:
            self._card = card
            self._show_detail()

        self.lane.ask(lambda step: self.desk.assessment.process.show(nip, period), then, key="deadline-person")

    def _show_detail(self) -> None:
        self.detail.setHtml(process_html(self._card, self.words) if self._card is not None else "")

    def _tell(self) -> None:
        translate = QCoreApplication.translate
        board = self._board
        office = board.office_wide() if board is not None else ()
        self.office.setText("<br>".join(self._said_of_office(one) for one in office))
        self.office.setVisible(bool(office))
        if board is None:
            self.summary.setText("")
        else:
            said = translate("DeadlinesTab", "%1 late · %2 due this week · %3 running · %4 time-barred")
            for place, state in enumerate(
                (DeadlineState.LATE, DeadlineState.DUE, DeadlineState.RUNNING, DeadlineState.TIME_BARRED), 1
            ):
                said = said.replace(f"%{place}", self.words.number(board.count(state)))
            window = translate("DeadlinesTab", "evaluation window %1 to %2")
            window = window.replace("%1", self.words.day(board.window.opens))
            self.summary.setText(f"{said}   ({window.replace('%2', self.words.day(board.window.closes))})")
        if board is None or not board.lines:
            self.empty.setText(
                translate("DeadlinesTab", "Nobody is appraised in this period yet. Import staff and plans first.")
            )
        elif self.search.text() or self.unit.currentData() or self.duty.currentData():
            self.empty.setText(
                translate("DeadlinesTab", "Nothing fits these filters. Clear the search or choose all units.")
            )
        else:
            self.empty.setText(
                translate(
                    "DeadlinesTab",
                    "Nothing is late and nothing is due this week. Choose “Everything running” to look ahead.",
                )
            )

    def _said_of_office(self, one: OfficeDeadline) -> str:
        """D-1 or D-5 as one line, in the meaning colour of its state."""
        deadline, label = one.deadline, self.words.messages.label_of
        limit = self.words.day(deadline.limit) if deadline.limit else "–"
        said = QCoreApplication.translate("DeadlinesTab", "Whole office · %1 (%2): until %3, %4")
        for place, part in enumerate((label(deadline.duty), deadline.duty.value, limit, label(deadline.state)), 1):
            said = said.replace(f"%{place}", part)
        if one.open_units:
            tail = QCoreApplication.translate("DeadlinesTab", "open for %1 of %2 units: %3")
            names = ", ".join(one.open_units[:_UNITS_NAMED]) + ("…" if len(one.open_units) > _UNITS_NAMED else "")
            for place, part in enumerate(
                (self.words.number(len(one.open_units)), self.words.number(one.units), names), 1
            ):
                tail = tail.replace(f"%{place}", part)
            said += f" · {tail}"
        colour = state_colour(deadline.state)
        text = escape(f"{SIGNS[deadline.state]} {said}")
        return f'<span style="color:{colour.name()}">{text}</span>' if colour is not None else text

    def _settle(self) -> None:
        has_people = bool(self.chosen_nips())
        self.dates.setEnabled(has_people)
        self.object.setEnabled(len(self.chosen_nips()) == 1)
        self.call.setEnabled(self._board is not None and bool(self._board.lines))
