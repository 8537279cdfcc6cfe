"""Find in a grid: a strip below it that goes from one place to the next, also where rows are not loaded yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from meritdesk.ui import look
from meritdesk.ui.grids.table import DISPLAY
from meritdesk.ui.grids.view import Grid


class FindBar(QWidget):
    """Typing goes to the first place from the current cell on; Enter or F3 further, Shift+Enter back, Esc closes."""

    def __init__(self, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._waits = False
        self.text = QLineEdit(self)
        self.text.setClearButtonEnabled(True)
        self.text.textEdited.connect(lambda _: self._find(is_here_too=True))
        self.before, self.after, self.shut = (QToolButton(self) for _ in range(3))
        self.before.setText("↑")
        self.after.setText("↓")
        self.shut.setIcon(look.icon("close", 14))
        self.before.clicked.connect(lambda: self.go(-1))
        self.after.clicked.connect(lambda: self.go(1))
        self.shut.clicked.connect(self.leave)
        self.told = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        for button in (self.before, self.after):
            row.addWidget(button)
        row.addWidget(self.told)
        row.addWidget(self.shut)
        grid.find_wanted.connect(self.begin)
        grid.find_next_wanted.connect(self.next_place)
        grid.table.rowsInserted.connect(lambda *_: self._go_on())
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.text.setPlaceholderText(QCoreApplication.translate("GridFind", "Find in the grid"))
        self.text.setAccessibleName(QCoreApplication.translate("GridFind", "Find in the grid"))
        for button, said in (
            (self.before, QCoreApplication.translate("GridFind", "Previous place (Shift+Enter)")),
            (self.after, QCoreApplication.translate("GridFind", "Next place (Enter)")),
            (self.shut, QCoreApplication.translate("GridFind", "Back to the grid (Esc)")),
        ):
            button.setToolTip(said)
            button.setAccessibleName(said)

    def begin(self) -> None:
        """Show the strip and take the keyboard."""
        self.show()
        self.text.setFocus()
        self.text.selectAll()

    def next_place(self) -> None:
        """F3 in the grid: on to the next place, or ask what is wanted first."""
        if self.text.text():
            self.show()
            self.go(1)
        else:
            self.begin()

    def leave(self) -> None:
        """Back to the grid, at the place that was found."""
        self.hide()
        self._grid.setFocus()

    def go(self, way: int) -> None:
        """To the next place, or back to the one before."""
        self._find(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _find(self, way: int = 1, is_here_too: bool = False) -> None:
        wanted = self.text.text().strip().casefold()
        table = self._grid.table
        rows, columns = table.rowCount(), table.columnCount()
        if not wanted or not rows or not columns:
            self.told.clear()
            return
        current = self._grid.currentIndex()
        start = current.row() * columns + current.column() if current.isValid() else 0
        places = range(0 if is_here_too else 1, rows * columns + 1)
        for far in places:
            place = start + way * far
            if place >= rows * columns and way > 0 and self._asks_for_more():
                return
            row, column = divmod(place % (rows * columns), columns)
            if not self._grid.isColumnHidden(column) and wanted in self._said(row, column):
                self._grid.setCurrentIndex(table.index(row, column))
                self.told.clear()
                return
        self.told.setText(QCoreApplication.translate("GridFind", "not found"))

    def _said(self, row: int, column: int) -> str:
        table = self._grid.table
        shown = str(table.index(row, column).data(DISPLAY) or "")
        return f"{shown}\n{table.text(row, column)}".casefold()

    def _asks_for_more(self) -> bool:
        """Rows that are not here yet are asked for; the search goes on when they come."""
        table = self._grid.table
        if not table.canFetchMore(QModelIndex()):
            return False
        self._waits = True
        self.told.setText(QCoreApplication.translate("GridFind", "looking further…"))
        table.fetchMore(QModelIndex())
        return True

    def _go_on(self) -> None:
        if self._waits:
            self._waits = False
            self._find(1)
