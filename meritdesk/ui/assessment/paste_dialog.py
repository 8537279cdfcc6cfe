"""What stands in the way of a pasted block: every refused cell with its place, the text and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTableView, QVBoxLayout, QWidget

from meritdesk.messages import Messages
from meritdesk.ui import look
from meritdesk.ui.assessment.close_dialog import look_whole
from meritdesk.ui.assessment.rating_table import heading
from meritdesk.ui.assessment.verdicts import RefusedCell
from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
SORT = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class RefusedColumn(IntEnum):
    """What the list says of a refused cell."""

    ROW = 0
    NAME = 1
    COLUMN = 2
    TEXT = 3
    REASON = 4


class RefusedTable(QAbstractTableModel):
    """The refused cells of one block; given whole."""

    def __init__(self, messages: Messages, refused: Sequence[RefusedCell], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._refused = tuple(refused)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._refused)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(RefusedColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal and role == DISPLAY:
            return (
                QCoreApplication.translate("RefusedTable", "Row"),
                QCoreApplication.translate("RefusedTable", "Name"),
                QCoreApplication.translate("RefusedTable", "Column"),
                QCoreApplication.translate("RefusedTable", "Text"),
                QCoreApplication.translate("RefusedTable", "Why, and what to do"),
            )[section]
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid() or role not in (DISPLAY, TOOLTIP, SORT):
            return None
        cell = self._refused[index.row()]
        if role == SORT and index.column() == RefusedColumn.ROW:
            return cell.row
        told = self._messages.sentence(cell.code, {"name": cell.name, "text": cell.text[:60]})
        return (str(cell.row + 1), cell.name, heading(cell.column), cell.text, f"{told} ({cell.code})")[index.column()]


class PasteDialog(QDialog):
    """Says that nothing was pasted and why; there is nothing to decide."""

    def __init__(self, words: Words, refused: Sequence[RefusedCell], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("PasteDialog", "Nothing was pasted"))
        told = QLabel(
            QCoreApplication.translate(
                "PasteDialog",
                "{count} cells of the block cannot be taken, so nothing was changed. Correct them and paste again.",
            ).format(count=words.number(len(refused))),
            self,
        )
        told.setWordWrap(True)
        self.table = RefusedTable(words.messages, refused, self)
        view = QTableView(self)
        view.setModel(self.table)
        look.tidy(view)
        for column, width in zip(RefusedColumn, (50, 190, 140, 120), strict=False):
            view.setColumnWidth(column, width)
        view.horizontalHeader().setStretchLastSection(True)
        look_whole(view)
        view.setAccessibleName(QCoreApplication.translate("PasteDialog", "Refused cells"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, Qt.Orientation.Horizontal, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(
            QCoreApplication.translate("PasteDialog", "Back to the grid")
        )
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(view, 1)
        layout.addWidget(buttons)
        self.resize(900, 360)
