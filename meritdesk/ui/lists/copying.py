"""Ctrl+C in the lists that are no ``LineList``: tables in dialogs and trees give their lines away as a table too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView, QTreeView

from meritdesk.ui.clipboard import put
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists import clipboard

_DISPLAY, _ALIGNMENT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole


class CopiesLines(QObject):
    """Qt would copy the words of one cell alone; whoever copies in a list means its lines."""

    def __init__(self, view: QTableView | QTreeView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key is the list's while the keyboard is in it, also where the page has a list of its own."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or not event.matches(QKeySequence.StandardKey.Copy):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.copy()
        event.accept()
        return True

    def copy(self) -> None:
        """The selected lines, else the current one, in the columns shown."""
        lines = self._lines()
        if not lines:
            return
        model = self._view.model()
        columns = [column for column in self._order() if not self._view.isColumnHidden(column)]
        if isinstance(model, LineTable):
            found = [line for index in lines if (line := model.line(index.row())) is not None]
            put(clipboard.as_table(found, model, columns))
            return
        said = {column: str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns}
        columns = [column for column in columns if said[column]] or columns  # the others hold signs and keys
        heads = [said[column] for column in columns]
        rows = []
        for line in lines:
            cells = [line.siblingAtColumn(column) for column in columns]
            rows.append([(str(cell.data(_DISPLAY) or ""), _is_figure(cell)) for cell in cells])
        put(clipboard.as_cells(heads, rows))

    def _lines(self) -> list[QModelIndex]:
        view, chosen = self._view, self._view.selectionModel()
        found = {(index.row(), index.parent()): index for index in chosen.selectedIndexes()} if chosen else {}
        lines = [index.siblingAtColumn(0) for index in found.values()]
        if not lines and view.currentIndex().isValid():
            lines = [view.currentIndex().siblingAtColumn(0)]
        if isinstance(view, QTreeView):
            return sorted(lines, key=lambda index: view.visualRect(index).top())
        return sorted(lines, key=lambda index: index.row())

    def _order(self) -> list[int]:
        view = self._view
        header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
        return [header.logicalIndex(place) for place in range(header.count())]


def _is_figure(index: QModelIndex) -> bool:
    """Whether a cell stands right, as only figures do."""
    alignment = index.data(_ALIGNMENT)
    return alignment is not None and bool(int(Qt.AlignmentFlag(alignment).value) & Qt.AlignmentFlag.AlignRight.value)
