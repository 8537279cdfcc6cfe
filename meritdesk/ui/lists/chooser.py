"""The small sheet on which values of a filter are ticked: type to find one, Space ticks, Enter takes, Esc leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.ui import look
from meritdesk.ui.lists.facets import Choice
from meritdesk.ui.wording import Words

_VALUE = Qt.ItemDataRole.UserRole
_ROWS = 12


class Chooser(QFrame):
    """Offers the choices of one filter and answers with ``taken``; closing it otherwise changes nothing."""

    taken = Signal(object)  # frozenset[str]
    left = Signal()

    def __init__(
        self, title: str, choices: Sequence[Choice], kept: Iterable[str], is_single: bool, words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_single = is_single
        translate = QCoreApplication.translate
        self.setAccessibleName(title)
        self.title = look.strong(QLabel(title, self))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(translate("Chooser", "Type to find"))
        self.search.setAccessibleName(translate("Chooser", "Type to find"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        kept = set(kept)
        missing = [Choice(value, value) for value in sorted(kept - {choice.value for choice in choices})]
        for choice in [*choices, *missing]:
            said = choice.words if choice.count is None else f"{choice.words}  ({words.number(choice.count)})"
            item = QListWidgetItem(said, self.list)
            item.setData(_VALUE, choice.value)
            if not is_single:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if choice.value in kept else Qt.CheckState.Unchecked)
            elif choice.value in kept:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._activated)
        self.list.itemClicked.connect(self._activated)
        self.search.setVisible(self.list.count() > _ROWS)
        self.ok = QPushButton(translate("Chooser", "Filter"), self)
        self.ok.setObjectName("primary")
        self.ok.clicked.connect(self.take)
        self.ok.setVisible(not is_single)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.addWidget(self.title)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addLayout(buttons)
        for widget in (self.search, self.list):
            widget.installEventFilter(self)
        rows = min(max(self.list.count(), 2), _ROWS)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), look.in_letters(look.ROW_HEIGHT) - 4) + 6)
        self.list.setMinimumWidth(min(max(self.list.sizeHintForColumn(0) + 40, 220), 460))

    def open_at(self, place: QPoint) -> None:
        """Show the sheet with its corner there, inside the screen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(place.x(), screen.right() - self.width()))
        top = max(screen.top(), min(place.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        (self.list if self.search.isHidden() else self.search).setFocus()

    def values(self) -> frozenset[str]:
        """What is ticked, or chosen where only one can be."""
        if self._is_single:
            item = self.list.currentItem()
            return frozenset({item.data(_VALUE)}) if item is not None and not item.isHidden() else frozenset()
        items = (self.list.item(row) for row in range(self.list.count()))
        return frozenset(item.data(_VALUE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def take(self) -> None:
        """Answer and close."""
        values = self.values()
        self.close()
        self.taken.emit(values)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the keyboard is free again."""
        super().closeEvent(event)
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes from the search line and the list; the arrows lead from the search line into the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if watched is self.search:
                    self._take_found()
                else:
                    self.take()
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                self._first_shown()
                return True
        return super().eventFilter(watched, event)

    def _take_found(self) -> None:
        """Enter in the search line takes the one value that was found beside what is ticked."""
        shown = [item for row in range(self.list.count()) if not (item := self.list.item(row)).isHidden()]
        if self.search.text().strip() and len(shown) == 1:
            self.list.setCurrentItem(shown[0])
            if not self._is_single:
                shown[0].setCheckState(Qt.CheckState.Checked)
        self.take()

    def _activated(self, item: QListWidgetItem) -> None:
        if self._is_single:
            self.take()

    def _first_shown(self) -> None:
        for row in range(self.list.count()):
            if not self.list.item(row).isHidden():
                self.list.setCurrentRow(row)
                return

    def _find(self, text: str) -> None:
        wanted = text.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in wanted))
        if self.list.currentItem() is None or self.list.currentItem().isHidden():
            self._first_shown()
