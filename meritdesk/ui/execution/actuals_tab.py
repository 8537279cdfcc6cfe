"""Actuals: the grid of indicators and periods, and beside it what the leader says and what proves the chosen cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.evaluation import IndicatorClass
from meritdesk.core.evidence import EvidenceOwner
from meritdesk.core.journal import Changes
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.core.validation import Hint
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.services.execution.evidence import Place
from meritdesk.services.execution.grid import GridBlock, GridCell, GridLine, GridQuery
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.cohort_chip import CohortChip
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.execution.actuals_bulk import actuals_scope
from meritdesk.ui.execution.actuals_table import FIRST_PERIOD, ActualsTable, Fixed
from meritdesk.ui.execution.actuals_writer import ActualsWriter
from meritdesk.ui.execution.evidence_pane import EvidencePane
from meritdesk.ui.grids.bulk import BulkEdit
from meritdesk.ui.grids.bulk_scope import BulkScope, Subject
from meritdesk.ui.grids.keeper import GridKeeper
from meritdesk.ui.grids.pane import GridPane
from meritdesk.ui.grids.red_memory import RedMemory
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.room import RoomPage
from meritdesk.ui.sheets.kinds import actual_sheets, open_sheets
from meritdesk.ui.sheets.write_dialog import WriteSheetsDialog
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_TYPING_MS = 200
_PEOPLE_A_BLOCK = 40
_PERIODS_IN_VIEW = 5


@dataclass(frozen=True, slots=True)
class _Answer:
    block: GridBlock
    periods: tuple[Period, ...]


class ActualsTab(RoomPage):
    """Realisasi: what was achieved, typed and pasted as in a sheet."""

    room = "execution"
    nouns = frozenset({"actuals", "evidence", "plans", "people", "units", "evaluations", "settings"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._units: tuple[OrgUnit, ...] = ()
        self._wanted_unit = ""
        self._wanted_nip = ""
        self._next_offset = 0
        self._without_plan: tuple[str, ...] = ()
        self._people = 0
        self._hints: tuple[Hint, ...] = ()
        self._hinted = ("", "")
        self._build()
        self._lay_out()
        self.drafts = DraftKeeper(self, self, "execution.words", only=("override", "reason", "feedback"))
        self.retranslate()

    def _build(self) -> None:
        self.unit = QComboBox(self)
        self.unit.setMinimumWidth(230)
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMinimumContentsLength(28)
        self.unit.activated.connect(lambda _: self._list_anew())
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._list_anew)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.only_blank = QCheckBox(self)
        self.only_blank.toggled.connect(lambda _: self._list_anew())
        self.cohort_chip = CohortChip(self.words, self._list_anew, self)
        self.import_button = QPushButton(self)
        self.import_button.clicked.connect(self.open_import)
        self.write_sheets = QPushButton(self)
        self.write_sheets.clicked.connect(self.open_sheets)
        self.table = ActualsTable(self.words, self)
        self.table.more_wanted.connect(self._next_block)
        self.grid = Grid(self.table, parent=self)
        self.keeper = GridKeeper(self.lane, self.grid, ActualsWriter(self.desk, self.table), self)
        self.keeper.told.connect(self.message)
        self.keeper.shown.connect(self._show_cell)
        self.keeper.kept.connect(lambda _: self._load_hints())
        self.pane = GridPane(self.grid, self.keeper, self)
        self.red_memory = RedMemory(self.desk, self.lane, self.keeper, "execution.actuals", self)
        self.bulk = BulkEdit(self, self.grid, self._bulk_scope, self._bulk_rows, self._bulk_period)
        self.pane.put_beside(self.bulk.button)
        self.grid.selectionModel().currentChanged.connect(self._cell_chosen)
        self.find_action = page_action(self, "search", "Ctrl+F")
        self.find_action.triggered.connect(self.search.setFocus)
        self.import_action = page_action(self, "import", "Ctrl+I")
        self.import_action.triggered.connect(self.open_import)
        self.sheets_action = page_action(self, "unit_sheets", "Ctrl+Shift+U")
        self.sheets_action.triggered.connect(self.open_sheets)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.totals = QLabel(self)
        self.heading = look.strong(QLabel(self))
        self.heading.setWordWrap(True)
        self.cell_told = QLabel(self)
        self.cell_told.setWordWrap(True)
        self.override = QComboBox(self)
        self.override.addItem("", None)
        for found in IndicatorClass:
            self.override.addItem("", found)
        self.reason = QLineEdit(self)
        self.feedback = QPlainTextEdit(self)
        self.feedback.setTabChangesFocus(True)
        self.feedback.setFixedHeight(look.in_letters(52))
        self.keep_words = QPushButton(self)
        self.keep_words.clicked.connect(self.save_words)
        self.save_action = page_action(self, "save_words", "Ctrl+S")
        self.save_action.triggered.connect(self.save_words)
        self.hints = QLabel(self)
        self.hints.setWordWrap(True)
        self.evidence = EvidencePane(self.desk, self.lane, self.words, self)
        self.evidence.message.connect(self.message)
        self.evidence.offer_undo.connect(self.offer_undo)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.unit)
        top.addWidget(self.search, 1)
        top.addWidget(self.only_blank)
        top.addWidget(self.cohort_chip)
        top.addWidget(self.import_button)
        top.addWidget(self.write_sheets)
        left = QWidget(self)
        left_layout = QVBoxLayout(left)
        left_layout.setContentsMargins(0, 0, 0, 0)
        left_layout.addWidget(self.pane, 1)
        left_layout.addWidget(self.hints)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(left)
        self.middle.addWidget(self.empty)
        self.form = QGridLayout()
        self.form.setVerticalSpacing(3)
        self.labels = [QLabel(self) for _ in range(3)]
        for place, (label, field) in enumerate(
            zip(self.labels, (self.override, self.reason, self.feedback), strict=True)
        ):
            label.setBuddy(field)
            row, column, width = (0, place, 1) if place < 2 else (2, 0, 2)
            self.form.addWidget(label, row, column, 1, width)
            self.form.addWidget(field, row + 1, column, 1, width)
        self.form.setColumnStretch(1, 1)
        right = QWidget(self)
        right_layout = QVBoxLayout(right)
        right_layout.setContentsMargins(0, 0, 0, 0)
        right_layout.setSpacing(4)
        right_layout.addWidget(self.heading)
        right_layout.addWidget(self.cell_told)
        right_layout.addLayout(self.form)
        right_layout.addWidget(self.keep_words)
        right_layout.addWidget(self.evidence, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("actualsSplitter")
        self.splitter.addWidget(self.middle)
        self.splitter.addWidget(right)
        self.splitter.setSizes([820, 330])
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.totals)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.unit.setAccessibleName(translate("ActualsTab", "Unit"))
        look.ask_in(self.search, translate("ActualsTab", "Name, NIP or post"))
        self.search.setAccessibleName(translate("ActualsTab", "Search people"))
        self.import_button.setText(translate("ActualsTab", "&Import actuals…"))
        self.find_action.setText(translate("ActualsTab", "Search people"))
        self.import_action.setText(translate("ActualsTab", "Import actuals"))
        self.write_sheets.setText(translate("ActualsTab", "Fill-in s&heets for units…"))
        self.sheets_action.setText(translate("WriteSheetsDialog", "Fill-in sheets for units"))
        self.save_action.setText(translate("ActualsTab", "Save the leader's words"))
        self.grid.setAccessibleName(translate("ActualsTab", "Actuals by indicator and period"))
        self.only_blank.setText(translate("ActualsTab", "only people &without actuals"))
        self.pane.retranslate(
            translate(
                "ActualsTab",
                "Type or F2 writes · Enter down · Tab next · Delete clears · Ctrl+D fills down · "
                "Ctrl+C/V block, also from Excel · Ctrl+Z undoes",
            )
        )
        for label, said in zip(
            self.labels,
            (
                translate("ActualsTab", "&Class set by the leader"),
                translate("ActualsTab", "&Reason"),
                translate("ActualsTab", "&Feedback on this actual"),
            ),
            strict=True,
        ):
            label.setText(said)
        self.override.setItemText(0, translate("ActualsTab", "as measured"))
        for place, found in enumerate(IndicatorClass, start=1):
            self.override.setItemText(place, self.words.messages.label_of(found))
        self.keep_words.setText(translate("ActualsTab", "&Save the leader's words"))
        if self.unit.count():
            self.unit.setItemText(0, translate("ActualsTab", "All units"))
        self.bulk.retranslate()
        self.table.retranslate()
        self.grid.fit_headings()
        self.evidence.retranslate()
        self._say_all()

    def places(self) -> tuple[QWidget, ...]:
        return (self, self.grid)

    def primary_focus(self) -> QWidget:
        return self.grid if self.table.lines else self.search

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``unit`` keeps a branch, ``search`` and ``nip`` find people, ``missing_actuals`` those without an actual."""
        self.cohort_chip.narrow(filters)
        if "unit" in filters:
            self._wanted_unit = str(filters["unit"])
            self._choose_unit()
        if "missing_actuals" in filters or "missing" in filters:
            self.only_blank.setChecked(bool(filters.get("missing_actuals", filters.get("missing"))))
        wanted = str(filters.get("nip", "") or filters.get("search", ""))
        if wanted or "unit" in filters:
            self.search.setText(wanted)
        self._list_anew()

    def mark_stale(self) -> None:
        """Our own keystrokes are on the screen already."""
        if self.keeper.is_own_change:
            self.keeper.is_own_change = False
        else:
            super().mark_stale()

    def load(self, period: Period) -> None:
        if not self.unit.count():
            self.lane.ask(lambda step: self.desk.register.units(), self._show_units, key="execution.units")
        self._ask(0, "execution.grid")

    def open_bulk(self) -> None:
        """The dialog that changes one field of the chosen rows."""
        self.bulk.open()

    def _bulk_scope(self) -> BulkScope:
        return actuals_scope(self.desk, self.words, self.table.periods)

    def _bulk_rows(self, then: Callable[[Sequence[Subject]], object]) -> None:
        rows = sorted({row for row, _ in self.grid.chosen_cells()})
        lines = [self.table.lines[row] for row in rows]
        then([Subject(line.person_id, line.indicator.indicator_id) for line in lines])

    def _bulk_period(self) -> str:
        return self.table.column_id(self.grid.currentIndex().column()) if self.grid.currentIndex().isValid() else ""

    def open_import(self) -> IntakeWizard:
        """The import wizard, for a file of actuals."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "ACTUALS", self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def open_sheets(self) -> WriteSheetsDialog | None:
        """The dialog for sheets of actuals that the shown unit fills in without MeritDesk."""
        if self.period is None:
            return None
        return open_sheets(self, (actual_sheets(self.desk),), self.period, str(self.unit.currentData() or ""))

    def save_words(self) -> None:
        """Write feedback, the leader's class and its reason for the chosen cell."""
        found = self._current()
        if found is None or not self.keep_words.isEnabled():
            return
        line, period, _ = found
        chosen = self.override.currentData()
        override = IndicatorClass(chosen) if chosen else None
        feedback, reason = self.feedback.toPlainText(), self.reason.text()

        def work(step: Step) -> Changes:
            return self.desk.execution.grid.explain(
                line.person_id,
                line.indicator.indicator_id,
                period,
                feedback=feedback,
                override=override,
                override_reason=reason,
            )

        def then(changes: Changes) -> None:
            self.drafts.saved()
            said = QCoreApplication.translate("ActualsTab", "Saved for %1, %2.")
            self.message.emit(said.replace("%1", line.name).replace("%2", line.number))

        self.lane.ask(work, then, title=QCoreApplication.translate("ActualsTab", "Save the leader's words"))

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            told = QCoreApplication.translate("ActualsTab", "Import finished: {count} rows written.")
            written = outcome.counts.added + outcome.counts.changed
            self.offer_undo.emit(told.format(count=self.words.number(written)), outcome.changes.change_set_id)

    def _show_units(self, units: tuple[OrgUnit, ...]) -> None:
        self._units = units
        depth: dict[str, int] = {}
        self.unit.clear()
        self.unit.addItem(QCoreApplication.translate("ActualsTab", "All units"), "")
        for one in units:
            depth[one.unit_id] = depth.get(one.parent_id, -1) + 1
            self.unit.addItem("   " * depth[one.unit_id] + one.name, one.unit_id)
        self._choose_unit()

    def _choose_unit(self) -> None:
        place = self.unit.findData(self._wanted_unit)
        if place >= 0:
            self.unit.setCurrentIndex(place)

    def _list_anew(self) -> None:
        self._ask(0, "execution.grid")

    def _next_block(self) -> None:
        self._ask(self._next_offset, "execution.grid.more")

    def _ask(self, offset: int, key: str) -> None:
        period = self.period
        if period is None:
            return
        unit_id, search = str(self.unit.currentData() or self._wanted_unit), self.search.text()
        blank = period.code if self.only_blank.isChecked() else ""
        cohort = self.cohort_chip.cohort

        def read(step: Step) -> _Answer:
            units = self.desk.register.branch(unit_id) if unit_id else ()
            query = GridQuery(
                period.year, units, search, offset=offset, limit=_PEOPLE_A_BLOCK, without_actuals=blank, cohort=cohort
            )
            return _Answer(self.desk.execution.grid.lines(query), self.desk.execution.grid.columns(period.year))

        self.lane.ask(read, self._show if offset == 0 else self._append, key=key)

    def _show(self, answer: _Answer) -> None:
        current = self.grid.currentIndex()
        before = self.table.lines[current.row()].indicator.indicator_id if current.isValid() else ""
        column = current.column() if current.isValid() else -1
        block = answer.block
        self._next_offset, self._people, self._without_plan = block.next_offset, block.people, block.without_plan
        is_new = answer.periods != self.table.periods
        self.table.show_lines(block.lines, answer.periods, block.has_more)
        if is_new:
            self._set_widths()
            column = -1
            if self.search.hasFocus() and not self.search.text():
                self.grid.setFocus()
        self.middle.setCurrentIndex(0 if block.lines else 1)
        if block.lines:
            place = column if column >= FIRST_PERIOD else self._column_of_now()
            self.grid.setCurrentIndex(self.table.index(max(self.table.row_of(before), 0), place))
        elif block.has_more:
            self._next_block()
        self._show_cell()
        self._say_all()

    def _append(self, answer: _Answer) -> None:
        block = answer.block
        self._next_offset = block.next_offset
        self._without_plan += block.without_plan
        had_none = not self.table.lines
        self.table.append(block.lines, block.has_more)
        if had_none and block.lines:
            self.middle.setCurrentIndex(0)
            self.grid.setCurrentIndex(self.table.index(0, self._column_of_now()))
        elif had_none and block.has_more:
            self._next_block()
        self._say_all()

    def _column_of_now(self) -> int:
        """The column of the period that rules the page; the year's when it is none of them."""
        places = [place for place, period in enumerate(self.table.periods) if period == self.period]
        return FIRST_PERIOD + (places[0] if places else len(self.table.periods) - 1)

    def _set_widths(self) -> None:
        fixed = ((Fixed.NAME, 140), (Fixed.NUMBER, 38), (Fixed.INDICATOR, 180), (Fixed.TARGET, 88))
        is_short = len(self.table.periods) <= _PERIODS_IN_VIEW
        way = QHeaderView.ResizeMode.Stretch if is_short else QHeaderView.ResizeMode.Interactive
        self.grid.horizontalHeader().setSectionResizeMode(Fixed.INDICATOR, way)
        self.grid.fit_headings((*fixed, *((place, 74) for place in range(FIRST_PERIOD, self.table.columnCount()))))

    def _cell_chosen(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._show_cell()

    def _current(self) -> tuple[GridLine, Period, GridCell] | None:
        index = self.grid.currentIndex()
        period = self.table.period_of(index.column()) if index.isValid() else None
        cell = self.table.grid_cell(index.row(), index.column()) if index.isValid() else None
        if period is None or cell is None:
            return None
        return self.table.lines[index.row()], period, cell

    def _show_cell(self) -> None:
        found = self._current()
        for widget in (self.override, self.reason, self.feedback, self.keep_words):
            widget.setEnabled(found is not None and not found[2].is_closed)
        if found is None:
            self.evidence.show_place(None)
            self._say_cell()
            return
        line, period, cell = found
        place = f"{line.person_id}|{line.indicator.indicator_id}|{period.code}"
        if self.drafts.is_changed and self.drafts.subject == place:
            return  # what is being typed about this cell is not overwritten by a fresh look at the store
        self.drafts.leave()
        self.override.setCurrentIndex(list(IndicatorClass).index(cell.override) + 1 if cell.override else 0)
        self.reason.setText(cell.override_reason)
        self.feedback.setPlainText(cell.feedback)
        self.drafts.begin(place, f"{line.name}, {line.number}", facts={"nip": line.nip})
        self.evidence.show_place(Place(line.person_id, EvidenceOwner.ACTUAL, line.indicator.indicator_id, period))
        self._say_cell()
        if self._hinted != (line.person_id, period.code):
            self._load_hints()

    def _load_hints(self) -> None:
        found = self._current()
        if found is None:
            return
        line, period, _ = found
        self._hinted = (line.person_id, period.code)
        self.lane.ask(
            lambda step: self.desk.execution.grid.hints(line.person_id, period),
            self._show_hints,
            key="execution.hints",
        )

    def _show_hints(self, hints: tuple[Hint, ...]) -> None:
        self._hints = hints
        self._say_hints()

    def _say_all(self) -> None:
        self._say_cell()
        self._say_hints()
        if self.only_blank.isChecked():
            self.empty.setText(
                QCoreApplication.translate("ActualsTab", "Everybody here with a plan has actuals for this period.")
            )
        else:
            self.empty.setText(
                QCoreApplication.translate(
                    "ActualsTab",
                    "Nobody here has a plan (SKP) for this year yet. Import plans or write them on the planning page; "
                    "their indicators then appear here.",
                )
            )
        told = QCoreApplication.translate("ActualsTab", "{people} people · {lines} indicators shown")
        said = singular(
            told.format(people=self.words.number(self._people), lines=self.words.number(len(self.table.lines)))
        )
        if self._without_plan:
            without = QCoreApplication.translate("ActualsTab", "without a plan: {count} ({names})")
            names = ", ".join(self._without_plan[:3]) + ("…" if len(self._without_plan) > 3 else "")
            said += " · " + without.format(count=self.words.number(len(self._without_plan)), names=names)
        self.totals.setText(said)

    def _say_cell(self) -> None:
        found = self._current()
        if found is None:
            self.heading.setText(QCoreApplication.translate("ActualsTab", "Choose a cell"))
            self.cell_told.clear()
            return
        line, period, cell = found
        self.heading.setText(f"{self.words.person(line.name, line.nip)} · {line.number} · {self.words.period(period)}")
        told = [line.indicator.text]
        if line.indicator.target.text:
            target = QCoreApplication.translate("ActualsTab", "Target: %1")
            told.append(target.replace("%1", line.indicator.target.text))
        refused = self.table.reds.get((line.indicator.indicator_id, period.code))
        if cell.text and refused is None:
            measured = f" ({self.words.messages.label_of(cell.measured)})" if cell.measured else ""
            actual = QCoreApplication.translate("ActualsTab", "Actual: %1")
            told.append(actual.replace("%1", cell.text) + measured)
        self.cell_told.setText("\n".join(told))

    def _say_hints(self) -> None:
        lines = [f"⚠ {self.words.messages.reason(hint.code, hint.facts)} ({hint.code})" for hint in self._hints]
        self.hints.setText("   ".join(lines))
        self.hints.setVisible(bool(lines))
        look.colour(self.hints, look.asks())
