"""Tim, kecepatan: how quickly each department answers and solves, beside the time before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.teams import ResponseLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.room import RoomPage
from meritdesk.ui.teams.tables import ResponseTable
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
        self.listing = LineList("teams.response", self.table, self, is_personal=False)
        self.listing.title_words = lambda: QCoreApplication.translate(
            "ResponseTab", "How quickly units answer and solve"
        )
        self.listing.empty_words = self._told_empty
        self.listing.line_opened.connect(self._open)
        self.view, self.search = self.listing.view, self.listing.search
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, 0)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addWidget(self.listing, 1)
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
        self.listing.say()

    def _show(self, lines: tuple[ResponseLine, ...]) -> None:
        self.listing.show_lines(lines)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "ResponseTab", "No problem was opened in this period. Open one on the board with Ctrl+N."
        )

    def _open(self, line: object) -> None:
        if isinstance(line, ResponseLine):
            self.go_to.emit("teams", {"tab": "board", "unit": line.figures.unit_id})
