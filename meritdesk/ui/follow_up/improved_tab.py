"""Tindak lanjut, kemajuan: who gained the most from one month or year to the next, and why others are not listed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.services.follow_up.recognition import ImprovedBoard, ImprovedEntry
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.month_field import DepartmentField, MonthField
from meritdesk.ui.follow_up.recognition_tables import GainColumn, GainTable, figure
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words


class ImprovedTab(DeedTab[ImprovedEntry]):
    """The most improved of a month or of the year in the head."""

    nouns = frozenset({"people", "units", "evaluations", "pay", "discipline", "habits", "timekeeping", "history"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: ImprovedBoard | None = None
        self.by = QComboBox(self)
        for kind in (PeriodKind.MONTH, PeriodKind.YEAR):
            self.by.addItem("", kind)
        self.month = MonthField(words, self)
        self.unit = DepartmentField(self)
        self.table = GainTable(words, self)
        self.build(
            "follow_up.improved",
            self.table,
            [column_facet(self.table, GainColumn.UNIT, lambda: self.lines)],
            {"show_improved": ("Ctrl+P", self.open_sheet)},
        )
        self.listing.put_beside(self.by, self.month, self.unit)
        for field in (self.by, self.month, self.unit):
            field.activated.connect(lambda _: self.refresh())
        self.listing.title_words = lambda: QCoreApplication.translate("Recognition", "Most improved")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    @property
    def compared(self) -> Period:
        """The month or year that is compared with the one before it."""
        if PeriodKind(self.by.currentData()) is PeriodKind.YEAR:
            return Period(self.year, PeriodKind.YEAR)
        return self.month.month_of(self.year)

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.month.start_at(period, self.today())
        room, compared, unit_id = self.desk.follow_up.recognition, self.compared, self.unit.unit_id
        self.month.setEnabled(compared.kind is PeriodKind.MONTH)
        self.lane.ask(
            lambda step: (room.improved(compared, unit_id, step), room.departments()),
            lambda found: self._show(*found),
            self.refused,
            key="improved",
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Recognition", "Most improved"))
        self.month.say()
        self.unit.say()
        self.by.setItemText(0, translate("Recognition", "Month by month"))
        self.by.setItemText(1, translate("Recognition", "Year by year"))
        self.by.setAccessibleName(translate("Recognition", "What is compared"))
        self.say_parts(
            {
                "show_improved": (
                    translate("Recognition", "On paper…"),
                    translate("Recognition", "Show and print the most improved with the formula"),
                )
            }
        )
        self._tell()

    def open_sheet(self) -> SheetDialog | None:
        """Show the list of the most improved."""
        board, room, unit_id = self.board, self.desk.follow_up.recognition, self.unit.unit_id
        if board is None or not self.lines:
            return None
        period = board.period
        return self.show_sheet(
            QCoreApplication.translate("Recognition", "Most improved"),
            lambda style: room.preview_improved(period, unit_id, style),
            lambda folder, style: room.print_improved(period, folder, unit_id, style),
        )

    def told_why(self, line: ImprovedEntry) -> str:
        rows = [f"NIP {line.person.nip}", line.unit_name, line.person.position_title]
        head = f"<h3>{escape(self.words.who(line.person))}</h3><p>{'<br>'.join(escape(one) for one in rows if one)}</p>"
        return f"{head}<p>{escape(self.words.messages.reason(line.gain.reason))}</p>"

    def offer_deeds(self, line: ImprovedEntry | None) -> None:
        self.offer(("show_improved",), self.board is not None and bool(self.lines))

    def refused(self, error: Exception) -> None:
        self.board = None
        super().refused(error)
        self._tell()

    def _show(self, board: ImprovedBoard, departments: Sequence[OrgUnit]) -> None:
        self.unit.offer(departments)
        self.board = board
        self.give(board.entries)
        self._tell()

    def _tell(self) -> None:
        translate, board = QCoreApplication.translate, self.board
        if board is None:
            self.lead.setText(
                translate("Recognition", "The same formula as for the month, compared with the one before.")
            )
            self.summary.setText("")
            return
        said = translate("Recognition", "%1 against %2: the %3 largest gains of at least %4; each line says why.")
        told = (
            self.words.period(board.period), self.words.period(board.before), self.words.number(board.rules.improved),
            figure(board.rules.improved_least, self.words.language),
        )  # fmt: skip
        for place, one in enumerate(told, 1):
            said = said.replace(f"%{place}", one)
        if board.period.kind is PeriodKind.YEAR:
            said += " " + translate("Recognition", "Years are compared by their closed yearly evaluations alone.")
        self.lead.setText(said)
        counted = translate("Recognition", "%1 listed · %2 not")
        listed = len(board.listed)
        self.summary.setText(
            counted.replace("%1", self.words.number(listed)).replace("%2", self.words.number(len(self.lines) - listed))
        )

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate("Recognition", "Nobody is at work here in this month.")
