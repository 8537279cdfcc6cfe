"""A table of light lines with the manners of the house: sorting, columns that fit, a selection that stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Generic

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from meritdesk.ui import look
from meritdesk.ui.clipboard import put
from meritdesk.ui.line_table import Line, LineTable
from meritdesk.ui.lists import clipboard, keys, widths
from meritdesk.ui.lists.columns import ColumnMemory, Columns
from meritdesk.ui.lists.header import ListHeader

_CELL_MARGIN = 14
_TO_CONTENTS = QHeaderView.ResizeMode.ResizeToContents
_HEADING_MARGIN = 18
_MEASURED_LINES = 80
_WIDEST = 460
_NARROWEST = 36
_LONGEST_MARK = 200
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class LineView(QTableView, Generic[Line]):
    """Shows a ``LineTable``. ``line_chosen`` carries the current line, or nothing; pages never see indexes.

    Columns are as wide as their words need and share what is left; a width that the clerk draws stays. Rows are
    named by the identity of their line, so that selection and place survive whatever is shown next.
    """

    own_keys = keys.LIST

    sort_wanted = Signal(int, bool)
    line_chosen = Signal(object)
    line_opened = Signal(object)
    selection_moved = Signal()
    columns_changed = Signal()
    menu_wanted = Signal(QMenu)

    def __init__(self, list_key: str, table: LineTable[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list_key = list_key
        self.table = table
        self.memory = ColumnMemory(list_key, [column.name for column in table.columns], table.hidden)
        self.columns = self.memory.read()
        self._has_fitted = False
        self._is_anew = self._are_others = False
        self._told: object = None
        self.before_painting: Callable[[], None] = _nothing
        header = ListHeader(self)
        self.setHorizontalHeader(header)
        self.setModel(table)
        look.tidy(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.headings = header
        header.sort_wanted.connect(self.sort_wanted)
        header.drawn.connect(self._width_drawn)
        header.moved.connect(self._order_drawn)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self._open_menu(header.mapToGlobal(place)))
        self.selectionModel().currentRowChanged.connect(lambda *_: self._tell_current())
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_moved.emit())
        self.doubleClicked.connect(lambda _: self._open_current())
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit_in_place)
        self._lay_columns()

    # Lines and selection

    def current(self) -> Line | None:
        """The line on which the keyboard is."""
        index = self.currentIndex()
        return self.table.line(index.row()) if index.isValid() else None

    def ranges(self) -> list[tuple[int, int]]:
        """The selected rows as first and last of each run, from above."""
        chosen = self.selectionModel().selection()
        runs = sorted((chosen.at(place).top(), chosen.at(place).bottom()) for place in range(chosen.count()))
        merged: list[tuple[int, int]] = []
        for first, last in runs:
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        return merged

    def selected_count(self) -> int:
        """How many rows are selected, here or not."""
        return sum(last - first + 1 for first, last in self.ranges())

    def selected(self) -> list[Line]:
        """The selected lines that are here, in the order of the list."""
        return [line for row in self.selected_rows() if (line := self.table.line(row)) is not None]

    def selected_rows(self) -> Iterator[int]:
        """The selected rows from above."""
        for first, last in self.ranges():
            yield from range(first, last + 1)

    def choose_row(self, row: int) -> None:
        """Make a row the current and only one."""
        index = self.model().index(row, self._first_column())
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)

    def select_rows(self, rows: Iterable[int], current: int = -1) -> None:
        """Select exactly these rows, without scrolling; the current row may be one of them."""
        model, last_column = self.model(), len(self.table.columns) - 1
        chosen = QItemSelection()
        first = before = -2
        for row in sorted(rows):
            if row != before + 1:
                if first >= 0:
                    chosen.select(model.index(first, 0), model.index(before, last_column))
                first = row
            before = row
        if first >= 0:
            chosen.select(model.index(first, 0), model.index(before, last_column))
        if current >= 0:
            index = model.index(current, self._first_column())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def top_row(self) -> int:
        """The first row in view."""
        return max(self.rowAt(0), 0)

    def rows_in_view(self) -> tuple[int, int]:
        """First and last row in view."""
        last = self.rowAt(self.viewport().height() - 1)
        return self.top_row(), last if last >= 0 else self.model().rowCount() - 1

    def tell_again(self) -> None:
        """Say which line is current even when it is the one told before: what it is about may have changed."""
        self._told = None
        self._tell_current(is_forced=True)

    def copy(self) -> int:
        """The selected lines that are here as a table on the clipboard; how many."""
        lines = self.selected()
        if lines:
            put(clipboard.as_table(lines, self.table, self.columns.shown))
        return len(lines)

    # Columns

    def set_columns(self, columns: Columns) -> None:
        """Show other columns and remember them."""
        self.columns = columns
        self.memory.write(columns)
        self._lay_columns()
        self.columns_changed.emit()

    def reset_columns(self) -> None:
        """Columns and widths as the list comes."""
        self.memory.forget()
        self.columns = self.memory.at_first
        self._lay_columns()
        self.columns_changed.emit()

    def fit(self) -> None:
        """Give every column the width that its words need, and share what is left."""
        self._share(self._needs())

    def _fit_in_place(self) -> None:
        """Fit what was asked for; other lines move the columns only where words are cut that would have room."""
        needs = self._needs()
        if self._has_fitted and not self._is_anew and not self._is_cut(needs):
            self._are_others = self._are_others and not self._some_lines()
            return
        self._share(needs)

    def _is_cut(self, needs: Sequence[widths.Need]) -> bool:
        """Whether a column cuts most of its words though the list has room for them; what the clerk drew is his."""
        fair = widths.share(needs, self.viewport().width())
        return any(
            not need.own and self.headings.sectionSize(column) < min(need.whole, width)
            for column, need, width in zip(self.columns.shown, needs, fair, strict=True)
        )

    def _needs(self) -> list[widths.Need]:
        shown = self.columns.shown
        own = dict(self.columns.widths)
        plain = QFontMetrics(self.font())
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        heads = QFontMetrics(bold)
        lines = self._some_lines()
        rows = [self.table.cells(line) for line in lines]
        wide: dict[str, int] = {}  # months, units and states stand in many lines
        needs = []
        for column in shown:
            heading = heads.horizontalAdvance(str(self.table.headerData(column, Qt.Orientation.Horizontal)))
            least = max(heading + _HEADING_MARGIN, _NARROWEST)
            said = [cells[column] for cells in rows]
            wide.update((one, plain.horizontalAdvance(one)) for one in set(said).difference(wide))
            words = sorted(wide[one] for one in said) or [0]
            usual, longest = (min(one + _CELL_MARGIN, _WIDEST) for one in (words[len(words) * 4 // 5], words[-1]))
            is_figure = column in self.table.numbers
            # Half a figure or half a day is none.
            is_one_piece = is_figure or self._holds_days(column, lines, rows)
            is_mark = longest <= _LONGEST_MARK and _are_marks(said)
            is_short = longest <= widths.ENOUGH  # a word more costs it nothing
            whole = max(least, longest if is_one_piece or is_mark or is_short else usual)
            needs.append(
                widths.Need(
                    whole if is_one_piece else least,
                    whole,
                    max(least, longest),
                    own.get(column, 0),
                    keeps=column in self.table.named_by,
                    grows=not is_figure and words[-1] > 0,
                    mark=is_mark,
                )
            )
        return needs

    def _share(self, needs: Sequence[widths.Need]) -> None:
        for column, width in zip(self.columns.shown, widths.share(needs, self.viewport().width()), strict=True):
            self.headings.resizeSection(column, width)
        has_lines = bool(self._some_lines())
        if self.wordWrap() and has_lines and self.verticalHeader().sectionResizeMode(0) is _TO_CONTENTS:
            self.resizeRowsToContents()  # other widths, other breaks
        self._has_fitted = has_lines
        self._is_anew = False
        self._are_others = self._are_others and not has_lines

    def _holds_days(self, column: int, lines: Sequence[Line], rows: Sequence[Sequence[str]]) -> bool:
        """Whether a column says days: the first line that says anything there tells."""
        for line, cells in zip(lines, rows, strict=True):
            if cells[column]:
                return isinstance(self.table.value(line, column), date)
        return False

    def fit_soon(self, is_anew: bool = False, are_others: bool = False) -> None:
        """Fit when the lines are in place; what fits already is left as it is unless it has to be worked out anew.

        ``are_others`` says that other lines stand there, whose words may be longer.
        """
        self._is_anew |= is_anew
        self._are_others |= are_others
        if self._is_anew or self._are_others or not self._has_fitted:
            self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is shared anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit_soon(is_anew=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every cell is asked for a dozen times: whoever works beside the window gives way first."""
        self.before_painting()
        super().paintEvent(event)

    # Keys and menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and last line, with Shift selecting on the way."""
        shift = Qt.KeyboardModifier.ShiftModifier
        others = event.modifiers() & ~(shift | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open_current()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not others and self.table.rowCount():
            self._go_to_edge(event.key() == Qt.Key.Key_End, bool(event.modifiers() & shift))
        else:
            super().keyPressEvent(event)

    def _go_to_edge(self, is_end: bool, is_selecting: bool) -> None:
        edge = self.table.rowCount() - 1 if is_end else 0
        here = self.currentIndex().row()
        if is_selecting and here >= 0:
            self.select_rows(range(min(here, edge), max(here, edge) + 1), edge)
            self.scrollTo(self.currentIndex())
        else:
            self.choose_row(edge)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done here, by the mouse or by Shift+F10 at the current row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            place = event.globalPos()
        self._open_menu(place)

    def _open_menu(self, place: object) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu)
        if menu.actions():
            menu.popup(place)  # type: ignore[arg-type]

    def _open_current(self) -> None:
        line = self.current()
        if line is not None:
            self.line_opened.emit(line)

    def _tell_current(self, is_forced: bool = False) -> None:
        line = self.current()
        if is_forced or line is None or line != self._told:
            self._told = line
            self.line_chosen.emit(line)

    def _first_column(self) -> int:
        return self.columns.shown[0]

    def _some_lines(self) -> list[Line]:
        """Lines to measure: those in view and after, without asking for more."""
        top = self.top_row()
        rows = range(top, min(top + _MEASURED_LINES, self.table.rowCount()))
        found = [line for row in rows if (line := self.table.line(row)) is not None]
        return found or [
            line
            for row in range(min(_MEASURED_LINES, self.table.rowCount()))
            if (line := self.table.line(row)) is not None
        ]

    def _lay_columns(self) -> None:
        for place, column in enumerate(self.columns.order):
            self.headings.moveSection(self.headings.visualIndex(column), place)
        for column in self.columns.order:
            self.setColumnHidden(column, column in self.columns.hidden)
        shown = self.columns.shown
        self.table.marked_in = next((one for one in shown if one in self.table.named_by), shown[0])
        self.fit_soon(is_anew=True)

    def _width_drawn(self, column: int, width: int) -> None:
        self.columns = self.columns.drawn(column, width)
        self.memory.write(self.columns)

    def _order_drawn(self) -> None:
        order = tuple(self.headings.logicalIndex(place) for place in range(self.headings.count()))
        self.columns = Columns(order, self.columns.hidden, self.columns.widths)
        self.memory.write(self.columns)
        self.columns_changed.emit()


def _are_marks(said: Sequence[str]) -> bool:
    """Whether a column holds numbers of papers, counts or signed states: each has a digit or begins with a sign."""
    filled = [one for one in said if one.strip("–- ")]
    return bool(filled) and all(not one[0].isalnum() or any(letter.isdigit() for letter in one) for one in filled)


def _nothing() -> None:
    """Nobody works beside."""
