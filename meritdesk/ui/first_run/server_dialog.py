"""The connection page: this PC joins a shared server, its data are carried there, or they are brought home."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import (
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

from meritdesk import bootstrap
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.server import PORT, Moved, ServerPlace, checked
from meritdesk.core.store import AGENCY_CODE_SIGNS, DEVICE_CODE_SIGNS, AgencyInfo
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.first_run.job_line import JobLine
from meritdesk.ui.first_run.wishes import Way, Wish, recent_stores
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

JOIN, MOVE, BRING = "join", "move", "bring"
_FIELDS = ("host", "database", "user", "password", "code", "name", "device", "folder", "secret")
_ASKED = {
    JOIN: ("host", "database", "user", "password", "code", "name", "device", "secret"),
    MOVE: ("folder", "host", "database", "user", "password", "secret"),
    BRING: ("folder", "secret"),
}
_SECRETS = ("password", "secret")
_REMEMBERED = ("host", "database", "user")


class ServerDialog(ByKeyboard, QDialog):
    """One page for three deeds; every refusal says in words what to do, and ``wish`` opens what came of it."""

    def __init__(self, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._words = words
        self.wish: Wish | None = None
        self._opens: Path | None = None
        self._title = look.title(QLabel(self))
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self.deed = QComboBox(self)
        self._deed_label = QLabel(self)
        self._deed_label.setBuddy(self.deed)
        self.fields = {name: QLineEdit(self) for name in _FIELDS}
        self._labels = {name: QLabel(self) for name in _FIELDS}
        self._browse = QPushButton(self)
        self.do_button, self.open_button, self.back_button = QPushButton(self), QPushButton(self), QPushButton(self)
        for button in (self._browse, self.back_button):
            button.setAutoDefault(False)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.recovery = QLineEdit(self)
        self.recovery.setReadOnly(True)
        self.line = JobLine(words, self)
        self.refusal = RefusalStrip(words, self)
        self._begin_with_what_is_known()
        self._arrange()
        self._connect()
        self.retranslate()
        self.fields["host"].setFocus()

    @property
    def place(self) -> ServerPlace:
        """The server as typed; ``SRV-125`` when it cannot be one."""
        typed = {name: self.fields[name].text().strip() for name in _REMEMBERED}
        host, port = typed["host"], PORT
        found = re.fullmatch(r"([^:]+):(\d{1,5})", host)
        if found:
            host, port = found[1], int(found[2])
        return checked(ServerPlace(host, typed["database"], typed["user"], port))

    def carry_out(self) -> None:
        """Do what is chosen; what was typed stays when it is refused."""
        self.refusal.tell(None)
        for name in _ASKED[self._chosen]:
            if name != "password" and not self.fields[name].text().strip():
                self.fields[name].setFocus()
                return
        try:
            job = {JOIN: self._join, MOVE: self._move, BRING: self._bring}[self._chosen]()
        except UsageRefusal as error:
            self.refusal.tell(error)
            return
        self.line.watch(job)
        self.do_button.setEnabled(False)
        job.ended.connect(lambda: self.do_button.setEnabled(True))

    def _join(self) -> Job:
        place, text = self.place, {name: field.text().strip() for name, field in self.fields.items()}
        code, device = text["code"].upper(), text["device"].upper()
        for field, value, signs in (("code", code, AGENCY_CODE_SIGNS), ("device", device, DEVICE_CODE_SIGNS)):
            if re.fullmatch(signs, value) is None:
                self.fields[field].setFocus()
                raise UsageRefusal("SRV-133", value=value)
        agency = AgencyInfo(code, text["name"], False, device)
        folder, password, secret = bootstrap.server_folder_of(place), text["password"], self.fields["secret"].text()

        def work(step: Step) -> str:
            return bootstrap.join_server(folder, place, password, agency, secret)

        return self._lane.ask(work, lambda key: self._joined(folder, key), self.refusal.tell)

    def _move(self) -> Job:
        place, folder = self.place, Path(self.fields["folder"].text().strip())
        password, secret = self.fields["password"].text(), self.fields["secret"].text()

        def work(step: Step) -> Moved:
            return bootstrap.move_to_server(folder, place, password, secret, step=step)

        return self._lane.ask(work, lambda moved: self._moved(folder, moved), self.refusal.tell)

    def _bring(self) -> Job:
        folder, secret = Path(self.fields["folder"].text().strip()), self.fields["secret"].text()

        def work(step: Step) -> Moved:
            return bootstrap.bring_back_from_server(folder, secret, step=step)

        return self._lane.ask(work, lambda moved: self._moved(folder, moved), self.refusal.tell)

    def _joined(self, folder: Path, key: str) -> None:
        said = QCoreApplication.translate(
            "ServerDialog",
            "✓ This PC has joined. Write down the recovery key of this PC and keep it in the safe; it is shown once.",
        )
        self.recovery.setText(key)
        self._done(folder, said)

    def _moved(self, folder: Path, moved: Moved) -> None:
        translate, number = QCoreApplication.translate, self._words.number
        said = (
            translate("ServerDialog", "✓ %1 rows and %2 changes are on the server; the journal is equal on both sides.")
            if self._chosen == MOVE
            else translate("ServerDialog", "✓ %1 rows and %2 changes are back in the folder; the journal is equal.")
        )
        said = singular(said.replace("%1", number(moved.rows)).replace("%2", number(moved.change_sets)))
        if moved.kept:
            kept = translate("ServerDialog", "The backup from before the move is backups/%1.")
            said += "\n" + kept.replace("%1", moved.kept)
        self._done(folder, said)

    def _done(self, folder: Path, said: str) -> None:
        for name in _REMEMBERED:
            QSettings().setValue(f"server/{name}", self.fields[name].text().strip())
        self._opens = folder
        self.told.setText(said)
        for field in (self.deed, self._browse, *self.fields.values()):
            field.setEnabled(False)
        self.retranslate()
        self.open_button.setFocus()

    @property
    def _chosen(self) -> str:
        return str(self.deed.currentData())

    def _begin_with_what_is_known(self) -> None:
        for name in _REMEMBERED:
            self.fields[name].setText(str(QSettings().value(f"server/{name}", "") or ""))
        self.fields["device"].setText("PC02")
        recent = recent_stores()
        self.fields["folder"].setText(str(recent[0]) if recent else "")
        for name in _SECRETS:
            self.fields[name].setEchoMode(QLineEdit.EchoMode.Password)

    def _arrange(self) -> None:
        self._form = QFormLayout()
        self._form.setVerticalSpacing(look.RHYTHM)
        self._form.addRow(self._deed_label, self.deed)
        self._folder_row = QWidget(self)
        row = QHBoxLayout(self._folder_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.fields["folder"], 1)
        row.addWidget(self._browse)
        for name in ("folder", "host", "database", "user", "password", "code", "name", "device", "secret"):
            self._labels[name].setBuddy(self.fields[name])
            self._form.addRow(self._labels[name], self._folder_row if name == "folder" else self.fields[name])
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.do_button)
        buttons.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(look.RHYTHM)
        for part in (self._title, self._lead):
            column.addWidget(part)
        column.addLayout(self._form)
        for widget in (self.told, self.recovery, self.line, self.refusal):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(760, 560)

    def _connect(self) -> None:
        for deed in (JOIN, MOVE, BRING):
            self.deed.addItem("", deed)
        self.deed.currentIndexChanged.connect(lambda _: self._another_deed())
        self._browse.clicked.connect(self._choose_folder)
        self.do_button.clicked.connect(self.carry_out)
        self.open_button.clicked.connect(self._open)
        self.back_button.clicked.connect(self.reject)
        self._words.language_changed.connect(self.retranslate)

    def _another_deed(self) -> None:
        self.refusal.tell(None)
        self.retranslate()

    def retranslate(self, _: str = "") -> None:
        """The words, by what is chosen."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("ServerDialog", "Shared server"))
        self._title.setText(translate("ServerDialog", "Shared server"))
        self._lead.setText(
            translate(
                "ServerDialog",
                "Several clerks work on one PostgreSQL. The administrator prepares it and gives you name and password; "
                "the key ring of this PC stays here.",
            )
        )
        self._deed_label.setText(translate("ServerDialog", "&What to do"))
        for place, said in enumerate(
            (
                translate("ServerDialog", "This PC works on the server from now on"),
                translate("ServerDialog", "Carry the data of a folder to the server"),
                translate("ServerDialog", "Bring the data home from the server"),
            )
        ):
            self.deed.setItemText(place, said)
        names = {
            "host": translate("ServerDialog", "&Server"),
            "database": translate("ServerDialog", "&Database"),
            "user": translate("ServerDialog", "&User on the server"),
            "password": translate("ServerDialog", "&Password on the server"),
            "code": translate("ServerDialog", "&Code of the agency"),
            "name": translate("ServerDialog", "&Name of the agency"),
            "device": translate("ServerDialog", "Code of t&his PC"),
            "folder": translate("ServerDialog", "&Folder"),
            "secret": translate("ServerDialog", "New pass&phrase of this PC")
            if self._chosen == JOIN
            else translate("ServerDialog", "Pass&phrase"),
        }
        for name, said in names.items():
            self._labels[name].setText(said)
            self.fields[name].setAccessibleName(said.replace("&", ""))
        self.fields["host"].setPlaceholderText(translate("ServerDialog", "for example server.office or 10.1.2.3:5432"))
        self.recovery.setAccessibleName(translate("ServerDialog", "Recovery key"))
        self.deed.setAccessibleName(self._deed_label.text().replace("&", ""))
        self._browse.setText(translate("ServerDialog", "Choose..."))
        self._browse.setAccessibleName(translate("ServerDialog", "Choose the folder"))
        self.do_button.setText(
            {
                JOIN: translate("ServerDialog", "&Join"),
                MOVE: translate("ServerDialog", "Ca&rry it there"),
                BRING: translate("ServerDialog", "&Bring it home"),
            }[self._chosen]
        )
        self.open_button.setText(translate("ServerDialog", "&Open it"))
        self.back_button.setText(
            translate("ServerDialog", "Close") if self._opens is not None else translate("ServerDialog", "Back")
        )
        self._show_asked()

    def _show_asked(self) -> None:
        """Only what the chosen deed needs is asked for; when it is done, only what came of it is shown."""
        is_done = self._opens is not None
        for name in _FIELDS:
            self._form.setRowVisible(self._labels[name], not is_done and name in _ASKED[self._chosen])
        self.told.setVisible(is_done)
        self.recovery.setVisible(bool(self.recovery.text()))
        self.do_button.setVisible(not is_done)
        self.open_button.setVisible(is_done)
        (self.open_button if is_done else self.do_button).setDefault(True)

    def _open(self) -> None:
        self.wish = Wish(Way.OPEN, self._opens, self.fields["secret"].text())
        self.accept()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, QCoreApplication.translate("ServerDialog", "Choose the folder"), self.fields["folder"].text()
        )
        if chosen:
            self.fields["folder"].setText(chosen)
