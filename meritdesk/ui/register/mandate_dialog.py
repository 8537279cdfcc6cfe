"""A mandate a.n. or u.b.: for which unit, who signs, with which post, from when to when, by which letter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.signers import Capacity, office_title
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.wording import Words


class MandateDialog(ByKeyboard, QDialog):
    """Everything a mandate needs; Save works once unit, signer and post are there."""

    def __init__(
        self,
        words: Words,
        units: Sequence[OrgUnit],
        officials: Sequence[Person],
        today: date,
        unit_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("MandateDialog", "Mandate to sign"))
        self.unit = QComboBox(self)
        for unit in units:
            self.unit.addItem(f"{office_title(unit)} — {unit.name.lstrip('- ')}", unit.unit_id)
        self.unit.setCurrentIndex(max(self.unit.findData(unit_id), 0))
        self.person = QComboBox(self)
        for person in officials:
            self.person.addItem(f"{person.full_name} · {person.position_title}", person.person_id)
            self.person.setItemData(self.person.count() - 1, person.position_title, Qt.ItemDataRole.UserRole + 1)
        self.person.setCurrentIndex(-1)
        for box in (self.unit, self.person):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = box.completer()
            assert completer is not None
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            box.setMinimumContentsLength(40)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.capacity = QComboBox(self)
        self.capacity.addItem(translate("MandateDialog", "a.n. (on behalf of the head)"), Capacity.AN)
        self.capacity.addItem(translate("MandateDialog", "u.b. (for whoever signs on behalf)"), Capacity.UB)
        self.post = QLineEdit(self)
        self.post.setPlaceholderText("SEKRETARIS")
        self.through = QLineEdit(self)
        self.through.setPlaceholderText("SEKRETARIS")
        self.since = DayField(today, self)
        self.until = DayField(today, self)
        self.since.setAccessibleName(QCoreApplication.translate("MandateDialog", "Since"))
        self.until.setAccessibleName(QCoreApplication.translate("MandateDialog", "Until"))
        self.is_limited = QCheckBox(translate("MandateDialog", "until"), self)
        self.letter = QLineEdit(self)
        days = QHBoxLayout()
        days.addWidget(self.since)
        days.addWidget(self.is_limited)
        days.addWidget(self.until)
        days.addStretch(1)
        rows = QFormLayout()
        rows.addRow(translate("MandateDialog", "&Office"), self.unit)
        rows.addRow(translate("MandateDialog", "S&igner"), self.person)
        rows.addRow(translate("MandateDialog", "&As"), self.capacity)
        rows.addRow(translate("MandateDialog", "Post of the &signer"), self.post)
        rows.addRow(translate("MandateDialog", "Post be&tween (u.b.)"), self.through)
        rows.addRow(translate("MandateDialog", "From"), days)
        rows.addRow(translate("MandateDialog", "&Letter"), self.letter)
        note = QLabel(
            translate(
                "MandateDialog",
                "Heads, Plt. and Plh. are not entered here: they follow from the changes of the staff register.",
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
        column.addLayout(rows)
        column.addWidget(note)
        column.addWidget(self.buttons)
        self.resize(620, 340)
        self.person.currentIndexChanged.connect(self._person_chosen)
        self.capacity.currentIndexChanged.connect(lambda _: self._settle())
        self.is_limited.toggled.connect(lambda _: self._settle())
        for line in (self.post, self.through):
            line.textChanged.connect(lambda _: self._settle())
        self._settle()

    def values(self) -> tuple[str, str, Capacity, str, date, date | None, str, str]:
        """Unit, signer, capacity, post, since, until, post between, letter."""
        return (
            str(self.unit.currentData()),
            str(self.person.currentData()),
            Capacity(self.capacity.currentData()),
            self.post.text().strip(),
            self.since.day,
            self.until.day if self.is_limited.isChecked() else None,
            self.through.text().strip() if self.through.isEnabled() else "",
            self.letter.text().strip(),
        )

    def _person_chosen(self, place: int) -> None:
        title = self.person.itemData(place, Qt.ItemDataRole.UserRole + 1)
        if title and not self.post.text().strip():
            self.post.setText(str(title).upper())
        self._settle()

    def _settle(self) -> None:
        is_under = self.capacity.currentData() == Capacity.UB
        self.through.setEnabled(is_under)
        self.until.setEnabled(self.is_limited.isChecked())
        ready = self.unit.currentData() is not None and self.person.currentData() is not None
        ready = ready and bool(self.post.text().strip()) and (not is_under or bool(self.through.text().strip()))
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(ready)
