"""The tab of the role-result matrix: typed into like a sheet, kept in step with the plans, teams beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.periods import Period
from meritdesk.core.validation import Hint
from meritdesk.services import Desk
from meritdesk.services.planning.matrix import CellFate, MatrixCard, MatrixOutcome
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.grids.keeper import GridKeeper
from meritdesk.ui.grids.pane import GridPane
from meritdesk.ui.grids.red_memory import RedMemory
from meritdesk.ui.grids.view import Grid, wrap_headings
from meritdesk.ui.planning.hint_list import HintView
from meritdesk.ui.planning.matrix_table import MatrixGridTable
from meritdesk.ui.planning.matrix_writer import MatrixWriter
from meritdesk.ui.planning.team_dialog import TeamDialog
from meritdesk.ui.planning.unit_tab import UnitTab
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_COLUMN_WIDTH = 210
_NAMES_WIDTH = 250


class MatrixTab(UnitTab):
    """Matriks peran hasil: who of a unit takes up which of the leader's indicators."""

    room = "planning"
    nouns = frozenset({"cascade", "plans", "agreements", "people", "units", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._card: MatrixCard | None = None
        self._build()
        self._lay_out()
        self.retranslate()

    def _build(self) -> None:
        self.title = look.title(QLabel(self))
        self.which = QComboBox(self)
        self.which.currentIndexChanged.connect(lambda _: self._show_table())
        self.teams = QPushButton(self)
        self.teams.clicked.connect(self.open_teams)
        self.adopt = QPushButton(self)
        self.adopt.clicked.connect(self._adopt)
        self.table = MatrixGridTable(self.words, self)
        self.grid = Grid(self.table, has_lines=True, parent=self)
        header = self.grid.horizontalHeader()
        wrap_headings(header)
        header.setDefaultSectionSize(_COLUMN_WIDTH)
        header.setFixedHeight(look.in_letters(88))
        names = self.grid.verticalHeader()
        names.show()
        names.setFixedWidth(look.in_letters(_NAMES_WIDTH))
        wrap_headings(names)
        names.setMinimumSectionSize(64)
        self.keeper = GridKeeper(self.lane, self.grid, MatrixWriter(self.desk, self.table, self._place), self)
        self.keeper.told.connect(self.message)
        self.keeper.kept.connect(self._written)
        self.pane = GridPane(self.grid, self.keeper, self)
        self.red_memory = RedMemory(self.desk, self.lane, self.keeper, "planning.matrix", self)
        self.hints = HintView(self.words, self)
        self.hints.wanted.connect(self._go_to_hint)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(24)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.unit_action = page_action(self, "matrix_unit", "Ctrl+F")
        self.unit_action.triggered.connect(self.unit.setFocus)
        self.teams_action = page_action(self, "matrix_teams", "Ctrl+T")
        self.teams_action.triggered.connect(self.open_teams)
        self.adopt_action = page_action(self, "matrix_adopt", "Ctrl+Shift+A")
        self.adopt_action.triggered.connect(self._adopt)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.teams)
        top.addWidget(self.adopt)
        filters = QHBoxLayout()
        filters.addWidget(self.unit, 2)
        filters.addWidget(self.which, 1)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.pane)
        self.middle.addWidget(self.empty)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("matrixSplitter")
        self.splitter.addWidget(self.middle)
        self.splitter.addWidget(self.hints)
        self.middle.setMinimumHeight(look.in_letters(200))
        self.splitter.setSizes([420, 150])
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(filters)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.told)

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("MatrixTab", "Role-result matrix"))
        self.unit.retranslate()
        self.which.setAccessibleName(QCoreApplication.translate("MatrixTab", "The unit's table, or that of a team"))
        self.teams.setText(QCoreApplication.translate("MatrixTab", "&Teams and assignments…"))
        self.adopt.setText(QCoreApplication.translate("MatrixTab", "Bring &waiting roles into plans"))
        self.unit_action.setText(QCoreApplication.translate("MatrixTab", "Choose the unit"))
        self.teams_action.setText(QCoreApplication.translate("MatrixTab", "Teams and assignments"))
        self.adopt_action.setText(QCoreApplication.translate("MatrixTab", "Bring waiting roles into plans"))
        self.grid.setAccessibleName(QCoreApplication.translate("MatrixTab", "People and the indicators they take up"))
        self.pane.retranslate(
            QCoreApplication.translate(
                "MatrixTab", "Type or F2 writes · Alt+Enter new line, a role each · Delete clears · Ctrl+Z undoes"
            )
        )
        self.table.retranslate()
        self.hints.retranslate()
        self._name_tables()
        self._tell()

    def places(self) -> tuple[QWidget, ...]:
        return (self, self.grid)

    def primary_focus(self) -> QWidget:
        return self.grid if self.middle.currentWidget() is self.pane else self.unit

    def load(self, period: Period) -> None:
        self.ask_for_units(period, "planning.matrix.units", self.title.text())

    def open_teams(self) -> TeamDialog | None:
        """The dialog for teams and assignments of this unit."""
        if self._card is None or self.period is None:
            return None
        unit, year = self._card.unit, self.period.year
        dialog = TeamDialog(self.desk, self.lane, self.words, self._card, year, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Each step is written at once; the team and the person follow from what was searched, and are no typing.
        keeper = keep_drafts(
            dialog,
            self,
            "planning.teams",
            f"{unit.unit_id}|{year}",
            unit.name,
            facts={"unit": unit.unit_id},
            leave_out=("search", "person", "team"),
            save=dialog.save_team,
        )
        dialog.written.connect(keeper.saved)
        dialog.open()
        return dialog

    def _show_unit(self) -> None:
        unit_id, period = self.unit.unit_id, self.period
        if not unit_id or period is None:
            self._card = None
            self._show_card()
            return

        def then(card: MatrixCard) -> None:
            is_same = self._card is not None and self._card.unit.unit_id == card.unit.unit_id
            if not is_same:
                self.keeper.forget()
            self._card = card
            self._show_card(is_same)

        self.lane.ask(lambda step: self.desk.planning.matrix.show(unit_id, period.year), then, key="planning.matrix")

    def _show_card(self, keeps_place: bool = False) -> None:
        card = self._card
        shown = self.which.currentIndex() if keeps_place else 0
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItems([""] * (len(card.matrix.tables) if card is not None else 0))
        self.which.setCurrentIndex(min(shown, self.which.count() - 1))
        self.which.blockSignals(False)
        self._name_tables()
        self.which.setVisible(self.which.count() > 1)
        self.hints.show_hints(card.hints if card is not None else (), card.rules if card is not None else None)
        self._show_table()

    def _name_tables(self) -> None:
        if self._card is None:
            return
        for place, table in enumerate(self._card.matrix.tables[: self.which.count()]):
            told = QCoreApplication.translate("MatrixTab", "Table of the unit")
            team = QCoreApplication.translate("MatrixTab", "Team: {name}")
            self.which.setItemText(place, team.format(name=table.team_name) if table.team_id else told)

    def _show_table(self) -> None:
        before = self.grid.currentIndex()
        place = (before.row(), before.column()) if before.isValid() else (0, 0)
        tables = self._card.matrix.tables if self._card is not None else ()
        table = tables[self.which.currentIndex()] if 0 <= self.which.currentIndex() < len(tables) else None
        has_cells = table is not None and bool(table.columns) and bool(table.rows)
        self.table.show_table(table if has_cells else None)
        self.middle.setCurrentWidget(self.pane if has_cells else self.empty)
        if has_cells:
            self.grid.resizeRowsToContents()
            index = self.table.index(
                min(place[0], self.table.rowCount() - 1), min(place[1], self.table.columnCount() - 1)
            )
            self.grid.setCurrentIndex(index)
        self._tell()

    def _place(self) -> tuple[str, int] | None:
        if self._card is None or self.period is None:
            return None
        return self._card.unit.unit_id, self.period.year

    def _written(self, outcome: MatrixOutcome) -> None:
        self._say_outcome(outcome)
        self._show_unit()

    def _say_outcome(self, outcome: MatrixOutcome) -> None:
        if outcome.waiting:
            told = QCoreApplication.translate("MatrixTab", "{count} roles wait: the plan is fixed. {reason}")
            reason = self._fate_words(outcome.waiting[0])
            self.message.emit(told.format(count=self.words.number(len(outcome.waiting)), reason=reason))
        elif outcome.changes.change_set_id:
            told = QCoreApplication.translate(
                "MatrixTab", "Matrix: {added} roles entered plans, {renamed} reworded, {removed} taken out."
            )
            self.offer_undo.emit(
                told.format(
                    added=self.words.number(outcome.added),
                    renamed=self.words.number(outcome.renamed),
                    removed=self.words.number(outcome.removed),
                ),
                outcome.changes.change_set_id,
            )

    def _fate_words(self, fate: CellFate) -> str:
        return self.words.messages.sentence(fate.code, fate.facts)

    def _adopt(self) -> None:
        if self._card is None or self.period is None:
            return
        unit_id, year = self._card.unit.unit_id, self.period.year
        self.lane.ask(lambda step: self.desk.planning.matrix.adopt(unit_id, year), self._written, touches=self.nouns)

    def _go_to_hint(self, hint: Hint) -> None:
        """Lead to the cell, the row or the column that a hint is about."""
        if not hint.place or hint.place[0] != "matrix" or self._card is None:
            if hint.place and hint.place[0] == "assignment":
                self.open_teams()
            return
        _, _, person_id, column_code = hint.place
        for shown, table in enumerate(self._card.matrix.tables):
            rows = [row.person_id for row in table.rows]
            columns = [column.node.code for column in table.columns]
            if (person_id and person_id not in rows) or (column_code and column_code not in columns):
                continue
            self.which.setCurrentIndex(shown)
            row = rows.index(person_id) if person_id else 0
            column = columns.index(column_code) if column_code else (0 if hint.code == "V-36" else len(columns))
            self.grid.setCurrentIndex(self.table.index(row, column))
            self.grid.setFocus()
            return

    def _tell(self) -> None:
        card = self._card
        waiting = 0
        if card is not None:
            cells = [roles for table in card.matrix.tables for roles in table.cells.values()]
            waiting = sum(one.is_own and not one.is_in_plan for roles in cells for one in roles)
        self.adopt.setEnabled(waiting > 0)
        self.adopt_action.setEnabled(waiting > 0)
        self.teams.setEnabled(card is not None)
        if card is None:
            self.told.clear()
            self.empty.setText(QCoreApplication.translate("MatrixTab", "Choose a unit. Units come with the unit file."))
            return
        table = card.matrix.unit
        leader = self.words.who(card.leader) if card.leader is not None else "-"
        shown = card.matrix.tables[max(self.which.currentIndex(), 0)]
        if shown.team_id:
            text = QCoreApplication.translate(
                "MatrixTab",
                "The team {team} has no members yet, or its lead no results. Assign members with Ctrl+T.",
            ).format(team=shown.team_name)
        elif not table.rows:
            text = QCoreApplication.translate(
                "MatrixTab",
                "Nobody is rated by the head of this unit, so it has no matrix. "
                "Choose another unit, or assign people from elsewhere.",
            )
        else:
            text = QCoreApplication.translate(
                "MatrixTab",
                "{leader} has no plan and the unit no performance agreement yet, so there is nothing to take up. Enter "
                "the agreement on the tab of figures, or put a placeholder on the tab of the cascade.",
            ).format(leader=leader)
        self.empty.setText(text)
        told = QCoreApplication.translate(
            "MatrixTab",
            "Led by {leader} · {people} people · {taken} of {columns} indicators taken up · {waiting} roles "
            "wait · Enter finishes a cell, Alt+Enter begins a new line",
        )
        self.told.setText(
            singular(
                told.format(
                    leader=leader,
                    people=self.words.number(len(table.rows)),
                    taken=self.words.number(sum(table.is_taken(column.node) for column in table.columns)),
                    columns=self.words.number(len(table.columns)),
                    waiting=self.words.number(waiting),
                )
            )
        )
