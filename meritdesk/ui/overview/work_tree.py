"""The worklist as a tree: groups, their rows, and below a row the units it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from meritdesk.core.worklist import WorkGroup, WorkItem, WorkKind, Worklist
from meritdesk.ui import look
from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
SORT = Qt.ItemDataRole.UserRole + 1
VALUE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""The key of each row in its order; whoever has more rows than keys goes there by arrows."""
_SIGNS = {
    WorkGroup.LATE: "!",
    WorkGroup.THIS_WEEK: "◷",
    WorkGroup.RETURNED: "↩",
    WorkGroup.HINDERED: "‖",
    WorkGroup.MISSING: "○",
    WorkGroup.CARE: "◆",
    WorkGroup.COMING: "→",
}


class WorkColumn(IntEnum):
    """What stands in a row."""

    WHAT = 0
    COUNT = 1
    DUE = 2
    KEY = 3


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One line of the tree: a group, an item of it, or a unit of an item."""

    group: WorkGroup
    item: WorkItem | None = None
    unit_id: str = ""

    @property
    def is_group(self) -> bool:
        """Whether it is a heading."""
        return self.item is None


class WorkTree(QAbstractItemModel):
    """Rows in the order of urgency; a row is known by its place in one flat list."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._units: Mapping[str, str] = {}
        self._rows: list[WorkRow] = []
        self._above: list[int] = []
        self._place: list[int] = []
        self._below: dict[int, list[int]] = {}
        self._keys: dict[int, str] = {}

    def show_work(self, worklist: Worklist, units: Mapping[str, str]) -> None:
        """Replace everything; ``units`` are their names."""
        self.beginResetModel()
        self._units = units
        self._rows, self._above, self._place, self._keys = [], [], [], {}
        self._below = {-1: []}
        for group in WorkGroup:
            items = worklist.of(group)
            if not items:
                continue
            heading = self._add(-1, WorkRow(group))
            for item in items:
                row = self._add(heading, WorkRow(group, item))
                if len(self._keys) < len(KEYS):
                    self._keys[row] = KEYS[len(self._keys)]
                if len(item.units) > 1:
                    for unit_id in sorted(item.units, key=lambda one: (-item.units[one], units.get(one, ""))):
                        self._add(row, WorkRow(group, item, unit_id))
        self.endResetModel()

    def _add(self, above: int, row: WorkRow) -> int:
        number = len(self._rows)
        self._rows.append(row)
        self._above.append(above)
        self._place.append(len(self._below[above]))
        self._below[above].append(number)
        self._below[number] = []
        return number

    def by_key(self, key: str) -> QModelIndex:
        """The row that a key opens."""
        number = next((row for row, known in self._keys.items() if known == key), -1)
        return self._index(number, 0) if number >= 0 else QModelIndex()

    def first_item(self) -> QModelIndex:
        """The most urgent row."""
        return next((self._index(number, 0) for number, row in enumerate(self._rows) if row.item), QModelIndex())

    def like(self, wanted: WorkRow) -> QModelIndex:
        """The row that says the same as one of before, whatever its numbers are now."""
        for number, row in enumerate(self._rows):
            if _same(row, wanted):
                return self._index(number, 0)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The place of a row below another."""
        below = self._below.get(parent.internalId() if parent.isValid() else -1, [])
        if not 0 <= row < len(below) or not 0 <= column < len(WorkColumn):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The row above."""
        above = self._above[index.internalId()] if index.isValid() else -1
        return self._index(above, 0) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows hang below one."""
        if parent.column() > 0:
            return 0
        return len(self._below.get(parent.internalId() if parent.isValid() else -1, ()))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What, how many, until when, and the key."""
        return len(WorkColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be folded but not gone to."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(WorkColumn):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(WorkColumn(section))
        if role == TOOLTIP and section == WorkColumn.KEY:
            return QCoreApplication.translate("WorkTree", "The key that opens the row")
        if role != DISPLAY:
            return None
        translate = QCoreApplication.translate
        return {
            WorkColumn.WHAT: translate("WorkTree", "To do"),
            WorkColumn.COUNT: translate("WorkTree", "Count"),
            WorkColumn.DUE: translate("WorkTree", "Until"),
            WorkColumn.KEY: "",
        }[WorkColumn(section)]

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """One cell; what is late says so in words and with a sign, not by its colour."""
        if not index.isValid():
            return None
        number, column = index.internalId(), WorkColumn(index.column())
        row = self._rows[number]
        if role == VALUE:
            return row
        if role == SORT:
            return self._sorted(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole and (row.is_group or column is WorkColumn.KEY):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return _colour(row, column)
        if role == DISPLAY:
            return self._shown(number, row, column)
        if role == TOOLTIP:
            return self._day(row) or self._shown(number, row, WorkColumn.WHAT)
        if role == ACCESSIBLE and column is WorkColumn.WHAT and row.item is not None:
            told = (self._shown(number, row, one) for one in (WorkColumn.COUNT, WorkColumn.WHAT, WorkColumn.DUE))
            return ", ".join(one for one in told if one)
        return None

    def said_in(self, column: WorkColumn) -> frozenset[str]:
        """What stands in a column of the groups and their rows; a unit below says nothing longer than its row."""
        rows = enumerate(self._rows)
        return frozenset(self._shown(number, row, column) for number, row in rows if not row.unit_id)

    def words_of(self, item: WorkItem) -> str:
        """The sentence of a row, without its count."""
        return self._words.messages.reason(item.kind.code, {"count": self._words.number(item.count), **item.facts})

    def _shown(self, number: int, row: WorkRow, column: WorkColumn) -> str:
        item = row.item
        if item is None:
            return f"{_SIGNS[row.group]}  {self._words.messages.label_of(row.group)}" if column == 0 else ""
        if column is WorkColumn.WHAT:
            return self._units.get(row.unit_id, "") or "–" if row.unit_id else self.words_of(item)
        if column is WorkColumn.COUNT:
            return self._words.number(item.units[row.unit_id] if row.unit_id else item.count)
        if column is WorkColumn.KEY:
            return self._keys.get(number, "")
        return "" if row.unit_id or item.days is None else self._words.days_left(item.days)

    def _day(self, row: WorkRow) -> str:
        if row.item is None or row.item.due is None:
            return ""
        said = self._words.day(row.item.due)
        if row.item.kind is WorkKind.DUTY and row.item.count > 1:
            return QCoreApplication.translate("WorkTree", "The first of them: %1").replace("%1", said)
        return said

    def _sorted(self, row: WorkRow, column: WorkColumn) -> object:
        if row.item is None:
            return tuple(WorkGroup).index(row.group)
        if column is WorkColumn.DUE:
            return row.item.due.isoformat() if row.item.due else "9999"
        return row.item.units[row.unit_id] if row.unit_id else row.item.count

    def _index(self, number: int, column: int) -> QModelIndex:
        return self.createIndex(self._place[number], column, number)


def _same(row: WorkRow, other: WorkRow) -> bool:
    if row.group is not other.group or row.unit_id != other.unit_id:
        return False
    if row.item is None or other.item is None:
        return row.item is other.item
    return row.item.kind is other.item.kind and dict(row.item.facts) == dict(other.item.facts)


def _alignment(column: WorkColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column is WorkColumn.WHAT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _colour(row: WorkRow, column: WorkColumn) -> QColor | None:
    if column is WorkColumn.KEY:
        return look.accent()
    if row.unit_id:
        return look.quiet()
    if row.item is not None and column is not WorkColumn.DUE:
        return None
    return {WorkGroup.LATE: look.blocks(), WorkGroup.THIS_WEEK: look.asks()}.get(row.group)
