"""A grid under the fingers, with the manners of Excel: keys become deeds, and what they mean is the keeper's work."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from meritdesk.core.blocks import MOST_CELLS, lay_block, read_block
from meritdesk.ui import look
from meritdesk.ui.clipboard import put
from meritdesk.ui.grids import keys
from meritdesk.ui.grids.cells import Deed, Typed
from meritdesk.ui.grids.editors import ARROWS, CellDelegate, to_the_end
from meritdesk.ui.grids.moves import Place, edge, next_open, round_in
from meritdesk.ui.grids.table import GridTable
from meritdesk.ui.half_typed import is_half_typed, typed_in
from meritdesk.ui.lists.clipboard import as_block

_SELECT = QItemSelectionModel.SelectionFlag
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Grid(QTableView):
    """Any grid of the window over its table; ``entered`` carries cells and the deed that filled them."""

    own_keys = keys.OWN

    entered = Signal(object, object)  # tuple[Typed, ...], Deed
    undo_wanted = Signal()
    redo_wanted = Signal()
    find_wanted = Signal()
    find_next_wanted = Signal()
    told = Signal(str)
    typing = Signal()  # something was typed into an open cell, or the cell was closed

    def __init__(self, table: GridTable, has_lines: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self._tab_origin = -1
        self.setModel(table)
        look.tidy(self)
        self.setShowGrid(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self._delegate = CellDelegate(has_lines, self)
        self._delegate.left_by.connect(self._leave_by)
        self._delegate.typing.connect(self.typing)
        self.setItemDelegate(self._delegate)
        self.setWordWrap(has_lines)
        table.typed.connect(lambda typed: self.entered.emit(typed, Deed.TYPE))
        self.commands = keys.declare(
            self,
            {
                "undo": self.undo_wanted.emit,
                "redo": self.redo_wanted.emit,
                "copy": lambda: self.copy(),
                "cut": self.cut,
                "paste": self.paste_clipboard,
                "fill_down": self.fill_down,
                "fill_right": self.fill_right,
                "clear": self.clear_cells,
                "find": self.find_next_wanted.emit,
                "red": self.to_next_red,
                "column": lambda: self._select_lines(is_column=True),
                "row": lambda: self._select_lines(is_column=False),
            },
        )
        self.retranslate()

    def retranslate(self) -> None:
        """Say the keys of the grid in the language of now; the page says the name of the grid."""
        keys.say(self.commands)

    def fit_headings(self, widths: Iterable[tuple[int, int]] = ()) -> None:
        """Give columns these widths, and every column at least what its heading needs in the letters of now."""
        header = self.horizontalHeader()
        for column, width in widths:
            self.setColumnWidth(column, width)
        last = self.table.columnCount() - (1 if header.stretchLastSection() else 0)
        for column in range(last):
            if header.sectionResizeMode(column) is not QHeaderView.ResizeMode.Stretch:
                self.setColumnWidth(column, max(self.columnWidth(column), header.sectionSizeHint(column)))

    def retranslate_command(self, name: str) -> None:
        """Say one command as it is when there is nothing special to say of it."""
        keys.say({name: self.commands[name]})

    # --- deeds -------------------------------------------------------------------------------------------

    def chosen_cells(self) -> list[Place]:
        """The selected cells in their order; without a selection the current one."""
        cells = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        current = self.currentIndex()
        return cells or ([(current.row(), current.column())] if current.isValid() else [])

    def copy(self) -> str:
        """The selected block as Excel takes it over, put on the clipboard too."""
        cells = self.chosen_cells()
        if not cells:
            return ""
        rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
        chosen = set(cells)
        block = [
            [self.table.text(row, column) if (row, column) in chosen else "" for column in columns] for row in rows
        ]
        data = as_block(block)
        put(data)
        return data.text()

    def cut(self) -> None:
        """Copy the block and clear it; pasting it back is the way home, or Ctrl+Z."""
        if self.copy():
            self._clear(Deed.CUT)

    def paste(self, text: str) -> None:
        """Lay a block on the grid from the topmost, leftmost selected cell; one cell fills the whole selection."""
        cells, block = self.chosen_cells(), read_block(text)
        if not cells or not block:
            return
        if sum(map(len, block)) > MOST_CELLS:
            self.told.emit(f"⚠ {self.table.said('UI-333', {'most': self.table.words.number(MOST_CELLS)})}")
            return
        corner = (min(row for row, _ in cells), min(column for _, column in cells))
        placed = lay_block(block, corner, cells)
        self.entered.emit(tuple(Typed(one.row, one.column, one.text) for one in placed), Deed.PASTE)

    def paste_clipboard(self) -> None:
        """Paste what the clipboard holds."""
        self.paste(QGuiApplication.clipboard().text())

    def clear_cells(self) -> None:
        """Empty every selected cell that is open."""
        self._clear(Deed.CLEAR)

    def fill_down(self) -> None:
        """Repeat the topmost selected cell of each column in the rows below; one cell takes over the cell above."""
        self._fill(Deed.FILL_DOWN)

    def fill_right(self) -> None:
        """Repeat the leftmost selected cell of each row in the columns to its right; one cell takes its left one."""
        self._fill(Deed.FILL_RIGHT)

    def to_next_red(self) -> None:
        """Go to the next cell that is not saved, round at the end; says so when there is none."""
        places = self.table.red_places()
        if not places:
            self.told.emit(QCoreApplication.translate("Grid", "No cell is red: everything is saved."))
            return
        current = (self.currentIndex().row(), self.currentIndex().column())
        self._go(next((place for place in places if place > current), places[0]))

    def _fill(self, deed: Deed) -> None:
        is_down = deed is Deed.FILL_DOWN
        cells = self.chosen_cells()
        if len(cells) == 1:
            row, column = cells[0]
            before = (row - 1, column) if is_down else (row, column - 1)
            cells = [before, *cells] if min(before) >= 0 else []
        lines: dict[int, list[int]] = {}
        for row, column in cells:
            lines.setdefault(column if is_down else row, []).append(row if is_down else column)
        typed = []
        for line, places in sorted(lines.items()):
            first, *rest = sorted(places)
            text = self.table.stored(*((first, line) if is_down else (line, first)))
            typed += [Typed(*((place, line) if is_down else (line, place)), text) for place in rest]
        self._hand_over(typed, deed)

    def _clear(self, deed: Deed) -> None:
        self._hand_over([Typed(row, column, "") for row, column in self.chosen_cells()], deed)

    def _hand_over(self, typed: list[Typed], deed: Deed) -> None:
        """Cells that are not open are passed over, and told when nothing is left."""
        kept = tuple(one for one in typed if self.table.is_open(one.row, one.column))
        if kept:
            self.entered.emit(kept, deed)
        if len(kept) < len(typed):
            self._tell_closed(next(one for one in typed if one not in kept))

    def _tell_closed(self, typed: Typed) -> None:
        self.told.emit(self.table.why(typed.row, typed.column))

    # --- keys --------------------------------------------------------------------------------------------

    def edit(  # type: ignore[override]
        self, index: QModelIndex, trigger: QAbstractItemView.EditTrigger, event: QEvent
    ) -> bool:
        """F2 and a double click go on behind what stands in the cell; typing replaces it."""
        if trigger is QAbstractItemView.EditTrigger.AnyKeyPressed and not _is_typing(event):
            return False  # Qt would open an editor for F11 and Ctrl+B too
        self._delegate.is_typing_over = trigger is QAbstractItemView.EditTrigger.AnyKeyPressed
        is_begun = bool(super().edit(index, trigger, event))
        goes_on = (QAbstractItemView.EditTrigger.EditKeyPressed, QAbstractItemView.EditTrigger.DoubleClicked)
        if is_begun and trigger in goes_on:
            to_the_end(self._editor())
        return is_begun

    def half_typed(self) -> Typed | None:
        """The cell that is open with what was typed into it so far; nothing when nothing was."""
        editor, current = self._editor(), self.currentIndex()
        if editor is None or self.state() is not QAbstractItemView.State.EditingState or not current.isValid():
            return None
        if not is_half_typed(editor):
            return None
        return Typed(current.row(), current.column(), typed_in(editor))

    def _editor(self) -> QWidget | None:
        children = self.viewport().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return next((child for child in reversed(children) if child.isVisible()), None)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in an editor goes down, Tab to the next open cell, as in Excel."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.typing.emit()
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._enter(1)
        elif hint is QAbstractItemDelegate.EndEditHint.EditNextItem:
            self._tab(1)
        elif hint is QAbstractItemDelegate.EndEditHint.EditPreviousItem:
            self._tab(-1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the open cells; past the last one it leaves the grid."""
        return self._tab(1 if forward else -1) or super().focusNextPrevChild(forward)

    def event(self, event: QEvent) -> bool:
        """While the grid has the focus its own keys come before the window's (``?`` is a sign here, no command)."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and isinstance(event, QKeyEvent) and (keys.name_of(event) or self._sign(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # An editor passes Enter on to the grid after using it; moving then is the work of closeEditor.
        if self.state() is QAbstractItemView.State.EditingState:
            return
        if self._commands(event) or self._moves(event) or self._takes_back(event) or self._signs(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def _commands(self, event: QKeyEvent) -> bool:
        name = keys.name_of(event)
        if not name:
            return False
        if name == "find_begin":
            self.find_wanted.emit()
        elif name == "select_all":
            self.selectAll()
        else:
            self.commands[name].trigger()
        return True

    def _moves(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        is_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_control:
            self._enter(-1 if is_shift else 1)
            return True
        if modifiers & Qt.KeyboardModifier.AltModifier or not self.currentIndex().isValid():
            return False
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if event.key() in ARROWS and is_control:
            down, right = ARROWS[event.key()]
            self._go((self._edge(down), column) if down else (row, self._edge(right, is_row=True)), is_shift)
            return True
        if event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._tab_origin = -1
            return False
        columns = self._shown_columns()
        if event.key() == Qt.Key.Key_Home:
            first = next((one for one in self.table.open_columns() if not self.isColumnHidden(one)), columns[0])
            target = columns[0] if column <= first and not is_control else first
            self._go((0 if is_control else row, target), is_shift)
        else:
            self._go((self.table.rowCount() - 1 if is_control else row, columns[-1]), is_shift)
        return True

    def _edge(self, way: int, is_row: bool = False) -> int:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if is_row:
            return edge(lambda place: bool(self.table.text(row, place)), column, way, self.table.columnCount() - 1)
        return edge(lambda place: bool(self.table.text(place, column)), row, way, self.table.rowCount() - 1)

    def _takes_back(self, event: QKeyEvent) -> bool:
        """Esc in a red cell takes back what was typed: the cell is as it is stored."""
        current = self.currentIndex()
        if event.key() != Qt.Key.Key_Escape or not current.isValid():
            return False
        if self.table.red_at(current.row(), current.column()) is None:
            return False
        stored = self.table.stored(current.row(), current.column())
        self.entered.emit((Typed(current.row(), current.column(), stored),), Deed.TAKE_BACK)
        return True

    def _signs(self, event: QKeyEvent) -> bool:
        """A letter that is a whole entry goes into every selected cell; a closed cell says why it takes nothing."""
        sign, current = self._sign(event), self.currentIndex()
        if not sign or not current.isValid():
            return False
        row, column = current.row(), current.column()
        whole = self.table.at_once(column, sign)
        if whole:
            cells = [place for place in self.chosen_cells() if self.table.at_once(place[1], sign)]
            self._hand_over([Typed(*place, self.table.at_once(place[1], sign)) for place in cells], Deed.SET)
            return True
        if not self.table.is_open(row, column):
            self._tell_closed(Typed(row, column, sign))
            return True
        if self.table.choices(row, column):
            self.entered.emit((Typed(row, column, sign),), Deed.TYPE)
            return True
        return False

    def _sign(self, event: QKeyEvent) -> str:
        """What a key types by itself; empty for shortcuts and keys without a sign."""
        text = event.text()
        return text if text.isprintable() and text.strip() and not event.modifiers() & ~_PLAIN else ""

    # --- where the keyboard goes -------------------------------------------------------------------------

    def _enter(self, way: int) -> None:
        cells = self.chosen_cells()
        current = (self.currentIndex().row(), self.currentIndex().column())
        inside = round_in(cells, current, way, is_down=True)
        if inside is not None:
            self._stay_in_selection(inside)
            return
        column = self._tab_origin if self._tab_origin >= 0 and way > 0 else current[1]
        self._tab_origin = -1
        self._go((current[0] + way, column))

    def _tab(self, way: int) -> bool:
        if not self.currentIndex().isValid():
            return False
        current = (self.currentIndex().row(), self.currentIndex().column())
        inside = round_in(self.chosen_cells(), current, way, is_down=False)
        if inside is not None:
            self._stay_in_selection(inside)
            return True
        columns = [one for one in self.table.open_columns() if not self.isColumnHidden(one)]
        target = next_open(current, columns, self.table.rowCount(), way)
        if target is None:
            return False
        origin = self._tab_origin if self._tab_origin >= 0 else current[1]
        self._go(target)
        self._tab_origin = origin
        return True

    def _leave_by(self, key: int) -> None:
        """An arrow ends typing (not F2, where it moves in the text) and goes to the next cell."""
        down, right = ARROWS[key]
        self._go((self.currentIndex().row() + down, self.currentIndex().column() + right))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tab_origin = -1
        super().mousePressEvent(event)

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Go to one cell and select it alone: Qt would extend the selection while Ctrl or Shift is still held down."""
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)

    def _go(self, place: Place, extends: bool = False) -> None:
        index = self.table.index(*place)
        if not index.isValid():
            return
        selection = self.selectionModel()
        if extends:
            anchor = self._anchor()
            block = QItemSelection(self.table.index(*anchor), index)
            selection.setCurrentIndex(index, _SELECT.NoUpdate)
            selection.select(block, _SELECT.ClearAndSelect)
        else:
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def _anchor(self) -> Place:
        """Where a block that Shift extends began: the corner of the selection that is not the current cell."""
        cells = self.chosen_cells()
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if (row, column) not in cells:
            return row, column
        rows, columns = [one for one, _ in cells], [one for _, one in cells]
        far_row = max(rows) if row == min(rows) else min(rows)
        far_column = max(columns) if column == min(columns) else min(columns)
        return far_row, far_column

    def _stay_in_selection(self, place: Place) -> None:
        index = self.table.index(*place)
        self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
        self.scrollTo(index)

    def _shown_columns(self) -> list[int]:
        shown = [column for column in range(self.table.columnCount()) if not self.isColumnHidden(column)]
        return shown or [0]

    def _select_lines(self, is_column: bool) -> None:
        """Ctrl+Space takes the columns of the selection whole, Shift+Space its rows."""
        cells = self.chosen_cells()
        if not cells:
            return
        last_row, last_column = self.table.rowCount() - 1, self.table.columnCount() - 1
        block = QItemSelection()
        for line in sorted({column if is_column else row for row, column in cells}):
            ends: tuple[Place, Place] = ((0, line), (last_row, line)) if is_column else ((line, 0), (line, last_column))
            block.select(self.table.index(*ends[0]), self.table.index(*ends[1]))
        self.selectionModel().select(block, _SELECT.ClearAndSelect)


def _is_typing(event: QEvent) -> bool:
    """Whether a key writes something: a letter, a figure, a sign or a blank."""
    text = event.text() if isinstance(event, QKeyEvent) else ""
    return bool(text) and text.isprintable() and not event.modifiers() & ~_PLAIN  # type: ignore[attr-defined]


def wrap_headings(header: QHeaderView) -> None:
    """Let long headings of a grid break into lines."""
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
