"""The numbers of a chart as a table: what the picture shows, for whoever would rather read."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meritdesk.ui.charts.chart import Chart

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChartTable(QAbstractTableModel):
    """A row a category, a column a series."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None

    def show_chart(self, chart: Chart) -> None:
        """Show the numbers of another chart."""
        self.beginResetModel()
        self._chart = None if chart.is_empty else chart
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """As many rows as categories."""
        return 0 if parent.isValid() or self._chart is None else len(self._chart.categories)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The category, and each series."""
        return 0 if parent.isValid() or self._chart is None else 1 + len(self._chart.series)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or self._chart is None or section >= self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._chart.headings()[section]
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section else None

    def data(self, index: Index, role: int = 0) -> object:
        """One number as it is told; ``SORT`` gives the number itself."""
        if not index.isValid() or self._chart is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._chart.rows()[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return _RIGHT
        if role == SORT:
            if not index.column():
                return index.row()
            value = self._chart.series[index.column() - 1].values[index.row()]
            return float(value) if value is not None else -1.0
        return None
