"""The manners of Excel in a small table to be filled in: blocks from and to a spreadsheet, filling down, steps back.

Nothing is stored from such a table: its dialog says below it what cannot be read yet, and keeps what was typed as a
draft. Grids that write through to the store have their own (``ui/grids``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QComboBox, QTableView, QWidget

from meritdesk.core.blocks import MOST_CELLS, lay_block, read_block
from meritdesk.ui.clipboard import put
from meritdesk.ui.grids import keys
from meritdesk.ui.grids.cells import Fate, JudgedCell, Typed
from meritdesk.ui.grids.preview import PreviewDialog
from meritdesk.ui.lists.clipboard import as_block
from meritdesk.ui.wording import Words

_BY_TAB = Qt.FocusReason.TabFocusReason
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MANY = 2
_TICKED = frozenset({"ya", "yes", "1", "x", "v", "✓", "true"})
_EDIT, _TICK = Qt.ItemDataRole.EditRole, Qt.ItemDataRole.CheckStateRole
_EDITABLE, _TICKABLE = Qt.ItemFlag.ItemIsEditable, Qt.ItemFlag.ItemIsUserCheckable

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Turn:
    """One cell of a step: where it stands, and what stood there before and after."""

    place: Place
    before: str
    after: str


class CellManners:
    """Put before the class of Qt by a table that is filled in; ``grows_to`` is how many rows a block may make."""

    words: Words | None = None
    grows_to = 0
    keeps_steps = True
    """Ctrl+Z in the table takes back what was done in the table."""

    _steps: list[tuple[_Turn, ...]]
    _done = 0

    def begin_manners(self, words: Words) -> None:
        """Called once, when the table is made."""
        self.words, self._steps = words, []
        self._view().setTabKeyNavigation(False)
        self.choose_cells()

    def choose_cells(self) -> None:
        """Cells are chosen here, not whole lines as in lists."""
        view = self._view()
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def make_rows(self, count: int) -> None:
        """Make the table at least so long, for a block; a table that can grow says how."""
        raise NotImplementedError

    # --- blocks ------------------------------------------------------------------------------------------

    def copy_block(self) -> None:
        """The selected block as Excel takes it over."""
        cells = self._chosen()
        if not cells:
            return
        rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
        chosen = set(cells)
        block = [[(row, column) for column in columns] for row in rows]
        texts = [[self._text(place) if place in chosen else "" for place in line] for line in block]
        put(as_block(texts))

    def paste_block(self) -> None:
        """Lay what the clipboard holds from the topmost, leftmost selected cell on; shown first where it matters."""
        cells, block = self._chosen(), read_block(QGuiApplication.clipboard().text())
        if not cells or not block or self.words is None or sum(map(len, block)) > MOST_CELLS:
            return
        shown = self._shown_columns()
        counted = [(row, shown.index(column)) for row, column in cells]
        corner = (min(row for row, _ in counted), min(column for _, column in counted))
        judged = []
        for one in lay_block(block, corner, counted):
            column = shown[one.column] if one.column < len(shown) else -1
            judged.append(self._judge((one.row, column), " ".join(one.text.split())))
        fates = [one.fate for one in judged]
        if Fate.REFUSED not in fates and (Fate.CHANGED not in fates or len(judged) < _MANY):
            self._take(judged)
            return
        preview = PreviewDialog(self.words, judged, self._view())
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.accepted.connect(partial(self._take, judged))
        preview.open()

    def clear_block(self) -> None:
        """Empty every selected cell that is open."""
        self._take([self._judge(place, "") for place in self._chosen()])

    def fill_down(self) -> None:
        """Repeat the topmost selected cell of each column in the rows below; one cell takes over the cell above."""
        cells = self._chosen()
        if len(cells) == 1 and cells[0][0] > 0:
            cells = [(cells[0][0] - 1, cells[0][1]), *cells]
        top = {column: row for row, column in reversed(cells)}
        below = [(row, column) for row, column in cells if row > top[column]]
        self._take([self._judge((row, column), self._text((top[column], column))) for row, column in below])

    def step_back(self, is_undo: bool) -> None:
        """Take the newest step back, or do again the one that was taken back last."""
        if not (self._done if is_undo else self._done < len(self._steps)):
            return
        self._done -= is_undo
        for turn in self._steps[self._done]:
            known, wanted = (turn.after, turn.before) if is_undo else (turn.before, turn.after)
            if self._text(turn.place) == known:  # what became something else since is left
                self._put(turn.place, wanted)
        self._done += not is_undo

    # --- keys --------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """While the table has the keyboard its own keys come before those of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._deed(event):
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Blocks and steps; Enter goes down and is never the dialog's, which would save what is half typed."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self._is_editing():  # else the editor passes it on after using it; closing that goes down
                self._down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            event.accept()
            return
        deed = None if self._is_editing() else self._deed(event)
        if deed is None:
            super().keyPressEvent(event)  # type: ignore[misc]
        else:
            deed()
            event.accept()

    def commitData(self, editor: QWidget) -> None:
        """What was typed is a step too."""
        index = self._view().currentIndex()
        place = (index.row(), index.column())
        before = self._text(place)
        super().commitData(editor)  # type: ignore[misc]
        if self._text(place) != before:
            self._note((_Turn(place, before, self._text(place)),))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes down; Tab goes on to the next cell, and from the last one out of the table."""
        way = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }.get(hint, 0)
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)  # type: ignore[misc]
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._down(1)
        elif way:
            self._view().setFocus()
            self.focusNextPrevChild(way > 0)

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Go to one cell and select it alone: Qt would extend the selection while Ctrl or Shift is still held down."""
        self._view().selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The next cell that can be filled in; past the last one whatever stands below the table."""
        return self._go_on(1 if forward else -1) or bool(super().focusNextPrevChild(forward))  # type: ignore[misc]

    def _deed(self, event: QKeyEvent) -> Callable[[], object] | None:
        deeds: dict[str, Callable[[], object]] = {
            "copy": self.copy_block,
            "cut": self._cut,
            "paste": self.paste_block,
            "clear": self.clear_block,
            "fill_down": self.fill_down,
            "undo": partial(self.step_back, True),
            "redo": partial(self.step_back, False),
        }
        return deeds.get(keys.name_of(event))

    def _cut(self) -> None:
        self.copy_block()
        self.clear_block()

    # --- cells -------------------------------------------------------------------------------------------

    def _view(self) -> QTableView:
        assert isinstance(self, QTableView)
        return self

    def _model(self) -> QAbstractItemModel:
        return self._view().model()

    def _is_editing(self) -> bool:
        return bool(self._view().state() is QAbstractItemView.State.EditingState)

    def _shown_columns(self) -> list[int]:
        view = self._view()
        header = view.horizontalHeader()
        ordered = [header.logicalIndex(place) for place in range(self._model().columnCount())]
        return [column for column in ordered if not view.isColumnHidden(column)]

    def _chosen(self) -> list[Place]:
        view = self._view()
        cells = sorted((index.row(), index.column()) for index in view.selectedIndexes())
        cells = [cell for cell in cells if not view.isColumnHidden(cell[1])]
        here = self._here()
        return cells or ([(here.row(), here.column())] if here.isValid() else [])

    def _here(self) -> QModelIndex | QPersistentModelIndex:
        """The cell whose field has the keyboard, else the current one."""
        view, model = self._view(), self._model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                within = view.indexWidget(model.index(row, column))
                if within is not None and within.hasFocus():
                    return model.index(row, column)
        return view.currentIndex()

    def _text(self, place: Place) -> str:
        index = self._model().index(*place)
        within = self._view().indexWidget(index)
        if isinstance(within, QComboBox):
            return within.currentText()
        if _is_ticked(index):
            is_ticked = Qt.CheckState(index.data(_TICK) or 0) is Qt.CheckState.Checked
            return ("1" if is_ticked else "") if index.data(_TICK) is not None else ""
        found = index.data(_EDIT)
        return "" if found is None else str(found)

    def _judge(self, place: Place, text: str) -> JudgedCell:
        """What would come of a cell: there may be no such place, a closed cell, or no such choice."""
        assert self.words is not None
        model = self._model()
        row, column = place
        heading = str(model.headerData(column, Qt.Orientation.Horizontal) or "—") if column >= 0 else "—"
        typed = Typed(row, column, text)

        def refused(code: str) -> JudgedCell:
            assert self.words is not None
            why = f"{self.words.messages.sentence(code, {'text': text[:60]})} ({code})"
            return JudgedCell(typed, None, str(row + 1), heading, "", text, Fate.REFUSED, why, is_open=False)

        if column < 0 or row >= max(model.rowCount(), self.grows_to):
            return refused("UI-331")
        if row >= model.rowCount():
            return JudgedCell(typed, None, str(row + 1), heading, "", text, Fate.NEW if text else Fate.SAME)
        before = self._text(place)
        within = self._view().indexWidget(model.index(row, column))
        if isinstance(within, QComboBox):
            if _choice(within, text) < 0:
                return refused("UI-331")
        elif not model.index(row, column).flags() & (_EDITABLE | _TICKABLE):
            return refused("UI-332")
        fate = Fate.SAME if text == before else Fate.CHANGED if before else Fate.NEW
        return JudgedCell(typed, None, str(row + 1), heading, before, text, fate)

    def _take(self, judged: Sequence[JudgedCell]) -> None:
        """Fill the cells that may be filled, as one step."""
        good = [one for one in judged if one.fate in (Fate.NEW, Fate.CHANGED)]
        if not good:
            return
        needed = max(one.typed.row for one in good) + 1
        if needed > self._model().rowCount():
            self.make_rows(needed)
        turns = []
        for one in good:
            place = (one.typed.row, one.typed.column)
            before = self._text(place)
            self._put(place, one.typed.text)
            turns.append(_Turn(place, before, self._text(place)))
        self._note(tuple(turns))

    def _put(self, place: Place, text: str) -> None:
        index = self._model().index(*place)
        within = self._view().indexWidget(index)
        if isinstance(within, QComboBox):
            within.setCurrentIndex(max(_choice(within, text), 0))
        elif _is_ticked(index):
            ticked = Qt.CheckState.Checked if text.strip().casefold() in _TICKED else Qt.CheckState.Unchecked
            self._model().setData(index, ticked, _TICK)
        else:
            self._model().setData(index, text, _EDIT)

    def _note(self, turns: tuple[_Turn, ...]) -> None:
        del self._steps[self._done :]
        self._steps.append(turns)
        self._done = len(self._steps)

    # --- where the keyboard goes -------------------------------------------------------------------------

    def _down(self, way: int) -> None:
        view, here = self._view(), self._here()
        row = here.row() + way
        if here.isValid() and 0 <= row < self._model().rowCount():
            view.setCurrentIndex(self._model().index(row, here.column()))
        view.setFocus()

    def _go_on(self, way: int) -> bool:
        view, model, here = self._view(), self._model(), self._here()
        columns = self._shown_columns()
        if not columns:
            return False
        at = columns.index(here.column()) if here.isValid() and here.column() in columns else 0
        place = here.row() * len(columns) + at + way if here.isValid() else 0
        while 0 <= place < model.rowCount() * len(columns):
            index = model.index(place // len(columns), columns[place % len(columns)])
            within = view.indexWidget(index)
            flags = index.flags()
            if within is not None or (flags & Qt.ItemFlag.ItemIsEnabled and flags & (_EDITABLE | _TICKABLE)):
                view.setCurrentIndex(index)
                (within or view).setFocus(_BY_TAB)
                return True
            place += way
        return False


def _is_ticked(index: QModelIndex) -> bool:
    """Whether a cell holds nothing but a tick; Qt lets every cell of its own table have one beside its text."""
    return bool(index.flags() & _TICKABLE) and not index.flags() & _EDITABLE


def _choice(box: QComboBox, text: str) -> int:
    """Which entry a word means, whatever its capitals."""
    wanted = text.strip().casefold()
    return next((place for place in range(box.count()) if box.itemText(place).strip().casefold() == wanted), -1)
