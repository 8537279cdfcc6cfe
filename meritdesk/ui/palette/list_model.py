"""The rows of the palette under their headings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from meritdesk.ui import look
from meritdesk.ui.palette.offers import Found, OfferKind

FOUND = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


def heading_of(kind: OfferKind) -> str:
    """The words above the rows of a kind."""
    translate = QCoreApplication.translate
    return {
        OfferKind.RECENT: translate("Palette", "Lately"),
        OfferKind.SENTENCE: translate("Palette", "Do at once"),
        OfferKind.PERSON: translate("Palette", "People"),
        OfferKind.PLACE: translate("Palette", "Parts of the window"),
        OfferKind.UNIT: translate("Palette", "Units"),
        OfferKind.PAPER: translate("Palette", "Papers"),
        OfferKind.COMMAND: translate("Palette", "Rooms and commands"),
        OfferKind.ACTION: translate("Palette", "Actions"),
        OfferKind.SETTING: translate("Palette", "Settings"),
        OfferKind.RESULT: translate("Palette", "Texts of plans"),
        OfferKind.TERM: translate("Palette", "What it means"),
    }[kind]


class PaletteModel(QAbstractListModel):
    """Headings, which cannot be chosen, and below each its rows; or one line that says what can be typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Found | str] = []

    def show_rows(self, found: Sequence[Found], nothing: str = "") -> None:
        """Replace everything; the kind of the first row comes first, and within each the given order holds."""
        by_kind: dict[OfferKind, list[Found]] = {}
        for one in found:
            by_kind.setdefault(one.kind, []).append(one)
        rows: list[Found | str] = []
        for kind, theirs in by_kind.items():
            rows += [heading_of(kind), *theirs]
        self.beginResetModel()
        self._rows = rows or ([nothing] if nothing else [])
        self.endResetModel()

    def first(self) -> QModelIndex:
        """The first row that can be chosen; an invalid index when there is none."""
        place = next((row for row, one in enumerate(self._rows) if isinstance(one, Found)), -1)
        return self.index(place, 0) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Headings and rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is read, never chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], Found):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, picture and the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.words, row.detail, heading_of(row.kind), row.keys) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.words, row.detail) if part)
        if role == Qt.ItemDataRole.DecorationRole:
            return look.icon(row.icon, 16)
        if role == FOUND:
            return row
        return None
