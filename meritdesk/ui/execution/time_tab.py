"""What the tabs of working time have in common: a list with its why, the month looked at, imports and papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QWidget

from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.timekeeping import TimeClosing
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import Draw, Issue, SheetDialog
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.handover.reason_dialog import ReasonDialog
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.line_table import Line
from meritdesk.ui.wording import Words

Answer = TypeVar("Answer")
Facts = Mapping[str, str]


class TimeTab(ListedTab[Line]):
    """A tab of working time; those of a month ask which one, the last of the period in the head at first."""

    room = "execution"
    nouns = frozenset({"timekeeping", "people", "units", "holidays", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._year = 0
        self._has_months = False
        self.closing: TimeClosing | None = None

    def put_month(self) -> None:
        """Put the choice of the month beside the filters."""
        self._has_months = True
        self.month_box = QComboBox(self.listing)
        self.month_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._month_label = QLabel(self.listing)
        self._month_label.setBuddy(self.month_box)
        self.listing.put_beside(self._month_label, self.month_box)
        self.month_box.activated.connect(lambda _: self.refresh())

    def say_lock(self, name: str) -> None:
        """What the button of the lock does now: lock the month, or open it again."""
        translate = QCoreApplication.translate
        said = translate("TimeTabs", "Open again…") if self.closing else translate("TimeTabs", "Lock the month")
        self.buttons[name].setText(said)

    @property
    def month(self) -> Period:
        """The month that is looked at."""
        found = self.month_box.currentData()
        assert isinstance(found, Period)
        return found

    def show_months(self, period: Period) -> None:
        """Offer the months of the year of the period; another year or a period of its own moves the choice."""
        if self.month_box.count() and self._year == period.year and period.kind is PeriodKind.YEAR:
            return
        chosen = self.month_box.currentData() if self._year == period.year else None
        self._year = period.year
        if period.kind is PeriodKind.MONTH:
            chosen = period
        elif period.kind is PeriodKind.QUARTER:
            chosen = Period(period.year, PeriodKind.MONTH, 3 * period.index)
        self.month_box.clear()
        for number in range(1, 13):
            month = Period(period.year, PeriodKind.MONTH, number)
            self.month_box.addItem(self.words.period(month), month)
        self.month_box.setMinimumWidth(self.month_box.sizeHint().width())
        self.month_box.setCurrentIndex((chosen.index if isinstance(chosen, Period) else 12) - 1)

    def show_month(self, month: str) -> None:
        """Look at one month of the year, by its number."""
        if month.isdecimal() and 1 <= int(month) <= self.month_box.count():
            self.month_box.setCurrentIndex(int(month) - 1)
            self.refresh()

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``month`` chooses the month by its number where there is a choice, the rest as in every list."""
        super().narrow(filters)
        if self._has_months:
            self.show_month(str(filters.get("month", "")))

    def say_month(self) -> None:
        """Say the choice of the month in the current language."""
        self._month_label.setText(QCoreApplication.translate("TimeTabs", "&Month"))
        self.month_box.setAccessibleName(QCoreApplication.translate("TimeTabs", "Month"))
        for place in range(self.month_box.count()):
            self.month_box.setItemText(place, self.words.period(self.month_box.itemData(place)))

    def take_in(self, layout: str) -> IntakeWizard:
        """The import wizard for one kind of file."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, layout, self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            said = QCoreApplication.translate("TimeTabs", "Imported: %1 new, %2 changed.")
            for place, number in enumerate((outcome.counts.added, outcome.counts.changed), 1):
                said = said.replace(f"%{place}", self.words.number(number))
            self.offer_undo.emit(said, outcome.changes.change_set_id)

    def show_paper(self, title: str, draw: Draw, issue: Issue) -> SheetDialog:
        """Look at a sheet; it is printed from there."""
        dialog = SheetDialog(self.desk, self.lane, self.words, title, draw, issue, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def run(self, work: Callable[[], Changes], said: str) -> None:
        """Write something and offer to take it back."""
        self.refusal.tell(None)

        def written(changes: Changes) -> None:
            if changes.change_set_id:
                self.offer_undo.emit(said, changes.change_set_id)

        self.lane.ask(lambda step: work(), written, self.refusal.tell)

    def ask_reason(self, title: str, told: str, do_it: str, work: Callable[[str], Changes], said: str) -> ReasonDialog:
        """Do something that needs a reason."""
        dialog = ReasonDialog(title, told, do_it, self)
        self.on_answer(dialog, lambda: dialog.answer, work, said)
        self.show_dialog(dialog)
        return dialog

    def on_answer(
        self, dialog: QDialog, answer: Callable[[], Answer], work: Callable[[Answer], Changes], said: str
    ) -> None:
        """Write what a dialog was answered; it is read here, for the dialog is gone when the lane comes to the work."""

        def accepted() -> None:
            given = answer()
            self.run(lambda: work(given), said)

        dialog.accepted.connect(accepted)

    def show_dialog(
        self, dialog: QDialog, editor: str = "", subject: str = "new", about: str = "", facts: Facts | None = None
    ) -> None:
        """Open a dialog that goes when it is closed; with an ``editor`` what is typed in it is kept."""
        if editor:
            keep_drafts(dialog, self, editor, subject, about, facts=facts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def printed_file(path: object) -> Path:
    """Where a sheet was printed."""
    return Path(str(path))
