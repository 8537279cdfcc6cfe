"""Hari libur: the holiday table that every working day is counted over, published days first, changed by the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.core.working_days import Holiday, HolidayKind
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome
from meritdesk.services.upkeep.holidays import HolidayLine
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.upkeep.holiday_table import HolidayColumn, HolidayTable
from meritdesk.ui.wording import Words


class HolidaysTab(RoomPage):
    """The table of one year with the office's own days and decisions."""

    room = "upkeep"
    nouns = frozenset({"holidays"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._all: tuple[HolidayLine, ...] = ()
        self._of_year: list[HolidayLine] = []
        self._wanted_year = 0
        self._title = look.title(QLabel(self))
        self._intro = QLabel(self)
        self._intro.setWordWrap(True)
        self.year = QComboBox(self)
        self.year.currentIndexChanged.connect(lambda _: self._show_year())
        self.add = self._button(self.open_new)
        self.add.setObjectName("primary")
        self.edit = self._button(self.open_chosen)
        self.toggle = self._button(self.toggle_chosen)
        self.restore = self._button(self.restore_chosen)
        self.take_in = self._button(self.open_import)
        self.refusal = RefusalStrip(words, self)
        self.table = HolidayTable(words, self)
        self.listing = LineList(
            "upkeep.holidays",
            self.table,
            self,
            facets=[
                column_facet(self.table, column, lambda: self._of_year)
                for column in (HolidayColumn.KIND, HolidayColumn.REMARK, HolidayColumn.SOURCE)
            ],
            is_personal=False,
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("HolidaysTab", "Holidays of the year")
        self.listing.empty_words = lambda how: "" if how.is_narrowed else self._told_empty()
        self.listing.line_chosen.connect(lambda _: self._settle())
        self.listing.line_opened.connect(lambda _: self.open_chosen())
        self.view, self.totals = self.listing.view, self.listing.summary
        self._keys = {
            "new_holiday": ("Ctrl+N", self.open_new),
            "edit_holiday": ("F2", self.open_chosen),
            "toggle_holiday": ("Ctrl+T", self.toggle_chosen),
            "restore_holiday": ("Ctrl+Backspace", self.restore_chosen),
            "import_holidays": ("Ctrl+I", self.open_import),
        }
        self._actions = {}
        for name, (key, act) in self._keys.items():
            action = actions.page_action(self, name, key)
            action.triggered.connect(act)
            self._actions[name] = action
        self._lay_out()
        self.retranslate()
        self._settle()

    def _button(self, act: object) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self.year)
        top.addStretch(1)
        for button in (self.edit, self.toggle, self.restore, self.take_in, self.add):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self._intro)
        column.addWidget(self.refusal)
        column.addWidget(self.listing, 1)

    def load(self, period: Period) -> None:
        self._wanted_year = self._wanted_year or period.year
        self.lane.ask(lambda step: self.desk.upkeep.holidays.lines(), self._show, key="holidays")

    def primary_focus(self) -> QWidget:
        return self.view

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("HolidaysTab", "Holidays"))
        self._intro.setText(
            translate(
                "HolidaysTab",
                "Every deadline is counted in working days over this table. Published days are there from the start; "
                "days that may still move are marked as doubtful. Add the holidays of your town yourself.",
            )
        )
        self.year.setAccessibleName(translate("HolidaysTab", "Year"))
        self.add.setText(translate("HolidaysTab", "Add a day…"))
        self.edit.setText(translate("HolidaysTab", "Change…"))
        self.toggle.setText(translate("HolidaysTab", "We work / we are off"))
        self.restore.setText(translate("HolidaysTab", "As published"))
        self.take_in.setText(translate("HolidaysTab", "Import…"))
        for name, words in (
            ("new_holiday", translate("HolidaysTab", "Add a day")),
            ("edit_holiday", translate("HolidaysTab", "Change the chosen day")),
            ("toggle_holiday", translate("HolidaysTab", "Work on the chosen day, or not")),
            ("restore_holiday", translate("HolidaysTab", "Take the office's word on the chosen day back")),
            ("import_holidays", translate("HolidaysTab", "Import a table of holidays")),
        ):
            self._actions[name].setText(words)
        self.listing.say()
        self._tell_totals()

    def chosen(self) -> HolidayLine | None:
        """The line under the cursor."""
        return self.listing.current()

    def open_new(self) -> None:
        """Ask for a day of the office's own."""
        year = self.year.currentData() or self._wanted_year
        today = datetime.now().astimezone().date()
        day = today if today.year == year else date(year, 1, 1)
        self._open(HolidayDialog(self.words, Holiday(day, "", HolidayKind.LOCAL), True, self), "upkeep.holiday.new")

    def open_chosen(self) -> None:
        """Change what is said of the chosen day."""
        line = self.chosen()
        if line is not None:
            self._open(HolidayDialog(self.words, line.holiday, False, self), "upkeep.holiday")

    def toggle_chosen(self) -> None:
        """Work on the chosen day all the same, or be off again."""
        line = self.chosen()
        if line is not None:
            self._set(replace(line.holiday, is_kept=not line.holiday.is_kept))

    def restore_chosen(self) -> None:
        """Take the office's own word on the chosen day back."""
        line = self.chosen()
        if line is None or not line.is_own:
            return
        day = line.holiday.day
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.upkeep.holidays.restore([day]), self._written, self.refusal.tell)

    def open_import(self) -> IntakeWizard:
        """The import wizard, for a table of holidays."""
        dialog = IntakeWizard(self.lane, self.words, self.desk, "HOLIDAYS", self)
        dialog.imported.connect(self._imported)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _imported(self, outcome: ImportOutcome) -> None:
        if outcome.changes.change_set_id:
            said = QCoreApplication.translate("HolidaysTab", "Holidays imported.")
            self.offer_undo.emit(said, outcome.changes.change_set_id)

    def _open(self, dialog: HolidayDialog, editor: str) -> None:
        dialog.accepted.connect(lambda: self._set(dialog.answer()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        day = dialog.answer().day
        is_new = editor.endswith(".new")
        keep_drafts(dialog, self, editor, "new" if is_new else day.isoformat(), "" if is_new else self.words.day(day))
        dialog.open()

    def _set(self, holiday: Holiday) -> None:
        self.refusal.tell(None)
        self._wanted_year = holiday.day.year
        self.lane.ask(lambda step: self.desk.upkeep.holidays.set([holiday]), self._written, self.refusal.tell)

    def _written(self, changes: Changes) -> None:
        if changes.change_set_id:
            said = QCoreApplication.translate("HolidaysTab", "Holiday table changed; all deadlines follow it.")
            self.offer_undo.emit(said, changes.change_set_id)

    def _show(self, lines: tuple[HolidayLine, ...]) -> None:
        self._all = lines
        years = sorted({line.holiday.day.year for line in lines} | {self._wanted_year, self._wanted_year + 1})
        self.year.blockSignals(True)
        self.year.clear()
        for year in years:
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(years.index(self._wanted_year))
        self.year.blockSignals(False)
        self._show_year()

    def _show_year(self) -> None:
        year = self.year.currentData()
        if year is None:
            return
        self._wanted_year = year
        self._of_year = [one for one in self._all if one.holiday.day.year == year]
        self.listing.show_lines(self._of_year)
        self._tell_totals()
        self._settle()

    def _tell_totals(self) -> None:
        lines = self._of_year
        said = QCoreApplication.translate("HolidaysTab", "%1 days off · %2 doubtful · %3 by the office")
        for place, number in enumerate(
            (
                sum(line.holiday.is_kept for line in lines),
                sum(line.holiday.is_doubtful and line.holiday.is_kept for line in lines),
                sum(line.is_own for line in lines),
            ),
            1,
        ):
            said = singular(said.replace(f"%{place}", self.words.number(number)))
        self.totals.setText(said)

    def _told_empty(self) -> str:
        return QCoreApplication.translate(
            "HolidaysTab",
            "There is no table for this year yet, so only weekends are counted. Import one (Import…) or add days.",
        )

    def _settle(self) -> None:
        line = self.chosen()
        for button in (self.edit, self.toggle):
            button.setEnabled(line is not None)
        self.restore.setEnabled(line is not None and line.is_own)


class HolidayDialog(ByKeyboard, QDialog):
    """Asks for one day of the table; Save works once it has a name."""

    def __init__(self, words: Words, holiday: Holiday, is_new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("HolidayDialog", "Holiday"))
        self.day = DayField(holiday.day, self)
        self.day.setMinimumHeight(look.in_letters(28))
        self.day.setEnabled(is_new)
        self.name = QLineEdit(holiday.name, self)
        self.kind = QComboBox(self)
        for kind in HolidayKind:
            self.kind.addItem(words.messages.label_of(kind), kind)
        self.kind.setCurrentIndex(list(HolidayKind).index(holiday.kind))
        self.is_doubtful = QCheckBox(translate("HolidayDialog", "It may still move"), self)
        self.is_doubtful.setChecked(holiday.is_doubtful)
        self.works = QCheckBox(translate("HolidayDialog", "This office works on it all the same"), self)
        self.works.setChecked(not holiday.is_kept)
        self.source = QLineEdit(holiday.source, self)
        self.source.setPlaceholderText(translate("HolidayDialog", "decree or letter that says so"))
        form = QFormLayout()
        form.addRow(translate("HolidayDialog", "&Day"), self.day)
        form.addRow(translate("HolidayDialog", "&Name"), self.name)
        form.addRow(translate("HolidayDialog", "&Kind"), self.kind)
        form.addRow(translate("HolidayDialog", "&Source"), self.source)
        form.addRow("", self.is_doubtful)
        form.addRow("", self.works)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._settle)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.resize(460, 250)
        (self.day if is_new else self.name).setFocus()
        self._settle()

    def answer(self) -> Holiday:
        """The day as it stands in the dialog."""
        return Holiday(
            day=self.day.day,
            name=self.name.text().strip(),
            kind=HolidayKind(self.kind.currentData()),
            is_doubtful=self.is_doubtful.isChecked(),
            source=self.source.text().strip(),
            is_kept=not self.works.isChecked(),
        )

    def _settle(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(self.name.text().strip()))
