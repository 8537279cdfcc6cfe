"""The tree of units with the number of people in each branch; the first line stands for the whole agency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from meritdesk.core.people import OrgUnit
from meritdesk.ui import look
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
SIZE = Qt.ItemDataRole.SizeHintRole
SORT = Qt.ItemDataRole.UserRole + 1
UNIT_ID = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# The line "All units" has no unit behind it; units carry their place in the list plus one.
_WHOLE = 0


class UnitColumn(IntEnum):
    """What the tree shows of a unit."""

    NAME = 0
    STAFF = 1


class UnitTree(QAbstractItemModel):
    """The units in the agency's own order; given whole, never fetching."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._units: tuple[OrgUnit, ...] = ()
        self._staff: Mapping[str, int] = {}
        self._total = 0
        self._children: dict[int, list[int]] = {}
        self._parents: dict[int, int] = {}
        self._rows: dict[int, int] = {}

    def show_units(self, units: Sequence[OrgUnit], staff: Mapping[str, int], total: int) -> None:
        """Show these units (parents before children) with the people of each branch and of the whole agency."""
        self.beginResetModel()
        self._units = tuple(units)
        self._staff = dict(staff)
        self._total = total
        places = {unit.unit_id: place for place, unit in enumerate(self._units, start=1)}
        self._children = {-1: [_WHOLE]}
        self._parents = {_WHOLE: -1}
        for place, unit in enumerate(self._units, start=1):
            above = places.get(unit.parent_id, -1)
            self._parents[place] = above
            self._children.setdefault(above, []).append(place)
        self._rows = {place: row for siblings in self._children.values() for row, place in enumerate(siblings)}
        self.endResetModel()

    def all_units(self) -> tuple[OrgUnit, ...]:
        """Every unit in the tree, parents before children."""
        return self._units

    def name_of(self, unit_id: str) -> str:
        """The name of a unit, empty when it is not in the tree."""
        return next((unit.name for unit in self._units if unit.unit_id == unit_id), "")

    def index_of(self, unit_id: str) -> QModelIndex:
        """Where a unit stands; the empty key is the whole agency."""
        for place, unit in enumerate(self._units, start=1):
            if unit.unit_id == unit_id:
                return self.createIndex(self._rows[place], 0, place)
        return self.index(0, 0) if not unit_id else QModelIndex()

    def retranslate(self) -> None:
        """Say the words of the tree again in the language of now."""
        self.dataChanged.emit(self.index(0, 0), self.index(0, UnitColumn.STAFF))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(UnitColumn) - 1)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        above = parent.internalId() if parent.isValid() else -1
        return self.createIndex(row, column, self._children[above][row])

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        if not child.isValid():
            return QModelIndex()
        above = self._parents.get(child.internalId(), -1)
        return QModelIndex() if above == -1 else self.createIndex(self._rows[above], 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._children.get(-1, ()))
        return len(self._children.get(parent.internalId(), ())) if parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(UnitColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            if section == UnitColumn.NAME:
                return QCoreApplication.translate("UnitTree", "Unit")
            return QCoreApplication.translate("UnitTree", "People")
        if role == ALIGNMENT and section == UnitColumn.STAFF:
            return RIGHT
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        place = index.internalId()
        unit = self._units[place - 1] if place != _WHOLE else None
        name = unit.name if unit else QCoreApplication.translate("UnitTree", "All units")
        staff = self._staff.get(unit.unit_id, 0) if unit else self._total
        if role == UNIT_ID:
            return unit.unit_id if unit else ""
        if role == ALIGNMENT:
            return RIGHT if index.column() == UnitColumn.STAFF else None
        if role == SIZE:
            return QSize(0, look.in_letters(look.ROW_HEIGHT))
        if role == TOOLTIP:
            return name
        if role == ACCESSIBLE:
            return singular(
                QCoreApplication.translate("UnitTree", "{unit}, {people} people").format(unit=name, people=staff)
            )
        if index.column() == UnitColumn.NAME:
            return name if role in (DISPLAY, SORT) else None
        if role == SORT:
            return staff
        return self._words.number(staff) if role == DISPLAY else None
