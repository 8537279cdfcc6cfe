"""The preview of a pasted block of which something is refused: each cell with its fate, and what to take of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words


@dataclass(frozen=True, slots=True)
class PastedCell:
    """One cell of a pasted block: where it lies, what it says, and why it is refused (empty when it is taken)."""

    name: str
    number: str
    column: str
    text: str
    why: str = ""


class PastedColumn(IntEnum):
    """What the preview says of a cell."""

    NAME = 0
    NUMBER = 1
    COLUMN = 2
    TEXT = 3
    FATE = 4


class PastedTable(LineTable[PastedCell]):
    """The cells of one block, the refused ones first."""

    columns = PastedColumn

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("PastedTable", "Name"),
            QCoreApplication.translate("PastedTable", "No."),
            QCoreApplication.translate("PastedTable", "Column"),
            QCoreApplication.translate("PastedTable", "Text"),
            QCoreApplication.translate("PastedTable", "What happens, and why"),
        )[column]

    def shown(self, line: PastedCell, column: int) -> str:
        if column == PastedColumn.FATE:
            taken = QCoreApplication.translate("PastedTable", "✓ is taken")
            return f"✗ {line.why}" if line.why else taken
        return (line.name, line.number, line.column, " ".join(line.text.split()))[column]

    def colour(self, line: PastedCell, column: int) -> QColor | None:
        return look.blocks() if line.why and column == PastedColumn.FATE else None


class PasteDialog(QDialog):
    """Asks whether the good cells are taken; what is refused then stands in red in the grid. Cancel has the focus."""

    def __init__(self, words: Words, cells: Sequence[PastedCell], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("ActualsPaste", "Preview of the pasted block"))
        refused = [cell for cell in cells if cell.why]
        good = [cell for cell in cells if not cell.why]
        told = QLabel(
            QCoreApplication.translate(
                "ActualsPaste", "{bad} of {all} cells cannot be taken. Nothing has been changed yet."
            ).format(bad=words.number(len(refused)), all=words.number(len(cells))),
            self,
        )
        told.setWordWrap(True)
        self.table = PastedTable(words, self)
        self.table.show_lines([*refused, *good])
        view = QTableView(self)
        view.setModel(self.table)
        look.tidy(view)
        view.setWordWrap(True)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column, width in zip(PastedColumn, (190, 46, 90, 130), strict=False):
            view.setColumnWidth(column, width)
        view.horizontalHeader().setStretchLastSection(True)
        view.setAccessibleName(QCoreApplication.translate("ActualsPaste", "Cells of the block"))
        buttons = QDialogButtonBox(self)
        self.cancel = buttons.addButton(
            QCoreApplication.translate("ActualsPaste", "Take nothing"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.take = buttons.addButton(
            QCoreApplication.translate("ActualsPaste", "&Take the {good} good cells").format(
                good=words.number(len(good))
            ),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        self.take.setEnabled(bool(good))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(view, 1)
        layout.addWidget(buttons)
        self.resize(940, 420)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
