"""The model of every grid: which cells are open and why not, what is red, what is on its way to the desk.

A grid of a page says what stands in its cells and how what was typed is read; everything that grids do alike is here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPalette

from meritdesk.services.upkeep.personal import LimitLine
from meritdesk.ui import look
from meritdesk.ui.grids.cells import CellKey, Fate, JudgedCell, LaidCell, Red, Typed
from meritdesk.ui.limited_people import explained, signed, spoken
from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
EDIT = Qt.ItemDataRole.EditRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
DECORATION = Qt.ItemDataRole.DecorationRole
FOREGROUND = Qt.ItemDataRole.ForegroundRole
BACKGROUND = Qt.ItemDataRole.BackgroundRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
FONT = Qt.ItemDataRole.FontRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
SORT = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Unread:
    """What was typed cannot be read: the code of the reason and what fills it."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _OnItsWay:
    """A cell that is being saved: what the store said before, what is on its way, how many saves are."""

    before: str
    after: str
    saves: int


class GridTable(QAbstractTableModel):
    """A grid that is given lines; ``typed`` says what an editor was left with, and nothing is saved from here."""

    is_read_anew: ClassVar[bool] = False
    """Whether the page reads the grid anew after each save, so that what was typed is shown until then."""

    typed = Signal(object)  # tuple[Typed, ...]
    more_wanted = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._reds: dict[CellKey, Red] = {}
        self._on_their_way: dict[CellKey, _OnItsWay] = {}
        self._places: dict[str, int] = {}
        self._has_more = False
        self._shut = ""

    # --- what a grid of a page says ----------------------------------------------------------------------

    def row_id(self, row: int) -> str:
        """What a row is about, by its key; empty where nothing is ever typed."""
        raise NotImplementedError

    def column_id(self, column: int) -> str:
        """What a column is about; empty where nothing is ever typed."""
        raise NotImplementedError

    def row_name(self, row: int) -> str:
        """Whose row it is, in words."""
        raise NotImplementedError

    def heading(self, column: int) -> str:
        """The words above a column."""
        raise NotImplementedError

    def cell(self, row: int, column: int, role: int) -> object:
        """What Qt asks of a cell; ``EDIT`` is the text that is copied and typed over."""
        raise NotImplementedError

    def read(self, row: int, column: int, text: str) -> str | Unread:
        """What a text would become in an open cell, or why it cannot be read."""
        return text

    def why_closed(self, row: int, column: int) -> str:
        """Why a cell that is typed into elsewhere is closed here; empty when it is open."""
        return ""

    def why_never(self, row: int, column: int) -> str:
        """Why nothing is ever typed into this row or column."""
        return self.said("UI-332")

    def lay(self, row: int, column: int, text: str) -> None:
        """Show a cell as it will stand once it is saved; a grid that is read anew after each save has nothing to do."""

    def at_once(self, column: int, sign: str) -> str:
        """The whole entry that a single sign makes in a column (``A`` for a rating); empty when it makes none."""
        return ""

    def choices(self, row: int, column: int) -> Sequence[str]:
        """The words among which a cell chooses; none for a free text."""
        return ()

    # --- cells -------------------------------------------------------------------------------------------

    def said(self, code: str, facts: Mapping[str, object] | None = None) -> str:
        """A reason in words with its code."""
        return f"{self.words.messages.sentence(code, facts)} ({code})"

    def key_of(self, row: int, column: int) -> CellKey | None:
        """The key of a cell that is typed into; nothing for the others and outside the grid."""
        if not (0 <= row < self.rowCount() and 0 <= column < self.columnCount()):
            return None
        about, what = self.row_id(row), self.column_id(column)
        return (about, what) if about and what else None

    def place_of(self, key: CellKey) -> tuple[int, int] | None:
        """Where a cell stands now; nothing when it is not on the screen."""
        row = self.row_of(key[0])
        column = next((one for one in range(self.columnCount()) if self.column_id(one) == key[1]), -1)
        return (row, column) if row >= 0 and column >= 0 else None

    def row_of(self, about: str) -> int:
        """The row that is about something, or -1."""
        row = self._places.get(about, -1)
        if not (0 <= row < self.rowCount() and self.row_id(row) == about):
            self._places = {self.row_id(place): place for place in reversed(range(self.rowCount()))}
            row = self._places.get(about, -1)
        return row

    def open_columns(self) -> list[int]:
        """The columns that are typed into, for Tab."""
        return [column for column in range(self.columnCount()) if self.column_id(column)]

    def is_open(self, row: int, column: int) -> bool:
        """Whether a cell can be typed into now."""
        return self.key_of(row, column) is not None and not self._closed(row, column)

    def why(self, row: int, column: int) -> str:
        """Why a cell is red or closed, for the status; empty when nothing is the matter."""
        red = self.red_at(row, column)
        if red is not None:
            return red.why
        return self.why_never(row, column) if self.key_of(row, column) is None else self._closed(row, column)

    def text(self, row: int, column: int) -> str:
        """What is copied from a cell: what was typed where it is red, else its text as it is edited."""
        red = self.red_at(row, column)
        return red.text if red is not None else self.stored(row, column)

    def stored(self, row: int, column: int) -> str:
        """The text of a cell without what was refused in it."""
        waiting = self._waiting_at(row, column)
        if waiting is not None:
            return waiting
        found = self.cell(row, column, EDIT)
        return str(self.cell(row, column, DISPLAY) or "") if found is None else str(found)

    def judge(self, typed: Typed) -> JudgedCell:
        """What would come of one cell; nothing is changed."""
        row, column = typed.row, typed.column
        key = self.key_of(row, column)
        short = {"text": " ".join(typed.text.split())[:60]}
        if not (0 <= row < self.rowCount() and 0 <= column < self.columnCount()):
            name = self.row_name(row) if 0 <= row < self.rowCount() else "—"
            heading = self.heading(column) if 0 <= column < self.columnCount() else "—"
            why = self.said("UI-331", short)
            return JudgedCell(typed, None, name, heading, "", typed.text, Fate.REFUSED, why, is_open=False)
        judged = JudgedCell(
            typed, key, self.row_name(row), self.heading(column), self.stored(row, column), typed.text, Fate.REFUSED
        )
        closed = self.why_never(row, column) if key is None else self._closed(row, column)
        if closed:
            return replace(judged, why=closed, is_open=False)
        found = self.read(row, column, typed.text)
        if isinstance(found, Unread):
            return replace(judged, why=self.said(found.code, found.facts))
        fate = Fate.SAME if found == judged.before else Fate.CHANGED if judged.before else Fate.NEW
        return replace(judged, after=found, fate=fate)

    def shut(self, why: str) -> None:
        """Close every cell for whoever sits here, with the reason; the grid is only read from then on."""
        if why != self._shut:
            self._shut = why
            if self.rowCount() and self.columnCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _closed(self, row: int, column: int) -> str:
        return self._shut or self.why_closed(row, column)

    # --- red cells and cells on their way ----------------------------------------------------------------

    @property
    def reds(self) -> Mapping[CellKey, Red]:
        """The cells in red, wherever they are."""
        return self._reds

    def red_places(self) -> list[tuple[int, int]]:
        """The red cells that are on the screen, in the order of the grid."""
        return sorted(place for place in map(self.place_of, self._reds) if place is not None)

    def red_at(self, row: int, column: int) -> Red | None:
        """What was refused in a cell."""
        if not self._reds:
            return None
        key = self.key_of(row, column)
        red = self._reds.get(key) if key is not None else None
        if red is None or red.why:
            return red
        said = QCoreApplication.translate(
            "Grid", "This was typed and not entered. F2 and Enter save it, Esc takes it back."
        )
        return Red(red.text, said)

    def set_reds(self, reds: Mapping[CellKey, Red | None]) -> None:
        """Put cells in red, or (with nothing) let them be as they are stored."""
        for key, red in reds.items():
            if red is None:
                self._reds.pop(key, None)
            else:
                self._reds[key] = red
        self._tell(reds)

    def send(self, cells: Iterable[LaidCell]) -> None:
        """These cells are on their way to the desk and are shown as they will stand."""
        sent = tuple(cells)
        for one in sent:
            known = self._on_their_way.get(one.key)
            before = known.before if known is not None else one.before
            self._on_their_way[one.key] = _OnItsWay(before, one.after, known.saves + 1 if known is not None else 1)
            self._reds.pop(one.key, None)
            self._lay(one.key, one.after)
        self._tell(one.key for one in sent)

    def arrived(self, cells: Iterable[LaidCell]) -> None:
        """These cells reached the desk."""
        here = tuple(cells)
        for one in here:
            self._one_less(one.key)
        self._tell(one.key for one in here)

    def came_back(self, refused: Mapping[CellKey, Red]) -> None:
        """The desk refused these cells: they stand as before, with what was typed in red."""
        for key in refused:
            known = self._one_less(key)
            if known is not None:
                self._lay(key, known.before)
                if known.saves <= 1:
                    self._on_their_way.pop(key, None)
        self.set_reds(dict(refused))

    def is_on_its_way(self, row: int, column: int) -> bool:
        """Whether a cell is being saved."""
        key = self.key_of(row, column) if self._on_their_way else None
        return key is not None and key in self._on_their_way

    def _waiting_at(self, row: int, column: int) -> str | None:
        """What was typed in a cell of a grid that is read anew, until it was."""
        if not self.is_read_anew or not self._on_their_way:
            return None
        key = self.key_of(row, column)
        known = self._on_their_way.get(key) if key is not None else None
        return known.after if known is not None else None

    def put_back(self, cells: Iterable[LaidCell], is_undo: bool) -> None:
        """Show cells as they were before a step, or as they were after it."""
        back = tuple(cells)
        for one in back:
            self._lay(one.key, one.before if is_undo else one.after)
        self._tell(one.key for one in back)

    def start_lines(self, has_more: bool = False) -> None:
        """Called by a grid inside its reset, once the new lines are there: what is on its way is laid over them."""
        self._places.clear()
        self._has_more = has_more
        self._on_their_way = {key: one for key, one in self._on_their_way.items() if one.saves}

    def lay_over(self) -> None:
        """Called after a reset: the desk may have answered before it was told what is on its way."""
        for key, one in list(self._on_their_way.items()):
            self._lay(key, one.after)
        self._tell(tuple(self._on_their_way))

    def _one_less(self, key: CellKey) -> _OnItsWay | None:
        known = self._on_their_way.pop(key, None)
        if known is not None and (known.saves > 1 or self.is_read_anew):
            self._on_their_way[key] = replace(known, saves=known.saves - 1)
        return known

    def _lay(self, key: CellKey, text: str) -> None:
        place = self.place_of(key)
        if place is not None:
            self.lay(*place, text)

    def _tell(self, keys: Iterable[CellKey]) -> None:
        """Say once which rows look different: a block of thousands is one message to the view."""
        rows = [row for row in {self.row_of(about) for about, _ in keys} if row >= 0]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), self.columnCount() - 1))

    # --- what Qt asks ------------------------------------------------------------------------------------

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Only say so: the page asks for the next block and appends it."""
        if self._has_more and not parent.isValid():
            self._has_more = False
            self.more_wanted.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_open(index.row(), index.column()) else flags

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        """What was typed is told; the cell changes once it was judged."""
        if role != EDIT or not index.isValid() or not self.is_open(index.row(), index.column()):
            return False
        text = str(value or "")
        key = self.key_of(index.row(), index.column())
        waits = key in self._reds and not self._reds[key].why
        if waits or text != self.text(index.row(), index.column()):
            self.typed.emit((Typed(index.row(), index.column(), text),))
        return True

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        red = self.red_at(row, column)
        if red is not None:
            if role in (DISPLAY, EDIT):
                return red.text
            if role == TOOLTIP:
                return red.why
            if role == FOREGROUND:
                return look.blocks()
            if role == DECORATION:
                return look.icon("refused", 14)
        if role == ACCESSIBLE:
            return self._spoken(row, column)
        waiting = self._waiting_at(row, column) if role in (DISPLAY, EDIT) else None
        if waiting is not None:
            return waiting
        found = self.cell(row, column, role)
        if self.words.limited and role in (DISPLAY, TOOLTIP) and (limit := self._limit(row, column)) is not None:
            text = self.words.day(limit.limit.set_at.date())
            return signed(str(found)) if role == DISPLAY else explained(limit, text)
        if role == TOOLTIP:
            closed = self._closed(row, column) if self.key_of(row, column) is not None else ""
            return "\n".join(part for part in (str(found or ""), closed) if part) or None
        if role == FOREGROUND and self.is_on_its_way(row, column):
            return QPalette().brush(QPalette.ColorRole.PlaceholderText)
        return found

    def _limit(self, row: int, column: int) -> LimitLine | None:
        """The limit of processing of whoever is named in a cell that nothing is typed into."""
        if self.key_of(row, column) is not None:
            return None
        shown, whose = str(self.cell(row, column, DISPLAY) or ""), self.row_name(row)
        # Some grids put a flag or a tick before the name of their row.
        return self.words.limited.of_text(whose if whose and shown.endswith(whose) else shown)

    def _spoken(self, row: int, column: int) -> str:
        """A cell as a screen reader says it: heading, whose, what stands there, and what is the matter."""
        shown = str(self.index(row, column).data(DISPLAY) or "") or QCoreApplication.translate("Grid", "empty")
        whose = self.row_name(row)
        if self.words.limited and self.words.limited.of_text(whose) is not None:
            whose = spoken(whose)
        parts = [f"{self.heading(column)}, {whose}: {shown}"]
        why = self.red_at(row, column)
        if why is not None:
            parts.append(why.why)
        elif self.key_of(row, column) is not None and self._closed(row, column):
            parts.append(self._closed(row, column))
        return ". ".join(parts)

    def retranslate(self) -> None:
        """Say headings, cells and the reasons of red cells again in the current language."""
        for key, place in [(key, self.place_of(key)) for key in self._reds]:
            judged = self.judge(Typed(*place, self._reds[key].text)) if place is not None else None
            if judged is not None and judged.why:
                self._reds[key] = Red(judged.typed.text, judged.why)
        if self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rowCount():
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
