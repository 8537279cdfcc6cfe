"""Tim, kecepatan: how quickly each department answers and solves, beside the time before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedLayout, QTableView, QVBoxLayout, QWidget

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.teams import ResponseLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.line_table import SORT, VALUE
from meritdesk.ui.room import RoomPage
from meritdesk.ui.teams.tables import ResponseColumn, ResponseTable
from meritdesk.ui.wording import Words


class ResponseTab(RoomPage):
    """Medians in working days; Enter leads to the problems of the unit."""

    room = "teams"
    nouns = frozenset({"problems", "units", "holidays", "settings"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.title = look.title(QLabel(self))
        self.lead = QLabel(self)
        self.lead.setWordWrap(True)
        self.table = ResponseTable(words, self)
        proxy = QSortFilterProxyModel(self)
        proxy.setSortRole(SORT)
        proxy.setSourceModel(self.table)
        self.view = QTableView(self)
        self.view.setModel(proxy)
        self.view.setSortingEnabled(True)
        look.tidy(self.view)
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.view.horizontalHeader().setSectionResizeMode(ResponseColumn.UNIT, QHeaderView.ResizeMode.Stretch)
        self.view.sortByColumn(ResponseColumn.UNIT, Qt.SortOrder.AscendingOrder)
        self.view.activated.connect(lambda index: self._open(index.data(VALUE)))
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = QStackedLayout()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.view)
        self.pages.setCurrentIndex(1)  # the keyboard is at the list; without lines the text takes its place
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, 0)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addLayout(self.pages, 1)
        self.retranslate()

    def load(self, period: Period) -> None:
        self.lane.ask(lambda step: self.desk.teams.response(period), self._show, key="teams.response")

    def primary_focus(self) -> QWidget:
        return self.view

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("ResponseTab", "How quickly units answer and solve"))
        self.lead.setText(
            translate(
                "ResponseTab",
                "Medians in working days for the period in the head, beside the span of the same length before it. "
                "Enter on a unit shows its problems.",
            )
        )
        self.empty.setText(
            translate("ResponseTab", "No problem was opened in this period. Open one on the board with Ctrl+N.")
        )
        self.view.setAccessibleName(self.title.text())
        self.table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.table.columnCount() - 1)

    def _show(self, lines: tuple[ResponseLine, ...]) -> None:
        self.table.show_lines(lines)
        self.pages.setCurrentIndex(1 if lines else 0)

    def _open(self, line: object) -> None:
        if isinstance(line, ResponseLine):
            self.go_to.emit("teams", {"tab": "board", "unit": line.figures.unit_id})
