"""Jarang dipakai: the deeds of all rooms that are needed a few times a year, each behind one line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.room import RoomPage
from meritdesk.ui.seldom.asking_dialog import AskingDialog
from meritdesk.ui.seldom.question import Question
from meritdesk.ui.seldom.questions import QUESTIONS
from meritdesk.ui.wording import Words


class SeldomTab(RoomPage):
    """One list, searched by typing; Enter opens what is chosen."""

    room = "upkeep"
    nouns = frozenset({"nothing"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._title = look.title(QLabel(self))
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        look.colour(self._lead, look.quiet())
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAlternatingRowColors(True)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.open_button = QPushButton(self)
        self.open_button.setObjectName("primary")
        self.search.textChanged.connect(lambda _: self._fill())
        self.search.returnPressed.connect(self.open_chosen)
        self.list.itemActivated.connect(lambda _: self.open_chosen())
        self.open_button.clicked.connect(self.open_chosen)
        self._open_action = actions.page_action(self, "open_seldom", "Ctrl+Return")
        self._open_action.triggered.connect(self.open_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        for part in (self._title, self._lead, self.search):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignRight)
        self.retranslate()

    def load(self, period: Period) -> None:
        """There is nothing to read: the list is the program's own."""

    def primary_focus(self) -> QWidget:
        return self.search

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``task`` opens one deed by its key."""
        wanted = next((one for one in QUESTIONS if one.key == filters.get("task")), None)
        if wanted is not None:
            self.ask(wanted)

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        self._title.setText(translate("SeldomTab", "Seldom needed"))
        self._lead.setText(translate("SeldomTab", "Questions and small deeds of all rooms. Type a word, then Enter."))
        self.search.setPlaceholderText(translate("SeldomTab", "Search here"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.list.setAccessibleName(self._title.text())
        self.open_button.setText(translate("SeldomTab", "Open"))
        self._open_action.setText(translate("SeldomTab", "Open what is chosen"))
        self._fill()

    def open_chosen(self) -> None:
        """The dialog of the chosen line."""
        item = self.list.currentItem()
        if item is not None:
            self.open_key(str(item.data(Qt.ItemDataRole.UserRole)))

    def open_key(self, key: str) -> None:
        """The dialog of one deed."""
        self.ask(next(one for one in QUESTIONS if one.key == key))

    def ask(self, question: Question) -> None:
        """Open the dialog of a deed for the period in the head."""
        if self.period is None:
            return
        dialog = AskingDialog(question, self.desk, self.lane, self.words, self.period, self)
        keep_drafts(dialog, self, "upkeep.seldom", question.key, question.title(), facts={"key": question.key})
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fill(self) -> None:
        chosen = self.list.currentItem()
        before = chosen.data(Qt.ItemDataRole.UserRole) if chosen is not None else ""
        wanted = self.search.text().casefold().split()
        self.list.clear()
        for one in QUESTIONS:
            said = f"{actions.room_name(one.room)} · {one.title()}\n{one.why()}"
            if all(word in said.casefold() for word in wanted):
                item = QListWidgetItem(said)
                item.setData(Qt.ItemDataRole.UserRole, one.key)
                self.list.addItem(item)
                if one.key == before:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self.open_button.setEnabled(self.list.count() > 0)
