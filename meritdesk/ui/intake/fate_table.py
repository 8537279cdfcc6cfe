"""The preview of an import: one line per row of the file, filtered by fate."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from meritdesk.ui import look
from meritdesk.ui.intake.fates import Fate, FateLine

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
FOREGROUND = Qt.ItemDataRole.ForegroundRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
SORT = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FateColumn(IntEnum):
    """What the preview shows of a row."""

    ROW = 0
    FATE = 1
    KEY = 2
    LABEL = 3
    FIELD = 4
    CODE = 5
    MESSAGE = 6


class FateTable(QAbstractTableModel):
    """All rows of one outcome, or those of one fate; given whole, never fetching."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[FateLine, ...] = ()
        self._shown: list[FateLine] = []
        self._fate: Fate | None = None
        self._search = ""
        self._order = (int(FateColumn.FATE), False)

    def show_lines(self, lines: Sequence[FateLine], keeps_filter: bool = False) -> None:
        """Show these rows, all fates or those that are shown now."""
        self.beginResetModel()
        self._lines = tuple(lines)
        if not keeps_filter:
            self._fate, self._search = None, ""
        self._choose()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show only rows that say this somewhere: row number, key, name, field, code or message."""
        self.beginResetModel()
        self._search = text.strip().casefold()
        self._choose()
        self.endResetModel()

    def place_of(self, row: int) -> int:
        """Where a row of the file stands in the list as it is shown; -1 when it is not shown."""
        return next((place for place, line in enumerate(self._shown) if line.row == row), -1)

    def next_open(self, place: int) -> int:
        """The place of the next row to mend after one, going round; -1 when none is shown."""
        count = len(self._shown)
        places = (*range(place + 1, count), *range(min(place + 1, count)))
        return next((spot for spot in places if self._shown[spot].is_open), -1)

    def keep_only(self, fate: Fate | None) -> None:
        """Show the rows of one fate; nothing given shows all."""
        self.beginResetModel()
        self._fate = fate
        self._choose()
        self.endResetModel()

    @property
    def lines(self) -> tuple[FateLine, ...]:
        """All rows, shown or not."""
        return self._lines

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(FateColumn)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = [self._shown[index.row()] for index in before]
        self._order = (max(column, 0), order == Qt.SortOrder.DescendingOrder)
        self._choose()
        places = {id(line): row for row, line in enumerate(self._shown)}
        after = [self.index(places[id(line)], index.column()) for line, index in zip(moved, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal and role in (DISPLAY, TOOLTIP):
            return headings()[section]
        if orientation is Qt.Orientation.Horizontal and role == ALIGNMENT and section == FateColumn.ROW:
            return RIGHT
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line = self._shown[index.row()]
        column = FateColumn(index.column())
        if role == DISPLAY:
            return _shown_cell(line, column)
        if role == SORT:
            return _real(line, column)
        if role == LINE:
            return line
        if role == TOOLTIP:
            return _message(line) if line.told or line.changes else _shown_cell(line, column)
        if role == ALIGNMENT and column is FateColumn.ROW:
            return RIGHT
        if role == FOREGROUND and column is FateColumn.FATE:
            if line.fate is Fate.REFUSED:
                return look.blocks()
            return look.asks() if line.is_open or line.fate is Fate.REMARK else None
        return None

    def _choose(self) -> None:
        column, is_descending = self._order
        self._shown = [line for line in self._lines if self._fate is None or line.fate is self._fate]
        if self._search:
            self._shown = [line for line in self._shown if self._search in _said(line)]
        if column != FateColumn.FATE or is_descending:
            # By fate they come as they are: what the clerk must look at first stands first.
            self._shown.sort(key=lambda line: (_real(line, FateColumn(column)), line.row), reverse=is_descending)


def headings() -> tuple[str, ...]:
    """The headings of the preview, in the order of the columns."""
    return (
        QCoreApplication.translate("FateTable", "Row"),
        QCoreApplication.translate("FateTable", "Fate"),
        QCoreApplication.translate("FateTable", "NIP / key"),
        QCoreApplication.translate("FateTable", "Name"),
        QCoreApplication.translate("FateTable", "Field"),
        QCoreApplication.translate("FateTable", "Code"),
        QCoreApplication.translate("FateTable", "What it means and what to do"),
    )


def fate_word(fate: Fate) -> str:
    """A fate as the clerk reads it; a sign stands with the word, so that colour is never alone."""
    return {
        Fate.REFUSED: QCoreApplication.translate("FateTable", "✗ refused"),
        Fate.DOUBT: QCoreApplication.translate("FateTable", "? to decide"),
        Fate.LEFT_OUT: QCoreApplication.translate("FateTable", "– left out"),
        Fate.CONFLICT: QCoreApplication.translate("FateTable", "⚠ conflict"),
        Fate.REMARK: QCoreApplication.translate("FateTable", "⚠ remark"),
        Fate.CHANGED: QCoreApplication.translate("FateTable", "✎ changed"),
        Fate.ADDED: QCoreApplication.translate("FateTable", "+ new"),
        Fate.SAME: QCoreApplication.translate("FateTable", "= same"),
    }[fate]


def field_word(name: str) -> str:
    """A field of the store in words; headings of the file stay as the clerk wrote them."""
    return {
        "nip": QCoreApplication.translate("FateTable", "NIP"),
        "name": QCoreApplication.translate("FateTable", "name"),
        "source_id": QCoreApplication.translate("FateTable", "national ID"),
        "front_title": QCoreApplication.translate("FateTable", "front title"),
        "back_title": QCoreApplication.translate("FateTable", "back title"),
        "sex": QCoreApplication.translate("FateTable", "sex"),
        "birth_date": QCoreApplication.translate("FateTable", "date of birth"),
        "employment": QCoreApplication.translate("FateTable", "kind of employment"),
        "legal_status": QCoreApplication.translate("FateTable", "legal status"),
        "grade": QCoreApplication.translate("FateTable", "grade"),
        "grade_since": QCoreApplication.translate("FateTable", "grade since"),
        "position_kind": QCoreApplication.translate("FateTable", "kind of post"),
        "position_title": QCoreApplication.translate("FateTable", "post"),
        "position_since": QCoreApplication.translate("FateTable", "post since"),
        "echelon": QCoreApplication.translate("FateTable", "echelon"),
        "education": QCoreApplication.translate("FateTable", "education"),
        "unit_id": QCoreApplication.translate("FateTable", "unit"),
        "parent_id": QCoreApplication.translate("FateTable", "unit above"),
        "head_title": QCoreApplication.translate("FateTable", "title of the head"),
        "head_id": QCoreApplication.translate("FateTable", "head"),
        "head_source_id": QCoreApplication.translate("FateTable", "head (national ID)"),
        "acting_source_id": QCoreApplication.translate("FateTable", "acting head (national ID)"),
        "is_autonomous": QCoreApplication.translate("FateTable", "autonomous unit"),
        "text": QCoreApplication.translate("FateTable", "text"),
        "value": QCoreApplication.translate("FateTable", "figure"),
        "percent": QCoreApplication.translate("FateTable", "percentage"),
        "feedback": QCoreApplication.translate("FateTable", "feedback"),
        "override": QCoreApplication.translate("FateTable", "class set by the leader"),
        "override_reason": QCoreApplication.translate("FateTable", "reason"),
        "reason": QCoreApplication.translate("FateTable", "reason"),
        "result_rating": QCoreApplication.translate("FateTable", "rating of results"),
        "behaviour_rating": QCoreApplication.translate("FateTable", "rating of behaviour"),
        "note": QCoreApplication.translate("FateTable", "note"),
        "level": QCoreApplication.translate("FateTable", "level"),
        "source": QCoreApplication.translate("FateTable", "source"),
        "published_on": QCoreApplication.translate("FateTable", "published on"),
        "kind": QCoreApplication.translate("FateTable", "kind"),
        "parent_text": QCoreApplication.translate("FateTable", "result above"),
        "assigned_by": QCoreApplication.translate("FateTable", "assigned by"),
        "indicator": QCoreApplication.translate("FateTable", "indicator"),
        "aspect": QCoreApplication.translate("FateTable", "aspect"),
        "perspective": QCoreApplication.translate("FateTable", "perspective"),
        "target": QCoreApplication.translate("FateTable", "target"),
        "low": QCoreApplication.translate("FateTable", "lower bound"),
        "high": QCoreApplication.translate("FateTable", "upper bound"),
        "unit": QCoreApplication.translate("FateTable", "measure"),
        "direction": QCoreApplication.translate("FateTable", "direction"),
        "goal": QCoreApplication.translate("FateTable", "strategic goal"),
        "group": QCoreApplication.translate("FateTable", "group"),
        "accumulation": QCoreApplication.translate("FateTable", "way of counting"),
        "trajectory": QCoreApplication.translate("FateTable", "trajectory"),
        "is_draft": QCoreApplication.translate("FateTable", "draft"),
        "evidence": QCoreApplication.translate("FateTable", "evidence"),
        "is_doubtful": QCoreApplication.translate("FateTable", "doubtful"),
        "is_kept": QCoreApplication.translate("FateTable", "day off"),
        "sort_order": QCoreApplication.translate("FateTable", "order"),
    }.get(name, name)


def _shown_cell(line: FateLine, column: FateColumn) -> str:
    return (
        str(line.row),
        fate_word(line.fate),
        line.key,
        line.label,
        ", ".join(field_word(name) for name in line.fields),
        line.code,
        f"{line.fields[0]}: {_message(line)}" if line.code and line.fields else _message(line),
    )[column]


def _real(line: FateLine, column: FateColumn) -> int | str:
    if column is FateColumn.ROW:
        return line.row
    if column is FateColumn.FATE:
        return list(Fate).index(line.fate)
    return _shown_cell(line, column).casefold()


def _message(line: FateLine) -> str:
    if line.changes:
        return "; ".join(f"{field_word(name)}: {old or '–'} → {new or '–'}" for name, old, new in line.changes)
    return f"{line.told} {line.then}".strip()


def _said(line: FateLine) -> str:
    """Everything that a search may mean."""
    names = " ".join(map(field_word, line.fields))
    return f"{line.row} {line.key} {line.label} {names} {line.code} {_message(line)}".casefold()
