"""The lines of an old SKP as an editable grid; what cannot be read stays in its cell, in red, and is not kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from enum import Enum, IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.old_years import Cascading, LineKind, LineScope, OldCategory, OldLine, OldScheme
from meritdesk.core.plan import Aspect, Direction
from meritdesk.ui import look
from meritdesk.ui.line_table import ALIGNMENT, DISPLAY, FOREGROUND, TOOLTIP, Index
from meritdesk.ui.wording import Words

EDIT = Qt.ItemDataRole.EditRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LineColumn(IntEnum):
    """One indicator or activity line."""

    NUMBER = 0
    KIND = 1
    TEXT = 2
    ASPECT = 3
    LOW = 4
    HIGH = 5
    ACTUAL = 6
    DIRECTION = 7
    HIGHEST = 8
    CATEGORY = 9
    SCORE = 10
    CASCADING = 11
    SCOPE = 12
    WEIGHT = 13


_FIGURES: Mapping[int, str] = {
    LineColumn.LOW: "low",
    LineColumn.HIGH: "high",
    LineColumn.ACTUAL: "actual",
    LineColumn.SCORE: "score",
    LineColumn.WEIGHT: "scope_weight",
}
_CHOICES: Mapping[int, tuple[str, tuple[Enum, ...]]] = {
    LineColumn.KIND: ("kind", tuple(LineKind)),
    LineColumn.ASPECT: ("aspect", tuple(Aspect)),
    LineColumn.DIRECTION: ("direction", tuple(Direction)),
    LineColumn.CATEGORY: ("category", tuple(OldCategory)),
    LineColumn.CASCADING: ("cascading", tuple(Cascading)),
    LineColumn.SCOPE: ("scope", tuple(LineScope)),
}
_MAY_BE_EMPTY = frozenset({LineColumn.ASPECT, LineColumn.CATEGORY})
_NOT_IN_PP46 = frozenset({LineColumn.HIGHEST, LineColumn.CATEGORY, LineColumn.CASCADING, LineColumn.WEIGHT})


def hidden_columns(scheme: OldScheme) -> frozenset[int]:
    """The columns of which a rule knows nothing."""
    return frozenset(_NOT_IN_PP46) | {LineColumn.DIRECTION} if scheme is OldScheme.PP46 else frozenset()


class OldLineTable(QAbstractTableModel):
    """The lines that are being entered, one empty row at the end to type into."""

    changed = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: list[OldLine] = []
        self._refused: dict[tuple[int, int], str] = {}

    @property
    def lines(self) -> tuple[OldLine, ...]:
        """The lines as they are kept."""
        return tuple(self._lines)

    @property
    def is_readable(self) -> bool:
        """Whether every cell could be read."""
        return not self._refused

    def show_lines(self, lines: Sequence[OldLine]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._lines = list(lines)
        self._refused.clear()
        self.endResetModel()
        self.changed.emit()

    def typed(self) -> str:
        """Everything that stands in the lines, also what cannot be read, as a draft keeps it in any language."""
        lines = [{one.name: _bare(getattr(line, one.name)) for one in fields(OldLine)} for line in self._lines]
        refused = [[row, column, text] for (row, column), text in sorted(self._refused.items())]
        return json.dumps({"lines": lines, "refused": refused}, ensure_ascii=False)

    def put_typed(self, typed: str) -> None:
        """Put back what a draft kept."""
        told = json.loads(typed)
        self.beginResetModel()
        self._lines = [_line_of(one) for one in told["lines"]]
        self._refused = {(int(row), int(column)): str(text) for row, column, text in told["refused"]}
        self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The lines, and one more to type into."""
        return 0 if parent.isValid() else len(self._lines) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of a line."""
        return 0 if parent.isValid() else len(LineColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited; yes or no is ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index)
        if index.column() == LineColumn.HIGHEST:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """The headings, and the number of the row beside it."""
        if role != DISPLAY:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if 0 <= section < len(self._lines) else "+"
        if not 0 <= section < len(LineColumn):
            return None
        translate = QCoreApplication.translate
        return (
            translate("OldLines", "Result"),
            translate("OldLines", "Kind"),
            translate("OldLines", "SKP line"),
            translate("OldLines", "Aspect"),
            translate("OldLines", "Target"),
            translate("OldLines", "up to"),
            translate("OldLines", "Actual"),
            translate("OldLines", "Direction"),
            translate("OldLines", "Highest"),
            translate("OldLines", "Label"),
            translate("OldLines", "Score"),
            translate("OldLines", "Cascading"),
            translate("OldLines", "Reach"),
            translate("OldLines", "Weight"),
        )[section]

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """One cell, or what was typed there and could not be read."""
        if not index.isValid():
            return None
        spot = (index.row(), index.column())
        if role == FOREGROUND:
            return look.blocks() if spot in self._refused else None
        if role == ALIGNMENT:
            is_number = index.column() in _FIGURES or index.column() == LineColumn.NUMBER
            return _RIGHT if is_number else None
        if role == TOOLTIP and spot in self._refused:
            return QCoreApplication.translate("OldLines", "This cannot be read and is not kept. Write it like 87,5.")
        line = self._line(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == LineColumn.HIGHEST and line is not None:
            return Qt.CheckState.Checked if line.is_highest_target else Qt.CheckState.Unchecked
        if role in (DISPLAY, EDIT, TOOLTIP):
            return self._refused.get(spot) or self._shown(line, index.column())
        return None

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        """Take a cell over; typing into the last row begins a new line."""
        if not index.isValid() or role not in (EDIT, Qt.ItemDataRole.CheckStateRole):
            return False
        row, column = index.row(), index.column()
        if row == len(self._lines):
            if value in ("", None):
                return False
            self.beginInsertRows(QModelIndex(), row, row)
            number = self._lines[-1].number if self._lines else 1
            self._lines.append(OldLine(number))
            self.endInsertRows()
        self._refused.pop((row, column), None)
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = Qt.CheckState(value) is Qt.CheckState.Checked
            self._lines[row] = replace(self._lines[row], is_highest_target=ticked)
        else:
            self._take(row, column, value)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(LineColumn) - 1))
        self.changed.emit()
        return True

    def reach(self, count: int) -> None:
        """Begin lines until there are so many, for a block out of a spreadsheet."""
        first = len(self._lines)
        if count <= first:
            return
        number = self._lines[-1].number if self._lines else 1
        self.beginInsertRows(QModelIndex(), first, count - 1)
        self._lines += [OldLine(number) for _ in range(count - first)]
        self.endInsertRows()
        self.changed.emit()

    def remove(self, row: int) -> None:
        """Take one line out."""
        if not 0 <= row < len(self._lines):
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._lines[row]
        self._refused = {(at - (at > row), column): text for (at, column), text in self._refused.items() if at != row}
        self.endRemoveRows()
        self.changed.emit()

    def choices(self, column: int) -> tuple[tuple[str, Enum | None], ...]:
        """What a cell of a column can be, in words; nothing for a column that is typed."""
        if column not in _CHOICES:
            return ()
        members = [(self._words.messages.label_of(one), one) for one in _CHOICES[column][1]]
        return (("", None), *members) if column in _MAY_BE_EMPTY else tuple(members)

    def _line(self, row: int) -> OldLine | None:
        return self._lines[row] if row < len(self._lines) else None

    def _shown(self, line: OldLine | None, column: int) -> str:
        if line is None:
            return ""
        if column == LineColumn.NUMBER:
            return str(line.number)
        if column == LineColumn.TEXT:
            return line.text
        if column in _FIGURES:
            figure = getattr(line, _FIGURES[column])
            return "" if figure is None else printed_decimal(figure)
        if column in _CHOICES:
            member = getattr(line, _CHOICES[column][0])
            return "" if member is None else self._words.messages.label_of(member)
        return ""

    def _take(self, row: int, column: int, value: object) -> None:
        line, text = self._lines[row], str(value or "").strip()
        if column == LineColumn.TEXT:
            self._lines[row] = replace(line, text=text)
        elif column == LineColumn.NUMBER:
            if text.isascii() and text.isdecimal() and 1 <= int(text) <= 999:
                self._lines[row] = replace(line, number=int(text))
            else:
                self._refused[row, column] = text
        elif column in _FIGURES:
            figure = read_decimal(text) if text else None
            if text and figure is None:
                self._refused[row, column] = text
            else:
                self._lines[row] = _with_figure(line, column, figure)
        elif column in _CHOICES:
            name, members = _CHOICES[column]
            found = next((one for one in members if one == value), None) or self._named(column, text)
            if found is None and (text or column not in _MAY_BE_EMPTY):
                self._refused[row, column] = text
            else:
                self._lines[row] = replace(line, **{name: found})  # type: ignore[arg-type]

    def _named(self, column: int, text: str) -> Enum | None:
        wanted = text.casefold()
        return next((one for said, one in self.choices(column) if said and said.casefold() == wanted), None)


class ChoiceDelegate(QStyledItemDelegate):
    """Chooses a word of law from a list; every other cell is typed."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list where the column has one."""
        model = index.model()
        choices = model.choices(index.column()) if isinstance(model, OldLineTable) else ()
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for said, member in choices:
            box.addItem(said, member)
        box.activated.connect(lambda _: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands in the cell."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(str(index.data(EDIT) or "")), 0))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the chosen member, or the typed text, to the lines."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData() if editor.currentData() is not None else "", EDIT)
        else:
            super().setModelData(editor, model, index)


