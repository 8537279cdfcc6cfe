"""The kept views of a list: Enter shows one, Del lets it go, and what is on the screen is kept under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.saved_views import LONGEST_NAME, SavedView, view_name
from meritdesk.services.upkeep.lists import Lists
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

_VIEW = Qt.ItemDataRole.UserRole


class ViewsDialog(ByKeyboard, QDialog):
    """Views of one list, this person's own. ``chosen`` carries the view to show."""

    chosen = Signal(object)  # SavedView

    def __init__(self, lists: Lists, lane: Lane, words: Words, now: SavedView, parent: QWidget) -> None:
        super().__init__(parent)
        self._lists, self._lane, self._words, self._now = lists, lane, words, now
        self._views: Sequence[SavedView] = ()
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("ViewsDialog", "Views of this list"))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("ViewsDialog", "Kept views"))
        self.list.itemActivated.connect(lambda _: self.show_view())
        self.list.currentRowChanged.connect(lambda _: self._settle())
        self.list.installEventFilter(self)
        self.show_button = QPushButton(translate("ViewsDialog", "&Show"), self)
        self.show_button.clicked.connect(self.show_view)
        self.drop_button = QPushButton(translate("ViewsDialog", "&Delete"), self)
        self.drop_button.clicked.connect(self.drop)
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(translate("ViewsDialog", "Name for what is shown now"))
        self.name.setAccessibleName(translate("ViewsDialog", "Name for what is shown now"))
        self.name.textChanged.connect(lambda _: self._settle())
        self.name.returnPressed.connect(self.keep)
        self.keep_button = QPushButton(self)
        self.keep_button.clicked.connect(self.keep)
        self.close_button = QPushButton(translate("ViewsDialog", "Close"), self)
        self.close_button.clicked.connect(self.reject)
        for button in (self.show_button, self.drop_button, self.keep_button, self.close_button):
            button.setAutoDefault(False)
        self.refusal = RefusalStrip(words, self)
        side = QVBoxLayout()
        for button in (self.show_button, self.drop_button):
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        keeping = QHBoxLayout()
        keeping.addWidget(self.name, 1)
        keeping.addWidget(self.keep_button)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setSpacing(look.RHYTHM)
        whole.addWidget(self.told)
        whole.addLayout(middle, 1)
        whole.addLayout(keeping)
        whole.addWidget(self.refusal)
        whole.addLayout(last)
        self.resize(520, 400)
        self._settle()
        self._read()

    def show_view(self) -> None:
        """Show the chosen view and close."""
        view = self._current()
        if view is not None:
            self.accept()
            self.chosen.emit(view)

    def keep(self) -> None:
        """Keep what is shown now under the name that was typed."""
        if not view_name(self.name.text()):
            return
        view = replace(self._now, name=self.name.text())
        self.refusal.tell(None)
        self._lane.ask(lambda step: self._lists.keep_view(view), self._kept, self.refusal.tell)

    def drop(self) -> None:
        """Let the chosen view go; it is only this person's own way to look."""
        view = self._current()
        if view is None:
            return
        self.refusal.tell(None)
        self._lane.ask(
            lambda step: self._lists.drop_view(view.list_key, view.name), lambda _: self._read(), self.refusal.tell
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del in the list lets a view go."""
        if watched is self.list and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Delete:
                self.drop()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.show_view()
                return True
        return super().eventFilter(watched, event)

    def _kept(self, view: SavedView) -> None:
        self.name.clear()
        self._read(view.name)

    def _read(self, choose: str = "") -> None:
        key = self._now.list_key

        def show(views: Sequence[SavedView]) -> None:
            self._show(views, choose)

        self._lane.ask(lambda step: self._lists.views(key), show, self.refusal.tell, key="lists.views")

    def _show(self, views: Sequence[SavedView], choose: str) -> None:
        self._views = views
        self.list.clear()
        for view in views:
            item = QListWidgetItem(view.name, self.list)
            item.setData(_VIEW, view.name)
            if view.name == choose:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and views:
            self.list.setCurrentRow(0)
        (self.list if views else self.name).setFocus()
        self._settle()

    def _current(self) -> SavedView | None:
        row = self.list.currentRow()
        return self._views[row] if 0 <= row < len(self._views) else None

    def _settle(self) -> None:
        translate = QCoreApplication.translate
        has_one = self._current() is not None
        self.show_button.setEnabled(has_one)
        self.drop_button.setEnabled(has_one)
        name = view_name(self.name.text())
        self.keep_button.setEnabled(bool(name))
        is_there = name in {view.name for view in self._views}
        self.keep_button.setText(translate("ViewsDialog", "Replace") if is_there else translate("ViewsDialog", "Keep"))
        self.told.setText(
            translate("ViewsDialog", "Enter shows the chosen view, Del lets it go. Only you see your views.")
            if self._views
            else translate(
                "ViewsDialog",
                "No view is kept yet. Set columns, filters and order as you like them, then give them a name here.",
            )
        )
