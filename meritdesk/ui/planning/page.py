"""The planning page: who has a plan and who has not, each plan as on paper, and taking plans and actuals over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.errors import Refusal
from meritdesk.core.lines import RatingLine, RatingQuery, UnitProgress
from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanState
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.planning import PlanCard
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import CohortChip
from meritdesk.ui.grids.bulk import BulkEdit
from meritdesk.ui.grids.bulk_scope import BulkScope, Subject
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.planning.plan_bulk import plan_scope
from meritdesk.ui.planning.plan_sheet import plan_html
from meritdesk.ui.planning.plan_table import PlanColumn, PlanTable
from meritdesk.ui.room import RoomPage
from meritdesk.ui.sheets.kinds import actual_sheets, open_sheets, plan_sheets
from meritdesk.ui.sheets.write_dialog import WriteSheetsDialog
from meritdesk.ui.wording import Words

_TYPING_MS = 150
_BLOCK = 200
_BLOCKS_AT_ONCE = 5
_ROWS_IN_VIEW = 40


class Kept(IntEnum):
    """Which people the list keeps; the numbers are the places in the box."""

    ALL = 0
    WITHOUT_PLAN = 1
    WITHOUT_ACTUALS = 2


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of the list, and where the next one begins; ``next_offset`` is -1 at the end."""

    lines: tuple[RatingLine, ...]
    next_offset: int


