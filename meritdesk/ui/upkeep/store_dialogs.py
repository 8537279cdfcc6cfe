"""What is done with a store as a whole: another passphrase, another recovery sheet, a copy to practise on."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk import bootstrap
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.first_run.job_line import JobLine
from meritdesk.ui.first_run.passphrase_part import PassphrasePart
from meritdesk.ui.first_run.recovery_part import RecoveryPart
from meritdesk.ui.first_run.wishes import default_place
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class StoreDialog(ByKeyboard, QDialog):
    """A sentence, a part to fill in, and two buttons; what it did is told by ``done``."""

    done_saying = Signal(str)

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._words = words
        self.lead = QLabel(self)
        self.lead.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        self.line = JobLine(words, self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.do_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.do_button.setObjectName("primary")
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAutoDefault(False)
        cancel.setText(QCoreApplication.translate("StoreDialog", "Cancel"))
        self.do_button.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self.carry_out)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(look.RHYTHM)
        self.column.addWidget(self.lead)

    def finish(self, width: int) -> None:
        """Put the lower part below what was added."""
        for part in (self.line, self.refusal):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.column.addWidget(self.buttons)
        self.setMinimumWidth(width)

    def carry_out(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def busy(self, job: Job) -> None:
        """Nothing can be pressed twice while the lane works."""
        self.do_button.setEnabled(False)
        job.ended.connect(self._ended)

    def say(self, sentence: str) -> None:
        """Done: tell the page and close."""
        self.done_saying.emit(sentence)
        self.accept()

    def _ended(self) -> None:
        self.do_button.setEnabled(True)


class PassphraseDialog(StoreDialog):
    """Ganti kata sandi: the recovery sheet stays good."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("PassphraseDialog", "Change the passphrase"))
        self.lead.setText(
            translate(
                "PassphraseDialog",
                "From now on the new passphrase opens the data. Older backups keep the passphrase of their day; the "
                "recovery sheet stays good.",
            )
        )
        self.part = PassphrasePart(words, self)
        self.part.known = (desk.agency.name, desk.agency.code, *desk.agency.name.split())
        self.column.addWidget(self.part)
        self.do_button.setText(translate("PassphraseDialog", "&Change it"))
        self.finish(520)
        self.part.first.setFocus()

    def carry_out(self) -> None:
        if not self.part.check():
            return
        passphrase = self.part.passphrase

        def done(_: Changes) -> None:
            self.say(QCoreApplication.translate("PassphraseDialog", "The passphrase was changed."))

        work = self._lane.ask(lambda step: self._desk.upkeep.change_passphrase(passphrase), done, self.refusal.tell)
        self.busy(work)


class RecoveryDialog(StoreDialog):
    """Lembar pemulihan baru: kept and proved first, and only then valid."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("RecoveryDialog", "A new recovery sheet"))
        self.lead.setText(
            translate(
                "RecoveryDialog",
                "The new sheet becomes valid with the last button; the one before then opens nothing but older "
                "backups.",
            )
        )
        self._key = ""
        self.part = RecoveryPart(lane, words, self._write, self)
        self.column.addWidget(self.part)
        self.do_button.setText(translate("RecoveryDialog", "Make the new sheet &valid"))
        self.finish(640)
        self.part.changed.connect(self._settle)
        lane.ask(lambda step: desk.upkeep.new_recovery_key(), self._show, self.refusal.tell)
        self._settle()

    def carry_out(self) -> None:
        if not self.part.check():
            return
        key = self._key

        def done(_: Changes) -> None:
            self.say(
                QCoreApplication.translate("RecoveryDialog", "The new recovery sheet is valid. Destroy the old one.")
            )

        self.busy(self._lane.ask(lambda step: self._desk.upkeep.change_recovery_key(key), done, self.refusal.tell))

    def _show(self, key: str) -> None:
        self._key = key
        self.part.show_key(key, self._desk.agency.code)
        self._settle()

    def _write(self, key: str, target: Path) -> object:
        return self._desk.upkeep.print_recovery_sheet(key, target)

    def _settle(self) -> None:
        self.do_button.setEnabled(self.part.is_proved)


class PracticeCopyDialog(StoreDialog):
    """Berlatih dengan salinan data sendiri: marked, with other keys, in a folder of its own."""

    made = Signal(object)  # Path

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("PracticeCopyDialog", "A copy to practise on"))
        self.lead.setText(
            translate(
                "PracticeCopyDialog",
                "Copies all data of today into a folder of their own. The copy is marked as practice on every page and "
                "paper; nothing done there reaches the real data or the regional office. A copy that is there "
                "already is thrown away.",
            )
        )
        self.folder = QLineEdit(str(default_place(f"Latihan-{desk.agency.code}")), self)
        self._browse = QPushButton(translate("PracticeCopyDialog", "Choose..."), self)
        self._browse.setAutoDefault(False)
        self._browse.clicked.connect(self._choose)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        form = QFormLayout()
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self._browse)
        for text, field, place in (
            (translate("PracticeCopyDialog", "&Folder of the copy"), self.folder, row),
            (translate("PracticeCopyDialog", "&Passphrase of these data"), self.secret, self.secret),
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(label, place)
        self.column.addLayout(form)
        self.do_button.setText(translate("PracticeCopyDialog", "&Make the copy"))
        self.finish(620)
        self.secret.setFocus()

    def carry_out(self) -> None:
        self.refusal.tell(None)
        if not self.folder.text().strip():
            self.refusal.tell(UsageRefusal("UI-354"))
            return
        desk, folder, passphrase = self._desk, Path(self.folder.text().strip()), self.secret.text()

        def work(step: Step) -> Path:
            with tempfile.TemporaryDirectory(prefix="meritdesk-latihan-") as private:
                backup = desk.upkeep.copy(Path(private), step)
                bootstrap.make_practice_copy(backup, folder, passphrase, step=step)
            return folder

        job = self._lane.ask(work, self._made, self.refusal.tell)
        self.busy(job)
        self.line.watch(job)

    def _made(self, folder: Path) -> None:
        self.made.emit(folder)
        said = QCoreApplication.translate("PracticeCopyDialog", "The copy to practise on is ready: %1")
        self.say(said.replace("%1", folder.name))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, QCoreApplication.translate("PracticeCopyDialog", "A new or empty folder"), str(Path.home())
        )
        if chosen:
            self.folder.setText(chosen)
