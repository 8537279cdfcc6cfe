"""Teams and assignments of a unit: who leads, who is assigned, by whom, and when the rater agreed (R-40, R-41)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.cascade import Assignment, AssignmentMode
from meritdesk.core.journal import Changes
from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.planning.matrix import MatrixCard
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words

_FOUND = 50


class AssignmentColumn(IntEnum):
    """What the list says of an assignment."""

    NAME = 0
    TEAM = 1
    MODE = 2
    STARTS = 3
    CONSENT = 4


class AssignmentTable(LineTable[Assignment]):
    """Everybody assigned to the unit, with names instead of ids."""

    columns = AssignmentColumn

    def __init__(self, words: Words, card: MatrixCard, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.names: dict[str, str] = {}
        self.show_card(card)

    def show_card(self, card: MatrixCard) -> None:
        """Show the assignments of this card."""
        rows = [row for table in card.matrix.tables for row in table.rows]
        self.names.update({row.person_id: row.name for row in rows})
        self.names.update({team.team_id: team.name for team in card.teams})
        self.show_lines(card.assignments)

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("AssignmentTable", "Name"),
            QCoreApplication.translate("AssignmentTable", "Team"),
            QCoreApplication.translate("AssignmentTable", "How"),
            QCoreApplication.translate("AssignmentTable", "From"),
            QCoreApplication.translate("AssignmentTable", "Rater agreed on"),
        )[column]

    def shown(self, line: Assignment, column: int) -> str:
        if column == AssignmentColumn.NAME:
            return self.names.get(line.person_id, line.person_id)
        if column == AssignmentColumn.TEAM:
            return self.names.get(line.team_id, "-") if line.team_id else "-"
        if column == AssignmentColumn.MODE:
            return self.words.messages.label_of(line.mode)
        day = line.starts if column == AssignmentColumn.STARTS else line.consent_on
        return self.words.day(day) if day is not None else "-"


class TeamDialog(ByKeyboard, QDialog):
    """Makes teams and assigns people; each step is written at once and can be undone in the journal."""

    written = Signal()

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, card: MatrixCard, year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words, self.year = desk, lane, words, year
        self.unit_id = card.unit.unit_id
        self._found: dict[str, StaffLine] = {}
        self.setWindowTitle(QCoreApplication.translate("TeamDialog", "Teams and assignments"))
        self.resize(860, 620)
        self._build(card)
        self._lay_out(card)
        self._show_teams(card)

    def _build(self, card: MatrixCard) -> None:
        self.team_name = QLineEdit(self)
        self.lead = QComboBox(self)
        for row in card.matrix.unit.rows:
            self.lead.addItem(f"{row.name} ({row.position})", row.person_id)
        self.make = QPushButton(QCoreApplication.translate("TeamDialog", "&Make the team"), self)
        self.make.clicked.connect(self.save_team)
        self.team = QComboBox(self)
        self.dissolve = QPushButton(QCoreApplication.translate("TeamDialog", "&Dissolve this team"), self)
        self.dissolve.clicked.connect(self.remove_team)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(QCoreApplication.translate("TeamDialog", "Name or NIP, then Enter"))
        self.search.returnPressed.connect(self.find_people)
        self.person = QComboBox(self)
        self.mode = QComboBox(self)
        for mode in AssignmentMode:
            self.mode.addItem(self.words.messages.label_of(mode), mode)
        self.starts = DayField(date(self.year, 1, 1), self)
        self.consent = DayField(date(self.year, 1, 1), self)
        self.has_consent = QCheckBox(QCoreApplication.translate("TeamDialog", "Rater agreed on"), self)
        self.has_consent.toggled.connect(self.consent.setEnabled)
        self.consent.setEnabled(False)
        self.assign = QPushButton(QCoreApplication.translate("TeamDialog", "&Assign"), self)
        self.assign.clicked.connect(self.assign_person)
        self.table = AssignmentTable(self.words, card, self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setColumnWidth(AssignmentColumn.NAME, look.in_letters(260))
        self.view.setColumnWidth(AssignmentColumn.TEAM, look.in_letters(180))
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setAccessibleName(QCoreApplication.translate("TeamDialog", "Assignments of this unit"))
        self.end = QPushButton(QCoreApplication.translate("TeamDialog", "&End this assignment"), self)
        self.end.clicked.connect(self.unassign)
        self.told = QLabel(self)
        self.told.setWordWrap(True)

    def _lay_out(self, card: MatrixCard) -> None:
        said = QCoreApplication.translate("TeamDialog", "A team lead is not a rater by that role alone (p. 184).")
        heading = look.strong(QLabel(card.unit.name, self))
        teams = QGroupBox(QCoreApplication.translate("TeamDialog", "Teams"), self)
        form = QFormLayout(teams)
        form.addRow(QCoreApplication.translate("TeamDialog", "&Name of a new team"), self.team_name)
        form.addRow(QCoreApplication.translate("TeamDialog", "&Lead"), self.lead)
        row = QHBoxLayout()
        row.addWidget(QLabel(said, teams), 1)
        row.addWidget(self.make)
        form.addRow(row)
        people = QGroupBox(QCoreApplication.translate("TeamDialog", "Assign somebody"), self)
        inside = QFormLayout(people)
        inside.addRow(QCoreApplication.translate("TeamDialog", "&Search"), self.search)
        inside.addRow(QCoreApplication.translate("TeamDialog", "&Person"), self.person)
        to_team = QHBoxLayout()
        to_team.addWidget(self.team, 1)
        to_team.addWidget(self.dissolve)
        inside.addRow(QCoreApplication.translate("TeamDialog", "Team"), to_team)
        how = QHBoxLayout()
        how.addWidget(self.mode)
        how.addWidget(QLabel(QCoreApplication.translate("TeamDialog", "from"), people))
        how.addWidget(self.starts)
        how.addWidget(self.has_consent)
        how.addWidget(self.consent)
        how.addStretch(1)
        how.addWidget(self.assign)
        inside.addRow(QCoreApplication.translate("TeamDialog", "How"), how)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, Qt.Orientation.Horizontal, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(QCoreApplication.translate("TeamDialog", "Close"))
        buttons.rejected.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addWidget(self.end)
        bottom.addWidget(self.told, 1)
        bottom.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(teams)
        layout.addWidget(people)
        layout.addWidget(self.view, 1)
        layout.addLayout(bottom)

    def save_team(self) -> None:
        """Make the team that is named."""
        name, lead = self.team_name.text().strip(), str(self.lead.currentData() or "")
        if not name or not lead:
            self.told.setText(QCoreApplication.translate("TeamDialog", "Name the team and its lead first."))
            return
        self._write(lambda: self.desk.planning.matrix.save_team(self.unit_id, self.year, name, lead), self._made)

    def _made(self) -> None:
        """The team stands; only now its name may go from the field."""
        self.team_name.clear()

    def remove_team(self) -> None:
        """Dissolve the chosen team."""
        team_id = str(self.team.currentData() or "")
        if team_id:
            self._write(lambda: self.desk.planning.matrix.remove_team(team_id, self.year))

    def find_people(self) -> None:
        """Look for people anywhere in the agency."""
        query = StaffQuery(search=self.search.text().strip(), limit=_FOUND)

        def then(lines: tuple[StaffLine, ...]) -> None:
            self.person.clear()
            for line in lines:
                self.person.addItem(f"{line.name} · {line.unit_name}", line.person_id)
                self.table.names[line.person_id] = line.name
            if not lines:
                self.told.setText(QCoreApplication.translate("TeamDialog", "Nobody has that name or NIP."))

        self.lane.ask(lambda step: self.desk.register.staff(query), then, key="team.people")

    def assign_person(self) -> None:
        """Assign the chosen person."""
        person_id = str(self.person.currentData() or "")
        if not person_id:
            self.told.setText(QCoreApplication.translate("TeamDialog", "Search and choose a person first."))
            return
        team_id = str(self.team.currentData() or "")
        mode = AssignmentMode(self.mode.currentData())
        starts = self.starts.day
        consent = self.consent.day if self.has_consent.isChecked() else None

        def write() -> Changes:
            return self.desk.planning.matrix.assign(
                self.unit_id, self.year, person_id, team_id, mode, "", starts, consent
            )

        self._write(write)

    def unassign(self) -> None:
        """End the chosen assignment."""
        row = self.view.currentIndex().row()
        if 0 <= row < len(self.table.lines):
            assignment_id = self.table.lines[row].assignment_id
            self._write(lambda: self.desk.planning.matrix.unassign(assignment_id, self.year))

    def _write(self, verb: Callable[[], Changes], done: Callable[[], None] | None = None) -> None:
        def then(_: Changes) -> None:
            if done is not None:
                done()
            self.written.emit()
            self.told.clear()
            self.lane.ask(self._read, self._shown, key="team.card")

        def failed(error: Exception) -> None:
            _, what, further = self.words.told(error)
            self.told.setText(f"{what} {further}")

        self.lane.ask(lambda step: verb(), then, failed)

    def _read(self, step: Step) -> MatrixCard:
        return self.desk.planning.matrix.show(self.unit_id, self.year)

    def _shown(self, card: MatrixCard) -> None:
        self.table.show_card(card)
        self._show_teams(card)

    def _show_teams(self, card: MatrixCard) -> None:
        self.team.clear()
        self.team.addItem(QCoreApplication.translate("TeamDialog", "no team: an individual task"), "")
        for team in card.teams:
            self.team.addItem(team.name, team.team_id)
        if card.teams:
            self.team.setCurrentIndex(self.team.count() - 1)
        self.dissolve.setEnabled(bool(card.teams))
