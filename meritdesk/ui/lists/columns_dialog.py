"""Which columns a list shows and in which order: tick, move with Alt+Up and Alt+Down, or put back as they come."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
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
from meritdesk.ui.lists.columns import Columns

_COLUMN = Qt.ItemDataRole.UserRole


class ColumnsDialog(ByKeyboard, QDialog):
    """Asks for the columns; ``columns()`` is the answer. At least one stays."""

    def __init__(self, headings: dict[int, str], columns: Columns, at_first: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self._headings = headings
        self._before = columns
        self._at_first = at_first
        self._widths = columns.widths
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("ColumnsDialog", "Columns of the list"))
        self.told = QLabel(
            translate("ColumnsDialog", "Space shows or hides a column. Alt+Up and Alt+Down move it."), self
        )
        self.told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("ColumnsDialog", "Columns of the list"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.itemChanged.connect(lambda _: self._settle())
        self.up = QPushButton(translate("ColumnsDialog", "&Up"), self)
        self.down = QPushButton(translate("ColumnsDialog", "&Down"), self)
        self.reset = QPushButton(translate("ColumnsDialog", "As the list comes"), self)
        self.up.clicked.connect(lambda: self.move_current(-1))
        self.down.clicked.connect(lambda: self.move_current(1))
        self.reset.clicked.connect(self._reset)
        QShortcut(QKeySequence("Alt+Up"), self, lambda: self.move_current(-1))
        QShortcut(QKeySequence("Alt+Down"), self, lambda: self.move_current(1))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(translate("ColumnsDialog", "Show these columns"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        side = QVBoxLayout()
        for button in (self.up, self.down, self.reset):
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        whole = QVBoxLayout(self)
        whole.setSpacing(look.RHYTHM)
        whole.addWidget(self.told)
        whole.addLayout(middle, 1)
        whole.addWidget(self.buttons)
        self._fill(columns)
        self.resize(460, 420)
        self.list.setFocus()

    def columns(self) -> Columns:
        """What is ticked, in its order; widths that were drawn stay."""
        order, hidden = [], set()
        for row in range(self.list.count()):
            item = self.list.item(row)
            order.append(int(item.data(_COLUMN)))
            if item.checkState() is not Qt.CheckState.Checked:
                hidden.add(order[-1])
        return Columns(tuple(order), frozenset(hidden), self._widths)

    def move_current(self, by: int) -> None:
        """Move the column on which the keyboard is."""
        row = self.list.currentRow()
        if row < 0 or not 0 <= row + by < self.list.count():
            return
        item = self.list.takeItem(row)
        self.list.insertItem(row + by, item)
        self.list.setCurrentRow(row + by)

    def _fill(self, columns: Columns) -> None:
        self.list.clear()
        for column in columns.order:
            item = QListWidgetItem(self._headings[column] or "–", self.list)
            item.setData(_COLUMN, column)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_hidden = column in columns.hidden
            item.setCheckState(Qt.CheckState.Unchecked if is_hidden else Qt.CheckState.Checked)
        self.list.setCurrentRow(0)
        self._settle()

    def _reset(self) -> None:
        self._widths = ()
        self._fill(self._at_first)

    def _settle(self) -> None:
        self.ok.setEnabled(bool(self.columns().shown))
