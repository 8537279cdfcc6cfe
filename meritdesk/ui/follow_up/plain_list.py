"""A short list in a dialog: a quick filter, the lines, and a sentence where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from meritdesk.ui import look
from meritdesk.ui.line_table import Line, LineTable
from meritdesk.ui.lists import widths


class _Lines(QTableView):
    """A table that says when it has another width; the widget around it hears of its own before the table has one."""

    widened = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is shared anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.widened.emit()


class PlainList(QWidget, Generic[Line]):
    """Shows the lines of a table as they come, and those in which a typed word stands."""

    def __init__(self, table: LineTable[Line], name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.lines: tuple[Line, ...] = ()
        self.search = QLineEdit(self)
        look.ask_in(self.search, QCoreApplication.translate("PlainList", "Filter"))
        self.search.setAccessibleName(QCoreApplication.translate("PlainList", "Filter"))
        self.view = _Lines(self)
        self.view.setModel(table)
        look.tidy(self.view)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setAccessibleName(name)
        for hidden in table.hidden:
            self.view.hideColumn(hidden)
        self.empty = QLabel(empty, self)
        self.empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.search)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        self.search.textChanged.connect(lambda _: self._filter())
        self.view.widened.connect(self._fit)
        self._filter()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace everything."""
        self.lines = tuple(lines)
        self._filter()
        self._fit()

    def narrow_to(self, words: str) -> None:
        """Show the lines in which these words stand."""
        self.search.setText(words)

    def current(self) -> Line | None:
        """The line on which the keyboard is."""
        row = self.view.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    def _fit(self) -> None:
        """What the words need, and what is left over; where that is too much the widest column gives way first."""
        head, count = self.view.horizontalHeader(), self.table.columnCount()
        shown = [place for place in range(count) if not self.view.isColumnHidden(place)]
        needs = []
        for place in shown:
            heading = head.sectionSizeHint(place)
            whole = max(heading, self.view.sizeHintForColumn(place))
            is_figure = place in self.table.numbers
            needs.append(
                widths.Need(
                    whole if is_figure else heading,
                    whole,
                    whole,
                    keeps=place in self.table.named_by,
                    grows=not is_figure,
                )
            )
        for place, width in zip(shown, widths.share(needs, self.view.viewport().width()), strict=True):
            head.resizeSection(place, width)

    def _filter(self) -> None:
        words = self.search.text().casefold().strip()
        kept = [line for line in self.lines if words in self.table.searched(line).casefold()]
        self.table.show_lines(kept)
        self.empty.setVisible(not self.lines)
        if kept:
            self.view.setCurrentIndex(self.table.index(0, 0))