class OldLinesField:
    """All lines of an old SKP as one field of a draft."""

    def __init__(self, view: QTableView, lines: OldLineTable) -> None:
        self.widget: QWidget = view
        self._lines = lines

    def read(self) -> str:
        """The lines as they stand."""
        return self._lines.typed()

    def write(self, value: str) -> None:
        """Put them back."""
        self._lines.put_typed(value)

    def on_change(self, deed: Callable[[], None]) -> None:
        """Tell when something was typed."""
        self._lines.changed.connect(deed)


def _bare(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value


def _line_of(told: Mapping[str, object]) -> OldLine:
    """A line from its bare values: figures are texts, words of law are their codes."""
    named = dict(told)
    for name in _FIGURES.values():
        named[name] = None if told[name] is None else Decimal(str(told[name]))
    for name, members in _CHOICES.values():
        named[name] = next((one for one in members if one.value == told[name]), None)
    return OldLine(**named)  # type: ignore[arg-type]


def _with_figure(line: OldLine, column: int, figure: Decimal | None) -> OldLine:
    """A figure in its place; a single target is its own upper end until another is typed."""
    if column == LineColumn.LOW:
        follows = line.high is None or line.high == line.low
        return replace(line, low=figure, high=figure if follows else line.high)
    if column == LineColumn.HIGH and figure is None:
        return replace(line, high=line.low)
    return replace(line, **{_FIGURES[column]: figure})  # type: ignore[arg-type]
