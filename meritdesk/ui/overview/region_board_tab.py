"""The regional board: who has sent what, how complete and how timely."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from decimal import Decimal
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.documents import PaperKind
from meritdesk.core.periods import Period
from meritdesk.core.region_board import BoardCount, BoardFigure
from meritdesk.core.region_paper import BoardLine, WholeBoard
from meritdesk.services import Desk
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.overview.region_list_tab import RegionListTab, lying, show_paper
from meritdesk.ui.overview.region_tables import (
    RegionColumn,
    RegionTable,
    short_name,
)
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_COUNTS = {
    RegionColumn.MISSING: BoardCount.MISSING,
    RegionColumn.LATE: BoardCount.LATE,
    RegionColumn.SIGNED: BoardCount.SIGNED,
    RegionColumn.DUE: BoardCount.DUE,
    RegionColumn.PLANNED: BoardCount.PLANNED,
    RegionColumn.RATED: BoardCount.RATED,
}
"""Which people stand behind a cell of the board; behind all others stand those whose evaluation is closed."""


class RegionBoardTab(RegionListTab[BoardLine]):
    """Papan wilayah: who has sent what, how complete and how timely."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: WholeBoard | None = None
        self.table = RegionTable(words, self)

        def lines() -> Sequence[BoardLine]:
            return self.board.lines if self.board is not None else ()

        self.build(
            "overview.region",
            self.table,
            [column_facet(self.table, column, lines) for column in (RegionColumn.STATE, RegionColumn.APPROVAL)],
            {"region_print": ("Ctrl+Shift+B", self.print_board), "region_people": ("Ctrl+Return", self.people)},
            self.chart,
            self.why,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("RegionTabs", "Regional board")
        self.listing.empty_words = self.nothing_yet
        self.retranslate()

    def load(self, period: Period) -> None:
        self.ask("region.board", lambda: self.desk.overview.region.board(period), self._show)

    def people(self) -> None:
        """The people behind the chosen cell."""
        line = self.listing.current()
        if line is None or self.period is None:
            return
        column = self.listing.view.currentIndex().column()
        count = _COUNTS.get(RegionColumn(max(column, 0)), BoardCount.CLOSED)
        told = f"{line.name} · {self.words.messages.label_of(count)}"
        self.open_people(BoardFigure(count, line.agency, self.period), told)

    def print_board(self) -> None:
        """Put the board on paper, enter it in the register, and open the printer."""
        if self.period is None:
            return
        period = self.period
        folder = tempfile.TemporaryDirectory(prefix="meritdesk-")

        def then(outcome: PapersOutcome) -> None:
            show_paper(self, Path(outcome.file.path), PaperKind.REGION_BOARD.value, folder)

        self.lane.ask(
            lambda step: self.desk.overview.region.print(period, Path(folder.name), step=step),
            then,
            self.refusal.tell,
            title=QCoreApplication.translate("RegionTabs", "Printing the regional board"),
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("RegionTabs", "Regional board"))
        self.lead.setText(
            translate("RegionTabs", "Who has sent what, how complete and how timely. Enter opens the people of a cell.")
        )
        self.say_deeds(
            {
                "region_print": translate("RegionTabs", "Print the board…"),
                "region_people": translate("RegionTabs", "People behind it"),
            }
        )
        self._tell()

    def settle(self) -> None:
        super().settle()
        line = self.listing.current()
        self.why.setHtml(self._told(line) if line is not None else "")

    def _show(self, board: WholeBoard) -> None:
        self.board = board
        self.listing.show_lines(board.lines)
        self._tell()

    def _tell(self) -> None:
        board = self.board
        if board is None:
            self.listing.summary.setText("")
            return
        counts, number = board.counts, self.words.number
        said = QCoreApplication.translate(
            "RegionTabs", "%1 agencies · %2 packages · %3 of %4 closed · %5 held twice, %6 undecided · journal %7"
        )
        parts = (len(board.lines), board.packages, counts.closed, counts.due, board.held_twice, board.undecided)
        for place, value in enumerate(parts, 1):
            said = said.replace(f"%{place}", number(value))
        self.listing.summary.setText(said.replace("%7", f"{board.journal.count} · {board.journal.digest[:8]}"))
        name = QCoreApplication.translate("RegionTabs", "Closed, per cent")
        values = [Decimal(line.complete.per_cent) for line in board.lines]
        self.chart.show_chart(
            lying(name, self.words.period(board.period), "%", [short_name(line.name) for line in board.lines], name,
                  values, [f"{value} %" for value in values]),
            self.words.language,
        )  # fmt: skip

    def _told(self, line: BoardLine) -> str:
        sent, messages, translate = line.sending, self.words.messages, QCoreApplication.translate
        parts = [f"<b>{escape(line.name)}</b> ({escape(line.agency)})", messages.label_of(sent.state)]
        if sent.days_late:
            late = singular(
                translate("RegionTabs", "%1 working days late").replace("%1", self.words.number(sent.days_late))
            )
            parts.append(late)
        if sent.missing:
            gaps = translate("RegionTabs", "Packages that never came: %1. Ask the agency to send them again.")
            parts.append(gaps.replace("%1", ", ".join(map(str, sent.missing))))
        for count, said in (
            (sent.refused, translate("RegionTabs", "%1 records of the newest package were refused")),
            (sent.conflicts, translate("RegionTabs", "%1 conflicts wait for a decision")),
            (sent.forks, translate("RegionTabs", "%1 packages claim a number that is taken")),
            (sent.turned_away, translate("RegionTabs", "%1 files were turned away because of a key")),
        ):
            if count:
                parts.append(singular(said.replace("%1", self.words.number(count))))
        parts += [escape(messages.reason(reason)) for reason in line.spread.reasons]
        return "<br>".join(parts)
