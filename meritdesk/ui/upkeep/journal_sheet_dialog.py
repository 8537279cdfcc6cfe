"""What of the journal goes on paper or into a spreadsheet: days, who, and what."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.audit import JournalFilter
from meritdesk.services import Desk
from meritdesk.services.upkeep.lists import ListOutcome
from meritdesk.ui import look
from meritdesk.ui.actions import room_name
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.rooms import TABS
from meritdesk.ui.singular import singular
from meritdesk.ui.upkeep.journal_words import verb_words
from meritdesk.ui.wording import Words

_DAYS_BACK = 31


class JournalSheetDialog(ByKeyboard, QDialog):
    """A month is proposed; what is chosen is looked at before it is printed."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._words = desk, lane, words
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("Care", "The journal on paper or as a spreadsheet"))
        today = desk.register.today()
        self.since = DayField(today - timedelta(days=_DAYS_BACK), self)
        self.until = DayField(today, self)
        self.who = QLineEdit(self)
        self.rooms = QComboBox(self)
        self.rooms.addItem(translate("Care", "everything"), "")
        for room in TABS:
            self.rooms.addItem(room_name(room), f"{room}.")
        self.fields = QCheckBox(translate("Care", "With every &field old and new (spreadsheet only)"), self)
        form = QFormLayout()
        for said, field in (
            (translate("Care", "&From"), self.since),
            (translate("Care", "&To"), self.until),
            (translate("Care", "&Who"), self.who),
            (translate("Care", "&Room"), self.rooms),
        ):
            label = QLabel(said, self)
            label.setBuddy(field)
            field.setAccessibleName(said.replace("&", ""))
            form.addRow(label, field)
        form.addRow(self.fields)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        close = QPushButton(translate("Care", "Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.export_button = QPushButton(translate("Care", "&Spreadsheet..."), self)
        self.export_button.setAutoDefault(False)
        self.export_button.clicked.connect(lambda: self.export_to())
        self.print_button = QPushButton(translate("Care", "&Look and print..."), self)
        self.print_button.setObjectName("primary")
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(lambda: self.show_sheet())
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.export_button, self.print_button, close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(form)
        column.addWidget(self.refusal)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(look.in_letters(560))
        self.since.setFocus()

    @property
    def wanted(self) -> JournalFilter:
        """What was chosen."""
        return JournalFilter(
            self.since.day, self.until.day, self.who.text().strip(), str(self.rooms.currentData() or "")
        )

    def show_sheet(self) -> SheetDialog:
        """Look at the list; it is printed from there."""
        audit, wanted = self._desk.upkeep.audit, self.wanted
        dialog = SheetDialog(
            self._desk,
            self._lane,
            self._words,
            self.windowTitle(),
            lambda style: audit.preview_journal(wanted, style, verb_words),
            lambda folder, style: Path(audit.print_journal(wanted, folder, style, verb_words).file.path),
            self,
        )
        dialog.open()
        return dialog

    def export_to(self, path: Path | None = None) -> None:
        """Write what is chosen as .xlsx or .csv; without a path, ask for it."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        if path is None:
            name = f"{home}/jurnal-{self.until.day.isoformat()}.xlsx"
            chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), name, "*.xlsx *.csv")
            if not chosen:
                return
            path = Path(chosen)
        target, wanted, with_fields = path, self.wanted, self.fields.isChecked()
        label = self._words.messages.label

        def written(outcome: ListOutcome) -> None:
            said = QCoreApplication.translate("Care", "%1 rows written: %2")
            self.told.setText(
                singular(said.replace("%1", self._words.number(outcome.rows)).replace("%2", str(outcome.path)))
            )

        self.refusal.tell(None)
        self._lane.ask(
            lambda step: self._desk.upkeep.audit.export(wanted, target, label, with_fields, step),
            written,
            self.refusal.tell,
            self.windowTitle(),
            shows_progress=True,
        )
