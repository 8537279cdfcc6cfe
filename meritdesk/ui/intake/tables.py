"""The small tables of the wizard: the sheet as it is, the cells of one row, and lists where each line has a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meritdesk.core.given import column_letter
from meritdesk.ui import look

DISPLAY = Qt.ItemDataRole.DisplayRole
EDIT = Qt.ItemDataRole.EditRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
FOREGROUND = Qt.ItemDataRole.ForegroundRole
BACKGROUND = Qt.ItemDataRole.BackgroundRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
CHOICES = Qt.ItemDataRole.UserRole + 1
NAME = Qt.ItemDataRole.UserRole + 2
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex
Texts = Sequence[Sequence[str]]


class SheetTable(QAbstractTableModel):
    """The first rows of a sheet as they are; the row that holds the headings is marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Texts = ()
        self._width = 0
        self._heading_row = 0

    def show_rows(self, rows: Texts, heading_row: int) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self._width = max((len(row) for row in rows), default=0)
        self._heading_row = heading_row
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if role != DISPLAY:
            return None
        return column_letter(section) if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (DISPLAY, TOOLTIP):
            return row[index.column()] if index.column() < len(row) else ""
        if role == BACKGROUND and index.row() + 1 == self._heading_row:
            return look.tint(look.accent())
        return None


class CellColumn(IntEnum):
    """What is shown of a cell of the chosen row."""

    HEADING = 0
    TEXT = 1


@dataclass(frozen=True, slots=True)
class CellLine:
    """One cell: our field, the heading in the file, its text, why it is wrong, and whether it was put right."""

    name: str
    heading: str
    text: str
    wrong: str = ""
    is_corrected: bool = False
    choices: tuple[str, ...] = ()


class CellTable(QAbstractTableModel):
    """The cells of the chosen row, one below the other; what is typed is announced and judged elsewhere."""

    edited = Signal(str, str)  # field, text

    def __init__(self, headings: Callable[[], tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._lines: tuple[CellLine, ...] = ()

    @property
    def lines(self) -> tuple[CellLine, ...]:
        """The cells that are shown."""
        return self._lines

    def show_lines(self, lines: Sequence[CellLine]) -> None:
        """Show the cells of a row."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def first_wrong(self) -> int:
        """The place of the first cell to mend; 0 when none is named."""
        return next((place for place, line in enumerate(self._lines) if line.wrong), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(CellColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal and role in (DISPLAY, TOOLTIP):
            return self._headings()[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == CellColumn.TEXT else flags

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line, is_text = self._lines[index.row()], index.column() == CellColumn.TEXT
        if role == DISPLAY:
            if not is_text:
                return f"✗ {line.heading}" if line.wrong else f"✎ {line.heading}" if line.is_corrected else line.heading
            return line.text
        if role == EDIT and is_text:
            return line.text
        if role == CHOICES:
            return (tuple((one, one) for one in line.choices), True) if line.choices else None
        if role == NAME:
            return line.name
        if role == TOOLTIP:
            return line.wrong or line.text
        if role == BACKGROUND and line.wrong:
            return look.tint(look.blocks())
        if role == FOREGROUND and line.is_corrected and not line.wrong:
            return look.accent()
        return None

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        if role != EDIT or not index.isValid() or index.column() != CellColumn.TEXT:
            return False
        line, text = self._lines[index.row()], str(value)
        if text != line.text:
            lines = list(self._lines)
            lines[index.row()] = replace(line, text=text, is_corrected=True)
            self._lines = tuple(lines)
            self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), CellColumn.TEXT))
            self.edited.emit(line.name, text)
        return True


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """One line with texts to read and one choice: a key of ``choices``, or free text where ``is_free``."""

    key: str
    texts: tuple[str, ...]
    chosen: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_free: bool = False
    is_missing: bool = False


class ChoiceTable(QAbstractTableModel):
    """Lines whose last column is chosen or typed by the clerk."""

    chosen = Signal(str, str)  # key of the line, what was chosen

    def __init__(self, headings: Callable[[], tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._lines: tuple[ChoiceLine, ...] = ()

    @property
    def lines(self) -> tuple[ChoiceLine, ...]:
        """The lines that are shown."""
        return self._lines

    def show_lines(self, lines: Sequence[ChoiceLine]) -> None:
        """Show these lines; where only what was chosen differs, the cursor stays."""
        fresh = tuple(lines)
        if [line.key for line in fresh] == [line.key for line in self._lines] and fresh:
            self._lines = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._lines = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal and role in (DISPLAY, TOOLTIP):
            return self._headings()[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self.columnCount() - 1 else flags

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        is_choice = index.column() == self.columnCount() - 1
        if role in (DISPLAY, TOOLTIP):
            return dict(line.choices).get(line.chosen, line.chosen) if is_choice else line.texts[index.column()]
        if role == EDIT and is_choice:
            return line.chosen
        if role == CHOICES and is_choice:
            return (line.choices, line.is_free) if line.choices else None
        if role == NAME:
            return line.key
        if role == FOREGROUND and line.is_missing:
            return look.blocks()
        return None

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        if role != EDIT or not index.isValid() or index.column() != self.columnCount() - 1:
            return False
        line, text = self._lines[index.row()], str(value)
        if text != line.chosen:
            lines = list(self._lines)
            lines[index.row()] = replace(line, chosen=text)
            self._lines = tuple(lines)
            self.dataChanged.emit(index, index)
            self.chosen.emit(line.key, text)
        return True


class ChoiceBox(QComboBox):
    """A list that is done when something was picked from its popup; letters typed only seek, Enter decides."""

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_open = False
        self.activated.connect(lambda _: self.picked.emit() if self._is_open else None)

    def showPopup(self) -> None:
        self._is_open = True
        super().showPopup()


class ChoiceDelegate(QStyledItemDelegate):
    """A list to choose from where a cell has choices, else a line to type in."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        given = index.data(CHOICES)
        if given is None:
            return super().createEditor(parent, option, index)
        choices, is_free = given
        box = ChoiceBox(parent)
        box.setEditable(is_free)
        for value, label in choices:
            box.addItem(label, value)
        box.picked.connect(lambda: self._done(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            place = editor.findData(index.data(EDIT))
            editor.setCurrentIndex(place)
            if editor.isEditable() and place < 0:
                editor.setEditText(str(index.data(EDIT) or ""))
            return
        super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            text = editor.currentText()
            is_listed = editor.currentIndex() >= 0 and editor.itemText(editor.currentIndex()) == text
            model.setData(index, editor.currentData() if is_listed else text, EDIT)
            return
        super().setModelData(editor, model, index)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
