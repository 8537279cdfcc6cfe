"""The worklist on screen: whole words over as many lines as they need, and a key for every row."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from meritdesk.ui import look
from meritdesk.ui.overview.work_tree import DISPLAY, KEYS, VALUE, WorkColumn, WorkRow, WorkTree
from meritdesk.ui.own_keys import KeySheet, some

Index = QModelIndex | QPersistentModelIndex
_MEASURED_AT_MOST = 2000
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class WholeWords(QStyledItemDelegate):
    """Breaks what is too long for its column instead of cutting it.

    The tree asks for the same height many times over; it is measured once for words, width and letters.
    """

    def __init__(self, parent: QTreeView) -> None:
        super().__init__(parent)
        self._view = parent
        self._measured: dict[tuple[str, int, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words of the first column need; widths are the view's own business."""
        if index.column() != WorkColumn.WHAT:
            return QSize(0, look.in_letters(look.ROW_HEIGHT))
        depth = 1
        above = index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        view = self._view
        room = max(view.columnWidth(WorkColumn.WHAT) - depth * view.indentation() - 3 * look.RHYTHM, 40)
        key = (str(index.data(DISPLAY) or ""), room, view.font().key())
        height = self._measured.get(key)
        if height is None:
            if len(self._measured) > _MEASURED_AT_MOST:
                self._measured.clear()
            words = view.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), int(Qt.TextFlag.TextWordWrap), key[0])
            height = self._measured[key] = max(words.height() + look.RHYTHM, look.in_letters(look.ROW_HEIGHT))
        return QSize(room, height)


class WorkView(QTreeView):
    """A row is opened by Enter, by a double click, or by its own key; Ctrl+Enter asks for the people behind it."""

    opened = Signal(object)  # WorkRow
    own_keys = KeySheet(
        str(QT_TRANSLATE_NOOP("OwnKeys", "In the list of what is to be done")),
        (
            some("Enter", "Return Enter", str(QT_TRANSLATE_NOOP("OwnKeys", "Go where it is done; a heading folds"))),
            some(
                "Ctrl+Enter", "Ctrl+Return Ctrl+Enter", str(QT_TRANSLATE_NOOP("OwnKeys", "Show the people behind it"))
            ),
            some("1-9 a-z", "", str(QT_TRANSLATE_NOOP("OwnKeys", "Go where the row of this sign is done"))),
            some("← →", "Left Right", str(QT_TRANSLATE_NOOP("OwnKeys", "Fold or unfold: the units of a row"))),
        ),
    )

    people_wanted = Signal(object)  # WorkRow

    def __init__(self, tree: WorkTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self.setModel(tree)
        look.tidy(self)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setAlternatingRowColors(False)
        self.setItemDelegate(WholeWords(self))
        self.setIndentation(2 * look.RHYTHM)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(36)
        header.setSectionResizeMode(WorkColumn.WHAT, QHeaderView.ResizeMode.Stretch)
        tree.modelReset.connect(self.fit)
        self.fit()
        self.doubleClicked.connect(self.open_index)

    def fit(self) -> None:
        """Count, day and key as wide as the longest of them; the words have the rest."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        measure, header = QFontMetrics(bold), self.header()
        for column in (WorkColumn.COUNT, WorkColumn.DUE, WorkColumn.KEY):
            heading = str(self._tree.headerData(column, Qt.Orientation.Horizontal) or "")
            widest = max(map(measure.horizontalAdvance, {heading, *self._tree.said_in(column)}))
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, max(widest + 2 * look.RHYTHM, header.minimumSectionSize()))

    def open_index(self, index: QModelIndex) -> None:
        """Go where a row is done; a heading folds or unfolds."""
        row = index.data(VALUE) if index.isValid() else None
        if not isinstance(row, WorkRow):
            return
        if row.is_group:
            place = index.siblingAtColumn(0)
            self.setExpanded(place, not self.isExpanded(place))
        else:
            self.opened.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the rows; everything else is the tree's."""
        plain = event.modifiers() in (_PLAIN, _KEYPAD)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                row = self.currentIndex().data(VALUE)
                if isinstance(row, WorkRow) and not row.is_group:
                    self.people_wanted.emit(row)
            else:
                self.open_index(self.currentIndex())
            event.accept()
            return
        key = event.text().lower()
        if plain and key and key in KEYS:
            found = self._tree.by_key(key)
            if found.isValid():
                self.setCurrentIndex(found)
                self.open_index(found)
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
