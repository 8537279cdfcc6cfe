"""A practice copy begun anew: from the same backup it was made of, with the passphrase of that day."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from meritdesk import bootstrap
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.first_run.job_line import JobLine
from meritdesk.ui.first_run.wishes import Way, Wish
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class ResetDialog(ByKeyboard, QDialog):
    """Throws away what was practised and begins again; ``wish`` is then to open the fresh copy."""

    def __init__(self, lane: Lane, words: Words, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._folder = folder
        self.wish: Wish | None = None
        self._title = look.title(QLabel(self))
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._label = QLabel(self)
        self._label.setBuddy(self.secret)
        self.line = JobLine(words, self)
        self.refusal = RefusalStrip(words, self)
        self.back_button, self.reset_button = QPushButton(self), QPushButton(self)
        self.reset_button.setObjectName("primary")
        self.reset_button.setAutoDefault(False)
        self.back_button.setDefault(True)
        self.back_button.clicked.connect(self.reject)
        self.reset_button.clicked.connect(self.reset)
        form = QFormLayout()
        form.addRow(self._label, self.secret)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self._title)
        column.addWidget(self._told)
        column.addLayout(form)
        column.addWidget(self.line)
        column.addWidget(self.refusal)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(look.in_letters(560))
        words.language_changed.connect(self.retranslate)
        self.retranslate()
        self.secret.setFocus()

    def reset(self) -> None:
        """Make the copy anew from the backup that lies in its folder."""
        self.refusal.tell(None)
        folder, passphrase = self._folder, self.secret.text()

        def work(step: Step) -> None:
            beginning = bootstrap.practice_beginning(folder)
            assert beginning is not None, "the folder was a practice copy when the dialog was opened"
            bootstrap.make_practice_copy(beginning, folder, passphrase, step=step)

        self.reset_button.setEnabled(False)
        job = self._lane.ask(work, self._done, self.refusal.tell)
        job.ended.connect(self._ended)
        self.line.watch(job)

    def retranslate(self, _: str = "") -> None:
        """The words of the dialog."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("ResetDialog", "Begin practice anew"))
        self._title.setText(translate("ResetDialog", "Begin practice anew"))
        self._told.setText(
            translate(
                "ResetDialog",
                "Everything done in this practice copy is thrown away; it begins again as it was when it was made. The "
                "real data are not touched.",
            )
        )
        self._label.setText(translate("ResetDialog", "&Passphrase of that day"))
        self.secret.setAccessibleName(self._label.text().replace("&", ""))
        self.back_button.setText(translate("ResetDialog", "Back"))
        self.reset_button.setText(translate("ResetDialog", "&Begin anew"))

    def _done(self, _: object) -> None:
        self.wish = Wish(Way.OPEN, self._folder, self.secret.text())
        self.accept()

    def _ended(self) -> None:
        self.reset_button.setEnabled(True)
