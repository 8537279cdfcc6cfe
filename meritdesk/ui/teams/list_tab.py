"""Tim, daftar: every problem as a line, to be sorted, filtered, copied and saved; Enter leads to the board."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from meritdesk.core.periods import Period
from meritdesk.core.problems import OVER
from meritdesk.services import Desk
from meritdesk.services.teams import ProblemLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.room import RoomPage
from meritdesk.ui.teams.tables import ProblemColumn, ProblemTable
from meritdesk.ui.wording import Words


class ProblemListTab(RoomPage):
    """The problems of the period, all states together."""

    room = "teams"
    nouns = frozenset({"problems", "people", "units", "reporting", "holidays", "settings"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._lines: tuple[ProblemLine, ...] = ()
        self.title = look.title(QLabel(self))
        self.table = ProblemTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self._lines)
            for column in (ProblemColumn.STATE, ProblemColumn.UNIT, ProblemColumn.LEAD, ProblemColumn.KIND)
        ]
        self.listing = LineList("teams.problems", self.table, self, facets=facets, chooses_first=True)
        self.listing.title_words = lambda: QCoreApplication.translate("ProblemList", "All problems")
        self.listing.empty_words = self._told_empty
        self.listing.line_opened.connect(self._open)
        self.view, self.search, self.summary = self.listing.view, self.listing.search, self.listing.summary
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, 0)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.title)
        column.addWidget(self.listing, 1)
        self.retranslate()

    def load(self, period: Period) -> None:
        self.lane.ask(lambda step: self.desk.teams.board(period, "", ""), self._show, key="teams.list")

    def primary_focus(self) -> QWidget:
        return self.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``search`` has words of number, problem, unit or lead."""
        self.listing.narrow_to(str(filters.get("search", "")))

    def retranslate(self) -> None:
        self.title.setText(QCoreApplication.translate("ProblemList", "All problems"))
        self.listing.say()
        self._tell()

    def _show(self, lines: tuple[ProblemLine, ...]) -> None:
        self._lines = lines
        self.listing.show_lines(lines)
        self._tell()

    def _tell(self) -> None:
        running = [line for line in self._lines if line.state not in OVER]
        said = QCoreApplication.translate("ProblemList", "%1 problems, %2 running, %3 of them late")
        for place, number in enumerate((len(self._lines), len(running), sum(one.days_left < 0 for one in running)), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)

    def _open(self, line: ProblemLine) -> None:
        self.go_to.emit("teams", {"tab": "board", "problem": line.problem.number})

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "ProblemList", "No problem in this period. Open one on the board with Ctrl+N."
        )
