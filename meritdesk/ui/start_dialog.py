"""The door: which store, and who opens it: name and password, the passphrase of the office, or its recovery key.

Names are typed, not offered: a list at the door would tell everybody who works here, and which names to try.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from meritdesk.bootstrap import check_disk, has_accounts
from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

Opener = Callable[..., AbstractContextManager[Desk]]
"""Folder, passphrase, recovery key; a fourth word is the account whose own password the passphrase is.

``as_viewer`` only looks at it.
"""


class Key(Enum):
    """What opens a store: the passphrase of the office, the key on the recovery sheet, or a password of one's own."""

    PASSPHRASE = "PASSPHRASE"
    RECOVERY = "RECOVERY"
    ACCOUNT = "ACCOUNT"


class StartDialog(ByKeyboard, QDialog):
    """Asks for folder and passphrase until a store opens; ``desk`` is then filled."""

    def __init__(
        self, lane: Lane, words: Words, opener: Opener, folder: Path | None = None, has_others: bool = False
    ) -> None:
        super().__init__()
        self.wants_others = False
        self._lane = lane
        self._words = words
        self._opener = opener
        self.desk: Desk | None = None
        self.as_viewer = self._looks = False
        self._title = look.title(QLabel("MeritDesk"))
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        self.folder = QLineEdit(str(folder) if folder else str(QSettings().value("store", "") or ""))
        self._browse = QPushButton()
        self._browse.setAutoDefault(False)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._folder_label = QLabel()
        self._folder_label.setBuddy(self.folder)
        self._secret_label = QLabel()
        self._secret_label.setBuddy(self.secret)
        self.name = QLineEdit()
        self._name_label = QLabel()
        self._name_label.setBuddy(self.name)
        self.other_key, self.office_key = QPushButton(), QPushButton()
        for button in (self.other_key, self.office_key):
            button.setCheckable(True)
            button.setAutoDefault(False)
        self._has_accounts = False
        self._language = QPushButton()
        self._language.setAutoDefault(False)
        self.open_button = QPushButton()
        self.open_button.setObjectName("primary")
        self.open_button.setDefault(True)
        self.view_button = QPushButton()
        self.view_button.setAutoDefault(False)
        self.view_button.hide()
        self._leave = QPushButton()
        self._leave.setAutoDefault(False)
        self.others_button = QPushButton()
        self.others_button.setAutoDefault(False)
        self.others_button.setVisible(has_others)
        self.refusal = RefusalStrip(words)
        self.place = QLabel()
        self.place.setWordWrap(True)
        self.place.hide()
        self._column = QVBoxLayout(self)
        self._arrange()
        self._browse.clicked.connect(self._choose_folder)
        self.other_key.toggled.connect(lambda is_on: self._pressed(self.office_key, is_on))
        self.office_key.toggled.connect(lambda is_on: self._pressed(self.other_key, is_on))
        self._language.clicked.connect(words.switch_language)
        self.folder.editingFinished.connect(self.look_at_place)
        self.open_button.clicked.connect(self.open)
        self.view_button.clicked.connect(self.look_only)
        self.folder.textChanged.connect(self.view_button.hide)
        self._leave.clicked.connect(self.reject)
        self.others_button.clicked.connect(self._ask_others)
        words.language_changed.connect(self.retranslate)
        self.look_at_place()
        self.retranslate()
        self._first_field().setFocus()

    def _arrange(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self._browse)
        form = QFormLayout()
        form.setVerticalSpacing(look.RHYTHM)
        form.addRow(self._folder_label, place)
        form.addRow(self._name_label, self.name)
        form.addRow(self._secret_label, self.secret)
        buttons = QHBoxLayout()
        buttons.addWidget(self._language)
        buttons.addWidget(self.others_button)
        buttons.addWidget(self.other_key)
        buttons.addWidget(self.office_key)
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self.view_button)
        buttons.addWidget(self.open_button)
        column = self._column
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(2 * look.RHYTHM)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(form)
        column.addWidget(self.place)
        column.addWidget(self.refusal)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(look.in_letters(600))

    def open(self) -> None:
        """Try to open the store; the refusal of a wrong passphrase is shown here and the entry stays."""
        folder, secret = Path(self.folder.text().strip()), self.secret.text()
        if not self.folder.text().strip():
            self.folder.setFocus()
            return
        self.refusal.tell(None)
        self._set_busy(True)
        key, name = self.key, self.name.text().strip()
        if key is Key.ACCOUNT and not name:
            self._set_busy(False)
            self.name.setFocus()
            return
        given = {
            Key.PASSPHRASE: (secret, ""),
            Key.RECOVERY: ("", secret.strip()),
            Key.ACCOUNT: (secret, "", name),
        }[key]
        more = {"as_viewer": True} if self.as_viewer or self._looks else {}
        job = self._lane.open(lambda: self._opener(folder, *given, **more), self._opened, self._refused)
        job.ended.connect(lambda: self._set_busy(False))

    def look_only(self) -> None:
        """Open the store that somebody else works with to look at it."""
        self._looks = True
        self.open()

    @property
    def key(self) -> Key:
        """Which of the three is asked for."""
        if self.other_key.isChecked():
            return Key.RECOVERY
        return Key.ACCOUNT if self._has_accounts and not self.office_key.isChecked() else Key.PASSPHRASE

    def ask_for(self, key: Key) -> None:
        """Ask for one of the three."""
        self.other_key.setChecked(key is Key.RECOVERY)
        self.office_key.setChecked(key is Key.PASSPHRASE and self._has_accounts)

    def look_at_place(self) -> None:
        """Whether people have accounts in this store, and whether it lies where it can be torn."""
        folder = self.folder.text().strip()
        self._has_accounts = bool(folder) and has_accounts(Path(folder))
        self.retranslate()

    def _pressed(self, other: QPushButton, is_on: bool) -> None:
        # A recovery key is typed in plain view: a passphrase that was typed before must never come to light there.
        self.secret.clear()
        self.refusal.tell(None)
        if is_on:
            other.setChecked(False)
        self.retranslate()
        self._first_field().setFocus()

    def _first_field(self) -> QLineEdit:
        if not self.folder.text():
            return self.folder
        return self.name if self.key is Key.ACCOUNT and not self.name.text() else self.secret

    def warn_of_place(self) -> None:
        """A store that lies where it can be torn opens all the same, but the clerk is told to move it."""
        folder, said = self.folder.text().strip(), ""
        if folder:
            try:
                check_disk(Path(folder))
            except FileRefusal as refusal:
                _, what, then = self._words.told(refusal)
                said = f"⚠ {what} {then}"
        self.place.setText(said)
        self.place.setVisible(bool(said))
        look.colour(self.place, look.asks())

    def retranslate(self, _: str = "") -> None:
        """The words of the door."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("StartDialog", "Open MeritDesk"))
        key = self.key
        self._lead.setText(
            {
                Key.PASSPHRASE: translate(
                    "StartDialog", "People have accounts here: the passphrase only opens the keeping of accounts."
                )
                if self._has_accounts
                else translate("StartDialog", "The data are encrypted. They open with the passphrase of this store."),
                Key.RECOVERY: translate(
                    "StartDialog", "The data are encrypted. They open with the key on the recovery sheet."
                ),
                Key.ACCOUNT: translate("StartDialog", "The data are encrypted. Open them with your name and password."),
            }[key]
        )
        self._folder_label.setText(translate("StartDialog", "&Folder"))
        self._browse.setText(translate("StartDialog", "Choose..."))
        is_recovery = key is Key.RECOVERY
        self._secret_label.setText(
            {
                Key.RECOVERY: translate("StartDialog", "&Recovery key"),
                Key.PASSPHRASE: translate("StartDialog", "&Passphrase"),
                Key.ACCOUNT: translate("StartDialog", "Your &password"),
            }[key]
        )
        self._name_label.setText(translate("StartDialog", "&Name"))
        self.name.setAccessibleName(translate("StartDialog", "Name of your account"))
        for part in (self._name_label, self.name):
            part.setVisible(key is Key.ACCOUNT)
        self.office_key.setText(translate("StartDialog", "Keep accounts"))
        self.office_key.setToolTip(
            translate("StartDialog", "With the passphrase of the office, which opens nothing else any more")
        )
        self.office_key.setVisible(self._has_accounts)
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if is_recovery else QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(
            translate("StartDialog", "As printed on the recovery sheet") if is_recovery else ""
        )
        self.other_key.setText(translate("StartDialog", "Use the recovery key"))
        self._language.setText("English" if self._words.language == "id" else "Bahasa Indonesia")
        self.open_button.setText(translate("StartDialog", "Open"))
        self.view_button.setText(translate("StartDialog", "Open to look at only"))
        self.view_button.setToolTip(
            translate("StartDialog", "Nothing can be changed; whoever works with the data is not disturbed")
        )
        self._leave.setText(translate("StartDialog", "Leave"))
        self.others_button.setText(translate("StartDialog", "Other ways..."))
        self.folder.setAccessibleName(translate("StartDialog", "Folder of the store"))
        self.secret.setAccessibleName(self._secret_label.text().replace("&", ""))
        self.warn_of_place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the dialog is leaving."""
        self.reject()
        event.accept()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, QCoreApplication.translate("StartDialog", "Folder of the store"), self.folder.text()
        )
        if chosen:
            self.folder.setText(chosen)
            self.look_at_place()
            self._first_field().setFocus()

    def _ask_others(self) -> None:
        self.wants_others = True
        self.reject()

    def _set_busy(self, is_busy: bool) -> None:
        for part in (
            self.folder,
            self.name,
            self.secret,
            self._browse,
            self.other_key,
            self.office_key,
            self.open_button,
            self.view_button,
        ):
            part.setEnabled(not is_busy)
        if is_busy:
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()
            if self.desk is None:
                self.secret.setFocus()
                self.secret.selectAll()

    def _opened(self, desk: Desk) -> None:
        self.desk = desk
        QSettings().setValue("store", self.folder.text().strip())
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.view_button.setVisible(self._looks or (isinstance(error, Refusal) and error.code == "STO-620"))
        self._looks = False
        self.refusal.tell(error)
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))
