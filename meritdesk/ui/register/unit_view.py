"""The unit tree as it is seen: what was opened and chosen stays when the units are read anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from meritdesk.core.people import OrgUnit
from meritdesk.ui import look
from meritdesk.ui.register.unit_tree import UNIT_ID, UnitColumn, UnitTree
from meritdesk.ui.wording import Words


class UnitView(QTreeView):
    """The units of the agency, with all of them together on top."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.units = UnitTree(words, self)
        self.setModel(self.units)
        look.tidy(self)
        self.setRootIsDecorated(True)
        self.setIndentation(12)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(UnitColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(UnitColumn.STAFF, QHeaderView.ResizeMode.ResizeToContents)

    @property
    def chosen(self) -> str:
        """The key of the chosen unit; empty for all units together."""
        return str(self.currentIndex().data(UNIT_ID) or "")

    def choose_all(self) -> None:
        """All units together."""
        self.setCurrentIndex(self.units.index(0, 0))

    def show_units(self, units: Sequence[OrgUnit], counts: Mapping[str, int], total: int, wanted: str = "") -> None:
        """Show the units anew, with a wanted one or the one chosen so far in front; nothing is signalled."""
        chosen = wanted or self.chosen
        opened = self._opened()
        self.selectionModel().blockSignals(True)
        self.units.show_units(tuple(units), dict(counts), total)
        self.expandToDepth(0)
        for unit_id in opened:
            self.expand(self.units.index_of(unit_id))
        index = self.units.index_of(chosen)
        self.setCurrentIndex(index if index.isValid() else self.units.index(0, 0))
        self.selectionModel().blockSignals(False)

    def _opened(self) -> list[str]:
        found: list[str] = []
        waiting = [self.units.index(row, 0) for row in range(self.units.rowCount())]
        while waiting:
            index = waiting.pop()
            if self.isExpanded(index):
                found.append(str(index.data(UNIT_ID)))
                waiting += [self.units.index(row, 0, index) for row in range(self.units.rowCount(index))]
        return found
