"""The board as a tree: one line per unit with everything below it, one bar per stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from meritdesk.core.lines import UnitProgress
from meritdesk.core.stages import Stage
from meritdesk.ui import look
from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
SORT = Qt.ItemDataRole.UserRole + 1
VALUE = Qt.ItemDataRole.UserRole + 2
SHARE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex


class BoardColumn(IntEnum):
    """The stages of the year, left to right."""

    UNIT = 0
    DUE = 1
    PLANS = 2
    ACTUALS = 3
    CLOSED = 4
    PRINTED = 5
    SIGNED = 6
    SENT = 7


STAGES = tuple(BoardColumn)[BoardColumn.PLANS :]
STAGE_OF: Mapping[BoardColumn, Stage] = {
    BoardColumn.PLANS: Stage.PLAN,
    BoardColumn.ACTUALS: Stage.ACTUALS,
    BoardColumn.CLOSED: Stage.CLOSED,
    BoardColumn.PRINTED: Stage.PRINTED,
    BoardColumn.SIGNED: Stage.SIGNED,
    BoardColumn.SENT: Stage.SENT,
}


def done_of(line: UnitProgress, stage: BoardColumn) -> int:
    """How many people of a line have passed a stage."""
    return {
        BoardColumn.DUE: line.due,
        BoardColumn.PLANS: line.plans,
        BoardColumn.ACTUALS: line.with_actuals,
        BoardColumn.CLOSED: line.closed,
        BoardColumn.PRINTED: line.printed,
        BoardColumn.SIGNED: line.signed,
        BoardColumn.SENT: line.sent,
    }[stage]


def stage_name(stage: BoardColumn) -> str:
    """The heading of a stage."""
    translate = QCoreApplication.translate
    return {
        BoardColumn.UNIT: translate("BoardTree", "Unit"),
        BoardColumn.DUE: translate("BoardTree", "To assess"),
        BoardColumn.PLANS: translate("BoardTree", "Plan"),
        BoardColumn.ACTUALS: translate("BoardTree", "Actuals"),
        BoardColumn.CLOSED: translate("BoardTree", "Evaluation"),
        BoardColumn.PRINTED: translate("BoardTree", "Printed"),
        BoardColumn.SIGNED: translate("BoardTree", "Signed"),
        BoardColumn.SENT: translate("BoardTree", "Sent"),
    }[stage]


def sign_of(done: int, due: int) -> str:
    """All, some or nobody, told by a sign beside the number: the bar is never the only one to say so."""
    if not due:
        return ""
    return "✓" if done >= due else "◐" if done else "○"


class BoardTree(QAbstractItemModel):
    """Units in their order; a unit is known by its place in the list of lines."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: tuple[UnitProgress, ...] = ()
        self._children: dict[str, list[int]] = {}
        self._place: dict[int, tuple[int, int]] = {}  # line -> (its row, line of its parent or -1)

    def show_units(self, lines: Sequence[UnitProgress]) -> None:
        """Replace the board; a line whose parent is not on it stands at the top."""
        self.beginResetModel()
        self._lines = tuple(lines)
        known = {line.unit_id: number for number, line in enumerate(self._lines)}
        self._children = {}
        self._place = {}
        for number, line in enumerate(self._lines):
            parent = line.parent_id if line.parent_id in known else ""
            siblings = self._children.setdefault(parent, [])
            self._place[number] = (len(siblings), known.get(parent, -1))
            siblings.append(number)
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The place of a child of a unit."""
        siblings = self._children.get(self._lines[parent.internalId()].unit_id if parent.isValid() else "", [])
        if not 0 <= row < len(siblings) or not 0 <= column < len(BoardColumn):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The unit above."""
        if not index.isValid():
            return QModelIndex()
        above = self._place[index.internalId()][1]
        return QModelIndex() if above < 0 else self.createIndex(self._place[above][0], 0, above)

    def index_of(self, unit_id: str) -> QModelIndex:
        """Where a unit stands; nowhere when it is not on the board."""
        for number, line in enumerate(self._lines):
            if line.unit_id == unit_id:
                return self.createIndex(self._place[number][0], 0, number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many units hang below one."""
        if parent.column() > 0:
            return 0
        return len(self._children.get(self._lines[parent.internalId()].unit_id if parent.isValid() else "", ()))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Unit, people to assess, and the stages."""
        return len(BoardColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """The headings."""
        if orientation is Qt.Orientation.Horizontal and role == DISPLAY and 0 <= section < len(BoardColumn):
            return stage_name(BoardColumn(section))
        if orientation is Qt.Orientation.Horizontal and role == TOOLTIP and section == BoardColumn.SIGNED:
            return QCoreApplication.translate("BoardTree", "Signatures")
        if role == ALIGNMENT and section != BoardColumn.UNIT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """One cell; the share drives the bar, the words stand in it."""
        if not index.isValid():
            return None
        line = self._lines[index.internalId()]
        column = BoardColumn(index.column())
        if role == VALUE:
            return line
        if column is BoardColumn.UNIT:
            return line.name if role in (DISPLAY, TOOLTIP, SORT) else None
        if role == ALIGNMENT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        done = done_of(line, column)
        if role == SORT:
            return done
        if role == DISPLAY:
            told = self._words.number(done)
            return told if column is BoardColumn.DUE else f"{sign_of(done, line.due)} {told}".strip()
        if column is BoardColumn.DUE:
            return None
        if role == SHARE:
            return done / line.due if line.due else None
        if role in (TOOLTIP, ACCESSIBLE):
            said = QCoreApplication.translate("BoardTree", "%1: %2 of %3, %4 not yet")
            for place, number in enumerate((done, line.due, line.due - done), 2):
                said = said.replace(f"%{place}", self._words.number(number))
            return said.replace("%1", stage_name(column))
        return None


class BarDelegate(QStyledItemDelegate):
    """Draws a stage as a small bar with sign and number."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The usual background, then track, bar and number."""
        share = index.data(SHARE)
        if share is None:
            super().paint(painter, option, index)
            return
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring = QRectF(option.rect).adjusted(1, 1, -1, -1)
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            painter.drawRect(ring)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        words = str(index.data(DISPLAY))
        area = QRectF(option.rect).adjusted(6, 0, -6, 0)
        track = QRectF(area.left(), area.bottom() - 7, area.width(), 4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette: QPalette = option.palette
        painter.setBrush(palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(track, 2, 2)
        if share > 0:
            painter.setBrush(QColor("#ffffff") if is_selected else look.accent())
            painter.drawRoundedRect(QRectF(track.left(), track.top(), track.width() * min(share, 1.0), 4), 2, 2)
        role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        painter.drawText(area.adjusted(0, 0, 0, -7), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row that holds number and bar."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), look.in_letters(look.ROW_HEIGHT) + 2))
