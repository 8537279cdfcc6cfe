"""A tree that is read step by step: what stands below a place is asked for when the place is first opened."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView, QWidget

from meritdesk.ui import look
from meritdesk.ui.limited_people import explained, signed, spoken
from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
LINE = Qt.ItemDataRole.UserRole + 2
FILLED = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex
_TOLD = (DISPLAY, TOOLTIP, ACCESSIBLE)


class Place(Protocol):
    """What such a tree needs to know of a place: its key, and how many stand below it."""

    @property
    def node(self) -> str: ...

    @property
    def below(self) -> int: ...


class OpenedTree(QStandardItemModel):
    """Given lines and never fetches: a place that has something below it says so before it is opened."""

    owned_in: ClassVar[int] = -1
    """The column that names whose a place is."""

    def __init__(self, words: Words, columns: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setColumnCount(columns)
        self._head()

    def show_top(self, lines: Sequence[Any]) -> None:
        """Replace everything by these top places."""
        self.removeRows(0, self.rowCount())
        for line in lines:
            self.appendRow(self._row(line))

    def show_below(self, index: Index, lines: Sequence[Any]) -> None:
        """Fill what stands below a place."""
        item = self.itemFromIndex(self._first(index))
        if item is None:
            return
        item.removeRows(0, item.rowCount())
        for line in lines:
            item.appendRow(self._row(line))
        item.setData(True, FILLED)

    def place(self, index: Index) -> Any:
        """The line that was given for an index, or None where there is none."""
        return self.data(self._first(index), LINE) if index.isValid() else None

    def is_filled(self, index: Index) -> bool:
        """Whether what stands below a place is here already."""
        return bool(self.data(self._first(index), FILLED))

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """A cell as it was given; whose processing is limited bears the sign, and the tooltip says why."""
        found = super().data(index, role)
        if self.words.limited and role in _TOLD and index.column() == self.owned_in:
            name = str(super().data(index, DISPLAY) or "")
            key = getattr(super().data(self._first(index), LINE), "nip", "")
            limit = self.words.limited.of_somebody(name, key) if name else None
            if limit is not None and role == DISPLAY:
                return signed(name)
            if limit is not None and role == ACCESSIBLE:
                return spoken(name)
            if limit is not None:
                return f"{found}\n\n{explained(limit, self.words.day(limit.limit.set_at.date()))}"
        return found

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        """A place that was never opened says from its count whether it can be."""
        line = self.place(parent)
        if line is None or self.is_filled(parent):
            return super().hasChildren(parent)
        return parent.column() == 0 and bool(line.below > 0)

    def retranslate(self) -> None:
        """Say headings and every word again in the current language."""
        self._head()
        waiting = [self.invisibleRootItem()]
        while waiting:
            item = waiting.pop()
            for row in range(item.rowCount()):
                first = item.child(row, 0)
                line = first.data(LINE)
                told = self._told(line)
                for column, text in enumerate(self._texts(line)):
                    item.child(row, column).setText(text)
                    item.child(row, column).setToolTip(told)
                waiting.append(first)

    def _first(self, index: Index) -> QModelIndex:
        return self.index(index.row(), 0, index.parent())

    @abstractmethod
    def _head(self) -> None:
        """Set the headings."""

    @abstractmethod
    def _row(self, line: Any) -> list[QStandardItem]:
        """The cells of a place; the first one carries the line itself under ``LINE``."""

    @abstractmethod
    def _texts(self, line: Any) -> tuple[str, ...]:
        """What its cells say, from left to right."""

    @abstractmethod
    def _told(self, line: Any) -> str:
        """What is said when the mouse rests on it."""


class OpenedTreeView(QTreeView):
    """Asks for what stands below when a place is first opened; remembers what is open and where one stood."""

    def __init__(
        self, tree: OpenedTree, ask: Callable[[Any, Callable[[Sequence[Any]], None]], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tree, self._ask = tree, ask
        self._opened: set[str] = set()
        self._way_on = ""
        self.setModel(tree)
        look.tidy(self)
        self.expanded.connect(self._open)
        self.collapsed.connect(self._close)

    def show_top(self, lines: Sequence[Place]) -> None:
        """The tree read anew: what was open is opened again, and one stands where one stood, or on the first place."""
        current = self._tree.place(self.currentIndex())
        stood = current.node if current is not None and not self._way_on else ""
        opened = set(self._opened)
        self._tree.show_top(lines)
        if lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self._tree.index(0, 0))
        self._reopen(QModelIndex(), opened, stood)

    def lead_along(self, way: Sequence[str]) -> None:
        """Open these places from the top down, and stand on the last one as soon as it is there."""
        self._opened.update(way[:-1])
        self._way_on = way[-1] if way else ""

    def _reopen(self, parent: Index, opened: set[str], stood: str) -> None:
        for row in range(self._tree.rowCount(parent)):
            index = self._tree.index(row, 0, parent)
            line = self._tree.place(index)
            if line is None:
                continue
            if line.node in (stood, self._way_on):
                self.setCurrentIndex(index)
                self._way_on = "" if line.node == self._way_on else self._way_on
            if line.node in opened:
                self.expand(index)

    def _open(self, index: QModelIndex) -> None:
        line = self._tree.place(index)
        if line is None:
            return
        self._opened.add(line.node)
        if self._tree.is_filled(index):
            return
        kept = QPersistentModelIndex(index)

        def then(lines: Sequence[Any]) -> None:
            if kept.isValid():
                self._tree.show_below(kept, lines)
                self._reopen(kept, set(self._opened), "")

        self._ask(line, then)

    def _close(self, index: QModelIndex) -> None:
        line = self._tree.place(index)
        if line is not None:
            self._opened.discard(line.node)
