"""The board on screen: arrows move over its cells, Enter asks for the people behind one, Backspace goes up."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from meritdesk.core.lines import UnitProgress
from meritdesk.ui import look
from meritdesk.ui.overview.board_tree import STAGES, VALUE, BarDelegate, BoardColumn, BoardTree
from meritdesk.ui.own_keys import KeySheet, some

STAGE_WIDTH = 64
_DUE_WIDTH = 52


class BoardView(QTreeView):
    """A tree of units in which one cell is current, not a row."""

    own_keys = KeySheet(
        str(QT_TRANSLATE_NOOP("OwnKeys", "On the board of the units")),
        (
            some(
                "↑ ↓ ← →",
                "Up Down Left Right",
                str(QT_TRANSLATE_NOOP("OwnKeys", "To the cell beside; on a name fold or unfold")),
            ),
            some("Enter", "Return Enter", str(QT_TRANSLATE_NOOP("OwnKeys", "Show the people behind the number"))),
            some("Backspace", "Backspace", str(QT_TRANSLATE_NOOP("OwnKeys", "To the unit above"))),
        ),
    )

    drilled = Signal(object, object)  # UnitProgress, BoardColumn

    def __init__(self, tree: BoardTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self.setModel(tree)
        look.tidy(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(BarDelegate(self))
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(2 * look.RHYTHM)
        self.setAllColumnsShowFocus(False)
        bars = self.header()
        bars.setStretchLastSection(False)
        bars.setMinimumSectionSize(48)
        bars.setSectionResizeMode(BoardColumn.UNIT, QHeaderView.ResizeMode.Stretch)
        self.fit()
        self.doubleClicked.connect(self.drill)

    def fit(self, largest: str = "") -> None:
        """Wide enough for headings and the largest number in the letters of now."""
        bars = self.header()
        bold = QFont(bars.font())
        bold.setWeight(QFont.Weight.DemiBold)
        measure = QFontMetrics(bold)
        number = self.fontMetrics().horizontalAdvance(f"◐ {largest}") + 2 * look.RHYTHM + 4
        for column in (BoardColumn.DUE, *STAGES):
            words = str(self._tree.headerData(column, Qt.Orientation.Horizontal) or "")
            needed = measure.horizontalAdvance(words) + 2 * look.RHYTHM
            bars.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            least = _DUE_WIDTH if column is BoardColumn.DUE else max(STAGE_WIDTH, number)
            bars.resizeSection(column, max(needed, least))

    def drill(self, index: QModelIndex) -> None:
        """Ask for the people behind a cell; the name of a unit folds or unfolds it."""
        line = index.data(VALUE) if index.isValid() else None
        if not isinstance(line, UnitProgress):
            return
        if index.column() == BoardColumn.UNIT:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.drilled.emit(line, BoardColumn(index.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move over the cells; on a unit's name they fold and unfold as in any tree."""
        index = self.currentIndex()
        key = event.key()
        if not index.isValid() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.drill(index)
        elif key == Qt.Key.Key_Backspace:
            self._go(index.parent().siblingAtColumn(index.column()))
        elif key == Qt.Key.Key_Right and (index.column() > BoardColumn.UNIT or self._is_open(index)):
            self._go(index.siblingAtColumn(index.column() + 1))
        elif key == Qt.Key.Key_Left and index.column() > BoardColumn.UNIT:
            self._go(index.siblingAtColumn(index.column() - 1))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _is_open(self, index: QModelIndex) -> bool:
        """Whether there is nothing to unfold any more."""
        return self.isExpanded(index) or not self._tree.rowCount(index)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
