"""Everything about one person: looked at and printed, or taken along as a file that machines read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.journal import Changes
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.documents.sheet_dialog import LongSheet, SheetDialog
from meritdesk.ui.first_run.job_line import JobLine
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.person_field import PersonField
from meritdesk.ui.upkeep.journal_words import verb_words
from meritdesk.ui.wording import Words


class ExtractDialog(ByKeyboard, QDialog):
    """Who is chosen by name or NIP; looking, printing and taking along all stand in the journal."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._words = desk, lane, words
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("Care", "Extract for a person"))
        why = QLabel(
            translate(
                "Care",
                "Everything the store holds about one person, with who worked on it. Records kept in confidence are "
                "in it for their readers only; answers given without a name are withheld.",
            ),
            self,
        )
        why.setWordWrap(True)
        label = QLabel(translate("Care", "&Whose data"), self)
        self.person = PersonField(desk, lane, self)
        self.person.setAccessibleName(label.text().replace("&", ""))
        label.setBuddy(self.person)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        self.line = JobLine(words, self)
        self._job: Job | None = None
        close = QPushButton(translate("Care", "Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.file_button = QPushButton(translate("Care", "&File..."), self)
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(lambda: self.export_to())
        self.show_button = QPushButton(translate("Care", "&Look and print..."), self)
        self.show_button.setObjectName("primary")
        self.show_button.setDefault(True)
        self.show_button.clicked.connect(lambda: self.show_sheet())
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.file_button, self.show_button, close):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        for part in (why, label, self.person, self.refusal, self.line, self.told):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(look.in_letters(560))
        self.person.chosen.connect(lambda _: self._offer())
        self.person.setFocus()
        self._offer()

    def show_sheet(self) -> SheetDialog | None:
        """The extract as a sheet; it is printed from there."""
        line = self.person.line
        if line is None:
            return None
        personal, nip = self._desk.upkeep.personal, line.nip
        sheet = LongSheet(
            lambda style, step: personal.preview_extract(nip, style, verb_words, step),
            lambda folder, style, step: Path(personal.print_extract(nip, folder, style, verb_words, step).file.path),
        )
        dialog = SheetDialog(self._desk, self._lane, self._words, self.windowTitle(), sheet, parent=self)
        dialog.open()
        return dialog

    def export_to(self, path: Path | None = None) -> None:
        """Write the extract as .json; without a path, ask for it. The name of the file names nobody."""
        line = self.person.line
        if line is None:
            return
        if path is None:
            home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), f"{home}/data-pribadi.json", "*.json")
            if not chosen:
                return
            path = Path(chosen)
        target, nip = path, line.nip

        def written(changes: Changes) -> None:
            said = QCoreApplication.translate("Care", "Written: %1")
            self.told.setText(said.replace("%1", str(target)))

        self.refusal.tell(None)
        self._job = self.line.watch(
            self._lane.ask(
                lambda step: self._desk.upkeep.personal.export_extract(nip, target, step),
                written,
                self.refusal.tell,
                self.windowTitle(),
                shows_progress=True,
            )
        )

    def done(self, result: int) -> None:
        """Whoever closes the dialog does not wait for the file any more."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _offer(self) -> None:
        is_chosen = self.person.line is not None
        self.file_button.setEnabled(is_chosen)
        self.show_button.setEnabled(is_chosen)
