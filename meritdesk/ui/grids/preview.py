"""The preview of a block before it is taken: each cell with what stands there, what would, and its fate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.grids.cells import Fate, JudgedCell
from meritdesk.ui.grids.deeds import fate_in_words
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_ROWS_MEASURED = 300
"""Above this many rows each keeps one line: measuring the height of thousands would make the window wait."""


class PreviewColumn(IntEnum):
    """What the preview says of a cell."""

    NAME = 0
    COLUMN = 1
    BEFORE = 2
    AFTER = 3
    FATE = 4


class PreviewTable(LineTable[JudgedCell]):
    """The cells of one block, the refused ones first."""

    columns = PreviewColumn

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("GridPreview", "Row"),
            QCoreApplication.translate("GridPreview", "Column"),
            QCoreApplication.translate("GridPreview", "Before"),
            QCoreApplication.translate("GridPreview", "After"),
            QCoreApplication.translate("GridPreview", "What happens, and why"),
        )[column]

    def shown(self, line: JudgedCell, column: int) -> str:
        if column == PreviewColumn.FATE:
            return f"✗ {line.why}" if line.fate is Fate.REFUSED else fate_in_words(line.fate)
        return " ".join((line.name, line.heading, line.before, line.after)[column].split())

    def colour(self, line: JudgedCell, column: int) -> QColor | None:
        if column == PreviewColumn.FATE and line.fate is Fate.REFUSED:
            return look.blocks()
        if column == PreviewColumn.AFTER and line.fate is Fate.CHANGED:
            return look.asks()
        return look.quiet() if line.fate is Fate.SAME else None


def in_order(cells: Sequence[JudgedCell]) -> list[JudgedCell]:
    """What needs an eye first: refused, changed, new, same; inside each as in the grid."""
    order = (Fate.REFUSED, Fate.CHANGED, Fate.NEW, Fate.SAME)
    return sorted(cells, key=lambda one: (order.index(one.fate), one.typed.row, one.typed.column))


class PreviewDialog(ByKeyboard, QDialog):
    """Asks whether the good cells are taken; what is refused then stays in red in the grid. Cancel has the focus."""

    def __init__(self, words: Words, cells: Sequence[JudgedCell], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("GridPreview", "Preview of the block"))
        self.cells = tuple(cells)
        counts = Counter(cell.fate for cell in cells)
        good = counts[Fate.NEW] + counts[Fate.CHANGED]
        told = QLabel(self._told(words, counts), self)
        told.setWordWrap(True)
        self.table = PreviewTable(words, self)
        self.table.show_lines(in_order(cells))
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        if len(cells) <= _ROWS_MEASURED:
            self.view.setWordWrap(True)
            self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column, width in zip(PreviewColumn, (180, 110, 150, 150), strict=False):
            self.view.setColumnWidth(column, look.in_letters(width))
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setAccessibleName(QCoreApplication.translate("GridPreview", "Cells of the block"))
        buttons = QDialogButtonBox(self)
        self.cancel = buttons.addButton(
            QCoreApplication.translate("GridPreview", "Take &nothing"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.take = buttons.addButton(
            singular(
                QCoreApplication.translate("GridPreview", "&Take the {good} good cells").format(good=words.number(good))
            ),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        self.take.setEnabled(bool(good))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addWidget(told)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        self.resize(940, 440)
        self.cancel.setDefault(True)
        self.cancel.setFocus()

    def _told(self, words: Words, counts: Counter[Fate]) -> str:
        whole = QCoreApplication.translate(
            "GridPreview",
            "{all} cells: {new} new, {changed} would be overwritten, {same} stay the same, {refused} refused. "
            "Nothing has been changed yet.",
        )
        return singular(
            whole.format(
                all=words.number(sum(counts.values())),
                new=words.number(counts[Fate.NEW]),
                changed=words.number(counts[Fate.CHANGED]),
                same=words.number(counts[Fate.SAME]),
                refused=words.number(counts[Fate.REFUSED]),
            )
        )
