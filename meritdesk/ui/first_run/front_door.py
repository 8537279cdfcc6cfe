"""The front door: prepare a new agency, open one that is there, try a made-up one, or come back from a backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.first_run.wishes import Way, Wish, recent_stores
from meritdesk.ui.wording import Words

_WAYS = (Way.NEW, Way.OPEN, Way.SAMPLE, Way.RESTORE)
_LIST_ROWS = 4


class FrontDoor(ByKeyboard, QDialog):
    """Four ways, each with one sentence; below them the stores opened on this PC before. ``wish`` is the answer."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.wish: Wish | None = None
        self._title = look.title(QLabel(self))
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self.ways: dict[Way, QPushButton] = {}
        self._whys: dict[Way, QLabel] = {}
        self.recent = QListWidget(self)
        self.recent.setAlternatingRowColors(True)
        self._recent_label = look.strong(QLabel(self))
        self._recent_label.setBuddy(self.recent)
        self.language = QPushButton(self)
        self._leave = QPushButton(self)
        self.server = QPushButton(self)
        for button in (self.language, self.server, self._leave):
            button.setAutoDefault(False)
        self._arrange()
        for folder in recent_stores():
            item = QListWidgetItem(folder_words(folder))
            item.setData(Qt.ItemDataRole.UserRole, folder)
            item.setToolTip(str(folder))
            self.recent.addItem(item)
        has_recent = self.recent.count() > 0
        self.recent.setVisible(has_recent)
        self._recent_label.setVisible(has_recent)
        self.recent.itemActivated.connect(self._open_recent)
        self.language.clicked.connect(words.switch_language)
        self.server.clicked.connect(lambda: self._choose(Wish(Way.SERVER)))
        self._leave.clicked.connect(self.reject)
        # A method, not a lambda: Qt lets go of it when the dialog is closed for good.
        words.language_changed.connect(self.retranslate)
        self.retranslate()
        self.ways[Way.OPEN if has_recent else Way.NEW].setDefault(True)
        (self.recent if has_recent else self.ways[Way.NEW]).setFocus()
        if has_recent:
            self.recent.setCurrentRow(0)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(look.RHYTHM)
        for way in _WAYS:
            column.addWidget(self._card(way))
        column.addSpacing(look.RHYTHM)
        column.addWidget(self._recent_label)
        self.recent.setFixedHeight(_LIST_ROWS * look.in_letters(look.ROW_HEIGHT))
        column.addWidget(self.recent)
        column.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.language)
        below.addWidget(self.server)
        below.addStretch(1)
        below.addWidget(self._leave)
        column.addLayout(below)
        self.setMinimumWidth(look.in_letters(680))

    def _card(self, way: Way) -> QFrame:
        card = QFrame(self)
        card.setObjectName("notice")
        button, why = QPushButton(card), QLabel(card)
        button.setMinimumWidth(look.in_letters(230))
        button.setMinimumHeight(look.in_letters(34))
        if way is Way.NEW:
            button.setObjectName("primary")
        why.setWordWrap(True)
        button.clicked.connect(lambda _=False, way=way: self._choose(Wish(way)))
        row = QHBoxLayout(card)
        row.setContentsMargins(look.RHYTHM, look.RHYTHM, 2 * look.RHYTHM, look.RHYTHM)
        row.setSpacing(2 * look.RHYTHM)
        row.addWidget(button)
        row.addWidget(why, 1)
        self.ways[way], self._whys[way] = button, why
        return card

    def retranslate(self, _: str = "") -> None:
        """The words of the door."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("FrontDoor", "Welcome to MeritDesk"))
        self._title.setText(translate("FrontDoor", "Welcome"))
        self._lead.setText(
            translate("FrontDoor", "Everything stays on this PC, encrypted. Nothing is sent over a network.")
        )
        said = {
            Way.NEW: (
                translate("FrontDoor", "&Prepare a new agency"),
                translate(
                    "FrontDoor", "For the first day: name, year, passphrase and recovery sheet, in a few minutes."
                ),
            ),
            Way.OPEN: (
                translate("FrontDoor", "&Open what is there"),
                translate("FrontDoor", "The data of an agency already lie in a folder of this PC."),
            ),
            Way.SAMPLE: (
                translate("FrontDoor", "&Try a sample agency"),
                translate(
                    "FrontDoor", "A made-up city with 60 people and a finished year; nothing you do there counts."
                ),
            ),
            Way.RESTORE: (
                translate("FrontDoor", "&Restore a backup"),
                translate("FrontDoor", "The PC is new, the data are damaged or something was lost."),
            ),
        }
        for way, (name, why) in said.items():
            self.ways[way].setText(name)
            self.ways[way].setAccessibleDescription(why)
            self._whys[way].setText(why)
        self._recent_label.setText(translate("FrontDoor", "Opened &before"))
        self.recent.setAccessibleName(self._recent_label.text().replace("&", ""))
        self.language.setText("English" if self._words.language == "id" else "Bahasa Indonesia")
        self.server.setText(translate("FrontDoor", "Shared &server..."))
        self.server.setToolTip(translate("FrontDoor", "Several clerks of an office on one PostgreSQL."))
        self._leave.setText(translate("FrontDoor", "Leave"))

    def _open_recent(self, item: QListWidgetItem) -> None:
        self._choose(Wish(Way.OPEN, Path(item.data(Qt.ItemDataRole.UserRole))))

    def _choose(self, wish: Wish) -> None:
        self.wish = wish
        self.accept()


def folder_words(folder: Path) -> str:
    """A folder as the list shows it: its own name and the one above, never the whole path."""
    return f"{folder.name}  ·  {folder.parent.name}" if folder.parent.name else folder.name
