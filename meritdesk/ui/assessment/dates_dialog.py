"""Entering the days of a paper, for one person or for all who are selected: what is not ticked stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import Form
from meritdesk.core.duties import Party
from meritdesk.services.assessment.process import PROCESS_DAYS
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class Entry(IntEnum):
    """What happens to one day; the numbers are the places in the box."""

    LEAVE = 0
    SET = 1
    CLEAR = 2


class DatesDialog(ByKeyboard, QDialog):
    """One line a day of the paper; Save works once something is set or cleared."""

    def __init__(self, words: Words, people: int, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("DatesDialog", "Days of the papers"))
        said = singular(translate("DatesDialog", "For %1 people").replace("%1", words.number(people)))
        heading = QLabel(name if people == 1 else said, self)
        self.form = QComboBox(self)
        self.form.addItem(translate("DatesDialog", "the paper that each person has"), None)
        for form in (Form.D_1_1, Form.D_1_2, Form.D_1_3):
            self.form.addItem(words.messages.label_of(form), form)
        self.signed_by = QComboBox(self)
        self.signed_by.addItem(translate("DatesDialog", "whoever the paper asks for"), None)
        for party in (Party.RATER, Party.SUPERIOR):
            self.signed_by.addItem(words.messages.label_of(party), party)
        rows = QFormLayout()
        rows.addRow(translate("DatesDialog", "&Paper"), self.form)
        rows.addRow(translate("DatesDialog", "&Signed by"), self.signed_by)
        self.entries: dict[str, tuple[QComboBox, DayField]] = {}
        for field in PROCESS_DAYS:
            what = QComboBox(self)
            for text in (
                translate("DatesDialog", "leave as it is"),
                translate("DatesDialog", "on this day"),
                translate("DatesDialog", "clear"),
            ):
                what.addItem(text)
            day = DayField(today, self)
            day.setMaximumDate(QDate(today.year, today.month, today.day).addYears(1 if field == "window_end" else 0))
            day.setEnabled(False)
            label = words.messages.label(f"PROCESS:{field.upper()}")
            what.setAccessibleName(label)
            day.setAccessibleName(label)
            what.currentIndexChanged.connect(lambda place, day=day: self._chosen(place, day))
            line = QHBoxLayout()
            line.addWidget(what, 1)
            line.addWidget(day)
            rows.addRow(f"{label[:1].upper()}{label[1:]}", line)
            self.entries[field] = (what, day)
        note = QLabel(
            translate(
                "DatesDialog",
                "Whoever cannot have these days (evaluation not closed, order of days) is listed afterwards and stays "
                "as before. The whole entry can be undone.",
            ),
            self,
        )
        note.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addLayout(rows)
        column.addWidget(note)
        column.addWidget(self.buttons)
        self.resize(560, 420)
        self.entries["signed_on"][0].setFocus()
        self._settle()

    def days(self) -> Mapping[str, date | None]:
        """The days to enter; ``None`` takes one back out."""
        found: dict[str, date | None] = {}
        for field, (what, edit) in self.entries.items():
            if what.currentIndex() == Entry.SET:
                found[field] = edit.day
            elif what.currentIndex() == Entry.CLEAR:
                found[field] = None
        return found

    def paper(self) -> Form | None:
        """The paper meant, or each person's own."""
        form: Form | None = self.form.currentData()
        return form

    def signer(self) -> Party | None:
        """Who signed, where the clerk says so."""
        party: Party | None = self.signed_by.currentData()
        return party

    def _chosen(self, place: int, day: DayField) -> None:
        day.setEnabled(place == Entry.SET)
        self._settle()

    def _settle(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(self.days()))
