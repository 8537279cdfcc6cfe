"""Setting the level of a unit: the derived one stands there; another needs a reason, and so does an incomplete one."""

from __future__ import annotations

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
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.evaluation import OrgLevel
from meritdesk.core.notation import printed_decimal
from meritdesk.core.periods import Period
from meritdesk.services.planning.kpi import KpiCard
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class SettleDialog(ByKeyboard, QDialog):
    """Asks for the level of one unit in one period; ``Save`` works once a needed reason is given."""

    def __init__(self, words: Words, card: KpiCard, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.derived = card.derived[period.code]
        self.setWindowTitle(QCoreApplication.translate("SettleDialog", "Level of the organisation"))
        heading = look.strong(QLabel(f"{card.unit.name} · {words.period(period)}", self))
        heading.setWordWrap(True)
        self.suggestion = QLabel(self._suggested(), self)
        self.suggestion.setWordWrap(True)
        self.level = QComboBox(self)
        for each in OrgLevel:
            self.level.addItem(words.messages.label_of(each), each)
        present = card.levels.get(period.code)
        start = OrgLevel[self.derived.level.name] if self.derived.level is not None else None
        chosen = start or (present.level if present is not None else OrgLevel.GOOD)
        self.level.setCurrentIndex(list(OrgLevel).index(chosen))
        self.level.currentIndexChanged.connect(self._settle)
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(look.in_letters(64))
        self.reason.textChanged.connect(self._settle)
        self.source = QLineEdit(self)
        self.source.setPlaceholderText(
            QCoreApplication.translate("SettleDialog", "decree, letter or report; empty: the performance agreement")
        )
        self.is_dated = QCheckBox(QCoreApplication.translate("SettleDialog", "Published on"), self)
        self.published = DayField(period.last_day, self)
        self.published.setEnabled(False)
        self.is_dated.toggled.connect(self.published.setEnabled)
        self.needs = look.colour(QLabel(self), look.asks())
        self.needs.setWordWrap(True)
        form = QFormLayout()
        form.addRow(QCoreApplication.translate("SettleDialog", "&Level"), self.level)
        form.addRow(QCoreApplication.translate("SettleDialog", "&Reason"), self.reason)
        form.addRow(QCoreApplication.translate("SettleDialog", "&Source"), self.source)
        form.addRow(self.is_dated, self.published)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel,
            Qt.Orientation.Horizontal,
            self,
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(
            QCoreApplication.translate("SettleDialog", "Set the level")
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self.suggestion)
        layout.addLayout(form)
        layout.addWidget(self.needs)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.resize(560, 380)
        self._settle()

    def answer(self) -> tuple[OrgLevel, str, str, date | None]:
        """The level, the reason, the source, and the day it was published when that is known."""
        published = self.published.day if self.is_dated.isChecked() else None
        chosen = OrgLevel(self.level.currentData())
        return chosen, self.reason.toPlainText().strip(), self.source.text().strip(), published

    def _suggested(self) -> str:
        derived = self.derived
        if derived.level is None or derived.percent is None:
            return QCoreApplication.translate("SettleDialog", "The indicators suggest nothing yet.")
        said = QCoreApplication.translate(
            "SettleDialog", "The indicators suggest: {level} (mean achievement {percent} %). A proposal, not the level."
        )
        percent = self.words.noted(printed_decimal(derived.percent))
        told = said.format(level=self.words.messages.label_of(derived.level), percent=percent)
        if derived.is_whole:
            return told
        missing = QCoreApplication.translate("SettleDialog", "{count} indicators could not be counted: {numbers}.")
        numbers = ", ".join(str(one.number) for one in derived.missing)
        return f"{told}\n{singular(missing.format(count=self.words.number(len(derived.missing)), numbers=numbers))}"

    def _settle(self) -> None:
        derived = self.derived
        chosen = OrgLevel(self.level.currentData())
        differs = derived.level is None or chosen.name != derived.level.name
        needs_reason = differs or not derived.is_whole
        has_reason = bool(self.reason.toPlainText().strip())
        if differs:
            text = QCoreApplication.translate("SettleDialog", "Another level than suggested needs a reason.")
        elif needs_reason:
            text = QCoreApplication.translate("SettleDialog", "A level that leaves indicators out needs a reason.")
        else:
            text = ""
        self.needs.setText("" if has_reason else text)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(has_reason or not needs_reason)