class PlanningPage(RoomPage):
    """Perencanaan: the plans (SKP) of the year."""

    room = "planning"
    nouns = frozenset({"plans", "actuals", "people", "units", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._generation = 0
        self._next_offset = -1
        self._card: PlanCard | None = None
        self._refusal: Refusal | None = None
        self._progress: UnitProgress | None = None
        self._unit_id = ""
        self._unit_name = ""
        self._wanted_nip = ""
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.import_plans = QPushButton(self)
        self.import_plans.clicked.connect(lambda: self.open_import(0))
        self.import_actuals = QPushButton(self)
        self.import_actuals.clicked.connect(lambda: self.open_import(1))
        self.write_sheets = QPushButton(self)
        self.write_sheets.clicked.connect(self.open_sheets)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._list_anew)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.kept = QComboBox(self)
        for kept in Kept:
            self.kept.addItem("", kept)
        self.kept.currentIndexChanged.connect(self._list_anew)
        self.unit_chip = QToolButton(self)
        self.unit_chip.clicked.connect(self._all_units)
        self.unit_chip.hide()
        self.cohort_chip = CohortChip(self.words, self._list_anew, self)
        self.table = PlanTable(self.words.messages, self)
        self.table.more_wanted.connect(self._next_block)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.bulk = BulkEdit(self, self, self._bulk_scope, self._bulk_rows)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(PlanColumn.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((PlanColumn.STATE, 110), (PlanColumn.INDICATORS, 84), (PlanColumn.ACTUALS, 84)):
            self.view.setColumnWidth(column, width)
        self.view.selectionModel().currentRowChanged.connect(self._person_chosen)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.find_action = page_action(self, "search", "Ctrl+F")
        self.find_action.triggered.connect(self.search.setFocus)
        self.import_action = page_action(self, "import", "Ctrl+I")
        self.import_action.triggered.connect(lambda: self.open_import(0))
        self.sheets_action = page_action(self, "unit_sheets", "Ctrl+Shift+U")
        self.sheets_action.triggered.connect(self.open_sheets)
        self.sheet = QTextBrowser(self)
        self.sheet.setOpenLinks(False)
        self.totals = QLabel(self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.bulk.button)
        top.addWidget(self.import_plans)
        top.addWidget(self.import_actuals)
        top.addWidget(self.write_sheets)
        filters = QHBoxLayout()
        filters.addWidget(self.search, 1)
        filters.addWidget(self.unit_chip)
        filters.addWidget(self.cohort_chip)
        filters.addWidget(self.kept)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("planningSplitter")
        self.splitter.addWidget(self.middle)
        self.splitter.addWidget(self.sheet)
        self.splitter.setSizes([480, 640])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(filters)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.totals)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("PlanningPage", "Performance plans"))
        self.import_plans.setText(QCoreApplication.translate("PlanningPage", "Import &plans…"))
        self.import_actuals.setText(QCoreApplication.translate("PlanningPage", "Import &actuals…"))
        self.write_sheets.setText(QCoreApplication.translate("WriteSheetsDialog", "Fill-in &sheets for units…"))
        self.sheets_action.setText(QCoreApplication.translate("WriteSheetsDialog", "Fill-in sheets for units"))
        self.search.setPlaceholderText(QCoreApplication.translate("PlanningPage", "Search name, NIP or post"))
        self.search.setAccessibleName(QCoreApplication.translate("PlanningPage", "Search name, NIP or post"))
        for kept, said in (
            (Kept.ALL, QCoreApplication.translate("PlanningPage", "Everybody")),
            (Kept.WITHOUT_PLAN, QCoreApplication.translate("PlanningPage", "Only without a fixed plan")),
            (Kept.WITHOUT_ACTUALS, QCoreApplication.translate("PlanningPage", "Only without actuals")),
        ):
            self.kept.setItemText(kept, said)
        self.kept.setAccessibleName(QCoreApplication.translate("PlanningPage", "Who is shown"))
        self.unit_chip.setToolTip(QCoreApplication.translate("PlanningPage", "Show all units again"))
        self.find_action.setText(QCoreApplication.translate("PlanningPage", "Search people"))
        self.import_action.setText(QCoreApplication.translate("PlanningPage", "Import plans"))
        self.view.setAccessibleName(QCoreApplication.translate("PlanningPage", "People and the state of their plan"))
        self.sheet.setAccessibleName(QCoreApplication.translate("PlanningPage", "Plan of the selected person"))
        self.bulk.retranslate()
        self.table.retranslate(self.words.messages)
        self._show_sheet()
        self._tell_empty()
        self._tell_totals()

    def primary_focus(self) -> QWidget:
        return self.search

    def want(self, nip: str) -> None:
        """Choose this person when the list comes, without narrowing it."""
        self._wanted_nip = nip

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Filters of other pages: ``search``, ``unit`` and ``unit_name``, ``nip``.

        ``missing`` keeps people without a fixed plan, ``missing_actuals`` those of whom nothing was achieved yet;
        ``cohort`` exactly the people that were counted elsewhere.
        """
        self.cohort_chip.narrow(filters)
        self._wanted_nip = str(filters.get("nip", ""))
        self._unit_id = str(filters.get("unit", ""))
        self._unit_name = str(filters.get("unit_name", "")) or self._unit_id
        self.search.setText(str(filters.get("search", "") or self._wanted_nip))
        kept = Kept.WITHOUT_PLAN if filters.get("missing") else Kept.ALL
        self.kept.setCurrentIndex(Kept.WITHOUT_ACTUALS if filters.get("missing_actuals") else kept)
        self._list_anew()

    def load(self, period: Period) -> None:
        def read(step: Step) -> UnitProgress:
            return self.desk.overview.status(period).whole

        def then(progress: UnitProgress) -> None:
            self._progress = progress
            self._tell_totals()

        self.lane.ask(read, then, key="planning.progress")
        self._list_anew()

    def open_import(self, chosen: int = 0) -> IntakeWizard:
        """The import wizard, for plans (0), actuals (1), or whatever the file turns out to be."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "ACTUALS" if chosen else "PLANS", self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_sheets(self) -> WriteSheetsDialog | None:
        """The dialog for sheets that units fill in without MeritDesk."""
        if self.period is None:
            return None
        kinds = (plan_sheets(self.desk), actual_sheets(self.desk))
        return open_sheets(self, kinds, self.period, self._unit_id)

    def open_bulk(self) -> None:
        """The dialog that changes one field of the chosen rows."""
        self.bulk.open()

    def _bulk_scope(self) -> BulkScope | None:
        return plan_scope(self.desk, self.period.year) if self.period is not None else None

    def _bulk_rows(self, then: Callable[[Sequence[Subject]], object]) -> None:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        lines = [self.table.line(row) for row in rows]
        then([Subject(line.person_id) for line in lines if line is not None])

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            told = QCoreApplication.translate("PlanningPage", "Import finished: {count} rows written.")
            written = outcome.counts.added + outcome.counts.changed
            self.offer_undo.emit(told.format(count=self.words.number(written)), outcome.changes.change_set_id)

    def _all_units(self) -> None:
        self._unit_id = self._unit_name = ""
        self._list_anew()

    def _list_anew(self) -> None:
        """Ask anew for the list as the filters say; answers to older questions are dropped."""
        self._typing.stop()
        self._generation += 1
        self.unit_chip.setVisible(bool(self._unit_id))
        self.unit_chip.setText(f"{self._unit_name}  ✕")
        self._ask(0, is_first=True)

    def _next_block(self) -> None:
        if self._next_offset >= 0:
            self._ask(self._next_offset, is_first=False)

    def _ask(self, offset: int, is_first: bool) -> None:
        if self.period is None:
            return
        query = RatingQuery(
            period=self.period.code,
            year=self.period.year,
            search=self.search.text().strip(),
            limit=_BLOCK,
            cohort=self.cohort_chip.cohort,
        )
        unit_id, kept = self._unit_id, Kept(self.kept.currentIndex())

        def read(step: Step) -> _Block:
            units = self.desk.register.branch(unit_id) if unit_id else ()
            return self._read_block(replace(query, unit_ids=units), offset, kept)

        then = partial(self._show_first if is_first else self._show_next, self._generation)
        self.lane.ask(read, then, title=self.title.text(), key="planning.list" if is_first else "planning.more")

    def _read_block(self, query: RatingQuery, offset: int, kept: Kept) -> _Block:
        """A block of people; when only some are wanted a few blocks are looked through, so that the lane stays free."""
        found: list[RatingLine] = []
        for _ in range(1 if kept is Kept.ALL else _BLOCKS_AT_ONCE):
            lines = self.desk.assessment.grid(replace(query, offset=offset))
            offset += len(lines)
            found += [line for line in lines if _is_kept(line, kept)]
            if len(lines) < query.limit:
                return _Block(tuple(found), -1)
        return _Block(tuple(found), offset)

    def _show_first(self, generation: int, block: _Block) -> None:
        if generation != self._generation:
            return
        before = self.table.line(self.view.currentIndex().row()) if self.view.currentIndex().isValid() else None
        self._next_offset = block.next_offset
        self.table.show_lines(block.lines, block.next_offset >= 0)
        self.middle.setCurrentWidget(self.view if block.lines or block.next_offset >= 0 else self.empty)
        self._look_on()
        self._tell_empty()
        row = next((place for place, line in enumerate(block.lines) if line.nip and line.nip == self._wanted_nip), -1)
        self._wanted_nip = ""
        if row < 0 and before is not None:
            row = self.table.row_of(before.person_id)
        if row < 0 and block.lines:
            row = 0
        if row >= 0:
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(self.table.index(row, 0), chosen)
        else:
            self._card = self._refusal = None
            self._show_sheet()

    def _show_next(self, generation: int, block: _Block) -> None:
        if generation == self._generation:
            self._next_offset = block.next_offset
            self.table.append(block.lines, block.next_offset >= 0)
            self.middle.setCurrentWidget(self.view if self.table.rowCount() or block.next_offset >= 0 else self.empty)
            if self.table.rowCount() == len(block.lines) and block.lines:
                self.view.selectRow(0)
            self._look_on()

    def _look_on(self) -> None:
        """While few were found the search goes on; a list that fills the page waits for the clerk to scroll."""
        if self._next_offset >= 0 and self.table.rowCount() < _ROWS_IN_VIEW:
            self._next_block()

    def _person_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        line = self.table.line(current.row()) if current.isValid() else None
        if line is None or self.period is None:
            return
        year = self.period.year

        def then(card: PlanCard) -> None:
            self._card, self._refusal = card, None
            self._show_sheet()

        def failed(refusal: Exception) -> None:
            self._card = None
            self._refusal = refusal if isinstance(refusal, Refusal) else None
            self._show_sheet()

        self.lane.ask(lambda step: self.desk.planning.show(line.nip, year), then, failed, key="planning.sheet")

    def _show_sheet(self) -> None:
        if self._card is not None:
            self.sheet.setHtml(plan_html(self._card, self.words.messages))
        elif self._refusal is not None:
            code, what, then = self.words.told(self._refusal)
            self.sheet.setPlainText(f"{what}\n\n{then}\n\n({code})")
        else:
            self.sheet.setPlainText(
                QCoreApplication.translate("PlanningPage", "Select a person to see the plan as it is printed.")
            )

    def _tell_empty(self) -> None:
        if self.search.text().strip() or self._unit_id or self.kept.currentIndex():
            text = QCoreApplication.translate(
                "PlanningPage", "Nobody fits these filters. Clear the search, or nothing is missing here any more."
            )
        else:
            text = QCoreApplication.translate(
                "PlanningPage", "Nobody must have a plan yet. Import units and staff on the register page first."
            )
        self.empty.setText(text)

    def _tell_totals(self) -> None:
        progress = self._progress
        if progress is None:
            self.totals.clear()
            return
        number = self.words.number
        told = QCoreApplication.translate(
            "PlanningPage",
            "{due} people must have a plan · {plans} have one · {missing} are missing · {actuals} have actuals",
        )
        self.totals.setText(
            told.format(
                due=number(progress.due),
                plans=number(progress.plans),
                missing=number(max(progress.due - progress.plans, 0)),
                actuals=number(progress.with_actuals),
            )
        )


def _is_kept(line: RatingLine, kept: Kept) -> bool:
    if kept is Kept.WITHOUT_PLAN:
        return line.plan_state is not PlanState.FIXED
    return not line.actuals if kept is Kept.WITHOUT_ACTUALS else True
