"""The people of the office as a short list beside the work on one of them; found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words

_TYPING_MS = 150
_BLOCK = 200


class PeopleColumn(IntEnum):
    """What the list shows of a person."""

    NAME = 0
    POSITION = 1


class PeopleTable(LineTable[StaffLine]):
    """Name and post of each person."""

    columns = PeopleColumn

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("PeopleTable", "Name"),
            QCoreApplication.translate("PeopleTable", "Post"),
        )[column]

    def shown(self, line: StaffLine, column: int) -> str:
        return (line.name, line.position)[column]


@dataclass(frozen=True, slots=True)
class _Block:
    lines: tuple[StaffLine, ...]
    total: int


class PeoplePanel(QWidget):
    """A search line and the people it finds; the chosen one is announced."""

    chosen = Signal()

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._wanted = ""
        self._total = 0
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.table = PeopleTable(words, self)
        self.table.more_wanted.connect(self._more)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.horizontalHeader().setSectionResizeMode(PeopleColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(PeopleColumn.POSITION, 88)
        self.view.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.totals = look.colour(QLabel(self), look.quiet())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.totals)
        self.retranslate()

    @property
    def person(self) -> StaffLine | None:
        """The chosen person."""
        row = self.view.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    def reload(self) -> None:
        """Read the list anew; the chosen person stays chosen when he is still in it."""
        before = self.person
        query = StaffQuery(search=self.search.text(), limit=_BLOCK)
        self._lane.ask(
            lambda step: self._read(query, step),
            lambda block: self._show(block, before.person_id if before else ""),
            key=f"execution.people.{id(self)}",
        )

    def choose(self, nip: str) -> None:
        """Narrow the list to one person and choose him."""
        self._wanted = nip
        if self.search.text() == nip:
            self.reload()
        else:
            self.search.setText(nip)

    def want(self, nip: str) -> None:
        """Choose this person when the list comes, without narrowing it."""
        self._wanted = nip

    def retranslate(self) -> None:
        """Say everything again in the current language."""
        self.search.setPlaceholderText(QCoreApplication.translate("PeoplePanel", "Name, NIP or post"))
        self.search.setAccessibleName(QCoreApplication.translate("PeoplePanel", "Search people"))
        self.view.setAccessibleName(QCoreApplication.translate("PeoplePanel", "People"))
        self.table.retranslate()
        self._say(self._total)

    def _read(self, query: StaffQuery, step: Step) -> _Block:
        return _Block(self._desk.register.staff(query), self._desk.register.count(query))

    def _show(self, block: _Block, before: str) -> None:
        self.table.show_lines(block.lines, block.total)
        self._say(block.total)
        row = _row_of(block.lines, before, self._wanted)
        self._wanted = ""
        if block.lines:
            self.view.selectRow(row)
        else:
            self.chosen.emit()

    def _more(self, offset: int) -> None:
        query = StaffQuery(search=self.search.text(), offset=offset, limit=_BLOCK)
        self._lane.ask(
            lambda step: self._read(query, step),
            lambda block: self.table.append(block.lines),
            key=f"execution.people.more.{id(self)}",
        )

    def _row_chosen(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.row() != previous.row() or not previous.isValid():
            self.chosen.emit()

    def _say(self, total: int) -> None:
        self._total = total
        said = QCoreApplication.translate("PeoplePanel", "%1 people")
        self.totals.setText(said.replace("%1", self.table.words.number(total)))


def _row_of(lines: Sequence[StaffLine], person_id: str, nip: str) -> int:
    for row, line in enumerate(lines):
        if (nip and line.nip == nip) or (not nip and person_id and line.person_id == person_id):
            return row
    return 0
