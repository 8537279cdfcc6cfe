"""A short list in a dialog: a quick filter, an order, the lines, and a sentence where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Generic

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QTableView, QVBoxLayout, QWidget

from meritdesk.ui import look
from meritdesk.ui.line_table import Line, LineTable
from meritdesk.ui.lists import widths
from meritdesk.ui.lists.arrangement import Arrangement, Ways, arrange

_NUMBERED = 9


class _Lines(QTableView):
    """A table that says when it has another width; the widget around it hears of its own before the table has one."""

    widened = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is shared anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.widened.emit()


class PlainList(QWidget, Generic[Line]):
    """Shows the lines of a table in which every typed word stands, as they come or by the headings chosen.

    A click on a heading sorts, as in every list; ``Ctrl+Shift+O`` asks by which one.
    """

    def __init__(self, table: LineTable[Line], name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.lines: tuple[Line, ...] = ()
        self.arrangement = Arrangement()
        self.search = QLineEdit(self)
        look.ask_in(self.search, QCoreApplication.translate("PlainList", "Filter"))
        self.search.setAccessibleName(QCoreApplication.translate("PlainList", "Filter"))
        self.view = _Lines(self)
        self.view.setModel(table)
        look.tidy(self.view)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.horizontalHeader().setSectionsClickable(True)
        self.view.horizontalHeader().sectionClicked.connect(self.sort_by)
        sorting = QShortcut(QKeySequence("Ctrl+Shift+O"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        sorting.activated.connect(self.open_sort)
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

    def sort_by(self, column: int) -> None:
        """As in every list: rising, falling, as the list comes; the line that was current stays it."""
        self.arrangement = self.arrangement.sorted_by(column, is_added=False)
        self._filter()
        self._fit()

    def open_sort(self) -> QMenu:
        """The columns, to sort by one of them without the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = [column for column in range(self.table.columnCount()) if not self.view.isColumnHidden(column)]
        for number, column in enumerate(shown, start=1):
            heading = self.table.heading(column).replace("&", "&&")
            action = menu.addAction(f"&{number} {heading}" if number <= _NUMBERED else heading)
            action.triggered.connect(partial(self._chosen, column))
        menu.popup(self.view.mapToGlobal(QPoint(look.RHYTHM, self.view.horizontalHeader().height())))
        return menu

    def _chosen(self, column: int, _: bool = False) -> None:
        self.sort_by(column)

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
                    grows=not is_figure,
                )
            )
        for place, width in zip(shown, widths.share(needs, self.view.viewport().width()), strict=True):
            head.resizeSection(place, width)

    def _filter(self) -> None:
        before = self.current()
        self.arrangement = replace(self.arrangement, search=self.search.text().strip())
        ways = Ways(self.table.searched, {}, self.table.value)  # type: ignore[arg-type]
        kept = arrange(self.lines, self.arrangement, ways)
        self.table.show_order(self.arrangement.order)
        self.table.show_lines(kept)
        self.empty.setVisible(not self.lines)
        if kept:
            row = next((place for place, line in enumerate(kept) if line is before), 0)
            self.view.setCurrentIndex(self.table.index(row, 0))
