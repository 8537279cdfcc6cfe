"""The way back from a backup: which file, what is in it, what becomes of the present state, and what comes next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import (
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

from meritdesk import bootstrap
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.store import BackupContents
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.first_run.job_line import JobLine
from meritdesk.ui.first_run.wishes import Way, Wish, default_place
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words
from meritdesk.wall_clock import noted_moment

DATABASE = "meritdesk.db"


class RestoreDialog(ByKeyboard, QDialog):
    """Looks into a backup before anything is touched, puts it back, and tells what happened; ``wish`` opens it."""

    def __init__(self, lane: Lane, words: Words, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._words = words
        self.wish: Wish | None = None
        self.contents: BackupContents | None = None
        self._kept: Path | None = None
        self._is_done = False
        self._title = look.title(QLabel(self))
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self.file, self.secret = QLineEdit(self), QLineEdit(self)
        self.target = QLineEdit(str(folder) if folder else "", self)
        self._file_button, self._target_button = QPushButton(self), QPushButton(self)
        self.other_key = QPushButton(self)
        self.other_key.setCheckable(True)
        self.look_button, self.restore_button = QPushButton(self), QPushButton(self)
        self.open_button, self.back_button = QPushButton(self), QPushButton(self)
        for button in (self._file_button, self._target_button, self.other_key, self.back_button):
            button.setAutoDefault(False)
        self._labels = {name: QLabel(self) for name in ("file", "secret", "target")}
        self.told, self.present = QLabel(self), QLabel(self)
        for label in (self.told, self.present):
            label.setWordWrap(True)
        self.line = JobLine(words, self)
        self.refusal = RefusalStrip(words, self)
        self._arrange()
        self._connect()
        self.retranslate()
        self.file.setFocus()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(look.RHYTHM)
        for name, field, button in (
            ("file", self.file, self._file_button),
            ("secret", self.secret, self.other_key),
            ("target", self.target, self._target_button),
        ):
            row = QHBoxLayout()
            row.addWidget(field, 1)
            row.addWidget(button)
            self._labels[name].setBuddy(field)
            form.addRow(self._labels[name], row)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        for button in (self.look_button, self.restore_button, self.open_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(form)
        for part in (self.told, self.present, self.line, self.refusal):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(760, 460)

    def _connect(self) -> None:
        self._file_button.clicked.connect(self._choose_file)
        self._target_button.clicked.connect(self._choose_target)
        self.other_key.toggled.connect(self.secret.clear)  # never a passphrase in plain view
        self.other_key.toggled.connect(self._forget)
        for field in (self.file, self.secret):
            field.textChanged.connect(self._forget)
        self.target.textChanged.connect(lambda _: self.retranslate())
        self.look_button.clicked.connect(self.look_inside)
        self.restore_button.clicked.connect(self.restore)
        self.open_button.clicked.connect(self._open)
        self.back_button.clicked.connect(self.reject)
        self._words.language_changed.connect(self.retranslate)

    @property
    def _secrets(self) -> tuple[str, str]:
        """Passphrase and recovery key, one of them empty."""
        typed = self.secret.text()
        return ("", typed.strip()) if self.other_key.isChecked() else (typed, "")

    def look_inside(self) -> None:
        """Tell what the backup holds, with the key of the day it was made; nothing is touched."""
        self.refusal.tell(None)
        path = Path(self.file.text().strip())
        if not self.file.text().strip():
            self.file.setFocus()
            return
        passphrase, key = self._secrets
        self._watch(
            self._lane.ask(lambda step: bootstrap.backup_contents(path, passphrase, key), self._show, self.refusal.tell)
        )

    def restore(self) -> None:
        """Put the backup in place; what is there now is saved first."""
        if self.contents is None:
            return
        self.refusal.tell(None)
        if not self.target.text().strip():
            self.refusal.tell(UsageRefusal("UI-354"))
            self.target.setFocus()
            return
        backup, folder = Path(self.file.text().strip()), Path(self.target.text().strip())
        passphrase, key = self._secrets

        def work(step: Step) -> Path | None:
            return bootstrap.restore_store(backup, folder, passphrase, step=step, recovery_key=key)

        self._watch(self._lane.ask(work, self._restored, self.refusal.tell))

    def retranslate(self, _: str = "") -> None:
        """The words, by how far one has come."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("RestoreDialog", "Restore a backup"))
        self._title.setText(translate("RestoreDialog", "Restore a backup"))
        self._lead.setText(
            translate("RestoreDialog", "First look into the backup; nothing is changed before you say so.")
        )
        is_key = self.other_key.isChecked()
        names = {
            "file": translate("RestoreDialog", "&Backup file"),
            "secret": translate("RestoreDialog", "&Recovery key of that day")
            if is_key
            else translate("RestoreDialog", "&Passphrase of that day"),
            "target": translate("RestoreDialog", "Put it into &folder"),
        }
        for name, field in (("file", self.file), ("secret", self.secret), ("target", self.target)):
            self._labels[name].setText(names[name])
            field.setAccessibleName(names[name].replace("&", ""))
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if is_key else QLineEdit.EchoMode.Password)
        self._file_button.setText(translate("RestoreDialog", "Choose..."))
        self._file_button.setAccessibleName(translate("RestoreDialog", "Choose the backup file"))
        self._target_button.setText(translate("RestoreDialog", "Choose..."))
        self._target_button.setAccessibleName(translate("RestoreDialog", "Choose the folder"))
        self.other_key.setText(translate("RestoreDialog", "Use the recovery key"))
        self.look_button.setText(translate("RestoreDialog", "&Look inside"))
        self.restore_button.setText(translate("RestoreDialog", "R&estore it now"))
        self.open_button.setText(translate("RestoreDialog", "&Open it"))
        self.back_button.setText(
            translate("RestoreDialog", "Close") if self._is_done else translate("RestoreDialog", "Back")
        )
        self._say_contents()
        self._say_present()
        main = self.open_button if self._is_done else self.restore_button if self.contents else self.look_button
        for button in (self.look_button, self.restore_button, self.open_button):
            button.setVisible(button is main or (button is self.look_button and not self._is_done))
            button.setDefault(button is main)

    def _say_contents(self) -> None:
        translate, found = QCoreApplication.translate, self.contents
        if found is None:
            self.told.setText("")
            return
        number = self._words.number
        made = self._words.moment(noted_moment(found.made_at))
        said = translate(
            "RestoreDialog", "%1 (%2)\nMade on %3 · schema %4\n%5 people, %6 plans, %7 evaluations, %8 changes"
        )
        for place, text in enumerate(
            (
                found.agency.name, found.agency.code, made, str(found.schema), number(found.people),
                number(found.plans), number(found.evaluations), number(found.change_sets),
            ),
            1,
        ):  # fmt: skip
            said = singular(said.replace(f"%{place}", text))
        if found.agency.is_practice:
            said = translate("RestoreDialog", "PRACTICE, not real data") + "\n" + said
        self.told.setText(said)

    def _say_present(self) -> None:
        translate = QCoreApplication.translate
        if self._is_done:
            said = translate("RestoreDialog", "✓ The backup is back in its place.")
            if self._kept is not None:
                kept = translate("RestoreDialog", "What was there before is kept as %1.")
                said += "\n" + kept.replace("%1", str(self._kept))
            said += "\n" + translate(
                "RestoreDialog",
                "Sending is paused: ask the regional office which file it received last, compare with what was sent, "
                "then let sending go on in Upkeep.",
            )
            self.present.setText(said)
            return
        target = self.target.text().strip()
        if target and (Path(target) / DATABASE).exists():
            self.present.setText(
                "⚠ "
                + translate(
                    "RestoreDialog", "There are data in this folder. They are saved in its folder backups first."
                )
            )
            look.colour(self.present, look.asks())
        else:
            self.present.setText("")

    def _show(self, found: BackupContents) -> None:
        self.contents = found
        if not self.target.text().strip():
            self.target.setText(str(default_place(found.agency.code)))
        self.retranslate()
        self.restore_button.setFocus()

    def _restored(self, kept: Path | None) -> None:
        self._kept, self._is_done = kept, True
        for part in (self.file, self.secret, self.target, self.other_key, self._file_button, self._target_button):
            part.setEnabled(False)
        look.colour(self.present, self.palette().windowText().color())
        self.retranslate()
        self.open_button.setFocus()

    def _forget(self, _: object = None) -> None:
        """Another file or key: what was told is no longer of it."""
        self.contents = None
        self.refusal.tell(None)
        self.retranslate()

    def _watch(self, job: Job) -> None:
        self.line.watch(job)
        for button in (self.look_button, self.restore_button):
            button.setEnabled(False)
        job.ended.connect(self._ended)

    def _ended(self) -> None:
        for button in (self.look_button, self.restore_button):
            button.setEnabled(True)

    def _open(self) -> None:
        passphrase, key = self._secrets
        self.wish = Wish(Way.OPEN, Path(self.target.text().strip()), passphrase, key)
        self.accept()

    def _choose_file(self) -> None:
        settings = QSettings()
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            QCoreApplication.translate("RestoreDialog", "Choose the backup file"),
            str(settings.value("backup-folder", home)),
            "MeritDesk (*.meritbackup)",
        )
        if chosen:
            self.file.setText(chosen)
            self.secret.setFocus()

    def _choose_target(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, QCoreApplication.translate("RestoreDialog", "Choose the folder"), self.target.text()
        )
        if chosen:
            self.target.setText(chosen)
