"""The left side of the assessment page: the raters, narrowed by text, branch or open work, and the one in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHeaderView, QLineEdit, QTableView, QToolButton, QVBoxLayout, QWidget

from meritdesk.core.lines import RaterLine
from meritdesk.core.stages import Cohort
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.assessment.raters_table import RaterColumn, RatersTable
from meritdesk.ui.background import Lane
from meritdesk.ui.wording import Words

_TYPING_MS = 150


class RatersPanel(QWidget):
    """Says which rater is in front; ``chosen`` comes only when that is another one."""

    chosen = Signal()

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._words = words
        self._units: frozenset[str] = frozenset()
        self._of_cohort: frozenset[str] | None = None
        self.rater: RaterLine | None = None
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.typing = QTimer(self)
        self.typing.setSingleShot(True)
        self.typing.setInterval(_TYPING_MS)
        self.typing.timeout.connect(self._keep)
        self.search.textChanged.connect(lambda _: self.typing.start())
        self.open_only = QCheckBox(self)
        self.open_only.toggled.connect(self._keep)
        self.unit_chip = QToolButton(self)
        self.unit_chip.clicked.connect(self._all_units)
        self.unit_chip.hide()
        self.table = RatersTable(words.messages, self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        header = self.view.horizontalHeader()
        header.setSortIndicator(RaterColumn.RATER, Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)
        header.setSectionResizeMode(RaterColumn.RATER, QHeaderView.ResizeMode.Stretch)
        for column, width in ((RaterColumn.RATED, 60), (RaterColumn.CLOSED, 70), (RaterColumn.LEVEL, 84)):
            self.view.setColumnWidth(column, width)
        self.view.selectionModel().currentRowChanged.connect(self._row_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.search)
        layout.addWidget(self.open_only)
        layout.addWidget(self.unit_chip)
        layout.addWidget(self.view, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.search.setPlaceholderText(QCoreApplication.translate("AssessmentPage", "Search rater or unit"))
        self.search.setAccessibleName(QCoreApplication.translate("AssessmentPage", "Search rater or unit"))
        self.open_only.setText(QCoreApplication.translate("AssessmentPage", "Only with people still to rate"))
        self.unit_chip.setToolTip(QCoreApplication.translate("AssessmentPage", "Show all units again"))
        self.view.setAccessibleName(QCoreApplication.translate("AssessmentPage", "Raters"))
        self.table.retranslate(self._words.messages)

    def show_raters(self, lines: tuple[RaterLine, ...]) -> None:
        """Show the raters of a period; whoever was in front stays there, with fresh numbers."""
        before = self.rater
        self._quietly(lambda: self.table.show_lines(lines))
        still = [line for line in lines if before is not None and place_of(line) == place_of(before)]
        if still:
            # Whoever was narrowed away by his own progress stays in front: the grid never jumps under the hands.
            self.rater = still[0]
        else:
            self.select(next(iter(self._open_rows()), 0))

    def select(self, row: int) -> None:
        """Put the rater of a row in front."""
        line = self.table.line(row)
        if line is None:
            if self.rater is not None:
                self.rater = None
                self.chosen.emit()
            return
        way = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(self.table.index(row, 0), way)
        self._put_in_front(line)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``search``, ``missing`` (people still to rate), ``unit`` with ``unit_name``, ``cohort`` (who rates it)."""
        self.search.setText(str(filters.get("search", "")))
        self.open_only.setChecked(bool(filters.get("missing", False)))
        unit_id = str(filters.get("unit", ""))
        self.unit_chip.setText(f"{filters.get('unit_name', '') or unit_id}  ✕")
        self.unit_chip.setVisible(bool(unit_id))
        self._units = frozenset()
        self._of_cohort = None
        cohort = filters.get("cohort")
        if isinstance(cohort, Cohort):
            self._lane.ask(
                lambda step: frozenset(line.rater_id for line in self._desk.overview.people(cohort)),
                self._keep_cohort,
                key="assessment.cohort",
            )
        elif unit_id:
            self._lane.ask(lambda step: self._desk.register.branch(unit_id), self._keep_branch, key="assessment.branch")
        self._keep()

    def _keep_cohort(self, rater_ids: frozenset[str]) -> None:
        """Those who rate somebody of a cohort, whatever unit they lead."""
        self._of_cohort = rater_ids
        self._keep()

    def _keep_branch(self, unit_ids: tuple[str, ...]) -> None:
        self._units = frozenset(unit_ids)
        self._keep()

    def _all_units(self) -> None:
        self._units = frozenset()
        self._of_cohort = None
        self.unit_chip.hide()
        self._keep()

    def _keep(self) -> None:
        """Narrow the list; the rater in front stays there while he is in it, else the first takes his place."""
        self.typing.stop()

        def narrow() -> None:
            self.table.search(self.search.text())
            self.table.keep(self._units, self.open_only.isChecked(), self._of_cohort)

        if not self._quietly(narrow) and self.table.rowCount():
            self.select(0)

    def _quietly(self, change: Callable[[], None]) -> bool:
        """Change the list without choosing anybody; says whether the rater in front is still in it."""
        self.view.selectionModel().blockSignals(True)
        change()
        row = self.table.row_of(*place_of(self.rater)) if self.rater is not None else -1
        if row >= 0:
            self.view.setCurrentIndex(self.table.index(row, 0))
        self.view.selectionModel().blockSignals(False)
        return row >= 0

    def _row_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        line = self.table.line(current.row()) if current.isValid() else None
        if line is not None:
            self._put_in_front(line)

    def _put_in_front(self, line: RaterLine) -> None:
        is_other = self.rater is None or place_of(self.rater) != place_of(line)
        self.rater = line
        if is_other:
            self.chosen.emit()

    def _open_rows(self) -> list[int]:
        """Rows of raters with work left; the page opens on the first of them."""
        lines = [(row, self.table.line(row)) for row in range(self.table.rowCount())]
        return [row for row, line in lines if line is not None and line.rated < line.people]


def place_of(line: RaterLine) -> tuple[str, str]:
    """Who leads what: one person may lead two units and has a list for each."""
    return line.rater_id, line.led_unit_id
