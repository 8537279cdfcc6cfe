"""A copy for support: nobody's name is in it, and it has a passphrase of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from meritdesk import bootstrap
from meritdesk.core.errors import UsageRefusal
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.wishes import default_place
from meritdesk.ui.upkeep.store_dialogs import StoreDialog
from meritdesk.ui.wording import Words


class SupportCopyDialog(StoreDialog):
    """Counts and figures stay; names, NIPs, texts, files and the journal do not."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("Care", "A copy for support"))
        self.lead.setText(
            translate(
                "Care",
                "Names, NIPs and texts are replaced alike everywhere, files and the journal are left out; counts and "
                "figures stay. Give the copy and its passphrase to whoever helps you, by separate ways.",
            )
        )
        self.folder = QLineEdit(str(default_place(f"Pendukung-{desk.agency.code}")), self)
        self._browse = QPushButton(translate("Care", "Choose..."), self)
        self._browse.setAutoDefault(False)
        self._browse.clicked.connect(self._choose)
        self.secret, self.fresh, self.again = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        for line in (self.secret, self.fresh, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self._browse)
        form = QFormLayout()
        for text, field, place in (
            (translate("Care", "&Folder of the copy"), self.folder, row),
            (translate("Care", "&Passphrase of these data"), self.secret, self.secret),
            (translate("Care", "&New passphrase of the copy"), self.fresh, self.fresh),
            (translate("Care", "Once &again"), self.again, self.again),
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(label, place)
        self.column.addLayout(form)
        self.do_button.setText(translate("Care", "&Make the copy"))
        self.finish(620)
        self.secret.setFocus()

    def carry_out(self) -> None:
        self.refusal.tell(None)
        if not self.folder.text().strip():
            self.refusal.tell(UsageRefusal("UI-354"))
            return
        if self.fresh.text() != self.again.text():
            self.refusal.tell(UsageRefusal("CLI-108"))
            return
        desk, folder = self._desk, Path(self.folder.text().strip())
        passphrase, fresh = self.secret.text(), self.fresh.text()

        def work(step: Step) -> Path:
            with tempfile.TemporaryDirectory(prefix="meritdesk-") as private:
                backup = desk.upkeep.personal.copy_for_support(Path(private), step)
                bootstrap.make_support_copy(backup, folder, fresh, passphrase, step=step)
            return folder

        job = self._lane.ask(work, self._made, self.refusal.tell)
        self.busy(job)
        self.line.watch(job)

    def _made(self, folder: Path) -> None:
        self.say(QCoreApplication.translate("Care", "The copy for support is ready: %1").replace("%1", folder.name))

    def _choose(self) -> None:
        asked = QCoreApplication.translate("Care", "A new or empty folder")
        chosen = QFileDialog.getExistingDirectory(self, asked, str(Path.home()))
        if chosen:
            self.folder.setText(chosen)
