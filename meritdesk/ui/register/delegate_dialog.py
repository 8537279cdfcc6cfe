"""Who rates the members of a unit by delegation, also one who does not act for it: asked once, given or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from meritdesk.core.people import OrgUnit
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.register.change_form import chooser


@dataclass(frozen=True, slots=True)
class DelegationAsked:
    """What was entered: who rates the members of which unit from when, until when, by which letter; or no longer."""

    person_id: str
    unit_id: str
    since: date
    until: date | None
    note: str
    is_given: bool


class DelegateDialog(ByKeyboard, QDialog):
    """Asks for unit, official, day and letter; saving waits until both are chosen."""

    def __init__(self, units: Sequence[OrgUnit], unit_id: str, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("DelegateDialog", "Delegation to rate"))
        told = QLabel(
            QCoreApplication.translate(
                "DelegateDialog",
                "The superior may delegate the rating of a unit's members to another official (at least a pengawas).",
            ),
            self,
        )
        told.setWordWrap(True)
        look.colour(told, look.quiet())
        self.unit = chooser(self)
        self.unit.addItem("", "")
        for unit in units:
            self.unit.addItem(unit.name, unit.unit_id)
        self.unit.setCurrentIndex(max(self.unit.findData(unit_id), 0))
        self.official = chooser(self)
        self.since = DayField(day, self)
        self.is_limited = QCheckBox(QCoreApplication.translate("DelegateDialog", "The letter names a last &day"), self)
        self.until = DayField(day, self)
        self.until.setEnabled(False)
        self.is_limited.toggled.connect(self.until.setEnabled)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(QCoreApplication.translate("DelegateDialog", "number and date of the letter"))
        self.given = QRadioButton(QCoreApplication.translate("DelegateDialog", "&Given from this day"), self)
        self.given.setChecked(True)
        self.taken = QRadioButton(QCoreApplication.translate("DelegateDialog", "&Taken back from this day"), self)
        self.given.toggled.connect(self._settle)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setText(QCoreApplication.translate("DelegateDialog", "Save"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(told)
        form.addRow(QCoreApplication.translate("DelegateDialog", "&Unit"), self.unit)
        form.addRow(QCoreApplication.translate("DelegateDialog", "&Official"), self.official)
        form.addRow("", self.given)
        form.addRow("", self.taken)
        form.addRow(QCoreApplication.translate("DelegateDialog", "&From"), self.since)
        form.addRow("", self.is_limited)
        form.addRow(QCoreApplication.translate("DelegateDialog", "L&ast day"), self.until)
        form.addRow(QCoreApplication.translate("DelegateDialog", "&Letter"), self.note)
        form.addRow(self.buttons)
        for combo in (self.unit, self.official):
            combo.currentIndexChanged.connect(self._settle)
        self.resize(560, 340)
        self._settle()

    def offer(self, officials: Sequence[tuple[str, str]]) -> None:
        """The officials who may be delegated: key and words."""
        self.official.clear()
        self.official.addItem("", "")
        for person_id, said in officials:
            self.official.addItem(said, person_id)

    @property
    def asked(self) -> DelegationAsked:
        """What stands in the fields."""
        is_given = self.given.isChecked()
        return DelegationAsked(
            person_id=str(self.official.currentData() or ""),
            unit_id=str(self.unit.currentData() or ""),
            since=self.since.day,
            until=self.until.day if is_given and self.is_limited.isChecked() else None,
            note=self.note.text().strip(),
            is_given=is_given,
        )

    def _settle(self) -> None:
        asked = self.asked
        self.save.setEnabled(bool(asked.person_id and asked.unit_id))
        self.is_limited.setEnabled(asked.is_given)
        self.until.setEnabled(asked.is_given and self.is_limited.isChecked())
