"""Tindak lanjut, IP ASN: everybody's professionalism index with the reason of every point."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.core.professionalism import IndexCategory, IndexDimension
from meritdesk.services import Desk
from meritdesk.services.follow_up.index import IndexBoard, IndexEntry
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.talent_tables import IndexColumn, IndexTable
from meritdesk.ui.follow_up.talent_why import index_html
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words


class IndexTab(DeedTab[IndexEntry]):
    """The index of the year in the head."""

    nouns = frozenset({"people", "units", "evaluations", "trainings", "asn_index", "discipline"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: IndexBoard | None = None
        self.table = IndexTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines) for column in (IndexColumn.CATEGORY, IndexColumn.UNIT)
        ]
        self.build(
            "follow_up.index",
            self.table,
            facets,
            {"show_index": ("Ctrl+P", self.open_sheet), "fix_index": ("Ctrl+Shift+K", self.fix)},
        )
        self.listing.title_words = lambda: QCoreApplication.translate("Talent", "Professionalism index (IP ASN)")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.index.board(period.year), self._show, self.refused, key="asn-index"
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Talent", "Professionalism index (IP ASN)"))
        self.say_parts(
            {
                "show_index": (
                    translate("Talent", "On paper…"),
                    translate("Talent", "Show and print the list of indices"),
                ),
                "fix_index": (
                    translate("Talent", "Fix the indices"),
                    translate("Talent", "Keep the indices of the year as they are"),
                ),
            }
        )
        self._tell()

    def fix(self) -> None:
        """Keep the indices of the year as they are now."""
        year = self.year
        said = QCoreApplication.translate("Talent", "The indices of %1 are fixed.").replace("%1", str(year))
        title = QCoreApplication.translate("Talent", "Fixing the indices")
        self.write(lambda step: self.desk.follow_up.index.fix(year, False, step), said, title)

    def open_sheet(self) -> SheetDialog | None:
        """Show the list of indices as it is printed."""
        if self.board is None or self.board.mean is None:
            return None
        index, year = self.desk.follow_up.index, self.year
        return self.show_sheet(
            f"IP ASN {year}",
            lambda style: index.preview(year, (), style),
            lambda folder, style: index.print(year, folder, (), style),
        )

    def told_why(self, line: IndexEntry) -> str:
        return index_html(line, self.words)

    def offer_deeds(self, line: IndexEntry | None) -> None:
        self.offer(("show_index",), self.board is not None and self.board.mean is not None)
        self.offer(("fix_index",), self.board is not None and self.board.sums.unfixed > 0)

    def refused(self, error: Exception) -> None:
        self.board = None
        super().refused(error)
        self._tell()

    def _show(self, board: IndexBoard) -> None:
        self.board = board
        self.give(board.entries)
        self._tell()

    def _tell(self) -> None:
        translate, label = QCoreApplication.translate, self.words.messages.label_of
        board = self.board
        if board is None or board.mean is None:
            self.lead.setText(
                translate("Talent", "Education, competence, performance and discipline, a hundred together.")
            )
            self.summary.setText("")
            return
        each = board.means()
        means = ", ".join(f"{label(one)} {self.words.decimal(each[one])}" for one in IndexDimension)
        self.lead.setText(
            translate("Talent", "Mean %1 (%2)").replace("%1", self.words.decimal(board.mean)).replace("%2", means)
        )
        counted = " · ".join(f"{label(one)} {self.words.number(board.counts[one])}" for one in IndexCategory)
        self.summary.setText(counted)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate("Talent", "No staff yet. Import the staff on the page Staff.")
