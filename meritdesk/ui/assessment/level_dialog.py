"""Entering the level of a unit: which, where it is written, and when it was published (V-59 to V-62)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.evaluation import OrgLevel
from meritdesk.core.periods import Period
from meritdesk.core.validation import Hint
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.wording import Words


class LevelDialog(ByKeyboard, QDialog):
    """Asks for the level of one unit in one period; ``Save`` works once the source is named."""

    def __init__(
        self, words: Words, unit_name: str, period: Period, level: OrgLevel | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("LevelDialog", "Level of the unit"))
        heading = QLabel(f"{unit_name} · {words.period(period)}", self)
        heading.setWordWrap(True)
        self.level = QComboBox(self)
        for each in OrgLevel:
            self.level.addItem(words.messages.label_of(each), each)
        self.level.setCurrentIndex(list(OrgLevel).index(level or OrgLevel.GOOD))
        self.source = QLineEdit(self)
        self.source.setPlaceholderText(
            QCoreApplication.translate("LevelDialog", "for example: decree number, letter, report")
        )
        self.is_dated = QCheckBox(QCoreApplication.translate("LevelDialog", "Published on"), self)
        self.published = DayField(date(period.year, 12, 31), self)
        self.published.setEnabled(False)
        self.is_dated.toggled.connect(self.published.setEnabled)
        form = QFormLayout()
        form.addRow(QCoreApplication.translate("LevelDialog", "&Level"), self.level)
        form.addRow(QCoreApplication.translate("LevelDialog", "&Source"), self.source)
        form.addRow(self.is_dated, self.published)
        note = QLabel(
            QCoreApplication.translate(
                "LevelDialog",
                "An annual level published after 31 January does not count; then the level of the year before is used.",
            ),
            self,
        )
        note.setWordWrap(True)
        self.words = words
        self.warning = look.colour(QLabel(self), look.asks())
        self.warning.setWordWrap(True)
        self.warning.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel,
            Qt.Orientation.Horizontal,
            self,
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.source.textChanged.connect(self._settle)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(self.warning)
        layout.addWidget(self.buttons)
        self.resize(520, 240)
        self._settle()

    def warn(self, hints: Sequence[Hint]) -> None:
        """Say what the rules ask about a level of this period (V-61); it can be saved all the same."""
        told = (f"⚠ {self.words.messages.reason(hint.code, hint.facts)} ({hint.code})" for hint in hints)
        self.warning.setText("\n".join(told))
        self.warning.setVisible(bool(hints))

    def answer(self) -> tuple[OrgLevel, str, date | None]:
        """The level, its source, and the day it was published when that is known."""
        published = self.published.day if self.is_dated.isChecked() else None
        return OrgLevel(self.level.currentData()), self.source.text().strip(), published

    def _settle(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(self.source.text().strip()))
